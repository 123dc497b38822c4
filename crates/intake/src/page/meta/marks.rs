//! What the attributes of an element say about its part of the page.

use crate::page::class_names::Said;
use crate::page::tree::{NodeId, Tree};
use foldhash::HashMap;
use html5ever::{LocalName, local_name};
use std::sync::LazyLock;

/// Told from the attributes of one element, each read once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Navigation, sidebar, comments, related articles …
    pub is_away: bool,
    pub is_hidden: bool,
    /// Named as a headline.
    pub is_title: bool,
    /// `rel="author"`, `itemprop="author"`.
    pub is_author: bool,
    /// Named as a byline.
    pub is_byline: bool,
}

/// Words of classes and ids of parts that are seldom the article.
#[rustfmt::skip]
const AWAY: [&str; 37] = [
    "aside", "banner", "bio", "breadcrumb", "breadcrumbs", "card", "carousel", "comment", "commentlist", "comments",
    "cookie", "disqus", "footer", "latest", "login", "menu", "modal", "more", "nav", "navbar", "navigation",
    "newsletter", "popular", "popup", "promo", "recent", "recirc", "recommended", "related", "reply", "respond",
    "sidebar", "signup", "sponsored", "teaser", "trending", "widget",
];

/// Words that make the rest of a class mean something else.
#[rustfmt::skip]
const NO_BYLINE: [&str; 16] = [
    "avatar", "count", "date", "description", "email", "follow", "form", "icon",
    "image", "img", "photo", "picture", "role", "share", "social", "time",
];

/// Words of the parts where readers write.
const COMMENTS: [&str; 6] = ["comment", "commentlist", "comments", "disqus", "reply", "respond"];

/// Words of bylines; others are told by their ends.
#[rustfmt::skip]
const BYLINE: [&str; 13] = [
    "auteur", "autor", "autoren", "byline", "bylines", "contributor", "contributors", "creator", "journalist",
    "redakteur", "reporter", "writer", "writers",
];

/// What one word of a name is; several are added up.
type Signs = u8;
const IS_AWAY: Signs = 1;
/// Words that turn those around.
const IS_TURNING: Signs = 2;
const IS_COMMENTS: Signs = 4;
const IS_BYLINE: Signs = 8;
const IS_NO_BYLINE: Signs = 16;

