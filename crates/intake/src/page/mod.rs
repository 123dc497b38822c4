//! A page of the web to a report.
//!
//! [`read`] parses a page once and asks three questions of the tree: which blocks are the article
//! ([`body`]), what the page says about itself ([`meta`]), and when it was published ([`dates`]).

mod blocks;
mod body;
mod dates;
mod depth;
mod meta;
mod pass_over;
mod sink;
mod tree;

pub(crate) use blocks::{Block, BlockKind};
pub(crate) use meta::names;

use crate::text::assemble;
use meta::Linked;
use model::Report;
use tree::Tree;

/// Why a page gives no report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No running text was found in it.
    #[error("a page without running text; nothing to read")]
    Empty,
}

/// The report of a page that is decoded already. `address` is where it was found.
///
/// The `id` is left empty; marginal lines and a language that the page does not tell are for later.
///
/// # Errors
/// When nothing on the page reads like a text.
pub fn read(html: &str, address: Option<&str>) -> Result<Report, Unreadable> {
    let tree = Tree::parse(html);
    let linked = Linked::parse(&tree);
    let meta = meta::read(&tree, &linked, address);
    let dates = dates::read(&tree, &linked, address);
    let article = body::article(&tree);
    let paragraphs: Vec<String> = article.into_iter().map(|block| block.text).collect();
    let mut report = assemble(meta.headline.as_deref(), &paragraphs);
    if report.paragraphs.is_empty() {
        return Err(Unreadable::Empty);
    }
    report.authors = meta.authors;
    report.outlet = meta.outlet;
    report.url = meta.url;
    report.language = meta.language;
    report.credits = meta.credits;
    report.published = dates.published;
    report.modified = dates.modified;
    report.notices.extend(dates.notices);
    Ok(report)
}

/// How many nodes the parsed page has: only to measure what parsing alone costs.
#[doc(hidden)]
#[must_use]
pub fn parsed(html: &str) -> usize {
    Tree::parse(html).nodes.len()
}

/// Only parses a page and gives the number of its nodes: the yardstick that reading is measured by.
#[doc(hidden)]
#[must_use]
pub fn parse(html: &str) -> usize {
    Tree::parse(html).nodes.len()
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
    fn nothing_to_read() {
        assert_eq!(read("<div></div>", None), Err(Unreadable::Empty));
    }
}
