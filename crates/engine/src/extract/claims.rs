//! Claims, clause by clause.

use model::{Claim, Modality, Reading};

/// The claims of a report, in order; entities and places are not resolved yet.
pub(super) fn claims(reading: &Reading) -> Vec<Claim> {
    let sentences = reading.document.sentences.iter().enumerate();
    let stated = sentences.filter(|(_, sentence)| !reading.report.is_marginal(sentence.span));
    stated
        .map(|(sentence, s)| Claim {
            span: s.span,
            sentence,
            attribution: None,
            negated: false,
            modality: Modality::Fact,
            entities: Vec::new(),
            figures: Vec::new(),
            times: Vec::new(),
            places: Vec::new(),
        })
        .collect()
}
