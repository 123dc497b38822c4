//! The text of an element as a reader sees it, on one line or in pieces.

use super::marks::{Known, Marks};
use crate::page::blocks::{is_block, is_hidden};
use crate::page::tree::{NodeId, Step, Tree};
use crate::text::normal;
use html5ever::local_name;

/// Bytes of text beyond which an element is no line.
const LINE: usize = 600;
/// Nodes inside an element that are looked at.
const NODES: usize = 300;
/// Pieces beyond which an element is no byline.
const PIECES: usize = 40;

/// A run of text inside one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub text: String,
    /// Inside a link to a page about its author.
    pub is_author: bool,
}

/// The text on one line, without what is hidden; empty where it is too long for one.
pub(super) fn line(tree: &Tree, top: NodeId, known: &Known) -> String {
    let mut text = String::new();
    each_text(tree, top, known, |step| {
        match step {
            Seen::Text(run, _) => text.push_str(run),
            Seen::Break => text.push(' '),
            Seen::Border => {}
        }
        text.len() <= LINE
    });
    if text.len() > LINE { String::new() } else { normal(&text) }
}

/// The runs of text between the borders of elements; none where there are too many.
pub(super) fn pieces(tree: &Tree, top: NodeId, known: &Known) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut bytes = 0;
    each_text(tree, top, known, |step| {
        if let Seen::Text(run, is_author) = step {
            bytes += run.len();
            let text = normal(run);
            if !text.is_empty() {
                pieces.push(Piece { text, is_author });
            }
        }
        bytes <= LINE && pieces.len() <= PIECES
    });
    if bytes > LINE || pieces.len() > PIECES { Vec::new() } else { pieces }
}

/// Whether an element is, or stands in, a link to the home page.
pub(super) fn is_logo(tree: &Tree, id: NodeId) -> bool {
    /// Nodes inside that are looked at.
    const NEAR: usize = 6;
    let is_home = |id: NodeId| {
        let href =
            tree.attribute(id, &local_name!("href")).filter(|_| tree.is(id, &local_name!("a")))?.trim();
        let path = href
            .split_once("://")
            .map_or(href, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        Some(!href.is_empty() && path.trim_matches('/').is_empty())
    };
    let around = tree.ancestors(id).take(2);
    around.chain(tree.within(id).take(NEAR)).any(|id| is_home(id).unwrap_or(false))
}

/// What a reader meets inside an element.
enum Seen<'t> {
    /// Text, and whether it stands in a link to an author.
    Text(&'t str, bool),
    /// The end of a line.
    Break,
    /// Another element begins or ends.
    Border,
}

/// Calls for each thing met, until told to stop.
fn each_text<'t>(tree: &'t Tree, top: NodeId, known: &Known, mut take: impl FnMut(Seen<'t>) -> bool) {
    let mut author = false;
    let mut walk = tree.walk(top);
    let mut left = NODES;
    while let Some(step) = walk.next() {
        let Some(fewer) = usize::checked_sub(left, 1) else { return };
        left = fewer;
        let goes_on = match step {
            Step::Enter(id) => {
                if let Some(text) = tree.text(id) {
                    take(Seen::Text(text, author))
                } else if let Some(name) = tree.name(id) {
                    if id != top && (is_hidden(name) || Marks::of(tree, id, name, known).is_hidden) {
                        walk.skip_inside();
                    }
                    author |= *name == local_name!("a") && is_author_link(tree, id);
                    let breaks = is_block(name) || *name == local_name!("br");
                    take(if breaks { Seen::Break } else { Seen::Border })
                } else {
                    true
                }
            }
            Step::Leave(id) => {
                author &= !tree.is(id, &local_name!("a"));
                tree.name(id).is_none_or(|name| take(if is_block(name) { Seen::Break } else { Seen::Border }))
            }
        };
        if !goes_on {
            return;
        }
    }
}

/// A link marked as the author's, or whose address speaks of authors.
fn is_author_link(tree: &Tree, id: NodeId) -> bool {
    if tree.attribute(id, &local_name!("rel")).is_some_and(|rel| rel.to_ascii_lowercase().contains("author"))
    {
        return true;
    }
    let Some(href) = tree.attribute(id, &local_name!("href")) else { return false };
    let words = [
        "author",
        "authors",
        "contributor",
        "contributors",
        "autor",
        "journalist",
        "by",
        "profile",
        "staff",
        "reporter",
    ];
    href.split(['/', '?', '#', '=']).skip(1).any(|part| words.contains(&part.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::marks::known;
    use super::*;

    #[test]
    fn lines_and_pieces() {
        let tree = Tree::parse(
            "<h1><span class=sr-only>Story:</span>Ferry runs<br>aground <b>at dawn</b><script>x</script></h1>\
             <p>By<a href=/author/ann>Ann Vale</a><i>Reporter</i></p>",
        );
        let of = |name| tree.all(name).next().unwrap();
        assert_eq!(line(&tree, of(local_name!("h1")), &known(&tree)), "Ferry runs aground at dawn");
        let found = pieces(&tree, of(local_name!("p")), &known(&tree));
        let seen: Vec<_> = found.iter().map(|piece| (piece.text.as_str(), piece.is_author)).collect();
        assert_eq!(seen, [("By", false), ("Ann Vale", true), ("Reporter", false)]);
    }
}
