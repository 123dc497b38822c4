//! An element of a feed: its name without the accidents of prefixes, and what it holds.

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// An element with its text and its children.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// In small letters: plain for the vocabulary of the root, else with a usual prefix (`dc:creator`).
    pub name: String,
    /// Names in small letters, values with their references resolved.
    pub attributes: Vec<(String, String)>,
    /// All text inside, also that of children.
    pub text: String,
    /// The content as it is written, where it holds tags of its own.
    pub markup: Option<String>,
    /// Elements directly inside.
    pub children: Vec<Element>,
}

impl Element {
    /// The first child of that name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of that name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first of these children that has any.
    pub(super) fn first_text(&self, names: &[&str]) -> Option<&str> {
        let texts = names.iter().flat_map(|name| self.children.iter().filter(move |c| c.name == *name));
        texts.map(|child| child.text.trim()).find(|text| !text.is_empty())
    }

    /// An attribute that is not empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
}

/// What the prefixes of a document mean.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The prefix of the root, which counts as none.
    root: Option<String>,
    /// Prefixes as declared anywhere, with the usual prefix of their vocabulary.
    declared: Vec<(String, &'static str)>,
}

/// Vocabularies by a part of their address, and the prefix that is usual for them.
#[rustfmt::skip]
const VOCABULARIES: [(&str, &str); 14] = [
    ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"), ("purl.org/rss/1.0/modules/content", "content"),
    ("search.yahoo.com/mrss", "media"), ("itunes.com/dtds", "itunes"), ("rssnamespace.org/feedburner", "feedburner"),
    ("www.w3.org/1999/xhtml", "xhtml"), ("www.w3.org/2005/atom", "atom"), ("purl.org/atom/ns", "atom"),
    ("sitemap-news", "news"), ("sitemap-image", "image"), ("sitemap-video", "video"),
    ("purl.org/rss/1.0/", ""), ("sitemaps.org/schemas/sitemap/", ""),
];

/// Prefixes that a document may declare.
const DECLARED: usize = 100;

impl Names {
    /// The element that a start tag opens.
    pub(super) fn element(&mut self, tag: &BytesStart<'_>) -> Element {
        let mut attributes = Vec::new();
        for attribute in tag.html_attributes().with_checks(false).flatten() {
            let key = attribute.key.as_ref().to_ascii_lowercase();
            let value: &str = &attribute.value;
            let value = unescape(value).map_or_else(|_| value.to_owned(), Cow::into_owned);
            if let Some(prefix) = key.strip_prefix("xmlns:") {
                self.declare(prefix, &value);
            } else if key != "xmlns" {
                attributes.push((key, value));
            }
        }
        let name = tag.name().as_ref().to_ascii_lowercase();
        if self.root.is_none() {
            self.root = Some(name.split_once(':').map_or("", |(prefix, _)| prefix).to_owned());
        }
        Element { name: self.canonical(&name), attributes, ..Element::default() }
    }

    fn declare(&mut self, prefix: &str, address: &str) {
        let address = address.to_ascii_lowercase();
        let known = VOCABULARIES.iter().find(|(part, _)| address.contains(part));
        if let (Some((_, usual)), true) = (known, self.declared.len() < DECLARED) {
            self.declared.push((prefix.to_owned(), usual));
        }
    }

    /// A name in small letters with the usual prefix.
    pub(super) fn canonical(&self, name: &str) -> String {
        let Some((prefix, local)) = name.split_once(':') else { return name.to_owned() };
        if self.root.as_deref() == Some(prefix) {
            return local.to_owned();
        }
        match self.declared.iter().find(|(declared, _)| declared == prefix) {
            Some((_, "")) => local.to_owned(),
            Some((_, usual)) => format!("{usual}:{local}"),
            None => name.to_owned(),
        }
    }
}

/// The text of an event. References to characters are resolved; other entities stay as they are
/// written, and what HTML knows among them is resolved with the rest of the HTML.
pub(super) fn text_of<'e>(event: &'e Event<'_>) -> Option<Cow<'e, str>> {
    match event {
        Event::Text(text) => Some(Cow::Borrowed(text)),
        Event::CData(text) => Some(Cow::Borrowed(text)),
        Event::GeneralRef(name) => Some(match name.resolve_char_ref() {
            Ok(Some(character)) => Cow::Owned(character.to_string()),
            _ => match quick_xml::escape::resolve_predefined_entity(name) {
                Some(resolved) => Cow::Borrowed(resolved),
                None => Cow::Owned(format!("&{};", &**name)),
            },
        }),
        _ => None,
    }
}
