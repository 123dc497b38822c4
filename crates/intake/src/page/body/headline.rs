//! Where the headline stands in the body: the text begins after it.

use super::{Scene, running};
use crate::page::blocks::Block;
use html5ever::local_name;

/// The place in the body where the headline stands, if most of the text comes after it.
pub(super) fn place(scene: &Scene<'_>, body: &[usize]) -> Option<usize> {
    let prose = |places: &[usize]| -> u32 {
        places.iter().filter_map(|&place| scene.blocks.get(place)).map(running::of_block).sum()
    };
    let blocks = body.iter().map(|&place| scene.blocks.get(place));
    let first =
        blocks.clone().position(|block| block.is_some_and(|block| running::of_block(block) > 0)).unwrap_or(0);
    let is_h1 = |block: &Block| scene.tree.is(block.node, &local_name!("h1"));
    let is_title = |block: &Block| block.text.len() < 300 && scene.told.is_title(&block.text);
    let named = blocks.clone().position(|block| block.is_some_and(|block| is_h1(block) && is_title(block)));
    let opening = || blocks.clone().take(first);
    let at = named
        .or_else(|| opening().position(|block| block.is_some_and(is_title)))
        .or_else(|| opening().position(|block| block.is_some_and(is_h1)))?;
    let (before, after) = body.split_at_checked(at)?;
    (prose(before) < prose(after) / 2).then_some(at)
}
