//! What a page says about itself: headline, authors, outlet, address, language.
//!
//! [`Linked`] (JSON-LD) and [`head::Head`] (everything else) gather what is said in one walk each;
//! one file for each question decides.

mod address;
mod authors;
mod credits;
mod head;
mod headline;
mod language;
mod linked;
mod marks;
mod mend;
mod name_words;
pub(crate) mod names;
mod outlet;
mod plain;
mod seen;
mod title;
mod words;

pub(super) use linked::{Item, Linked};
pub(super) use words::small;

use super::tree::Tree;
use head::Head;

/// What a page says about itself; nothing is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    pub headline: Option<String>,
    pub authors: Vec<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub credits: Vec<String>,
}

/// Reads it from the page; `address` is where the page was found.
pub(super) fn read(tree: &Tree, linked: &Linked, address: Option<&str>) -> Meta {
    let head = Head::gather(tree);
    let url = address::find(&head, linked, address);
    let host = address::host(url.as_deref());
    let site = outlet::names(&head, linked, host.as_deref());
    let headline = headline::find(&head, linked, &site);
    let authors = authors::find(tree, &head, linked, &headline, &site);
    Meta {
        credits: credits::find(linked, &authors, &site),
        authors,
        outlet: outlet::find(&head, linked, host.as_deref()),
        language: language::find(&head, linked),
        headline: headline.text,
        url,
    }
}
