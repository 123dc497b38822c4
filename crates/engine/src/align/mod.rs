//! Which claims of a story say the same, and where they differ.
//!
//! [`profile`] makes claims comparable, [`candidates`] finds pairs worth a look, [`features`]
//! measures them, [`likeness`] judges, [`joining`] makes points of the judgements, [`differences`]
//! compares inside each point.

mod candidates;
mod differences;
mod features;
mod joining;
mod lexicon;
mod likeness;
mod profile;
mod stem;
mod trees;

pub use features::NAMES;
pub use joining::Settings;
pub use likeness::{BESIDE, Comparison};
pub use stem::term;
pub use trees::Trees;

use model::{ClaimRef, Origins, Point, Reading, Status, StoryEntity};
use std::collections::BTreeSet;

/// The points of a story: every claim of every report stands in exactly one.
#[must_use]
pub fn points(readings: &[Reading], entities: &[StoryEntity], origins: &Origins) -> Vec<Point> {
    let comparison = Comparison::new(readings, entities);
    let scores = comparison.judge();
    let mut groups = comparison.join(&scores, Settings::default());
    groups.sort_by(|a, b| a.0.cmp(&b.0));
    let mut points: Vec<Point> =
        groups.into_iter().map(|(claims, similarity)| point(readings, origins, claims, similarity)).collect();
    for point in &mut points {
        compare(point, readings, entities);
    }
    points
}

fn point(readings: &[Reading], origins: &Origins, claims: Vec<ClaimRef>, similarity: Option<f32>) -> Point {
    let (at_least, at_most) = independent(origins, &claims);
    let status = if at_least >= 2 { Status::Corroborated } else { Status::Single };
    let spoken = |at: &ClaimRef| {
        let claim = readings.get(at.report).and_then(|reading| reading.claims.get(at.claim));
        claim.is_some_and(|claim| claim.attribution.is_some())
    };
    Point {
        status,
        at_least,
        at_most,
        speech: claims.iter().all(spoken),
        claims,
        differences: Vec::new(),
        similarity: similarity.map(f64::from),
    }
}

/// Fills the differences, and the status that they give.
fn compare(point: &mut Point, readings: &[Reading], entities: &[StoryEntity]) {
    let found = differences::differences(readings, entities, &point.claims);
    if found.iter().any(|found| found.substantial) {
        point.status = Status::Differs;
    }
    point.differences = found.into_iter().map(|found| found.difference).collect();
}

/// Independent origins behind the claims: no fewer, and no more than these.
fn independent(origins: &Origins, claims: &[ClaimRef]) -> (usize, usize) {
    let reports: BTreeSet<usize> = claims.iter().map(|claim| claim.report).collect();
    let groups: BTreeSet<Option<usize>> = reports.iter().map(|&report| origins.of(report)).collect();
    let most = groups.len().max(1);
    // Where origins are unsure in the whole story, so many may fall together here too.
    let unsure = origins.at_most.saturating_sub(origins.at_least);
    (most.saturating_sub(unsure).max(1), most)
}

#[cfg(test)]
mod tests {
    use super::points;
    use crate::extract::extract;
    use model::{Annotation, Origins, Point, Reading, Report, Sentence, Span, Token, Upos};
    use std::collections::BTreeSet;

    fn reading(id: &str, text: &str) -> Reading {
        let mut document = Annotation::default();
        let mut at = 0;
        for (sentence, line) in text.split_inclusive(". ").enumerate() {
            let first = document.tokens.len();
            let mut offset = at;
            for word in line.split_inclusive(' ') {
                let span = Span::new(offset, offset + word.len()).trimmed(text);
                let span =
                    Span::new(span.start, span.start + span.of(text).trim_end_matches(['.', ',']).len());
                let lemma = span.of(text).to_lowercase().into();
                document.tokens.push(Token {
                    span,
                    sentence,
                    lemma,
                    upos: Upos::X,
                    xpos: "",
                    head: None,
                    relation: "",
                });
                offset += word.len();
            }
            let span = Span::new(at, at + line.len()).trimmed(text);
            document.sentences.push(Sentence { span, tokens: first..document.tokens.len() });
            at += line.len();
        }
        let report = Report {
            id: id.into(),
            text: text.into(),
            paragraphs: vec![Span::new(0, text.len())],
            ..Report::default()
        };
        extract(report, document)
    }

    fn story() -> Vec<Reading> {
        vec![
            reading(
                "a",
                "The ferry Alba ran aground off the port of Marsa at dawn. Its captain was questioned by police.",
            ),
            reading("b", "A ferry ran aground off Marsa port at dawn. The price of bread rose in the north."),
            reading(
                "c",
                "At dawn the ferry Alba ran aground near Marsa. Divers will search the hull on Monday.",
            ),
        ]
    }

    fn named(readings: &[Reading], points: &[Point]) -> BTreeSet<BTreeSet<(String, usize)>> {
        let name = |at: &model::ClaimRef| Some((readings.get(at.report)?.report.id.clone(), at.claim));
        points.iter().map(|point| point.claims.iter().filter_map(name).collect()).collect()
    }

    #[test]
    fn every_claim_is_in_one_point_in_any_order() {
        let readings = story();
        let found = points(&readings, &[], &Origins::default());
        let claims: usize = readings.iter().map(|reading| reading.claims.len()).sum();
        assert_eq!(found.iter().map(|point| point.claims.len()).sum::<usize>(), claims);
        assert!(found.iter().any(|point| point.claims.len() >= 2), "{found:?}");
        let mut turned = story();
        turned.reverse();
        let again = points(&turned, &[], &Origins::default());
        assert_eq!(named(&readings, &found), named(&turned, &again));
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(points(&[], &[], &Origins::default()).is_empty());
        assert!(points(&[Reading::default()], &[], &Origins::default()).is_empty());
    }
}
