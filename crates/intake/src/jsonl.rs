//! One report a line of JSON.

use crate::text::{assemble, blocks, join, lines, normal};
use crate::{Settings, page, reports::too_long, settings::size, stamp};
use model::{Report, Span, Stamp};
use serde_json::{Map, Value};

/// Keys that the intake takes; the others are handed through.
const KNOWN: [&str; 11] =
    ["id", "text", "html", "title", "url", "outlet", "published", "modified", "authors", "language", "story"];

/// The report of one line, or the reason why there is none.
///
/// The `id` is left empty where the line has neither an id nor an address.
///
/// # Errors
/// In words for a person: not JSON, a key of the wrong kind, nothing to read, too long.
pub fn report(line: &str, settings: &Settings) -> Result<Report, String> {
    let object = parse(line)?;
    let title = string(&object, "title")?;
    let raw = object.get("raw").is_some_and(|raw| raw == &Value::Bool(true));
    let mut report = match (string(&object, "text")?, string(&object, "html")?) {
        (Some(text), _) if raw => as_it_is(title, within(text, title, settings)?),
        (Some(text), _) => in_normal_form(title, within(text, title, settings)?),
        (None, Some(html)) => of_page(html, title, string(&object, "url")?, settings)?,
        (None, None) if title.is_some() => in_normal_form(title, within("", title, settings)?),
        (None, None) => {
            return Err(
                "no key \"text\" or \"html\"; one report a line needs at least {\"text\": \"…\"}".into()
            );
        }
    };
    if report.text.trim().is_empty() {
        return Err("the text is empty".into());
    }
    fill(&mut report, object)?;
    Ok(report)
}

fn parse(line: &str) -> Result<Map<String, Value>, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| {
        let text = error.to_string();
        let place = text.find(" at line").map_or(text.as_str(), |end| text.get(..end).unwrap_or(&text));
        format!("not JSON ({place} at column {})", error.column())
    })?;
    match value {
        Value::Object(object) => Ok(object),
        _ => Err("not a JSON object; one report a line looks like {\"id\": \"…\", \"text\": \"…\"}".into()),
    }
}

/// A string, nothing where the key is missing or null.
fn string<'o>(object: &'o Map<String, Value>, key: &str) -> Result<Option<&'o str>, String> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("the key \"{key}\" must be a string")),
    }
}

/// The same for short strings that some write as numbers.
fn label(object: &Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match object.get(key) {
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        _ => Ok(string(object, key)?.filter(|text| !text.is_empty()).map(str::to_owned)),
    }
}

/// The text, where it and the headline are no longer than a report may be.
fn within<'t>(text: &'t str, title: Option<&str>, settings: &Settings) -> Result<&'t str, String> {
    let length = text.len() + title.map_or(0, str::len);
    if length > settings.limits.report { Err(too_long(length, settings)) } else { Ok(text) }
}

/// A page that is decoded already. A headline that was given stands in the place of the page's own.
fn of_page(
    html: &str,
    title: Option<&str>,
    address: Option<&str>,
    settings: &Settings,
) -> Result<Report, String> {
    if html.len() > settings.limits.page {
        let limit = size(settings.limits.page);
        return Err(format!("a page of more than {limit}, the limit; raise --max-page to read it"));
    }
    let report = page::read(html, address).map_err(|error| error.to_string())?;
    within(&report.text, title, settings)?;
    let Some(title) = title.map(normal).filter(|title| !title.is_empty()) else { return Ok(report) };
    let paragraphs: Vec<String> =
        report.paragraphs.iter().map(|span| span.of(&report.text).to_owned()).collect();
    let Report { headline, paragraphs, text, .. } = assemble(Some(&title), &paragraphs);
    Ok(Report { headline, paragraphs, text, ..report })
}

fn in_normal_form(title: Option<&str>, text: &str) -> Report {
    let all: Vec<&str> = lines(text).collect();
    let joined = blocks(&all).into_iter().map(|block| join(&all, block));
    let paragraphs: Vec<String> = joined.filter(|paragraph| !paragraph.is_empty()).collect();
    let title = title.map(normal);
    assemble(title.as_deref(), &paragraphs)
}

/// Character for character, so that annotations made elsewhere keep their offsets.
fn as_it_is(title: Option<&str>, body: &str) -> Report {
    let (text, start) = match title {
        Some(title) => (format!("{title}\n\n{body}"), title.len() + 2),
        None => (body.to_owned(), 0),
    };
    let headline =
        title.map(|title| Span::new(0, title.len()).trimmed(&text)).filter(|span| !span.is_empty());
    let body: Vec<&str> = text.get(start..).unwrap_or("").split('\n').collect();
    let mut starts = Vec::with_capacity(body.len());
    let mut at = start;
    for line in &body {
        starts.push(at);
        at += line.len() + 1;
    }
    let span_of = |line: usize| {
        let start = starts.get(line).copied().unwrap_or(at);
        Span::new(start, start + body.get(line).map_or(0, |line| line.len()))
    };
    let covered = blocks(&body).into_iter().map(|block| span_of(block.start).cover(span_of(block.end - 1)));
    let paragraphs = covered.map(|span| span.trimmed(&text)).filter(|span| !span.is_empty()).collect();
    Report { headline, paragraphs, text, ..Report::default() }
}

/// Everything but the text. What is given wins over what a page says.
fn fill(report: &mut Report, mut object: Map<String, Value>) -> Result<(), String> {
    report.url = label(&object, "url")?.or_else(|| report.url.take());
    report.id = label(&object, "id")?.or_else(|| report.url.clone()).unwrap_or_default();
    report.story = label(&object, "story")?;
    report.outlet = label(&object, "outlet")?.or_else(|| report.outlet.take());
    report.language = label(&object, "language")?.or_else(|| report.language.take());
    let given = authors(object.get("authors"))?;
    if !given.is_empty() {
        report.authors = given;
    }
    let published = date(&object, "published", &mut report.notices)?;
    report.published = published.or_else(|| report.published.take());
    let modified = date(&object, "modified", &mut report.notices)?;
    report.modified = modified.or_else(|| report.modified.take());
    object.retain(|key, _| !KNOWN.contains(&key.as_str()) && key != "raw");
    report.extra = object.into_iter().map(|(key, value)| (key, value.to_string())).collect();
    Ok(())
}

fn authors(value: Option<&Value>) -> Result<Vec<String>, String> {
    let wrong = || "the key \"authors\" must be a list of strings".to_owned();
    match value {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::String(name)) => Ok(vec![name.clone()]),
        Some(Value::Array(names)) => {
            names.iter().map(|name| name.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
        }
        Some(_) => Err(wrong()),
    }
}

/// A date that cannot be understood is no reason to lose the report.
fn date(object: &Map<String, Value>, key: &str, notices: &mut Vec<String>) -> Result<Option<Stamp>, String> {
    let Some(text) = string(object, key)?.filter(|text| !text.trim().is_empty()) else { return Ok(None) };
    let found = stamp(text);
    if found.is_none() {
        let shown: String = text.chars().take(40).collect();
        notices
            .push(format!("\"{key}\" is neither a day (2023-11-06) nor RFC 3339 and was left out: {shown}"));
    }
    Ok(found)
}
