//! A report: one article of one outlet as clean, immutable text.

use crate::Span;
use jiff::civil::Date;

/// One article of one outlet.
///
/// `text` is the headline, an empty line, then the paragraphs with empty lines between them; all
/// spans anywhere refer to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What the input gave, else the address, else the path.
    pub id: String,
    /// The grouping that the input brought along.
    pub story: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// Authors as names.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Stamp>,
    /// When it was last changed.
    pub modified: Option<Stamp>,
    /// ISO 639-1 code, where the language is known.
    pub language: Option<String>,
    /// The whole text.
    pub text: String,
    /// The headline, where there is one.
    pub headline: Option<Span>,
    /// Body paragraphs and inner headings, in order; the headline is not among them.
    pub paragraphs: Vec<Span>,
    /// Agencies that are credited.
    pub credits: Vec<String>,
    /// Lines of the text that are no reporting.
    pub marginalia: Vec<Marginal>,
    /// What a reader should know about the reading.
    pub notices: Vec<String>,
    /// Unknown keys of the input, with their JSON text, handed through.
    pub extra: Vec<(String, String)>,
}

impl Report {
    /// The headline and the paragraphs, in the order of the text.
    pub fn blocks(&self) -> impl Iterator<Item = Span> + '_ {
        self.headline.into_iter().chain(self.paragraphs.iter().copied())
    }

    /// Whether the passage lies, for the most part, in a line that is no reporting.
    #[must_use]
    pub fn is_marginal(&self, span: Span) -> bool {
        self.marginalia.iter().any(|line| line.span.overlap(span) * 2 > span.len())
    }
}

/// A day, and the moment as the input wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day, in the time zone of the stamp.
    pub date: Date,
    /// `2023-11-06` or RFC 3339.
    pub text: String,
}

/// A line of the text that is no reporting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marginal {
    /// The line.
    pub span: Span,
    /// What it is.
    pub kind: MarginalKind,
}

/// What a line that is no reporting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarginalKind {
    /// "AFP contributed to this report."
    Credit,
    /// "This story has been updated."
    Update,
    /// "An earlier version misstated …"
    Correction,
    /// Newsletter, related links, calls to follow or subscribe, captions' credits.
    Promotion,
    /// "By A. Writer"
    Byline,
    /// "BAGHDAD (Reuters) -"
    Dateline,
}
