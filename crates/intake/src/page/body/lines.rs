//! Which lines of the body belong to the text: no dates, no links to other pages, nothing short
//! around its ends.

use super::{Scene, is_mostly_links, running, stamp};
use crate::page::blocks::{Block, BlockKind};
use html5ever::local_name;

/// The most words of a line of links that belongs to the paragraph beside it.
const FEW: usize = 6;

/// Those of the places in the body whose blocks are kept.
pub(super) fn kept(scene: &Scene<'_>, body: &[usize]) -> Vec<usize> {
    let blocks: Vec<&Block> = body.iter().filter_map(|&place| scene.blocks.get(place)).collect();
    let is_prose = |block: &&Block| running::of_block(block) > 0;
    let first = blocks.iter().position(is_prose).unwrap_or(0);
    let last = blocks.iter().rposition(is_prose).unwrap_or(0);
    let is_kept = |at: usize| {
        let Some(&block) = blocks.get(at) else { return false };
        if is_mostly_links(block) {
            return first < at && at < last && belongs(scene, &blocks, at);
        }
        let outside = at < first && block.kind == BlockKind::Paragraph
            || at > last && !matches!(block.kind, BlockKind::Item | BlockKind::Cell | BlockKind::Row);
        is_text(block) && !(outside && is_loose(scene, block))
    };
    body.iter().enumerate().filter(|&(at, _)| is_kept(at)).map(|(_, &place)| place).collect()
}

fn is_text(block: &Block) -> bool {
    let stamp = block.kind == BlockKind::Paragraph && stamp::is_stamp(&block.text);
    block.kind != BlockKind::Caption && !stamp
}

/// A line that is no paragraph by its element nor a sentence by its end, nor the time of an entry.
fn is_loose(scene: &Scene<'_>, block: &Block) -> bool {
    let ends = ['.', ':', '!', '?', '…', '"', '”', ')'];
    let clock = block.text.contains(':') && !block.text.contains(char::is_alphabetic);
    !scene.tree.is(block.node, &local_name!("p")) && !block.text.ends_with(ends) && !clock
}

/// Whether a line of links inside the text belongs to it: where to buy what was just described,
/// or a cell of a table.
fn belongs(scene: &Scene<'_>, blocks: &[&Block], at: usize) -> bool {
    let Some(block) = blocks.get(at) else { return false };
    if matches!(block.kind, BlockKind::Cell | BlockKind::Row) {
        return true;
    }
    let parent = scene.tree.parent(block.node);
    let is_beside = |at: Option<usize>| {
        let block = at.and_then(|at| blocks.get(at));
        block.is_some_and(|block| running::of_block(block) > 0 && scene.tree.parent(block.node) == parent)
    };
    let is_line = scene.tree.is(block.node, &local_name!("p")) && block.text.split(' ').count() <= FEW;
    is_line && (is_beside(at.checked_sub(1)) || is_beside(Some(at + 1)))
}

#[cfg(test)]
mod tests {
    use super::super::article;
    use crate::page::tree::Tree;

    #[test]
    fn dates_and_links_go_prices_stay() {
        let one = "<p>The lamp is bright, folds flat and lasts for ten hours, our testers found last week.";
        let html = format!(
            "<div class=story-body><div>Harbour desk</div>{one}<p><a href=/buy>At the shop for 20</a>\
             <div>3 March 2021</div><div><a href=/x>Seven other lamps that shine at night</a></div>{one} Twice.<div>Topics</div></div>"
        );
        let texts: Vec<String> = article(&Tree::parse(&html)).into_iter().map(|block| block.text).collect();
        assert_eq!(texts.len(), 3, "{texts:?}");
        assert_eq!(texts.get(1).map(String::as_str), Some("At the shop for 20"));
    }
}
