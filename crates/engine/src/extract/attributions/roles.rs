//! Given a cue: which words around it are its source, which its content.

use super::linear::{Rows, Weights, best};
use super::view::View;
use super::words::{InQuote, Word, mix};
use model::Upos;
use std::ops::Range;

/// Neither.
pub const OUT: u8 = 0;
/// Who says it.
pub const SOURCE: u8 = 1;
/// What is said.
pub const CONTENT: u8 = 2;
/// The cue itself.
pub const CUE: u8 = 3;

/// How far around a cue is looked, in tokens.
const REACH: usize = 110;

/// The tokens among which the roles of a cue are sought.
#[must_use]
pub fn window(view: &View, cue: &Range<usize>) -> Range<usize> {
    let unit = view.unit_of(cue.start);
    unit.start.max(cue.start.saturating_sub(REACH))..unit.end.min(cue.end + REACH).max(cue.end)
}

/// A label for each token of the window.
pub(super) fn roles(
    view: &View,
    cue: &Range<usize>,
    cues: &[Range<usize>],
    weights: &impl Weights,
    rows: &mut Rows,
) -> Vec<u8> {
    rows.clear();
    features(view, cue, cues, rows);
    best(weights, rows, |_, _| 0.0)
}

/// What is fixed for one cue.
struct Fixed {
    window: Range<usize>,
    /// The cue's main word and its ancestors in the parse.
    ancestors: [usize; 4],
    relation: u32,
    lemma: u32,
    class: u32,
    tag: u32,
    /// The word that follows, by lemma and tag.
    after: u32,
    after_tag: u32,
    before_tag: u32,
    /// Length, a colon at its end, the end of the sentence behind it.
    form: u32,
    /// The quotations that end before it and begin after it, when near.
    quotation_before: Option<usize>,
    quotation_after: Option<usize>,
    quoted: u32,
}

fn fixed(view: &View, cue: &Range<usize>, window: &Range<usize>) -> Fixed {
    let head = head(view, cue);
    let word = |at: usize| if window.contains(&at) { view.word(at) } else { None };
    let after = word(cue.end);
    let before = cue.start.checked_sub(1).and_then(word);
    let ends = cue.end >= window.end || view.text(cue.end) == ".";
    let colon = cue.end.checked_sub(1).is_some_and(|last| view.text(last) == ":");
    let passive = after.is_some_and(|_| view.text(cue.end) == "by");
    let quotation_before =
        (1..=8).filter_map(|back| cue.start.checked_sub(back).and_then(word)?.quotation()).next();
    let quotation_after = (0..=3).filter_map(|on| word(cue.end + on)?.quotation()).next();
    Fixed {
        window: window.clone(),
        ancestors: ancestors(view, head),
        relation: view.word(head).map_or(0, |w| w.relation),
        lemma: view.word(head).map_or(0, |w| w.lemma),
        class: view.word(head).map_or(0, |w| u32::from(w.class)),
        tag: view.word(head).map_or(0, |w| w.tag),
        after: after.map_or(1, |w| w.lemma),
        after_tag: after.map_or(1, |w| w.tag),
        before_tag: before.map_or(1, |w| w.tag),
        form: u32::try_from(cue.len().min(4)).unwrap_or(0)
            + 8 * u32::from(ends)
            + 16 * u32::from(colon)
            + 32 * u32::from(passive),
        quoted: u32::from(quotation_before.is_some()) + 2 * u32::from(quotation_after.is_some()),
        quotation_before,
        quotation_after,
    }
}

/// A word, its head, the head's head and one more; the last one again where there is no more.
fn ancestors(view: &View, head: usize) -> [usize; 4] {
    let mut at = head;
    std::array::from_fn(|step| {
        if step > 0 {
            at = view.word(at).map_or(at, |word| word.head);
        }
        at
    })
}

