//! The features of a word in its sentence.

use super::lists::Cluster;
use super::words::{Case, Mode, Word};
use crate::linear::Hasher;

/// Numbers of the templates start here; the model for names has a file of its own, so they need
/// not differ from those of other models.
const STEP: u32 = 1_000;

/// The feature of a step from a label.
pub(super) fn step(before: usize) -> u32 {
    Hasher::new(STEP).with(before as u32).finish()
}

/// Reading past the ends of a sentence gives this.
const EDGE: Word = Word {
    lower: 1,
    shape: 1,
    prefixes: [0; 2],
    suffixes: [0; 3],
    case: Case::Other,
    flags: 0,
    capital: 0,
    cluster: Cluster { fine: 0, coarse: 0 },
    phrase: 0,
    place: 0,
    upos: 255,
    xpos: 1,
    evidence: 0,
    quoted: false,
    glued: false,
};

/// Runs of capitalised words (with the small words inside of names) and what stands around them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    first: usize,
    end: usize,
}

/// For each word the run that it stands in; empty for words outside.
pub(super) fn runs(words: &[Word]) -> Vec<Run> {
    let mut runs = vec![Run::default(); words.len()];
    let mut at = 0;
    while at < words.len() {
        let length = words.iter().skip(at).take_while(|word| word.is_high()).count();
        for run in runs.iter_mut().skip(at).take(length) {
            *run = Run { first: at, end: at + length };
        }
        at += length.max(1);
    }
    runs
}

/// Whether a word can be part of a name: it has a capital, or it stands beside one that has.
pub(super) fn is_open(words: &[Word], at: usize) -> bool {
    let high = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(Word::is_high);
    high(Some(at)) || high(Some(at + 1)) || high(at.checked_sub(1))
}

/// Collects the features of the word at `at`.
pub(super) fn collect(words: &[Word], mode: Mode, run: Run, at: usize, features: &mut Vec<u32>) {
    features.clear();
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at)).unwrap_or(&EDGE);
    let around = [near(-2), near(-1), near(0), near(1), near(2)];
    let mut sink = Sink { features, template: 0 };
    forms(&around, mode, &mut sink);
    known(&around, mode, &mut sink);
    if around[2].is_high() || mode == Mode::Upper {
        affixes(around[2], mode, &mut sink);
        elsewhere(around[2], at, mode, &mut sink);
        place_in_run(words, run, at, &mut sink);
    }
}

struct Sink<'a> {
    features: &'a mut Vec<u32>,
    template: u32,
}

impl Sink<'_> {
    /// Adds the feature of the next template.
    #[inline]
    fn add(&mut self, values: &[u32]) {
        self.template += 1;
        let hasher = values.iter().fold(Hasher::new(self.template), |hasher, value| hasher.with(*value));
        self.features.push(hasher.finish());
    }

    /// Passes over a template whose values are empty.
    fn add_if(&mut self, yes: bool, values: &[u32]) {
        if yes {
            self.add(values);
        } else {
            self.template += 1;
        }
    }

    fn section(&mut self, start: u32) {
        self.template = start;
    }
}

fn forms(around: &[&Word; 5], mode: Mode, sink: &mut Sink<'_>) {
    let [before2, before, word, after, after2] = *around;
    let mode = mode as u32;
    sink.section(0);
    sink.add(&[]);
    sink.add(&[word.lower]);
    sink.add(&[before.lower, word.case as u32]);
    sink.add(&[after.lower, word.case as u32]);
    sink.add(&[before2.lower, word.case as u32]);
    sink.add(&[after2.lower, word.case as u32]);
    sink.add(&[before.lower, word.lower]);
    sink.add(&[word.lower, after.lower]);
    sink.add(&[word.shape, mode]);
    sink.add(&[before.shape, word.shape, mode]);
    sink.add(&[word.shape, after.shape, mode]);
    sink.add(&[before.shape, word.shape, after.shape]);
    sink.add(&[word.lower, word.case as u32, mode]);
    sink.add(&[word.upos.into(), word.xpos]);
    sink.add(&[before.xpos, word.xpos]);
    sink.add(&[word.xpos, after.xpos]);
    sink.add(&[before.xpos, word.xpos, after.xpos]);
    sink.add(&[before.lower, after.lower, word.case as u32]);
    sink.add_if(word.is_high(), &[before2.lower, before.lower]);
    sink.add_if(word.is_high(), &[after.lower, after2.lower]);
}

