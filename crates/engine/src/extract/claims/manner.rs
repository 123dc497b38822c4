//! Whether a claim is denied, planned, possible, urged: from its auxiliaries, and from what the
//! speaker does in saying it.

use model::{Annotation, Modality, Span, Stance};

const NEGATIONS: &[&str] =
    &["not", "n't", "no", "never", "none", "nobody", "neither", "nor", "without", "cannot", "nothing"];
const DENIALS: &[&str] = &["denied", "denies", "deny", "denying", "refused", "refuses", "failed", "rejected"];

/// The words of a passage, in lower case.
pub(super) fn words(document: &Annotation, text: &str, span: Span) -> Vec<String> {
    let tokens = document.tokens.get(document.tokens_in(span)).unwrap_or(&[]);
    tokens.iter().map(|token| token.span.of(text).to_lowercase().replace('’', "'")).collect()
}

/// Whether the words say that something is not so.
pub(super) fn is_negated(words: &[String]) -> bool {
    let negation = |word: &String| {
        let word = word.as_str();
        NEGATIONS.contains(&word) || DENIALS.contains(&word) || word.ends_with("n't")
    };
    let apart = |at: usize| {
        words.get(at).is_some_and(|word| word == "t")
            && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word == "'")
    };
    words.iter().any(negation) || (0..words.len()).any(apart)
}

/// The reality that the words, and the speaker's stance, give to what is stated.
pub(super) fn modality(words: &[String], stance: Option<Stance>) -> Modality {
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if words.last().is_some_and(|word| word == "?") || has(&["whether"]) {
        Modality::Asked
    } else if has(&["if", "unless", "would"]) {
        Modality::Conditional
    } else if has(&["should", "must", "urged", "urges", "urging", "called"]) {
        Modality::Urged
    } else if has(&["may", "might", "could", "possibly", "perhaps", "likely", "probably"]) {
        Modality::Possible
    } else if has(&["allegedly", "alleged", "alleging", "accused", "reportedly", "suspected"]) {
        Modality::Alleged
    } else if has(PLANS) {
        Modality::Planned
    } else {
        from_stance(stance)
    }
}

const PLANS: &[&str] = &[
    "will",
    "'ll",
    "shall",
    "plans",
    "planned",
    "planning",
    "intends",
    "intend",
    "expected",
    "scheduled",
    "due",
    "set",
    "vowed",
    "pledged",
];

fn from_stance(stance: Option<Stance>) -> Modality {
    match stance {
        Some(Stance::Urges) => Modality::Urged,
        Some(Stance::Promises) => Modality::Planned,
        Some(Stance::Questions) => Modality::Asked,
        Some(Stance::Accuses | Stance::Claims) => Modality::Alleged,
        Some(Stance::Believes | Stance::Hopes) => Modality::Possible,
        _ => Modality::Fact,
    }
}
