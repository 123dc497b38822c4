//! What a page says about itself: headline, authors, outlet, address, language.

mod linked;
mod mend;
mod plain;

pub(super) use linked::Linked;

use super::tree::Tree;
use crate::text::normal;
use html5ever::local_name;

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
    let _ = linked;
    let first = |name| tree.all(name).map(|id| normal(&tree.text_within(id))).find(|text| !text.is_empty());
    Meta {
        headline: first(local_name!("h1")).or_else(|| first(local_name!("title"))),
        url: address.map(str::to_owned),
        ..Meta::default()
    }
}
