//! A report with everything that was found in it.

use crate::{Annotation, Attribution, Claim, Entity, Figure, Mention, Place, Report, Span, Time};

/// One report, read. All spans refer to `report.text`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The report.
    pub report: Report,
    /// Sentences, tokens, names of its text, as the language stage found them.
    pub document: Annotation,
    /// In order.
    pub mentions: Vec<Mention>,
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// In order.
    pub places: Vec<Place>,
    /// In order.
    pub times: Vec<Time>,
    /// In order.
    pub figures: Vec<Figure>,
    /// In order of their first span.
    pub attributions: Vec<Attribution>,
    /// In order; at least one for a report that is not empty.
    pub claims: Vec<Claim>,
}

impl Reading {
    /// The passage.
    #[must_use]
    pub fn cut(&self, span: Span) -> &str {
        span.of(&self.report.text)
    }
}
