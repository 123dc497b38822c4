//! How likely two claims say the same: a learned judgement in two rounds.
//!
//! The first sees a pair alone. The second also sees how the pair fares beside others: whether
//! each is the other's best match in its report, whether their neighbours match too, whether a
//! third report vouches for them.

use super::candidates::candidates;
use super::features;
use super::profile::Story;
use super::trees::Trees;
use model::{ClaimRef, Reading, StoryEntity};
use std::sync::LazyLock;

static FIRST: LazyLock<Trees> = LazyLock::new(|| Trees::read(include_str!("weights/alone.txt")));
static SECOND: LazyLock<Trees> = LazyLock::new(|| Trees::read(include_str!("weights/beside.txt")));

/// What the second round adds to the numbers of a pair, in order.
pub const BESIDE: [&str; 11] = [
    "alone",
    "rank_less",
    "rank_more",
    "margin_more",
    "margin_less",
    "neighbours",
    "third_report",
    "own_report",
    "best_elsewhere",
    "same_sentence_rival",
    "crowd",
];

/// The claims of a story and the pairs of them that were looked at.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    pub(super) story: Story,
    /// Indices into the profiles of the story.
    pub(super) pairs: Vec<(usize, usize)>,
    /// The numbers of each pair.
    pub features: Vec<Vec<f32>>,
}

/// For each claim, those that it was compared with, in order, with their score.
pub(super) type Scores = Vec<Vec<(usize, f32)>>;

impl Comparison {
    /// Finds the pairs and measures them.
    #[must_use]
    pub fn new(readings: &[Reading], entities: &[StoryEntity]) -> Self {
        let story = Story::new(readings, entities);
        let pairs = candidates(&story);
        let measure = |&(one, other): &(usize, usize)| {
            let (one, other) = (story.profiles.get(one)?, story.profiles.get(other)?);
            Some(features::features(&story, one, other))
        };
        let features = pairs.iter().map(|pair| measure(pair).unwrap_or_default()).collect();
        Self { story, pairs, features }
    }

    /// The claims of each pair.
    #[must_use]
    pub fn claims(&self) -> Vec<(ClaimRef, ClaimRef)> {
        let claim = |index: usize| self.story.profiles.get(index).and_then(|profile| profile.at);
        self.pairs.iter().filter_map(|&(one, other)| Some((claim(one)?, claim(other)?))).collect()
    }

    /// How likely each pair says the same.
    #[must_use]
    pub fn judge(&self) -> Vec<f32> {
        if self.is_bare() {
            return self.pairs.iter().map(|&(one, other)| self.words_in_common(one, other)).collect();
        }
        let alone: Vec<f32> = self.features.iter().map(|features| FIRST.probability(features)).collect();
        let beside = self.beside(&alone);
        beside.iter().map(|features| SECOND.probability(features)).collect()
    }

    /// Whether every report is one sentence. What was learned from whole reports, where a pair has
    /// rivals, neighbours and a place, says little then; shared words say more.
    fn is_bare(&self) -> bool {
        !self.story.sentences.is_empty() && self.story.sentences.iter().all(|whole| !whole.words.is_empty())
    }

    /// The share of words that the sentences of two claims have in common.
    fn words_in_common(&self, one: usize, other: usize) -> f32 {
        let words = |claim: usize| self.story.sentences.get(self.sentence(claim)).map(|whole| &whole.words);
        let (Some(a), Some(b)) = (words(one), words(other)) else { return 0.0 };
        let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
        // Two sentences with two fifths of their words in common are joined, as pairs from 0.35 are.
        0.875 * shared as f32 / (a.len() + b.len() - shared).max(1) as f32
    }

    /// The numbers of the second round, given the scores of the first.
    #[must_use]
    pub fn beside(&self, alone: &[f32]) -> Vec<Vec<f32>> {
        let scores = self.scores(alone);
        let all = self.pairs.iter().zip(alone).zip(&self.features);
        all.map(|((&(one, other), &score), features)| {
            let mut features = features.clone();
            features.extend(self.compete(&scores, one, other, score));
            features
        })
        .collect()
    }

