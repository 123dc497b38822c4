//! Which part of a page is the article.

mod marks;
mod prune;
mod running;
mod top;
mod words;

use super::blocks::{Block, BlockKind, blocks_except};
use super::tree::{NodeId, Tree};
use marks::Marks;

/// The blocks of the article, in order; none where the page has no running text.
pub(super) fn article(tree: &Tree) -> Vec<Block> {
    let marks: Vec<Marks> = tree.ids().map(|id| marks::read(tree, id)).collect();
    let weights = running::of_text(tree);
    let pruned = prune::pruned(tree, &marks, &weights);
    let all = blocks_except(tree, tree.root(), |id| at(&pruned, id));
    let run = running::of_blocks(tree, &all);
    let Some(top) = top::find(tree, &marks, &run) else { return Vec::new() };
    let inside = |block: &Block| block.node == top || tree.ancestors(block.node).any(|id| id == top);
    let kept = all.into_iter().filter(|block| inside(block) && !is_mostly_links(block));
    let mut kept: Vec<Block> = kept.filter(|block| block.kind != BlockKind::Caption).collect();
    while kept.last().is_some_and(|block| block.kind == BlockKind::Heading) {
        kept.pop();
    }
    kept
}

/// What stands for a node in a list with a place for each.
fn at<T: Copy + Default>(list: &[T], id: NodeId) -> T {
    list.get(id.0 as usize).copied().unwrap_or_default()
}

fn is_mostly_links(block: &Block) -> bool {
    block.linked * 2 > block.text.chars().filter(|c| !c.is_whitespace()).count()
}
