//! Scripts, styles and drawings are passed over before they are taken apart.
//!
//! They make up half of a news page, nobody reads them here, and the tokenizer looks at each of
//! their characters. So it is stopped behind the start tag, and set on again behind the end tag.
//! Scripts that hold data (`application/ld+json`, `application/json`) are kept, and programs that
//! know when the page was published.

use html5ever::buffer_queue::BufferQueue;
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind};
use memchr::{memchr, memchr2, memmem, memrchr};

/// What is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Skipped {
    Script,
    Style,
    Drawing,
}

/// What the start tag opens, where that is to be passed over.
pub(super) fn skipped(tag: &Tag) -> Option<Skipped> {
    if tag.kind != TagKind::StartTag {
        return None;
    }
    match tag.name {
        local_name!("script") if !holds_data(tag) => Some(Skipped::Script),
        local_name!("style") => Some(Skipped::Style),
        local_name!("svg") if !tag.self_closing => Some(Skipped::Drawing),
        _ => None,
    }
}

fn holds_data(script: &Tag) -> bool {
    let kind = script.attrs.iter().find(|attribute| attribute.name.local == local_name!("type"));
    kind.is_some_and(|kind| kind.value.contains("json"))
}

/// What became of an element that was to be passed over.
pub(super) enum Passed {
    /// It is out of the input, with its end tag.
    Over,
    /// So it is, but its text is wanted.
    Kept(StrTendril),
    /// It is still there, for it cannot be told where it ends.
    Left,
}

/// Takes the element's contents and its end tag from the input.
pub(super) fn pass_over(what: Skipped, input: &BufferQueue) -> Passed {
    let Some(mut rest) = input.pop_front() else { return Passed::Over };
    let length = match what {
        Skipped::Script => Some(script(&rest).unwrap_or(rest.len())),
        Skipped::Style => Some(end(&rest, "</style").unwrap_or(rest.len())),
        Skipped::Drawing => drawing(&rest),
    };
    let mut passed = Passed::Left;
    if let Some(length) = length {
        let length = u32::try_from(length).unwrap_or(u32::MAX).min(rest.len32());
        let inside = rest.subtendril(0, length);
        rest.pop_front(length);
        passed = if what == Skipped::Script && tells_when(&inside) { kept(&inside) } else { Passed::Over };
    }
    if !rest.is_empty() {
        input.push_front(rest);
    }
    passed
}

/// Whether a script may know when the page was published.
fn tells_when(script: &str) -> bool {
    const KEYS: [&str; 4] = ["ublish", "ublicationDate", "ubDate", "pub_date"];
    KEYS.iter().any(|key| memmem::find(script.as_bytes(), key.as_bytes()).is_some())
}

/// The script without its end tag.
fn kept(script: &StrTendril) -> Passed {
    let length = memrchr(b'<', script.as_bytes()).and_then(|end| u32::try_from(end).ok());
    Passed::Kept(script.subtendril(0, length.unwrap_or(script.len32())))
}

/// Where the text goes on behind the next end tag of a name.
fn end(text: &str, tag: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        from += memchr(b'<', text.as_bytes().get(from..)?)?;
        if opens(text, from, tag) {
            return Some(behind(text, from));
        }
        from += 1;
    }
}

/// Whether the tag stands there.
fn opens(text: &str, at: usize, tag: &str) -> bool {
    let after = text.as_bytes().get(at + tag.len());
    text.as_bytes().get(at..at + tag.len()).is_some_and(|there| there.eq_ignore_ascii_case(tag.as_bytes()))
        && after.is_none_or(|&c| matches!(c, b'>' | b'/') || c.is_ascii_whitespace())
}

/// Behind the tag that begins there.
fn behind(text: &str, at: usize) -> usize {
    text.as_bytes().get(at..).and_then(|tag| memchr(b'>', tag)).map_or(text.len(), |close| at + close + 1)
}

