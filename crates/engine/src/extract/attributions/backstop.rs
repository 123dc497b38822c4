//! Cues that the learned part passes over and that cannot well be anything else.
//!
//! The annotation from which it learned stops at the outermost speech, so it is silent about what
//! stands inside somebody's words ("the ministry said that witnesses had told it …"); and rare
//! surroundings can hide even a plain "said".

use super::view::View;
use super::words::{InQuote, Word, hash};
use model::Upos;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Verbs that, outside quotation marks, are a cue nine times in ten.
const SURE: &str = "say tell write announce note argue tweet criticize criticise explain acknowledge claim urge \
    state warn praise vow promise deny confirm insist reiterate stress assert condemn denounce complain reply add \
    admit allege concede report suggest accuse ask predict emphasize emphasise testify blame describe conclude \
    caution hope believe pledge";

static SURE_LEMMAS: LazyLock<BTreeSet<u32>> = LazyLock::new(|| SURE.split_whitespace().map(hash).collect());

/// The sure cues of a unit that are not among `found`, each a single word.
pub(super) fn missed(view: &View, unit: &Range<usize>, found: &[Range<usize>]) -> Vec<Range<usize>> {
    let near = |at: usize| found.iter().any(|cue| cue.start <= at + 2 && at <= cue.end + 1);
    unit.clone()
        .filter(|&at| {
            view.word(at).is_some_and(is_sure) || claims_that(view, unit, at) || introduces(view, unit, at)
        })
        .filter(|&at| !near(at))
        .map(|at| at..at + 1)
        .collect()
}

fn is_sure(word: &Word) -> bool {
    word.upos == Upos::VERB && word.quoted == InQuote::Outside && SURE_LEMMAS.contains(&word.lemma)
}

/// `The ministry claims that …`, also where the verb was taken for a noun.
fn claims_that(view: &View, unit: &Range<usize>, at: usize) -> bool {
    let word = view.word(at).filter(|word| word.upos == Upos::NOUN && word.quoted == InQuote::Outside);
    let before =
        at.checked_sub(1).filter(|&before| before >= unit.start).and_then(|before| view.word(before));
    word.is_some_and(|word| SURE_LEMMAS.contains(&word.lemma))
        && before.is_some_and(Word::is_nominal)
        && view.text(at).ends_with('s')
        && view.text(at + 1) == "that"
}

/// `The mayor: "We sail."`: a colon between somebody and a quotation.
fn introduces(view: &View, unit: &Range<usize>, at: usize) -> bool {
    if view.text(at) != ":" || at < unit.start + 1 || at > unit.start + 12 {
        return false;
    }
    let quoted = view.word(at + 1).filter(|word| word.quoted == InQuote::Opening);
    let long = quoted
        .and_then(Word::quotation)
        .and_then(|place| view.quotations.get(place))
        .is_some_and(|quotation| quotation.inner.len() > 20);
    long && (unit.start..at).all(|at| view.word(at).is_some_and(|word| word.upos != Upos::VERB))
}
