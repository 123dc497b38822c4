//! JSON Feed 1.0 and 1.1.

use super::ENTRIES;
use super::address::article;
use super::entry::{Entry, Head};
use crate::text::{blocks, join, lines};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

type Object = Map<String, Value>;

/// What the feed says of itself, its entries, and what was lost.
pub(super) fn read(text: &str) -> Result<(Head, Vec<Entry>, Vec<String>), String> {
    let mut feed = Feed::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let broken = (&mut feed).deserialize(&mut reader).err().map(|error| error.to_string());
    let problem = match broken {
        Some(error) if feed.entries.is_empty() => return Err(format!("a JSON Feed that is broken: {error}")),
        Some(error) => {
            Some(format!("broken or cut off after {} entries ({error}); fetch it again", feed.entries.len()))
        }
        None if !feed.has_items => {
            return Err("a JSON Feed without \"items\"; there is nothing to read".to_owned());
        }
        None => None,
    };
    let more = (feed.left_out > 0).then(|| format!("more than {ENTRIES} entries; the others were left out"));
    let head = head(&feed.fields);
    let base = head.base.as_deref();
    let resolved = |entry: Entry| Entry { address: entry.address.and_then(|a| article(base, &a)), ..entry };
    let entries = feed.entries.into_iter().map(resolved).collect();
    Ok((head, entries, problem.into_iter().chain(more).collect()))
}

/// A feed as far as it was read: what comes before a cut is kept, and one entry at a time is held
/// in the shape of JSON.
#[derive(Default)]
struct Feed {
    fields: Object,
    entries: Vec<Entry>,
    has_items: bool,
    left_out: usize,
}

impl<'de> DeserializeSeed<'de> for &mut Feed {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Feed {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "items" {
                self.has_items = true;
                map.next_value_seed(Items(self))?;
            } else if FIELDS.contains(&key.as_str()) {
                self.fields.insert(key, map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// What is kept of a feed beside its items.
const FIELDS: [&str; 6] = ["title", "home_page_url", "feed_url", "language", "authors", "author"];

/// The items of a feed.
struct Items<'f>(&'f mut Feed);

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while self.0.entries.len() < ENTRIES {
            match items.next_element::<Value>()? {
                Some(Value::Object(item)) => self.0.entries.push(entry(&item)),
                Some(_) => {}
                None => return Ok(()),
            }
        }
        while items.next_element::<IgnoredAny>()?.is_some() {
            self.0.left_out += 1;
        }
        Ok(())
    }
}

fn head(fields: &Object) -> Head {
    Head {
        title: string(fields, "title"),
        base: string(fields, "home_page_url").or_else(|| string(fields, "feed_url")),
        site: string(fields, "home_page_url"),
        authors: authors(fields),
        language: string(fields, "language"),
        ..Head::default()
    }
}

/// An entry; its address is not yet taken against the feed's.
fn entry(item: &Object) -> Entry {
    let id = string(item, "id");
    let address = string(item, "url").or_else(|| string(item, "external_url"));
    let address = address.or_else(|| id.clone().filter(|id| id.starts_with("http")));
    let published = string(item, "date_published");
    let modified = string(item, "date_modified");
    Entry {
        title: string(item, "title"),
        address,
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
