//! What an element says about itself, by its name and its attributes.

use super::words;
use crate::page::class_names::Said;
use crate::page::tree::{NodeId, Tree};
use foldhash::HashMap;
use html5ever::{LocalName, local_name};

/// A set of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Marks(u16);

impl Marks {
    /// Says nothing.
    pub(super) const NONE: Self = Self(0);
    /// Stands around an article: navigation, promotion, comments.
    pub(super) const FURNITURE: Self = Self(1);
    /// Is never shown.
    pub(super) const HIDDEN: Self = Self(2);
    /// The text of an article.
    pub(super) const BODY: Self = Self(4);
    /// An article with what belongs to it.
    pub(super) const ARTICLE: Self = Self(8);
    /// Stands around an article however much text it holds.
    pub(super) const NEVER: Self = Self(32);
    /// Stands around an article if it holds little text.
    pub(super) const DOUBTFUL: Self = Self(64);
    /// What a page is about.
    pub(super) const MAIN: Self = Self(16);

    /// What stands under a headline.
    pub(super) const STANDFIRST: Self = Self(128);

    /// Has a word of navigation in a name.
    pub(super) const NAVIGATION: Self = Self(256);

    /// Whether one of the signs is there.
    pub(super) fn any(self, of: Self) -> bool {
        self.0 & of.0 > 0
    }
}

impl std::ops::BitOr for Marks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What the names in other attributes say, for those that were seen: a page has few, each many times.
type Known<'t> = HashMap<&'t str, Marks>;

/// The signs of all nodes, in their order.
pub(super) fn all(tree: &Tree) -> Vec<Marks> {
    let said = tree.class_names().read(words::read);
    let mut known = Known::default();
    tree.ids().map(|id| read(tree, id, &said, &mut known)).collect()
}

/// The signs of an element; none for other nodes.
fn read<'t>(tree: &'t Tree, id: NodeId, said: &Said<Marks>, known: &mut Known<'t>) -> Marks {
    let Some(name) = tree.name(id) else { return Marks::NONE };
    let of_name = match *name {
        local_name!("html") | local_name!("body") => return Marks::NONE,
        local_name!("nav") => Marks::NEVER,
        local_name!("aside") | local_name!("footer") | local_name!("form") | local_name!("dialog") => {
            Marks::FURNITURE
        }
        local_name!("figcaption") | local_name!("caption") => Marks::FURNITURE,
        local_name!("article") => Marks::ARTICLE,
        local_name!("main") => Marks::MAIN,
        _ => Marks::NONE,
    };
    let (class, own) = tree.class_names().at(id);
    let mut marks = of_name | said.of(class);
    let own = said.of(own);
    if own != Marks::NONE && !tree.attribute(id, &local_name!("id")).is_some_and(has_many_words) {
        marks = marks | own;
    }
    for (name, value) in tree.attributes(id) {
        marks = marks | of_attribute(name, value, known);
    }
    // Pages that arrive in pieces carry them hidden until a script puts them in their place.
    let is_piece = marks.any(Marks::HIDDEN)
        && tree.attribute(id, &local_name!("id")).is_some_and(|id| id.starts_with("S:"));
    if is_piece { Marks::NONE } else { marks }
}

fn of_attribute<'t>(name: &LocalName, value: &'t str, known: &mut Known<'t>) -> Marks {
    match *name {
        local_name!("role") => of_role(value),
        local_name!("itemprop") if value.split_ascii_whitespace().any(|name| name == "articleBody") => {
            Marks::BODY
        }
        local_name!("itemtype") if value.ends_with("Article") || value.ends_with("BlogPosting") => {
            Marks::ARTICLE
        }
        local_name!("hidden") => Marks::HIDDEN,
        local_name!("aria-hidden") if value == "true" => Marks::DOUBTFUL,
        local_name!("itemprop") if value == "description" => Marks::STANDFIRST,
        local_name!("style") if hides(value) => Marks::HIDDEN,
        _ => match &**name {
            "data-component" | "data-testid" | "data-module" | "data-type" | "data-role" => {
                *known.entry(value).or_insert_with(|| words::read(value))
            }
            _ => Marks::NONE,
        },
    }
}

/// Whether an id is made of more words than a name has: those of a title.
fn has_many_words(id: &str) -> bool {
    id.bytes().filter(|byte| matches!(byte, b'-' | b'_' | b' ')).count() >= 5
}

fn of_role(role: &str) -> Marks {
    match role {
        "main" => Marks::MAIN,
        "article" => Marks::ARTICLE,
        "navigation" | "menu" | "menubar" => Marks::NEVER,
        "complementary" | "contentinfo" | "search" | "banner" | "dialog" | "alertdialog" | "toolbar"
        | "tooltip" | "form" | "note" => Marks::FURNITURE,
        _ => Marks::NONE,
    }
}

fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let (name, value) = (name.trim(), value.trim());
        name.eq_ignore_ascii_case("display") && value.get(..4).is_some_and(|v| v.eq_ignore_ascii_case("none"))
            || name.eq_ignore_ascii_case("visibility")
                && value.get(..6).is_some_and(|v| v.eq_ignore_ascii_case("hidden"))
    })
}
