//! Everything on a page that tells of the page itself, gathered in one walk over the tree.
//!
//! What is said in `<meta>`, `<link>` and `<title>`, and the places of the page where a reader
//! finds headline and authors: headings, elements named after titles and bylines, lines that begin
//! with "By". Nothing is decided here.

use super::marks::{Known, Marks, known};
use super::seen::{Piece, is_logo, line, pieces};
use crate::page::tree::{NodeId, Step, Tree};
use crate::text::trimmed;
use html5ever::{LocalName, local_name};

/// Headings, and elements named after titles, that are kept.
const HEADINGS: usize = 120;
/// Places with authors that are kept.
const BYLINES: usize = 120;
/// Values of `<meta>` that are kept.
const METAS: usize = 400;
/// Bytes of a value that are kept.
const VALUE: usize = 4000;
/// Bytes of a `<title>` that is kept.
const TITLE: usize = 600;

/// What was gathered.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Names (in lower case) and contents of `<meta>`, and of hidden microdata.
    pub metas: Vec<(String, String)>,
    pub canonical: Option<String>,
    /// `<html lang>`.
    pub language: Option<String>,
    /// The `<title>` as written.
    pub title: Option<String>,
    pub headings: Vec<Heading>,
    pub bylines: Vec<Byline>,
}

/// A heading, or what is named like one.
#[derive(Debug)]
pub(super) struct Heading {
    pub place: Place,
    /// 1 to 6 for `h1` to `h6`, 7 for other elements.
    pub level: u8,
    /// Named as the headline by class or microdata.
    pub is_named: bool,
    /// It is, or stands in, a link to the home page: the logo.
    pub is_logo: bool,
    /// As a reader sees it, never empty.
    pub text: String,
    /// Its runs of text between the borders of inner elements.
    pub parts: Vec<String>,
}

/// Where authors are named.
#[derive(Debug)]
pub(super) struct Byline {
    pub place: Place,
    pub kind: BylineKind,
    pub pieces: Vec<Piece>,
}

/// Why a place counts as naming authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BylineKind {
    /// `rel="author"` or `itemprop="author"`.
    Stated,
    /// By the words of its class.
    Class,
    /// A line that begins with "By".
    Text,
}

/// Where something stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub node: NodeId,
    /// Its number in the order of the page.
    pub order: usize,
    /// The outermost part around it that is seldom the article: navigation, sidebar, comments.
    pub away: Option<NodeId>,
    /// Hidden from a reader.
    pub is_hidden: bool,
}

impl Head {
    /// Walks the page once.
    pub(super) fn gather(tree: &Tree) -> Self {
        let mut walk = tree.walk(tree.root());
        let mut gathering = Gathering {
            tree,
            head: Self::default(),
            order: 0,
            away: None,
            hidden: None,
            headings_left: HEADINGS,
            bylines_left: BYLINES,
            known: known(tree),
        };
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(id) => {
                    gathering.order += 1;
                    let Some(name) = tree.name(id) else {
                        gathering.text(id);
                        continue;
                    };
                    if is_passed_over(name) {
                        walk.skip_inside();
                    } else {
                        gathering.element(id, name);
                    }
                }
                Step::Leave(id) => gathering.leave(id),
            }
        }
        gathering.head
    }

    /// The contents of the `<meta>` of a name, in the order of the page.
    pub(super) fn all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h str> + 'h {
        self.metas.iter().filter(move |(key, _)| key == name).map(|(_, content)| content.as_str())
    }

    /// The first content of the first name that has one.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| self.metas.iter().find(|(key, _)| key == name);
        names.iter().find_map(of).map(|(_, content)| content.as_str())
    }
}

struct Gathering<'t> {
    tree: &'t Tree,
    head: Head,
    order: usize,
    away: Option<NodeId>,
    hidden: Option<NodeId>,
    headings_left: usize,
    bylines_left: usize,
    known: Known,
}

