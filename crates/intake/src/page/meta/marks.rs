//! What the attributes of an element say about its part of the page.

use crate::page::tree::{NodeId, Tree};
use html5ever::{LocalName, local_name};
use std::collections::HashMap;

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

/// Words of classes and ids of parts that are seldom the article, in their order.
#[rustfmt::skip]
const AWAY: [&str; 37] = [
    "aside", "banner", "bio", "breadcrumb", "breadcrumbs", "card", "carousel", "comment", "commentlist", "comments",
    "cookie", "disqus", "footer", "latest", "login", "menu", "modal", "more", "nav", "navbar", "navigation",
    "newsletter", "popular", "popup", "promo", "recent", "recirc", "recommended", "related", "reply", "respond",
    "sidebar", "signup", "sponsored", "teaser", "trending", "widget",
];

/// Words that make the rest of a class mean something else, in their order.
#[rustfmt::skip]
const NO_BYLINE: [&str; 16] = [
    "avatar", "count", "date", "description", "email", "follow", "form", "icon",
    "image", "img", "photo", "picture", "role", "share", "social", "time",
];

/// Words of the parts where readers write, in their order.
const COMMENTS: [&str; 6] = ["comment", "commentlist", "comments", "disqus", "reply", "respond"];

/// What classes say, for those that were seen: a page has few, each many times.
pub(super) type Known<'t> = HashMap<(&'t str, bool), Marks>;

impl Marks {
    pub(super) fn of<'t>(tree: &'t Tree, id: NodeId, name: &LocalName, known: &mut Known<'t>) -> Self {
        let mut marks = Self::default();
        let mut named = false;
        for (attribute, value) in tree.attributes(id) {
            match attribute {
                "class" | "id" => {
                    named = true;
                    let is_class = attribute == "class";
                    let said =
                        known.entry((value, is_class)).or_insert_with(|| Self::of_names(value, is_class));
                    marks = marks.and(*said);
                }
                "itemprop" | "property" => marks.take_property(value),
                "rel" => marks.is_author |= words(value).any(|word| word == "author"),
                "hidden" => marks.is_hidden = true,
                "aria-hidden" => marks.is_hidden |= value.trim() == "true",
                "style" => marks.is_hidden |= hides(value),
                "role" => {
                    marks.is_away |=
                        matches!(value, "navigation" | "complementary" | "contentinfo" | "dialog");
                }
                _ => {}
            }
        }
        if matches!(*name, local_name!("nav") | local_name!("aside") | local_name!("footer")) {
            marks.is_away = true;
        }
        if matches!(*name, local_name!("main") | local_name!("article")) && named {
            marks.is_away = false;
        }
        marks
    }

    /// Classes, each cut into its words.
    fn of_names(value: &str, is_class: bool) -> Self {
        /// Classes beyond that many are those of a style sheet.
        const MANY: usize = 24;
        let mut marks = Self::default();
        for name in value.split_ascii_whitespace().take(MANY) {
            let lower = name.to_ascii_lowercase();
            let parts: Vec<&str> = lower.split(['-', '_', ':']).filter(|part| !part.is_empty()).collect();
            let has = |list: &[&str]| parts.iter().any(|part| list.binary_search(part).is_ok());
            let byline = is_byline(&lower, &parts);
            marks.is_away |=
                parts.len() <= 4 && has(&AWAY) && !has(&["has", "no", "with"]) && (!byline || has(&COMMENTS));
            marks.is_hidden |= matches!(lower.as_str(), "hidden" | "sr-only" | "visually-hidden")
                || lower.starts_with("screen-reader");
            marks.is_title |= is_title(&parts) && is_class;
            marks.is_byline |= byline && !has(&NO_BYLINE) && !has(&COMMENTS);
        }
        marks
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
    let style: String = style.chars().filter(|c| !c.is_whitespace()).take(400).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// "headline", "entry-title", "article__title" …
fn is_title(parts: &[&str]) -> bool {
    match parts {
        ["title" | "headline"] => true,
        [first, last] => {
            let of = [
                "entry", "post", "article", "story", "news", "page", "single", "content", "blog", "main",
                "detail",
            ];
            of.contains(first) && matches!(*last, "title" | "headline" | "heading" | "header")
        }
        _ => parts.last() == Some(&"headline"),
    }
}

fn is_byline(name: &str, parts: &[&str]) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 13] = [
        "auteur", "autor", "autoren", "byline", "bylines", "contributor", "contributors", "creator", "journalist",
        "redakteur", "reporter", "writer", "writers",
    ];
    let author = |part: &str| part.contains("author") && !part.contains("authori") && part != "bypostauthor";
    let word = |part: &&str| WORDS.binary_search(part).is_ok() || part.ends_with("byline") || author(part);
    // Themes give the body a class that names its author.
    let of_one = name.starts_with("author-") && name.ends_with(|c: char| c.is_ascii_digit());
    parts.len() <= 8 && parts.iter().any(word) && !of_one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_are_in_order() {
        assert!(AWAY.is_sorted() && NO_BYLINE.is_sorted() && COMMENTS.is_sorted());
    }

    fn marks(tag: &str) -> Marks {
        let tree = Tree::parse(&format!("<body>{tag}x"));
        let body = tree.all(local_name!("body")).next().unwrap();
        let id = tree.children(body).next().unwrap();
        let name = tree.name(id).unwrap().clone();
        Marks::of(&tree, id, &name, &mut Known::new())
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
