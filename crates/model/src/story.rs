//! Stories and the origins of their reports.

/// The reports of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Given with the input, or made from the reports that it holds.
    pub id: String,
    /// Indices of reports, in the order of the input.
    pub reports: Vec<usize>,
}

/// The acts of reporting behind the reports of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Independent origins: no fewer than these.
    pub at_least: usize,
    /// No more than these.
    pub at_most: usize,
    /// Each report of the story stands in one.
    pub groups: Vec<Origin>,
    /// For each report of the story, the original that it copies.
    pub copy_of: Vec<Option<usize>>,
}

impl Origins {
    /// The origin of a report, as an index into `groups`.
    #[must_use]
    pub fn of(&self, report: usize) -> Option<usize> {
        self.groups.iter().position(|origin| origin.reports.contains(&report))
    }
}

/// One act of reporting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Indices into the reports of the story.
    pub reports: Vec<usize>,
    /// Why these are one origin, for a person.
    pub why: String,
}
