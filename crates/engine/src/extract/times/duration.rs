//! Lengths of time, and dates that are told by one: "nearly two years", "the past three months",
//! "decades", "two weeks ago", "three days earlier", "17-year".

use super::super::atoms::Atoms;
use super::super::numbers::number;
use super::expression::{Expression, Meaning};
use super::words::Unit;
use model::TimeType;

/// How many.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Count {
    Known(f64),
    Some,
}

/// A length, or a date told by one, that begins at piece `i`.
pub(super) fn duration(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let hedged = hedge(a, i).unwrap_or(i);
    let (at, framed) = frame(a, hedged);
    let Some((count, at)) = count(a, at) else {
        return bare(a, i, hedged, at, framed);
    };
    let (unit, end) = unit(a, at)?;
    // "the eight-year war" is left to begin at its number, "three-quarters" is a fraction.
    let hyphen = a.hyphen(at);
    let quarters = unit == Unit::Quarter && (hyphen || framed == Frame::None);
    if (hyphen && (hedged > i || framed != Frame::None || count == Count::Some)) || quarters {
        return None;
    }
    let article = matches!(a.lower(at.wrapping_sub(1)), "a" | "an");
    let ordinal = matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend | Unit::Night);
    if article && ordinal || age(a, end) {
        return None;
    }
    let (count, end) = halves(a, count, end);
    let value = match count {
        Count::Known(n) => unit.length(n),
        Count::Some => unit.some().to_owned(),
    };
    let end = long(a, end);
    if framed == Frame::None
        && let Some((meaning, behind)) = directed(a, count, unit, end)
    {
        return Some(Expression::new(i, behind, meaning));
    }
    Some(Expression::new(i, end, Meaning::Fixed(TimeType::Duration, value)))
}

/// Behind hedging words: "nearly", "more than", "at least".
pub(super) fn hedge(a: &Atoms<'_>, i: usize) -> Option<usize> {
    let at = if a.any(i, &["just", "well"]) { i + 1 } else { i };
    match a.lower(at) {
        "about" | "around" | "over" | "under" | "some" if a.is(at + 1, "the") => None,
        "nearly" | "almost" | "about" | "around" | "roughly" | "approximately" | "over" | "under"
        | "some" => Some(at + 1),
        "more" | "less" | "fewer" => a.is(at + 1, "than").then_some(at + 2),
        "at" => a.any(at + 1, &["least", "most"]).then_some(at + 2),
        "up" => a.is(at + 1, "to").then_some(at + 2),
        "close" => a.is(at + 1, "to").then_some(at + 2),
        "no" => a.any(at + 1, &["more", "less"]).then(|| a.is(at + 2, "than").then_some(at + 3)).flatten(),
        "another" => Some(at),
        _ => None,
    }
}

/// What frames a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    None,
    Article,
    Past,
    Coming,
    Recent,
}

/// Behind "the past", "the first", "these last", "recent".
fn frame(a: &Atoms<'_>, i: usize) -> (usize, Frame) {
    let at = if a.any(i, &["the", "these", "those", "his", "her", "their", "its"]) { i + 1 } else { i };
    let frame = match a.lower(at) {
        "past" | "last" | "previous" | "preceding" => Frame::Past,
        "next" | "coming" | "following" | "ensuing" => Frame::Coming,
        "recent" => Frame::Recent,
        "first" | "final" | "latest" | "intervening" | "same" | "early" | "opening" | "entire" | "full" => {
            Frame::Article
        }
        _ if at > i && a.any(i, &["the", "these", "those"]) => return (at, Frame::Article),
        _ => return (i, Frame::None),
    };
    (at + 1, frame)
}

