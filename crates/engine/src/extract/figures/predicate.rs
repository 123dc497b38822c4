//! What happened to the counted, or what they did: "12 people were killed", "killing two", "three
//! wounded", "the death toll rose to 64".

use super::words::Words;
use model::Upos;
use std::ops::Range;

/// A predicate and whether it stands right beside the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Predicate {
    pub(super) of: String,
    /// Whether it is of human beings, so that a figure without a unit counts people.
    pub(super) people: bool,
}

impl Predicate {
    fn new(of: &str) -> Self {
        Self { of: of.to_owned(), people: PEOPLE.contains(&of) }
    }
}

/// What happens to people only.
const PEOPLE: [&str; 23] = [
    "killed", "dead", "died", "wounded", "injured", "hurt", "missing", "arrested", "detained", "abducted", "kidnapped",
    "rescued", "evacuated", "displaced", "hospitalized", "shot", "trapped", "homeless", "infected", "stranded", "drowned",
    "fled", "in condition",
];

/// The predicate of a figure that stands at `start..end` in a sentence.
pub(super) fn predicate(w: &Words<'_>, start: usize, end: usize, sentence: &Range<usize>) -> Option<Predicate> {
    let left = left_verb(w, start, sentence);
    if let Some(of) = left.and_then(|at| known(w, at)) {
        return Some(Predicate::new(of));
    }
    if let Some(found) = right(w, end, sentence) {
        return Some(found);
    }
    if let Some(of) = noun_before(w, start, sentence) {
        return Some(Predicate::new(of));
    }
    left.map(|at| Predicate::new(&participle(w, at)))
}

/// The verb in front of a figure: "killed (at least) 12", "killing the two".
fn left_verb(w: &Words<'_>, start: usize, sentence: &Range<usize>) -> Option<usize> {
    let a = w.a;
    let mut at = start;
    for _ in 0..4 {
        at = at.checked_sub(1).filter(|&at| at >= sentence.start)?;
        let skip = matches!(w.upos(at), Upos::DET) || a.any(at, &["another", "potentially", "all", "their", "his", "its", "more", "further", "reportedly", "only", "just", "also", "out", "an", "additional", "total", "of", "in", "up"]) && !a.is(at, "of");
        if skip {
            continue;
        }
        return (w.upos(at) == Upos::VERB || known(w, at).is_some()).then_some(at);
    }
    None
}

/// A verb with its canonical participle, for those that news counts by.
fn known(w: &Words<'_>, at: usize) -> Option<&'static str> {
    let word = w.a.lower(at);
    if w.is_noun(at) && !word.ends_with("ing") && !word.ends_with("ed") {
        return None;
    }
    form(word)
}

/// The canonical participle of a verb form.
fn form(word: &str) -> Option<&'static str> {
    const STEMS: [(&str, &str); 40] = [
        ("kill", "killed"),
        ("slay", "killed"),
        ("slain", "killed"),
        ("murder", "killed"),
        ("wound", "wounded"),
        ("injur", "injured"),
        ("hospitaliz", "hospitalized"),
        ("hospitalis", "hospitalized"),
        ("arrest", "arrested"),
        ("detain", "detained"),
        ("abduct", "abducted"),
        ("kidnap", "kidnapped"),
        ("captur", "captured"),
        ("releas", "released"),
        ("freed", "freed"),
        ("freeing", "freed"),
        ("frees", "freed"),
        ("rescu", "rescued"),
        ("evacuat", "evacuated"),
        ("displac", "displaced"),
        ("deploy", "deployed"),
        ("destroy", "destroyed"),
        ("damag", "damaged"),
        ("execut", "executed"),
        ("charg", "charged"),
        ("convict", "convicted"),
        ("sentenc", "sentenced"),
        ("trapped", "trapped"),
        ("trapping", "trapped"),
        ("strand", "stranded"),
        ("infect", "infected"),
        ("drown", "drowned"),
        ("drowned", "drowned"),
        ("fled", "fled"),
        ("fleeing", "fled"),
        ("injure", "injured"),
        ("shooting", "shot"),
        ("shot", "shot"),
        ("died", "died"),
        ("dying", "died"),
    ];
    STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|&(_, of)| of)
}

/// What is said behind a figure.
fn right(w: &Words<'_>, end: usize, sentence: &Range<usize>) -> Option<Predicate> {
    let a = w.a;
    let last = sentence.end.min(end + 16);
    let mut at = end;
    let mut passive = false;
    while at < last {
        if let Some(of) = state(w, at, passive) {
            return Some(Predicate::new(of));
        }
        match w.upos(at) {
            Upos::AUX => passive = true,
            Upos::VERB if passive || at == end || matches!(w.xpos(at), "VBN") => return Some(finite(w, at, passive)),
            Upos::VERB if matches!(w.xpos(at), "VBD") => return Some(finite(w, at, passive)),
            Upos::VERB => return None,
            Upos::PUNCT if a.any(at, &[",", "(", ")", "–", "—", "-"]) && at == end => return None,
            Upos::PUNCT if !a.any(at, &["\"", "”", "“", "-", "."]) => return None,
            Upos::CCONJ | Upos::SCONJ if !passive => return None,
            Upos::NUM if !passive => return None,
            _ => {}
        }
        at += 1;
    }
    None
}

