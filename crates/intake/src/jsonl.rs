//! One report a line.

use model::{Report, Span, Stamp};
use serde_json::{Map, Value};

/// Why a line gives no report.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not an object with a text.
    #[error("{0}")]
    Line(String),
}

/// The reports of a JSONL text, or the reason, for each line that is not empty.
pub fn reports(text: &str) -> impl Iterator<Item = Result<Report, Error>> + '_ {
    text.lines().filter(|line| !line.trim().is_empty()).map(report)
}

fn report(line: &str) -> Result<Report, Error> {
    let object: Map<String, Value> = serde_json::from_str(line).map_err(|e| Error::Line(e.to_string()))?;
    let get = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    let title = get("title");
    let body = get("text").ok_or_else(|| Error::Line("no text".into()))?;
    let (text, headline, start) = match &title {
        Some(title) => (format!("{title}\n\n{body}"), Some(Span::new(0, title.len())), title.len() + 2),
        None => (body, None, 0),
    };
    let mut paragraphs = Vec::new();
    let mut at = start;
    for line in text.get(start..).unwrap_or("").split('\n') {
        let span = Span::new(at, at + line.len()).trimmed(&text);
        if !span.is_empty() {
            paragraphs.push(span);
        }
        at += line.len() + 1;
    }
    let published =
        get("published").and_then(|text| Some(Stamp { date: text.get(..10)?.parse().ok()?, text }));
    Ok(Report {
        id: get("id").unwrap_or_default(),
        story: get("story"),
        outlet: get("outlet"),
        url: get("url"),
        published,
        text,
        headline,
        paragraphs,
        language: Some("en".into()),
        ..Report::default()
    })
}
