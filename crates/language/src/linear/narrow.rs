//! Weights of few classes: they stand in the table itself, one look for each feature.

use super::{Places, SWEEP};

/// No model with more classes is kept this way.
pub(super) const MOST: usize = 4;

/// For each feature its weights for all classes.
#[derive(Clone)]
pub(super) struct Narrow {
    places: Places,
    /// Sorted by feature, gaps between; a row without weights is a gap.
    rows: Vec<Row>,
    /// Where the next row is put, at the earliest.
    free: usize,
}

#[derive(Clone, Copy, Default)]
struct Row {
    feature: u32,
    weights: [i16; MOST],
}

impl Row {
    fn is_gap(self) -> bool {
        self.weights == [0; MOST]
    }
}

impl Narrow {
    /// A table for so many rows.
    pub(super) fn new(rows: usize) -> Self {
        let places = Places::new(rows);
        Self { places, rows: vec![Row::default(); places.count()], free: 0 }
    }

    /// Puts in the next row, in the order of features. One without weights is as good as unknown.
    pub(super) fn push(&mut self, feature: u32, weights: [i16; MOST]) -> Option<()> {
        let row = Row { feature, weights };
        if row.is_gap() {
            return Some(());
        }
        let at = self.free.max(self.places.first(feature));
        if at + 1 >= self.rows.len() {
            self.rows.resize(at + 2, Row::default());
        }
        *self.rows.get_mut(at)? = row;
        self.free = at + 1;
        Some(())
    }

    pub(super) fn score(&self, features: &[u32], scores: &mut [i32]) {
        let mut rows = [Row::default(); SWEEP];
        let mut sums = [0_i32; MOST];
        for chunk in features.chunks(SWEEP) {
            for (row, &feature) in rows.iter_mut().zip(chunk) {
                *row = self.rows.get(self.places.first(feature)).copied().unwrap_or_default();
            }
            for (row, &feature) in rows.iter().zip(chunk) {
                let mut row = *row;
                if row.feature < feature && !row.is_gap() {
                    row = self.next_row(feature);
                }
                if row.feature == feature {
                    for (sum, weight) in sums.iter_mut().zip(row.weights) {
                        *sum += i32::from(weight);
                    }
                }
            }
        }
        for (score, sum) in scores.iter_mut().zip(sums) {
            *score += sum;
        }
    }

    /// The row of a feature that does not stand at its first place.
    fn next_row(&self, feature: u32) -> Row {
        let rest = self.rows.get(self.places.first(feature) + 1..).unwrap_or(&[]);
        let found = rest.iter().find(|row| row.is_gap() || row.feature >= feature);
        found.copied().unwrap_or_default()
    }
}
