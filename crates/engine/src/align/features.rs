//! What is measured of a pair of claims. The learned judgement sees nothing else.

use super::lexicon::{Lexicon, cosine};
use super::profile::{Bag, Profile, Story, Whole};

/// What each number is, in order.
#[rustfmt::skip]
pub const NAMES: [&str; 44] = [
    "cosine", "containment_more", "containment_less", "jaccard", "shared_mass", "rarest_shared", "shared_terms",
    "bigrams_mass", "bigrams_share", "words_less", "words_more", "words_ratio", "names_shared", "names_share",
    "names_missing", "numbers_shared", "numbers_conflict", "vector_cosine", "soft_more", "soft_less", "rest_more",
    "rest_less", "verbs_best", "entities_mass", "entities_share", "entities_missing", "times_shared",
    "times_conflict", "both_speech", "one_speech", "same_speaker", "both_quoted", "negation_differs", "fact_differs",
    "position_gap", "position_first", "both_lead", "one_lead", "sentence_cosine", "sentence_in_other",
    "same_report", "missing_mass_less", "missing_mass_more", "missing_rarest",
];

/// The weight that two bags share, and the greatest weight in it.
pub(super) fn shared(one: &Bag, other: &Bag) -> (f32, f32, f32, f32) {
    let (mut sum, mut squares, mut most, mut count) = (0.0, 0.0, 0.0f32, 0.0);
    let (mut a, mut b) = (one.iter().peekable(), other.iter().peekable());
    while let (Some(&&(x, weight)), Some(&&(y, _))) = (a.peek(), b.peek()) {
        if x == y {
            sum += weight;
            squares += weight * weight;
            most = most.max(weight);
            count += 1.0;
        }
        if x <= y {
            a.next();
        }
        if y <= x {
            b.next();
        }
    }
    (sum, squares, most, count)
}

