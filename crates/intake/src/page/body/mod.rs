//! Which part of a page is the article.

use super::blocks::{Block, BlockKind, blocks};
use super::tree::{NodeId, Tree};
use std::collections::BTreeMap;

/// The blocks of the article, in order; none where the page has no running text.
pub(super) fn article(tree: &Tree) -> Vec<Block> {
    let all = blocks(tree, tree.root());
    let Some(top) = densest(tree, &all) else { return Vec::new() };
    let inside = |block: &Block| block.node == top || tree.ancestors(block.node).any(|id| id == top);
    all.into_iter().filter(|block| inside(block) && !is_mostly_links(block)).collect()
}

/// The element with the most running text directly or nearly directly inside.
fn densest(tree: &Tree, blocks: &[Block]) -> Option<NodeId> {
    let mut scores: BTreeMap<NodeId, usize> = BTreeMap::new();
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Paragraph && !is_mostly_links(block)) {
        let score = block.text.len().saturating_sub(block.linked);
        for (distance, id) in tree.ancestors(block.node).take(4).enumerate() {
            *scores.entry(id).or_default() += score >> distance;
        }
    }
    scores.into_iter().max_by_key(|&(_, score)| score).map(|(id, _)| id)
}

fn is_mostly_links(block: &Block) -> bool {
    block.linked * 2 > block.text.chars().filter(|c| !c.is_whitespace()).count()
}
