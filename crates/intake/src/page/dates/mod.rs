//! When a page was published and last changed.

use super::tree::Tree;
use model::Stamp;

/// The two dates, each where the page tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dates {
    pub published: Option<Stamp>,
    pub modified: Option<Stamp>,
}

/// Reads them from the page; `address` is where the page was found.
pub(super) fn read(tree: &Tree, address: Option<&str>) -> Dates {
    let _ = (tree, address);
    Dates::default()
}
