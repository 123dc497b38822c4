//! Claims: what a report states, clause by clause.

use crate::Span;

/// One thing that a report states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The clause.
    pub span: Span,
    /// Index into the sentences of the report.
    pub sentence: usize,
    /// The attribution in whose content it stands, as an index.
    pub attribution: Option<usize>,
    /// Whether it says that something is not so.
    pub negated: bool,
    /// Whether it says that something is, may be, shall be.
    pub modality: Modality,
    /// Indices into the entities of the report.
    pub entities: Vec<usize>,
    /// Indices into the figures of the report.
    pub figures: Vec<usize>,
    /// Indices into the times of the report.
    pub times: Vec<usize>,
    /// Indices into the places of the report.
    pub places: Vec<usize>,
}

/// The reality that a claim gives to what it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modality {
    /// It is or was so.
    Fact,
    /// Somebody intends it.
    Planned,
    /// It may be so.
    Possible,
    /// Somebody ought to do it.
    Urged,
    /// It is alleged.
    Alleged,
    /// It would be so if.
    Conditional,
    /// It is asked.
    Asked,
}
