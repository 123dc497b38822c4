//! How much running text stands inside each element.

use super::is_mostly_links;
use crate::page::blocks::{Block, BlockKind, is_hidden};
use crate::page::tree::{NodeId, Step, Tree};
use crate::text::trimmed;
use html5ever::local_name;
use std::ops::AddAssign;

/// What an element holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weight {
    /// Bytes of text that may be prose, outside links.
    pub prose: u32,
    /// Bytes of text in links.
    pub linked: u32,
    /// `h1` elements.
    pub heads: u32,
    /// Tables, lists and quotations.
    pub tables: u32,
}

impl std::ops::AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.prose = self.prose.saturating_add(other.prose);
        self.linked = self.linked.saturating_add(other.linked);
        self.heads = self.heads.saturating_add(other.heads);
        self.tables = self.tables.saturating_add(other.tables);
    }
}

/// What each element holds, before anything is known of it.
pub(super) fn of_text(tree: &Tree) -> Vec<Weight> {
    let mut sums = vec![Weight::default(); tree.len()];
    let mut walk = tree.walk(tree.root());
    let mut links = 0_u32;
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => {
                if let Some(text) = tree.text(id) {
                    let length = u32::try_from(trimmed(text).len()).unwrap_or(u32::MAX);
                    if links > 0 {
                        add(&mut sums, tree.parent(id), Weight { linked: length, ..Weight::default() });
                    } else if length > 25 {
                        add(&mut sums, tree.parent(id), Weight { prose: length, ..Weight::default() });
                    }
                } else if let Some(name) = tree.name(id) {
                    if is_hidden(name) {
                        walk.skip_inside();
                    }
                    links += u32::from(*name == local_name!("a"));
                    if matches!(
                        *name,
                        local_name!("table")
                            | local_name!("blockquote")
                            | local_name!("pre")
                            | local_name!("ol")
                            | local_name!("ul")
                    ) {
                        add(&mut sums, Some(id), Weight { tables: 1, ..Weight::default() });
                    }
                    if *name == local_name!("h1") {
                        add(&mut sums, Some(id), Weight { heads: 1, ..Weight::default() });
                    }
                }
            }
            Step::Leave(id) => {
                if tree.is(id, &local_name!("a")) {
                    links = links.saturating_sub(1);
                }
                carry(&mut sums, tree, id);
            }
        }
    }
    sums
}

/// What an element holds without furniture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// Bytes of running text.
    pub prose: u32,
    /// Bytes of all text.
    pub text: u32,
    /// Characters of text in links.
    pub linked: u32,
}

impl std::ops::AddAssign for Run {
    fn add_assign(&mut self, other: Self) {
        self.prose = self.prose.saturating_add(other.prose);
        self.text = self.text.saturating_add(other.text);
        self.linked = self.linked.saturating_add(other.linked);
    }
}

/// What each element holds, counted from blocks.
pub(super) fn of_blocks(tree: &Tree, blocks: &[Block]) -> Vec<Run> {
    let mut sums = vec![Run::default(); tree.len()];
    let bytes = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    for block in blocks {
        let run = Run { prose: of_block(block), text: bytes(block.text.len()), linked: bytes(block.linked) };
        // There are far fewer blocks than elements.
        for id in std::iter::once(block.node).chain(tree.ancestors(block.node)) {
            add(&mut sums, Some(id), run);
        }
    }
    sums
}

/// What a block counts for.
pub(super) fn of_block(block: &Block) -> u32 {
    let length = block.text.len();
    let prose = length >= 40 && block.text.contains(['.', ',', '?', '!', '。', '，', '؟', '।']);
    if !prose
        || is_mostly_links(block)
        || matches!(block.kind, BlockKind::Heading | BlockKind::Caption | BlockKind::Row)
    {
        return 0;
    }
    let weight = length.saturating_sub(block.linked);
    let weight = if block.kind == BlockKind::Item { weight / 2 } else { weight };
    u32::try_from(weight).unwrap_or(u32::MAX)
}

fn add<T: AddAssign>(sums: &mut [T], id: Option<NodeId>, weight: T) {
    if let Some(sum) = id.and_then(|id| sums.get_mut(id.0 as usize)) {
        *sum += weight;
    }
}

fn carry<T: AddAssign + Copy + Default>(sums: &mut [T], tree: &Tree, id: NodeId) {
    let weight = super::at(sums, id);
    add(sums, tree.parent(id), weight);
}