/// A count in front of a unit, and the piece behind it and what stands between.
fn count(a: &Atoms<'_>, i: usize) -> Option<(Count, usize)> {
    let (count, end) = if let Some(n) = number(a, i) {
        let (mut end, glued) = (n.end, n.digits && a.glued(i) && i > 0 && !a.hyphen(i - 1));
        if glued && a.any(i - 1, &["$", "£", "€", ".", ",", "#"]) {
            return None;
        }
        // "two to three weeks", "six or seven years", "12-18 months": the first number stands.
        if (a.any(end, &["to", "or"]) || a.hyphen(end))
            && let Some(second) = number(a, end + 1)
        {
            end = second.end;
        }
        (Count::Known(n.value), end)
    } else {
        match a.lower(i) {
            "a" | "an" => match a.lower(i + 1) {
                "few" => (Count::Some, i + 2),
                "couple" => (Count::Known(2.0), if a.is(i + 2, "of") { i + 3 } else { i + 2 }),
                "half" => (Count::Known(0.5), if a.hyphen(i + 2) { i + 3 } else { i + 2 }),
                "full" | "whole" | "single" => (Count::Known(1.0), i + 2),
                "further" | "additional" | "mere" => (Count::Known(1.0), i + 2),
                _ => (Count::Known(1.0), i + 1),
            },
            "another" => (Count::Known(1.0), i + 1),
            "half" => (Count::Known(0.5), if a.any(i + 1, &["a", "an"]) { i + 2 } else { i + 1 }),
            "couple" => (Count::Known(2.0), if a.is(i + 1, "of") { i + 2 } else { i + 1 }),
            "several" | "few" | "many" | "some" | "various" | "numerous" => (Count::Some, i + 1),
            "dozens" | "scores" | "hundreds" | "thousands" | "millions" if a.is(i + 1, "of") => {
                (Count::Some, i + 2)
            }
            _ => return None,
        }
    };
    Some((count, fillers(a, end)))
}

/// Behind adjectives between a count and its unit.
fn fillers(a: &Atoms<'_>, mut i: usize) -> usize {
    const WORDS: [&str; 24] = [
        "more",
        "full",
        "whole",
        "straight",
        "consecutive",
        "long",
        "additional",
        "further",
        "other",
        "business",
        "trading",
        "working",
        "back",
        "painful",
        "short",
        "successive",
        "single",
        "extra",
        "solid",
        "brutal",
        "bloody",
        "entire",
        "complete",
        "tense",
    ];
    for _ in 0..2 {
        if a.any(i, &WORDS) {
            i += 1;
        }
    }
    i
}

/// The unit at `i` or behind a hyphen there.
fn unit(a: &Atoms<'_>, i: usize) -> Option<(Unit, usize)> {
    let at = if a.hyphen(i) { i + 1 } else { i };
    Unit::of(a.lower(at)).map(|(unit, _)| (unit, at + 1))
}

/// Whether an age follows: "-old", "old", "of age".
fn age(a: &Atoms<'_>, i: usize) -> bool {
    let at = if a.hyphen(i) { i + 1 } else { i };
    a.any(at, &["old", "olds"]) || a.all(i, &["of", "age"]).is_some()
}

/// "and a half" behind a unit.
fn halves(a: &Atoms<'_>, count: Count, end: usize) -> (Count, usize) {
    match (count, a.all(end, &["and", "a", "half"])) {
        (Count::Known(n), Some(behind)) => (Count::Known(n + 0.5), behind),
        _ => (count, end),
    }
}

/// Behind "-long" or "or so".
fn long(a: &Atoms<'_>, i: usize) -> usize {
    if a.hyphen(i) && a.is(i + 1, "long") {
        return i + 2;
    }
    a.all(i, &["or", "so"]).unwrap_or(i)
}

