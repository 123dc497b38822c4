//! What a report is compared by: its heaviest words, its day, its language.

use super::super::background;
use super::super::terms::{Term, TermMap, each_form, term};
use jiff::civil::Date;
use model::{Reading, Report};

/// Words of the body that are read: an event stands in the first of them.
const WORDS_READ: usize = 600;
/// Words of the body that count as its lead.
const LEAD: usize = 60;
const TITLE_WEIGHT: f64 = 3.0;
const LEAD_WEIGHT: f64 = 2.0;
/// Terms kept of a report.
const KEPT: usize = 80;
/// For how many reports of the collection the background stands.
const BACKGROUND_WEIGHT: f64 = 1000.0;

/// What a report is compared by.
pub(super) struct Profile {
    /// By term; the squares of the weights add up to one.
    pub(super) terms: Vec<(Term, f64)>,
    pub(super) day: Option<Date>,
    pub(super) language: Option<String>,
}

/// The profiles of reports that are read together.
pub(super) fn profiles(readings: &[&Reading]) -> Vec<Profile> {
    let counts: Vec<TermMap<f64>> = readings.iter().map(|reading| count(&reading.report)).collect();
    let mut reports_with: TermMap<f64> = TermMap::default();
    for term in counts.iter().flat_map(TermMap::keys) {
        *reports_with.entry(*term).or_insert(0.0) += 1.0;
    }
    #[allow(clippy::cast_precision_loss)]
    let all = readings.len() as f64;
    let rarity: TermMap<f64> = reports_with
        .iter()
        .map(|(term, here)| {
            let expected = BACKGROUND_WEIGHT * background::share(*term);
            (*term, -((expected + here) / (BACKGROUND_WEIGHT + all)).ln())
        })
        .collect();
    let profile = |(reading, count): (&&Reading, &TermMap<f64>)| Profile {
        terms: heaviest(count, &rarity),
        day: reading.report.published.as_ref().map(|stamp| stamp.date),
        language: reading.report.language.clone(),
    };
    readings.iter().zip(&counts).map(profile).collect()
}

/// How often each term stands in a report, headline and lead counted more.
fn count(report: &Report) -> TermMap<f64> {
    let mut counts = TermMap::default();
    if let Some(headline) = report.headline {
        each_form(headline.of(&report.text), |form| *counts.entry(term(form)).or_insert(0.0) += TITLE_WEIGHT);
    }
    let mut words = 0;
    for paragraph in report.paragraphs.iter().filter(|paragraph| !report.is_marginal(**paragraph)) {
        if words >= WORDS_READ {
            break;
        }
        each_form(paragraph.of(&report.text), |form| {
            words += 1;
            if words <= WORDS_READ {
                let weight = if words <= LEAD { LEAD_WEIGHT } else { 1.0 };
                *counts.entry(term(form)).or_insert(0.0) += weight;
            }
        });
    }
    counts
}

/// The heaviest terms as a vector of length one, by term.
fn heaviest(counts: &TermMap<f64>, rarity: &TermMap<f64>) -> Vec<(Term, f64)> {
    let weigh = |(term, count): (&Term, &f64)| {
        (*term, (1.0 + count.ln()) * rarity.get(term).copied().unwrap_or(0.0).max(0.0))
    };
    let mut terms: Vec<(Term, f64)> = counts.iter().map(weigh).filter(|(_, weight)| *weight > 0.0).collect();
    terms.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.truncate(KEPT);
    terms.sort_unstable_by_key(|(term, _)| *term);
    let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    if length > 0.0 {
        terms.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    terms
}
