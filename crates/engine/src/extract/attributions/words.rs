//! The words of a report as numbers: what the learned parts look at, computed once.

use super::lexicon;
use super::quotes::Quotation;
use model::{Annotation, Kind, Report, Upos};

/// No quotation.
const NONE: u16 = u16::MAX;

/// Where a word stands towards quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum InQuote {
    Outside,
    Opening,
    Inside,
    Closing,
    /// Inside a quotation of a word or three, which may be a term rather than speech.
    Short,
}

/// One token as the learned parts see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) lower: u32,
    pub(super) lemma: u32,
    pub(super) upos: Upos,
    /// Both tags as one number.
    pub(super) tag: u32,
    pub(super) suffix: u32,
    pub(super) shape: u8,
    /// Class in the lexicon of cues, 0 for none.
    pub(super) class: u8,
    /// Kind of the name in which it stands, 0 for none.
    pub(super) name: u8,
    /// Relation to the head.
    pub(super) relation: u32,
    /// Index of the head; its own index for a root or where nothing was parsed.
    pub(super) head: usize,
    /// Relations of the words that depend on it, one bit for each of [`CHILDREN`].
    pub(super) children: u32,
    pub(super) quoted: InQuote,
    quotation: u16,
    pub(super) sentence: u32,
}

impl Word {
    /// Index of the quotation in which it stands.
    pub(super) fn quotation(&self) -> Option<usize> {
        (self.quotation != NONE).then_some(usize::from(self.quotation))
    }

    pub(super) fn is_lower(&self) -> bool {
        self.shape == 4
    }

    pub(super) fn is_nominal(&self) -> bool {
        matches!(self.upos, Upos::NOUN | Upos::PROPN | Upos::PRON)
    }
}

/// The words of a report, token by token.
pub(super) fn words(report: &Report, document: &Annotation, quotations: &[Quotation]) -> Vec<Word> {
    let mut quotation = 0;
    let mut name = 0;
    let mut words = Vec::with_capacity(document.tokens.len());
    for token in &document.tokens {
        while quotations.get(quotation).is_some_and(|q| q.span.end <= token.span.start) {
            quotation += 1;
        }
        while document.names.get(name).is_some_and(|name| name.span.end <= token.span.start) {
            name += 1;
        }
        let around = quotations.get(quotation).filter(|q| q.span.start < token.span.end);
        let named = document.names.get(name).filter(|name| name.span.start < token.span.end);
        let text = token.span.of(&report.text);
        words.push(Word {
            lower: hash_lower(text),
            lemma: hash_lower(&token.lemma),
            upos: token.upos,
            tag: mix(hash(token.xpos), token.upos as u32 + 1),
            suffix: suffix(text),
            shape: shape(text),
            class: lexicon::cue(&token.lemma, token.upos).map_or(0, |cue| cue.class),
            name: named.map_or(0, |name| kind(name.kind)),
            relation: hash(token.relation),
            head: token.head.unwrap_or(words.len()),
            children: 0,
            quoted: around.map_or(InQuote::Outside, |q| place(q, token.span.start, token.span.end)),
            quotation: around.and_then(|_| u16::try_from(quotation).ok()).unwrap_or(NONE),
            sentence: u32::try_from(token.sentence).unwrap_or(u32::MAX),
        });
    }
    for (index, token) in document.tokens.iter().enumerate() {
        if let Some(head) = token.head.filter(|&head| head != index).and_then(|head| words.get_mut(head)) {
            head.children |= child(token.relation);
        }
    }
    words
}

/// Relations that tell a cue by what depends on it.
const CHILDREN: [&str; 10] =
    ["nsubj", "ccomp", "xcomp", "obj", "parataxis", "mark", "aux", "obl", "acl", "case"];

fn child(relation: &str) -> u32 {
    let main = relation.split(':').next().unwrap_or("");
    CHILDREN.iter().position(|&known| known == main).map_or(0, |place| 1 << place)
}

fn place(quotation: &Quotation, start: usize, end: usize) -> InQuote {
    if end <= quotation.inner.start {
        InQuote::Opening
    } else if start >= quotation.inner.end && quotation.closed {
        InQuote::Closing
    } else if quotation.inner.len() < 20 {
        InQuote::Short
    } else {
        InQuote::Inside
    }
}

fn kind(kind: Kind) -> u8 {
    match kind {
        Kind::Person => 1,
        Kind::Organization => 2,
        Kind::Place => 3,
        Kind::Group => 4,
        _ => 5,
    }
}

/// Capitals, digits, letters, signs: one of a few shapes.
fn shape(text: &str) -> u8 {
    let mut characters = text.chars();
    match characters.next() {
        None => 0,
        Some(c) if c.is_numeric() => 1,
        Some(c) if c.is_uppercase() => 2 + u8::from(characters.next().is_some_and(char::is_uppercase)),
        Some(c) if c.is_alphabetic() => 4,
        Some(_) => 5,
    }
}

fn suffix(text: &str) -> u32 {
    let start = text.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
    hash_lower(text.get(start..).unwrap_or(""))
}

/// FNV-1a over the bytes.
pub(super) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn hash_lower(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    })
}

/// Two numbers as one.
pub(super) fn mix(one: u32, other: u32) -> u32 {
    (one.rotate_left(5) ^ other).wrapping_mul(0x9E37_79B1)
}