/// How a word hangs together with the cue in the parse: over which ancestor of the cue, by which
/// relation below it, how deep.
fn tie(view: &View, at: usize, fixed: &Fixed) -> (u32, u32) {
    let mut here = at;
    let mut relation = 0;
    for depth in 0..12u32 {
        if let Some(over) = fixed.ancestors.iter().position(|&ancestor| ancestor == here) {
            let over = u32::try_from(over).unwrap_or(0);
            return (mix(mix(over, relation), if over > 0 { fixed.relation } else { 0 }), depth.min(5));
        }
        let Some(word) = view.word(here).filter(|word| word.head != here) else { break };
        relation = word.relation;
        here = word.head;
    }
    (9, 9)
}

/// The word of a cue that says what it is: its first verb or noun of the lexicon, else its last verb.
pub(super) fn head(view: &View, cue: &Range<usize>) -> usize {
    let find = |fits: &dyn Fn(&Word) -> bool| cue.clone().find(|&at| view.word(at).is_some_and(fits));
    find(&|w| w.class != 0 && w.upos != Upos::AUX)
        .or_else(|| find(&|w| w.upos == Upos::VERB))
        .or_else(|| find(&|w| w.upos == Upos::NOUN))
        .unwrap_or(cue.end.saturating_sub(1).max(cue.start))
}

/// What lies between the cue and a word, read outwards from the cue.
#[derive(Clone, Copy, Default)]
struct Between {
    distance: u32,
    commas: u32,
    verbs: u32,
    nominals: u32,
    cues: u32,
    sentences: u32,
    marks: u32,
    /// The last subordinator or conjunction passed.
    joint: u32,
    /// Tokens since the last sign.
    since: u32,
}

/// Writes one row for each token of the cue's window.
pub fn features(view: &View, cue: &Range<usize>, cues: &[Range<usize>], rows: &mut Rows) {
    let window = window(view, cue);
    let fixed = fixed(view, cue, &window);
    let mut left = Between::default();
    let mut lefts: Vec<Between> = Vec::with_capacity(cue.start - window.start);
    for at in (window.start..cue.start).rev() {
        left.distance += 1;
        lefts.push(left);
        pass(view, at, at + 1, cues, &mut left);
    }
    for at in window.start..cue.start {
        if let Some(between) = lefts.pop() {
            row(view, at, &fixed, &between, 0, rows);
        }
        rows.end(0b111);
    }
    for _ in cue.clone() {
        rows.end(0b1000);
    }
    let mut right = Between::default();
    for at in cue.end..window.end {
        right.distance += 1;
        row(view, at, &fixed, &right, 1, rows);
        rows.end(0b111);
        pass(view, at, at.saturating_sub(1), cues, &mut right);
    }
}

/// Goes past a token; `inner` is its neighbour towards the cue.
fn pass(view: &View, at: usize, inner: usize, cues: &[Range<usize>], between: &mut Between) {
    let Some(word) = view.word(at) else { return };
    between.since += 1;
    match word.upos {
        Upos::PUNCT => {
            between.commas += 1;
            between.since = 0;
        }
        Upos::VERB => between.verbs += 1,
        Upos::SCONJ | Upos::CCONJ => between.joint = word.lemma,
        _ if word.is_nominal() => between.nominals += 1,
        _ => {}
    }
    if matches!(word.quoted, InQuote::Opening | InQuote::Closing) {
        between.marks += 1;
    }
    between.sentences += u32::from(view.word(inner).is_some_and(|w| w.sentence != word.sentence));
    let place = cues.partition_point(|cue| cue.end <= at);
    between.cues += u32::from(cues.get(place).is_some_and(|cue| cue.contains(&at) && !cue.contains(&inner)));
}

fn bucket(distance: u32) -> u32 {
    match distance {
        0..=4 => distance,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=45 => 9,
        _ => 10,
    }
}

