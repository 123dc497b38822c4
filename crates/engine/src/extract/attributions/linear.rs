//! Linear models over hashed features: scores for up to four labels, and the best sequence of
//! labels under scores for neighbouring ones.

/// Labels of a model, at most.
pub const LABELS: usize = 4;

/// Scores of the labels.
pub type Scores = [f32; LABELS];

/// Gives each feature its weights. The program reads them from a table; training changes them.
pub trait Weights {
    /// Adds the weights of a feature to `scores`.
    fn add(&self, feature: u32, scores: &mut Scores);
}

/// Weights as they are compiled in: the features that matter, found by open addressing.
///
/// The file holds eight bytes for each feature: its number (little endian), then one signed byte
/// for each label. Feature 0 gives the size of one step of the bytes.
#[derive(Clone, Debug)]
pub struct Table {
    scale: f32,
    slots: Vec<Slot>,
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    feature: u32,
    weights: [i8; LABELS],
}

impl Table {
    /// Reads a file of weights.
    #[must_use]
    pub fn new(file: &[u8]) -> Self {
        let (entries, _) = file.as_chunks::<8>();
        let bits = (entries.len() * 2).next_power_of_two().trailing_zeros().max(4);
        let mut table = Self { scale: 1.0, slots: vec![Slot::default(); 1 << bits], shift: 32 - bits };
        for &[a, b, c, d, weights @ ..] in entries {
            let feature = u32::from_le_bytes([a, b, c, d]);
            if feature == 0 {
                table.scale = f32::from_le_bytes(weights);
                continue;
            }
            let free = |place: &usize| table.slots.get(*place).is_some_and(|slot| slot.feature == 0);
            if let Some(slot) = table.probe(feature).find(free).and_then(|place| table.slots.get_mut(place)) {
                *slot = Slot { feature, weights: weights.map(|weight| i8::from_le_bytes([weight])) };
            }
        }
        table
    }

    /// Whether it holds no weights.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.iter().all(|slot| slot.feature == 0)
    }

    fn probe(&self, feature: u32) -> impl Iterator<Item = usize> + use<> {
        let start = (feature.wrapping_mul(0x85EB_CA6B) >> self.shift) as usize;
        let mask = self.slots.len() - 1;
        (0..=mask).map(move |step| (start + step) & mask)
    }
}

impl Weights for Table {
    fn add(&self, feature: u32, scores: &mut Scores) {
        for place in self.probe(feature) {
            let Some(slot) = self.slots.get(place) else { return };
            if slot.feature == feature {
                for (score, &weight) in scores.iter_mut().zip(&slot.weights) {
                    *score += f32::from(weight) * self.scale;
                }
                return;
            }
            if slot.feature == 0 {
                return;
            }
        }
    }
}

/// The features of a sequence of words, with the labels that each may take (a bit for each).
#[derive(Clone, Debug, Default)]
pub struct Rows {
    flat: Vec<u32>,
    ends: Vec<(usize, u8)>,
}

impl Rows {
    /// Forgets all rows and keeps the memory.
    pub fn clear(&mut self) {
        self.flat.clear();
        self.ends.clear();
    }

    /// Adds a feature to the row that is being written.
    pub fn push(&mut self, feature: u32) {
        self.flat.push(feature);
    }

    /// Ends the row.
    pub fn end(&mut self, allowed: u8) {
        self.ends.push((self.flat.len(), allowed));
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The features of a row.
    #[must_use]
    pub fn row(&self, index: usize) -> &[u32] {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| end.0);
        self.ends.get(index).and_then(|end| self.flat.get(start..end.0)).unwrap_or(&[])
    }

    /// The labels that a row may take, a bit for each.
    #[must_use]
    pub fn allowed(&self, index: usize) -> u8 {
        self.ends.get(index).map_or(1, |end| end.1)
    }
}

/// The feature that stands for a label's neighbour before it; `LABELS` is the beginning.
#[must_use]
pub fn transition(previous: usize) -> u32 {
    1 + u32::try_from(previous).unwrap_or(0)
}

/// The best sequence of labels. `extra` is added to the scores of each word (training makes
/// wrong labels dearer with it; the program leans towards finding more or fewer).
pub fn best(weights: &impl Weights, rows: &Rows, extra: impl Fn(usize, usize) -> f32) -> Vec<u8> {
    let mut steps = [Scores::default(); LABELS + 1];
    for (previous, scores) in steps.iter_mut().enumerate() {
        weights.add(transition(previous), scores);
    }
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(rows.len());
    let mut so_far = Scores::default();
    for index in 0..rows.len() {
        let mut scores = Scores::default();
        for &feature in rows.row(index) {
            weights.add(feature, &mut scores);
        }
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut from = [0u8; LABELS];
        for label in (0..LABELS).filter(|label| rows.allowed(index) & (1 << label) != 0) {
            let own = scores[label] + extra(index, label);
            if index == 0 {
                next[label] = own + steps[LABELS][label];
                continue;
            }
            for previous in 0..LABELS {
                let score = so_far[previous] + steps[previous][label] + own;
                if score > next[label] {
                    next[label] = score;
                    from[label] = u8::try_from(previous).unwrap_or(0);
                }
            }
        }
        so_far = next;
        back.push(from);
    }
    trace(&so_far, &back)
}

fn trace(last: &Scores, back: &[[u8; LABELS]]) -> Vec<u8> {
    let mut label = (0..LABELS).fold(0, |best, label| if last[label] > last[best] { label } else { best });
    let mut labels = vec![0u8; back.len()];
    for (place, from) in labels.iter_mut().zip(back).rev() {
        *place = u8::try_from(label).unwrap_or(0);
        label = usize::from(from[label]);
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::{LABELS, Rows, Scores, Weights, best, transition};

    struct Toy;

    impl Weights for Toy {
        fn add(&self, feature: u32, scores: &mut Scores) {
            match feature {
                101 => scores[1] += 1.0,
                102 => scores[2] += 0.5,
                _ if feature == transition(1) => scores[2] += 1.0,
                _ => {}
            }
        }
    }

    #[test]
    fn neighbours_weigh_in_and_forbidden_labels_are_not_taken() {
        let mut rows = Rows::default();
        for (feature, allowed) in [(101, 0b111), (103, 0b111), (101, 0b101)] {
            rows.push(feature);
            rows.end(allowed);
        }
        assert_eq!(best(&Toy, &rows, |_, _| 0.0), [1, 2, 0]);
        assert_eq!(best(&Toy, &Rows::default(), |_, _| 0.0), Vec::<u8>::new());
        assert_eq!(LABELS, 4);
    }
}
