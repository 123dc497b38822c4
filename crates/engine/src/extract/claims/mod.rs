//! Claims, clause by clause: a sentence that says three things gives three.

mod cut;
mod manner;

use model::{Claim, Reading, Span};

/// The claims of a report, in order; entities and places are not resolved yet.
///
/// Lines that are no reporting give none, but a report that is not empty gives at least one.
pub(super) fn claims(reading: &Reading) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (index, sentence) in reading.document.sentences.iter().enumerate() {
        let span = reported(reading, sentence.span);
        if !span.is_empty() {
            let clauses = cut::clauses(&reading.document, &reading.report.text, span);
            claims.extend(clauses.into_iter().map(|clause| claim(reading, index, clause)));
        }
    }
    if claims.is_empty() {
        let first = reading.document.sentences.first().map(|sentence| sentence.span);
        let span = first.unwrap_or_else(|| Span::new(0, reading.report.text.len()));
        let span = span.trimmed(&reading.report.text);
        if !span.is_empty() {
            claims.push(claim(reading, 0, span));
        }
    }
    claims
}

/// The sentence without a dateline or byline at its start; empty where it is no reporting.
fn reported(reading: &Reading, sentence: Span) -> Span {
    if reading.report.is_marginal(sentence) {
        return Span::new(sentence.start, sentence.start);
    }
    let marginal = reading.report.marginalia.iter().filter(|line| line.span.holds(sentence.start));
    let start = marginal.map(|line| line.span.end).max().unwrap_or(sentence.start);
    Span::new(start.min(sentence.end), sentence.end).trimmed(&reading.report.text)
}

fn claim(reading: &Reading, sentence: usize, span: Span) -> Claim {
    let attribution = attribution(reading, span);
    let words = manner::words(&reading.document, &reading.report.text, span);
    let stance = attribution.and_then(|index| reading.attributions.get(index)).map(|spoken| spoken.stance);
    Claim {
        span,
        sentence,
        attribution,
        negated: manner::is_negated(&words),
        modality: manner::modality(&words, stance),
        entities: Vec::new(),
        figures: within(span, reading.figures.iter().map(|figure| figure.span)),
        times: within(span, reading.times.iter().map(|time| time.span)),
        places: Vec::new(),
    }
}

/// The attribution whose content holds most of the claim; of several, the innermost.
fn attribution(reading: &Reading, span: Span) -> Option<usize> {
    let mut best: Option<(usize, usize, usize)> = None;
    for (index, attribution) in reading.attributions.iter().enumerate() {
        let shared: usize = attribution.content.iter().map(|content| content.overlap(span)).sum();
        let size: usize = attribution.content.iter().map(|content| content.len()).sum();
        let better = best.is_none_or(|(most, least, _)| (shared, least) > (most, size));
        if shared * 2 > span.len() && better {
            best = Some((shared, size, index));
        }
    }
    best.map(|(_, _, index)| index)
}

/// The indices of the spans that lie for the most part in the claim.
fn within(claim: Span, spans: impl Iterator<Item = Span>) -> Vec<usize> {
    let inside = spans.enumerate().filter(|(_, span)| claim.overlap(*span) * 2 > span.len());
    inside.map(|(index, _)| index).collect()
}
