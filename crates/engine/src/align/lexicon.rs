//! What is known of terms from news at large: how common each is, and which are used alike.
//!
//! Learned by `xtask train lexicon` from 9 million words: a document frequency for each stem, and
//! a vector whose angles tell how alike two stems are used (positive pointwise mutual information,
//! reduced by a truncated singular value decomposition).

use std::collections::HashMap;
use std::sync::LazyLock;

static BYTES: &[u8] = include_bytes!("weights/lexicon.bin");
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(BYTES));

/// Rarity of a term that the table does not hold.
const UNKNOWN: f32 = 11.0;

/// Terms with their rarity and vector.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    entries: HashMap<&'static str, u32>,
    rarity: Vec<f32>,
    vectors: Vec<f32>,
    dimensions: usize,
}

impl Lexicon {
    /// The table that is compiled in.
    pub(super) fn get() -> &'static Self {
        &LEXICON
    }

    /// Layout: dimensions; then for each term the length of its name, the name, its rarity in
    /// sixteenths, its vector in signed bytes.
    fn read(bytes: &'static [u8]) -> Self {
        let mut lexicon = Self::default();
        let Some((&dimensions, mut rest)) = bytes.split_first() else { return lexicon };
        lexicon.dimensions = usize::from(dimensions);
        while let Some((&length, more)) = rest.split_first() {
            let size = usize::from(length);
            let (Some(name), Some(&rarity)) = (more.get(..size), more.get(size)) else { break };
            let Some(vector) = more.get(size + 1..size + 1 + lexicon.dimensions) else { break };
            let Ok(name) = std::str::from_utf8(name) else { break };
            let index = u32::try_from(lexicon.rarity.len()).unwrap_or(u32::MAX);
            lexicon.entries.insert(name, index);
            lexicon.rarity.push(f32::from(rarity) / 16.0);
            let numbers = vector.iter().map(|&byte| f32::from(byte.cast_signed()));
            let norm = numbers.clone().map(|x| x * x).sum::<f32>().sqrt().max(1.0);
            lexicon.vectors.extend(numbers.map(|x| x / norm));
            rest = more.get(size + 1 + lexicon.dimensions..).unwrap_or(&[]);
        }
        lexicon
    }

    /// The entry of a term.
    pub(super) fn find(&self, term: &str) -> Option<u32> {
        self.entries.get(term).copied()
    }

    /// How rare a term is, in nats.
    pub(super) fn rarity(&self, entry: Option<u32>) -> f32 {
        entry.and_then(|entry| self.rarity.get(entry as usize)).copied().unwrap_or(UNKNOWN)
    }

    /// The vector of an entry, of length one; empty for none.
    pub(super) fn vector(&self, entry: Option<u32>) -> &[f32] {
        let Some(entry) = entry else { return &[] };
        let start = entry as usize * self.dimensions;
        self.vectors.get(start..start + self.dimensions).unwrap_or(&[])
    }
}

/// The cosine of two vectors of length one; nothing is alike to an empty one.
pub(super) fn cosine(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}
