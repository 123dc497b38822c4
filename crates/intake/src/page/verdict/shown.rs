//! Text that a reader sees, wherever it stands on the page.

use crate::page::blocks::is_hidden;
use crate::page::tree::{NodeId, Step, Tree};
use html5ever::local_name;

/// The texts of a page that may be seen, each with its node, in document order.
pub(super) fn texts(tree: &Tree) -> impl Iterator<Item = (NodeId, &str)> {
    let mut walk = tree.walk(tree.root());
    std::iter::from_fn(move || {
        loop {
            let Step::Enter(id) = walk.next()? else { continue };
            if let Some(text) = tree.text(id) {
                return Some((id, text));
            }
            if tree.name(id).is_some_and(is_hidden) || is_out_of_sight(tree, id) {
                walk.skip_inside();
            }
        }
    })
}

/// Whether an element says that it is not shown.
fn is_out_of_sight(tree: &Tree, id: NodeId) -> bool {
    tree.attributes(id).any(|(name, value)| match *name {
        local_name!("hidden") => true,
        local_name!("aria-hidden") => value == "true",
        local_name!("style") => value.split(';').any(|rule| {
            let mut parts = rule.split(':').map(str::trim);
            matches!(
                (parts.next(), parts.next()),
                (Some("display"), Some("none")) | (Some("visibility"), Some("hidden"))
            )
        }),
        _ => false,
    })
}
