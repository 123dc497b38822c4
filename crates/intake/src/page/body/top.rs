//! The element that holds the article.

use super::at;
use super::marks::Marks;
use crate::page::tree::{NodeId, Tree};

/// The smallest element that holds most of the running text.
pub(super) fn find(tree: &Tree, marks: &[Marks], run: &[u32]) -> Option<NodeId> {
    let mut top = tree.root();
    if at(run, top) == 0 {
        return None;
    }
    loop {
        let inside = u64::from(at(run, top));
        let next = tree.children(top).max_by_key(|&id| (at(run, id), std::cmp::Reverse(id)));
        let Some(next) = next else { break };
        let kind = at(marks, next);
        let alike = tree
            .children(top)
            .filter(|&id| id != next && kind.any(Marks::BODY) && at(marks, id).any(Marks::BODY));
        let rivals: u64 = alike.map(|id| u64::from(at(run, id))).sum();
        let share = if rivals * 10 > inside { 80 } else { share(kind) };
        if u64::from(at(run, next)) * 100 < inside * share {
            break;
        }
        top = next;
    }
    Some(top)
}

/// How many hundredths of the running text an element must hold to be the article's.
fn share(marks: Marks) -> u64 {
    if marks.any(Marks::BODY) {
        35
    } else if marks.any(Marks::ARTICLE | Marks::MAIN) {
        50
    } else {
        80
    }
}
