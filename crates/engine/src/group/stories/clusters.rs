//! Average-link clustering: the two groups that belong together most, on average over all pairs of
//! their reports, become one, until none belong together more than not.
//!
//! Every pair counts, those that share nothing too: one report that resembles two events does not
//! make them one.

use super::pairs::{LEAST, Pair};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// The sum of the scores of the pairs between two groups, and their number, without the pairs that
/// share nothing.
type Bond = (f64, usize);

/// A possible union; stale once either group has changed.
struct Union {
    score: f64,
    groups: (usize, usize),
    versions: (usize, usize),
}

impl Ord for Union {
    fn cmp(&self, other: &Self) -> Ordering {
        // The strongest first, then the earliest reports, so that ties are decided alike everywhere.
        self.score
            .total_cmp(&other.score)
            .then(other.groups.cmp(&self.groups))
            .then(self.versions.cmp(&other.versions))
    }
}

impl PartialOrd for Union {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Union {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Union {}

#[derive(Default)]
struct Group {
    reports: Vec<usize>,
    bonds: BTreeMap<usize, Bond>,
    version: usize,
}

/// Groups the reports `0..count`; each group ascending, the groups by their first report.
pub(super) fn clusters(count: usize, pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Group> =
        (0..count).map(|report| Group { reports: vec![report], ..Group::default() }).collect();
    let mut waiting = BinaryHeap::new();
    for pair in pairs {
        bond(&mut groups, pair.first, pair.second, (pair.score, 1));
        push(&mut waiting, &groups, pair.first, pair.second);
    }
    while let Some(Union { groups: (kept, taken), versions, .. }) = waiting.pop() {
        if versions == (version(&groups, kept), version(&groups, taken)) {
            unite(&mut groups, kept, taken);
            let neighbours: Vec<usize> =
                groups.get(kept).map(|group| group.bonds.keys().copied().collect()).unwrap_or_default();
            for other in neighbours {
                push(&mut waiting, &groups, kept, other);
            }
        }
    }
    let mut found: Vec<Vec<usize>> =
        groups.into_iter().map(|group| group.reports).filter(|reports| !reports.is_empty()).collect();
    found.iter_mut().for_each(|reports| reports.sort_unstable());
    found.sort_unstable();
    found
}

fn version(groups: &[Group], group: usize) -> usize {
    groups.get(group).map_or(usize::MAX, |group| group.version)
}

fn bond(groups: &mut [Group], a: usize, b: usize, (sum, pairs): Bond) {
    for (from, to) in [(a, b), (b, a)] {
        if let Some(group) = groups.get_mut(from) {
            let bond = group.bonds.entry(to).or_insert((0.0, 0));
            *bond = (bond.0 + sum, bond.1 + pairs);
        }
    }
}

/// Puts a union up, where the two groups belong together more than not.
fn push(waiting: &mut BinaryHeap<Union>, groups: &[Group], a: usize, b: usize) {
    let (Some(first), Some(second)) = (groups.get(a), groups.get(b)) else { return };
    let Some((sum, known)) = first.bonds.get(&b).copied() else { return };
    let pairs = first.reports.len() * second.reports.len();
    #[allow(clippy::cast_precision_loss)]
    let score = (sum + LEAST * pairs.saturating_sub(known) as f64) / pairs as f64;
    if score >= 0.0 {
        let (low, high) = (a.min(b), a.max(b));
        waiting.push(Union {
            score,
            groups: (low, high),
            versions: (version(groups, low), version(groups, high)),
        });
    }
}

/// Moves the reports and bonds of `taken` into `kept`.
fn unite(groups: &mut [Group], kept: usize, taken: usize) {
    let Some(gone) = groups.get_mut(taken) else { return };
    let version = gone.version + 1;
    let Group { reports, bonds, .. } = std::mem::replace(gone, Group { version, ..Group::default() });
    for (other, moved) in bonds {
        if let Some(group) = groups.get_mut(other) {
            group.bonds.remove(&taken);
        }
        if other != kept {
            bond(groups, kept, other, moved);
        }
    }
    if let Some(group) = groups.get_mut(kept) {
        group.reports.extend(reports);
        group.version += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Pair, clusters};

    fn pair(first: usize, second: usize, score: f64) -> Pair {
        Pair { first, second, score }
    }

    #[test]
    fn one_report_that_resembles_two_events_does_not_join_them() {
        let pairs = [pair(0, 1, 5.0), pair(1, 2, 1.0), pair(2, 3, 5.0)];
        assert_eq!(clusters(4, &pairs), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_chain_of_strong_pairs_is_one_group() {
        let pairs = [pair(0, 1, 5.0), pair(0, 2, 4.0), pair(1, 2, 3.0), pair(3, 4, -1.0)];
        assert_eq!(clusters(5, &pairs), [vec![0, 1, 2], vec![3], vec![4]]);
        assert!(clusters(0, &[]).is_empty());
    }
}
