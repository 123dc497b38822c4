//! Parts of the page that are no part of any article.

use super::at;
use super::marks::Marks;
use super::running::Weight;
use crate::page::tree::{Step, Tree};
use html5ever::local_name;

/// For each node whether it begins a part to leave out.
pub(super) fn pruned(tree: &Tree, marks: &[Marks], weights: &[Weight]) -> Vec<bool> {
    let all = at(weights, tree.root());
    let mut pruned = vec![false; tree.len()];
    let mut walk = tree.walk(tree.root());
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        let (marks, weight) = (at(marks, id), at(weights, id));
        let figure = tree.is(id, &local_name!("figure")) && weight.tables == 0;
        if figure || leaves_out(marks, weight, all) {
            if let Some(place) = pruned.get_mut(id.0 as usize) {
                *place = true;
            }
            walk.skip_inside();
        }
    }
    pruned
}

fn leaves_out(marks: Marks, weight: Weight, all: Weight) -> bool {
    let holds = |hundredths: u64| u64::from(weight.prose) * 100 >= u64::from(all.prose) * hundredths;
    if marks.any(Marks::NEVER) {
        !holds(if marks.any(Marks::BODY) { 25 } else { 85 })
    } else if marks.any(Marks::HIDDEN) {
        !holds(50)
    } else if marks.any(Marks::FURNITURE) {
        !holds(if weight.heads > 0 || marks.any(Marks::BODY) { 25 } else { 50 })
    } else if marks.any(Marks::DOUBTFUL) {
        weight.prose < 120 || (weight.linked * 2 > weight.prose && !holds(50))
    } else {
        false
    }
}
