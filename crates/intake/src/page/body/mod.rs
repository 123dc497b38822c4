//! Which part of a page is the article.
//!
//! Elements say by their names what they are ([`marks`], [`words`]); furniture is left out
//! ([`prune`], [`teasers`]); the element that holds most of the running text is looked for
//! ([`running`], [`top`]); its lines are looked at one by one ([`lines`], [`stamp`], [`repeated`]),
//! and what stands under the headline is taken from outside ([`standfirst`], [`told`]).

mod headline;
mod lines;
mod lists;
mod marks;
mod prune;
mod repeated;
mod running;
mod stamp;
mod standfirst;
mod teasers;
mod told;
mod top;
mod words;

use super::blocks::{Block, BlockKind, blocks_except};
use super::tree::{NodeId, Tree};
use marks::Marks;
use prune::Pruning;
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

/// Bytes of running text below which names may have led astray.
const LITTLE: u32 = 200;

/// The blocks of the article, in order; none where the page has no running text.
pub(super) fn article(tree: &Tree) -> Vec<Block> {
    let marks = marks::all(tree);
    let weights = running::of_text(tree);
    let read = |pruning| read(tree, &marks, &prune::pruned(tree, &marks, &weights, pruning));
    let found = read(Pruning::Full);
    let prose = |blocks: &[Block]| blocks.iter().map(running::of_block).sum::<u32>();
    let is_body = |id: NodeId| at(&marks, id).any(Marks::BODY);
    let named = found.iter().any(|block| tree.ancestors(block.node).any(is_body));
    if named || prose(&found) >= LITTLE {
        return found;
    }
    let more = read(Pruning::Sparing);
    if prose(&more) > prose(&found) * 3 { more } else { found }
}

/// The same, where it is known what is left out.
fn read(tree: &Tree, marks: &[Marks], pruned: &[bool]) -> Vec<Block> {
    let blocks = blocks_except(tree, tree.root(), |id| at(pruned, id));
    let run = running::of_blocks(tree, &blocks);
    let Some(top) = top::find(tree, marks, &run) else { return Vec::new() };
    let scene = Scene { tree, marks, blocks: &blocks, told: Told::read(tree) };
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
    let start = headline::place(scene, &body).map_or(0, |at| at + 1);
    let body = body.get(start..).unwrap_or(&[]);
    let mut places =
        if start == 0 { standfirst::places(scene, body.first().copied().unwrap_or(0)) } else { Vec::new() };
    places.extend(lines::kept(scene, body));
    places
}

/// What stands for a node in a list with a place for each.
fn at<T: Copy + Default>(list: &[T], id: NodeId) -> T {
    list.get(id.0 as usize).copied().unwrap_or_default()
}

fn is_mostly_links(block: &Block) -> bool {
    if block.linked == 0 {
        return false;
    }
    let length = block.text.chars().filter(|c| !c.is_whitespace()).count();
    // In a row of figures the name that they belong to is often a link, and longer than they are.
    if block.kind == BlockKind::Row { block.linked * 10 > length * 9 } else { block.linked * 2 > length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        article(&Tree::parse(html)).into_iter().map(|block| block.text).collect()
    }

    const ONE: &str = "A ferry ran aground at dawn near the lighthouse, the coastguard said on Tuesday.";
    const TWO: &str = "Nobody was hurt, and divers will look at the hull on Thursday, a spokeswoman said.";
    const THREE: &str = "The owner, a company of two brothers, had bought the ship in spring, records show.";

    #[test]
    fn the_lead_and_the_body_in_elements_of_their_own() {
        let html = format!(
            "<title>Ferry aground at the lighthouse</title><h1>Ferry aground at the lighthouse</h1>\
             <div class=meta>8 hours ago</div><p class=standfirst>{ONE}</p>\
             <div class=story-body><p>{TWO}<p>{THREE}</div><div class=related><p>{ONE} {TWO}</div>"
        );
        assert_eq!(texts(&html), [ONE, TWO, THREE]);
    }

    #[test]
    fn bodies_side_by_side_are_one_article() {
        let html = format!(
            "<article><section class=article-body><p>{ONE}</section><section class=article-body><p>{TWO}\
             <p>{THREE}</section></article>"
        );
        assert_eq!(texts(&html), [ONE, TWO, THREE]);
    }

    #[test]
    fn names_that_lead_astray() {
        assert_eq!(
            texts(&format!(
                "<div class=promo><p>{ONE}</div><div class=promo><p>{TWO}</div><div class=promo><p>{THREE}</div>"
            )),
            [ONE, TWO, THREE]
        );
    }

    #[test]
    fn a_copy_for_narrow_screens_is_left_out() {
        let text = format!("<p>{ONE} {TWO}<p>{TWO} {THREE}");
        assert_eq!(texts(&format!("<div>{text}</div><div>{text}</div>")).len(), 2);
    }
}
