//! Short articles inside an article: they lead to others.

use super::at;
use super::running::Weight;
use crate::page::tree::{NodeId, Tree};
use html5ever::local_name;

/// Bytes of text that a teaser may hold.
const SHORT: u32 = 600;

/// How many articles stand side by side, counted once for a page.
pub(super) struct Teasers {
    /// For each node how many of its children are articles.
    direct: Vec<u32>,
    /// For each node how many of its children hold such.
    wrapped: Vec<u32>,
}

impl Teasers {
    /// Counts them.
    pub(super) fn count(tree: &Tree) -> Self {
        let mut counts = Self { direct: vec![0; tree.len()], wrapped: vec![0; tree.len()] };
        for id in tree.ids().filter(|&id| tree.is(id, &local_name!("article"))) {
            let Some(parent) = tree.parent(id) else { continue };
            add(&mut counts.direct, parent);
            if at(&counts.direct, parent) == 1
                && let Some(list) = tree.parent(parent)
            {
                add(&mut counts.wrapped, list);
            }
        }
        counts
    }

    /// Whether an element is one of several short articles inside a longer one.
    pub(super) fn has(&self, tree: &Tree, id: NodeId, weights: &[Weight]) -> bool {
        let article = local_name!("article");
        let weight = at(weights, id).prose;
        if !tree.is(id, &article) || weight >= SHORT {
            return false;
        }
        let Some(parent) = tree.parent(id) else { return false };
        let list = tree.parent(parent);
        let several = at(&self.direct, parent) > 1 || list.is_some_and(|list| at(&self.wrapped, list) > 1);
        let outer = || tree.ancestors(id).find(|&outer| tree.is(outer, &article));
        several && outer().is_some_and(|outer| at(weights, outer).prose / 2 > weight)
    }
}

fn add(counts: &mut [u32], id: NodeId) {
    if let Some(count) = counts.get_mut(id.0 as usize) {
        *count = count.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::running;
    use super::*;

    fn teasers(html: &str) -> usize {
        let tree = Tree::parse(html);
        let (counts, weights) = (Teasers::count(&tree), running::of_text(&tree));
        tree.ids().filter(|&id| counts.has(&tree, id, &weights)).count()
    }

    #[test]
    fn several_short_ones_inside_a_long_one() {
        let text = "<p>The ferry ran aground at dawn near the lighthouse, the coastguard said.</p>";
        let teaser = "<article><a href=/x>Other news</a></article>";
        assert_eq!(teasers(&format!("<article>{text}{teaser}{teaser}</article>")), 2);
        let listed = format!("<ul><li>{teaser}<li>{teaser}</ul>");
        assert_eq!(teasers(&format!("<article>{text}{listed}</article>")), 2);
        assert_eq!(teasers(&format!("<article>{text}{teaser}</article>")), 0);
        assert_eq!(teasers(&format!("{text}{teaser}{teaser}")), 0);
    }
}
