//! Links between the reports of a story, from sure to doubtful, and the groups that they make.

use super::reuse::{Reuse, Text, candidates};
use std::collections::BTreeMap;

/// Stronger links make one origin. Read off constructed copies and rewritings, between the strongest
/// independent reports and the weakest rewritings, nearer to the latter.
const LINK: f64 = 0.29;
/// Weaker links than this are not certain: there may be more origins than groups.
const SURE: f64 = 0.4;
/// Stronger ones than this are not excluded: there may be fewer.
const DOUBTFUL: f64 = 0.18;
/// Two groups are joined by their strongest link only if their earliest reports share so much: a
/// report put together from two others does not make these one.
const EARLIEST: f64 = 0.1;

/// How much the reports share, by pairs (the lower index first).
pub(super) struct Links {
    /// For each report its place in time.
    places: Vec<usize>,
    reuse: BTreeMap<(usize, usize), Reuse>,
}

impl Links {
    /// `places` tells for each report its place in time.
    pub(super) fn new(texts: &[Text], places: Vec<usize>) -> Self {
        let measure = |(a, b): (usize, usize)| Some(((a, b), texts.get(a)?.reuse(texts.get(b)?)));
        Self { places, reuse: candidates(texts).into_iter().filter_map(measure).collect() }
    }

    /// What two reports share.
    pub(super) fn between(&self, a: usize, b: usize) -> Reuse {
        self.reuse.get(&(a.min(b), a.max(b))).copied().unwrap_or_default()
    }

    /// The reports that are one origin by all that we know.
    pub(super) fn groups(&self) -> Partition {
        self.partition(LINK)
    }

    /// The reports that surely are one origin.
    pub(super) fn surely(&self) -> Partition {
        self.partition(SURE)
    }

    /// Pairs that may be one origin.
    pub(super) fn doubtful(&self) -> impl Iterator<Item = (usize, usize)> {
        self.reuse.iter().filter(|(_, reuse)| reuse.strength >= DOUBTFUL).map(|(pair, _)| *pair)
    }

    /// How many sequences a report shares with the others of its group, all together.
    pub(super) fn closeness(&self, report: usize, group: &[usize]) -> usize {
        group.iter().filter(|other| **other != report).map(|other| self.between(report, *other).shared).sum()
    }

    fn partition(&self, least: f64) -> Partition {
        let mut strong: Vec<(&(usize, usize), f64)> = self
            .reuse
            .iter()
            .map(|(pair, reuse)| (pair, reuse.strength))
            .filter(|(_, s)| *s >= least)
            .collect();
        let when = |pair: &(usize, usize)| {
            let (a, b) = (self.places.get(pair.0), self.places.get(pair.1));
            (a.min(b), a.max(b))
        };
        strong.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| when(a.0).cmp(&when(b.0))));
        let mut groups = Partition::new(self.places.len());
        for ((a, b), _) in strong {
            if groups.of(*a) == groups.of(*b) {
                continue;
            }
            let (first, second) = (self.earliest(&groups, *a), self.earliest(&groups, *b));
            if self.between(first, second).strength >= EARLIEST {
                groups.join(*a, *b);
            }
        }
        groups
    }

    /// The earliest report of the group of a report.
    fn earliest(&self, groups: &Partition, report: usize) -> usize {
        groups.with(report).min_by_key(|other| self.places.get(*other)).unwrap_or(report)
    }
}

/// Reports in groups.
#[derive(Clone)]
pub(super) struct Partition {
    /// For each report the first of its group.
    first: Vec<usize>,
}

impl Partition {
    fn new(reports: usize) -> Self {
        Self { first: (0..reports).collect() }
    }

    fn of(&self, report: usize) -> usize {
        self.first.get(report).copied().unwrap_or(report)
    }

    fn with(&self, report: usize) -> impl Iterator<Item = usize> {
        let group = self.of(report);
        self.first.iter().enumerate().filter(move |(_, first)| **first == group).map(|(other, _)| other)
    }

    /// Makes the groups of two reports one.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        let (low, high) = (a.min(b), a.max(b));
        self.first.iter_mut().filter(|first| **first == high).for_each(|first| *first = low);
    }

    pub(super) fn count(&self) -> usize {
        self.first.iter().enumerate().filter(|(report, first)| report == *first).count()
    }

    /// The groups, by their first report.
    pub(super) fn members(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (report, first) in self.first.iter().enumerate() {
            groups.entry(*first).or_default().push(report);
        }
        groups.into_values().collect()
    }
}
