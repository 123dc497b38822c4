//! A page of the web to a report.
//!
//! [`read`] parses a page once and asks three questions of the tree: which blocks are the article
//! ([`body`]), what the page says about itself ([`meta`]), and when it was published ([`dates`]).

mod blocks;
mod body;
mod class_names;
mod dates;
mod depth;
mod linked_text;
mod meta;
mod pass_over;
mod sink;
mod tree;
mod verdict;

pub(crate) use blocks::{Block, BlockKind};
pub(crate) use meta::names;

use crate::text::assemble;
use meta::Linked;
use model::Report;
use serde_json::{Value, json};
use tree::Tree;

/// Why a page gives no report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No running text was found in it.
    #[error("a page without running text; nothing to read")]
    Empty,
    /// It is a page of another sort.
    #[error("no article: {0}; nothing to read")]
    NoArticle(&'static str),
}

/// A page that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The whole page.
    pub report: Report,
    /// The entries of a live blog, each as a report of its own; the whole report has their text too.
    pub entries: Vec<Report>,
}

/// The notice of a report whose paragraphs are [`linked_text`].
const TOLD: &str = "the text is what the page tells machines (JSON-LD); the page shows less of it";

/// The report of a page that is decoded already. `address` is where it was found.
///
/// The entries of a live blog stand beside it under the key `entries`. The `id` is left empty; marginal lines and a language that the page does not tell are for later.
///
/// # Errors
/// When nothing on the page reads like a text.
pub fn read(html: &str, address: Option<&str>) -> Result<Report, Unreadable> {
    let Page { mut report, entries } = read_page(html, address)?;
    if !entries.is_empty() {
        let entries: Value = entries.iter().map(entry_as_json).collect();
        report.extra.push(("entries".to_owned(), entries.to_string()));
    }
    Ok(report)
}

/// An entry as it is handed through beside the whole report, under the key `entries`.
fn entry_as_json(entry: &Report) -> Value {
    json!({
        "url": entry.url,
        "title": entry.headline.map(|span| span.of(&entry.text)),
        "published": entry.published.as_ref().map(|stamp| &stamp.text),
        "text": entry.text,
    })
}

/// The same with the entries of a live blog, where they can be told apart.
///
/// # Errors
/// When nothing on the page reads like a text.
pub fn read_page(html: &str, address: Option<&str>) -> Result<Page, Unreadable> {
    let page = read_shown(html, address);
    match page {
        Err(Unreadable::Empty) if html.contains("<noscript") => {
            // The tags alone: the word may stand in the text.
            let html = html.replace("<noscript", "<div").replace("</noscript", "</div");
            let without = read_shown(&html, address);
            without.ok().filter(|page| page.report.text.len() >= ALONE).map_or(page, Ok)
        }
        page => page,
    }
}

/// Bytes from which on what is there for readers without scripts is the page, and no request to
/// allow them.
const ALONE: usize = 600;

/// A page as a reader with scripts sees it.
fn read_shown(html: &str, address: Option<&str>) -> Result<Page, Unreadable> {
    let tree = Tree::parse(html);
    let linked = Linked::parse(&tree);
    let meta = meta::read(&tree, &linked, address);
    let dates = dates::read(&tree, &linked, address);
    let article = body::article(&tree);
    let headline = meta.headline.as_deref();
    let seen = verdict::Read { tree: &tree, linked: &linked, address, headline, article: &article };
    let told = linked_text::paragraphs(&linked, &article).filter(|_| verdict::no_article(seen).is_none());
    if article.is_empty() && told.is_none() {
        return Err(verdict::no_article(seen).map_or(Unreadable::Empty, Unreadable::NoArticle));
    }
    let entries = verdict::entries(seen);
    let told = told.filter(|_| entries.is_empty());
    let notices = match told {
        Some(_) => vec![TOLD.to_owned()],
        None => verdict::notices(seen, &entries),
    };
    let paragraphs = told.unwrap_or_else(|| article.into_iter().map(|block| block.text).collect());
    let mut report = assemble(meta.headline.as_deref(), &paragraphs);
    report.authors = meta.authors;
    report.outlet = meta.outlet;
    report.url = meta.url;
    // Templates say "en" on pages of every language; the text decides.
    let is_so = |said: &String| said != "en" || crate::idiom::language(&report.text) == "en";
    report.language = meta.language.filter(is_so);
    report.credits = meta.credits;
    report.published = dates.published;
    report.modified = dates.modified;
    report.notices = notices;
    report.notices.extend(dates.notices);
    let entries = entries.into_iter().map(|entry| of_entry(entry, &report)).collect();
    Ok(Page { report, entries })
}