/// All numbers of a pair.
pub(super) fn features(story: &Story, one: &Profile, other: &Profile) -> Vec<f32> {
    let mut found = Vec::with_capacity(NAMES.len() + 12);
    lexical(&mut found, one, other);
    bigrams(&mut found, story, one, other);
    named(&mut found, one, other);
    meaning(&mut found, story, one, other);
    entities(&mut found, story, one, other);
    manner(&mut found, one, other);
    place(&mut found, story, one, other);
    missing(&mut found, one, other);
    found
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

fn both(found: &mut Vec<f32>, one: f32, other: f32) {
    found.extend([one.max(other), one.min(other)]);
}

fn lexical(found: &mut Vec<f32>, one: &Profile, other: &Profile) {
    let (sum, squares, most, count) = shared(&one.bag, &other.bag);
    found.push(ratio(squares, one.norm * other.norm));
    both(found, ratio(sum, one.mass), ratio(sum, other.mass));
    found.extend([ratio(sum, one.mass + other.mass - sum), sum, most, count]);
}

fn bigrams(found: &mut Vec<f32>, story: &Story, one: &Profile, other: &Profile) {
    let weight = |term: u32| story.terms.get(term as usize).map_or(0.0, |term| term.weight);
    let common = one.bigrams.iter().filter(|pair| other.bigrams.binary_search(pair).is_ok());
    let (mut sum, mut count) = (0.0, 0.0);
    for &(a, b) in common {
        sum += weight(a) + weight(b);
        count += 1.0;
    }
    found.extend([sum, ratio(count, one.bigrams.len().min(other.bigrams.len()) as f32)]);
    let (less, more) = (one.words.min(other.words), one.words.max(other.words));
    found.extend([less, more, ratio(less, more)]);
}

fn common<T: Ord>(one: &[T], other: &[T]) -> f32 {
    one.iter().filter(|x| other.binary_search(x).is_ok()).count() as f32
}

fn named(found: &mut Vec<f32>, one: &Profile, other: &Profile) {
    let shared = common(&one.names, &other.names);
    let (a, b) = (one.names.len() as f32, other.names.len() as f32);
    found.extend([shared, ratio(shared, a.min(b)), a.min(b) - shared]);
    let numbers = common(&one.numbers, &other.numbers);
    let conflict = numbers == 0.0 && !one.numbers.is_empty() && !other.numbers.is_empty();
    found.extend([numbers, flag(conflict)]);
}

/// How well the terms of `one` are met by the most alike terms of `other`: all of them, and those
/// that `other` does not have.
fn soft(story: &Story, one: &Bag, other: &Bag) -> (f32, f32) {
    let vector =
        |term: u32| Lexicon::get().vector(story.terms.get(term as usize).and_then(|term| term.entry));
    let (mut all, mut met, mut rest, mut rest_met) = (0.0, 0.0, 0.0, 0.0);
    for &(term, weight) in one {
        all += weight;
        if other.binary_search_by_key(&term, |&(term, _)| term).is_ok() {
            met += weight;
            continue;
        }
        let here = vector(term);
        let best = other.iter().map(|&(term, _)| cosine(here, vector(term))).fold(0.0, f32::max);
        met += weight * best;
        rest += weight;
        rest_met += weight * best;
    }
    (ratio(met, all), if rest > 0.0 { rest_met / rest } else { 1.0 })
}

fn meaning(found: &mut Vec<f32>, story: &Story, one: &Profile, other: &Profile) {
    found.push(cosine(&one.vector, &other.vector));
    let (a, b) = (soft(story, &one.bag, &other.bag), soft(story, &other.bag, &one.bag));
    both(found, a.0, b.0);
    both(found, a.1, b.1);
    let vector =
        |term: &u32| Lexicon::get().vector(story.terms.get(*term as usize).and_then(|term| term.entry));
    let alike = |a: &u32, b: &u32| if a == b { 1.0 } else { cosine(vector(a), vector(b)) };
    let verbs = one.verbs.iter().flat_map(|a| other.verbs.iter().map(move |b| alike(a, b)));
    found.push(verbs.fold(-1.0, f32::max));
}

fn entities(found: &mut Vec<f32>, story: &Story, one: &Profile, other: &Profile) {
    let all = story.profiles.len() as f32 + 10.0;
    let weight = |&entity: &usize| {
        let claims = story.entity_claims.get(entity).copied().unwrap_or(1);
        (all / (claims as f32).max(1.0)).ln()
    };
    let mass = |profile: &Profile| profile.entities.iter().map(weight).sum::<f32>();
    let shared: f32 =
        one.entities.iter().filter(|entity| other.entities.binary_search(entity).is_ok()).map(weight).sum();
    let least = mass(one).min(mass(other));
    found.extend([shared, ratio(shared, least), least - shared]);
    let times = common(&one.times, &other.times);
    let conflict = times == 0.0 && !one.times.is_empty() && !other.times.is_empty();
    found.extend([times, flag(conflict)]);
}

fn manner(found: &mut Vec<f32>, one: &Profile, other: &Profile) {
    found.extend([
        flag(one.speech && other.speech),
        flag(one.speech != other.speech),
        flag(one.speaker.is_some() && one.speaker == other.speaker),
        flag(one.quoted && other.quoted),
        flag(one.negated != other.negated),
        flag(one.fact != other.fact),
    ]);
}

fn place(found: &mut Vec<f32>, story: &Story, one: &Profile, other: &Profile) {
    found.extend([
        (one.position - other.position).abs(),
        one.position.min(other.position),
        flag(one.lead && other.lead),
        flag(one.lead != other.lead),
    ]);
    let empty = Whole::default();
    let whole = |profile: &Profile| story.sentences.get(profile.sentence).unwrap_or(&empty);
    let (a, b) = (whole(one), whole(other));
    let (_, squares, _, _) = shared(&a.bag, &b.bag);
    found.push(ratio(squares, a.norm * b.norm));
    let inside =
        ratio(shared(&one.bag, &b.bag).0, one.mass).max(ratio(shared(&other.bag, &a.bag).0, other.mass));
    found.extend([inside, flag(one.report == other.report)]);
}

/// What one says and the other does not.
fn missing(found: &mut Vec<f32>, one: &Profile, other: &Profile) {
    let (sum, _, _, _) = shared(&one.bag, &other.bag);
    let (a, b) = (one.mass - sum, other.mass - sum);
    found.extend([a.min(b), a.max(b)]);
    let lacks = |one: &Profile, other: &Profile| {
        let alone = one
            .bag
            .iter()
            .filter(|(term, _)| other.bag.binary_search_by_key(term, |&(term, _)| term).is_err());
        alone.map(|&(_, weight)| weight).fold(0.0, f32::max)
    };
    found.push(lacks(one, other).min(lacks(other, one)));
}