/// "dead", "missing", "in critical condition", "found dead", "suffered injuries".
fn state(w: &Words<'_>, at: usize, passive: bool) -> Option<&'static str> {
    let a = w.a;
    match a.lower(at) {
        "dead" if a.is(at + 1, "or") => None,
        "dead" | "fatalities" | "deaths" | "fatally" => Some("killed"),
        "missing" | "unaccounted" => Some("missing"),
        "injured" | "hurt" => Some("injured"),
        "wounded" => Some("wounded"),
        "homeless" => Some("homeless"),
        "hospitalized" | "hospitalised" => Some("hospitalized"),
        "shot" if a.all(at + 1, &["and", "killed"]).is_some() || a.any(at + 1, &["dead"]) || a.all(at + 1, &["to", "death"]).is_some() => Some("killed"),
        "shot" if a.all(at + 1, &["and", "wounded"]).is_some() => Some("wounded"),
        "shot" if a.all(at + 1, &["and", "injured"]).is_some() => Some("injured"),
        "in" | "listed" if (at + 1..at + 6).take_while(|&k| a.is_word(k) || a.hyphen(k)).any(|k| a.is(k, "condition")) => Some("in condition"),
        "suffered" | "sustained" | "suffering" | "with" | "received" if injuries(w, at) => Some("injured"),
        "taken" | "rushed" | "transported" | "airlifted" | "sent" | "flown" if passive && (at + 1..at + 6).any(|k| a.any(k, &["hospital", "hospitals"])) => Some("hospitalized"),
        "lost" if passive || a.any(at + 1, &["their"]) => Some("killed").filter(|_| a.all(at + 1, &["their", "lives"]).is_some()),
        _ => None,
    }
}

fn injuries(w: &Words<'_>, at: usize) -> bool {
    (at + 1..at + 6)
        .take_while(|&k| w.a.is_word(k) || w.a.hyphen(k))
        .any(|k| w.a.any(k, &["injuries", "wounds", "injury", "wound", "burns"]))
}

/// A verb behind a figure.
fn finite(w: &Words<'_>, at: usize, _passive: bool) -> Predicate {
    match form(w.a.lower(at)) {
        Some(of) => Predicate::new(of),
        None => Predicate::new(&participle(w, at)),
    }
}

/// The word itself where it is a participle or past, else its dictionary form.
fn participle(w: &Words<'_>, at: usize) -> String {
    match w.xpos(at) {
        "VBN" | "VBD" => w.a.lower(at).to_owned(),
        _ => w.lemma(at).to_owned(),
    }
}

/// "death toll rose to 64", "the deaths of 10 Americans", "the release of 21 girls".
fn noun_before(w: &Words<'_>, start: usize, sentence: &Range<usize>) -> Option<&'static str> {
    let a = w.a;
    let first = sentence.start.max(start.saturating_sub(14));
    let mut plain = true;
    for at in (first..start).rev() {
        match a.lower(at) {
            "toll" => return Some("killed"),
            "number" if a.any(at + 2, &["dead", "killed", "deaths", "victims", "fatalities"]) || a.any(at + 3, &["dead", "killed"]) => return Some("killed"),
            "killed" if a.is(at.wrapping_sub(1), "number") => return Some("killed"),
            "lives" | "bodies" if plain => return Some("killed"),
            "death" | "deaths" | "killing" | "killings" | "murder" | "murders" | "slaying" if plain && a.is(at + 1, "of") => return Some("killed"),
            "release" if plain && a.is(at + 1, "of") => return Some("released"),
            "abduction" | "abductions" if plain && a.is(at + 1, "of") => return Some("abducted"),
            "kidnapping" if plain && a.is(at + 1, "of") => return Some("kidnapped"),
            "arrest" | "arrests" if plain && a.is(at + 1, "of") => return Some("arrested"),
            "evacuation" if plain && a.is(at + 1, "of") => return Some("evacuated"),
            ";" | ":" => return None,
            _ if a.digits(at).is_some() => return None,
            _ => {}
        }
        let inside = matches!(w.upos(at), Upos::DET | Upos::ADJ | Upos::ADP | Upos::NUM | Upos::PRON) || a.any(at, &["least", "than"]);
        plain = plain && inside;
    }
    None
}
