//! Ids are unique among all reports of a call.

use crate::{Failure, capture::Outcome};
use model::Report;
use std::collections::HashSet;

/// The ids that were given so far. Outcomes go through it in the order of their captures.
#[derive(Debug, Default)]
pub struct Ids {
    seen: HashSet<String>,
}

impl Ids {
    /// The reports of an outcome; a second one with an id becomes a failure.
    pub fn admit(&mut self, outcome: Outcome) -> Vec<Result<Report, Failure>> {
        let Outcome { name, reports, .. } = outcome;
        let admitted = |report: Result<Report, Failure>| {
            let report = report?;
            if self.seen.insert(report.id.clone()) {
                return Ok(report);
            }
            let reason = format!("a second report with the id \"{}\"; ids must be unique", report.id);
            Err(Failure { name: name.clone(), reason })
        };
        reports.into_iter().map(admitted).collect()
    }
}
