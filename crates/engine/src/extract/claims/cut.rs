//! Where a sentence falls into clauses.
//!
//! A sentence is cut at its strongest joint first (a semicolon, a dash, the edge of a quotation,
//! a comma before a word that opens a clause), and each part again, as long as every part keeps
//! enough words to state something.

use model::{Annotation, Span, Token, Upos};

/// A clause has at least so many words.
const ENOUGH: usize = 5;

/// Words that open a clause also without a comma before them.
#[rustfmt::skip]
const SUBORDINATORS: &[&str] = &[
    "after", "although", "amid", "because", "before", "but", "despite", "following", "if", "since", "though",
    "unless", "until", "when", "where", "whereas", "whether", "which", "while", "who", "whose",
];

/// The clauses of a sentence, in order, not overlapping.
pub(super) fn clauses(document: &Annotation, text: &str, sentence: Span) -> Vec<Span> {
    let tokens = document.tokens.get(document.tokens_in(sentence)).unwrap_or(&[]);
    let line = Line::new(tokens, text);
    let mut cuts = vec![0];
    line.split(0, tokens.len(), &mut cuts);
    cuts.push(tokens.len());
    if cuts.len() <= 2 {
        return vec![sentence];
    }
    let parts = cuts.iter().zip(cuts.iter().skip(1));
    parts.filter_map(|(&from, &to)| trimmed(tokens.get(from..to)?, text)).collect()
}

/// How firmly the parts of a sentence are joined before each of its tokens.
struct Line {
    /// 0 where it is not cut; the higher, the sooner it is.
    joints: Vec<u8>,
    /// Words before each token, and in all.
    words: Vec<usize>,
}

impl Line {
    fn new(tokens: &[Token], text: &str) -> Self {
        let mut words = Vec::with_capacity(tokens.len() + 1);
        let mut count = 0;
        for token in tokens {
            words.push(count);
            count += usize::from(is_word(token.span.of(text)));
        }
        words.push(count);
        let mut quoted = false;
        let joints = (0..tokens.len())
            .map(|at| {
                let here = tokens.get(at).map_or("", |token| token.span.of(text));
                let before =
                    at.checked_sub(1).and_then(|at| tokens.get(at)).map_or("", |token| token.span.of(text));
                let opens = here == "“" || (here == "\"" && !quoted);
                let closed = before == "”" || (before == "\"" && !quoted);
                if here == "\"" {
                    quoted = !quoted;
                }
                if opens || closed { 3 } else { joint(tokens, at, before, here) }
            })
            .collect();
        Self { joints, words }
    }

    fn count(&self, from: usize, to: usize) -> usize {
        let at = |index: usize| self.words.get(index).copied().unwrap_or(0);
        at(to).saturating_sub(at(from))
    }

    /// Adds the cuts between `from` and `to`, in order.
    fn split(&self, from: usize, to: usize, cuts: &mut Vec<usize>) {
        if self.count(from, to) < 2 * ENOUGH {
            return;
        }
        let possible = (from + 1..to).filter(|&at| {
            self.joints.get(at).is_some_and(|&joint| joint > 0)
                && self.count(from, at) >= ENOUGH
                && self.count(at, to) >= ENOUGH
        });
        let balance = |at: usize| self.count(from, at).min(self.count(at, to));
        let strength = |at: usize| self.joints.get(at).copied().unwrap_or(0);
        let Some(cut) = possible.max_by_key(|&at| (strength(at), balance(at))) else { return };
        self.split(from, cut, cuts);
        cuts.push(cut);
        self.split(cut, to, cuts);
    }
}

fn joint(tokens: &[Token], at: usize, before: &str, here: &str) -> u8 {
    let lower = here.to_lowercase();
    let next = tokens.get(at + 1).map_or(Upos::X, |token| token.upos);
    match before {
        ";" | "—" | "–" | "--" => 3,
        ":" | "(" | ")" => 2,
        "-" if apart(tokens, at) => 3,
        "," => {
            if opens_after_comma(&lower) {
                2
            } else {
                1
            }
        }
        _ if SUBORDINATORS.contains(&lower.as_str()) => 1,
        _ if lower == "and" && matches!(next, Upos::VERB | Upos::AUX) => 1,
        _ => 0,
    }
}

fn opens_after_comma(word: &str) -> bool {
    SUBORDINATORS.contains(&word) || matches!(word, "and" | "or" | "as" | "with" | "saying" | "adding")
}

/// Whether the hyphen before `at` stands between spaces.
fn apart(tokens: &[Token], at: usize) -> bool {
    let end = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    match (end(2), end(1), tokens.get(at)) {
        (Some(one), Some(hyphen), Some(other)) => {
            one.span.end < hyphen.span.start && hyphen.span.end < other.span.start
        }
        _ => false,
    }
}

fn is_word(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphanumeric)
}

/// The part without the commas and conjunctions that only join it to its neighbours.
fn trimmed(part: &[Token], text: &str) -> Option<Span> {
    let joins = |token: &&Token| {
        let word = token.span.of(text);
        matches!(word, "," | ";" | "—" | "–" | "-" | "--" | ":" | "(" | ")" | "and")
    };
    let first = part.iter().find(|token| !joins(token))?;
    let last = part.iter().rev().find(|token| !joins(token))?;
    Some(first.span.cover(last.span))
}

#[cfg(test)]
mod tests {
    use super::clauses;
    use model::{Annotation, Sentence, Span, Token, Upos};

    fn cut(text: &str) -> Vec<String> {
        let mut document = Annotation::default();
        let mut at = 0;
        for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
            for span in [Span::new(at, at + word.len()), Span::new(at + word.len(), at + piece.len())] {
                if !span.of(text).trim().is_empty() {
                    let lemma = span.of(text).to_lowercase().into();
                    document.tokens.push(Token {
                        span,
                        sentence: 0,
                        lemma,
                        upos: Upos::X,
                        xpos: "",
                        head: None,
                        relation: "",
                    });
                }
            }
            at += piece.len();
        }
        let span = Span::new(0, text.len());
        document.sentences.push(Sentence { span, tokens: 0..document.tokens.len() });
        clauses(&document, text, span).into_iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn cuts_at_commas_before_clauses() {
        let clauses = cut(
            "The ferry left the port of Marsa at dawn, and the coastguard found it aground an hour later.",
        );
        assert_eq!(
            clauses,
            ["The ferry left the port of Marsa at dawn", "the coastguard found it aground an hour later."]
        );
    }

    #[test]
    fn leaves_short_parts_together() {
        assert_eq!(cut("The ferry left, and sank.").len(), 1);
        assert_eq!(cut("In June, the two old ferries of Marsa were sold.").len(), 1);
    }

    #[test]
    fn never_overlaps() {
        let text = "“We saw the lights go out one by one,” said the captain; nobody knew why — not even the pilot, who had been awake since four in the morning.";
        let document = cut(text);
        assert!(
            document.len() >= 3 && document.iter().map(String::len).sum::<usize>() <= text.len(),
            "{document:?}"
        );
    }
}
