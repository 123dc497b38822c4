//! Training: an averaged perceptron whose weights [`super::Linear`] reads.

use super::format::{Row, encode};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Weights while they are being learnt.
#[derive(Debug, Default)]
pub struct Trainer {
    classes: usize,
    rows: HashMap<u32, Vec<Weight>, BuildHasherDefault<Spread>>,
    /// Updates so far: what averages are taken over.
    clock: u32,
}

#[derive(Clone, Copy, Debug)]
struct Weight {
    class: u16,
    stamp: u32,
    value: f32,
    total: f64,
}

/// Features are hashes already: they are only spread once more.
#[derive(Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value).wrapping_mul(super::ODD);
    }
}

impl Trainer {
    /// An empty model of so many classes, at most 256.
    #[must_use]
    pub fn new(classes: usize) -> Self {
        Self { classes, ..Self::default() }
    }

    /// Adds the weights of the features to the scores.
    pub fn score(&self, features: &[u32], scores: &mut [f32]) {
        for feature in features {
            for weight in self.rows.get(feature).into_iter().flatten() {
                if let Some(score) = scores.get_mut(usize::from(weight.class)) {
                    *score += weight.value;
                }
            }
        }
    }

    /// Moves time on by one decision; call it once for each, whether it was right or wrong.
    pub fn tick(&mut self) {
        self.clock += 1;
    }

    /// Moves the weights of one class for all the features.
    pub fn adjust(&mut self, features: &[u32], class: usize, by: f32) {
        let clock = self.clock;
        for feature in features {
            let row = self.rows.entry(*feature).or_default();
            let at = row.iter().position(|weight| usize::from(weight.class) == class);
            let at = at.unwrap_or_else(|| {
                row.push(Weight { class: class as u16, stamp: clock, value: 0.0, total: 0.0 });
                row.len() - 1
            });
            if let Some(weight) = row.get_mut(at) {
                weight.total += f64::from(weight.value) * f64::from(clock - weight.stamp);
                weight.stamp = clock;
                weight.value += by;
            }
        }
    }

    /// One step of the perceptron: towards the truth, away from the guess.
    pub fn update(&mut self, features: &[u32], truth: usize, guess: usize) {
        if truth != guess {
            self.adjust(features, truth, 1.0);
            self.adjust(features, guess, -1.0);
        }
    }

    /// The averaged model as bytes, its smallest weights left out until it fits into `limit` bytes.
    #[must_use]
    pub fn finish(&self, limit: usize) -> Vec<u8> {
        let rows = self.averaged();
        let mut sizes: Vec<f32> = rows.iter().flat_map(|row| &row.1).map(|(_, w)| w.abs()).collect();
        sizes.sort_by(f32::total_cmp);
        let mut kept = sizes.len();
        loop {
            let least = sizes.get(sizes.len() - kept).copied().unwrap_or(f32::MAX);
            let bytes = encode(self.classes, &pruned(&rows, least));
            if bytes.len() <= limit || kept == 0 {
                return bytes;
            }
            kept = (kept * (limit.min(bytes.len() - 1)) / bytes.len()).min(kept - 1);
        }
    }

    fn averaged(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = self.rows.iter().map(|(feature, row)| (*feature, self.mean(row))).collect();
        rows.sort_by_key(|row| row.0);
        rows
    }

    fn mean(&self, row: &[Weight]) -> Vec<(u16, f32)> {
        let mean = |weight: &Weight| {
            let total = weight.total + f64::from(weight.value) * f64::from(self.clock - weight.stamp);
            (weight.class, (total / f64::from(self.clock.max(1))) as f32)
        };
        let mut means: Vec<_> = row.iter().map(mean).collect();
        means.sort_by_key(|(class, _)| *class);
        means
    }
}

/// The weights whose companded size is not below that of `least`, and the rows that keep any.
fn pruned(rows: &[Row], least: f32) -> Vec<Row> {
    let keep = |weights: &[(u16, f32)]| -> Vec<(u16, f32)> {
        weights.iter().copied().filter(|(_, weight)| *weight != 0.0 && weight.abs() >= least).collect()
    };
    rows.iter()
        .map(|(feature, weights)| (*feature, keep(weights)))
        .filter(|(_, weights)| !weights.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{super::Linear, super::best, Trainer};

    #[test]
    fn learns_what_a_feature_says() {
        let mut trainer = Trainer::new(3);
        for round in 0..60_u32 {
            let (features, truth) = ([round % 3, 100 + round % 7], (round % 3) as usize);
            let mut scores = [0.0; 3];
            trainer.score(&features, &mut scores);
            let guess = (0..3).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0);
            trainer.update(&features, truth, guess);
            trainer.tick();
        }
        let model = Linear::load(&trainer.finish(10_000));
        for truth in 0..3 {
            let mut scores = [0; 3];
            model.score(&[truth as u32], &mut scores);
            assert_eq!(best(&scores), truth);
        }
        assert!(trainer.finish(20).len() <= 20, "small limits are kept");
    }
}
