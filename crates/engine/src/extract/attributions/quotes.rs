//! Quotation marks paired into quotations, paragraph by paragraph.
//!
//! Needs no tags: only marks, what stands beside them, and the custom of opening each further
//! paragraph of a long quotation anew while only the last one is closed.

use model::{Report, Span};

/// A passage in quotation marks; what stands in marks inside it is not told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// With its marks.
    pub(super) span: Span,
    /// Without its marks.
    pub(super) inner: Span,
    /// Index of the block (headline or paragraph) in which it stands.
    pub(super) block: usize,
    /// Whether a mark closes it; the next paragraph goes on with it otherwise.
    pub(super) closed: bool,
}

/// The outermost quotations of a report, in order.
pub(super) fn quotations(report: &Report) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (block, span) in report.blocks().enumerate() {
        pair(&report.text, span, block, &mut found);
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    /// A straight mark, which opens or closes by what stands beside it.
    Either,
}

/// What a character can be as a double mark.
fn double(c: char) -> Option<Mark> {
    match c {
        '“' | '„' | '«' => Some(Mark::Open),
        '”' | '»' => Some(Mark::Close),
        '"' | '‟' => Some(Mark::Either),
        _ => None,
    }
}

fn pair(text: &str, block: Span, index: usize, found: &mut Vec<Quotation>) {
    let body = block.of(text);
    let mut open: Option<usize> = None;
    let mut single: Option<usize> = None;
    let mut previous: Option<char> = None;
    let mut characters = body.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let at = block.start + at;
        let next = characters.peek().map(|&(_, c)| c);
        let end = at + c.len_utf8();
        if let Some(mark) = double(c) {
            let mark = if mark == Mark::Either { settle(open.is_some(), previous, next) } else { mark };
            match (mark, open) {
                (Mark::Open, None) => (open, single) = (Some(at), None),
                (Mark::Open, Some(start)) if restarts(text, start, at) => open = Some(at),
                (Mark::Close, Some(start)) => {
                    push(found, index, Span::new(start, end), c.len_utf8(), true, text);
                    open = None;
                }
                _ => {}
            }
        } else if open.is_none() && matches!(c, '‘' | '’' | '\'') {
            let rest = text.get(end..block.end).unwrap_or("");
            match single {
                None if opens_single(c, previous, next) && closes_later(rest, false) => single = Some(at),
                Some(start) if closes_single(c, previous, next, rest) => {
                    push(found, index, Span::new(start, end), c.len_utf8(), true, text);
                    single = None;
                }
                _ => {}
            }
        }
        previous = Some(c);
    }
    if let Some(start) = open.filter(|&start| stays_open(text, block, start)) {
        push(found, index, Span::new(start, block.end), 0, false, text);
    }
}

fn push(found: &mut Vec<Quotation>, block: usize, span: Span, mark: usize, closed: bool, text: &str) {
    let opening = span.of(text).chars().next().map_or(0, char::len_utf8);
    let inner = Span::new(span.start + opening, span.end.saturating_sub(mark)).trimmed(text);
    if inner.of(text).chars().any(char::is_alphanumeric) {
        found.push(Quotation { span, inner, block, closed });
    }
}

/// Whether a straight double mark opens or closes.
fn settle(is_open: bool, previous: Option<char>, next: Option<char>) -> Mark {
    let after_space =
        previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '\''));
    let before_word =
        next.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ')' | '!' | '?'));
    match (is_open, after_space, before_word) {
        // A mark between a space and a word inside an open quotation: the closing one was lost.
        (true, true, true) | (false, true, _) => Mark::Open,
        // Before a digit's inches, or a mark that was never opened.
        (false, false, _) => {
            if previous.is_some_and(|c| c.is_ascii_digit()) || !before_word {
                Mark::Close
            } else {
                Mark::Open
            }
        }
        (true, ..) => Mark::Close,
    }
}

/// Whether an opening mark inside an open quotation starts a new one: the first was never closed.
fn restarts(text: &str, start: usize, at: usize) -> bool {
    let between = text.get(start..at).unwrap_or("");
    between.trim_end().ends_with(['.', '?', '!', ',', ':'])
        && text.get(at..).is_some_and(|rest| rest.starts_with(['“', '"']))
}

