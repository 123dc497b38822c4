//! Short texts of a page, where dates stand.

use crate::page::blocks::is_hidden;
use crate::page::tree::{NodeId, Step, Tree};

/// A text of more bytes than this is no line with a date.
pub(super) const LINE: usize = 200;
/// Nodes that are looked at for one text: pages can nest without saying anything.
const NODES: usize = 400;

/// The text of a node, its pieces apart, if it is short.
pub(super) fn short(tree: &Tree, id: NodeId) -> Option<String> {
    let mut out = String::with_capacity(LINE);
    let mut walk = tree.walk(id);
    let mut steps = 0;
    while let Some(step) = walk.next() {
        steps += 1;
        if steps > NODES {
            return None;
        }
        let Step::Enter(id) = step else { continue };
        if tree.name(id).is_some_and(is_hidden) {
            walk.skip_inside();
        } else if let Some(text) = tree.text(id) {
            for word in text.split_whitespace() {
                if out.len() + word.len() > LINE {
                    return None;
                }
                out.push_str(word);
                out.push(' ');
            }
        }
    }
    Some(out)
}

/// The same where it holds a digit.
pub(super) fn with_digit(tree: &Tree, id: NodeId) -> Option<String> {
    short(tree, id).filter(|text| has_digit(text))
}

/// Whether a text can hold a date at all.
pub(super) fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5ever::local_name;

    #[test]
    fn pieces_are_kept_apart_and_long_texts_left() {
        let tree = Tree::parse("<p><b>6</b><b>Nov</b>\n2023<script>7</script></p><div>No</div>");
        let node = |name| tree.all(name).next().unwrap();
        assert_eq!(short(&tree, node(local_name!("p"))).as_deref(), Some("6 Nov 2023 "));
        assert_eq!(with_digit(&tree, node(local_name!("div"))), None);
        let long = Tree::parse(&format!("<p>6 {}</p>", "word ".repeat(LINE)));
        assert_eq!(short(&long, long.root()), None);
        let deep = Tree::parse(&format!("<p>6 {}</p>", "<i></i>".repeat(NODES)));
        assert_eq!(short(&deep, deep.root()), None);
    }
}
