//! Parts of the page that are no part of any article.

use super::at;
use super::marks::Marks;
use super::running::Weight;
use super::teasers::Teasers;
use crate::page::tree::{Step, Tree};
use html5ever::local_name;

/// What is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pruning {
    /// All that a name calls furniture.
    Full,
    /// Only what is never an article, for pages whose names lead astray.
    Sparing,
}

/// For each node whether it begins a part to leave out.
pub(super) fn pruned(tree: &Tree, marks: &[Marks], weights: &[Weight], pruning: Pruning) -> Vec<bool> {
    let all = at(weights, tree.root());
    let mut pruned = vec![false; tree.len()];
    let teasers = Teasers::count(tree);
    let mut walk = tree.walk(tree.root());
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        let (marks, weight) = (at(marks, id), at(weights, id));
        let spares = pruning == Pruning::Sparing && !marks.any(Marks::NEVER | Marks::HIDDEN);
        let figure = tree.is(id, &local_name!("figure")) && weight.tables == 0;
        if figure || !spares && leaves_out(marks, weight, all) || teasers.has(tree, id, weights) {
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
    let flows = weight.prose > 800 && weight.linked * 8 < weight.prose;
    if marks.any(Marks::NAVIGATION) && flows {
        false
    } else if marks.any(Marks::NEVER) {
        !holds(if marks.any(Marks::BODY) { 25 } else { 85 })
    } else if marks.any(Marks::HIDDEN) {
        !holds(50)
    } else if marks.any(Marks::FURNITURE) {
        !holds(if weight.heads > 0 || marks.any(Marks::BODY) { 25 } else { 40 })
    } else if marks.any(Marks::DOUBTFUL) {
        weight.prose < 120 || (weight.linked * 2 > weight.prose && !holds(50))
    } else {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::{marks, running};
    use super::*;

    /// What is left of a page, in letters.
    fn left(html: &str, pruning: Pruning) -> String {
        let tree = Tree::parse(html);
        let marks = marks::all(&tree);
        let pruned = pruned(&tree, &marks, &running::of_text(&tree), pruning);
        let blocks = crate::page::blocks::blocks_except(&tree, tree.root(), |id| at(&pruned, id));
        blocks.into_iter().map(|block| block.text).collect::<Vec<_>>().join("/")
    }

    const TEXT: &str = "<p>The ferry ran aground at dawn near the lighthouse, the coastguard said on Tuesday, \
        and nobody was hurt when the crew and all passengers were brought ashore in two boats.</p>";

    #[test]
    fn furniture_goes_and_what_holds_the_text_stays() {
        let html =
            format!("<div class=newsletter-box>Sign up for our letter.</div><div class=widget>{TEXT}</div>");
        assert!(
            !left(&html, Pruning::Full).contains("Sign up") && left(&html, Pruning::Full).contains("ferry")
        );
        let html = format!("<div class=breaking-news>{TEXT}</div><p>Imprint</p>");
        assert!(left(&html, Pruning::Full).contains("ferry"));
        let html = format!("<div class=promo>{TEXT}</div>{TEXT}{TEXT}");
        assert_eq!(left(&html, Pruning::Full).matches("ferry").count(), 2);
        assert_eq!(left(&html, Pruning::Sparing).matches("ferry").count(), 3);
    }

    #[test]
    fn figures_go_and_tables_in_them_stay() {
        let html = "<figure><img><figcaption>The ferry at dawn</figcaption></figure><figure><table><tr><td>Speed</table></figure>";
        assert_eq!(left(html, Pruning::Full), "Speed");
    }
}
