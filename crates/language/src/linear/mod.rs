//! Linear models over hashed features: what the tagger, the parser and the names share.
//!
//! A feature is a 32-bit hash ([`Hasher`]); a model keeps, for each feature that it knows, the few
//! classes for which it has a weight. Weights travel as one byte each, companded by a square root
//! so that small ones keep their precision, and are expanded on load. Unknown features cost one
//! look into a table.

mod format;
mod narrow;
mod sparse;
#[cfg(feature = "train")]
mod trainer;

#[cfg(feature = "train")]
pub use trainer::Trainer;

use narrow::Narrow;
use sparse::Sparse;

/// Makes features: a template's number and the values that it looks at.
#[derive(Clone, Copy, Debug)]
pub struct Hasher(u64);

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hasher {
    /// Opens a feature of the template with this number.
    #[inline]
    #[must_use]
    pub fn new(template: u32) -> Self {
        Self(u64::from(template).wrapping_add(1).wrapping_mul(ODD))
    }

    /// Adds a value: a hash, a tag, a distance.
    #[inline]
    #[must_use]
    pub fn with(self, value: u32) -> Self {
        Self((self.0.rotate_left(23) ^ u64::from(value)).wrapping_mul(ODD))
    }

    /// The finished feature.
    #[inline]
    #[must_use]
    pub fn finish(self) -> u32 {
        let folded = (self.0 ^ (self.0 >> 29)).wrapping_mul(ODD);
        (folded >> 32) as u32
    }
}

/// The hash of some bytes, for use as a value of a feature.
#[inline]
#[must_use]
pub fn hash(bytes: &[u8]) -> u32 {
    let mut state = bytes.len() as u64 ^ ODD;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        state = (state.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(ODD);
    }
    ((state ^ (state >> 29)).wrapping_mul(ODD) >> 32) as u32
}

/// A trained model. Scores are integers in a unit of the model's own.
#[derive(Clone, Default)]
pub struct Linear {
    classes: usize,
    table: Table,
}

/// The weights: side by side in the table itself where there are few classes.
#[derive(Clone)]
enum Table {
    Narrow(Narrow),
    Sparse(Sparse),
}

impl Default for Table {
    fn default() -> Self {
        Self::Sparse(Sparse::default())
    }
}

impl std::fmt::Debug for Linear {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Linear({} classes)", self.classes)
    }
}

impl Linear {
    /// Reads a model from the bytes that [`Trainer::finish`] wrote. Bytes that are not such a model
    /// give one that knows no feature.
    #[must_use]
    pub fn load(bytes: &[u8]) -> Self {
        format::decode(bytes).unwrap_or_default()
    }

    /// The number of classes.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// Adds the weights of the features to the scores of the classes.
    pub fn score(&self, features: &[u32], scores: &mut [i32]) {
        match &self.table {
            Table::Narrow(table) => table.score(features, scores),
            Table::Sparse(table) => table.score(features, scores),
        }
    }
}

/// So many features are looked up side by side: in sweeps over them, so that the processor waits for
/// many places of the table at once instead of one after the other. Nearly all the time goes into
/// reaching memory.
const SWEEP: usize = 64;

/// The places of a table: rows stand sorted by feature, gaps between them.
#[derive(Clone, Default)]
struct Places<T> {
    /// So many are first places.
    firsts: u32,
    all: Vec<T>,
    /// Where the next row is put, at the earliest.
    free: usize,
}

impl<T: Copy + Default> Places<T> {
    /// For so many rows, with two gaps for every three: fewer make looks long, more cost memory.
    fn new(rows: usize) -> Self {
        let firsts = u32::try_from(rows + rows * 2 / 3 + 1).unwrap_or(u32::MAX);
        Self { firsts, all: vec![T::default(); firsts as usize + 1], free: 0 }
    }

    /// Puts in the next row, in the order of features.
    fn push(&mut self, feature: u32, row: T) -> Option<()> {
        let at = self.free.max(self.first(feature));
        if at + 1 >= self.all.len() {
            self.all.resize(at + 2, T::default());
        }
        *self.all.get_mut(at)? = row;
        self.free = at + 1;
        Some(())
    }

    /// What stands at the first place of a feature.
    #[inline]
    fn look(&self, feature: u32) -> T {
        self.all.get(self.first(feature)).copied().unwrap_or_default()
    }

    /// The first row or gap behind the first place of a feature at which the look ends.
    fn look_on(&self, feature: u32, is_end: impl Fn(&T) -> bool) -> T {
        let rest = self.all.get(self.first(feature) + 1..).unwrap_or(&[]);
        rest.iter().copied().find(is_end).unwrap_or_default()
    }

    /// The first place of a feature: its share of all features, so that the order stays.
    #[inline]
    fn first(&self, feature: u32) -> usize {
        ((u64::from(feature) * u64::from(self.firsts)) >> 32) as usize
    }
}

/// The class with the highest score, the first of equals.
#[inline]
#[must_use]
pub fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    let mut highest = i32::MIN;
    for (class, &score) in scores.iter().enumerate() {
        if score > highest {
            (best, highest) = (class, score);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{Hasher, Linear, Narrow, Sparse, best, hash};

    #[test]
    fn features_differ_by_template_value_and_order() {
        let (a, b) = (hash(b"ferry"), hash(b"harbour"));
        let one = Hasher::new(1).with(a).with(b).finish();
        assert_ne!(one, Hasher::new(2).with(a).with(b).finish());
        assert_ne!(one, Hasher::new(1).with(b).with(a).finish());
        assert_ne!(hash(b""), hash(b"\0"));
    }

    #[test]
    fn odd_bytes_give_an_empty_model() {
        let model = Linear::load(b"not a model at all, far too short or long");
        let mut scores = [0; 3];
        model.score(&[7], &mut scores);
        assert_eq!((model.classes(), best(&scores)), (0, 0));
    }
    #[test]
    fn crowded_features_are_told_apart_in_both_tables() {
        let top = u32::MAX;
        let known = [0, 1, 2, 3, 5, 1 << 31, (1 << 31) + 1, top - 3, top - 2, top];
        let (mut narrow, mut sparse) = (Narrow::new(known.len()), Sparse::new(known.len(), known.len()));
        for (weight, feature) in (1..).zip(known) {
            assert_eq!(narrow.push(feature, [0, weight, 0, 0]), Some(()));
            assert_eq!(sparse.push(feature, std::iter::once((1, weight))), Some(()));
        }
        for (weight, feature) in (1..).zip(known) {
            let unknown = [4, 6, 1 << 30, top - 1];
            let features: Vec<u32> = unknown.into_iter().chain([feature]).collect();
            let (mut one, mut other) = ([0; 3], [0; 3]);
            narrow.score(&features, &mut one);
            sparse.score(&features, &mut other);
            assert_eq!((one, other), ([0, weight, 0], [0, weight, 0]), "{feature}");
        }
    }
}
