//! Finding cues: each word opens one, continues one, or is none.

use super::linear::{Rows, Weights, best};
use super::shape::is_term;
use super::view::View;
use super::words::{InQuote, Word, mix};
use model::Upos;
use std::ops::Range;

/// No part of a cue.
pub const OUT: u8 = 0;
/// First word of a cue.
pub const FIRST: u8 = 1;
/// Further word of a cue.
pub const NEXT: u8 = 2;

/// Added to the score of a cue's first word in a sentence that has a quotation and seems to have
/// no cue.
const QUOTED_LEAN: f32 = 2.0;

/// The cues of a unit as ranges of tokens, in order; `lean` makes it find more.
pub(super) fn cues(
    view: &View,
    unit: &Range<usize>,
    weights: &impl Weights,
    lean: f32,
    rows: &mut Rows,
) -> Vec<Range<usize>> {
    rows.clear();
    features(view, unit.clone(), rows);
    let found = decode(unit, weights, lean, rows);
    if found.is_empty() && holds_speech(view, unit) {
        return decode(unit, weights, lean + QUOTED_LEAN, rows);
    }
    found
}

fn decode(unit: &Range<usize>, weights: &impl Weights, lean: f32, rows: &Rows) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let labels = best(weights, rows, |_, label| if label == usize::from(FIRST) { lean } else { 0.0 });
    for (token, label) in unit.clone().zip(labels) {
        match (label, found.last_mut()) {
            (NEXT, Some(cue)) if cue.end == token => cue.end = token + 1,
            (OUT, _) => {}
            _ => found.push(token..token + 1),
        }
    }
    found
}

/// Whether a cue may be one. In headlines what was learned from sentences goes by surroundings too
/// often ("Ferry runs aground off Marsa" is nobody's words): there a word of it must be known to the
/// lexicon, or a quotation must stand beside it.
pub(super) fn is_plausible(view: &View, unit: &Range<usize>, cue: &Range<usize>) -> bool {
    let start = view.document.tokens.get(unit.start).map(|token| token.span.start);
    let in_headline = view.report.headline.zip(start).is_some_and(|(headline, start)| start < headline.end);
    let known = |at: usize| view.word(at).is_some_and(|word| word.class > 0);
    !in_headline || cue.clone().any(known) || holds_speech(view, unit)
}

/// Whether a quotation that is no name or term stands in a unit.
fn holds_speech(view: &View, unit: &Range<usize>) -> bool {
    let words = view.words.get(unit.clone()).unwrap_or(&[]);
    let quotations = words.iter().filter(|word| word.quoted == InQuote::Opening).filter_map(Word::quotation);
    let mut quotations = quotations.filter_map(|place| view.quotations.get(place));
    quotations.any(|quotation| !is_term(view, quotation))
}

/// What is known before a word of its sentence, read from left to right.
#[derive(Default)]
struct Before {
    commas: u32,
    cues: u32,
    verbs: u32,
    /// Lemma of the last noun, name or pronoun, and how far back.
    nominal: u32,
    distance: u32,
    sentence: u32,
    length: u32,
}

impl Before {
    fn pass(&mut self, word: &Word) {
        if word.sentence != self.sentence {
            *self = Self { sentence: word.sentence, ..Self::default() };
        }
        self.length += 1;
        self.distance += 1;
        self.verbs += u32::from(word.upos == Upos::VERB);
        self.cues += u32::from(word.class != 0 && word.upos == Upos::VERB);
        self.commas += u32::from(word.upos == Upos::PUNCT);
        if word.is_nominal() {
            self.nominal = word.lemma;
            self.distance = 0;
        }
    }
}

/// Writes one row for each token of a unit.
pub fn features(view: &View, unit: Range<usize>, rows: &mut Rows) {
    let words = view.words.get(unit.clone()).unwrap_or(&[]);
    let headline = unit.start == 0 && view.report.headline.is_some();
    let mut before = Before::default();
    for (at, word) in words.iter().enumerate() {
        if word.sentence != before.sentence {
            before = Before { sentence: word.sentence, ..Before::default() };
        }
        row(words, at, &before, headline, rows);
        before.pass(word);
        rows.end(0b111);
    }
}