/// How a script is read on: what looks like a comment may hide a script and its end tag.
#[derive(PartialEq, Eq)]
enum Reading {
    Plain,
    Comment,
    ScriptInComment,
}

/// Where a script ends, as the HTML standard has it.
fn script(text: &str) -> Option<usize> {
    let mut reading = Reading::Plain;
    let mut from = 0;
    loop {
        let rest = text.as_bytes().get(from..)?;
        from += if reading == Reading::Plain { memchr(b'<', rest) } else { memchr2(b'<', b'-', rest) }?;
        let rest = text.as_bytes().get(from..)?;
        if opens(text, from, "</script") {
            if reading != Reading::ScriptInComment {
                return Some(behind(text, from));
            }
            reading = Reading::Comment;
        } else if rest.starts_with(b"-->") {
            reading = Reading::Plain;
        } else if rest.starts_with(b"<!--") && reading == Reading::Plain {
            reading = Reading::Comment;
            from += 1;
        } else if reading == Reading::Comment && opens(text, from, "<script") {
            reading = Reading::ScriptInComment;
        }
        from += 1;
    }
}

/// Where a drawing ends; `None` where it is not closed before the page goes on.
fn drawing(text: &str) -> Option<usize> {
    let length = end(text, "</svg")?;
    let inside = text.get(..length)?;
    let page =
        ["<svg", "<p>", "<p ", "<div", "<h1", "<h2", "<h3", "<article", "<section", "<ul", "<li", "<body"];
    let goes_on = inside.match_indices('<').any(|(at, _)| page.iter().any(|tag| starts(inside, at, tag)));
    (!goes_on).then_some(length)
}

fn starts(text: &str, at: usize, tag: &str) -> bool {
    text.as_bytes().get(at..at + tag.len()).is_some_and(|there| there.eq_ignore_ascii_case(tag.as_bytes()))
}

#[cfg(test)]
mod tests {
    use crate::page::tree::Tree;

    fn seen(html: &str) -> String {
        let tree = Tree::parse(html);
        tree.text_within(tree.root())
    }

    #[test]
    fn the_page_around_them_stays() {
        assert_eq!(
            seen("One <script>if (a < b) {'</p>'}</script>two <STYLE>p {}</STYLE >three"),
            "One two three"
        );
        assert_eq!(seen("<p>One <svg><path d=x /><text>no</text></svg> two"), "One  two");
        assert_eq!(seen("One <script/>no</script> two <svg/> three"), "One  two  three");
        assert_eq!(seen("One <script>never closed <p>Two"), "One ");
        assert_eq!(seen("One <script></scripts></script>two"), "One two");
    }

    #[test]
    fn scripts_of_data_are_kept() {
        assert_eq!(seen("<script type=application/ld+json>{}</script><script>x</script>y"), "{}y");
        assert_eq!(seen("<script>a = {published: 1}</script>y<p>z"), "a = {published: 1}yz");
    }

    #[test]
    fn a_script_in_a_comment_of_a_script() {
        assert_eq!(seen("One <script><!-- w('<script></script>') --></script>two"), "One two");
        assert_eq!(seen("One <script><!-- w('<script></script>') </script>two"), "One two");
        assert_eq!(seen("One <script><!--> '<script></script>two"), "One two");
        assert_eq!(seen("One <script><!-- </script>two"), "One two");
    }

    #[test]
    fn drawings_that_are_not_closed_hide_nothing() {
        assert_eq!(seen("<svg><path><p>One<svg></svg><p>two"), "Onetwo");
        assert_eq!(seen("<svg><path><p>One<p>two"), "Onetwo");
    }

    #[test]
    fn many_that_are_not_closed_are_quick() {
        assert!(seen(&"<svg><p>x".repeat(100_000)).len() >= 100_000);
        assert!(seen(&format!("{}</svg>", "<svg>x".repeat(100_000))).len() > 1000);
    }
}
