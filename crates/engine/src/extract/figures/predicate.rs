//! What happened to the counted, or what they did: "12 people were killed", "killing two", "three
//! wounded", "the death toll rose to 64".
//!
//! In this order: a verb that news counts by in front of the figure, one behind it, a noun in front
//! ("the release of"), any other verb behind, any other verb in front.

use super::forms::{form, participle};
use super::words::Words;
use model::Upos;
use std::ops::Range;

/// A predicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Predicate {
    /// "killed", "released", "deployed".
    pub(super) of: String,
    /// Whether it is of human beings, so that a figure without a unit counts people.
    pub(super) people: bool,
}

impl Predicate {
    pub(super) fn new(of: &str) -> Self {
        Self { of: of.to_owned(), people: PEOPLE.contains(&of) }
    }
}

/// What happens to people only.
const PEOPLE: [&str; 23] = [
    "killed",
    "dead",
    "died",
    "wounded",
    "injured",
    "hurt",
    "missing",
    "arrested",
    "detained",
    "abducted",
    "kidnapped",
    "rescued",
    "evacuated",
    "displaced",
    "hospitalized",
    "shot",
    "trapped",
    "homeless",
    "infected",
    "stranded",
    "drowned",
    "fled",
    "unhurt",
];

/// Whether a predicate is of human beings.
pub(super) fn of_people(of: &str) -> bool {
    PEOPLE.contains(&of)
}

/// Verbs that say nothing of the counted: "one official said", "included two doctors".
const EMPTY: [&str; 36] = [
    "say", "tell", "be", "have", "do", "add", "report", "believe", "ask", "seem", "include", "involve",
    "contain", "see", "get", "make", "take", "come", "go", "become", "expect", "want", "need", "show",
    "mean", "follow", "use", "give", "face", "know", "think", "feature", "begin", "start", "total", "reach",
];

/// Where a figure stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// First piece.
    pub(super) start: usize,
    /// The piece behind it.
    pub(super) end: usize,
    /// Whether what follows belongs to another figure ("21 of the 200 girls who …").
    pub(super) closed: bool,
}

/// The predicate of a figure that stands at `start..end` in a sentence.
pub(super) fn predicate(w: &Words<'_>, place: Place, sentence: &Range<usize>) -> Option<Predicate> {
    let (start, end) = (place.start, place.end);
    let left = left_verb(w, start, sentence);
    if let Some(of) = left.and_then(|at| known(w, at)) {
        return Some(Predicate::new(of));
    }
    let right = if place.closed { None } else { right(w, end, sentence, oblique(w, start)) };
    if let Some(Right::Known(of)) = right {
        return Some(Predicate::new(of));
    }
    if left.is_some_and(|at| to_hospital(w, at, end)) {
        return Some(Predicate::new("hospitalized"));
    }
    if let Some(of) = noun_before(w, start, sentence) {
        return Some(Predicate::new(of));
    }
    match right {
        Some(Right::Other(at)) => Some(at),
        _ => left,
    }
    .filter(|&at| !EMPTY.contains(&w.lemma(at)))
    .map(|at| Predicate::new(&participle(w, at)))
}

/// The verb in front of a figure: "killed (at least) 12", "killing the two".
fn left_verb(w: &Words<'_>, start: usize, sentence: &Range<usize>) -> Option<usize> {
    const BETWEEN: [&str; 18] = [
        "another",
        "potentially",
        "all",
        "out",
        "their",
        "his",
        "its",
        "further",
        "reportedly",
        "only",
        "just",
        "also",
        "an",
        "additional",
        "total",
        "up",
        "possibly",
        "some",
    ];
    let a = w.a;
    let mut at = start;
    for _ in 0..4 {
        at = at.checked_sub(1).filter(|&at| at >= sentence.start)?;
        if matches!(w.upos(at), Upos::DET) || a.any(at, &BETWEEN) {
            continue;
        }
        // "were shot three times", "was killed 12 miles away" count no victims.
        let passive = at > 0 && w.lemma(at - 1) == "be" && w.xpos(at) == "VBN";
        return (!passive && (w.upos(at) == Upos::VERB || known(w, at).is_some())).then_some(at);
    }
    None
}