fn opens_single(c: char, previous: Option<char>, next: Option<char>) -> bool {
    let after_space =
        previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | ':' | '/'));
    let before_word =
        next.is_some_and(|c| c.is_alphabetic() || matches!(c, '$' | '£' | '€' | '…' | '[' | '#'));
    c != '’' && after_space && (before_word || (c == '‘' && next.is_some_and(|c| !c.is_whitespace())))
}

fn closes_single(c: char, previous: Option<char>, next: Option<char>, rest: &str) -> bool {
    if c == '‘' || next.is_some_and(char::is_alphanumeric) || previous.is_none_or(char::is_whitespace) {
        return false;
    }
    // "the voters' choice": the plural's apostrophe, where a better end follows.
    let plural = previous == Some('s') && next == Some(' ');
    !(plural && closes_later(rest, true))
}

/// How far the end of a quotation in single marks is looked for, in characters.
const FAR: usize = 500;

/// Whether some single mark soon could close a quotation; with `unopened`, before another opens.
fn closes_later(rest: &str, unopened: bool) -> bool {
    let mut previous = 'x';
    let mut characters = rest.chars().take(FAR).peekable();
    while let Some(c) = characters.next() {
        let mark = matches!(c, '’' | '\'');
        let before_word = characters.peek().is_some_and(|c| c.is_alphanumeric());
        if unopened && (c == '‘' || (mark && previous.is_whitespace() && before_word)) {
            return false;
        }
        if mark && !previous.is_whitespace() && !before_word {
            return true;
        }
        previous = c;
    }
    false
}

/// Whether a quotation that no mark closes in its paragraph is one: it opens the paragraph or
/// follows a sign that introduces speech.
fn stays_open(text: &str, block: Span, start: usize) -> bool {
    let before = text.get(block.start..start).unwrap_or("").trim_end();
    before.is_empty() || before.ends_with([',', ':']) || before.ends_with(|c: char| c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::quotations;
    use model::{Report, Span};

    fn report(paragraphs: &[&str]) -> Report {
        let text = paragraphs.join("\n\n");
        let mut at = 0;
        let paragraphs = paragraphs
            .iter()
            .map(|p| {
                at += p.len() + 2;
                Span::new(at - p.len() - 2, at - 2)
            })
            .collect();
        Report { text, paragraphs, ..Report::default() }
    }

    fn found(paragraphs: &[&str]) -> Vec<String> {
        let report = report(paragraphs);
        quotations(&report).iter().map(|q| q.inner.of(&report.text).to_owned()).collect()
    }

    #[test]
    fn pairs_curly_and_straight_marks() {
        assert_eq!(found(&["“We sail,” he said. “At dawn.”"]), ["We sail,", "At dawn."]);
        assert_eq!(found(&["\"We sail,\" he said. \"At dawn.\""]), ["We sail,", "At dawn."]);
        assert_eq!(found(&["She said: \"He told me 'never' twice.\""]), ["He told me 'never' twice."]);
    }

    #[test]
    fn single_marks_quote_and_apostrophes_do_not() {
        assert_eq!(found(&["Mayor says bridge ‘unsafe’ as boats wait"]), ["unsafe"]);
        assert_eq!(found(&["Mayor says bridge 'unsafe' as boats wait"]), ["unsafe"]);
        assert!(found(&["The sailors' boats don't leave, it's the captain’s rule."]).is_empty());
    }

    #[test]
    fn an_open_quotation_runs_to_the_end_of_its_paragraph() {
        let report = report(&["“The first part.", "“The second part,” he said."]);
        let all = quotations(&report);
        assert_eq!(all.len(), 2);
        assert!(!all[0].closed && all[1].closed);
    }

    #[test]
    fn a_lost_closing_mark_does_not_swallow_the_next_quotation() {
        assert_eq!(found(&["“We sail, he said. “At dawn,” she said."]), ["At dawn,"]);
    }
}
