//! Numbers with what they count.

use model::{Document, Figure, Report, Time};

/// The figures of a report, in order; sources are not resolved yet.
pub(super) fn figures(_report: &Report, _document: &Document, _times: &[Time]) -> Vec<Figure> {
    Vec::new()
}
