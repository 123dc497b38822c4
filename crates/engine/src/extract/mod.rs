//! What one report says: attributions, figures, times, claims.

mod atoms;
pub mod attributions;
mod claims;
mod figures;
mod numbers;
mod times;

use model::{Annotation, Reading, Report};

/// Finds everything that can be found in a report before its mentions are resolved.
///
/// `speaker` of attributions, `source` of figures, and the entities and places of claims are
/// filled by [`crate::resolve::within`].
#[must_use]
pub fn extract(report: Report, document: Annotation) -> Reading {
    let mut reading = Reading { report, document, ..Reading::default() };
    let atoms = atoms::Atoms::new(&reading.report.text);
    let times = times::times(&reading.report, &reading.document, &atoms);
    let figures = figures::figures(&reading.report, &reading.document, &times, &atoms);
    reading.attributions = attributions::attributions(&reading.report, &reading.document);
    (reading.times, reading.figures) = (times, figures);
    reading.claims = claims::claims(&reading);
    reading
}
