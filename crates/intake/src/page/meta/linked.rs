//! JSON-LD: what a page says about itself in the words of schema.org.
//!
//! Parsed once for each page into plain fields; whoever asks for a headline, a date or the text of
//! the article asks [`Linked`].

use super::mend;
use super::plain::plain;
use crate::page::tree::Tree;
use html5ever::local_name;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Bytes of all scripts of a page that are read.
const BYTES: usize = 8 << 20;
/// Items of a page that are read.
const ITEMS: usize = 200;
/// Values of a page that are looked through for names.
const VALUES: usize = 20_000;
/// How deep items are looked for inside others.
const DEPTH: usize = 6;
/// Names of one list that are read.
const NAMES: usize = 50;
/// Entries of a live blog that are read.
const UPDATES: usize = 2000;

/// Everything that the page's JSON-LD tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::page) struct Linked {
    /// The things described, in the order of the page; related ones in lists are left out.
    pub items: Vec<Item>,
}

/// One thing: an article, a page, an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::page) struct Item {
    /// `NewsArticle`, `WebPage` …, without the address of schema.org.
    pub types: Vec<String>,
    pub headline: Option<String>,
    pub alternative_headline: Option<String>,
    /// What things other than articles are called.
    pub name: Option<String>,
    /// As written; roles and outlets may be among them.
    pub authors: Vec<Named>,
    pub publisher: Option<Named>,
    /// Who a story was taken from: `sourceOrganization`, `provider`, `creditText`.
    pub sources: Vec<String>,
    /// As written.
    pub published: Option<String>,
    /// As written.
    pub modified: Option<String>,
    /// `articleBody` as written: plain text most often, HTML or with entities now and then.
    pub body: Option<String>,
    /// `isAccessibleForFree`.
    pub free: Option<bool>,
    pub language: Option<String>,
    /// `url`, or the address in `mainEntityOfPage` or `@id`.
    pub url: Option<String>,
    /// The entries of a live blog, in the order of the page.
    pub updates: Vec<Update>,
}

/// A person or an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::page) struct Named {
    pub name: String,
    /// Said to be an organisation.
    pub is_organization: bool,
}

/// One entry of a live blog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::page) struct Update {
    pub headline: Option<String>,
    /// As written.
    pub published: Option<String>,
    /// As written.
    pub body: Option<String>,
    pub url: Option<String>,
}

// The rest of the page reading takes these up.
#[allow(dead_code)]
impl Linked {
    /// Reads all scripts of JSON-LD.
    pub(in crate::page) fn parse(tree: &Tree) -> Self {
        let is_linked = |kind: &str| kind.to_ascii_lowercase().contains("ld+json");
        let scripts = tree
            .all(local_name!("script"))
            .filter(|&id| tree.attribute(id, &local_name!("type")).is_some_and(is_linked));
        let mut left = BYTES;
        let mut values = Vec::new();
        for script in scripts {
            let text = tree.text_within(script);
            let Some(rest) = left.checked_sub(text.len()) else { continue };
            left = rest;
            values.extend(mend::values(&text));
        }
        Self::of_values(&values)
    }

    fn of_values(values: &[Value]) -> Self {
        let mut objects = Vec::new();
        for value in values {
            collect(value, &mut objects);
        }
        let known = Known::of(values);
        Self { items: objects.iter().map(|object| known.item(object)).collect() }
    }

    /// The items that are articles, in the order of the page.
    pub(in crate::page) fn articles(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.is_article())
    }

    /// The first article with a headline, else the first one at all.
    pub(in crate::page) fn article(&self) -> Option<&Item> {
        self.articles().find(|item| item.headline.is_some()).or_else(|| self.articles().next())
    }

    /// Whether anything on the page is said to be of that type.
    pub(in crate::page) fn has_type(&self, name: &str) -> bool {
        self.items.iter().any(|item| item.is(name))
    }
}

#[allow(dead_code)]
impl Item {
    /// Whether the item is said to be of that type.
    pub(in crate::page) fn is(&self, name: &str) -> bool {
        self.types.iter().any(|kind| kind.eq_ignore_ascii_case(name))
    }

    /// `Article` and its relatives: `NewsArticle`, `BlogPosting`, `LiveBlogPosting` …
    pub(in crate::page) fn is_article(&self) -> bool {
        let article = |kind: &String| {
            kind.ends_with("Article") || kind.ends_with("Posting") && kind != "JobPosting" || kind == "Report"
        };
        self.types.iter().any(article)
    }
}

