//! How much running text stands inside each element.

use super::is_mostly_links;
use crate::page::blocks::{Block, BlockKind, is_hidden};
use crate::page::tree::{NodeId, Step, Tree};

/// Bytes of text inside each element, roughly: what looks like prose, unlinked.
pub(super) fn of_text(tree: &Tree) -> Vec<u32> {
    let mut sums = vec![0; tree.len()];
    let mut walk = tree.walk(tree.root());
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => {
                if let Some(text) = tree.text(id) {
                    let text = text.trim();
                    if text.len() > 50 {
                        add(&mut sums, tree.parent(id), text.len() as u32);
                    }
                } else if tree.name(id).is_some_and(is_hidden) {
                    walk.skip_inside();
                }
            }
            Step::Leave(id) => carry(&mut sums, tree, id),
        }
    }
    sums
}

/// The same, counted from blocks.
pub(super) fn of_blocks(tree: &Tree, blocks: &[Block]) -> Vec<u32> {
    let mut sums = vec![0; tree.len()];
    for block in blocks {
        add(&mut sums, Some(block.node), of_block(block));
    }
    for step in tree.walk(tree.root()) {
        if let Step::Leave(id) = step {
            carry(&mut sums, tree, id);
        }
    }
    sums
}

fn of_block(block: &Block) -> u32 {
    let length = block.text.len();
    let prose = length >= 40 && block.text.contains(['.', ',', '?', '!', '。', '，', '؟', '।']);
    if !prose || is_mostly_links(block) || matches!(block.kind, BlockKind::Heading | BlockKind::Caption) {
        return 0;
    }
    let weight = length.saturating_sub(block.linked);
    let weight = if block.kind == BlockKind::Item { weight / 2 } else { weight };
    u32::try_from(weight).unwrap_or(u32::MAX)
}

fn add(sums: &mut [u32], id: Option<NodeId>, weight: u32) {
    if let Some(sum) = id.and_then(|id| sums.get_mut(id.0 as usize)) {
        *sum = sum.saturating_add(weight);
    }
}

fn carry(sums: &mut [u32], tree: &Tree, id: NodeId) {
    let weight = super::at(sums, id);
    add(sums, tree.parent(id), weight);
}
