//! One story: its reports, its spans, and what refers to what.

use super::spans::{self, Texts, span};
use super::{Findings, list, references, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The keys of a report that hold spans. Others may be the user's own, handed through.
const SPANNED: [&str; 10] = [
    "paragraphs",
    "marginalia",
    "sentences",
    "tokens",
    "mentions",
    "places",
    "times",
    "figures",
    "attributions",
    "claims",
];

/// Checks one account.
pub(super) fn check(story: &Value, name: &str, stored: &BTreeMap<&str, &str>, findings: &mut Findings) {
    let reports = list(story, "reports");
    if reports.is_empty() {
        findings.wrong(name, "no reports");
    }
    let texts: Texts<'_> = reports
        .iter()
        .filter_map(|report| Some((text(report, "id")?, text(report, "text")?.chars().collect())))
        .collect();
    if texts.len() < reports.len() {
        findings.wrong(name, "a report without an id or a text, or two with one id");
    }
    for report in reports {
        check_report(report, name, stored, &texts, findings);
    }
    if let Value::Object(parts) = story {
        for (key, part) in parts.iter().filter(|(key, _)| *key != "reports") {
            spans::walk(part, &format!("{name}, {key}"), None, &texts, findings);
        }
    }
    check_points(story, name, findings);
    check_origins(story, name, &texts, findings);
    references::entities(story, name, findings);
}

/// The text against what is stored, then everything that refers to it.
fn check_report(
    report: &Value,
    story: &str,
    stored: &BTreeMap<&str, &str>,
    texts: &Texts<'_>,
    findings: &mut Findings,
) {
    findings.reports += 1;
    let (Some(id), Some(held)) = (text(report, "id"), text(report, "text")) else { return };
    let place = format!("{story}, report {id}");
    match stored.get(id) {
        None => findings.wrong(&place, "not among the reports given; name its file too"),
        Some(&stored) if stored != held => findings.wrong(&place, difference(held, stored)),
        Some(_) => {}
    }
    if let Some(title) = text(report, "title").filter(|title| !held.starts_with(title)) {
        findings.wrong(&place, format!("the title \"{title}\" does not open the text"));
    }
    let own = texts.get(id).map(Vec::as_slice);
    for part in SPANNED {
        if let Some(value) = report.get(part) {
            spans::walk(value, &format!("{place}, {part}"), own, texts, findings);
        }
    }
    references::within(report, &place, findings);
}

/// Where two texts part, in words.
fn difference(held: &str, stored: &str) -> String {
    let same = held.chars().zip(stored.chars()).take_while(|(a, b)| a == b).count();
    let shown = |text: &str| text.chars().skip(same).take(30).collect::<String>();
    format!(
        "its text is not the stored one from character {same} on: \"{}\" in the account, \"{}\" stored",
        shown(held),
        shown(stored)
    )
}

/// Each claim of each report stands in exactly one point, and points hold nothing else.
fn check_points(story: &Value, name: &str, findings: &mut Findings) {
    let mut open: BTreeMap<(&str, (u64, u64)), usize> = BTreeMap::new();
    for report in list(story, "reports") {
        let Some(id) = text(report, "id") else { continue };
        for claim in list(report, "claims").iter().filter_map(span) {
            *open.entry((id, claim)).or_default() += 1;
        }
    }
    for (index, point) in list(story, "points").iter().enumerate() {
        findings.points += 1;
        let id = text(point, "id").map_or_else(|| (index + 1).to_string(), str::to_owned);
        let place = format!("{name}, point {id}");
        let claims = list(point, "claims");
        if claims.is_empty() {
            findings.wrong(&place, "no claims");
        }
        for claim in claims {
            let (Some(report), Some(span)) = (text(claim, "report"), span(claim)) else { continue };
            let (start, end) = span;
            match open.get_mut(&(report, span)) {
                None => {
                    findings.wrong(&place, format!("{start}–{end} is no claim of the report \"{report}\""))
                }
                Some(0) => {
                    findings.wrong(
                        &place,
                        format!("the claim {start}–{end} of \"{report}\" stands in a point before"),
                    );
                }
                Some(left) => *left -= 1,
            }
        }
        check_status(point, &place, findings);
    }
    for ((report, (start, end)), _) in open.iter().filter(|(_, left)| **left > 0) {
        findings.wrong(name, format!("the claim {start}–{end} of \"{report}\" stands in no point"));
    }
}

fn check_status(point: &Value, place: &str, findings: &mut Findings) {
    let reports: BTreeSet<&str> = list(point, "claims").iter().filter_map(|c| text(c, "report")).collect();
    match text(point, "status") {
        Some("corroborated") if reports.len() < 2 => {
            findings.wrong(place, "corroborated, but carried by one report");
        }
        Some("corroborated" | "single" | "differs") => {}
        other => findings.wrong(place, format!("the status {} is unknown", other.unwrap_or("(none)"))),
    }
}

/// Each report stands in one origin.
fn check_origins(story: &Value, name: &str, texts: &Texts<'_>, findings: &mut Findings) {
    let groups = story.get("origins").map_or(&[][..], |origins| list(origins, "groups"));
    let mut times: BTreeMap<&str, usize> = texts.keys().map(|id| (*id, 0)).collect();
    for id in groups.iter().flat_map(|group| list(group, "reports")).filter_map(Value::as_str) {
        match times.get_mut(id) {
            Some(count) => *count += 1,
            None => findings.wrong(&format!("{name}, origins"), format!("\"{id}\" is not in the story")),
        }
    }
    for (id, count) in times.iter().filter(|(_, count)| **count != 1) {
        findings
            .wrong(&format!("{name}, origins"), format!("\"{id}\" stands in {count} origins, not in one"));
    }
}
