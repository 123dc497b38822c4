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
    /// Whether an adjective in the phrase says that they are dead: "two dead adults".
    pub(super) dead: bool,
}

/// Words that say what happened, not what is counted: "12 dead", "3 missing".
const STATES: [&str; 20] = [
    "dead",
    "injured",
    "wounded",
    "missing",
    "hurt",
    "killed",
    "unaccounted",
    "homeless",
    "alive",
    "ill",
    "sick",
    "more",
    "others",
    "other",
    "less",
    "shot",
    "slain",
    "fatally",
    "critically",
    "seriously",
];

/// The phrase that begins at piece `i`, behind a number: "U.S. troops", "kidnapped schoolgirls",
/// "of the more than 200 girls".
pub(super) fn unit(w: &Words<'_>, i: usize) -> Option<Unit> {
    let a = w.a;
    if a.is(i, "of") {
        return behind_of(w, i + 1);
    }
    if a.hyphen(i) {
        return attached(w, i + 1);
    }
    if a.glued(i) && a.is_word(i) {
        let slash = a.is(i + 1, "/") && a.glued(i + 1) && a.glued(i + 2);
        return measure(a.lower(i)).then_some(Unit {
            head: i,
            end: if slash { i + 3 } else { i + 1 },
            dead: false,
        });
    }
    let at = if a.any(i, &["more", "additional", "further", "other"]) { i + 1 } else { i };
    if a.any(at, &["m", "ft", "km", "kg", "mph", "kph", "cm", "mm"]) {
        let slash = a.is(at + 1, "/") && a.glued(at + 1) && a.glued(at + 2);
        return Some(Unit { head: at, end: if slash { at + 3 } else { at + 1 }, dead: false });
    }
    phrase(w, at)
}

/// "12-minute", "400-metre", "150-seat": the unit is the word behind the hyphen.
fn attached(w: &Words<'_>, i: usize) -> Option<Unit> {
    let known = measure(w.a.lower(i))
        || w.a.any(
            i,
            &[
                "member", "seat", "point", "page", "vote", "person", "man", "woman", "bed", "car", "room",
                "nation", "country",
            ],
        );
    known.then_some(Unit { head: i, end: i + 1, dead: false })
}

/// Whether a word is a unit of measure; those are not killed or freed.
pub(super) fn measure(word: &str) -> bool {
    const WORDS: [&str; 64] = [
        "mph",
        "kph",
        "km",
        "kms",
        "kmh",
        "m",
        "ft",
        "cm",
        "mm",
        "kg",
        "kgs",
        "lb",
        "lbs",
        "oz",
        "mw",
        "gw",
        "kw",
        "ghz",
        "mile",
        "miles",
        "foot",
        "feet",
        "inch",
        "inches",
        "yard",
        "yards",
        "metre",
        "metres",
        "meter",
        "meters",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "block",
        "blocks",
        "hour",
        "hours",
        "minute",
        "minutes",
        "second",
        "seconds",
        "degree",
        "degrees",
        "acre",
        "acres",
        "hectare",
        "hectares",
        "ton",
        "tons",
        "tonne",
        "tonnes",
        "litre",
        "litres",
        "liter",
        "liters",
        "gallon",
        "gallons",
        "gauge",
        "caliber",
        "times",
        "knots",
        "pounds",
        "ounces",
    ];
    WORDS.contains(&word)
}

/// "of the 12 victims", "of its casinos", "of these boats".
fn behind_of(w: &Words<'_>, i: usize) -> Option<Unit> {
    let a = w.a;
    let mut at = i;
    for _ in 0..6 {
        let skip = matches!(w.upos(at), Upos::DET | Upos::NUM | Upos::PRON)
            || a.any(
                at,
                &[
                    "more", "than", "at", "least", "about", "some", "nearly", "#", ",", "almost", "over",
                    "first", "last",
                ],
            )
            || a.digits(at).is_some();
        if !skip || a.any(at, &["them", "whom", "us", "you", "which", "those", "these"]) && !w.is_noun(at + 1)
        {
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
    let mut dead = false;
    for at in i..i + 9 {
        if w.is_timed(at) || ends(w, at, i, head.is_some()) {
            break;
        }
        let point = a.is(at, ".") && a.glued(at) && w.upos(at) == Upos::PROPN;
        let glue = a.hyphen(at) || a.is(at, ",") || point || (a.any(at, &["/", "&"]) && a.glued(at));
        match w.upos(at) {
            _ if glue => {}
            Upos::NOUN | Upos::PROPN if a.is_word(at) => head = Some(at),
            Upos::ADJ if head.is_none() || w.is_noun(at + 1) => dead |= a.any(at, &["dead", "slain"]),
            Upos::VERB if (head.is_none() || a.hyphen(at - 1)) && modifies(w, at) => {
                dead |= a.any(at, &["dead", "slain"])
            }
            Upos::ADV
                if head.is_none()
                    && matches!(w.upos(at + 1), Upos::ADJ | Upos::VERB)
                    && modifies(w, at + 1) => {}
            Upos::PUNCT if a.any(at, &["\"", "“", "‘", "'"]) && head.is_none() => {}
            _ => break,
        }
    }
    let head = head?;
    Some(Unit { head, end: head + 1, dead })
}

impl Unit {
    /// As it stands in the text, in lower case but for names.
    pub(super) fn text(self, w: &Words<'_>) -> String {
        if w.upos(self.head) == Upos::PROPN && self.end == self.head + 1 {
            return w.a.written(self.head).to_owned();
        }
        (self.head..self.end).map(|i| w.a.lower(i)).collect()
    }
}

/// Whether the phrase is over in front of a piece.
fn ends(w: &Words<'_>, at: usize, start: usize, head: bool) -> bool {
    let a = w.a;
    if a.is(at, ",") {
        return head || at == start || w.upos(at + 1) != Upos::ADJ;
    }
    // "three people shot" is tagged as a noun now and then; "one shot was fired" is one.
    let fired = a.is(at, "shot")
        && !head
        && at > 1
        && (at.saturating_sub(3)..at + 4).any(|k| a.any(k, &["fired", "fire", "firing", "fires", "rang"]));
    if !a.any(at, &STATES) || fired {
        return false;
    }
    let adjective = !head && w.is_noun(at + 1) && !a.is(at, "shot") && !a.any(at + 1, &["shot"]);
    !adjective
}

/// A participle in front of a noun: "kidnapped schoolgirls", "working groups".
fn modifies(w: &Words<'_>, i: usize) -> bool {
    let participle = matches!(w.xpos(i), "VBN" | "VBG") || w.a.lower(i).ends_with("ed");
    participle
        && (i + 1..i + 4)
            .take_while(|&at| matches!(w.upos(at), Upos::ADJ | Upos::NOUN | Upos::PROPN))
            .any(|at| w.is_noun(at))
}
