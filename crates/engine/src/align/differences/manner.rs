//! What one side denies and the other states; what one plans and the other has as done.

use super::Found;
use super::sides::{Side, Word, alike, found};
use model::{Aspect, Claim};
use std::collections::BTreeSet;

/// Words that deny what follows.
#[rustfmt::skip]
const DENIES: &[&str] = &[
    "not", "n't", "no", "never", "nobody", "none", "without", "cannot", "denied", "denies", "deny", "denying",
    "refused", "rejected", "unable", "failed", "fails", "failing", "struggled", "only",
];

/// Words that deny the whole of what is told.
const UNTRUE: &[&str] = &["hoax", "fake", "false", "untrue", "rumor", "rumour", "debunked"];

/// Words after which a verb is planned.
#[rustfmt::skip]
const PLANS: &[&str] =
    &["will", "'ll", "shall", "would", "expected", "planned", "plans", "scheduled", "set", "due", "vowed"];

/// How far behind its cue a word stands.
const REACH: usize = 5;

/// One side denies the very thing that the other states.
pub(super) fn polarity(one: &Side<'_>, other: &Side<'_>) -> Option<Found> {
    denied(one, other).or_else(|| denied(other, one))
}

fn denied(denier: &Side<'_>, stater: &Side<'_>) -> Option<Found> {
    // Where the stater denies anything too, the two may well be of one mind.
    if stater.claims.iter().any(|claim| stater.words(claim).iter().any(denies)) {
        return None;
    }
    let claims = denier.claims.iter().flat_map(|a| stater.claims.iter().map(move |b| (*a, *b)));
    for (claim, stated) in claims {
        let (words, against) = (denier.words(claim), stater.words(stated));
        let Some(cue) = words.iter().position(denies) else { continue };
        let whole = words.get(cue).is_some_and(|word| UNTRUE.contains(&word.lower.as_str()));
        let target = words.iter().skip(cue + 1).take(REACH).find_map(|word| word.term.as_ref());
        let held = whole
            || target.is_some_and(|target| against.iter().any(|word| word.term.as_ref() == Some(target)));
        if held && alike(&words, &against) {
            return Some(pair(
                Aspect::Polarity,
                "denied in one, stated in the other",
                denier,
                claim,
                stater,
                stated,
            ));
        }
    }
    None
}

fn denies(word: &Word<'_>) -> bool {
    DENIES.contains(&word.lower.as_str()) || UNTRUE.contains(&word.lower.as_str())
}

fn pair(aspect: Aspect, note: &str, one: &Side<'_>, a: &Claim, other: &Side<'_>, b: &Claim) -> Found {
    found(aspect, note.to_owned(), [one.citation(a.span), other.citation(b.span)], true)
}

/// One side plans the very act that the other has as done.
pub(super) fn modality(one: &Side<'_>, other: &Side<'_>) -> Option<Found> {
    done(one, other).or_else(|| done(other, one))
}

fn done(planner: &Side<'_>, doer: &Side<'_>) -> Option<Found> {
    let planned = acts(planner, is_planned);
    let did = acts(doer, is_done);
    let clears: BTreeSet<String> = acts(planner, is_done).into_iter().map(|(verb, _)| verb).collect();
    let plans: BTreeSet<String> = acts(doer, is_planned).into_iter().map(|(verb, _)| verb).collect();
    for (verb, claim) in &planned {
        if clears.contains(verb) || plans.contains(verb) {
            continue;
        }
        if let Some((_, act)) = did.iter().find(|(other, _)| other == verb) {
            let one = planner.words(claim);
            let other = doer.words(act);
            if alike(&one, &other) {
                return Some(pair(
                    Aspect::Modality,
                    "planned in one, done in the other",
                    planner,
                    claim,
                    doer,
                    act,
                ));
            }
        }
    }
    None
}

type Test = fn(&[Word<'_>], usize) -> bool;

fn acts<'a>(side: &Side<'a>, test: Test) -> Vec<(String, &'a Claim)> {
    let mut found = Vec::new();
    for &claim in &side.claims {
        let words = side.words(claim);
        for (at, word) in words.iter().enumerate() {
            if let Some(term) = &word.term
                && word.is_verb()
                && test(&words, at)
            {
                found.push((term.clone(), claim));
            }
        }
    }
    found
}

fn is_planned(words: &[Word<'_>], at: usize) -> bool {
    let base = words.get(at).is_some_and(|word| matches!(word.token.xpos, "VB" | "VBN"));
    let before = words.get(at.saturating_sub(4)..at).unwrap_or(&[]);
    base && before.iter().any(|word| PLANS.contains(&word.lower.as_str()))
}

fn is_done(words: &[Word<'_>], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let before = words.get(at.saturating_sub(3)..at).unwrap_or(&[]);
    let planned = before.iter().any(|word| PLANS.contains(&word.lower.as_str()));
    let helped =
        before.iter().any(|word| matches!(word.lower.as_str(), "has" | "have" | "had" | "was" | "were"));
    !planned && (word.token.xpos == "VBD" || (word.token.xpos == "VBN" && helped))
}
