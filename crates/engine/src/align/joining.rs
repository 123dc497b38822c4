//! From scored pairs to points: the likeliest first, and nobody joins a point that he does not fit.

use super::likeness::{Comparison, Scores, score_of};
use model::ClaimRef;

/// How willingly claims are joined.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// A pair starts a join from here on.
    pub pair: f32,
    /// Over all pairs of two joined groups, the mean is at least this.
    pub mean: f32,
    /// And none is below this.
    pub least: f32,
    /// Pairs inside one report start a join from here on.
    pub own: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { pair: 0.42, mean: 0.25, least: 0.0, own: 0.7 }
    }
}

impl Comparison {
    /// Groups of claims that say the same, and how alike each group is; every claim is in one.
    #[must_use]
    pub fn join(&self, scored: &[f32], settings: Settings) -> Vec<(Vec<ClaimRef>, Option<f32>)> {
        let scores = self.scores(scored);
        let groups = self.groups(scored, &scores, settings);
        let claim = |&index: &usize| self.story.profiles.get(index).and_then(|profile| profile.at);
        let named = groups.into_iter().map(|group| {
            let mut claims: Vec<ClaimRef> = group.iter().filter_map(claim).collect();
            claims.sort_unstable();
            (claims, mean(&scores, &group))
        });
        named.collect()
    }

    fn groups(&self, scored: &[f32], scores: &Scores, settings: Settings) -> Vec<Vec<usize>> {
        let count = self.story.profiles.len();
        let mut home: Vec<usize> = (0..count).collect();
        let mut groups: Vec<Vec<usize>> = (0..count).map(|index| vec![index]).collect();
        let report =
            |index: usize| self.story.profiles.get(index).map_or(usize::MAX, |profile| profile.report);
        let mut order: Vec<(f32, usize, usize)> = self
            .pairs
            .iter()
            .zip(scored)
            .filter(|&(&(one, other), &score)| {
                score >= if report(one) == report(other) { settings.own } else { settings.pair }
            })
            .map(|(&(one, other), &score)| (score, one, other))
            .collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, one, other) in order {
            let (Some(&a), Some(&b)) = (home.get(one), home.get(other)) else { continue };
            let (Some(here), Some(there)) = (groups.get(a), groups.get(b)) else { continue };
            if a == b || !fits(scores, here, there, settings) {
                continue;
            }
            let moved = groups.get_mut(b).map(std::mem::take).unwrap_or_default();
            for &claim in &moved {
                if let Some(home) = home.get_mut(claim) {
                    *home = a;
                }
            }
            if let Some(group) = groups.get_mut(a) {
                group.extend(moved);
            }
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}

fn fits(scores: &Scores, one: &[usize], other: &[usize], settings: Settings) -> bool {
    let mut sum = 0.0;
    for &a in one {
        for &b in other {
            let score = score_of(scores, a, b);
            if score < settings.least {
                return false;
            }
            sum += score;
        }
    }
    sum >= settings.mean * (one.len() * other.len()) as f32
}

fn mean(scores: &Scores, group: &[usize]) -> Option<f32> {
    let pairs = group
        .iter()
        .enumerate()
        .flat_map(|(at, &one)| group.iter().skip(at + 1).map(move |&other| score_of(scores, one, other)));
    let (count, sum) = pairs.fold((0.0, 0.0), |(count, sum), score| (count + 1.0, sum + score));
    (count > 0.0).then(|| sum / count)
}