/// An entry of a live blog: its own words and time, the page's outlet and language.
fn of_entry(entry: verdict::Entry, page: &Report) -> Report {
    let mut report = assemble(entry.headline.as_deref(), &entry.paragraphs);
    report.published = entry.published;
    report.outlet.clone_from(&page.outlet);
    report.language.clone_from(&page.language);
    let url = page.url.as_deref().map(|url| url.split('#').next().unwrap_or(url));
    report.url = entry.url.or_else(|| Some(format!("{}{}", url?, entry.anchor.unwrap_or_default())));
    report
}

/// Only parses a page and gives the number of its nodes: the yardstick that reading is measured by.
#[doc(hidden)]
#[must_use]
pub fn parse(html: &str) -> usize {
    Tree::parse(html).len()
}

/// The paragraphs of a piece of HTML, in normal form; all of it is taken.
#[must_use]
pub fn fragment(html: &str) -> Vec<String> {
    pieces(html).into_iter().map(|block| block.text).collect()
}

/// The blocks of a piece of HTML.
pub(crate) fn pieces(html: &str) -> Vec<Block> {
    let tree = Tree::parse(html);
    blocks::blocks(&tree, tree.root())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headline_and_paragraphs() {
        let html = "<html><head><title>Ferry aground | Harbour Post</title></head><body>\
            <nav><a href=/>Home</a> <a href=/news>News</a></nav><main><h1>Ferry runs aground</h1>\
            <p>A ferry ran aground at dawn near the lighthouse, the coastguard said on Tuesday.</p>\
            <p>Nobody was hurt, and divers will look at the hull on Thursday.</p></main></body></html>";
        let report = read(html, Some("https://example.org/ferry")).unwrap();
        assert_eq!(report.headline.map(|span| span.of(&report.text)), Some("Ferry runs aground"));
        assert!(report.text.contains("at dawn") && report.text.contains("divers"));
        assert!(!report.text.contains("Home"));
        assert_eq!(report.url.as_deref(), Some("https://example.org/ferry"));
    }

    #[test]
    fn a_piece_of_html_is_taken_whole() {
        assert_eq!(fragment("One &amp; two.<p>Three.</p>"), ["One & two.", "Three."]);
    }

    #[test]
    fn the_entries_of_a_live_blog_are_handed_through() {
        let entry = |time: &str, words: &str| {
            format!(
                "{{\"@type\":\"BlogPosting\",\"headline\":\"{words}\",\"datePublished\":\"2024-09-03T{time}:00+02:00\",\
                 \"articleBody\":\"{words} in the harbour, the fire brigade said.\"}}"
            )
        };
        let linked = format!(
            "{{\"@context\":\"https://schema.org\",\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm: live\",\
             \"liveBlogUpdate\":[{},{}]}}",
            entry("11:42", "A crane fell"),
            entry("10:15", "A boat sank")
        );
        let html = format!(
            "<html><head><script type=application/ld+json>{linked}</script></head><body><article><h1>Storm: live\
             </h1><p>A crane fell in the harbour, the fire brigade said.</p><p>A boat sank in the harbour, the \
             fire brigade said.</p></article></body></html>"
        );
        let report = read(&html, Some("https://example.org/storm")).unwrap();
        let (_, entries) = report.extra.iter().find(|(key, _)| key == "entries").unwrap();
        assert!(
            entries.contains("2024-09-03T10:15:00+02:00") && entries.contains("A boat sank"),
            "{entries}"
        );
        assert!(report.notices.iter().any(|notice| notice.contains("2 entries")), "{:?}", report.notices);
    }

    #[test]
    fn a_page_whose_text_stands_in_noscript_alone() {
        let body = "<p>A ferry ran aground at dawn near the lighthouse, the coastguard said on Tuesday.</p>";
        let page = |inside: &str| {
            format!(
                "<title>Ferry aground</title><div class=post-body><script>show()</script><noscript>{inside}</noscript></div>"
            )
        };
        let found = page(&format!("{body}<p>{}</p>", "Nothing stands in noscript but this. ".repeat(20)));
        let report = read(&found, None).unwrap();
        assert_eq!(report.paragraphs.len(), 2);
        assert!(report.text.contains("stands in noscript but"));
        assert_eq!(
            read(&page("<p>Please allow scripts to see this page.</p>"), None),
            Err(Unreadable::Empty)
        );
    }

    #[test]
    fn nothing_to_read() {
        assert_eq!(read("<div></div>", None), Err(Unreadable::Empty));
    }
}
