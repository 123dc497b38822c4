//! Sentences and tokens, to the conventions of Universal Dependencies.
//!
//! A block is cut into lines, a line into pieces at its white space and inside ([`lexer`]), and the
//! pieces are joined into sentences ([`sentences`]). A line break always ends a sentence.

mod abbreviations;
mod address;
mod contraction;
mod lexer;
mod sentences;

use model::{Annotation, Sentence, Span, Token, Upos};

/// One token before it has tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    span: Span,
    /// Whether white space (or the start of the line) stands before it.
    spaced: bool,
}

/// Cuts blocks into sentences and tokens; tags and lemmas are left open.
pub(crate) fn segment(text: &str, blocks: &[Span]) -> Annotation {
    let mut document = Annotation::default();
    let mut pieces = Vec::new();
    for block in blocks {
        let mut start = block.start;
        for line in block.of(text).split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) {
            let span = Span::new(start, start + line.len());
            pieces.clear();
            lexer::pieces(text, span, &mut pieces);
            for range in sentences::ranges(text, &pieces) {
                push(&mut document, pieces.get(range).unwrap_or(&[]));
            }
            // All of the separators but U+2028 and U+2029 (three bytes) and U+0085 (two) are one byte.
            let broken = text.get(span.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            start = span.end + broken;
        }
    }
    document
}

/// Whether `word`, written in one, is two words of which the second begins at `at`.
pub(crate) fn is_contraction(word: &str, at: usize) -> bool {
    contraction::cut(word) == Some(at) || contraction::short_it(word) == Some(at)
}

fn push(document: &mut Annotation, pieces: &[Piece]) {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
    let sentence = document.sentences.len();
    let from = document.tokens.len();
    document.tokens.extend(pieces.iter().map(|piece| Token {
        span: piece.span,
        sentence,
        lemma: Box::default(),
        upos: Upos::X,
        xpos: "",
        head: None,
        relation: "",
    }));
    let span = Span::new(first.span.start, last.span.end);
    document.sentences.push(Sentence { span, tokens: from..document.tokens.len() });
}

#[cfg(test)]
mod tests {
    use super::segment;
    use model::Span;

    fn sentences(text: &str) -> Vec<&str> {
        let document = segment(text, &[Span::new(0, text.len())]);
        document.sentences.iter().map(|sentence| sentence.span.of(text)).collect()
    }

    #[test]
    fn lines_end_sentences_and_blocks_do() {
        assert_eq!(
            sentences("Ferry aground off Marsa\nTwo hurt\r\n\nAll safe"),
            ["Ferry aground off Marsa", "Two hurt", "All safe"]
        );
        let text = "One two three";
        let document = segment(text, &[Span::new(0, 3), Span::new(4, 13)]);
        assert_eq!(document.sentences.len(), 2);
        assert_eq!(
            document.tokens.last().map(|token| (token.sentence, token.span.of(text))),
            Some((1, "three"))
        );
    }

    #[test]
    fn abbreviations_of_the_news_do_not_end_sentences() {
        for whole in [
            "U.S. troops met Gen. Halvard Moe at No. 10 Quay St. on Tuesday.",
            "Mr. A. J. Loy and Dr. Ann Poe of St. Magnus sailed at 5 p.m. on Jan. 3.",
            "The Marlow Co. of Perth, Inc. v. the state, i.e. its port, etc. and so on.",
            "Prices rose 3.5 percent to $1,200.50 at www.harbour.example/fares.html today.",
        ] {
            assert_eq!(sentences(whole), [whole]);
        }
    }

    #[test]
    fn sentences_end_inside_quotations_and_after_abbreviations() {
        let text = "“We sail at dawn.” The captain left. She flew to the U.S. He did not. “Why?” he asked.";
        let expected = [
            "“We sail at dawn.”",
            "The captain left.",
            "She flew to the U.S.",
            "He did not.",
            "“Why?” he asked.",
        ];
        assert_eq!(sentences(text), expected);
        assert_eq!(
            sentences("Is it safe? No! It is… not. (It never was.) Really."),
            ["Is it safe?", "No!", "It is… not.", "(It never was.)", "Really.",]
        );
    }

    #[test]
    fn notes_small_letters_and_missing_spaces() {
        let expected = ["Near Marsa. [17]", "Born c. 1790.", "The end?", "so they say.", "Yahoo! said no."];
        assert_eq!(
            sentences("Near Marsa. [17] Born c. 1790. The end? so they say. Yahoo! said no."),
            expected
        );
        assert_eq!(sentences("In the end.Then it rained."), ["In the end.", "Then it rained."]);
    }
}
