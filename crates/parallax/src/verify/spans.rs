//! Every span cuts, wherever it stands.

use super::{Findings, text};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Lengths, in code points, of the reports of a story.
pub(super) type Lengths<'v> = BTreeMap<&'v str, u64>;

/// `start` and `end` of an object that has them.
pub(super) fn span(value: &Value) -> Option<(u64, u64)> {
    Some((value.get("start")?.as_u64()?, value.get("end")?.as_u64()?))
}

/// Checks all spans below `value`. Inside a report they are of that report (`own`); elsewhere each
/// names its report.
pub(super) fn walk(value: &Value, place: &str, own: Option<u64>, all: &Lengths<'_>, findings: &mut Findings) {
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
    own: Option<u64>,
    all: &Lengths<'_>,
    findings: &mut Findings,
) {
    let cited = text(value, "report");
    let length = match (own, cited) {
        (Some(own), _) => Some(own),
        (None, Some(report)) => {
            let length = all.get(report).copied();
            if length.is_none() {
                findings.wrong(place, format!("cites the report \"{report}\", which is not in the story"));
            }
            length
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
    let Some(length) = length else {
        if cited.is_none() {
            findings.wrong(place, "a span without a report");
        }
        return;
    };
    if start >= end || end > length {
        findings.wrong(place, format!("{start}–{end} cuts nothing from a text of {length} characters"));
    }
}
