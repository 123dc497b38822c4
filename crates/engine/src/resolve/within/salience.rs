//! Who is in the mind of the reader: each mention lifts its entity, each sentence lowers all.

use std::collections::BTreeMap;

/// How present the persons are at a place in the text.
#[derive(Debug, Default)]
pub(super) struct Salience {
    /// For a draft: its weight, and the sentence of its last mention.
    weights: BTreeMap<usize, (f32, usize)>,
    /// How often a draft was mentioned so far.
    mentions: BTreeMap<usize, u16>,
}

/// What is left of a weight after a sentence.
const DECAY: f32 = 0.5;
/// Below this nobody is plainly meant.
const LEAST: f32 = 0.1;
/// The best must exceed the second by this factor.
const MARGIN: f32 = 1.25;
/// Persons are forgotten after so many sentences; keeps the work linear.
const MEMORY: usize = 6;

impl Salience {
    /// A mention in the sentence, with its weight.
    pub(super) fn lift(&mut self, draft: usize, sentence: usize, weight: f32) {
        let now = self.of(draft, sentence);
        self.weights.insert(draft, ((now + weight).min(2.0), sentence));
        let count = self.mentions.entry(draft).or_insert(0);
        *count = count.saturating_add(1);
    }

    /// How present a draft is in the sentence.
    pub(super) fn of(&self, draft: usize, sentence: usize) -> f32 {
        self.weights.get(&draft).map_or(0.0, |&(weight, at)| weight * decayed(sentence.saturating_sub(at)))
    }

    /// Those whom the report is about are meant a little more readily.
    fn topic(&self, draft: usize) -> f32 {
        let count = self.mentions.get(&draft).copied().unwrap_or(0).min(6);
        1.0 + 0.08 * f32::from(count)
    }

    /// Forgets those who were last named long before the sentence.
    pub(super) fn forget(&mut self, sentence: usize) {
        self.weights.retain(|_, &mut (_, at)| at + MEMORY > sentence);
    }

    /// The one that is plainly meant; `scale` is 0 for those that cannot be.
    pub(super) fn plainest(&self, sentence: usize, scale: impl Fn(usize) -> f32) -> Option<usize> {
        let mut ranked: Vec<(usize, f32)> = self
            .weights
            .keys()
            .map(|&draft| (draft, self.of(draft, sentence) * self.topic(draft) * scale(draft)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let (best, weight) = *ranked.first()?;
        let second = ranked.get(1).map_or(0.0, |(_, weight)| *weight);
        (weight >= LEAST && weight >= MARGIN * second).then_some(best)
    }
}

fn decayed(sentences: usize) -> f32 {
    (0..sentences.min(MEMORY)).fold(1.0, |weight, _| weight * DECAY)
}

#[cfg(test)]
mod tests {
    use super::Salience;

    #[test]
    fn the_recent_and_frequent_are_meant() {
        let mut salience = Salience::default();
        salience.lift(1, 0, 1.0);
        salience.lift(2, 1, 1.0);
        assert_eq!(salience.plainest(2, |_| 1.0), Some(2));
        assert_eq!(salience.plainest(2, |draft| if draft == 2 { 0.0 } else { 1.0 }), Some(1));
        salience.lift(1, 1, 0.45);
        assert_eq!(salience.plainest(2, |_| 1.0), None, "two are alike");
        assert_eq!(salience.plainest(9, |_| 1.0), None, "long ago");
    }
}
