//! The event in one line: a headline of one of the reports.

use model::{Citation, Point, Reading, Span, Status};
use std::collections::BTreeSet;

/// The headline whose words most other reports share; without headlines, the first sentence of
/// the first report.
pub(super) fn headline(readings: &[Reading], points: &[Point]) -> Citation {
    let shared = shared_leads(readings, points);
    let words: Vec<BTreeSet<String>> = readings.iter().map(lead_words).collect();
    let best = (0..readings.len())
        .filter_map(|report| {
            let span = readings.get(report)?.report.headline.filter(|span| !span.is_empty())?;
            let own = content_words(span.of(&readings.get(report)?.report.text));
            let common: usize = own
                .iter()
                .map(|word| {
                    words
                        .iter()
                        .enumerate()
                        .filter(|(other, set)| *other != report && set.contains(word))
                        .count()
                })
                .sum();
            let density = common * 1000 / own.len().max(4);
            Some((
                (shared.contains(&report), density, std::cmp::Reverse(id(readings, report))),
                Citation { report, span },
            ))
        })
        .max_by(|one, other| one.0.cmp(&other.0));
    best.map_or_else(|| first_sentence(readings), |(_, citation)| citation)
}

fn id(readings: &[Reading], report: usize) -> &str {
    readings.get(report).map_or("", |reading| reading.report.id.as_str())
}

fn first_sentence(readings: &[Reading]) -> Citation {
    let first = readings.iter().enumerate().find_map(|(report, reading)| {
        let spans = reading.document.sentences.iter().map(|sentence| sentence.span);
        let mut spans = spans.filter(|&span| !reading.report.is_marginal(span));
        Some(Citation { report, span: spans.next()? })
    });
    first.unwrap_or(Citation { report: 0, span: Span::default() })
}

/// The reports whose headline stands in a point that another report carries too.
fn shared_leads(readings: &[Reading], points: &[Point]) -> BTreeSet<usize> {
    let mut shared = BTreeSet::new();
    for at in points.iter().filter(|point| point.status != Status::Single).flat_map(|point| &point.claims) {
        let Some(reading) = readings.get(at.report) else { continue };
        let claim = reading.claims.get(at.claim);
        if claim.zip(reading.report.headline).is_some_and(|(claim, headline)| claim.span.touches(headline)) {
            shared.insert(at.report);
        }
    }
    shared
}

/// The words of the headline and the first two paragraphs.
fn lead_words(reading: &Reading) -> BTreeSet<String> {
    reading.report.blocks().take(3).flat_map(|block| content_words(reading.cut(block))).collect()
}

fn content_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::headline;
    use model::{Reading, Report, Span};

    fn reading(id: &str, title: &str, body: &str) -> Reading {
        let text = format!("{title}\n\n{body}");
        let paragraphs = vec![Span::new(title.len() + 2, text.len())];
        let headline = Some(Span::new(0, title.len()));
        Reading {
            report: Report { id: id.into(), text, headline, paragraphs, ..Report::default() },
            ..Reading::default()
        }
    }

    #[test]
    fn takes_the_headline_that_the_others_bear_out() {
        let readings = [
            reading("a", "Live updates from our desk", "A ferry ran aground near Marsa."),
            reading("b", "Ferry runs aground near Marsa", "The ferry struck rocks."),
            reading("c", "What we know so far", "The ferry that ran aground near Marsa was old."),
        ];
        assert_eq!(headline(&readings, &[]).report, 1);
    }
}
