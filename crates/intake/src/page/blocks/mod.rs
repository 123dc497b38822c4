//! A part of a page cut into blocks of text, as a browser would lay them out.

mod elements;
mod inline;
mod rows;

pub(super) use elements::{is_block, is_hidden};

use super::tree::{NodeId, Step, Tree};
use crate::text::normal;
use elements::kind;
use html5ever::{LocalName, local_name};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// Running text.
    Paragraph,
    /// `h1` to `h6`.
    Heading,
    /// An item of a list.
    Item,
    /// Inside a `blockquote`.
    Quotation,
    /// Inside a `figcaption` or `caption`.
    Caption,
    /// A cell of a table.
    Cell,
    /// A row of a table whose cells are a few words each: `Port Vell | 94 | 131 km/h`.
    Row,
}

/// A run of text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The innermost element that makes a block of its own.
    pub node: NodeId,
    /// Its text in normal form, never empty.
    pub text: String,
    /// How many of the characters stand in links.
    pub linked: usize,
}

/// The blocks inside a node, in document order.
pub(crate) fn blocks(tree: &Tree, top: NodeId) -> Vec<Block> {
    blocks_except(tree, top, |_| false)
}

/// The same without what is inside the elements to pass over.
pub(crate) fn blocks_except(tree: &Tree, top: NodeId, pass_over: impl Fn(NodeId) -> bool) -> Vec<Block> {
    let mut cut = Cutter::new(tree, top);
    let mut walk = tree.walk(top);
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => {
                if let Some(text) = tree.text(id) {
                    cut.put(text);
                } else if let Some(name) = tree.name(id) {
                    cut.enter(id, name);
                    if is_hidden(name) || pass_over(id) {
                        cut.interrupt(name);
                        walk.skip_inside();
                    } else if inline::is_note_mark(tree, id, name) {
                        walk.skip_inside();
                    }
                }
            }
            Step::Leave(id) => cut.leave(id),
        }
    }
    cut.close();
    cut.out
}

struct Cutter<'t> {
    tree: &'t Tree,
    out: Vec<Block>,
    text: String,
    linked: usize,
    /// Links, and `pre` elements, that are open.
    links: usize,
    preformatted: usize,
    open: Vec<NodeId>,
    /// The row of a table whose cells make one line.
    row: Option<NodeId>,
    /// How many blocks there were when something was left out.
    interrupted: Option<usize>,
}

impl<'t> Cutter<'t> {
    fn new(tree: &'t Tree, top: NodeId) -> Self {
        let (out, text, open) = (Vec::new(), String::new(), vec![top]);
        Self { tree, out, text, linked: 0, links: 0, preformatted: 0, open, row: None, interrupted: None }
    }

    fn put(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.text.extend(text.chars().map(|c| if c == '\n' { BREAK } else { c }));
        } else {
            self.text.push_str(text);
        }
        if self.links > 0 {
            self.linked += text.chars().filter(|c| !c.is_whitespace()).count();
        }
    }

    fn enter(&mut self, id: NodeId, name: &LocalName) {
        match *name {
            local_name!("br") => self.text.push(BREAK),
            local_name!("a") => self.links += 1,
            local_name!("pre") => self.preformatted += 1,
            local_name!("td") | local_name!("th") if self.row.is_some() && !self.text.trim().is_empty() => {
                self.text.push_str(BETWEEN_CELLS);
            }
            local_name!("tr") if self.row.is_none() && rows::is_line(self.tree, id) => {
                self.close();
                self.open.push(id);
                self.row = Some(id);
            }
            _ if self.row.is_some() && is_block(name) => self.text.push(' '),
            _ => {}
        }
        if self.row.is_none() && (is_block(name) || inline::is_shown_as_block(self.tree, id, name)) {
            self.close();
            self.open.push(id);
        } else {
            inline::open(self.tree, id, name, &mut self.text);
        }
    }

    fn leave(&mut self, id: NodeId) {
        let Some(name) = self.tree.name(id) else { return };
        match *name {
            local_name!("a") => self.links = self.links.saturating_sub(1),
            local_name!("pre") => self.preformatted = self.preformatted.saturating_sub(1),
            _ => inline::close(self.tree, id, name, &mut self.text),
        }
        if self.open.last() == Some(&id) {
            self.close();
            self.open.pop();
        } else if self.row.is_some() && is_block(name) {
            self.text.push(' ');
        }
        if self.row == Some(id) {
            self.row = None;
        }
    }

    /// Something that stands by itself is left out here.
    fn interrupt(&mut self, name: &LocalName) {
        if is_block(name) && !self.out.is_empty() && self.text.trim().is_empty() {
            self.interrupted = Some(self.out.len());
        }
    }

    /// Ends the block at hand. Two line breaks running end a paragraph as well.
    fn close(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let Some(&node) = self.open.last() else { return };
        let kind = kind(self.tree, node);
        let text = if kind == BlockKind::Row { text.trim_end_matches([' ', '|']) } else { &text };
        let parts = paragraphs(text);
        let all: usize = parts.iter().map(String::len).sum();
        for text in parts {
            // Of several paragraphs in one element each gets its share.
            let linked = linked * text.len() / all.max(1);
            self.push(Block { kind, node, text, linked });
        }
    }

    /// Adds a block, or goes on with the sentence that something was put into.
    fn push(&mut self, block: Block) {
        let goes_on = self.interrupted == Some(self.out.len());
        match self.out.last_mut() {
            Some(last) if goes_on && is_one_sentence(self.tree, last, &block) => {
                last.text.push(' ');
                last.text.push_str(&block.text);
                last.linked += block.linked;
            }
            _ => self.out.push(block),
        }
    }
}