/// The objects that may be items, found in arrays, in `@graph` and in what pages are about.
fn collect<'v>(value: &'v Value, out: &mut Vec<&'v Map<String, Value>>) {
    let mut open = vec![(value, 0)];
    while let Some((value, depth)) = open.pop() {
        if depth > DEPTH || out.len() >= ITEMS {
            continue;
        }
        match value {
            Value::Array(values) => open.extend(values.iter().rev().map(|value| (value, depth + 1))),
            Value::Object(object) => {
                if object.contains_key("@type") {
                    out.push(object);
                }
                let inner = ["mainEntityOfPage", "mainEntity", "@graph"];
                let inner = inner.iter().filter_map(|key| object.get(*key));
                open.extend(inner.filter(|value| !value.is_string()).map(|value| (value, depth + 1)));
            }
            _ => {}
        }
    }
}

/// The objects that others point to by `@id`.
struct Known<'v>(BTreeMap<&'v str, &'v Map<String, Value>>);

impl<'v> Known<'v> {
    /// All named objects, wherever they stand.
    fn of(values: &'v [Value]) -> Self {
        let mut known = BTreeMap::new();
        let mut open: Vec<&Value> = values.iter().rev().collect();
        let mut left = VALUES;
        while let Some(value) = open.pop() {
            left -= 1;
            if left == 0 {
                break;
            }
            match value {
                Value::Array(values) => open.extend(values.iter().rev()),
                Value::Object(object) => {
                    if let (Some(id), true) =
                        (object.get("@id").and_then(Value::as_str), object.contains_key("name"))
                    {
                        known.entry(id).or_insert(object);
                    }
                    open.extend(object.values().filter(|value| value.is_object() || value.is_array()));
                }
                _ => {}
            }
        }
        Self(known)
    }

    fn item(&self, object: &'v Map<String, Value>) -> Item {
        let text = |key: &str| object.get(key).and_then(text);
        let raw = |key: &str| object.get(key).and_then(raw);
        let mut authors = object.get("author").map(|value| self.names(value)).unwrap_or_default();
        if authors.is_empty() {
            authors = object.get("creator").map(|value| self.names(value)).unwrap_or_default();
        }
        let sources = ["sourceOrganization", "provider", "creditText"].into_iter();
        let sources = sources.filter_map(|key| object.get(key)).flat_map(|value| self.names(value));
        Item {
            types: types(object),
            headline: text("headline"),
            alternative_headline: text("alternativeHeadline"),
            name: text("name"),
            authors,
            publisher: object.get("publisher").and_then(|value| self.names(value).into_iter().next()),
            sources: sources.map(|named| named.name).collect(),
            published: raw("datePublished").or_else(|| raw("dateCreated")),
            modified: raw("dateModified"),
            body: raw("articleBody").or_else(|| raw("text")),
            free: object.get("isAccessibleForFree").and_then(truth),
            language: object.get("inLanguage").and_then(language),
            url: url(object),
            updates: object.get("liveBlogUpdate").map(updates).unwrap_or_default(),
        }
    }

    /// The names in a string, an object, a reference to an object, or an array of them.
    fn names(&self, value: &'v Value) -> Vec<Named> {
        let mut names = Vec::new();
        let mut open = vec![(value, 0)];
        while let Some((value, depth)) = open.pop() {
            if depth > DEPTH || names.len() >= NAMES {
                continue;
            }
            match value {
                Value::Array(values) => open.extend(values.iter().take(NAMES).rev().map(|v| (v, depth + 1))),
                Value::String(name) => names.extend(named(name, false)),
                Value::Object(object) => {
                    let object = self.resolved(object);
                    let person = |kind: &String| kind == "Person";
                    let kinds = types(object);
                    let is_organization = !kinds.is_empty() && !kinds.iter().any(person);
                    let inside =
                        object.get("name").or_else(|| object.get("byline")).map_or_else(Vec::new, strings);
                    names.extend(inside.into_iter().filter_map(|name| named(name, is_organization)));
                }
                _ => {}
            }
        }
        names
    }

    fn resolved(&self, object: &'v Map<String, Value>) -> &'v Map<String, Value> {
        let known = || self.0.get(object.get("@id")?.as_str()?).copied();
        if object.contains_key("name") { object } else { known().unwrap_or(object) }
    }
}

fn named(name: &str, is_organization: bool) -> Option<Named> {
    let name = plain(name);
    (!name.is_empty()).then_some(Named { name, is_organization })
}

/// A string, or the strings of an array.
fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).take(NAMES).collect(),
        _ => value.as_str().into_iter().collect(),
    }
}

