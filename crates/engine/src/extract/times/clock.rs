//! Times of the clock: "10 p.m.", "7:15 a.m. EST", "noon Thursday", "19:00".

use super::super::atoms::Atoms;
use super::super::numbers::small;
use super::calendar::date;
use super::expression::{Expression, Meaning, Which, Within};
use super::relative::relative;
use super::words::part;

/// A clock time that begins at piece `i`, with the day that may follow it.
pub(super) fn clock(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let at = if a.any(i, &["around", "about", "nearly", "exactly", "approximately"]) { i + 1 } else { i };
    let (time, end) = named(a, at).or_else(|| part_of_day(a, at)).or_else(|| reading(a, at))?;
    let end = zone(a, end).unwrap_or(end);
    let day = if a.any(end, &[",", "on"]) { end + 1 } else { end };
    let of_day = date(a, day)
        .map(|(meaning, end)| Expression::new(day, end, meaning))
        .or_else(|| relative(a, day))
        .filter(|of_day| {
            of_day.clock.is_none()
                && matches!(of_day.meaning, Meaning::Date(..) | Meaning::Day(_) | Meaning::Weekday(..))
        });
    let (meaning, end) = match of_day {
        Some(of_day) => (of_day.meaning, of_day.end),
        None => (Meaning::Clock(Which::Plain), end),
    };
    Some(Expression { start: i, end, meaning, clock: Some(time) })
}

/// "noon", "midnight", "midday".
fn named(a: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    if !a.any(i, &["noon", "midnight", "midday"]) || a.is_capital(i) {
        return None;
    }
    part(a.lower(i)).map(|time| (time.to_owned(), i + 1))
}

/// "mid-afternoon", "early evening", "the night of" a date.
fn part_of_day(a: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    let word = |at: usize| part(a.lower(at)).filter(|part| part.len() == 2 && !a.lower(at).ends_with('s'));
    if a.any(i, &["mid", "early", "late"]) {
        let at = if a.hyphen(i + 1) { i + 2 } else { i + 1 };
        return word(at).map(|part| (part.to_owned(), at + 1));
    }
    let at = if a.any(i + 1, &["early", "late"]) { i + 2 } else { i + 1 };
    let dated = a.is(i, "the")
        && a.is(at + 1, "of")
        && date(a, at + 2).is_some_and(|read| matches!(read.0, Meaning::Date(_, Within::Day(..))));
    word(at).filter(|_| dated).map(|part| (part.to_owned(), at + 2))
}

/// "7:15 p.m.", "10 o'clock", "19:00", "1830 GMT", "4 in the morning".
fn reading(a: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    let digits = a.digits(i);
    if i > 0 && a.glued(i) && a.any(i - 1, &["$", "£", "€", ".", ",", ":", "-", "/"]) {
        return None;
    }
    let hour: u8 = match digits {
        Some(digits) if digits.len() <= 2 => digits.parse().ok()?,
        Some(digits) if digits.len() == 4 => return military(a, i, digits),
        Some(_) => return None,
        None => small(a.lower(i)).filter(|&hour| (1..=12).contains(&hour))?,
    };
    let colon = a.any(i + 1, &[":", "."]) && a.glued(i + 1) && a.glued(i + 2);
    let minutes =
        if colon && digits.is_some() { a.digits(i + 2).filter(|minutes| minutes.len() == 2) } else { None };
    let end = if minutes.is_some() { i + 3 } else { i + 1 };
    let minute: u8 = minutes.map_or(Some(0), |minutes| minutes.parse().ok())?;
    if hour > 24 || minute > 59 {
        return None;
    }
    if let Some((afternoon, behind)) = half_of_day(a, end).filter(|_| hour <= 12) {
        let hour = hour % 12 + if afternoon { 12 } else { 0 };
        return Some((format!("{hour:02}:{minute:02}"), behind));
    }
    let hours = a.any(end, &["hrs", "hours", "h"]) && minutes.is_some();
    let behind = if hours { end + 1 } else { end };
    let told = minutes.is_some()
        && a.is(i + 1, ":")
        && digits.is_some_and(|digits| digits.len() == 2 || zone(a, end).is_some());
    (told && !(a.is(end, ":") && a.glued(end))).then(|| (format!("{hour:02}:{minute:02}"), behind))
}

/// "1830 GMT".
fn military(a: &Atoms<'_>, i: usize, digits: &str) -> Option<(String, usize)> {
    let (hour, minute) = (digits.get(..2)?, digits.get(2..)?);
    let valid = hour.parse::<u8>().ok()? <= 24 && minute.parse::<u8>().ok()? < 60;
    (valid && a.any(i + 1, &["gmt", "hrs", "utc", "hours"])).then(|| (format!("{hour}:{minute}"), i + 1))
}

/// "a.m.", "pm", "in the morning", "o'clock": whether it is after noon, and the piece behind.
fn half_of_day(a: &Atoms<'_>, i: usize) -> Option<(bool, usize)> {
    for (written, afternoon) in [("a", false), ("p", true)] {
        if a.is(i, written) && a.is(i + 1, ".") && a.is(i + 2, "m") {
            return Some((afternoon, if a.is(i + 3, ".") && a.glued(i + 3) { i + 4 } else { i + 3 }));
        }
    }
    match a.lower(i) {
        "am" => return Some((false, i + 1)),
        "pm" => return Some((true, i + 1)),
        _ => {}
    }
    let behind = a.all(i, &["o", "'", "clock"]).or_else(|| a.all(i, &["o", "’", "clock"]));
    let at = behind.unwrap_or(i);
    if let Some(end) = a.all(at, &["in", "the", "morning"]) {
        return Some((false, end));
    }
    if let Some(end) = a.all(at, &["in", "the", "afternoon"]).or_else(|| a.all(at, &["in", "the", "evening"]))
    {
        return Some((true, end));
    }
    behind.map(|end| (false, end))
}

/// Behind a time zone: "EST", "GMT", "local time".
fn zone(a: &Atoms<'_>, i: usize) -> Option<usize> {
    const ZONES: [&str; 15] = [
        "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "PST", "PDT", "PT", "GMT", "UTC", "BST", "CET",
    ];
    if ZONES.contains(&a.written(i)) {
        return Some(i + 1);
    }
    a.all(i, &["local", "time"]).or_else(|| a.all(i, &["eastern", "time"])).or_else(|| a.all(i, &["eastern"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_clock_times() {
        let of = |text: &str| clock(&Atoms::new(text), 0).map(|e| (e.clock.unwrap_or_default(), e.end));
        assert_eq!(of("10 p.m. EST"), Some(("22:00".into(), 6)));
        assert_eq!(of("7:15 a.m."), Some(("07:15".into(), 7)));
        assert_eq!(of("12 a.m."), Some(("00:00".into(), 5)));
        assert_eq!(of("19:00"), Some(("19:00".into(), 3)));
        assert_eq!(of("noon Thursday"), Some(("12:00".into(), 2)));
        assert_eq!(of("4 in the morning").map(|r| r.0).as_deref(), Some("04:00"));
        for text in ["10 men", "2:1", "10.5", "Noon"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