static WORDS: LazyLock<HashMap<&str, Signs>> = LazyLock::new(|| {
    let lists: [(&[&'static str], Signs); 5] = [
        (&AWAY, IS_AWAY),
        (&["has", "no", "with"], IS_TURNING),
        (&COMMENTS, IS_COMMENTS),
        (&BYLINE, IS_BYLINE),
        (&NO_BYLINE, IS_NO_BYLINE),
    ];
    let mut words = HashMap::default();
    for (word, sign) in lists.into_iter().flat_map(|(list, sign)| list.iter().map(move |word| (*word, sign)))
    {
        *words.entry(word).or_default() |= sign;
    }
    words
});

/// What the classes and ids of a page say.
pub(super) type Known = Said<Marks>;

/// Reads them.
pub(super) fn known(tree: &Tree) -> Known {
    tree.class_names().read(Marks::of_names)
}

impl Marks {
    pub(super) fn of(tree: &Tree, id: NodeId, name: &LocalName, known: &Known) -> Self {
        let (class, own) = tree.class_names().at(id);
        // Only a class names a headline.
        let mut marks = known.of(class).and(Self { is_title: false, ..known.of(own) });
        for (attribute, value) in tree.attributes(id) {
            match *attribute {
                local_name!("itemprop") | local_name!("property") => marks.take_property(value),
                local_name!("rel") => marks.is_author |= words(value).any(|word| word == "author"),
                local_name!("hidden") => marks.is_hidden = true,
                local_name!("aria-hidden") => marks.is_hidden |= value.trim() == "true",
                local_name!("style") => marks.is_hidden |= hides(value),
                local_name!("role") => {
                    marks.is_away |=
                        matches!(value, "navigation" | "complementary" | "contentinfo" | "dialog");
                }
                _ => {}
            }
        }
        if matches!(*name, local_name!("nav") | local_name!("aside") | local_name!("footer")) {
            marks.is_away = true;
        }
        let is_named = class.is_given() || own.is_given();
        if matches!(*name, local_name!("main") | local_name!("article")) && is_named {
            marks.is_away = false;
        }
        marks
    }

    /// Classes, each cut into its words.
    fn of_names(value: &str) -> Self {
        /// Classes beyond that many are those of a style sheet.
        const MANY: usize = 24;
        let mut marks = Self::default();
        let mut lower = String::with_capacity(64);
        for name in value.split_ascii_whitespace().take(MANY) {
            lower.clear();
            lower.push_str(name);
            lower.make_ascii_lowercase();
            marks = marks.and(Self::of_name(&lower));
        }
        marks
    }

    /// One class, in small letters.
    fn of_name(name: &str) -> Self {
        let name = Name::of(name);
        let byline = name.is_byline();
        let has_comments = name.has(IS_COMMENTS);
        Self {
            is_away: name.count <= 4
                && name.has(IS_AWAY)
                && !name.has(IS_TURNING)
                && (!byline || has_comments),
            is_hidden: matches!(name.whole, "hidden" | "sr-only" | "visually-hidden")
                || name.whole.starts_with("screen-reader"),
            is_title: name.is_title(),
            is_author: false,
            is_byline: byline && !name.has(IS_NO_BYLINE) && !has_comments,
        }
    }

    /// What two attributes say together.
    fn and(self, other: Self) -> Self {
        Self {
            is_away: self.is_away | other.is_away,
            is_hidden: self.is_hidden | other.is_hidden,
            is_title: self.is_title | other.is_title,
            is_author: self.is_author | other.is_author,
            is_byline: self.is_byline | other.is_byline,
        }
    }

    fn take_property(&mut self, value: &str) {
        for name in words(value) {
            let name = name.rsplit([':', '/']).next().unwrap_or(&name);
            self.is_author |= name == "author";
            self.is_title |= name == "headline";
        }
    }
}

fn words(value: &str) -> impl Iterator<Item = String> + '_ {
    value.split_ascii_whitespace().map(str::to_ascii_lowercase)
}

fn hides(style: &str) -> bool {
    // Both of the properties have that letter, most others have not.
    if !style.contains('y') {
        return false;
    }
    let style: String = style.chars().filter(|c| !c.is_whitespace()).take(400).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// A class, cut into its words.
struct Name<'n> {
    whole: &'n str,
    count: usize,
    first: &'n str,
    last: &'n str,
    signs: Signs,
}

impl<'n> Name<'n> {
    fn of(whole: &'n str) -> Self {
        let mut name = Self { whole, count: 0, first: "", last: "", signs: 0 };
        for word in whole.split(['-', '_', ':']).filter(|word| !word.is_empty()) {
            if name.count == 0 {
                name.first = word;
            }
            name.last = word;
            name.count += 1;
            name.signs |= WORDS.get(word).copied().unwrap_or(0);
            if names_author(word) {
                name.signs |= IS_BYLINE;
            }
        }
        name
    }

    fn has(&self, sign: Signs) -> bool {
        self.signs & sign > 0
    }

    /// "headline", "entry-title", "article__title" …
    fn is_title(&self) -> bool {
        match self.count {
            1 => matches!(self.first, "title" | "headline"),
            2 => {
                let of = [
                    "entry", "post", "article", "story", "news", "page", "single", "content", "blog", "main",
                    "detail",
                ];
                matches!(self.last, "title" | "headline" | "heading" | "header") && of.contains(&self.first)
            }
            _ => self.last == "headline",
        }
    }

    fn is_byline(&self) -> bool {
        // Themes give the body a class that names its author.
        let of_one =
            || self.whole.starts_with("author-") && self.whole.ends_with(|c: char| c.is_ascii_digit());
        self.count <= 8 && self.has(IS_BYLINE) && !of_one()
    }
}

fn names_author(word: &str) -> bool {
    let holds = |part: &[u8]| word.as_bytes().windows(part.len()).any(|window| window == part);
    word.ends_with("byline") || holds(b"author") && !holds(b"authori") && word != "bypostauthor"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(tag: &str) -> Marks {
        let tree = Tree::parse(&format!("<body>{tag}x"));
        let body = tree.all(local_name!("body")).next().unwrap();
        let id = tree.children(body).next().unwrap();
        let name = tree.name(id).unwrap().clone();
        Marks::of(&tree, id, &name, &known(&tree))
    }

    #[test]
    fn parts_that_are_seldom_the_article() {
        for tag in ["<nav>", "<div class='article related-stories'>", "<div id=comments>", "<aside>"] {
            assert!(marks(tag).is_away, "{tag}");
        }
        for tag in ["<div class='story has-sidebar'>", "<article class='card'>", "<p class=commentary>"] {
            assert!(!marks(tag).is_away, "{tag}");
        }
    }

    #[test]
    fn names_of_headlines_and_bylines() {
        assert!(marks("<h2 class=entry-title>").is_title && marks("<p itemprop='headline name'>").is_title);
        assert!(!marks("<h2 class='widget-title'>").is_title);
        assert!(
            marks("<a rel='nofollow author'>").is_author && marks("<span class=article__byline>").is_byline
        );
        assert!(
            !marks("<img class=author-avatar>").is_byline && !marks("<p class=comment-author>").is_byline
        );
        assert!(marks("<p style='display: none'>").is_hidden);
    }
}
