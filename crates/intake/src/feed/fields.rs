//! The fields of an entry in RSS 0.9 to 2.0 and Atom 0.3 and 1.0.
//!
//! Both families are read with one list of names: feeds borrow from each other, and a field of
//! Atom in an RSS item means what it means in Atom.

use super::address::{article, join};
use super::element::Element;
use super::entry::{Entry, Head};

const CONTENT: [&str; 6] = ["content:encoded", "content", "atom:content", "xhtml:body", "body", "full-text"];
const SUMMARY: [&str; 5] = ["description", "summary", "atom:summary", "dc:description", "dcterms:abstract"];
#[rustfmt::skip]
const PUBLISHED: [&str; 8] = [
    "pubdate", "published", "atom:published", "dc:date", "issued", "dcterms:issued", "dcterms:created", "created",
];
const MODIFIED: [&str; 5] = ["updated", "atom:updated", "modified", "dcterms:modified", "atom:modified"];
const AUTHORS: [&str; 3] = ["dc:creator", "author", "atom:author"];

/// An entry from its element; `base` is the address against which its own are taken.
pub(super) fn entry(element: &Element, base: Option<&str>) -> Entry {
    let own = element.attribute("xml:base").and_then(|own| join(base, own));
    let base = own.as_deref().or(base);
    let guid = element.first_text(&["guid", "id", "atom:id"]).map(str::to_owned);
    let published = element.first_text(&PUBLISHED);
    let modified = element.first_text(&MODIFIED);
    let content = CONTENT.iter().flat_map(|name| element.all(name)).find_map(written);
    Entry {
        title: ["title", "atom:title", "dc:title"]
            .iter()
            .flat_map(|name| element.all(name))
            .find_map(written),
        address: address(element).and_then(|link| article(base, link)),
        guid,
        summary: SUMMARY.iter().flat_map(|name| element.all(name)).find_map(written),
        outlet: outlet(element),
        publisher: element.first_text(&["dc:publisher"]).filter(|name| !is_web(name)).map(str::to_owned),
        authors: authors(element),
        published: published.or(modified).map(str::to_owned),
        modified: modified.map(str::to_owned),
        language: language(element),
        content,
    }
}

/// What a field about the whole feed adds to what is known; the first one of a kind counts.
pub(super) fn head(field: &Element, head: &mut Head) {
    let text = field.text.trim();
    let set = |slot: &mut Option<String>, value: Option<&str>| {
        if slot.is_none() {
            *slot = value.filter(|value| !value.is_empty()).map(str::to_owned);
        }
    };
    match field.name.as_str() {
        "title" => set(&mut head.title, written(field).as_deref()),
        "link" if is_page(field) => set(&mut head.site, field.attribute("href").or(Some(text))),
        "language" | "dc:language" => set(&mut head.language, Some(text)),
        "dc:publisher" => set(&mut head.publisher, Some(text)),
        "author" | "atom:author" if head.authors.len() < 20 => head.authors.extend(person(field)),
        _ => {}
    }
}

/// What the outermost element and the channel say in their attributes.
pub(super) fn root(element: &Element, head: &mut Head) {
    if head.base.is_none() {
        head.base = element.attribute("xml:base").map(str::to_owned);
    }
    if head.language.is_none() {
        head.language = element.attribute("xml:lang").map(str::to_owned);
    }
}

/// What was written into a field: its tags where it has some of its own, else its text. Content
/// that lies elsewhere or is no text counts as none.
fn written(field: &Element) -> Option<String> {
    let kind = field.attribute("type").unwrap_or("").to_ascii_lowercase();
    let is_text = kind.is_empty() || kind.contains("html") || kind.contains("text") || kind.contains("xml");
    if !is_text || field.attribute("mode") == Some("base64") {
        return None;
    }
    let text = field.markup.as_deref().unwrap_or(&field.text).trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a link leads to the article itself or to the site.
fn is_page(link: &Element) -> bool {
    let kind = link.attribute("type").unwrap_or("text/html");
    matches!(link.attribute("rel"), None | Some("alternate")) && kind.contains("html")
}

/// The article's address. Services that count clicks keep the real one in a field of their own.
fn address(element: &Element) -> Option<&str> {
    if let Some(original) = element.first_text(&["feedburner:origlink"]) {
        return Some(original);
    }
    let links = || element.all("link").chain(element.all("atom:link")).filter(|link| is_page(link));
    let link =
        links().find_map(|link| link.attribute("href").or(Some(link.text.trim())).filter(|a| !a.is_empty()));
    link.or_else(|| permanent(element))
        .or_else(|| element.attribute("rdf:about").filter(|about| is_web(about)))
}

/// An identifier that is an address.
fn permanent(element: &Element) -> Option<&str> {
    let guids = element.all("guid").filter(|guid| guid.attribute("ispermalink") != Some("false"));
    guids.chain(element.all("id")).map(|guid| guid.text.trim()).find(|text| is_web(text))
}

fn is_web(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// `<source>` is the publisher of the item: its text in RSS, its title in Atom.
fn outlet(element: &Element) -> Option<String> {
    let sources = element.all("source").chain(element.all("atom:source"));
    let named = sources.filter_map(|source| {
        source
            .first_text(&["title", "atom:title"])
            .or_else(|| source.children.is_empty().then(|| source.text.trim()))
    });
    let mut named = named.filter(|name| !name.is_empty() && !is_web(name)).map(str::to_owned);
    named.next()
}

fn authors(element: &Element) -> Vec<String> {
    let of = |name: &&str| element.all(name).filter_map(person).collect::<Vec<String>>();
    AUTHORS.iter().map(of).find(|names| !names.is_empty()).unwrap_or_default()
}

/// A person of Atom by name, of RSS as it is written.
fn person(field: &Element) -> Option<String> {
    let name = field.first_text(&["name", "atom:name"]);
    let name = name.or_else(|| field.children.is_empty().then(|| field.text.trim()));
    name.filter(|name| !name.is_empty()).map(str::to_owned)
}

fn language(element: &Element) -> Option<String> {
    let on_content = CONTENT.iter().flat_map(|name| element.all(name)).find_map(|c| c.attribute("xml:lang"));
    let code = element.attribute("xml:lang").or(on_content);
    code.or_else(|| element.first_text(&["dc:language", "language"])).map(str::to_owned)
}