fn known(around: &[&Word; 5], mode: Mode, sink: &mut Sink<'_>) {
    let [before2, before, word, after, after2] = *around;
    let (case, mode) = (word.case as u32, mode as u32);
    sink.section(40);
    let fine = |word: &Word| u32::from(word.cluster.fine);
    let coarse = |word: &Word| u32::from(word.cluster.coarse);
    sink.add(&[fine(word), case]);
    sink.add(&[fine(before), case]);
    sink.add(&[fine(after), case]);
    sink.add(&[coarse(before2), case]);
    sink.add(&[coarse(after2), case]);
    sink.add(&[coarse(before), coarse(word), case]);
    sink.add(&[coarse(word), coarse(after), case]);
    sink.add(&[fine(before), fine(word)]);
    sink.add(&[fine(word), fine(after)]);
    sink.add(&[coarse(before), coarse(word), coarse(after)]);
    let known = |word: &Word| u32::from(word.flags & 0x7FFF);
    sink.section(60);
    if !word.is_high() {
        sink.add_if(known(before) != 0, &[known(before), case]);
        sink.add_if(known(after) != 0, &[known(after), case]);
        return;
    }
    sink.section(62);
    sink.add(&[known(word), case, mode]);
    sink.add(&[known(before), before.case as u32, known(word)]);
    sink.add(&[known(word), known(after), after.case as u32]);
    sink.add(&[known(before), known(word), known(after)]);
    sink.add(&[u32::from(word.phrase), word.place.into()]);
    sink.add(&[u32::from(word.phrase), word.place.into(), known(word), mode]);
    sink.add_if(after.place == 1 || after.phrase != 0, &[after.phrase.into(), after.place.into(), case]);
    sink.add(&[u32::from(word.capital), case, mode, u32::from(before.shape == EDGE.shape)]);
    sink.add(&[u32::from(word.capital), u32::from(after.capital), after.case as u32, case, mode]);
    for bit in 0..15 {
        sink.section(80 + bit);
        sink.add_if(known(word) >> bit & 1 == 1, &[mode]);
        sink.section(100 + bit);
        sink.add_if(known(before) >> bit & 1 == 1 && before.is_high(), &[case]);
        sink.section(120 + bit);
        sink.add_if(known(after) >> bit & 1 == 1 && after.is_high(), &[case]);
    }
}

fn affixes(word: &Word, mode: Mode, sink: &mut Sink<'_>) {
    sink.section(150);
    let mode = mode as u32;
    for affix in word.prefixes.iter().chain(&word.suffixes) {
        sink.add(&[*affix, word.case as u32]);
    }
    sink.add(&[word.suffixes[1], word.shape]);
    sink.add(&[word.suffixes[1], mode]);
}

fn elsewhere(word: &Word, at: usize, mode: Mode, sink: &mut Sink<'_>) {
    let evidence = u32::from(word.evidence);
    let (first, mode) = (u32::from(at == 0), mode as u32);
    sink.section(170);
    sink.add(&[evidence, word.case as u32]);
    sink.add(&[evidence, first, mode]);
    sink.add(&[evidence & 3, first, mode, u32::from(word.capital)]);
    sink.add(&[evidence & 0x1FC, u32::from(word.flags & 0x7FFF)]);
    sink.add(&[u32::from(word.quoted), word.shape]);
    sink.add(&[first, word.lower]);
    for bit in 0..13 {
        sink.section(180 + bit);
        sink.add_if(evidence >> bit & 1 == 1, &[mode]);
    }
}

fn place_in_run(words: &[Word], run: Run, at: usize, sink: &mut Sink<'_>) {
    let get = |at: Option<usize>| at.and_then(|at| words.get(at)).unwrap_or(&EDGE);
    let before = get(run.first.checked_sub(1));
    let after = get(Some(run.end));
    let (first, last) = (get(Some(run.first)), get(run.end.checked_sub(1)));
    let length = (run.end - run.first).min(6) as u32;
    let from_start = (at - run.first.min(at)).min(4) as u32;
    let from_end = run.end.saturating_sub(at).min(4) as u32;
    sink.section(200);
    sink.add(&[length, from_start]);
    sink.add(&[length, from_end]);
    sink.add(&[before.lower, from_start]);
    sink.add(&[after.lower, from_end]);
    sink.add(&[before.lower, after.lower, length]);
    sink.add(&[last.lower, from_end]);
    sink.add(&[first.lower, from_start]);
    sink.add(&[last.flags.into(), from_end, first.flags.into()]);
    sink.add(&[last.cluster.fine.into(), from_end]);
    sink.add(&[first.cluster.fine.into(), from_start]);
    sink.add(&[after.cluster.fine.into(), from_end]);
    sink.add(&[before.cluster.fine.into(), from_start]);
    sink.add(&[last.lower, first.lower]);
}