fn row(words: &[Word], at: usize, before: &Before, headline: bool, rows: &mut Rows) {
    let Some(word) = words.get(at) else { return };
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at));
    let lemma = |offset: isize| near(offset).map_or(1, |w| w.lemma);
    let tag = |offset: isize| near(offset).map_or(1, |w| w.tag);
    let upos = |offset: isize| near(offset).map_or(99, |w| w.upos as u32);
    let class = u32::from(word.class);
    let own = word.upos as u32;
    let mut put = |id: u32, value: u32| rows.push(mix(id.wrapping_mul(0x01F3_5A7D), value));
    put(1, word.lemma);
    put(2, word.lower);
    put(3, mix(word.lemma, word.tag));
    put(4, word.tag);
    put(5, mix(tag(-1), word.tag));
    put(6, mix(word.tag, tag(1)));
    put(7, mix(mix(upos(-1), own), upos(1)));
    put(8, mix(lemma(-1), word.lemma));
    put(9, mix(word.lemma, lemma(1)));
    put(10, lemma(-1));
    put(11, lemma(1));
    put(12, mix(mix(upos(-2), upos(-1)), own));
    put(13, mix(mix(own, upos(1)), upos(2)));
    put(14, mix(class, word.tag));
    put(15, mix(class, tag(1)));
    put(16, mix(class, lemma(1)));
    put(17, mix(word.lemma, tag(1)));
    put(18, mix(word.lemma, tag(-1)));
    put(19, mix(class, mix(lemma(-1), own)));
    put(20, mix(word.suffix, own));
    put(21, mix(mix(u32::from(word.shape), own), u32::from(word.name)));
    let quote = quote_state(words, at);
    put(22, mix(quote, own));
    put(23, mix(quote, class));
    put(24, mix(quote, word.lemma));
    put(25, mix(before.nominal, class));
    put(26, mix(mix(before.distance.min(6), own), class));
    put(27, mix(mix(before.cues.min(3), before.verbs.min(3)), own));
    put(28, mix(mix(before.cues.min(3), before.commas.min(3)), class));
    put(29, mix(before.length.min(8), mix(word.lemma, u32::from(headline))));
    put(30, mix(lemma(-2), own));
    put(31, mix(lemma(2), own));
    put(32, mix(class, mix(upos(1), upos(2))));
    put(33, mix(mix(near(-1).map_or(0, |w| u32::from(w.class)), class), own));
    put(34, mix(mix(near(1).map_or(0, |w| u32::from(w.class)), class), own));
    put(35, mix(lemma(-1), mix(word.tag, tag(1))));
    put(36, mix(word.lemma, mix(lemma(1), lemma(2))));
    put(38, mix(word.relation, class));
    put(39, mix(word.relation, word.tag));
    put(40, mix(word.children, own));
    put(41, mix(word.children, class));
    put(42, mix(word.children, word.lemma));
    put(37, mix(u32::from(near(-1).map_or(0, |w| w.name)), mix(word.tag, class)));
}

/// Whether a word is quoted, and whether a quotation ends shortly before or opens shortly after.
fn quote_state(words: &[Word], at: usize) -> u32 {
    let state = words.get(at).map_or(InQuote::Outside, |word| word.quoted);
    let closed = (1..=6).any(|back| is_mark(words, at.checked_sub(back), InQuote::Closing));
    let opens = (1..=6).any(|on| is_mark(words, at.checked_add(on), InQuote::Opening));
    let touching = is_mark(words, at.checked_add(1), InQuote::Opening);
    state as u32 + 8 * u32::from(closed) + 16 * u32::from(opens) + 32 * u32::from(touching)
}

fn is_mark(words: &[Word], at: Option<usize>, state: InQuote) -> bool {
    at.and_then(|at| words.get(at)).is_some_and(|word| word.quoted == state)
}
