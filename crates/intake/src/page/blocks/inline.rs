//! Elements inside a line that change its text.

use super::elements::is_replaced;
use crate::page::tree::{NodeId, Tree};
use html5ever::{LocalName, local_name};

/// What an element adds to the text where it begins.
pub(super) fn open(tree: &Tree, id: NodeId, name: &LocalName, text: &mut String) {
    if *name == local_name!("q") && !is_quoted(tree, id) {
        text.push('“');
    } else if is_replaced(name) {
        match emoji(tree, id) {
            Some(emoji) => text.push_str(emoji),
            // A picture sets words apart, but not a word and its comma.
            None if text.ends_with(|c: char| c.is_alphanumeric() || ".!?".contains(c)) => text.push(' '),
            None => {}
        }
    }
}

/// What an element adds to the text where it ends.
pub(super) fn close(tree: &Tree, id: NodeId, name: &LocalName, text: &mut String) {
    if *name == local_name!("q") && !is_quoted(tree, id) {
        text.push('”');
    }
}

/// Whether the quotation has marks of its own.
fn is_quoted(tree: &Tree, id: NodeId) -> bool {
    let mut text = tree.within(id).take(20).filter_map(|id| tree.text(id)).map(str::trim_start);
    text.find(|text| !text.is_empty()).is_some_and(|text| text.starts_with(['“', '"', '‘', '\'', '«', '„']))
}

/// The sign that a small picture stands for.
fn emoji(tree: &Tree, id: NodeId) -> Option<&str> {
    let class = tree.attribute(id, &local_name!("class"))?;
    let alt = tree.attribute(id, &local_name!("alt"))?;
    ((class.contains("emoji") || class.contains("smiley")) && alt.len() <= 32).then_some(alt)
}

/// Whether an element of a line is laid out as a block by its own style.
pub(super) fn is_shown_as_block(tree: &Tree, id: NodeId, name: &LocalName) -> bool {
    let inline = matches!(
        *name,
        local_name!("span")
            | local_name!("a")
            | local_name!("b")
            | local_name!("strong")
            | local_name!("label")
    );
    inline
        && tree.attribute(id, &local_name!("style")).is_some_and(|style| declares(style, "display", "block"))
}

fn declares(style: &str, name: &str, value: &str) -> bool {
    let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    rules.any(|(n, v)| n.trim().eq_ignore_ascii_case(name) && v.trim().eq_ignore_ascii_case(value))
}

/// Whether an element is the mark of a footnote, or the arrow back from one: a link within the
/// page, raised or in brackets, of a few signs.
pub(super) fn is_note_mark(tree: &Tree, id: NodeId, name: &LocalName) -> bool {
    let Some(mark) = (match *name {
        local_name!("sup") if has_link(tree, id) => short(tree, id),
        local_name!("a") if leads_within(tree, id) => short(tree, id),
        _ => None,
    }) else {
        return false;
    };
    let bare = mark.trim_matches(['[', ']', '(', ')', ' ']);
    let few = bare.len() <= 3 && bare.chars().all(|c| c.is_ascii_digit());
    let sign = bare.chars().count() == 1 && (bare.starts_with(char::is_lowercase) || "*†‡§".contains(bare));
    let raised = *name == local_name!("sup") || tree.children(id).any(|id| tree.is(id, &local_name!("sup")));
    let arrow = matches!(bare.trim_end_matches('\u{fe0e}'), "↩" | "↑" | "^" | "⤴" | "⏎");
    !bare.is_empty() && (arrow || (few || sign) && (raised || mark.trim().starts_with('[')))
}

fn leads_within(tree: &Tree, link: NodeId) -> bool {
    tree.attribute(link, &local_name!("href")).is_some_and(|address| address.starts_with('#'))
}

fn has_link(tree: &Tree, id: NodeId) -> bool {
    let mut near = tree.children(id).take(4).chain(tree.parent(id));
    near.any(|id| {
        tree.is(id, &local_name!("a"))
            && tree.attribute(id, &local_name!("href")).is_some_and(|to| to.contains('#'))
    })
}

/// The text of an element of a few signs.
fn short(tree: &Tree, id: NodeId) -> Option<String> {
    let mut text = String::new();
    for (count, inside) in tree.within(id).enumerate() {
        text.push_str(tree.text(inside).unwrap_or(""));
        if count > 8 || text.len() > 16 {
            return None;
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use crate::page::fragment;

    #[test]
    fn marks_of_footnotes_go() {
        assert_eq!(fragment("Late.<sup><a href='#n1'>[1]</a></sup> Then"), ["Late. Then"]);
        assert_eq!(fragment("Late<a href='#n2'><sup>2</sup></a>, then"), ["Late, then"]);
        assert_eq!(fragment("A note. <a href='#r1'>↩</a>"), ["A note."]);
    }

    #[test]
    fn raised_text_stays() {
        assert_eq!(fragment("31 km<sup>2</sup> on the 21<sup>st</sup>"), ["31 km2 on the 21st"]);
        assert_eq!(
            fragment("See <a href='#ch3'>chapter 3</a> and <a href='#4'>4</a>"),
            ["See chapter 3 and 4"]
        );
    }

    #[test]
    fn signs_and_marks() {
        assert_eq!(fragment("<q>No</q>, <q>“yes”</q>"), ["“No”, “yes”"]);
        assert_eq!(fragment("So<img class=emoji alt=🧊>!"), ["So🧊!"]);
        assert_eq!(fragment("One.<iframe></iframe>Two"), ["One. Two"]);
        assert_eq!(fragment("<b style='color: red; DISPLAY: block'>One</b>two"), ["One", "two"]);
    }
}
