//! Pairs of claims that are worth a close look: those that share weighty terms.

use super::profile::{Profile, Story};
use std::collections::BTreeSet;

/// Below this cosine of words a pair is not looked at.
const FAINT: f32 = 0.03;
/// In a story of so few claims every pair is looked at.
const FEW: usize = 12;

/// Pairs of indices into the profiles of the story, the smaller first, in order.
pub(super) fn candidates(story: &Story) -> Vec<(usize, usize)> {
    let count = story.profiles.len();
    if count <= FEW {
        return (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other))).collect();
    }
    let holders = holders(story);
    let nearest = (60 / story.reports.max(1)).clamp(3, 12);
    let mut pairs = BTreeSet::new();
    let mut sums = vec![0.0f32; count];
    for (one, profile) in story.profiles.iter().enumerate() {
        let mut met = Vec::new();
        for &(term, weight) in &profile.bag {
            for &other in holders.get(term as usize).map_or(&[][..], Vec::as_slice) {
                let Some(sum) = sums.get_mut(other) else { continue };
                if *sum == 0.0 {
                    met.push(other);
                }
                *sum += weight * weight;
            }
        }
        let mut near: Vec<(usize, f32, usize)> = Vec::new();
        for other in met {
            let Some(sum) = sums.get_mut(other) else { continue };
            let cosine = alike(*sum, profile, story.profiles.get(other));
            *sum = 0.0;
            if other != one && cosine >= FAINT {
                let report = story.profiles.get(other).map_or(0, |profile| profile.report);
                near.push((report, cosine, other));
            }
        }
        near.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        for group in near.chunk_by(|a, b| a.0 == b.0) {
            pairs.extend(group.iter().take(nearest).map(|&(_, _, other)| (one.min(other), one.max(other))));
        }
    }
    pairs.into_iter().collect()
}

fn alike(squares: f32, one: &Profile, other: Option<&Profile>) -> f32 {
    let norms = one.norm * other.map_or(0.0, |other| other.norm);
    if norms > 0.0 { squares / norms } else { 0.0 }
}

/// For each term, the claims that hold it; none for a term that nearly all of them hold.
fn holders(story: &Story) -> Vec<Vec<usize>> {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); story.terms.len()];
    for (index, profile) in story.profiles.iter().enumerate() {
        for &(term, _) in &profile.bag {
            if let Some(list) = holders.get_mut(term as usize) {
                list.push(index);
            }
        }
    }
    holders
}