/// "ago", "earlier", "later" behind a length make a date of it.
fn directed(a: &Atoms<'_>, count: Count, unit: Unit, end: usize) -> Option<(Meaning, usize)> {
    let back = |now| match count {
        Count::Known(n) => Meaning::Shift(-n, unit, now),
        Count::Some => Meaning::Fixed(TimeType::Date, "PAST_REF".to_owned()),
    };
    let on = |now| match count {
        Count::Known(n) => Meaning::Shift(n, unit, now),
        Count::Some => Meaning::Fixed(TimeType::Date, "FUTURE_REF".to_owned()),
    };
    let mark = !a.is_word(end + 1) || a.any(end + 1, &["and", "in", "at", "by", "with", "on"]);
    Some(match a.lower(end) {
        "ago" => (back(true), end + 1),
        "earlier" | "previously" | "beforehand" => (back(false), end + 1),
        "before" if mark => (back(false), end + 1),
        "later" | "afterwards" | "afterward" | "thereafter" => (on(false), end + 1),
        "after" if mark => (on(false), end + 1),
        "hence" => (on(true), end + 1),
        "from" if a.any(end + 1, &["now", "today"]) => (on(true), end + 2),
        _ => return None,
    })
}

/// Units in the plural without a count: "for years", "weeks later", "recent months",
/// "month-long".
fn bare(a: &Atoms<'_>, start: usize, hedged: usize, at: usize, framed: Frame) -> Option<Expression> {
    if hedged != start {
        return None;
    }
    let (unit, plural) = Unit::of(a.lower(at))?;
    let long = a.hyphen(at + 1) && a.is(at + 2, "long");
    if long && framed == Frame::None && unit != Unit::Second {
        let value = if plural { unit.some().to_owned() } else { unit.length(1.0) };
        return Some(Expression::new(start, at + 3, Meaning::Fixed(TimeType::Duration, value)));
    }
    if !plural || a.hyphen(at + 1) || age(a, at + 1) {
        return None;
    }
    let length = Meaning::Fixed(TimeType::Duration, unit.some().to_owned());
    match framed {
        Frame::None if matches!(unit, Unit::Second | Unit::Quarter | Unit::Night | Unit::Weekend) => None,
        Frame::None => match directed(a, Count::Some, unit, at + 1) {
            Some((meaning, end)) => Some(Expression::new(start, end, meaning)),
            None => Some(Expression::new(start, at + 1, length)),
        },
        Frame::Recent if matches!(unit, Unit::Year | Unit::Day) => {
            let past = Meaning::Fixed(TimeType::Date, "PAST_REF".to_owned());
            Some(Expression::new(start, at + 1, past))
        }
        _ => Some(Expression::new(start, at + 1, length)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<(String, usize)> {
        duration(&Atoms::new(text), 0).and_then(|e| match e.meaning {
            Meaning::Fixed(_, value) => Some((value, e.end)),
            _ => None,
        })
    }

    #[test]
    fn reads_lengths() {
        for (text, length) in [
            ("nearly two years", "P2Y"),
            ("the past three months", "P3M"),
            ("a year and a half", "P1Y6M"),
            ("half an hour", "PT30M"),
            ("two to three weeks", "P2W"),
            ("17-year", "P17Y"),
            ("several days", "PXD"),
            ("decades", "PXY"),
            ("two decades", "P20Y"),
            ("month-long", "P1M"),
            ("a couple of years", "P2Y"),
            ("at least 20 more years", "P20Y"),
            ("the next few days", "PXD"),
        ] {
            assert_eq!(value(text).map(|v| v.0).as_deref(), Some(length), "{text}");
        }
    }

    #[test]
    fn reads_dates_told_by_a_length() {
        let of = |text: &str| duration(&Atoms::new(text), 0).map(|e| e.meaning);
        assert_eq!(of("two weeks ago"), Some(Meaning::Shift(-2.0, Unit::Week, true)));
        assert_eq!(of("three days later"), Some(Meaning::Shift(3.0, Unit::Day, false)));
        assert_eq!(of("several years ago"), Some(Meaning::Fixed(TimeType::Date, "PAST_REF".into())));
    }

    #[test]
    fn leaves_ages_and_ordinals_alone() {
        for text in ["a second", "34 years old", "34-year-old", "a quarter", "two men", "second"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
