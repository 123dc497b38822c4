//! Training: an averaged perceptron whose weights [`super::Linear`] reads.

use super::SWEEP;
use super::format::{Row, encode};

/// Weights while they are being learnt.
#[derive(Debug, Default)]
pub struct Trainer {
    classes: usize,
    table: Table,
    /// The rows, each in one piece; a row that grows out of its place moves to the end.
    weights: Vec<Weight>,
    /// Decisions so far: what averages are taken over.
    clock: u32,
}

/// Where the row of a feature lies; free while the row is empty.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    feature: u32,
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

/// Places by feature: open addressing, so that a look costs one reach into memory.
#[derive(Debug)]
struct Table {
    places: Vec<Place>,
    filled: usize,
}

impl Default for Table {
    fn default() -> Self {
        Self { places: vec![Place::default(); 1 << 16], filled: 0 }
    }
}

impl Table {
    #[inline]
    fn home(&self, feature: u32) -> usize {
        let spread = u64::from(feature).wrapping_mul(super::ODD) >> 32;
        (spread as usize) & (self.places.len() - 1)
    }

    #[inline]
    fn at(&self, index: usize) -> Place {
        self.places.get(index).copied().unwrap_or_default()
    }

    /// The index of the feature's place, or of the free place where it would go.
    #[inline]
    fn find(&self, feature: u32) -> usize {
        let mut index = self.home(feature);
        loop {
            let place = self.at(index);
            if place.length == 0 || place.feature == feature {
                return index;
            }
            index = (index + 1) & (self.places.len() - 1);
        }
    }

    fn set(&mut self, index: usize, place: Place) {
        if let Some(slot) = self.places.get_mut(index) {
            self.filled += usize::from(slot.length == 0);
            *slot = place;
        }
    }

    /// Makes room for more.
    fn grow(&mut self) {
        if self.filled * 3 < self.places.len() * 2 {
            return;
        }
        let double = vec![Place::default(); self.places.len() * 2];
        let before = std::mem::replace(&mut self.places, double);
        self.filled = 0;
        for place in before.into_iter().filter(|place| place.length > 0) {
            self.set(self.find(place.feature), place);
        }
    }
}

impl Trainer {
    /// An empty model of so many classes, at most 256.
    #[must_use]
    pub fn new(classes: usize) -> Self {
        Self { classes, ..Self::default() }
    }

    /// How many weights there are: what memory is spent on.
    #[must_use]
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether nothing was learnt yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// Adds the weights of the features to the scores; in sweeps, as [`super::Linear::score`] does.
    pub fn score(&self, features: &[u32], scores: &mut [f32]) {
        let mut places = [Place::default(); SWEEP];
        let mut firsts = [Weight::default(); SWEEP];
        for chunk in features.chunks(SWEEP) {
            for (place, &feature) in places.iter_mut().zip(chunk) {
                *place = self.table.at(self.table.home(feature));
            }
            for (place, &feature) in places.iter_mut().zip(chunk) {
                if place.length > 0 && place.feature != feature {
                    *place = self.table.at(self.table.find(feature));
                }
            }
            for (first, place) in firsts.iter_mut().zip(places.iter().take(chunk.len())) {
                *first = self.weights.get(place.start as usize).copied().unwrap_or_default();
            }
            for (first, place) in firsts.iter().zip(places.iter().take(chunk.len())) {
                if place.length == 0 {
                    continue;
                }
                let rest = self.weights.get(place.range()).and_then(|row| row.get(1..)).unwrap_or(&[]);
                for weight in std::iter::once(first).chain(rest) {
                    if let Some(score) = scores.get_mut(usize::from(weight.class)) {
                        *score += weight.value;
                    }
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
        let timed = by * self.clock as f32;
        for feature in features {
            self.table.grow();
            let index = self.table.find(*feature);
            let mut place = self.table.at(index);
            let row = self.weights.get_mut(place.range()).unwrap_or(&mut []);
            if let Some(weight) = row.iter_mut().find(|weight| usize::from(weight.class) == class) {
                weight.value += by;
                weight.timed += timed;
            } else {
                place.feature = *feature;
                push(&mut self.weights, &mut place, Weight { class: class as u16, value: by, timed });
                self.table.set(index, place);
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
        let places = self.table.places.iter().filter(|place| place.length > 0);
        let mut rows: Vec<Row> = places.map(|place| (place.feature, self.means(*place))).collect();
        rows.sort_by_key(|row| row.0);
        rows
    }

    fn means(&self, place: Place) -> Vec<(u16, f32)> {
        let clock = self.clock.max(1) as f32;
        let mean = |weight: &Weight| (weight.class, weight.value - weight.timed / clock);
        let mut means: Vec<_> = self.weights.get(place.range()).unwrap_or(&[]).iter().map(mean).collect();
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
