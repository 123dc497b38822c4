//! Which part of a page is the article.

mod marks;
mod prune;
mod repeated;
mod running;
mod stamp;
mod standfirst;
mod told;
mod top;
mod words;

use super::blocks::{Block, BlockKind, blocks_except};
use super::tree::{NodeId, Tree};
use html5ever::local_name;
use marks::Marks;
use told::Told;

/// What the rules look at.
struct Scene<'p> {
    tree: &'p Tree,
    /// What each element says of itself.
    marks: &'p [Marks],
    /// All blocks of the page but furniture.
    blocks: &'p [Block],
    told: Told,
}

/// The blocks of the article, in order; none where the page has no running text.
pub(super) fn article(tree: &Tree) -> Vec<Block> {
    let marks = marks::all(tree);
    let weights = running::of_text(tree);
    let pruned = prune::pruned(tree, &marks, &weights);
    let blocks = blocks_except(tree, tree.root(), |id| at(&pruned, id));
    let run = running::of_blocks(tree, &blocks);
    let Some(top) = top::find(tree, &marks, &run) else { return Vec::new() };
    let scene = Scene { tree, marks: &marks, blocks: &blocks, told: Told::read(tree) };
    let places = places(&scene, top);
    let mut kept: Vec<Block> = Vec::with_capacity(places.len());
    kept.extend(places.into_iter().filter_map(|place| blocks.get(place)).cloned());
    let mut repeated = repeated::repeated(&kept).into_iter();
    kept.retain(|_| !repeated.next().unwrap_or(false));
    while kept.last().is_some_and(|block| block.kind == BlockKind::Heading) {
        kept.pop();
    }
    kept
}

/// The places of the article's blocks among all.
fn places(scene: &Scene<'_>, top: NodeId) -> Vec<usize> {
    let inside = |block: &Block| block.node == top || scene.tree.ancestors(block.node).any(|id| id == top);
    let body: Vec<usize> =
        (0..scene.blocks.len()).filter(|&place| scene.blocks.get(place).is_some_and(&inside)).collect();
    let start = headline(scene, &body).map_or(0, |at| at + 1);
    let body = body.get(start..).unwrap_or(&[]);
    let mut places =
        if start == 0 { standfirst::places(scene, body.first().copied().unwrap_or(0)) } else { Vec::new() };
    let prose = |place: &usize| scene.blocks.get(*place).is_some_and(|block| running::of_block(block) > 0);
    let first = body.iter().position(prose).unwrap_or(0);
    let is_kept = |(index, &place): (usize, &usize)| {
        let block = scene.blocks.get(place)?;
        let before = index < first
            && !scene.tree.is(block.node, &local_name!("p"))
            && block.kind == BlockKind::Paragraph
            && !block.text.ends_with(['.', ':', '!', '?', '…', '"', '”']);
        (is_text(block) && !before && !(block.kind == BlockKind::Paragraph && stamp::is_stamp(&block.text)))
            .then_some(place)
    };
    places.extend(body.iter().enumerate().filter_map(is_kept));
    places
}

/// The place in the body where the headline stands, if most of the text comes after it.
fn headline(scene: &Scene<'_>, body: &[usize]) -> Option<usize> {
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

fn is_text(block: &Block) -> bool {
    !is_mostly_links(block) && block.kind != BlockKind::Caption
}

/// What stands for a node in a list with a place for each.
fn at<T: Copy + Default>(list: &[T], id: NodeId) -> T {
    list.get(id.0 as usize).copied().unwrap_or_default()
}

fn is_mostly_links(block: &Block) -> bool {
    let length = block.text.chars().filter(|c| !c.is_whitespace()).count();
    // In a row of figures the name that they belong to is often a link, and longer than they are.
    if block.kind == BlockKind::Row { block.linked * 10 > length * 9 } else { block.linked * 2 > length }
}
