//! Reports in other languages: kept, and cut into sentences, but not read in depth.

use model::{Annotation, Claim, Modality, Reading, Report, Span};

/// Whether a report is in English, or says nothing about its language.
pub(crate) fn is_english(report: &Report) -> bool {
    report.language.as_deref().is_none_or(|code| {
        let code = code.to_ascii_lowercase();
        code == "eng" || code.split(['-', '_']).next() == Some("en")
    })
}

/// A reading without names, speech or figures: each sentence is one claim, so that the report
/// still stands in the account.
pub(crate) fn reading(report: Report, mut document: Annotation) -> Reading {
    document.names.clear();
    let claim = |(sentence, span): (usize, Span)| Claim {
        span,
        sentence,
        attribution: None,
        negated: false,
        modality: Modality::Fact,
        entities: Vec::new(),
        figures: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
    };
    let claims = document.sentences.iter().map(|sentence| sentence.span).enumerate().map(claim).collect();
    Reading { report, document, claims, ..Reading::default() }
}
