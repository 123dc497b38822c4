//! The HTML in the fields of a feed, escaped once, twice or not at all.

use crate::page::{BlockKind, pieces};
use crate::text::{lines, normal};
use std::borrow::Cow;

/// How often a text is unescaped.
const TIMES: usize = 3;

/// Elements that tell that a text is HTML; a lone `<` does not.
#[rustfmt::skip]
const TAGS: [&str; 58] = [
    "a", "abbr", "acronym", "article", "audio", "b", "big", "blockquote", "body", "br", "center", "cite",
    "code", "dd", "del", "div", "dl", "dt", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "html", "i", "iframe", "img", "ins", "li", "mark", "nobr", "ol", "p", "picture", "pre", "q", "s", "script",
    "section", "small", "source", "span", "strike", "strong", "sub", "sup", "table", "time", "tt", "u", "ul",
    "video", "wbr",
];

/// A title or a name: one line without tags and entities.
pub(super) fn plain(text: &str) -> String {
    let mut line = text.to_owned();
    for _ in 0..TIMES {
        let has_tags = has_tags(&line);
        if !has_tags && !has_entity(&line) {
            break;
        }
        let escaped =
            if has_tags { Cow::Borrowed(line.as_str()) } else { Cow::Owned(line.replace('<', "&lt;")) };
        let parts: Vec<String> = pieces(&escaped).into_iter().map(|block| block.text).collect();
        line = parts.join(" ");
    }
    normal(&line)
}

/// A paragraph of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// In normal form, never empty.
    pub text: String,
    /// Whether most of it stands in links.
    pub is_link: bool,
}

/// The paragraphs of a field, captions left out.
pub(super) fn paragraphs(text: &str) -> Vec<Piece> {
    let unescaped = unescaped(text);
    if has_tags(&unescaped) {
        let blocks = pieces(&unescaped).into_iter().filter(|block| block.kind != BlockKind::Caption);
        let piece = |block: crate::page::Block| {
            let letters = block.text.chars().filter(|c| !c.is_whitespace()).count();
            Piece { is_link: block.linked * 5 >= letters * 4, text: block.text }
        };
        return blocks.map(piece).collect();
    }
    // A line break is a space in HTML; without any tag, empty lines are all that can part paragraphs.
    let all: Vec<&str> = lines(&unescaped).collect();
    let parts = all.split(|line| line.trim().is_empty()).map(|lines| plain(&lines.join(" ")));
    parts.filter(|text| !text.is_empty()).map(|text| Piece { text, is_link: false }).collect()
}

/// HTML that was escaped once too often has no tag and many an escaped one.
fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..TIMES {
        let escaped = text.contains("&lt;p") || text.contains("&lt;/") || text.contains("&lt;br");
        if has_tags(&text) || !escaped {
            break;
        }
        text = Cow::Owned(
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"),
        );
    }
    text
}

fn has_tags(text: &str) -> bool {
    let Some(last) = text.rfind('>') else { return false };
    let text = text.get(..=last).unwrap_or(text);
    text.match_indices('<').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or("");
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        let name = rest.get(..end).unwrap_or("").to_ascii_lowercase();
        let closed =
            rest.get(end..).is_some_and(|after| after.starts_with(['>', '/', ' ', '\n', '\t', '\r']));
        closed && TAGS.binary_search(&name.as_str()).is_ok()
    })
}

/// `&name;` or `&#8217;`
fn has_entity(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or("");
        let name = rest.bytes().take(32).take_while(|&b| b.is_ascii_alphanumeric() || b == b'#').count();
        name > 1 && rest.as_bytes().get(name) == Some(&b';')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_escaped_more_or_less_often() {
        for (written, line) in [
            ("Fish &amp;amp; chips", "Fish & chips"),
            ("Fish &amp; chips", "Fish & chips"),
            ("Fish & chips", "Fish & chips"),
            ("The mayor&#8217;s <i>plan</i>", "The mayor’s plan"),
            ("The mayor&amp;#8217;s plan", "The mayor’s plan"),
            ("&lt;b&gt;Live&lt;/b&gt;: ferry aground", "Live: ferry aground"),
            ("Goals < 3 & rising", "Goals < 3 & rising"),
            ("Why a<b matters", "Why a<b matters"),
            ("Marsa&nbsp;burns", "Marsa burns"),
            ("two\n   lines", "two lines"),
            ("AT&T; and more", "AT&T; and more"),
        ] {
            assert_eq!(plain(written), line, "{written}");
        }
    }

    #[test]
    fn paragraphs_of_html_and_of_text() {
        let texts = |text: &str| paragraphs(text).into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(texts("<p>One.</p><p>Two &amp; three.</p>"), ["One.", "Two & three."]);
        assert_eq!(texts("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"), ["One.", "Two."]);
        assert_eq!(texts("One.\n\nTwo &lt; three &eacute;."), ["One.", "Two < three é."]);
        assert_eq!(
            texts("\n  A ferry ran\n  aground.\n\n  Nobody was hurt."),
            ["A ferry ran aground.", "Nobody was hurt."]
        );
        assert_eq!(texts("The <tt>Marsa</tt>"), ["The Marsa"]);
        assert_eq!(texts("One.<figure><img src=a><figcaption>A ferry.</figcaption></figure>"), ["One."]);
        assert!(texts(" <p> </p> ").is_empty());
        assert!(paragraphs("<p><a href=/a>Read the whole story</a></p>").iter().all(|piece| piece.is_link));
    }
}
