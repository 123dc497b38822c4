//! Every span cuts, wherever it stands, and a citation that brings its passage along cuts to it.

use super::{Findings, text};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The texts of the reports of a story, as code points.
pub(super) type Texts<'v> = BTreeMap<&'v str, Vec<char>>;

/// `start` and `end` of an object that has them.
pub(super) fn span(value: &Value) -> Option<(u64, u64)> {
    Some((value.get("start")?.as_u64()?, value.get("end")?.as_u64()?))
}

/// Checks all spans below `value`. Inside a report they are of that report (`own`); elsewhere each
/// names its report.
pub(super) fn walk(
    value: &Value,
    place: &str,
    own: Option<&[char]>,
    all: &Texts<'_>,
    findings: &mut Findings,
) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{place}[{index}]"), own, all, findings);
            }
        }
        Value::Object(object) => {
            check(value, object, place, own, all, findings);
            for (key, item) in object.iter().filter(|(_, item)| item.is_array() || item.is_object()) {
                walk(item, &format!("{place}.{key}"), own, all, findings);
            }
        }
        _ => {}
    }
}

fn check(
    value: &Value,
    object: &Map<String, Value>,
    place: &str,
    own: Option<&[char]>,
    all: &Texts<'_>,
    findings: &mut Findings,
) {
    let cited = text(value, "report");
    let held = match (own, cited) {
        (Some(own), _) => Some(own),
        (None, Some(report)) => {
            let held = all.get(report).map(Vec::as_slice);
            if held.is_none() {
                findings.wrong(place, format!("cites the report \"{report}\", which is not in the story"));
            }
            held
        }
        (None, None) => None,
    };
    if !object.contains_key("start") && !object.contains_key("end") {
        return;
    }
    findings.spans += 1;
    let Some((start, end)) = span(value) else {
        return findings.wrong(place, "`start` and `end` are not two numbers");
    };
    let Some(held) = held else {
        if cited.is_none() {
            findings.wrong(place, "a span without a report");
        }
        return;
    };
    let cut = usize::try_from(start).ok().zip(usize::try_from(end).ok());
    let Some(passage) =
        cut.and_then(|(start, end)| held.get(start..end)).filter(|passage| !passage.is_empty())
    else {
        let length = held.len();
        return findings
            .wrong(place, format!("{start}–{end} cuts nothing from a text of {length} characters"));
    };
    let brought = text(value, "text").filter(|_| cited.is_some());
    if brought.is_some_and(|brought| !brought.chars().eq(passage.iter().copied())) {
        let passage: String = passage.iter().collect();
        findings.wrong(place, format!("{start}–{end} is \"{passage}\", not the passage that is cited"));
    }
}
