//! The check of an account against the reports that it was made from.
//!
//! It reads the account as anybody's JSON, not through our own types: a hand-edited file, or one
//! made by another version, is checked all the same. What is checked: the text of each report to
//! the character; that every span cuts the text and every citation a report of the story; that the
//! references between the parts lead somewhere; that each claim stands in exactly one point, and
//! each report in one origin.

mod references;
mod spans;
mod story;

use model::Report;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Stories that were checked.
    pub stories: usize,
    /// Reports that were compared.
    pub reports: usize,
    /// Spans and citations that were cut.
    pub spans: usize,
    /// Points whose claims were looked up.
    pub points: usize,
    /// What does not match, in the order of the account; each names its place.
    pub wrong: Vec<String>,
}

impl Findings {
    fn wrong(&mut self, place: &str, what: impl std::fmt::Display) {
        self.wrong.push(format!("{place}: {what}"));
    }
}

/// Checks a document of `read --format json` against reports.
#[must_use]
pub fn verify(document: &Value, reports: &[Report]) -> Findings {
    let mut findings = Findings::default();
    match document.get("schema").and_then(Value::as_u64) {
        Some(1) => {}
        Some(other) => findings.wrong("schema", format!("{other}, but this version reads 1")),
        None => findings.wrong("schema", "missing; is this an account of `parallax read --format json`?"),
    }
    let Some(stories) = document.get("stories").and_then(Value::as_array) else {
        findings.wrong("stories", "missing or no list");
        return findings;
    };
    let texts: BTreeMap<&str, &str> =
        reports.iter().map(|report| (report.id.as_str(), report.text.as_str())).collect();
    for (index, story) in stories.iter().enumerate() {
        findings.stories += 1;
        story::check(story, &name(story, index), &texts, &mut findings);
    }
    findings
}

fn name(story: &Value, index: usize) -> String {
    let id = story.get("id").and_then(Value::as_str);
    id.map_or_else(|| format!("story {}", index + 1), |id| format!("story {id}"))
}

/// The members of a list, none where it is missing.
fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}
