//! JSON Feed 1.0 and 1.1.

use super::address::article;
use super::entry::{Entry, Head};
use crate::text::{blocks, join, lines};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// What the feed says of itself, and its entries.
pub(super) fn read(text: &str) -> Result<(Head, Vec<Entry>), String> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| format!("a JSON Feed that is broken or cut off ({error}); fetch it again"))?;
    let Value::Object(feed) = value else { return Err("no JSON Feed: not an object".to_owned()) };
    let Some(Value::Array(items)) = feed.get("items") else {
        return Err("a JSON Feed without \"items\"; there is nothing to read".to_owned());
    };
    let head = Head {
        title: string(&feed, "title"),
        base: string(&feed, "home_page_url").or_else(|| string(&feed, "feed_url")),
        site: string(&feed, "home_page_url"),
        publisher: None,
        authors: authors(&feed),
        language: string(&feed, "language"),
    };
    let entries = items.iter().filter_map(Value::as_object);
    let entries = entries.map(|item| entry(item, head.base.as_deref())).collect();
    Ok((head, entries))
}

fn entry(item: &Object, base: Option<&str>) -> Entry {
    let id = string(item, "id");
    let address = string(item, "url").or_else(|| string(item, "external_url"));
    let address = address.or_else(|| id.clone().filter(|id| id.starts_with("http")));
    let published = string(item, "date_published");
    let modified = string(item, "date_modified");
    Entry {
        title: string(item, "title"),
        address: address.and_then(|address| article(base, &address)),
        guid: id,
        content: string(item, "content_html")
            .or_else(|| string(item, "content_text").map(|text| escaped(&text))),
        summary: string(item, "summary"),
        authors: authors(item),
        published: published.or_else(|| modified.clone()),
        modified,
        language: string(item, "language"),
        ..Entry::default()
    }
}

/// Plain text as HTML, with its lines as paragraphs.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let all: Vec<&str> = lines(&text).collect();
    blocks(&all).into_iter().map(|block| format!("<p>{}</p>", join(&all, block))).collect()
}

/// A string that is not empty; identifiers are sometimes numbers.
fn string(object: &Object, key: &str) -> Option<String> {
    let text = match object.get(key)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// `authors` of 1.1, `author` of 1.0.
fn authors(object: &Object) -> Vec<String> {
    let name = |person: &Value| person.as_object().and_then(|person| string(person, "name"));
    match (object.get("authors"), object.get("author")) {
        (Some(Value::Array(people)), _) => people.iter().filter_map(name).collect(),
        (_, Some(person)) => name(person).into_iter().collect(),
        _ => Vec::new(),
    }
}
