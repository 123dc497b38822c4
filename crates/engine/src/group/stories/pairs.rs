//! How likely two reports are of one event, and which pairs are worth asking.

use super::super::terms::TermMap;
use super::profile::Profile;
use std::cmp::Ordering;

/// Two reports, as indices into the profiles, and how strongly they belong together.
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    /// Logarithm of the odds, between [`LEAST`] and its opposite.
    pub(super) score: f64,
}

/// The score of two reports that share nothing; lower ones are cut off here.
pub(super) const LEAST: f64 = -6.0;

// Logistic regression on the pairs of reports that share words, each set weighing the same.
const BIAS: f64 = -2.32;
const PER_LIKENESS: f64 = 20.7;
const PER_DISTANCE: f64 = -0.73;
const UNDATED: f64 = -1.45;
/// The days taken to lie between two reports of which one has no date.
const DAYS_UNKNOWN: f64 = 2.0;
/// Below this the shared words say nothing.
const LEAST_LIKENESS: f64 = 0.05;

/// The pairs that may be of one event, by first report, then by second.
pub(super) fn pairs(profiles: &[Profile]) -> Vec<Pair> {
    let common = 100 + profiles.len() / 50;
    let mut with_term: TermMap<Vec<usize>> = TermMap::default();
    for (report, profile) in profiles.iter().enumerate() {
        for (term, _) in &profile.terms {
            with_term.entry(*term).or_default().push(report);
        }
    }
    with_term.retain(|_, reports| reports.len() <= common);
    let mut found = Vec::new();
    let mut asked = vec![usize::MAX; profiles.len()];
    for (second, profile) in profiles.iter().enumerate() {
        let sharing = profile.terms.iter().filter_map(|(term, _)| with_term.get(term));
        for first in sharing.flat_map(|reports| reports.iter().copied().take_while(|first| *first < second)) {
            let Some(last) = asked.get_mut(first).filter(|last| **last != second) else { continue };
            *last = second;
            let score = profiles.get(first).and_then(|other| score(other, profile));
            found.extend(score.map(|score| Pair { first, second, score }));
        }
    }
    found.sort_unstable_by_key(|pair| (pair.first, pair.second));
    found
}

/// The score of two reports, where it is above the least.
fn score(a: &Profile, b: &Profile) -> Option<f64> {
    if a.language.is_some() && b.language.is_some() && a.language != b.language {
        return None;
    }
    let likeness = likeness(a, b);
    if likeness < LEAST_LIKENESS {
        return None;
    }
    let (days, undated) = match (a.day, b.day) {
        (Some(a), Some(b)) => (days_between(a, b), 0.0),
        _ => (DAYS_UNKNOWN, UNDATED),
    };
    let score = BIAS + PER_LIKENESS * likeness + PER_DISTANCE * (1.0 + days).ln() + undated;
    (score > LEAST).then_some(score.min(-LEAST))
}

fn days_between(a: jiff::civil::Date, b: jiff::civil::Date) -> f64 {
    a.until(b).map_or(0.0, |span| f64::from(span.get_days().abs()))
}

/// The cosine of two reports' terms.
fn likeness(a: &Profile, b: &Profile) -> f64 {
    let (mut left, mut right) = (a.terms.iter().peekable(), b.terms.iter().peekable());
    let mut sum = 0.0;
    while let (Some((term, weight)), Some((other, other_weight))) = (left.peek(), right.peek()) {
        match term.cmp(other) {
            Ordering::Less => drop(left.next()),
            Ordering::Greater => drop(right.next()),
            Ordering::Equal => {
                sum += weight * other_weight;
                left.next();
                right.next();
            }
        }
    }
    sum
}
