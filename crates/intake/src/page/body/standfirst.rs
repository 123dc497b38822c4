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

#[cfg(test)]
mod tests {
    use super::super::article;
    use crate::page::tree::Tree;

    fn opens(header: &str) -> String {
        let body = "<p>A ferry ran aground at dawn near the lighthouse, the coastguard said on Tuesday.\
            <p>Nobody was hurt, and divers will look at the hull on Thursday, a spokeswoman said.";
        let html = format!("<h1>Ferry aground</h1>{header}<div class=story-body>{body}</div>");
        article(&Tree::parse(&html)).first().map(|block| block.text.clone()).unwrap_or_default()
    }

    #[test]
    fn by_name_or_as_a_sentence() {
        assert!(
            opens("<div><h2 class=subtitle>Divers will look at the hull soon</h2></div>")
                .starts_with("Divers")
        );
        let sentence = "Rescuers brought all passengers ashore before the tide came back in the evening.";
        assert!(opens(&format!("<header>{sentence}</header>")).starts_with("Rescuers"));
        assert!(opens("<div>Harbour desk</div>").starts_with("A ferry"));
    }
}