fn row(view: &View, at: usize, fixed: &Fixed, between: &Between, side: u32, rows: &mut Rows) {
    let Some(word) = view.word(at) else { return };
    let near = |offset: isize| {
        at.checked_add_signed(offset).filter(|at| fixed.window.contains(at)).and_then(|at| view.word(at))
    };
    let tag = |offset: isize| near(offset).map_or(1, |w| w.tag);
    let upos = |offset: isize| near(offset).map_or(99, |w| w.upos as u32);
    let lemma = |offset: isize| near(offset).map_or(1, |w| w.lemma);
    let own = word.upos as u32;
    let far = bucket(between.distance);
    let path = mix(mix(between.commas.min(3), between.verbs.min(3)), mix(between.nominals.min(3), side));
    let quote = quote_relation(word, fixed, side);
    let (tie, depth) = tie(view, at, fixed);
    let mut put = |id: u32, value: u32| rows.push(mix(id.wrapping_mul(0x02E5_BE93) + side, value));
    put(41, tie);
    put(42, mix(tie, own));
    put(43, mix(tie, depth));
    put(44, mix(tie, fixed.class));
    put(45, mix(tie, quote));
    put(46, mix(tie, fixed.lemma));
    put(47, mix(word.relation, mix(far, between.commas.min(2))));
    put(48, mix(tie, mix(between.commas.min(3), between.cues.min(2))));
    put(1, 0);
    put(2, word.lemma);
    put(3, word.tag);
    put(4, far);
    put(5, mix(word.tag, far));
    put(6, fixed.lemma);
    put(7, mix(fixed.lemma, own));
    put(8, mix(fixed.class, mix(own, path)));
    put(9, mix(path, quote));
    put(10, mix(quote, fixed.class));
    put(11, mix(quote, fixed.quoted));
    put(12, mix(lemma(-1), own));
    put(13, mix(lemma(1), own));
    put(14, mix(tag(-1), mix(word.tag, tag(1))));
    put(15, mix(fixed.after, far.min(6)));
    put(16, mix(fixed.after_tag, mix(own, between.verbs.min(2))));
    put(17, mix(fixed.before_tag, mix(own, between.verbs.min(2))));
    put(18, mix(mix(between.cues.min(2), between.commas.min(3)), own));
    put(19, mix(mix(between.sentences.min(2), quote), fixed.quoted));
    put(20, mix(fixed.form, mix(own, far)));
    put(21, mix(fixed.form, mix(fixed.quoted, quote)));
    put(22, mix(word.lemma, far));
    put(23, mix(mix(u32::from(word.name), between.verbs.min(3)), far));
    put(24, mix(between.since.min(8), mix(between.commas.min(3), own)));
    put(25, mix(upos(-2), mix(upos(-1), own)));
    put(26, mix(own, mix(upos(1), upos(2))));
    put(27, mix(mix(u32::from(word.shape), word.suffix), 0));
    put(28, mix(fixed.tag, mix(own, path)));
    put(29, mix(between.joint, mix(fixed.class, between.verbs.min(3))));
    put(30, mix(between.joint, mix(own, between.commas.min(3))));
    put(31, mix(fixed.lemma, mix(fixed.after, between.commas.min(3))));
    put(32, mix(fixed.lemma, mix(path, 0)));
    put(33, mix(u32::from(at == fixed.window.start), mix(word.tag, fixed.class)));
    put(34, mix(mix(between.nominals.min(4), far), own));
    put(35, mix(mix(between.marks.min(3), between.commas.min(3)), quote));
    put(36, mix(mix(u32::from(word.class), own), mix(fixed.class, between.commas.min(2))));
    put(37, mix(lemma(-1), mix(between.cues.min(1), between.commas.min(3))));
    put(38, mix(word.lemma, mix(between.cues.min(1), between.commas.min(3))));
    put(39, mix(tag(-1), mix(own, far)));
    put(40, mix(tag(1), mix(own, far)));
}

/// Where a word stands towards the quotations next to the cue.
fn quote_relation(word: &Word, fixed: &Fixed, side: u32) -> u32 {
    let near = if side == 0 { fixed.quotation_before } else { fixed.quotation_after };
    let same = word.quotation().is_some() && word.quotation() == near;
    word.quoted as u32 + 8 * u32::from(same)
}
