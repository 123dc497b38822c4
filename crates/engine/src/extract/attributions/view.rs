//! A report as this stage looks at it: words, quotations, and units of sentences that one
//! quotation holds together.

use super::quotes::{Quotation, quotations};
use super::words::{InQuote, Word, words};
use model::{Annotation, Report, Span, Upos};
use std::ops::Range;

/// What the rules and the learned parts share.
#[derive(Debug)]
pub struct View<'r> {
    pub(super) report: &'r Report,
    pub(super) document: &'r Annotation,
    pub(super) words: Vec<Word>,
    pub(super) quotations: Vec<Quotation>,
    /// Ranges of tokens, in order: a sentence, or several that a quotation runs across.
    pub(super) units: Vec<Range<usize>>,
}

impl<'r> View<'r> {
    /// Prepares a report.
    #[must_use]
    pub fn new(report: &'r Report, document: &'r Annotation) -> Self {
        let quotations = quotations(report);
        let words = words(report, document, &quotations);
        let units = units(document, &words);
        Self { report, document, words, quotations, units }
    }

    /// The units, as ranges of tokens.
    #[must_use]
    pub fn units(&self) -> &[Range<usize>] {
        &self.units
    }

    /// The quotations that share a byte with a passage.
    pub(super) fn quotations_in(&self, passage: Span) -> impl Iterator<Item = &Quotation> {
        let first = self.quotations.partition_point(|quotation| quotation.span.end <= passage.start);
        let rest = self.quotations.get(first..).unwrap_or(&[]);
        rest.iter().take_while(move |quotation| quotation.span.start < passage.end)
    }

    pub(super) fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// The text of a token.
    pub(super) fn text(&self, index: usize) -> &'r str {
        self.document.tokens.get(index).map_or("", |token| token.span.of(&self.report.text))
    }

    /// The unit in which a token stands.
    #[must_use]
    pub fn unit_of(&self, token: usize) -> Range<usize> {
        let place = self.units.partition_point(|unit| unit.end <= token);
        self.units.get(place).cloned().unwrap_or(token..token)
    }
}

fn units(document: &Annotation, words: &[Word]) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::with_capacity(document.sentences.len());
    for sentence in &document.sentences {
        let before = sentence.tokens.start.checked_sub(1);
        let joined = before.is_some_and(|before| {
            runs_across(words, before) || goes_on(words, before) || asks(document, words, before)
        });
        match units.last_mut() {
            Some(unit) if joined => unit.end = sentence.tokens.end,
            _ => units.push(sentence.tokens.clone()),
        }
    }
    units
}

/// Whether a token and its neighbour stand in one quotation.
fn runs_across(words: &[Word], before: usize) -> bool {
    let quotation = |index: usize| words.get(index).and_then(Word::quotation);
    quotation(before).is_some() && quotation(before) == quotation(before + 1)
}

/// Whether a sentence goes on behind a quotation: `"Shall we sail?" she asked.`
fn goes_on(words: &[Word], before: usize) -> bool {
    let closes = words.get(before).is_some_and(|word| word.quoted == InQuote::Closing);
    closes && words.get(before + 1).is_some_and(Word::is_lower)
}

/// Whether a sentence tells who said the quotation before it: `"Shall we sail?" Ferreira asked.`
fn asks(document: &Annotation, words: &[Word], before: usize) -> bool {
    let closes = words.get(before).is_some_and(|word| word.quoted == InQuote::Closing);
    let inner = before.checked_sub(1).and_then(|inner| document.tokens.get(inner));
    let open = inner.is_some_and(|token| matches!(&*token.lemma, "?" | "!" | "," | "…" | "—" | "–"));
    let near = words.get(before + 1..).unwrap_or(&[]).iter().take(6);
    let plain = near.clone().take_while(|word| word.quoted == InQuote::Outside);
    closes && open && plain.into_iter().any(|word| word.class != 0 && word.upos == Upos::VERB)
}
