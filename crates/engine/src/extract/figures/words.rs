//! The text as figures read it: its pieces with the tags of the tokens that they belong to.

use super::super::atoms::Atoms;
use model::{Annotation, Span, Time, TimeType, Token, Upos};
use std::ops::Range;

/// Pieces, their tokens, and which of them tell a time.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) a: &'a Atoms<'a>,
    tokens: &'a [Token],
    token_of: Vec<u32>,
    timed: Vec<bool>,
}

impl<'a> Words<'a> {
    /// Joins the pieces of a text with its tokens and times.
    pub(super) fn new(a: &'a Atoms<'a>, document: &'a Annotation, times: &[Time]) -> Self {
        let tokens = document.tokens.as_slice();
        let mut token_of = Vec::with_capacity(a.len());
        let mut timed = Vec::with_capacity(a.len());
        let (mut at, mut time) = (0, times.iter().peekable());
        for i in 0..a.len() {
            let span = a.span(i);
            while tokens.get(at).is_some_and(|token| token.span.end <= span.start) {
                at += 1;
            }
            let inside = tokens.get(at).is_some_and(|token| token.span.holds(span.start));
            token_of.push(if inside { u32::try_from(at).unwrap_or(u32::MAX) } else { u32::MAX });
            while time.peek().is_some_and(|time| time.span.end <= span.start) {
                time.next();
            }
            timed.push(time.peek().is_some_and(|time| time.span.holds(span.start) && !is_short(time)));
        }
        Self { a, tokens, token_of, timed }
    }

    /// The token that a piece belongs to.
    fn token(&self, i: usize) -> Option<&'a Token> {
        self.tokens.get(usize::try_from(*self.token_of.get(i)?).ok()?)
    }

    /// The part of speech of a piece.
    pub(super) fn upos(&self, i: usize) -> Upos {
        self.token(i).map_or(Upos::PUNCT, |token| token.upos)
    }

    /// The Penn tag of a piece; empty where there is none.
    pub(super) fn xpos(&self, i: usize) -> &'static str {
        self.token(i).map_or("", |token| token.xpos)
    }

    /// The dictionary form of a piece.
    pub(super) fn lemma(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |token| &token.lemma)
    }

    /// Whether the piece belongs to an expression of time (hours and less can be counted).
    pub(super) fn is_timed(&self, i: usize) -> bool {
        self.timed.get(i).copied().unwrap_or(false)
    }

    /// Whether the piece names something: a noun or a proper name.
    pub(super) fn is_noun(&self, i: usize) -> bool {
        self.a.is_word(i) && matches!(self.upos(i), Upos::NOUN | Upos::PROPN)
    }

    /// The pieces of a sentence.
    pub(super) fn of(&self, sentence: Span) -> Range<usize> {
        self.a.at(sentence.start)..self.a.at(sentence.end)
    }
}

/// Lengths of hours, minutes and seconds are figures as well: "a flight of 40 minutes".
fn is_short(time: &Time) -> bool {
    time.kind == TimeType::Duration && time.value.as_deref().is_some_and(|value| value.starts_with("PT"))
}
