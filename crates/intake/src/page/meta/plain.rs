//! A value of an attribute or of JSON-LD as a reader would see it.

use crate::page::tree::Tree;
use crate::text::normal;

/// Bytes beyond which tags and entities of a value are left as they are.
const LONG: usize = 4000;

/// The value in normal form, its entities decoded and its tags gone.
pub(super) fn plain(value: &str) -> String {
    let decoded = is_markup(value) && value.len() < LONG;
    let text = if decoded { without_tags(value) } else { value.to_owned() };
    // Encoded twice by some.
    let again = decoded && is_markup(&text);
    normal(&if again { without_tags(&text) } else { text })
}

fn is_markup(value: &str) -> bool {
    let entity = value.contains('&') && value.contains(';');
    entity || value.contains('<') && value.contains('>')
}

fn without_tags(value: &str) -> String {
    let tree = Tree::parse(value);
    tree.text_within(tree.root())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn entities_and_tags_go() {
        assert_eq!(
            plain("Salt &amp;amp; wind &#8211; a <em>ferry</em>\u{a0}tale"),
            "Salt & wind – a ferry tale"
        );
        assert_eq!(plain("5 < 6 & 7"), "5 < 6 & 7");
    }
}
