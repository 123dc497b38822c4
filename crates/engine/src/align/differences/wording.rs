//! One thing in two wordings: names spelt differently, a word put for another.

use super::Found;
use super::sides::{Side, Word, found};
use crate::align::lexicon::{Lexicon, cosine};
use model::{Aspect, Claim, Form, Kind, Mention, Span, StoryEntity, Upos};
use std::collections::BTreeSet;

/// A person or place whose name the sides spell differently, word for word of equal number.
pub(super) fn spelling(entities: &[StoryEntity], one: &Side<'_>, other: &Side<'_>) -> Option<Found> {
    let (here, there) = (names(entities, one), names(entities, other));
    for (entity, span) in &here {
        let theirs: Vec<Span> =
            there.iter().filter(|(known, _)| known == entity).map(|&(_, span)| span).collect();
        let written = one.reading.cut(*span);
        let same = theirs.iter().any(|span| !differs(written, other.reading.cut(*span)));
        let Some(&against) = theirs.first() else { continue };
        if !same {
            let note = format!("“{written}” and “{}”", other.reading.cut(against));
            let citations = [one.citation(*span), other.citation(against)];
            return Some(found(Aspect::Wording, note, citations, false));
        }
    }
    None
}

fn names(entities: &[StoryEntity], side: &Side<'_>) -> Vec<(usize, Span)> {
    let within = |mention: &&Mention| side.claims.iter().any(|claim| claim.span.contains(mention.span));
    let named = side.reading.mentions.iter().filter(|mention| mention.form == Form::Name).filter(within);
    let person = named.filter(|mention| matches!(mention.kind, Kind::Person | Kind::Place));
    let found = person.filter_map(|mention| {
        let entity = (side.report, mention.entity?);
        Some((entities.iter().position(|story| story.members.contains(&entity))?, mention.span))
    });
    found.collect()
}

/// Whether two names have as many words, all but one alike in letters, and yet are spelt differently.
fn differs(one: &str, other: &str) -> bool {
    let letters =
        |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let split = |name: &str| -> Vec<String> { name.split_whitespace().map(letters).collect() };
    let (a, b) = (split(one), split(other));
    let near = |x: &String, y: &String| x.chars().next() == y.chars().next();
    a.len() == b.len() && a != b && a.iter().zip(&b).all(|(x, y)| near(x, y))
}

/// Two claims that are alike but for one or two words, where these are used alike.
pub(super) fn words(one: &Side<'_>, other: &Side<'_>) -> Option<Found> {
    let pairs = one.claims.iter().flat_map(|a| other.claims.iter().map(move |b| (*a, *b)));
    for (a, b) in pairs {
        if let Some((x, y)) = swapped(one, a, other, b) {
            let note = format!("“{}” and “{}”", one.reading.cut(x), other.reading.cut(y));
            return Some(found(Aspect::Wording, note, [one.citation(x), other.citation(y)], false));
        }
    }
    None
}

/// One thing under two descriptions: "a surprise visit" here, "an unannounced visit" there.
pub(super) fn descriptions(one: &Side<'_>, other: &Side<'_>) -> Option<Found> {
    let described = |side: &Side<'_>| -> Vec<Described> {
        side.claims.iter().flat_map(|claim| described(&side.words(claim))).collect()
    };
    let (here, there) = (described(one), described(other));
    let told = |set: &[Described], a: &Described| {
        set.iter().any(|b| a.head == b.head && !a.modifiers.is_disjoint(&b.modifiers))
    };
    for a in here.iter().filter(|a| !told(&there, a)) {
        if let Some(b) = there.iter().find(|b| a.head == b.head && !told(&here, b)) {
            let note = format!("“{}” and “{}”", one.reading.cut(a.span), other.reading.cut(b.span));
            let citations = [one.citation(a.span), other.citation(b.span)];
            return Some(found(Aspect::Wording, note, citations, false));
        }
    }
    None
}

/// A noun with the words before it that describe it.
struct Described {
    head: String,
    modifiers: BTreeSet<String>,
    span: Span,
}

fn described(words: &[Word<'_>]) -> Vec<Described> {
    let mut all = Vec::new();
    for (at, noun) in words.iter().enumerate() {
        let Some(head) = noun.term.clone().filter(|_| noun.token.upos == Upos::NOUN) else { continue };
        let before = words.get(..=at).unwrap_or(&[]).windows(2).rev();
        let before = before.filter_map(|pair| pair.first().zip(pair.last()));
        let describing = before.take_while(|(word, behind)| describes(word, behind));
        let describing: Vec<&Word<'_>> = describing.map(|(word, _)| word).collect();
        let modifiers: BTreeSet<String> = describing.iter().filter_map(|word| word.term.clone()).collect();
        if let Some(first) = describing.last().filter(|_| !modifiers.is_empty()) {
            all.push(Described { head, modifiers, span: first.token.span.cover(noun.token.span) });
        }
    }
    all
}

/// "unannounced", "Marsa-backed": what stands directly before a noun and tells which. A name before
/// a noun names its bearer, unless a hyphen ties it.
fn describes(word: &Word<'_>, behind: &Word<'_>) -> bool {
    matches!(word.token.upos, Upos::ADJ | Upos::NOUN)
        || matches!(word.token.xpos, "VBN" | "VBG" | "HYPH")
        || word.token.upos == Upos::PROPN && behind.token.xpos == "HYPH"
}

fn swapped(one: &Side<'_>, a: &Claim, other: &Side<'_>, b: &Claim) -> Option<(Span, Span)> {
    let (here, there) = (one.words(a), other.words(b));
    let terms = |words: &[Word<'_>]| -> BTreeSet<String> {
        words.iter().filter_map(|word| word.term.clone()).collect()
    };
    let (x, y) = (terms(&here), terms(&there));
    let shared = x.intersection(&y).count();
    if shared < 3 || shared * 5 < x.len().min(y.len()) * 3 {
        return None;
    }
    let mut best: Option<(f32, Span, Span)> = None;
    for mine in here.iter().filter(|word| lacks(word, &y)) {
        for theirs in there.iter().filter(|word| lacks(word, &x)) {
            let score = alike(mine, theirs);
            if score >= 0.65 && best.is_none_or(|(most, _, _)| score > most) {
                best = Some((score, mine.token.span, theirs.token.span));
            }
        }
    }
    best.map(|(_, x, y)| (x, y))
}

fn lacks(word: &Word<'_>, terms: &BTreeSet<String>) -> bool {
    let speaks = matches!(word.token.upos, Upos::NOUN | Upos::VERB | Upos::ADJ | Upos::ADV);
    speaks && word.term.as_ref().is_some_and(|term| !terms.contains(term))
}

fn alike(one: &Word<'_>, other: &Word<'_>) -> f32 {
    let vector = |word: &Word<'_>| {
        Lexicon::get().vector(word.term.as_deref().and_then(|term| Lexicon::get().find(term)))
    };
    if one.token.upos == other.token.upos { cosine(vector(one), vector(other)) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::differs;

    #[test]
    fn a_spelling_is_no_short_name() {
        assert!(differs("Ahmad Hariri", "Ahmed Harriri"));
        assert!(!differs("Ahmad Hariri", "Hariri") && !differs("Lake Nakuru", "lake Nakuru"));
    }
}
