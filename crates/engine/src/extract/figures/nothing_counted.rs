//! Numbers that count nothing: ages, codes, addresses, ordinals, telephone numbers, "one another".

use super::super::atoms::Atoms;
use super::words::Words;
use model::Upos;

/// Whether the number at pieces `i..end` is an age, a code, an address, an ordinal, a telephone
/// number or a pronoun.
pub(super) fn counts_nothing(w: &Words<'_>, i: usize, end: usize) -> bool {
    let a = w.a;
    let parent = i > 1
        && a.is(i - 1, "of")
        && a.any(
            i - 2,
            &["father", "mother", "parent", "parents", "dad", "mom", "grandmother", "grandfather"],
        );
    let emergency = a.any(i, &["911", "999", "112"]) && i > 0 && !w.is_noun(end);
    if parent || emergency {
        return true;
    }
    glued_code(a, i, end) || age(w, i, end) || address(a, i, end) || named(w, i, end) || pronoun(w, i, end)
}

/// "F-16", "A320", "21st", "555-0100", "10:30".
fn glued_code(a: &Atoms<'_>, i: usize, end: usize) -> bool {
    let before = i > 0 && a.glued(i);
    if before
        && (a.is_word(i - 1) || a.any(i - 1, &["-", "–", "/", ":", ".", "#", "@", "_", "&"]))
        && !spaced_dash(a, i - 1)
    {
        return true;
    }
    let ordinal = a.glued(end) && a.any(end, &["st", "nd", "rd", "th"]);
    let clock = a.glued(end) && a.any(end, &[":", "/", "@", "_"]) && a.glued(end + 1);
    let digits = a.digits(i).is_some();
    let telephone = digits
        && a.dash(end)
        && a.glued(end)
        && a.digits(end + 1).is_some_and(|run| {
            run.len() >= 3 && a.digits(i).is_some_and(|first| first.len() == 3) && !a.is(end + 2, ",")
        });
    let bracketed =
        digits && a.is(end, ")") && a.digits(end + 1).is_some_and(|run| run.len() == 3) && a.dash(end + 2);
    // "20s", "6ABC", "4x4"; "100mph" is a figure.
    let letters = a.glued(end) && a.is_word(end) && digits && !super::unit::measure(a.lower(end));
    let dotted = digits && a.is(end, ".") && a.glued(end) && a.digits(end + 1).is_some() && a.glued(end + 1);
    let one = a.lower(i);
    let fraction = matches!(one, "one" | "two" | "three" | "four") && (a.hyphen(end) || !a.glued(end)) && {
        let at = if a.hyphen(end) { end + 1 } else { end };
        a.any(at, &["third", "thirds", "quarter", "quarters", "fifth", "fifths", "half", "tenth", "tenths"])
    };
    let toll_free = digits
        && a.hyphen(end)
        && (a.is_capital(end + 1)
            && a.lower(end + 1).len() > 2
            && a.written(end + 1) == a.written(end + 1).to_ascii_uppercase()
            || a.digits(end + 1).is_some_and(|run| run.len() == 3) && a.hyphen(end + 2));
    ordinal || clock || telephone || bracketed || letters || fraction || dotted || toll_free
}

/// A dash that is glued to both its words ("Baghdad—12 dead") joins no code.
fn spaced_dash(a: &Atoms<'_>, i: usize) -> bool {
    a.is(i, "—") || a.is(i, "–") && !a.glued(i)
}

/// "34-year-old", "aged 34", ", 34,".
fn age(w: &Words<'_>, i: usize, end: usize) -> bool {
    let a = w.a;
    let unit = if a.hyphen(end) { end + 1 } else { end };
    if a.any(unit, &["year", "years", "month", "months", "week", "weeks", "day", "days", "yr"]) {
        return true;
    }
    if i > 0
        && (a.any(i - 1, &["aged", "age", "ages"])
            || a.is(i - 1, "of") && i > 1 && a.any(i - 2, &["age", "ages"]))
    {
        return true;
    }
    let name = i > 1 && w.upos(i - 2) == Upos::PROPN;
    let apposition = i > 0
        && a.is(i - 1, ",")
        && (a.any(end, &[",", ".", ";", ")", "who", "was"]) || a.is(end, "and") || a.is(end, "of"));
    let bracketed = i > 0 && a.is(i - 1, "(") && a.is(end, ")");
    name && a.digits(i).is_some_and(|run| run.len() <= 2) && (apposition || bracketed)
}

