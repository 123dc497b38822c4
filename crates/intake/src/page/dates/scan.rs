//! One walk over the page that gathers what may be its dates.

use super::candidate::{Candidate, Source};
use super::classes::{Beside, Named};
use super::expression::{Found, dates};
use super::texts::{LINE, has_digit, with_digit};
use super::words::Role;
use super::{element, head, script};
use crate::page::blocks::is_block;
use crate::page::class_names::Said;
use crate::page::tree::{NodeId, Step, Tree};
use html5ever::{LocalName, local_name};

/// Dates of one page that are looked at.
const MOST: usize = 1000;

/// What the walk found.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub candidates: Vec<Candidate>,
    /// The `h1` to `h3` of the page.
    pub headings: Vec<Heading>,
    /// The parts of the page whose names say that they are beside the article.
    pub asides: Vec<Aside>,
    /// The `<title>`.
    pub title: String,
    /// How many characters of text there are.
    pub length: usize,
}

/// A headline of the page or of something on it. Places count characters of text.
#[derive(Debug)]
pub(super) struct Heading {
    pub node: NodeId,
    pub start: usize,
    pub end: usize,
    /// Whether it is an `h1`.
    pub first: bool,
    /// The [`Aside`] around it.
    pub within: Option<usize>,
}

/// A part of the page that is beside the article, as its name has it.
#[derive(Debug)]
pub(super) struct Aside {
    pub node: NodeId,
    /// The part around it.
    pub within: Option<usize>,
    pub start: usize,
    pub end: usize,
    pub kind: Beside,
}

/// Walks over the page; `read_linked` takes the scripts of linked data as any others.
pub(super) fn scan(tree: &Tree, read_linked: bool) -> Scan {
    let named = tree.class_names().read(Named::of);
    let mut walker = Walker { tree, out: Scan::default(), aside: None, line: None, read_linked, named };
    let mut walk = tree.walk(tree.root());
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => {
                if walker.enter(id) {
                    walk.skip_inside();
                }
            }
            Step::Leave(id) => walker.leave(id),
        }
    }
    walker.out
}

struct Walker<'t> {
    tree: &'t Tree,
    out: Scan,
    /// The innermost open part that is beside the article.
    aside: Option<usize>,
    /// The block whose text was read last.
    line: Option<NodeId>,
    /// Whether linked data is read as other scripts are.
    read_linked: bool,
    /// What its names say of an element.
    named: Said<Named>,
}

impl<'t> Walker<'t> {
    /// Takes up a node; whether its inside is of no use.
    fn enter(&mut self, id: NodeId) -> bool {
        let tree = self.tree;
        if let Some(text) = tree.text(id) {
            self.text(id, text);
            return false;
        }
        let Some(name) = tree.name(id) else { return false };
        match *name {
            local_name!("meta") => self.out.candidates.extend(head::read(tree, id)),
            local_name!("script") => self.script(id),
            local_name!("title") if self.out.title.is_empty() => self.out.title = tree.text_within(id),
            _ => self.element(id, name),
        }
        matches!(
            *name,
            local_name!("script")
                | local_name!("title")
                | local_name!("style")
                | local_name!("svg")
                | local_name!("select")
                | local_name!("textarea")
        )
    }

    fn leave(&mut self, id: NodeId) {
        let length = self.out.length;
        if let Some(open) = self.aside.and_then(|at| self.out.asides.get_mut(at))
            && open.node == id
        {
            open.end = length;
            self.aside = open.within;
        }
        if let Some(heading) = self.out.headings.last_mut()
            && heading.node == id
        {
            heading.end = length;
        }
    }

    fn script(&mut self, id: NodeId) {
        // Linked data is read with care elsewhere; what is put oddly is found here.
        if !self.read_linked
            && self.tree.attribute(id, &local_name!("type")).is_some_and(|kind| kind.contains("ld+json"))
        {
            return;
        }
        for text in self.tree.children(id).filter_map(|id| self.tree.text(id)) {
            script::read(text, &mut self.out.candidates);
        }
    }

    fn element(&mut self, id: NodeId, name: &LocalName) {
        let (class, own) = self.tree.class_names().at(id);
        let mut named = self.named.of(class).and(self.named.of(own));
        match *name {
            local_name!("nav") => named.beside = Some(Beside::Menu),
            local_name!("aside") | local_name!("footer") => named.beside = Some(Beside::Margin),
            // A whole page is not beside itself.
            local_name!("html") | local_name!("body") => named.beside = None,
            local_name!("h1") | local_name!("h2") | local_name!("h3") => {
                let (start, within) = (self.out.length, self.aside);
                let first = *name == local_name!("h1");
                self.out.headings.push(Heading { node: id, start, end: usize::MAX, first, within });
            }
            _ => {}
        }
        if let Some(kind) = named.beside {
            let (within, start) = (self.aside, self.out.length);
            self.aside = Some(self.out.asides.len());
            self.out.asides.push(Aside { node: id, within, start, end: usize::MAX, kind });
        }
        for (found, role, source) in element::read(self.tree, id, named) {
            self.push(&found, role, source);
        }
    }

    fn push(&mut self, found: &Found, role: Role, source: Source) {
        if self.out.candidates.len() < MOST {
            let place = Some(self.out.length);
            let (moment, other) = (found.moment, found.other);
            let candidate =
                Candidate { moment, other, role, source, place, within: self.aside, aside: false };
            self.out.candidates.push(candidate);
        }
    }

    /// Counts a text, and reads the line that it stands in if that may hold a date.
    fn text(&mut self, id: NodeId, text: &str) {
        let length = length(text);
        if length > 0 && length < LINE && has_digit(text) {
            self.line(id, text);
        }
        self.out.length += length;
    }

    fn line(&mut self, id: NodeId, text: &str) {
        let block = self.tree.ancestors(id).find(|&id| self.tree.name(id).is_some_and(is_block));
        if block.is_none() || self.line == block {
            return;
        }
        let whole = block.and_then(|block| with_digit(self.tree, block));
        // A date may stand loose between other things.
        self.line = if whole.is_some() { block } else { None };
        let line = whole.unwrap_or_else(|| text.split_whitespace().collect::<Vec<_>>().join(" "));
        for found in dates(&line).iter().filter(|found| is_line_of_date(&line, found)).take(4) {
            // "The law was published on …" is a sentence.
            let is_prose = line.len() > 80 && found.role == Role::Published;
            self.push(found, if is_prose { Role::Unsaid } else { found.role }, Source::Line);
        }
    }
}

/// The bytes of a text's words, with one between them.
fn length(text: &str) -> usize {
    let (mut length, mut inside) = (0, false);
    for byte in text.bytes() {
        let is_word = !byte.is_ascii_whitespace();
        // The first byte of a word counts twice: for the space behind it.
        length += usize::from(is_word) + usize::from(is_word && !inside);
        inside = is_word;
    }
    length
}

/// Whether a line is there for its date: it opens with it, says what it is, or holds little else.
fn is_line_of_date(line: &str, found: &Found) -> bool {
    found.start == 0 || found.role != Role::Unsaid || line.len() <= 100 && !line.trim_end().ends_with('.')
}
