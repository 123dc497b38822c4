//! What every report gets, wherever it comes from.

use crate::{Settings, clean, idiom};
use model::Report;

/// A report with its id, what the call says about reports that carry less, its language, its lines
/// that are no reporting, and the notices that follow from what is there.
pub(crate) fn finish(mut report: Report, name: &str, settings: &Settings) -> Result<Report, String> {
    if report.id.is_empty() {
        name.clone_into(&mut report.id);
    }
    if settings.grouped && report.story.is_none() {
        return Err(format!("the report \"{}\" has no key \"story\", which --grouped needs", report.id));
    }
    report.outlet = report.outlet.or_else(|| settings.outlet.clone());
    report.published = report.published.or_else(|| settings.published.clone());
    let language = report.language.get_or_insert_with(|| idiom::language(&report.text)).clone();
    if is_english(&language) {
        mark(&mut report);
    } else {
        let name = idiom::name(&language);
        report.notices.push(format!("in {name}, not English: kept and grouped, not read in depth"));
    }
    if report.published.is_none() {
        report.notices.push("no publication date: weekdays and \"last month\" stay open".to_owned());
    }
    Ok(report)
}

/// Marks lines that are no reporting; agencies that the page names beside its text stay credited.
fn mark(report: &mut Report) {
    let known = std::mem::take(&mut report.credits);
    clean::mark(report);
    let found = std::mem::replace(&mut report.credits, known);
    for agency in found {
        if !report.credits.contains(&agency) {
            report.credits.push(agency);
        }
    }
}

/// Whether a language code means English.
fn is_english(code: &str) -> bool {
    let code = code.to_ascii_lowercase();
    code == "en" || code == "eng" || code.starts_with("en-") || code.starts_with("en_")
}
