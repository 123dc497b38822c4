//! Sentences and tokens.

use model::{Document, Sentence, Span, Token, Upos};

/// Cuts blocks into sentences and tokens.
pub(crate) fn segment(text: &str, blocks: &[Span]) -> Document {
    let mut document = Document::default();
    for block in blocks {
        let mut start = block.start;
        let body = block.of(text);
        let mut previous = ' ';
        for (at, c) in body.char_indices() {
            let position = block.start + at;
            if c == ' ' && matches!(previous, '.' | '?' | '!' | '”') {
                push(&mut document, text, Span::new(start, position));
                start = position;
            }
            previous = c;
        }
        push(&mut document, text, Span::new(start, block.end));
    }
    document
}

fn push(document: &mut Document, text: &str, span: Span) {
    let span = span.trimmed(text);
    if span.is_empty() {
        return;
    }
    let first = document.tokens.len();
    let sentence = document.sentences.len();
    let mut start = None;
    for (at, c) in span.of(text).char_indices() {
        let position = span.start + at;
        if c.is_alphanumeric() {
            start.get_or_insert(position);
            continue;
        }
        if let Some(start) = start.take() {
            document.tokens.push(token(text, Span::new(start, position), sentence));
        }
        if !c.is_whitespace() {
            document.tokens.push(token(text, Span::new(position, position + c.len_utf8()), sentence));
        }
    }
    if let Some(start) = start {
        document.tokens.push(token(text, Span::new(start, span.end), sentence));
    }
    let tokens = first..document.tokens.len();
    document.sentences.push(Sentence { span, tokens });
}

fn token(text: &str, span: Span, sentence: usize) -> Token {
    let lemma = span.of(text).to_lowercase().into_boxed_str();
    Token { span, sentence, lemma, upos: Upos::X, xpos: "", head: None, relation: "" }
}
