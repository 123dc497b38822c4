//! What a figure counts: the noun phrase behind the number.

use super::words::Words;
use model::Upos;

/// The head of what is counted and the piece behind its phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// The piece that holds the head noun.
    pub(super) head: usize,
    /// The piece behind the noun phrase.
    pub(super) end: usize,
}

/// The phrase that begins at piece `i`, behind a number: "U.S. troops", "kidnapped schoolgirls",
/// "of the more than 200 girls".
pub(super) fn unit(w: &Words<'_>, i: usize) -> Option<Unit> {
    let a = w.a;
    if a.is(i, "of") {
        return behind_of(w, i + 1);
    }
    let mut at = if a.any(i, &["more", "additional", "further"]) { i + 1 } else { i };
    if a.hyphen(at) {
        at += 1;
    }
    phrase(w, at)
}

/// "of the 12 victims", "of its casinos", "of these boats".
fn behind_of(w: &Words<'_>, i: usize) -> Option<Unit> {
    let a = w.a;
    let mut at = i;
    for _ in 0..6 {
        let skip = matches!(w.upos(at), Upos::DET | Upos::NUM | Upos::PRON)
            || a.any(at, &["more", "than", "at", "least", "about", "some", "nearly", "#", ",", "almost", "over"])
            || a.digits(at).is_some();
        if !skip || a.any(at, &["them", "whom", "us", "you", "which", "those", "these"]) && !w.is_noun(at + 1) {
            break;
        }
        at += 1;
    }
    phrase(w, at)
}

/// Adjectives, participles and nouns up to the head noun.
fn phrase(w: &Words<'_>, i: usize) -> Option<Unit> {
    let a = w.a;
    let mut head = None;
    let mut at = i;
    while at < i + 9 {
        if w.is_timed(at) || a.is(at, ",") && !(head.is_none() && w.upos(at + 1) == Upos::ADJ && at > i) {
            break;
        }
        let glue = a.hyphen(at) || a.is(at, ",") || (a.is(at, ".") && a.glued(at) && w.upos(at) == Upos::PROPN) || a.any(at, &["/", "&"]) && a.glued(at);
        match w.upos(at) {
            _ if glue => {}
            Upos::NOUN | Upos::PROPN if a.is_word(at) && !casualty_adjective(w, at) => head = Some(at),
            Upos::ADJ if head.is_none() && !casualty_adjective(w, at) => {}
            Upos::ADJ if w.is_noun(at + 1) && a.is_word(at) && !casualty_adjective(w, at) => {}
            Upos::VERB if head.is_none() && modifies(w, at) => {}
            Upos::ADV if head.is_none() && matches!(w.upos(at + 1), Upos::ADJ | Upos::VERB) && modifies(w, at + 1) => {}
            Upos::PUNCT if a.any(at, &["\"", "“", "‘", "'"]) && head.is_none() => {}
            _ => break,
        }
        at += 1;
    }
    let head = head?;
    Some(Unit { head, end: head + 1 })
}

/// Words that say what happened, not what is counted: "12 dead", "3 missing".
fn casualty_adjective(w: &Words<'_>, i: usize) -> bool {
    w.a.any(i, &["dead", "injured", "wounded", "missing", "hurt", "killed", "unaccounted", "homeless", "alive", "ill", "sick", "more", "others", "other", "less"])
        && !(w.is_noun(i + 1) && w.a.glued(i + 1) == w.a.hyphen(i + 1) && w.a.any(i, &["dead", "injured", "wounded", "missing", "other", "more", "sick"]))
}

/// A participle in front of a noun: "kidnapped schoolgirls", "working groups".
fn modifies(w: &Words<'_>, i: usize) -> bool {
    let participle = matches!(w.xpos(i), "VBN" | "VBG") || w.a.lower(i).ends_with("ed");
    let noun = (i + 1..i + 4).take_while(|&at| matches!(w.upos(at), Upos::ADJ | Upos::NOUN | Upos::PROPN)).any(|at| w.is_noun(at));
    participle && noun && !casualty_adjective(w, i)
}