    /// Scores by claim.
    pub(super) fn scores(&self, scores: &[f32]) -> Scores {
        let mut found: Scores = vec![Vec::new(); self.story.profiles.len()];
        for (&(one, other), &score) in self.pairs.iter().zip(scores) {
            for (here, there) in [(one, other), (other, one)] {
                if let Some(list) = found.get_mut(here) {
                    list.push((there, score));
                }
            }
        }
        found.iter_mut().for_each(|list| list.sort_by_key(|&(other, _)| other));
        found
    }

    fn report(&self, claim: usize) -> usize {
        self.story.profiles.get(claim).map_or(usize::MAX, |profile| profile.report)
    }

    fn sentence(&self, claim: usize) -> usize {
        self.story.profiles.get(claim).map_or(usize::MAX, |profile| profile.sentence)
    }

    fn compete(&self, scores: &Scores, one: usize, other: usize, score: f32) -> [f32; BESIDE.len()] {
        let a = self.standing(scores, one, other, score);
        let b = self.standing(scores, other, one, score);
        let (third, own) = self.vouched(scores, one, other);
        [
            score,
            a.rank.min(b.rank),
            a.rank.max(b.rank),
            a.margin.max(b.margin),
            a.margin.min(b.margin),
            neighbours(scores, one, other),
            third,
            own,
            a.elsewhere.max(b.elsewhere),
            a.rival.max(b.rival),
            a.crowd.max(b.crowd),
        ]
    }

    /// How `other` stands among the matches of `one` in the report of `other`.
    fn standing(&self, scores: &Scores, one: usize, other: usize, score: f32) -> Standing {
        let report = self.report(other);
        let sentence = self.sentence(other);
        let mut standing = Standing { margin: score, ..Standing::default() };
        let mut best = 0.0f32;
        for &(rival, rival_score) in scores.get(one).map_or(&[][..], Vec::as_slice) {
            if rival == other {
                continue;
            }
            if self.report(rival) != report {
                if self.report(rival) != self.report(one) {
                    standing.elsewhere = standing.elsewhere.max(rival_score);
                }
                continue;
            }
            best = best.max(rival_score);
            if rival_score > score {
                standing.rank += 1.0;
            }
            if rival_score > 0.2 {
                standing.crowd += 1.0;
            }
            if self.sentence(rival) == sentence {
                standing.rival = standing.rival.max(rival_score);
            }
        }
        standing.margin = score - best;
        standing
    }

    /// The strongest chain through a third report, and through a claim of either's own report.
    fn vouched(&self, scores: &Scores, one: usize, other: usize) -> (f32, f32) {
        let (mut third, mut own) = (0.0f32, 0.0f32);
        for &(between, score) in scores.get(one).map_or(&[][..], Vec::as_slice) {
            let chain = score.min(score_of(scores, between, other));
            let report = self.report(between);
            if report == self.report(one) || report == self.report(other) {
                own = own.max(chain);
            } else {
                third = third.max(chain);
            }
        }
        (third, own)
    }
}

#[derive(Default)]
struct Standing {
    rank: f32,
    margin: f32,
    elsewhere: f32,
    rival: f32,
    crowd: f32,
}

/// The score of a pair; nothing where it was not looked at.
pub(super) fn score_of(scores: &Scores, one: usize, other: usize) -> f32 {
    let Some(list) = scores.get(one) else { return 0.0 };
    let found = list.binary_search_by_key(&other, |&(other, _)| other).ok().and_then(|at| list.get(at));
    found.map_or(0.0, |&(_, score)| score)
}

/// The best score of the claims beside these two.
fn neighbours(scores: &Scores, one: usize, other: usize) -> f32 {
    let around = |claim: usize| [claim.checked_sub(1), Some(claim + 1)].into_iter().flatten();
    let pairs = around(one).flat_map(|a| around(other).map(move |b| (a, b)));
    pairs.map(|(a, b)| score_of(scores, a, b)).fold(0.0, f32::max)
}
