//! The standfirst: what stands between the headline and the first paragraph, often outside the
//! element that holds the rest.

use super::marks::Marks;
use super::{Scene, at, is_mostly_links};
use crate::page::blocks::{Block, BlockKind};
use html5ever::local_name;

/// The places of the standfirst's blocks among all; `first` is the place of the first block of the body.
pub(super) fn places(scene: &Scene<'_>, first: usize) -> Vec<usize> {
    let before = scene.blocks.get(..first).unwrap_or(&[]);
    let Some(headline) = before.iter().rposition(|block| scene.tree.is(block.node, &local_name!("h1")))
    else {
        return Vec::new();
    };
    let between = before.iter().enumerate().skip((headline + 1).max(first.saturating_sub(12)));
    between.filter(|(_, block)| is_standfirst(scene, block)).map(|(place, _)| place).collect()
}

fn is_standfirst(scene: &Scene<'_>, block: &Block) -> bool {
    if is_mostly_links(block) || block.kind == BlockKind::Caption {
        return false;
    }
    if scene.told.is_description(&block.text) {
        return true;
    }
    let named = std::iter::once(block.node).chain(scene.tree.ancestors(block.node)).take(3);
    let named = named.into_iter().any(|id| at(scene.marks, id).any(Marks::STANDFIRST));
    let words = block.text.split(' ').count();
    let plain = block.kind != BlockKind::Item && words >= 12;
    named && words >= 6
        || plain && block.text.ends_with(['.', '!', '?', '”', '"']) && block.linked * 4 < block.text.len()
}
