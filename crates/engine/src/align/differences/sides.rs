//! The sides of a point: what each report says in it.

use super::Found;
use crate::align::stem::term;
use model::{Aspect, Citation, Claim, ClaimRef, Difference, Reading, Span, Token, Upos};
use std::collections::{BTreeMap, BTreeSet};

/// The claims of one report in a point.
pub(super) struct Side<'a> {
    /// Index of the report.
    pub(super) report: usize,
    pub(super) reading: &'a Reading,
    pub(super) claims: Vec<&'a Claim>,
}

/// A word of a claim.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    pub(super) token: &'a Token,
    /// In lower case, as written.
    pub(super) lower: String,
    /// None for words that state nothing.
    pub(super) term: Option<String>,
}

/// The sides, in an order that does not depend on the input's.
pub(super) fn sides<'a>(readings: &'a [Reading], claims: &[ClaimRef]) -> Vec<Side<'a>> {
    let mut held: BTreeMap<(&str, usize), Side<'a>> = BTreeMap::new();
    for at in claims {
        let Some(reading) = readings.get(at.report) else { continue };
        let Some(claim) = reading.claims.get(at.claim) else { continue };
        let empty = || Side { report: at.report, reading, claims: Vec::new() };
        held.entry((&reading.report.id, at.report)).or_insert_with(empty).claims.push(claim);
    }
    held.into_values().collect()
}

impl<'a> Side<'a> {
    pub(super) fn citation(&self, span: Span) -> Citation {
        Citation { report: self.report, span }
    }

    pub(super) fn words(&self, claim: &Claim) -> Vec<Word<'a>> {
        let document = &self.reading.document;
        let tokens = document.tokens.get(document.tokens_in(claim.span)).unwrap_or(&[]);
        let word = |token: &'a Token| Word {
            token,
            lower: self.reading.cut(token.span).to_lowercase().replace('’', "'"),
            term: term(token, &self.reading.report.text),
        };
        tokens.iter().map(word).collect()
    }
}

impl Word<'_> {
    pub(super) fn is_verb(&self) -> bool {
        self.token.upos == Upos::VERB
    }
}

/// Whether at least half of the terms of the shorter are in the longer, and two at least.
pub(super) fn alike(one: &[Word<'_>], other: &[Word<'_>]) -> bool {
    let terms = |words: &[Word<'_>]| -> BTreeSet<String> {
        words.iter().filter_map(|word| word.term.clone()).collect()
    };
    let (a, b) = (terms(one), terms(other));
    let shared = a.intersection(&b).count();
    shared * 2 >= a.len().min(b.len()) && shared >= 2
}

/// A difference between two passages.
pub(super) fn found(aspect: Aspect, note: String, citations: [Citation; 2], substantial: bool) -> Found {
    Found { difference: Difference { aspect, note, citations: citations.to_vec() }, substantial }
}
