//! A report as `extract` writes it.

use super::{Offsets, names::Word};
use model::{Report, Stamp};
use serde_json::{Map, Value, json};

/// The keys of `extract`.
#[must_use]
pub fn report(report: &Report) -> Map<String, Value> {
    let offsets = Offsets::new(&report.text);
    fields(report, &offsets)
}

/// The same with offsets that are already counted.
pub(super) fn fields(report: &Report, offsets: &Offsets<'_>) -> Map<String, Value> {
    let stamp = |stamp: &Option<Stamp>| stamp.as_ref().map(|stamp| stamp.text.clone());
    let spans = |spans: &[model::Span]| spans.iter().map(|&span| offsets.span(span)).collect::<Vec<_>>();
    let marginalia: Vec<Value> = report
        .marginalia
        .iter()
        .map(|line| {
            json!({
                "start": offsets.points(line.span.start),
                "end": offsets.points(line.span.end),
                "kind": line.kind.word(),
            })
        })
        .collect();
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("id", json!(report.id));
    put("url", json!(report.url));
    put("title", json!(report.headline.map(|span| span.of(&report.text))));
    put("text", json!(report.text));
    put("paragraphs", json!(spans(&report.paragraphs)));
    put("outlet", json!(report.outlet));
    put("authors", json!(report.authors));
    put("published", json!(stamp(&report.published)));
    put("modified", json!(stamp(&report.modified)));
    put("language", json!(report.language));
    put("credits", json!(report.credits));
    put("marginalia", json!(marginalia));
    put("notices", json!(report.notices));
    if let Some(story) = &report.story {
        put("story", json!(story));
    }
    for (key, text) in &report.extra {
        if !object.contains_key(key) {
            let value = serde_json::from_str(text).unwrap_or(Value::Null);
            object.insert(key.clone(), value);
        }
    }
    object
}