impl Gathering<'_> {
    fn element(&mut self, id: NodeId, name: &LocalName) {
        match *name {
            local_name!("meta") => self.meta(id),
            local_name!("link") => self.link(id),
            local_name!("title") if self.head.title.is_none() => {
                self.head.title = Some(self.tree.text_within(id))
                    .filter(|title| !title.trim().is_empty() && title.len() <= TITLE);
            }
            local_name!("html") => {
                self.head.language = self.tree.attribute(id, &local_name!("lang")).map(str::to_owned)
            }
            local_name!("head") | local_name!("body") | local_name!("base") => {}
            _ => self.visible(id, name),
        }
    }

    fn meta(&mut self, id: NodeId) {
        let value = |name| self.tree.attribute(id, &name).map(str::trim);
        let Some(content) = value(local_name!("content")).filter(|c| !c.is_empty() && c.len() <= VALUE)
        else {
            return;
        };
        let named = [local_name!("property"), local_name!("name")]
            .into_iter()
            .filter_map(value)
            .map(str::to_ascii_lowercase);
        // Microdata stands anywhere on the page and tells of anything on it.
        let microdata =
            value(local_name!("itemprop")).map(|name| format!("itemprop:{}", name.to_ascii_lowercase()));
        for key in named.chain(microdata) {
            if self.head.metas.len() < METAS {
                self.head.metas.push((key, content.to_owned()));
            }
        }
    }

    fn link(&mut self, id: NodeId) {
        let is = |rel: &str| rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical"));
        if self.head.canonical.is_none() && self.tree.attribute(id, &local_name!("rel")).is_some_and(is) {
            self.head.canonical =
                self.tree.attribute(id, &local_name!("href")).map(|href| href.trim().to_owned());
        }
    }

    fn visible(&mut self, id: NodeId, name: &LocalName) {
        let marks = Marks::of(self.tree, id, name, &self.known);
        if self.hidden.is_none() && marks.is_hidden {
            self.hidden = Some(id);
        }
        if self.away.is_none() && marks.is_away {
            self.away = Some(id);
        }
        let level = level(name);
        let is_title = marks.is_title && (level <= 6 || is_short_block(name));
        if (matches!(level, 1..=4) || is_title) && self.headings_left > 0 {
            self.headings_left -= 1;
            let text = line(self.tree, id, &self.known);
            if !text.is_empty() {
                let place = self.place(id);
                let parts = pieces(self.tree, id, &self.known).into_iter().map(|piece| piece.text).collect();
                let is_logo = is_logo(self.tree, id);
                self.head.headings.push(Heading {
                    place,
                    level,
                    is_named: marks.is_title,
                    is_logo,
                    text,
                    parts,
                });
            }
        }
        if marks.is_author || marks.is_byline {
            let kind = if marks.is_author { BylineKind::Stated } else { BylineKind::Class };
            self.byline(id, kind);
        }
    }

    /// A text that begins with "By" is a byline, or the first word of one.
    fn text(&mut self, id: NodeId) {
        /// Bytes that a byline in one text node may have.
        const LONG: usize = 160;
        let Some(text) = self.tree.text(id).map(trimmed) else { return };
        if self.bylines_left == 0 || text.len() > LONG || !super::names::begins_byline(text) {
            return;
        }
        let alone = !text.contains(' ');
        let around = self.tree.parent(id);
        let around = if alone { around.and_then(|id| self.wider(id)) } else { around };
        if let Some(node) = around {
            self.byline(node, BylineKind::Text);
        }
    }

    /// The node itself where it holds more than one piece of text, else the element around it.
    fn wider(&self, id: NodeId) -> Option<NodeId> {
        let many = |&id: &NodeId| pieces(self.tree, id, &self.known).len() > 1;
        std::iter::successors(Some(id), |&id| self.tree.parent(id)).take(3).find(many)
    }

    fn byline(&mut self, id: NodeId, kind: BylineKind) {
        if self.bylines_left == 0 || self.head.bylines.last().is_some_and(|b| b.place.node == id) {
            return;
        }
        self.bylines_left -= 1;
        let pieces = pieces(self.tree, id, &self.known);
        if !pieces.is_empty() {
            let place = self.place(id);
            self.head.bylines.push(Byline { place, kind, pieces });
        }
    }

    fn place(&self, node: NodeId) -> Place {
        Place { node, order: self.order, away: self.away, is_hidden: self.hidden.is_some() }
    }

    fn leave(&mut self, id: NodeId) {
        if self.away == Some(id) {
            self.away = None;
        }
        if self.hidden == Some(id) {
            self.hidden = None;
        }
    }
}

fn level(name: &LocalName) -> u8 {
    match *name {
        local_name!("h1") => 1,
        local_name!("h2") => 2,
        local_name!("h3") => 3,
        local_name!("h4") => 4,
        local_name!("h5") => 5,
        local_name!("h6") => 6,
        _ => 7,
    }
}

/// Elements that hold a headline where no heading does.
fn is_short_block(name: &LocalName) -> bool {
    matches!(*name, local_name!("div") | local_name!("p") | local_name!("span") | local_name!("a"))
}

/// Elements that hold nothing for a reader.
fn is_passed_over(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("script")
            | local_name!("style")
            | local_name!("noscript")
            | local_name!("template")
            | local_name!("iframe")
            | local_name!("svg")
            | local_name!("math")
            | local_name!("object")
            | local_name!("canvas")
            | local_name!("select")
            | local_name!("textarea")
    )
}
