//! Expressions that stand on today or on the text so far: "yesterday", "last night", "next
//! Friday", "this week", "that year", "the following day".

use super::super::atoms::Atoms;
use super::calendar::date;
use super::expression::{Expression, Meaning, Which, Within, Year};
use super::words::{Unit, month, part, season, weekday};
use model::TimeType;

/// An expression relative to now or to the text, beginning at piece `i`.
pub(super) fn relative(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    today(a, i).or_else(|| bare_weekday(a, i)).or_else(|| led(a, i)).or_else(|| definite(a, i))
}

/// "today", "yesterday morning", "tonight", "overnight".
fn today(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let days = match a.lower(i) {
        "today" => 0,
        "tonight" => return Some(at_clock(a, i, i + 1, Meaning::Day(0), Some("NI"))),
        "overnight" => {
            return Some(at_clock(a, i, i + 1, Meaning::Day(-1), Some("NI"))).filter(|_| !a.hyphen(i + 1));
        }
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => return None,
    };
    Some(at_clock(a, i, i + 1, Meaning::Day(days), None))
}

/// "Friday", "Friday morning", "Friday last week".
fn bare_weekday(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (day, end) = weekday(a, i)?;
    Some(at_clock(a, i, end, Meaning::Weekday(Which::Plain, day), None))
}

/// An expression with the part of the day that may follow it.
fn at_clock(a: &Atoms<'_>, start: usize, end: usize, meaning: Meaning, clock: Option<&str>) -> Expression {
    let mut expression = Expression::new(start, end, meaning);
    expression.clock = clock.map(str::to_owned);
    if clock.is_none() {
        let at = if a.is(end, "early") || a.is(end, "late") { end + 1 } else { end };
        if let Some(part) = part(a.lower(at)).filter(|part| part.len() == 2 && !a.lower(at).ends_with('s')) {
            expression.clock = Some(part.to_owned());
            expression.end = at + 1;
        }
    }
    expression
}

/// "last", "this", "next" and their like, with the piece behind them.
pub(super) fn which(a: &Atoms<'_>, i: usize) -> Option<(Which, usize)> {
    let the = a.is(i, "the");
    let at = if the { i + 1 } else { i };
    let which = match a.lower(at) {
        "last" | "past" => Which::Last,
        "next" if the => Which::Following,
        "next" | "coming" | "upcoming" => Which::Next,
        "current" | "present" => Which::This,
        "previous" | "preceding" | "prior" if the => Which::Previous,
        "following" | "ensuing" | "subsequent" if the => Which::Following,
        "same" if the => Which::That,
        "this" if !the => return Some(this(a, at + 1)),
        "that" if !the => Which::That,
        _ => return None,
    };
    if which == Which::That && a.any(at + 1, &["same", "very"]) {
        return Some((which, at + 2));
    }
    Some((which, at + 1))
}

/// Behind "this": "this past Friday", "this coming Sunday", "this same day".
fn this(a: &Atoms<'_>, i: usize) -> (Which, usize) {
    match a.lower(i) {
        "past" | "last" => (Which::Last, i + 1),
        "coming" | "next" => (Which::Next, i + 1),
        "same" | "very" => (Which::That, i + 1),
        _ => (Which::This, i),
    }
}

/// "last Friday", "next week", "that year", "this morning", "last spring", "last May".
fn led(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (which, at) = which(a, i)?;
    if let Some((day, end)) = weekday(a, at) {
        return match date(a, at).filter(|&(_, behind)| behind > end) {
            Some((meaning, behind)) => Some(Expression::new(i, behind, meaning)),
            None => Some(at_clock(a, i, end, Meaning::Weekday(which, day), None)),
        };
    }
    if let Some((month, end)) = month(a, at) {
        return led_month(a, i, which, month, end);
    }
    let word = a.lower(at);
    if let Some(season) = season(word).filter(|_| !a.any(at + 1, &["of", "-"])) {
        return Some(Expression::new(i, at + 1, Meaning::Date(Year::Open(which), Within::Season(season))));
    }
    if let Some(part) = part(word).filter(|part| part.len() == 2 && !word.ends_with('s')) {
        let mut expression = Expression::new(i, at + 1, Meaning::Clock(which));
        expression.clock = Some(part.to_owned());
        return Some(expression);
    }
    if let Some((Meaning::Date(_, Within::Feast(feast)), end)) = super::feasts::feast(a, at) {
        return Some(Expression::new(i, end, Meaning::Date(Year::Open(which), Within::Feast(feast))));
    }
    let fiscal = if a.any(at, &["fiscal", "calendar"]) { at + 1 } else { at };
    let (unit, plural) = Unit::of(a.lower(fiscal))?;
    if a.is(at.wrapping_sub(1), "past") && unit != Unit::Year && !plural && !a.hyphen(fiscal + 1) {
        return Some(Expression::new(i, fiscal + 1, Meaning::Fixed(TimeType::Duration, unit.length(1.0))));
    }
    let counted =
        a.hyphen(fiscal + 1) || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Night);
    (!plural && !counted).then(|| Expression::new(i, fiscal + 1, Meaning::Unit(which, unit)))
}

