//! Training: an averaged perceptron whose weights [`super::Linear`] reads.

use super::format::{Row, encode};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Weights while they are being learnt.
#[derive(Debug, Default)]
pub struct Trainer {
    classes: usize,
    rows: HashMap<u32, Place, BuildHasherDefault<Spread>>,
    /// The rows, each in one piece; a row that grows out of its place moves to the end.
    weights: Vec<Weight>,
    /// Decisions so far: what averages are taken over.
    clock: u32,
}

/// Where a row lies.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    start: u32,
    length: u16,
    room: u16,
}

impl Place {
    fn range(self) -> std::ops::Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.length)
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    class: u16,
    value: f32,
    /// The sum of all changes, each times the moment when it was made.
    timed: f32,
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
            for weight in self.row(*feature) {
                if let Some(score) = scores.get_mut(usize::from(weight.class)) {
                    *score += weight.value;
                }
            }
        }
    }

    fn row(&self, feature: u32) -> &[Weight] {
        let place = self.rows.get(&feature).copied().unwrap_or_default();
        self.weights.get(place.range()).unwrap_or(&[])
    }

    /// Moves time on by one decision; call it once for each, whether it was right or wrong.
    pub fn tick(&mut self) {
        self.clock += 1;
    }

    /// Moves the weights of one class for all the features.
    pub fn adjust(&mut self, features: &[u32], class: usize, by: f32) {
        let timed = by * self.clock as f32;
        for feature in features {
            let place = self.rows.entry(*feature).or_default();
            let row = self.weights.get_mut(place.range()).unwrap_or(&mut []);
            if let Some(weight) = row.iter_mut().find(|weight| usize::from(weight.class) == class) {
                weight.value += by;
                weight.timed += timed;
            } else {
                push(&mut self.weights, place, Weight { class: class as u16, value: by, timed });
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
        let mut rows: Vec<Row> = self.rows.keys().map(|feature| (*feature, self.means(*feature))).collect();
        rows.sort_by_key(|row| row.0);
        rows
    }

    fn means(&self, feature: u32) -> Vec<(u16, f32)> {
        let clock = self.clock.max(1) as f32;
        let mean = |weight: &Weight| (weight.class, weight.value - weight.timed / clock);
        let mut means: Vec<_> = self.row(feature).iter().map(mean).collect();
        means.sort_by_key(|(class, _)| *class);
        means
    }
}

/// Adds a weight to a row.
fn push(weights: &mut Vec<Weight>, place: &mut Place, weight: Weight) {
    if place.length == place.room {
        let start = weights.len();
        weights.extend_from_within(place.range());
        place.start = start as u32;
        place.room = (place.room * 2).max(2);
        weights.resize(start + usize::from(place.room), Weight::default());
    }
    place.length += 1;
    if let Some(last) = weights.get_mut(place.range()).and_then(<[Weight]>::last_mut) {
        *last = weight;
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
