//! Weights while they are learnt: one full row for each feature that occurs more than once, so that
//! a feature costs one look into memory.

use super::super::decode::{Scores, Steps};
use super::super::features;
use super::super::labels::LABELS;
use super::Sample;
use crate::linear::Trainer;

pub(super) struct Weights {
    /// The features of the rows, sorted.
    names: Vec<u32>,
    rows: Vec<Scores>,
    /// For the averages: each change times the time at which it was made.
    changes: Vec<Scores>,
    pub(super) steps: Steps,
    step_changes: Steps,
    pub(super) clock: f32,
    /// The averages of the runs before, added up, and how many there were.
    before: Vec<Scores>,
    steps_before: Steps,
    runs: f32,
}

impl Weights {
    /// Empty weights for the features that occur twice and more; the samples then hold the numbers
    /// of rows in their place.
    pub(super) fn over(samples: &mut [Sample]) -> Self {
        let mut names: Vec<u32> = Vec::new();
        let mut pending: Vec<u32> = Vec::new();
        let mut seen = Seen::new();
        for sample in samples.iter() {
            pending.extend(sample.features.iter().filter(|feature| seen.second(**feature)));
            if pending.len() > 1 << 24 {
                merge(&mut names, &mut pending);
            }
        }
        merge(&mut names, &mut pending);
        let rows = Rows::of(&names);
        for sample in samples.iter_mut() {
            renumber(sample, &rows);
        }
        let (rows, changes) = (vec![[0.0; LABELS]; names.len()], vec![[0.0; LABELS]; names.len()]);
        let (steps, step_changes) = (Steps::default(), Steps::default());
        let (before, steps_before) = (vec![[0.0; LABELS]; names.len()], Steps::default());
        Self { names, rows, changes, steps, step_changes, clock: 1.0, before, steps_before, runs: 0.0 }
    }

    /// Ends a run: its averages are kept, and learning begins anew.
    pub(super) fn end_run(&mut self) {
        let rows = self.rows.iter_mut().zip(&mut self.changes).zip(&mut self.before);
        let steps = self.steps.0.iter_mut().zip(&mut self.step_changes.0).zip(&mut self.steps_before.0);
        for ((row, changes), before) in rows.chain(steps) {
            for ((weight, change), before) in row.iter_mut().zip(changes).zip(before) {
                *before += *weight - *change / self.clock;
                (*weight, *change) = (0.0, 0.0);
            }
        }
        self.clock = 1.0;
        self.runs += 1.0;
    }

    pub(super) fn score(&self, features: &[u32]) -> Scores {
        let mut scores = [0.0; LABELS];
        for row in features.iter().filter_map(|feature| self.rows.get(*feature as usize)) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight;
            }
        }
        scores
    }

    pub(super) fn adjust(&mut self, features: &[u32], label: usize, by: f32) {
        for feature in features {
            let at = *feature as usize;
            if let (Some(row), Some(change)) = (self.rows.get_mut(at), self.changes.get_mut(at)) {
                row[label] += by;
                change[label] += by * self.clock;
            }
        }
    }

    pub(super) fn step(&mut self, before: usize, label: usize, by: f32) {
        self.steps.0[before][label] += by;
        self.step_changes.0[before][label] += by * self.clock;
    }

    /// The averages of all runs as bytes.
    pub(super) fn finish(&self, limit: usize) -> Vec<u8> {
        let mut trainer = Trainer::new(LABELS);
        let steps = (0..LABELS).map(features::step);
        let rows = self.names.iter().copied().zip(&self.before);
        for (feature, row) in rows.chain(steps.zip(&self.steps_before.0)) {
            for (label, sum) in row.iter().enumerate() {
                let mean = sum / self.runs.max(1.0);
                if mean.abs() > 0.02 {
                    trainer.adjust(&[feature], label, mean);
                }
            }
        }
        trainer.tick();
        trainer.finish(limit)
    }
}

/// Which features were seen once, roughly: two may share a bit.
struct Seen {
    bits: Vec<u64>,
}

impl Seen {
    fn new() -> Self {
        Self { bits: vec![0; 1 << 22] }
    }

    /// Whether it was seen before.
    fn second(&mut self, feature: u32) -> bool {
        let at = feature >> 4;
        let bit = 1_u64 << (at & 63);
        let Some(word) = self.bits.get_mut((at >> 6) as usize) else { return true };
        let before = *word & bit != 0;
        *word |= bit;
        before
    }
}

fn merge(names: &mut Vec<u32>, pending: &mut Vec<u32>) {
    names.append(pending);
    names.sort_unstable();
    names.dedup();
}

/// Finds the row of a feature: features are hashes, so their upper bits lead close to it.
struct Rows<'a> {
    names: &'a [u32],
    starts: Vec<u32>,
}

const SHIFT: u32 = 10;

impl<'a> Rows<'a> {
    fn of(names: &'a [u32]) -> Self {
        let mut starts = vec![0_u32; (1 << (32 - SHIFT)) + 1];
        for name in names {
            starts[(name >> SHIFT) as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { names, starts }
    }

    fn row(&self, feature: u32) -> Option<u32> {
        let bucket = (feature >> SHIFT) as usize;
        let start = *self.starts.get(bucket)?;
        let near = self.names.get(start as usize..*self.starts.get(bucket + 1)? as usize)?;
        Some(start + near.iter().position(|name| *name == feature)? as u32)
    }
}

fn renumber(sample: &mut Sample, rows: &Rows<'_>) {
    let mut kept = Vec::with_capacity(sample.features.len());
    let mut start = 0;
    for end in &mut sample.ends {
        let word = sample.features.get(start..*end as usize).unwrap_or(&[]);
        kept.extend(word.iter().filter_map(|feature| rows.row(*feature)));
        start = *end as usize;
        *end = kept.len() as u32;
    }
    sample.features = kept;
}
