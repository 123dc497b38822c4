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
pub(super) const LEAST: f64 = -4.5;

// Logistic regression on the pairs of reports that share words, each set weighing the same; then the
// bias and the weight of a missing date, the same for all sets, by how well the stories come out.
const BIAS: f64 = -2.0;
const PER_LIKENESS: f64 = 20.7;
const PER_DISTANCE: f64 = -0.73;
const UNDATED: f64 = -1.0;
/// The days taken to lie between two reports of which one has no date.
const DAYS_UNKNOWN: f64 = 2.0;
/// Below this the shared words say nothing.
const LEAST_LIKENESS: f64 = 0.05;
/// So many of the rarest words of a report are followed however common they are.
const RAREST: usize = 8;

/// The pairs that may be of one event, by first report, then by second.
///
/// Words that stand in many reports are left aside while pairs are sought, save where a report has no
/// rarer ones: so time grows with the reports that are alike, not with the square of all.
pub(super) fn pairs(profiles: &[Profile]) -> Vec<Pair> {
    let postings = postings(profiles);
    let common = 100 + profiles.len() / 50;
    let mut found = Vec::new();
    let mut sums = vec![0.0; profiles.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (second, profile) in profiles.iter().enumerate() {
        let mut sharing: Vec<(&[(usize, f64)], f64)> = profile
            .terms
            .iter()
            .filter_map(|(term, weight)| postings.get(term).map(|list| (list.as_slice(), *weight)))
            .collect();
        sharing.sort_by_key(|(list, _)| list.len());
        let rare = sharing.partition_point(|(list, _)| list.len() <= common).max(RAREST);
        for (list, weight) in sharing.into_iter().take(rare) {
            for (first, other) in list.iter().take_while(|(first, _)| *first < second) {
                if let Some(sum) = sums.get_mut(*first) {
                    if *sum == 0.0 {
                        touched.push(*first);
                    }
                    *sum += weight * other;
                }
            }
        }
        for first in touched.drain(..) {
            let sum = sums.get_mut(first).map_or(0.0, std::mem::take);
            let other = profiles.get(first).filter(|_| sum >= LEAST_LIKENESS);
            let score = other.and_then(|other| score(other, profile));
            found.extend(score.map(|score| Pair { first, second, score }));
        }
    }
    found.sort_unstable_by_key(|pair| (pair.first, pair.second));
    found
}

/// For each term the reports in which it stands, ascending, with its weight there.
fn postings(profiles: &[Profile]) -> TermMap<Vec<(usize, f64)>> {
    let mut postings: TermMap<Vec<(usize, f64)>> = TermMap::default();
    for (report, profile) in profiles.iter().enumerate() {
        for (term, weight) in &profile.terms {
            postings.entry(*term).or_default().push((report, *weight));
        }
    }
    postings.retain(|_, reports| reports.len() > 1);
    postings
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
