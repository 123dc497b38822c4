//! What is found in the language of a text: sentences, tokens and names.

use crate::{Kind, Span};
use std::ops::Range;

/// What the language stage finds in one text, as plain values that stand off from it.
///
/// The text itself is not kept here: it belongs to the report, or to the document of the language
/// crate. Spans refer to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    /// In order, not overlapping.
    pub sentences: Vec<Sentence>,
    /// In order, not overlapping; each belongs to one sentence.
    pub tokens: Vec<Token>,
    /// Named entities, in order, not overlapping.
    pub names: Vec<Name>,
}

impl Annotation {
    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or(&[])
    }

    /// The indices of the tokens that lie wholly inside `span`.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// The sentence in which `offset` lies, or the next one after it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= offset);
        (index < self.sentences.len()).then_some(index)
    }
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Without white space at its ends.
    pub span: Span,
    /// Indices into [`Annotation::tokens`].
    pub tokens: Range<usize>,
}

/// One word of Universal Dependencies ("don't" is `do|n't`).
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Its place.
    pub span: Span,
    /// Index into [`Annotation::sentences`].
    pub sentence: usize,
    /// Dictionary form, lower case save for proper names.
    pub lemma: Box<str>,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn tag; empty where not known.
    pub xpos: &'static str,
    /// Index into [`Annotation::tokens`]; none for a root or where not parsed.
    pub head: Option<usize>,
    /// Universal relation to the head; empty where not parsed.
    pub relation: &'static str,
}

/// Universal part-of-speech tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, clippy::upper_case_acronyms)]
#[rustfmt::skip]
pub enum Upos {
    ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X,
}

impl Upos {
    /// All tags, in alphabetical order.
    #[rustfmt::skip]
    pub const ALL: [Self; 17] = [
        Self::ADJ, Self::ADP, Self::ADV, Self::AUX, Self::CCONJ, Self::DET, Self::INTJ, Self::NOUN, Self::NUM,
        Self::PART, Self::PRON, Self::PROPN, Self::PUNCT, Self::SCONJ, Self::SYM, Self::VERB, Self::X,
    ];

    /// As Universal Dependencies writes it.
    #[must_use]
    #[rustfmt::skip]
    pub fn as_str(self) -> &'static str {
        const NAMES: [&str; 17] = [
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X",
        ];
        NAMES[self as usize]
    }
}

/// A named entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Without article, title and possessive.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
}