/// A verb with its canonical participle, for those that news counts by.
fn known(w: &Words<'_>, at: usize) -> Option<&'static str> {
    let word = w.a.lower(at);
    let verbal = word.ends_with("ing")
        || word.ends_with("ed")
        || matches!(word, "injures" | "kills" | "frees" | "arrests" | "rescues");
    let noun = w.is_noun(at) && !verbal;
    if noun { None } else { form(word) }
}

/// What stands behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Right {
    /// Something that news counts by.
    Known(&'static str),
    /// Another verb.
    Other(usize),
    /// The counted do something to others.
    Agent,
}

/// Whether a preposition governs the figure, so that the verb of the clause is another's: "a chase
/// through two counties was".
fn oblique(w: &Words<'_>, start: usize) -> bool {
    let a = w.a;
    let skip = |at: &usize| w.upos(*at) == Upos::DET || a.any(*at, &["their", "his", "her", "its", "all"]);
    let Some(before) = (start.saturating_sub(3)..start).rev().find(|at| !skip(at)) else { return false };
    let sum = a.is(before, "of")
        && before > 0
        && a.any(before - 1, &["total", "group", "team", "number", "majority", "all", "some"]);
    w.upos(before) == Upos::ADP
        && !sum
        && !a.any(
            before,
            &[
                "including",
                "as",
                "than",
                "to",
                "after",
                "before",
                "since",
                "until",
                "because",
                "when",
                "while",
            ],
        )
}

/// Behind ", including three children," or ", both men,".
fn aside(w: &Words<'_>, at: usize, last: usize) -> Option<usize> {
    let a = w.a;
    if !a.any(at, &[",", "—", "–", "-", "("]) {
        return None;
    }
    let close = if a.is(at, "(") { ")" } else { a.lower(at) };
    let joins_digits = |k: usize| a.glued(k) && a.glued(k + 1);
    let end = (at + 1..last.min(at + 14)).find(|&k| a.is(k, close) && !joins_digits(k))?;
    let goes_on = matches!(w.upos(end + 1), Upos::AUX) || matches!(w.xpos(end + 1), "VBD" | "VBN");
    goes_on.then_some(end + 1)
}

/// What is said behind a figure, in its clause; an oblique one has only what stands beside it.
fn right(w: &Words<'_>, end: usize, sentence: &Range<usize>, mut oblique: bool) -> Option<Right> {
    /// Verbs behind which the news still follows: "were found dead", "remain hospitalized".
    const LIGHT: [&str; 16] = [
        "fear",
        "declare",
        "find",
        "locate",
        "discover",
        "remain",
        "list",
        "report",
        "pronounce",
        "arrive",
        "leave",
        "confirm",
        "feel",
        "say",
        "believe",
        "presume",
    ];
    let a = w.a;
    let mut passive = false;
    let mut negated = false;
    let mut other = None;
    let last = sentence.end.min(end + 24);
    let start = aside(w, end, last).filter(|_| !oblique).unwrap_or(end);
    for at in start..last.min(start + 16) {
        oblique &= !a.any(at, &["who", "that", "which"]);
        negated |=
            a.any(at, &["not", "n't", "never", "neither"]) || (a.is(at, "t") && a.any(at - 1, &["'", "’"]));
        if let Some(of) = state(w, at, passive) {
            // Right beside the figure a noun may begin another headline: "Two hurt police say".
            let object = if at == start { governed(w, at + 1) } else { object(w, at + 1) };
            // "suffered a wound" has an object and no victim but its subject.
            let transitive = a.any(at, &["shot", "wounded", "injured", "hurt"]);
            let agent = !passive && transitive && matches!(w.upos(at), Upos::VERB | Upos::NOUN) && object;
            return Some(if agent { Right::Agent } else { Right::Known(denied(of, negated)) });
        }
        match w.upos(at) {
            Upos::AUX if oblique => break,
            Upos::AUX => passive = true,
            Upos::VERB => {
                if let Some(of) = known(w, at) {
                    let doing = w.xpos(at) == "VBG" && of != "died";
                    let agent = !passive && (doing || w.xpos(at) != "VBN" && object(w, at + 1));
                    return Some(if agent { Right::Agent } else { Right::Known(denied(of, negated)) });
                }
                if !passive && object(w, at + 1) && LIGHT.contains(&w.lemma(at)) {
                    return Some(Right::Agent);
                }
                if !LIGHT.contains(&w.lemma(at)) {
                    let finite = passive || at == end || matches!(w.xpos(at), "VBN" | "VBD");
                    return finite.then_some(Right::Other(other.unwrap_or(at)));
                }
                other = other.or(Some(at));
            }
            Upos::PUNCT | Upos::SYM if !a.any(at, &["\"", "”", "“", "-", "'", "’"]) => break,
            Upos::CCONJ if !matches!(w.upos(at + 1), Upos::VERB | Upos::ADV | Upos::ADJ) => break,
            Upos::CCONJ | Upos::NUM if !passive && other.is_none() => break,
            Upos::SCONJ if other.is_none() && !passive => break,
            _ => {}
        }
    }
    other.map(Right::Other)
}

/// Whether an object begins at `at`: "killed the driver", "shot at them", "shot and killed a man".
fn object(w: &Words<'_>, at: usize) -> bool {
    let a = w.a;
    let at = if a.is(at, "and") && matches!(w.upos(at + 1), Upos::VERB) { at + 2 } else { at };
    !w.is_timed(at)
        && (matches!(w.upos(at), Upos::DET | Upos::PRON | Upos::PROPN | Upos::NOUN | Upos::NUM)
            || a.is(at, "at") && !w.is_timed(at + 1))
}

/// Likewise, but only by an article or pronoun: "shot the driver".
fn governed(w: &Words<'_>, at: usize) -> bool {
    let at = if w.a.is(at, "and") && w.upos(at + 1) == Upos::VERB { at + 2 } else { at };
    matches!(w.upos(at), Upos::DET | Upos::PRON) && !w.is_timed(at)
}

/// "were not injured" says that they were unhurt.
fn denied(of: &'static str, negated: bool) -> &'static str {
    match of {
        "injured" | "hurt" | "wounded" | "shot" if negated => "unhurt",
        _ => of,
    }
}

/// "dead", "missing", "in critical condition", "suffered injuries" at a piece behind a figure.
fn state(w: &Words<'_>, at: usize, passive: bool) -> Option<&'static str> {
    let a = w.a;
    let shot = a.is(at, "shot") && !matches!(w.upos(at - 1), Upos::DET | Upos::NUM);
    let then = |words: &[&str]| a.all(at + 1, words).is_some();
    Some(match a.lower(at) {
        "dead" | "deceased" | "fatalities" if !then(&["or"]) => "killed",
        "fatally" => {
            if a.any(at.wrapping_sub(1), &["-"]) {
                "injured"
            } else {
                "killed"
            }
        }
        "missing" | "unaccounted" => "missing",
        "injured" | "hurt" if !w.is_noun(at + 1) || a.hyphen(at + 1) => "injured",
        "wounded" => "wounded",
        "homeless" => "homeless",
        "unhurt" | "unharmed" | "uninjured" => "unhurt",
        "hospitalized" | "hospitalised" => "hospitalized",
        "slain" => "killed",
        _ if shot && (then(&["and", "killed"]) || then(&["dead"]) || then(&["to", "death"])) => "killed",
        _ if shot && then(&["and", "wounded"]) => "wounded",
        _ if shot && then(&["and", "injured"]) => "injured",
        _ if shot => "shot",
        "in" | "listed" if upcoming(w, at, &["condition"]) => "hospitalized",
        "suffered" | "suffer" | "sustained" | "suffering" | "with" | "received" | "had" | "recovering"
        | "treated"
            if upcoming(w, at, &["injuries", "wounds", "injury", "wound", "burns"]) =>
        {
            "injured"
        }
        "taken" | "rushed" | "transported" | "airlifted" | "sent" | "flown" | "brought"
            if passive && upcoming(w, at, &["hospital", "hospitals"]) =>
        {
            "hospitalized"
        }
        "lost" if then(&["their", "lives"]) => "killed",
        "taken" | "held" if a.any(at + 1, &["hostage", "captive"]) => "abducted",
        _ => return None,
    })
}

/// Whether one of the words follows within the phrase.
fn upcoming(w: &Words<'_>, at: usize, words: &[&str]) -> bool {
    (at + 1..at + 9)
        .take_while(|&k| w.a.is_word(k) || w.a.any(k, &["-", "'", "’"]))
        .any(|k| w.a.any(k, words))
}

/// "sent one man to the hospital".
fn to_hospital(w: &Words<'_>, verb: usize, end: usize) -> bool {
    matches!(w.lemma(verb), "send" | "take" | "put" | "rush" | "bring")
        && w.a.any(end, &["to", "in"])
        && upcoming(w, end, &["hospital", "hospitals"])
}

/// "death toll rose to 64", "the deaths of 10 Americans", "the release of 21 girls".
fn noun_before(w: &Words<'_>, start: usize, sentence: &Range<usize>) -> Option<&'static str> {
    let a = w.a;
    let mut plain = true;
    for at in (sentence.start.max(start.saturating_sub(14))..start).rev() {
        let of = a.is(at + 1, "of");
        match a.lower(at) {
            "toll" => return Some("killed"),
            "number"
                if a.any(at + 2, &["dead", "killed", "deaths", "fatalities"])
                    || a.any(at + 3, &["dead", "killed"]) =>
            {
                return Some("killed");
            }
            "killed" if a.is(at.wrapping_sub(1), "number") => return Some("killed"),
            "lives" | "bodies" if plain => return Some("killed"),
            "death" | "deaths" | "killing" | "killings" | "murder" | "murders" | "slaying" | "slayings"
                if plain && of =>
            {
                return Some("killed");
            }
            "shooting" | "shootings" if plain && of => return Some("shot"),
            "release" if plain && of => return Some("released"),
            "abduction" | "abductions" if plain && of => return Some("abducted"),
            "kidnapping" if plain && of => return Some("kidnapped"),
            "arrest" | "arrests" if plain && of => return Some("arrested"),
            "evacuation" if plain && of => return Some("evacuated"),
            ";" | ":" => return None,
            _ if a.digits(at).is_some() => return None,
            _ => {}
        }
        let inside = matches!(w.upos(at), Upos::DET | Upos::ADJ | Upos::ADP | Upos::NUM | Upos::PRON)
            || a.any(at, &["least", "than"]);
        plain = plain && inside;
    }
    None
}