fn led_month(a: &Atoms<'_>, start: usize, which: Which, month: i8, end: usize) -> Option<Expression> {
    let (within, end) = match super::calendar::day(a, end) {
        Some((day, behind)) => (Within::Day(month, day), behind),
        None => (Within::Month(month), end),
    };
    // "this May 3, 2010" is read as a date without its "this".
    let year = super::calendar::year(a, if a.is(end, ",") { end + 1 } else { end });
    year.is_none().then(|| Expression::new(start, end, Meaning::Date(Year::Open(which), within)))
}

/// "the weekend", "the quarter", "the year-earlier quarter", "the latest period", "the day".
fn definite(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    if a.is(i, "year") && a.any(i + 2, &["earlier", "ago"]) && a.hyphen(i + 1) {
        return Some(year_earlier(a, i, i));
    }
    if let Some(end) = ends(a, i) {
        return Some(end);
    }
    if !a.is(i, "the") {
        return None;
    }
    let at =
        if a.any(i + 1, &["comparable", "corresponding", "full", "entire", "whole"]) { i + 2 } else { i + 1 };
    if a.is(at, "year") && a.any(at + 2, &["earlier", "ago"]) && a.hyphen(at + 1) {
        return Some(year_earlier(a, i, at));
    }
    if a.is(at, "week")
        && a.any(at + 1, &["of"])
        && let Some((Meaning::Date(year, Within::Day(month, day)), end)) = date(a, at + 2)
    {
        return Some(Expression::new(i, end, Meaning::Date(year, Within::WeekOf(month, day))));
    }
    let latest = a.any(at, &["latest", "recent"]);
    let at = if latest { at + 1 } else { at };
    let at = if a.is(at, "fiscal") { at + 1 } else { at };
    if latest && a.is(at, "period") {
        return Some(Expression::new(i, at + 1, Meaning::Unit(Which::Plain, Unit::Quarter)));
    }
    let (unit, plural) = Unit::of(a.lower(at))?;
    if unit == Unit::Year && a.any(at + 1, &["ended", "ending"]) {
        return Some(Expression::new(i, at + 1, Meaning::Fixed(TimeType::Duration, "P1Y".to_owned())));
    }
    let known = match unit {
        Unit::Quarter => !a.is(at + 1, "of") && !a.hyphen(at + 1),
        Unit::Weekend => true,
        Unit::Year => !a.any(at + 1, &["of", "-", "ended", "ending", "to", "before", "after"]),
        Unit::Week | Unit::Month => !a.any(at + 1, &["-", "of", "before", "after", "when"]),
        _ => false,
    };
    (known && !plural).then(|| Expression::new(i, at + 1, Meaning::Unit(Which::Plain, unit)))
}

/// "year-end", "month's end".
fn ends(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let unit = match a.lower(i) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        _ => return None,
    };
    let at = a.possessive(i + 1).unwrap_or(if a.hyphen(i + 1) { i + 2 } else { i + 1 });
    a.is(at, "end").then(|| Expression::new(i, at + 1, Meaning::Unit(Which::That, unit)))
}

/// "year-earlier" and "the year-ago quarter", which are the quarter or year that the text speaks
/// of, one year before.
fn year_earlier(a: &Atoms<'_>, start: usize, at: usize) -> Expression {
    let end = at + 3;
    if start < at {
        if let Some((Meaning::Date(_, within), behind)) =
            date(a, end).filter(|read| matches!(read.0, Meaning::Date(_, Within::Quarter(_))))
        {
            return Expression::new(start, behind, Meaning::Date(Year::Of(Which::Last), within));
        }
        if a.any(end, &["quarter", "period"]) {
            return Expression::new(start, end + 1, Meaning::Shift(-4.0, Unit::Quarter, true));
        }
    }
    Expression::new(start, end, Meaning::Shift(-1.0, Unit::Year, true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Weekday;

    fn read(text: &str) -> Option<(Meaning, Option<String>, usize)> {
        relative(&Atoms::new(text), 0).map(|e| (e.meaning, e.clock, e.end))
    }

    #[test]
    fn reads_what_stands_on_today() {
        assert_eq!(read("yesterday morning"), Some((Meaning::Day(-1), Some("MO".into()), 2)));
        assert_eq!(read("last night"), Some((Meaning::Clock(Which::Last), Some("NI".into()), 2)));
        assert_eq!(read("next Friday"), Some((Meaning::Weekday(Which::Next, Weekday::Friday), None, 2)));
        assert_eq!(
            read("this past Friday").map(|r| r.0),
            Some(Meaning::Weekday(Which::Last, Weekday::Friday))
        );
        assert_eq!(read("the following day").map(|r| r.0), Some(Meaning::Unit(Which::Following, Unit::Day)));
        assert_eq!(read("that same year").map(|r| r.0), Some(Meaning::Unit(Which::That, Unit::Year)));
        assert_eq!(
            read("the year-ago quarter").map(|r| r.0),
            Some(Meaning::Shift(-4.0, Unit::Quarter, true))
        );
    }

    #[test]
    fn leaves_other_uses_alone() {
        for text in ["last word", "this second", "the day-care", "that day-long", "last days"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
