//! Weights of few classes: they stand in the table itself, one look for each feature.

use super::{Places, SWEEP};

/// No model with more classes is kept this way.
pub(super) const MOST: usize = 4;

/// For each feature its weights for all classes.
#[derive(Clone)]
pub(super) struct Narrow {
    /// A row without weights is a gap.
    rows: Places<Row>,
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
        Self { rows: Places::new(rows) }
    }

    /// Puts in the next row, in the order of features. One without weights is as good as unknown.
    pub(super) fn push(&mut self, feature: u32, weights: [i16; MOST]) -> Option<()> {
        let row = Row { feature, weights };
        if row.is_gap() {
            return Some(());
        }
        self.rows.push(feature, row)
    }

    pub(super) fn score(&self, features: &[u32], scores: &mut [i32]) {
        let mut rows = [Row::default(); SWEEP];
        let mut sums = [0_i32; MOST];
        for chunk in features.chunks(SWEEP) {
            for (row, &feature) in rows.iter_mut().zip(chunk) {
                *row = self.rows.look(feature);
            }
            for (row, &feature) in rows.iter().zip(chunk) {
                let mut row = *row;
                if row.feature < feature && !row.is_gap() {
                    row = self.rows.look_on(feature, |row| row.is_gap() || row.feature >= feature);
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
}