/// "1900 block", "14 Harbour Street", "Route 66".
fn address(a: &Atoms<'_>, i: usize, end: usize) -> bool {
    const STREETS: [&str; 24] = [
        "street",
        "st",
        "avenue",
        "ave",
        "road",
        "rd",
        "boulevard",
        "blvd",
        "drive",
        "dr",
        "lane",
        "ln",
        "court",
        "ct",
        "place",
        "way",
        "highway",
        "parkway",
        "circle",
        "terrace",
        "trail",
        "pike",
        "square",
        "plaza",
    ];
    let block = if a.glued(end) && a.is(end, "th") { end + 1 } else { end };
    if a.any(block, &["block", "blocks"]) && a.digits(i).is_some_and(|run| run.len() >= 3) {
        return true;
    }
    a.digits(i).is_some()
        && (end..end + 5)
            .take_while(|&at| {
                a.is_capital(at)
                    || a.is(at, ".")
                    || a.digits(at).is_some()
                    || a.any(at, &["th", "nd", "rd", "st"])
            })
            .any(|at| a.any(at, &STREETS) && at > end)
}

/// "Flight 370", "No. 5", "Resolution 2254", "Apollo 11", "Group of 20", "Article 5".
fn named(w: &Words<'_>, i: usize, end: usize) -> bool {
    const BEFORE: [&str; 34] = [
        "no",
        "number",
        "numbers",
        "flight",
        "route",
        "highway",
        "interstate",
        "article",
        "section",
        "chapter",
        "page",
        "room",
        "exit",
        "gate",
        "channel",
        "level",
        "phase",
        "grade",
        "category",
        "day",
        "week",
        "version",
        "part",
        "unit",
        "station",
        "district",
        "ward",
        "class",
        "pier",
        "lot",
        "apartment",
        "suite",
        "route",
        "bus",
    ];
    let a = w.a;
    let Some(before) = i.checked_sub(1) else { return false };
    let at = if a.is(before, ".") && before > 0 { before - 1 } else { before };
    if a.any(at, &BEFORE) && !(a.is(at, "no") && before == at) && (before == at || a.any(at, &["no"])) {
        return true;
    }
    if a.is(before, "of") && before > 0 && a.is(before - 1, "group") && a.is_capital(before - 1) {
        return true;
    }
    let noun =
        w.is_noun(end) && !a.is_capital(end) || matches!(w.upos(end), Upos::ADJ | Upos::VERB | Upos::AUX);
    a.digits(i).is_some()
        && w.upos(before) == Upos::PROPN
        && a.is_capital(before)
        && a.is_word(before)
        && !noun
        && !w.is_timed(before)
        && !capitals(a, before)
}

/// Whether the words around are a headline in capitals, where capitals tell nothing.
fn capitals(a: &Atoms<'_>, i: usize) -> bool {
    let run: Vec<_> = (i.saturating_sub(3)..i + 5).filter(|&at| a.is_word(at)).collect();
    run.len() >= 5 && run.iter().all(|&at| a.is_capital(at))
}

/// "one another", "no one", "one of the", "one day".
fn pronoun(w: &Words<'_>, i: usize, end: usize) -> bool {
    let a = w.a;
    if !a.is(i, "one") || end != i + 1 {
        return false;
    }
    if i > 0
        && a.any(
            i - 1,
            &[
                "no", "the", "this", "that", "any", "every", "each", "some", "which", "only", "another",
                "day", "big", "new", "first", "last", "number",
            ],
        )
    {
        return true;
    }
    a.any(
        end,
        &[
            "day",
            "time",
            "thing",
            "way",
            "another",
            "another's",
            "such",
            "can",
            "could",
            "must",
            "might",
            "hand",
            "reason",
            "side",
            "-",
            "'",
            "’",
            "or",
            "by",
            "to",
            "point",
            "minute",
            "week",
            "month",
            "year",
        ],
    ) || (a.is(end, "of") && !a.any(end + 1, &["them", "whom"]))
}
