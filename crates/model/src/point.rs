//! Points: claims of one or more reports that say the same.

use crate::Span;

/// A passage of a report of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    /// Index into the reports of the story.
    pub report: usize,
    /// Where.
    pub span: Span,
}

/// A claim of a report of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimRef {
    /// Index into the reports of the story.
    pub report: usize,
    /// Index into the claims of that report.
    pub claim: usize,
}

/// Claims that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// How many carry it, and whether they disagree.
    pub status: Status,
    /// Independent origins: no fewer than these.
    pub at_least: usize,
    /// No more than these.
    pub at_most: usize,
    /// In the order of reports, then of text.
    pub claims: Vec<ClaimRef>,
    /// Where the claims differ.
    pub differences: Vec<Difference>,
    /// How alike the claims are, 0 to 1; none for a single one.
    pub similarity: Option<f64>,
    /// Whether all of its claims are somebody's words.
    pub speech: bool,
}

/// What a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// At least two independent origins.
    Corroborated,
    /// One origin.
    Single,
    /// Its claims disagree in substance.
    Differs,
}

/// One difference between the claims of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In what.
    pub aspect: Aspect,
    /// In words for a person.
    pub note: String,
    /// The passages that differ.
    pub citations: Vec<Citation>,
}

/// What claims can differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Aspect {
    Figure,
    Date,
    Place,
    Person,
    Attribution,
    Polarity,
    Modality,
    Wording,
}

impl Aspect {
    /// Whether it is a disagreement in substance: wording and attribution are not.
    #[must_use]
    pub fn is_substantial(self) -> bool {
        !matches!(self, Self::Wording | Self::Attribution)
    }
}
