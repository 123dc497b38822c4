//! Ids are unique among all reports of a call.

use crate::{Failure, capture::Outcome};
use model::Report;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The ids that were given so far. Outcomes go through it in the order of their captures.
///
/// Archives hold pages that were fetched several times: a page of the same address with the same
/// text is dropped quietly, one with another text gets the id `address#2`, `address#3`, …
#[derive(Debug, Default)]
pub struct Ids {
    /// How many reports have an id. Of ids only hashes are kept: archives hold millions.
    seen: HashMap<u128, u32>,
    /// Addresses with the texts that archives had for them.
    texts: HashSet<u128>,
}

impl Ids {
    /// The reports of an outcome; a second one with an id becomes a failure.
    pub fn admit(&mut self, outcome: Outcome) -> Vec<Result<Report, Failure>> {
        let Outcome { name, archived, reports } = outcome;
        let admitted = |report: Result<Report, Failure>| {
            let report = match report {
                Ok(report) if archived => return self.fetched(report).map(Ok),
                Ok(report) => report,
                failed => return Some(failed),
            };
            if self.count(&report.id) == 1 {
                return Some(Ok(report));
            }
            let reason = format!("a second report with the id \"{}\"; ids must be unique", report.id);
            Some(Err(Failure { name: name.clone(), reason }))
        };
        reports.into_iter().filter_map(admitted).collect()
    }

    /// A page out of an archive; `None` for one that is there already.
    fn fetched(&mut self, mut report: Report) -> Option<Report> {
        if !self.texts.insert(hash(&(&report.id, &report.text))) {
            return None;
        }
        let address = report.id.clone();
        let mut number = self.count(&address);
        while number > 1 {
            report.id = format!("{address}#{number}");
            if self.count(&report.id) == 1 {
                break;
            }
            number = self.count(&address);
        }
        Some(report)
    }

    /// How many reports have this id, with this one.
    fn count(&mut self, id: &str) -> u32 {
        let count = self.seen.entry(hash(id)).or_insert(0);
        *count = count.saturating_add(1);
        *count
    }
}

/// Wide enough that two ids never share one.
fn hash(value: &(impl Hash + ?Sized)) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        value.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}
