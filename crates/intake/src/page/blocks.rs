//! A part of a page cut into blocks of text, as a browser would lay them out.

use super::tree::{NodeId, Step, Tree};
use crate::text::normal;
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
    let mut cut = Cutter { tree, out: Vec::new(), text: String::new(), linked: 0, links: 0, open: vec![top] };
    let mut walk = tree.walk(top);
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => {
                if let Some(text) = tree.text(id) {
                    cut.put(text);
                } else if let Some(name) = tree.name(id) {
                    cut.enter(id, name);
                    if is_hidden(name) || pass_over(id) {
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
    links: usize,
    open: Vec<NodeId>,
}

impl Cutter<'_> {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
        if self.links > 0 {
            self.linked += text.chars().filter(|c| !c.is_whitespace()).count();
        }
    }

    fn enter(&mut self, id: NodeId, name: &LocalName) {
        match *name {
            local_name!("br") => self.text.push(BREAK),
            local_name!("a") => self.links += 1,
            _ if is_block(name) => {
                self.close();
                self.open.push(id);
            }
            _ => {}
        }
    }

    fn leave(&mut self, id: NodeId) {
        let Some(name) = self.tree.name(id) else { return };
        if *name == local_name!("a") {
            self.links = self.links.saturating_sub(1);
        } else if self.open.last() == Some(&id) {
            self.close();
            self.open.pop();
        }
    }

    /// Ends the block at hand. Two line breaks running end a paragraph as well.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let Some(&node) = self.open.last() else { return };
        let kind = kind(self.tree, node);
        let parts = paragraphs(&text);
        let all: usize = parts.iter().map(String::len).sum();
        for text in parts {
            // Of several paragraphs in one element each gets its share.
            let linked = linked * text.len() / all.max(1);
            self.out.push(Block { kind, node, text, linked });
        }
    }
}

/// Stands for a `br`; line ends of the source are spaces.
const BREAK: char = '\u{2028}';

fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.split(BREAK).collect();
    let parts = lines.split(|line| line.trim().is_empty());
    parts.map(|lines| normal(&lines.join(" "))).filter(|part| !part.is_empty()).collect()
}

fn kind(tree: &Tree, node: NodeId) -> BlockKind {
    std::iter::once(node)
        .chain(tree.ancestors(node))
        .find_map(|id| match *tree.name(id)? {
            local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6") => Some(BlockKind::Heading),
            local_name!("li") => Some(BlockKind::Item),
            local_name!("blockquote") => Some(BlockKind::Quotation),
            local_name!("figcaption") | local_name!("caption") => Some(BlockKind::Caption),
            local_name!("td") | local_name!("th") => Some(BlockKind::Cell),
            _ => None,
        })
        .unwrap_or(BlockKind::Paragraph)
}

/// Elements whose text nobody reads on the page.
pub(super) fn is_hidden(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("script")
            | local_name!("style")
            | local_name!("noscript")
            | local_name!("template")
            | local_name!("head")
            | local_name!("iframe")
            | local_name!("svg")
            | local_name!("math")
            | local_name!("object")
            | local_name!("canvas")
            | local_name!("select")
            | local_name!("textarea")
            | local_name!("button")
            | local_name!("audio")
            | local_name!("video")
    )
}

/// Elements that stand by themselves; all others run on with the text around them.
pub(super) fn is_block(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("address")
            | local_name!("article")
            | local_name!("aside")
            | local_name!("blockquote")
            | local_name!("body")
            | local_name!("caption")
            | local_name!("center")
            | local_name!("dd")
            | local_name!("details")
            | local_name!("div")
            | local_name!("dl")
            | local_name!("dt")
            | local_name!("fieldset")
            | local_name!("figcaption")
            | local_name!("figure")
            | local_name!("footer")
            | local_name!("form")
            | local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
            | local_name!("header")
            | local_name!("hr")
            | local_name!("html")
            | local_name!("li")
            | local_name!("main")
            | local_name!("nav")
            | local_name!("ol")
            | local_name!("p")
            | local_name!("pre")
            | local_name!("section")
            | local_name!("summary")
            | local_name!("table")
            | local_name!("tbody")
            | local_name!("td")
            | local_name!("tfoot")
            | local_name!("th")
            | local_name!("thead")
            | local_name!("tr")
            | local_name!("ul")
    )
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
}
