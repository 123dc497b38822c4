//! Headlines for training: sentences of a text, written as headlines are, above that text.

use super::Example;
use model::{Kind, Span};

/// Words that headlines leave small.
const SMALL: [&str; 16] =
    ["a", "an", "the", "of", "in", "on", "to", "for", "and", "but", "at", "by", "with", "as", "or", "from"];

/// The text under three of its own sentences: one in capitals, two with a capital at each word.
pub(super) fn with_headlines(example: Example) -> Example {
    let fit = sentences(&example);
    let pick = |share: usize| fit.get(fit.len() * share / 7).copied();
    let mut text = String::new();
    let mut names: Vec<(Span, Kind)> = Vec::new();
    for (span, write) in [(pick(2), upper as fn(&str) -> String), (pick(4), title), (pick(5), title)] {
        let Some(span) = span else { continue };
        let above = example.names.iter().filter(|(name, _)| span.start <= name.start && name.end <= span.end);
        let shift = |at: usize| at - span.start + text.len();
        names.extend(above.map(|(name, kind)| (Span::new(shift(name.start), shift(name.end)), *kind)));
        text.push_str(&write(span.of(&example.text)));
        text.push('\n');
    }
    let trusted = text.len();
    let shifted =
        example.names.iter().map(|(name, kind)| (Span::new(name.start + trusted, name.end + trusted), *kind));
    names.extend(shifted);
    text.push_str(&example.text);
    Example { text, names, trusted }
}

/// What looks like a sentence of a few words that holds a name.
fn sentences(example: &Example) -> Vec<Span> {
    let mut fit = Vec::new();
    let mut start = 0;
    for piece in example.text.split_inclusive(". ") {
        let end = start + piece.len();
        if piece.ends_with(". ") && !piece.contains('\n') && (5..16).contains(&piece.split(' ').count()) {
            let span = Span::new(start, end - 2);
            if example.names.iter().any(|(name, _)| span.start <= name.start && name.end <= span.end) {
                fit.push(span);
            }
        }
        start = end;
    }
    fit
}

fn upper(sentence: &str) -> String {
    sentence.to_ascii_uppercase()
}

fn title(sentence: &str) -> String {
    let mut written = String::with_capacity(sentence.len());
    for (at, word) in sentence.split(' ').enumerate() {
        if at > 0 {
            written.push(' ');
        }
        let mut word = word.to_owned();
        if (at == 0 || !SMALL.contains(&word.as_str()))
            && let Some(first) = word.get_mut(..1)
        {
            first.make_ascii_uppercase();
        }
        written.push_str(&word);
    }
    written
}
