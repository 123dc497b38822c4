//! Linear models over hashed features: what the tagger, the parser and the names share.
//!
//! A feature is a 32-bit hash ([`Hasher`]); a model keeps, for each feature that it knows, the few
//! classes for which it has a weight. Weights travel as one byte each, companded by a square root
//! so that small ones keep their precision, and are expanded on load. Unknown features cost one
//! look into a table.

mod format;
#[cfg(feature = "train")]
mod trainer;

#[cfg(feature = "train")]
pub use trainer::Trainer;

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

/// So many features are looked up side by side.
const SWEEP: usize = 64;

/// A trained model. Scores are integers in a unit of the model's own.
#[derive(Clone, Default)]
pub struct Linear {
    classes: usize,
    /// Shift that brings a feature to its first slot.
    shift: u32,
    /// Sorted by feature, gaps between; a `row` of zero is a gap.
    slots: Vec<Slot>,
    /// Rows of cells; the first cell of a row holds their number.
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    feature: u32,
    row: u32,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    class: u16,
    weight: i16,
}

impl std::fmt::Debug for Linear {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Linear({} classes, {} weights)", self.classes, self.cells.len())
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

    /// Adds the weights of a feature to the scores of the classes.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut [i32]) {
        add_all(self.row(feature), scores);
    }

    /// Adds the weights of several features.
    ///
    /// In three sweeps, so that the processor waits for many places of the table at once instead of
    /// one after the other: nearly all the time goes into reaching memory.
    pub fn score(&self, features: &[u32], scores: &mut [i32]) {
        let mut slots = [Slot::default(); SWEEP];
        let mut rows = [Cell::default(); SWEEP];
        for chunk in features.chunks(SWEEP) {
            for (slot, &feature) in slots.iter_mut().zip(chunk) {
                let first = feature.checked_shr(self.shift).unwrap_or(0) as usize;
                *slot = self.slots.get(first).copied().unwrap_or_default();
            }
            let mut known = 0;
            for (index, &feature) in chunk.iter().enumerate() {
                let Some(mut slot) = slots.get(index).copied() else { break };
                if slot.row != 0 && slot.feature < feature {
                    slot = self.next_slot(feature);
                }
                if slot.row != 0 && slot.feature == feature {
                    if let Some(place) = slots.get_mut(known) {
                        *place = slot;
                    }
                    known += 1;
                }
            }
            for (row, slot) in rows.iter_mut().zip(slots.iter().take(known)) {
                *row = self.cells.get(slot.row as usize).copied().unwrap_or_default();
            }
            for (row, slot) in rows.iter().zip(slots.iter().take(known)) {
                let start = slot.row as usize + 1;
                add_all(self.cells.get(start..start + usize::from(row.class)).unwrap_or(&[]), scores);
            }
        }
    }

    /// The slot of a feature that does not stand at its first place.
    fn next_slot(&self, feature: u32) -> Slot {
        let first = feature.checked_shr(self.shift).unwrap_or(0) as usize + 1;
        let rest = self.slots.get(first..).unwrap_or(&[]);
        let found = rest.iter().find(|slot| slot.row == 0 || slot.feature >= feature);
        found.copied().unwrap_or_default()
    }

    #[inline]
    fn row(&self, feature: u32) -> &[Cell] {
        let first = feature.checked_shr(self.shift).unwrap_or(0) as usize;
        for slot in self.slots.get(first..).unwrap_or(&[]) {
            if slot.row == 0 || slot.feature > feature {
                break;
            }
            if slot.feature == feature {
                let start = slot.row as usize;
                let count = self.cells.get(start).map_or(0, |cell| usize::from(cell.class));
                return self.cells.get(start + 1..=start + count).unwrap_or(&[]);
            }
        }
        &[]
    }
}

#[inline]
fn add_all(cells: &[Cell], scores: &mut [i32]) {
    for cell in cells {
        if let Some(score) = scores.get_mut(usize::from(cell.class)) {
            *score += i32::from(cell.weight);
        }
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
    use super::{Hasher, Linear, best, hash};

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
        model.add(7, &mut scores);
        assert_eq!((model.classes(), best(&scores)), (0, 0));
    }
}
