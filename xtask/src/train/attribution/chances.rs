//! How likely each label and each pair of neighbouring labels is, by forward and backward sums.

use engine::extract::attributions::linear::{LABELS, Rows, Scores, Weights, transition};

/// What a model holds likely for one sequence.
pub(super) struct Chances {
    /// For each word, each label.
    pub(super) own: Vec<Scores>,
    /// For each word, each label before it (`LABELS` is the beginning) and its own.
    pub(super) pairs: Vec<[Scores; LABELS + 1]>,
    /// Minus the logarithm of the chance of the right sequence.
    pub(super) loss: f32,
}

/// Forward and backward over one sequence.
pub(super) fn chances(weights: &impl Weights, rows: &Rows, gold: &[u8]) -> Chances {
    let mut steps = [Scores::default(); LABELS + 1];
    for (previous, scores) in steps.iter_mut().enumerate() {
        weights.add(transition(previous), scores);
    }
    let scores: Vec<Scores> = (0..rows.len()).map(|at| word_scores(weights, rows, at)).collect();
    let forward = forward(&scores, &steps);
    let backward = backward(&scores, &steps);
    let total = forward.last().map_or(0.0, log_sum);
    let mut chances = Chances { own: Vec::new(), pairs: Vec::new(), loss: total };
    for at in 0..scores.len() {
        chances
            .own
            .push(std::array::from_fn(|label| (forward[at][label] + backward[at][label] - total).exp()));
        let mut pairs = [Scores::default(); LABELS + 1];
        for (previous, pair) in pairs.iter_mut().enumerate() {
            let so_far = match at.checked_sub(1) {
                None if previous == LABELS => 0.0,
                Some(before) if previous < LABELS => forward[before][previous],
                _ => continue,
            };
            *pair = std::array::from_fn(|label| {
                (so_far + steps[previous][label] + scores[at][label] + backward[at][label] - total).exp()
            });
        }
        chances.pairs.push(pairs);
        let before = at.checked_sub(1).map_or(LABELS, |before| usize::from(gold[before]));
        let label = usize::from(gold[at]);
        chances.loss -= steps[before][label] + scores[at][label];
    }
    chances
}

fn word_scores(weights: &impl Weights, rows: &Rows, at: usize) -> Scores {
    let mut scores = Scores::default();
    for &feature in rows.row(at) {
        weights.add(feature, &mut scores);
    }
    std::array::from_fn(|label| if rows.allowed(at) & (1 << label) == 0 { -1e6 } else { scores[label] })
}

fn forward(scores: &[Scores], steps: &[Scores; LABELS + 1]) -> Vec<Scores> {
    let mut all: Vec<Scores> = Vec::with_capacity(scores.len());
    for own in scores {
        let next = match all.last() {
            None => std::array::from_fn(|label| steps[LABELS][label] + own[label]),
            Some(last) => std::array::from_fn(|label| {
                let ways: Scores = std::array::from_fn(|previous| last[previous] + steps[previous][label]);
                log_sum(&ways) + own[label]
            }),
        };
        all.push(next);
    }
    all
}

fn backward(scores: &[Scores], steps: &[Scores; LABELS + 1]) -> Vec<Scores> {
    let mut all = vec![Scores::default(); scores.len()];
    for at in (1..scores.len()).rev() {
        all[at - 1] = std::array::from_fn(|label| {
            let ways: Scores =
                std::array::from_fn(|next| steps[label][next] + scores[at][next] + all[at][next]);
            log_sum(&ways)
        });
    }
    all
}

fn log_sum(values: &Scores) -> f32 {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    most + values.iter().map(|value| (value - most).exp()).sum::<f32>().ln()
}
