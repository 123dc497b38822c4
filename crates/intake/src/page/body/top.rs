//! The element that holds the article.

use super::at;
use super::marks::Marks;
use super::running::Run;
use crate::page::tree::{NodeId, Tree};

/// The smallest element that holds most of the running text, and what belongs to it around.
pub(super) fn find(tree: &Tree, marks: &[Marks], run: &[Run]) -> Option<NodeId> {
    if at(run, tree.root()).prose == 0 {
        return None;
    }
    let top = descend(tree, marks, run);
    Some(climb(tree, marks, run, top))
}

/// Goes down as long as one child holds enough.
fn descend(tree: &Tree, marks: &[Marks], run: &[Run]) -> NodeId {
    let mut top = tree.root();
    let mut seen = Marks::NONE;
    loop {
        let inside = u64::from(at(run, top).prose);
        let next = tree.children(top).max_by_key(|&id| (at(run, id).prose, std::cmp::Reverse(id)));
        let Some(next) = next else { break };
        let kind = at(marks, next);
        let alike = tree
            .children(top)
            .filter(|&id| id != next && kind.any(Marks::BODY) && at(marks, id).any(Marks::BODY));
        let rivals: u64 = alike.map(|id| u64::from(at(run, id).prose)).sum();
        let share = if rivals * 10 > inside { 80 } else { share(kind, seen) };
        if u64::from(at(run, next).prose) * 100 < inside * share {
            break;
        }
        seen = seen | kind;
        top = next;
    }
    top
}

/// How many hundredths of the running text an element must hold to be the article's.
fn share(kind: Marks, seen: Marks) -> u64 {
    if kind.any(Marks::BODY) && !seen.any(Marks::BODY) {
        35
    } else if kind.any(Marks::ARTICLE | Marks::MAIN) && !seen.any(Marks::BODY | Marks::ARTICLE) {
        50
    } else {
        75
    }
}

/// Goes up as long as there is text around and few links.
fn climb(tree: &Tree, marks: &[Marks], run: &[Run], mut top: NodeId) -> NodeId {
    let named = Marks::BODY | Marks::ARTICLE;
    if !tree.ancestors(top).any(|id| at(marks, id).any(named)) {
        return top;
    }
    while let Some(parent) = tree.parent(top).filter(|_| !at(marks, top).any(named)) {
        let (inside, around) = (at(run, top), at(run, parent));
        let prose = around.prose - inside.prose;
        let linked = around.linked - inside.linked;
        let text = around.text - inside.text;
        if text > 0 && (linked * 3 > text || prose * 3 < text) || parent == tree.root() {
            break;
        }
        top = parent;
    }
    top
}

#[cfg(test)]
mod tests {
    use super::super::running;
    use super::*;
    use crate::page::blocks::blocks;
    use html5ever::local_name;

    fn top(html: &str) -> Option<String> {
        let tree = Tree::parse(html);
        let marks = super::super::marks::all(&tree);
        let run = running::of_blocks(&tree, &blocks(&tree, tree.root()));
        let id = find(&tree, &marks, &run)?;
        tree.attribute(id, &local_name!("id")).map(str::to_owned)
    }

    const TEXT: &str = "<p>A ferry ran aground at dawn near the lighthouse, the coastguard said on Tuesday.";

    #[test]
    fn a_named_body_needs_less_of_the_text() {
        let teasers = format!("<div>{TEXT}</div>").repeat(3);
        assert_eq!(
            top(&format!("<div id=a>{teasers}<div id=b class=story-body>{TEXT}{TEXT}</div></div>"))
                .as_deref(),
            Some("b")
        );
        assert_eq!(
            top(&format!("<div id=a>{teasers}<div id=b>{TEXT}{TEXT}</div></div>")).as_deref(),
            Some("a")
        );
    }

    #[test]
    fn nothing_to_find() {
        assert_eq!(top("<p>Home"), None);
    }
}
