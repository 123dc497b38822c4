//! Text that a page carries twice, for a narrow and for a wide screen.

use crate::page::blocks::{Block, BlockKind};
use std::collections::HashMap;

/// Blocks from which on a repeated run is a copy.
const RUN: usize = 4;

/// Bytes from which on a single block is.
const LONG: usize = 100;

/// For each block whether it repeats what stands before.
pub(super) fn repeated(blocks: &[Block]) -> Vec<bool> {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let origins: Vec<Option<usize>> = blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let origin = *first.entry(block.text.as_str()).or_insert(at);
            (origin < at && block.kind != BlockKind::Cell).then_some(origin)
        })
        .collect();
    let mut repeated = vec![false; blocks.len()];
    let mut start = 0;
    for (at, origin) in origins.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| origins.get(before).copied().flatten());
        if origin.is_none() || before.map(|before| before + 1) != *origin {
            start = at;
        }
        let long = origin.is_some() && blocks.get(at).is_some_and(|block| block.text.len() >= LONG);
        let run = origin.is_some() && at + 1 - start >= RUN;
        let from = if run { start } else { at };
        for place in repeated.iter_mut().take(at + 1).skip(from) {
            *place |= long || run;
        }
    }
    repeated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::blocks::blocks;
    use crate::page::tree::Tree;

    fn found(html: &str) -> Vec<bool> {
        let tree = Tree::parse(html);
        repeated(&blocks(&tree, tree.root()))
    }

    #[test]
    fn runs_and_long_lines_not_a_refrain() {
        let run = "<p>One.<p>Two.<p>Three.<p>Four.";
        assert_eq!(found(&format!("{run}{run}")), [[false; 4], [true; 4]].concat());
        assert_eq!(found("<p>Again.<p>One.<p>Again.<p>Two."), [false; 4]);
        let long = format!("<p>{}", "The sea was calm and the night was clear. ".repeat(3));
        assert_eq!(found(&format!("{long}<p>And then.{long}")), [false, false, true]);
    }
}
