//! How much of one report's own text stands in another.
//!
//! Two measures: the share of five-word sequences, which mere copying keeps and independent writing
//! hardly ever makes; and the share of sentences with a counterpart, which survives a rewriting that
//! touches every sentence.

use super::super::terms::{Term, TermMap, each_form, mix, term};
use super::quotations::outside;
use model::{Reading, Span};

/// Words in a sequence.
const SEQUENCE: usize = 5;
/// A sentence has a counterpart when it shares so much of its pairs of words.
const COUNTERPART: f64 = 0.3;
/// Shorter sentences have counterparts by chance.
const LEAST_PAIRS: usize = 4;
/// With fewer sequences the share means less.
const FEW_SEQUENCES: usize = 30;
/// A report with a smaller share of words outside quotation marks is compared with its quotations.
const LEAST_OWN: f64 = 0.2;
/// Sequences shared below this are chance; the sentences are not looked at.
const CHANCE: f64 = 0.05;

/// The text of a report as its outlet wrote it, in sequences.
pub(super) struct Text {
    /// Sorted, without repetition.
    sequences: Vec<u64>,
    /// For each sentence its pairs of words, sorted.
    sentences: Vec<Vec<u64>>,
    /// The whole text in one number, to tell copies of very short reports.
    whole: u64,
    pub(super) words: usize,
}

/// How much of the shorter of two reports stands in the other.
#[derive(Clone, Copy, Default)]
pub(super) struct Reuse {
    /// Five-word sequences that both have.
    pub(super) shared: usize,
    /// How strongly this speaks for a copy, 0 to 1.
    pub(super) strength: f64,
}

impl Text {
    /// Reads the paragraphs that are reporting; quotations are left out unless they are nearly all.
    pub(super) fn new(reading: &Reading) -> Self {
        let report = &reading.report;
        let blocks: Vec<Span> =
            report.paragraphs.iter().copied().filter(|block| !report.is_marginal(*block)).collect();
        let own: Vec<Span> = blocks.iter().flat_map(|block| outside(&report.text, *block)).collect();
        let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
        #[allow(clippy::cast_precision_loss)]
        let mostly_speech = (length(&own) as f64) < LEAST_OWN * length(&blocks) as f64;
        let pieces = if mostly_speech { &blocks } else { &own };
        let mut text = Self { sequences: Vec::new(), sentences: Vec::new(), whole: 0, words: 0 };
        for piece in pieces {
            text.add(piece.of(&report.text));
        }
        text.sequences.sort_unstable();
        text.sequences.dedup();
        text.sentences = sentences(reading, pieces);
        text
    }

    fn add(&mut self, piece: &str) {
        let mut last: [Term; SEQUENCE] = [0; SEQUENCE];
        let mut seen = 0;
        each_form(piece, |form| {
            last.rotate_left(1);
            if let Some(slot) = last.last_mut() {
                *slot = term(form);
            }
            seen += 1;
            self.whole = mix(self.whole.wrapping_mul(31).wrapping_add(term(form)));
            if seen >= SEQUENCE {
                self.sequences
                    .push(last.iter().fold(0, |hash, term| mix(hash.wrapping_mul(31).wrapping_add(*term))));
            }
        });
        self.words += seen;
    }

    /// The share of this text's sequences that a number of them makes; all of a text without any.
    pub(super) fn share(&self, sequences: usize) -> f64 {
        if self.sequences.is_empty() { 1.0 } else { share(sequences, self.sequences.len()) }
    }

    /// How much of the shorter stands in the longer.
    pub(super) fn reuse(&self, other: &Self) -> Reuse {
        let (short, long) =
            if self.sequences.len() <= other.sequences.len() { (self, other) } else { (other, self) };
        if short.words > 0 && short.whole == long.whole {
            return Reuse { shared: short.sequences.len(), strength: 1.0 };
        }
        let shared_sequences = shared(&short.sequences, &long.sequences);
        let sequences = share(shared_sequences, short.sequences.len());
        if sequences < CHANCE {
            return Reuse { shared: shared_sequences, strength: 0.0 };
        }
        let counterpart = |sentence: &&Vec<u64>| {
            long.sentences.iter().any(|other| share(shared(sentence, other), sentence.len()) >= COUNTERPART)
        };
        let sentences = share(short.sentences.iter().filter(counterpart).count(), short.sentences.len());
        let strength = (2.0 * sequences + sentences) / 3.0;
        let doubt = if short.sequences.len() < FEW_SEQUENCES { 0.6 } else { 1.0 };
        Reuse { shared: shared_sequences, strength: strength * doubt }
    }
}

/// The pairs of reports that share more than chance gives, in order.
pub(super) fn candidates(texts: &[Text]) -> Vec<(usize, usize)> {
    let mut with: TermMap<Vec<usize>> = TermMap::default();
    let mut found = Vec::new();
    let mut shared = vec![0_usize; texts.len()];
    for (report, text) in texts.iter().enumerate() {
        shared.fill(0);
        for sequence in text.sequences.iter().chain(std::iter::once(&text.whole)) {
            let earlier = with.entry(*sequence).or_default();
            for other in earlier.iter() {
                if let Some(count) = shared.get_mut(*other) {
                    *count += 1;
                }
            }
            earlier.push(report);
        }
        found.extend(shared.iter().enumerate().filter_map(|(other, count)| {
            let shorter = texts.get(other).map_or(0, |other| other.sequences.len()).min(text.sequences.len());
            (*count > 0 && share(*count, shorter) >= CHANCE).then_some((other, report))
        }));
    }
    found.sort_unstable();
    found
}

/// The sentences outside quotation marks as sorted pairs of neighbouring words.
fn sentences(reading: &Reading, pieces: &[Span]) -> Vec<Vec<u64>> {
    let text = &reading.report.text;
    let mut pieces = pieces.iter().peekable();
    let mut found = Vec::new();
    for sentence in &reading.document.sentences {
        let mut pairs = Vec::new();
        while pieces.next_if(|piece| piece.end <= sentence.span.start).is_some() {}
        for piece in pieces.clone().take_while(|piece| piece.start < sentence.span.end) {
            let own = Span::new(piece.start.max(sentence.span.start), piece.end.min(sentence.span.end));
            let mut before = None;
            each_form(own.of(text), |form| {
                let term = term(form);
                if let Some(before) = before.replace(term) {
                    pairs.push(mix(term.wrapping_mul(31).wrapping_add(before)));
                }
            });
        }
        if pairs.len() >= LEAST_PAIRS {
            pairs.sort_unstable();
            pairs.dedup();
            found.push(pairs);
        }
    }
    found
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// How many numbers stand in both sorted lists.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let mut rest = b.iter().peekable();
    a.iter()
        .filter(|value| {
            while rest.next_if(|other| other < value).is_some() {}
            rest.peek() == Some(value)
        })
        .count()
}
