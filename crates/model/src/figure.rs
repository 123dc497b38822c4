//! Numbers with what they count.

use crate::Span;

/// A number with what it counts, its scope, hedge and speaker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The number with its hedge and unit, as written.
    pub span: Span,
    /// The number, where it is one.
    pub value: Option<f64>,
    /// Lower bound of a range or of "at least".
    pub low: Option<f64>,
    /// Upper bound of a range or of "up to".
    pub high: Option<f64>,
    /// What is counted: "people", "attacks", "troops", "dollars".
    pub unit: Option<String>,
    /// What happened to it or what it did: "killed", "abducted", "deployed".
    pub of: Option<String>,
    /// "some", "about", "close to", "dozens".
    pub approximate: bool,
    /// Where and when it holds.
    pub scope: Scope,
    /// Whose number it is: index into the entities of the report.
    pub source: Option<usize>,
    /// The hedging words, as written.
    pub hedge: Option<String>,
}

/// Where and when a figure holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Place, as written.
    pub place: Option<String>,
    /// First day, as a TIMEX3 value.
    pub from: Option<String>,
    /// Last day, as a TIMEX3 value.
    pub to: Option<String>,
}