/// Whether two paragraphs are halves of a sentence.
fn is_one_sentence(tree: &Tree, one: &Block, two: &Block) -> bool {
    let both = one.kind == BlockKind::Paragraph && two.kind == BlockKind::Paragraph;
    let around = tree.parent(one.node);
    let beside = around == Some(two.node) || around == tree.parent(two.node);
    both && beside
        && !two.text.starts_with("http")
        && one.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '–' | '—'))
        && two.text.starts_with(char::is_lowercase)
        && one.text.contains(' ')
}

/// Stands for a `br`; line ends of the source are spaces.
const BREAK: char = '\u{2028}';
/// Stands between the cells of a row.
const BETWEEN_CELLS: &str = " | ";

fn paragraphs(text: &str) -> Vec<String> {
    if !text.contains(BREAK) {
        return Some(normal(text)).filter(|text| !text.is_empty()).into_iter().collect();
    }
    let lines: Vec<&str> = text.split(BREAK).collect();
    let parts = lines.split(|line| line.trim().is_empty());
    parts.map(|lines| normal(&lines.join(" "))).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_as_a_browser_lays_them_out() {
        let tree = Tree::parse(
            "<div>Loose <b>text</b>.<p>A <a href=x>link</a> here.</p><ul><li>One<li>Two</ul>\
             <blockquote><p>Quoted.</p></blockquote>First<br><br>Second<br>line<script>no()</script></div>",
        );
        let found = blocks(&tree, tree.root());
        let seen: Vec<_> = found.iter().map(|block| (block.kind, block.text.as_str())).collect();
        use BlockKind::{Item, Paragraph, Quotation};
        assert_eq!(
            seen,
            [
                (Paragraph, "Loose text."),
                (Paragraph, "A link here."),
                (Item, "One"),
                (Item, "Two"),
                (Quotation, "Quoted."),
                (Paragraph, "First"),
                (Paragraph, "Second line"),
            ]
        );
        assert_eq!(found.get(1).map(|block| block.linked), Some(4));
    }

    fn texts(html: &str) -> Vec<String> {
        let tree = Tree::parse(html);
        blocks(&tree, tree.root()).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn preformatted_lines() {
        assert_eq!(texts("<pre>One\ntwo\n\nthree</pre>four\n\nfive"), ["One two", "three", "four five"]);
    }

    #[test]
    fn a_sentence_goes_on_behind_what_is_left_out() {
        let passed_over = |html: &str| {
            let tree = Tree::parse(html);
            let aside = tree.all(local_name!("aside")).next();
            let found = blocks_except(&tree, tree.root(), |id| Some(id) == aside);
            found.into_iter().map(|block| block.text).collect::<Vec<_>>()
        };
        assert_eq!(
            passed_over("<p>The boat was <aside>Ad</aside>lost at sea."),
            ["The boat was lost at sea."]
        );
        assert_eq!(
            passed_over("<p>The boat was lost.<aside>Ad</aside>at sea"),
            ["The boat was lost.", "at sea"]
        );
        assert_eq!(passed_over("<p>The boat</p><p>was lost</p><aside>Ad</aside>"), ["The boat", "was lost"]);
    }
}
