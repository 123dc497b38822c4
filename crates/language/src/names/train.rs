//! Training of the sequence model: a structured perceptron with averaged weights.

mod weights;

use super::Knowledge;
use super::decode::{CLOSED_WORD, Lattice, Scores};
use super::features;
use super::labels::{index, spread};
use super::lists::{self, flag};
use super::repair::titles;
use super::words::Mode;
use model::{Annotation, Kind, Span};
use weights::Weights;

/// The key of an entry of the lists.
#[must_use]
pub fn key(words: &[&str]) -> String {
    let mut key = String::new();
    let _ = lists::phrase(words.iter().copied(), &mut key);
    key
}

/// Bits of the entries of the lists, by the name that the lists give them.
#[must_use]
pub fn flag_named(name: &str) -> u16 {
    match name {
        "given" => flag::GIVEN,
        "surname" => flag::SURNAME,
        "country" => flag::COUNTRY,
        "adjective" => flag::ADJECTIVE,
        "people" => flag::PEOPLE,
        "large place" => flag::LARGE_PLACE,
        "place" => flag::PLACE,
        "small place" => flag::SMALL_PLACE,
        "district" => flag::DISTRICT,
        "company" => flag::COMPANY,
        "institution" => flag::INSTITUTION,
        "institution opening" => flag::INSTITUTION_OPENING,
        "title" => flag::TITLE,
        "occupation" => flag::OCCUPATION,
        "calendar" => flag::CALENDAR,
        "opens" => flag::OPENS,
        _ => 0,
    }
}

/// Writes the file of lists: entries (words in lower case, flags, how often with a capital) and
/// clusters (word as written, fine, coarse).
#[must_use]
pub fn encode_lists(entries: &[(String, u16, u8)], clusters: &[(String, u16, u8)]) -> Vec<u8> {
    lists::encode(
        entries.iter().map(|(word, a, b)| (word.as_str(), *a, *b)),
        clusters.iter().map(|(word, a, b)| (word.as_str(), *a, *b)),
    )
}

/// One sentence: the features of its words, one after the other, and their labels.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    features: Vec<u32>,
    /// Where the features of each word end.
    ends: Vec<u32>,
    labels: Vec<u8>,
}

impl Sample {
    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The features of one word.
    fn word(&self, at: usize) -> &[u32] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.features.get(start..end(at)).unwrap_or(&[])
    }
}

/// The sentences of a document with their names. `wanted` chooses them by their span and by whether
/// they are written like headlines.
#[must_use]
pub fn samples(
    knowledge: &Knowledge,
    text: &str,
    document: &Annotation,
    names: &[(Span, Kind)],
    wanted: &dyn Fn(Span, bool) -> bool,
) -> Vec<Sample> {
    let mut samples = Vec::new();
    for ((words, mode), sentence) in knowledge.read(text, document).iter().zip(&document.sentences) {
        if !wanted(sentence.span, *mode != Mode::Plain) {
            continue;
        }
        let runs: Vec<_> = names
            .iter()
            .filter(|(span, _)| sentence.span.touches(*span))
            .filter_map(|(span, kind)| {
                let tokens = document.tokens_of(sentence);
                let first = tokens.iter().position(|token| token.span.touches(*span))?;
                let end = tokens.iter().rposition(|token| token.span.touches(*span))? + 1;
                let first = first
                    + if *kind == Kind::Person { titles(words.get(first..end).unwrap_or(&[])) } else { 0 };
                let open = (first..end).all(|at| features::is_open(words, at));
                open.then_some((first, end, index(*kind)))
            })
            .collect();
        let mut sample = Sample::default();
        let mut buffer = Vec::new();
        for (at, run) in features::runs(words).iter().enumerate() {
            if features::is_open(words, at) {
                features::collect(words, *mode, *run, at, &mut buffer);
                sample.features.extend(&buffer);
            }
            sample.ends.push(sample.features.len() as u32);
        }
        sample.labels = spread(words.len(), &runs).iter().map(|label| *label as u8).collect();
        samples.push(sample);
    }
    samples
}

/// So many times learning begins anew, in other orders; the weights are the mean of all: one order
/// alone leaves to chance what rare words are.
const RUNS: usize = 8;

/// Trains over all samples for so many rounds in each run, in an order that depends on nothing but
/// their number; gives the model as bytes, no more than `limit`.
#[must_use]
pub fn train(
    samples: &mut [Sample],
    rounds: usize,
    limit: usize,
    report: &mut dyn FnMut(usize, f64),
) -> Vec<u8> {
    let mut weights = Weights::over(samples);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut seed = 7_u64;
    for _ in 0..RUNS {
        for round in 0..rounds {
            shuffle(&mut order, &mut seed);
            report(round, pass(&mut weights, samples, &order));
        }
        weights.end_run();
    }
    weights.finish(limit)
}

/// Goes through all samples once; gives the share of words that were wrong.
fn pass(weights: &mut Weights, samples: &[Sample], order: &[usize]) -> f64 {
    let mut lattice = Lattice::default();
    let mut scores: Vec<Scores> = Vec::new();
    let (mut wrong, mut all) = (0_usize, 0_usize);
    for sample in order.iter().filter_map(|at| samples.get(*at)) {
        scores.clear();
        scores.extend((0..sample.len()).map(|at| match sample.word(at) {
            [] => CLOSED_WORD,
            features => weights.score(features),
        }));
        let guess = lattice.decode(&scores, &weights.steps);
        wrong += update(weights, sample, &guess);
        all += sample.len();
        weights.clock += 1.0;
    }
    wrong as f64 / all.max(1) as f64
}

/// Moves the weights towards the true labels where the guess differs; how many words differed.
fn update(weights: &mut Weights, sample: &Sample, guess: &[usize]) -> usize {
    let mut wrong = 0;
    let truth = sample.labels.iter().map(|label| usize::from(*label));
    let mut before = None;
    for (at, (truth, guess)) in truth.zip(guess.iter().copied()).enumerate() {
        if truth != guess {
            wrong += 1;
            weights.adjust(sample.word(at), truth, 1.0);
            weights.adjust(sample.word(at), guess, -1.0);
        }
        if let Some((truth_before, guess_before)) = before
            && (truth_before, truth) != (guess_before, guess)
        {
            weights.step(truth_before, truth, 1.0);
            weights.step(guess_before, guess, -1.0);
        }
        before = Some((truth, guess));
    }
    wrong
}

fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (*seed >> 33) as usize % (at + 1));
    }
}
