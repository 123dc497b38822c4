//! Whether a paywall cuts the article.
//!
//! That a page is not free (`isAccessibleForFree`) says little: most outlets set it and show the
//! whole text all the same. So the wall itself has to be seen, or the text has to break off.

use super::{Read, shown};
use crate::clean::Shape;
use crate::text::trimmed;
use std::sync::LazyLock;

/// Bytes of an article that is longer than what paywalls show.
const LONG: usize = 3000;
/// Bytes of a teaser.
const SHORT: usize = 1200;
/// Bytes of the longest and the shortest text that is looked at.
const LINE: std::ops::Range<usize> = 12..240;

/// Says that this very article is not to be seen.
static WALL: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r"(?i)\b(?:this|the|full|rest of the|rest of this) (?:article|story|post|content|episode|report) is (?:only |exclusively )?(?:available )?(?:only |exclusively )?(?:for|to|exclusive to|reserved for) (?:our |paid |paying |premium |registered )?(?:[\w+]{1,20} )?(?:subscribers|members)\b|^\W*(?:subscribe|register|log ?in|sign ?in|join)(?: now| today| here)? to (?:continue reading|read (?:the (?:full|rest|whole)|this (?:article|story)))\b|\bto read the (?:rest of (?:this|the)|full) (?:story|article)\b|\bto continue reading this (?:story|article)\b",
    )
});

/// Calls to pay that may stand below a whole article just as well.
static OFFER: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r"(?i)\b(?:to (?:continue|keep) reading|already a (?:subscriber|member)|unlock (?:this|the full) (?:article|story|post)|(?:reached|used|read) (?:your|all)\b.{0,30}\b(?:limit|free (?:articles?|stories)))\b",
    )
});

/// Whether the text breaks off before a wall.
pub(super) fn cuts(read: Read<'_>) -> bool {
    let speaks_of_itself = |text: &str| WALL.is_match(text) || OFFER.is_match(text);
    let mut back = read.article.iter().rev();
    let Some(last) = back.find(|block| !speaks_of_itself(&block.text)) else { return false };
    let paid = read.linked.articles().any(|article| article.free == Some(false));
    let open = breaks_off(&last.text);
    let length = read.length();
    if paid && open && length < SHORT {
        return true;
    }
    // A whole article that is free is not cut, whatever stands around it.
    if length >= LONG && !paid && !open {
        return false;
    }
    let offers_count = length < SHORT && (paid || open);
    shown::texts(read.tree).any(|(id, text)| {
        // Before a long article there is only the outlet's own offer; a wall stands at its end.
        (length < LONG || id > last.node)
            && LINE.contains(&trimmed(text).len())
            && (WALL.is_match(text) || offers_count && OFFER.is_match(text))
    })
}

/// A sentence that does not end.
fn breaks_off(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "\"”’')]»".contains(c));
    text.ends_with("...") || text.ends_with('…') || text.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}
