//! What an entry holds of its article: all of it, a summary, or nothing but the headline.

use super::entry::Entry;
use super::html::{Piece, paragraphs};
use super::outlet::same;
use super::teaser::{is_broken_off, is_line_of_software, without_call};

/// Words from which a text without a sign that it is cut counts as the article itself.
const ARTICLE: usize = 150;
/// The same where it has several paragraphs.
const ARTICLE_IN_PARAGRAPHS: usize = 80;

/// The text of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    /// Paragraphs in normal form.
    pub paragraphs: Vec<String>,
    /// Whether they are no more than a summary.
    pub is_summary: bool,
}

/// The body of an entry under that headline.
pub(super) fn body(entry: &Entry, headline: &str, outlet: Option<&str>) -> Body {
    let read = |text: &Option<String>| {
        text.as_deref().map(|text| cleaned(paragraphs(text), headline, outlet)).unwrap_or_default()
    };
    let (content, content_is_cut) = read(&entry.content);
    let (summary, summary_is_cut) = read(&entry.summary);
    let (in_content, in_summary) = (words(&content), words(&summary));
    if in_content == 0 || in_content < in_summary && content_is_cut {
        let is_long = in_summary >= ARTICLE || summary.len() > 2 && in_summary >= ARTICLE_IN_PARAGRAPHS;
        return Body { is_summary: summary_is_cut || !is_long, paragraphs: summary };
    }
    let is_short = in_content < ARTICLE_IN_PARAGRAPHS;
    let is_summary =
        is_short && (content_is_cut || in_content <= in_summary) || content_is_cut && in_content < ARTICLE;
    Body { paragraphs: content, is_summary }
}

fn words(paragraphs: &[String]) -> usize {
    paragraphs.iter().map(|paragraph| paragraph.split(' ').count()).sum()
}

/// The paragraphs that belong to the article, and whether they end in a sign that more follows.
fn cleaned(mut pieces: Vec<Piece>, headline: &str, outlet: Option<&str>) -> (Vec<String>, bool) {
    let mut is_cut = false;
    if pieces.iter().all(|piece| piece.is_link) {
        is_cut = pieces.iter().any(|piece| without_call(&piece.text).is_some());
        pieces.retain(|piece| !is_call_or_list(piece) && piece.text.ends_with(['.', '!', '?', '”', '"']));
    }
    while pieces.last().is_some_and(is_call_or_list) {
        is_cut |= pieces.pop().is_some_and(|piece| without_call(&piece.text).is_some());
    }
    let mut texts: Vec<String> = pieces.into_iter().map(|piece| piece.text).collect();
    texts.retain(|text| !repeats(text, headline, outlet));
    for _ in 0..2 {
        let Some(last) = texts.pop() else { break };
        let rest = without_call(&last).unwrap_or(&last);
        is_cut |= rest.len() < last.len() && !is_line_of_software(&last) || is_broken_off(rest);
        let goes_on = rest.is_empty();
        if !goes_on {
            texts.push(rest.to_owned());
            break;
        }
    }
    (texts, is_cut)
}

/// A line of links: "Read more", "Email this", the headlines of others.
fn is_call_or_list(piece: &Piece) -> bool {
    piece.is_link && !piece.text.ends_with(['.', '!', '?', '”', '"'])
}

/// Nothing but the headline, with or without the outlet.
fn repeats(text: &str, headline: &str, outlet: Option<&str>) -> bool {
    let Some(rest) = text.strip_prefix(headline).filter(|_| !headline.is_empty()) else { return false };
    let rest = rest.trim_start_matches([' ', '-', '–', '—', '|', '.']);
    rest.is_empty() || outlet.is_some_and(|outlet| same(outlet, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(content: Option<&str>, summary: Option<&str>) -> Body {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let entry = Entry { content: owned(content), summary: owned(summary), ..Entry::default() };
        body(&entry, "Ferry runs aground", Some("Harbour Post"))
    }

    const LONG: &str = "<p>The ferry ran aground near the lighthouse at dawn, and twelve people were taken off \
        by a lifeboat that came from the next harbour within the hour.</p>";

    #[test]
    fn the_content_before_the_summary() {
        let body = of(Some(&LONG.repeat(4)), Some("A ferry ran aground. <a href=/f>Read more</a>"));
        assert_eq!((body.paragraphs.len(), body.is_summary), (4, false));
        let body = of(Some("<img src=/f.jpg>"), Some("A ferry ran aground."));
        assert_eq!(
            (body.paragraphs.as_slice(), body.is_summary),
            (&["A ferry ran aground.".to_owned()][..], true)
        );
    }

    #[test]
    fn a_long_description_is_the_article() {
        assert!(!of(None, Some(&LONG.repeat(6))).is_summary);
        assert!(of(None, Some(LONG)).is_summary);
        assert!(of(None, Some(&format!("{}<p>Nobody was […]</p>", LONG.repeat(6)))).is_summary);
    }

    #[test]
    fn calls_to_read_on_go() {
        for call in [
            " Continue reading...",
            " Read more »",
            "<p><a href=/f>Continue reading Ferry runs aground →</a></p>",
            " [Read the full story]",
            "<p>The post <a href=/f>Ferry runs aground</a> appeared first on <a href=/>Harbour Post</a>.</p>",
            " <a href=/f>Full story</a>",
        ] {
            let body = of(None, Some(&format!("A ferry ran aground, officials said.{call}")));
            assert_eq!(body.paragraphs, ["A ferry ran aground, officials said."], "{call}");
            assert!(body.is_summary);
        }
    }

    #[test]
    fn a_headline_with_its_outlet_is_no_body() {
        let google = "<a href=\"https://news.example/1\">Ferry runs aground</a>&nbsp;&nbsp;<font color=\"#6f6f6f\">Harbour Post</font>";
        assert!(of(None, Some(google)).paragraphs.is_empty());
        let list = "<ol><li><a href=/1>Ferry aground in storm</a></li><li><a href=/2>Twelve taken off ferry</a></li></ol>";
        assert!(of(None, Some(list)).paragraphs.is_empty());
    }
}