fn types(object: &Map<String, Value>) -> Vec<String> {
    let bare = |kind: &str| kind.rsplit(['/', ':', '#']).next().unwrap_or(kind).to_owned();
    object.get("@type").map(strings).unwrap_or_default().into_iter().map(bare).collect()
}

/// The first string, as written.
fn raw(value: &Value) -> Option<String> {
    strings(value).into_iter().map(str::trim).find(|text| !text.is_empty()).map(str::to_owned)
}

/// The first string as a reader would see it.
fn text(value: &Value) -> Option<String> {
    strings(value).into_iter().map(plain).find(|text| !text.is_empty())
}

fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) if text.to_ascii_lowercase().ends_with("true") => Some(true),
        Value::String(text) if text.to_ascii_lowercase().ends_with("false") => Some(false),
        _ => None,
    }
}

fn language(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => ["alternateName", "name"].iter().find_map(|key| raw(object.get(*key)?)),
        _ => raw(value),
    }
}

fn url(object: &Map<String, Value>) -> Option<String> {
    let address = |value: &Value| match value {
        Value::Object(inner) => ["@id", "url"].iter().find_map(|key| raw(inner.get(*key)?)),
        _ => raw(value),
    };
    ["url", "mainEntityOfPage", "@id"].iter().find_map(|key| address(object.get(*key)?))
}

fn updates(value: &Value) -> Vec<Update> {
    let entries = match value {
        Value::Array(entries) => entries.as_slice(),
        one => std::slice::from_ref(one),
    };
    let objects = entries.iter().filter_map(Value::as_object).take(UPDATES);
    let update = |object: &Map<String, Value>| {
        let raw = |key: &str| object.get(key).and_then(raw);
        Update {
            headline: object.get("headline").and_then(text),
            published: raw("datePublished"),
            body: raw("articleBody").or_else(|| raw("text")),
            url: raw("url").filter(|url| url.starts_with("http")),
        }
    };
    objects.map(update).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn linked(value: Value) -> Linked {
        Linked::parse(&Tree::parse(&format!("<script type=\"application/ld+json\">{value}</script>")))
    }

    #[test]
    fn an_article_in_a_graph_with_references() {
        let page = linked(json!({"@context": "https://schema.org", "@graph": [
            {"@type": "WebPage", "@id": "https://example.org/ferry", "inLanguage": "en-GB"},
            {"@type": ["http://schema.org/NewsArticle"], "headline": "Ferry runs aground &#8216;at dawn&#8217;",
             "author": [{"@id": "#ann"}, {"@type": "Organization", "name": "Harbour Post"}, "Tom Reed"],
             "datePublished": "2024-03-05T07:10:00Z", "isAccessibleForFree": "False",
             "mainEntityOfPage": {"@id": "https://example.org/ferry"}},
            {"@type": "Person", "@id": "#ann", "name": "Ann Vale"},
        ]}));
        let article = page.article().unwrap();
        assert_eq!(article.headline.as_deref(), Some("Ferry runs aground ‘at dawn’"));
        let authors: Vec<_> = article.authors.iter().map(|a| (a.name.as_str(), a.is_organization)).collect();
        assert_eq!(authors, [("Ann Vale", false), ("Harbour Post", true), ("Tom Reed", false)]);
        assert_eq!(article.published.as_deref(), Some("2024-03-05T07:10:00Z"));
        assert_eq!(article.free, Some(false));
        assert_eq!(article.url.as_deref(), Some("https://example.org/ferry"));
        assert!(page.has_type("WebPage") && !page.has_type("ItemList"));
    }

    #[test]
    fn entries_of_a_live_blog() {
        let page = linked(json!([{"@type": "LiveBlogPosting", "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": "Tugs arrive", "datePublished": "2024-03-05", "articleBody": "Two tugs."},
        ]}]));
        let updates = &page.article().unwrap().updates;
        assert_eq!(updates.first().and_then(|update| update.headline.as_deref()), Some("Tugs arrive"));
        assert_eq!(page.articles().count(), 1, "entries are no articles of their own");
    }

    #[test]
    fn related_articles_in_lists_are_left_out() {
        let page = linked(
            json!({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}),
        );
        assert_eq!(page.article(), None);
    }
}
