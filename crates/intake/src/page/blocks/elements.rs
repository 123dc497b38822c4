//! What each element of HTML means for the layout of a text.

use super::BlockKind;
use crate::page::tree::{NodeId, Tree};
use html5ever::{LocalName, local_name};

/// What the text directly inside an element is.
pub(super) fn kind(tree: &Tree, node: NodeId) -> BlockKind {
    std::iter::once(node)
        .chain(tree.ancestors(node))
        .find_map(|id| match *tree.name(id)? {
            local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6") => Some(BlockKind::Heading),
            local_name!("li") => Some(BlockKind::Item),
            local_name!("blockquote") => Some(BlockKind::Quotation),
            local_name!("figcaption") | local_name!("caption") => Some(BlockKind::Caption),
            local_name!("tr") => Some(BlockKind::Row),
            local_name!("td") | local_name!("th") => Some(BlockKind::Cell),
            _ => None,
        })
        .unwrap_or(BlockKind::Paragraph)
}

/// Elements whose text nobody reads on the page.
pub(in crate::page) fn is_hidden(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("script")
            | local_name!("style")
            | local_name!("noscript")
            | local_name!("template")
            | local_name!("head")
            | local_name!("iframe")
            | local_name!("svg")
            | local_name!("math")
            | local_name!("object")
            | local_name!("canvas")
            | local_name!("select")
            | local_name!("textarea")
            | local_name!("button")
            | local_name!("audio")
            | local_name!("video")
    ) || (name.starts_with("amp-")
        && matches!(
            &**name,
            "amp-ad" | "amp-embed" | "amp-consent" | "amp-sticky-ad" | "amp-sidebar" | "amp-lightbox"
        ))
}

/// Elements that stand by themselves; all others run on with the text around them.
pub(in crate::page) fn is_block(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("address")
            | local_name!("article")
            | local_name!("aside")
            | local_name!("blockquote")
            | local_name!("body")
            | local_name!("caption")
            | local_name!("center")
            | local_name!("dd")
            | local_name!("details")
            | local_name!("div")
            | local_name!("dialog")
            | local_name!("dl")
            | local_name!("dt")
            | local_name!("fieldset")
            | local_name!("figcaption")
            | local_name!("figure")
            | local_name!("footer")
            | local_name!("form")
            | local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
            | local_name!("header")
            | local_name!("hgroup")
            | local_name!("hr")
            | local_name!("html")
            | local_name!("li")
            | local_name!("legend")
            | local_name!("main")
            | local_name!("menu")
            | local_name!("nav")
            | local_name!("ol")
            | local_name!("p")
            | local_name!("pre")
            | local_name!("section")
            | local_name!("summary")
            | local_name!("table")
            | local_name!("tbody")
            | local_name!("td")
            | local_name!("tfoot")
            | local_name!("th")
            | local_name!("thead")
            | local_name!("tr")
            | local_name!("ul")
    )
}

/// Elements that stand in the line like a picture, whatever they hold.
pub(super) fn is_replaced(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("img")
            | local_name!("iframe")
            | local_name!("object")
            | local_name!("canvas")
            | local_name!("select")
            | local_name!("textarea")
            | local_name!("button")
            | local_name!("audio")
            | local_name!("video")
    )
}
