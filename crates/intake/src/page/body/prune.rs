//! Parts of the page that are no part of any article.

use super::at;
use super::marks::Marks;
use crate::page::tree::{Step, Tree};

/// For each node whether it begins a part to leave out.
pub(super) fn pruned(tree: &Tree, marks: &[Marks], weights: &[u32]) -> Vec<bool> {
    let all = at(weights, tree.root());
    let mut pruned = vec![false; tree.len()];
    let mut walk = tree.walk(tree.root());
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        if leaves_out(at(marks, id), at(weights, id), all) {
            if let Some(place) = pruned.get_mut(id.0 as usize) {
                *place = true;
            }
            walk.skip_inside();
        }
    }
    pruned
}

fn leaves_out(marks: Marks, weight: u32, all: u32) -> bool {
    let (weight, all) = (u64::from(weight), u64::from(all));
    marks.any(Marks::FURNITURE | Marks::HIDDEN) && weight * 10 < all * 4
}
