//! Who said what.

use crate::Span;

/// Speaker, cue and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The words that name the speaker.
    pub source: Option<Span>,
    /// "said", "according to".
    pub cue: Option<Span>,
    /// What is said; several pieces where the cue stands in its middle.
    pub content: Vec<Span>,
    /// In quotation marks, reported, or in part each.
    pub mode: Mode,
    /// Index into the entities of the report.
    pub speaker: Option<usize>,
    /// What the speaker does in saying it.
    pub stance: Stance,
    /// The attribution in whose content this one stands.
    pub within: Option<usize>,
}

/// How speech is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// In quotation marks.
    Direct,
    /// Reported.
    Indirect,
    /// Reported, with quoted words in it.
    Mixed,
}

/// What the speaker does in saying it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Stance {
    Says,
    Denies,
    Accuses,
    Urges,
    Promises,
    Questions,
    Warns,
    Claims,
    Condemns,
    Praises,
    Confirms,
    Believes,
    Hopes,
    Agrees,
}
