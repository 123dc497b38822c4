//! What recurs: "every Tuesday", "each July", "daily", "Monday nights", "per month".

use super::super::atoms::Atoms;
use super::super::numbers::number;
use super::expression::{Expression, Meaning};
use super::words::{Unit, month, part, season, weekday, weekdays};
use model::TimeType;

/// A set that begins at piece `i`.
pub(super) fn set(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (value, end) = adverb(a, i).or_else(|| every(a, i)).or_else(|| plural(a, i)).or_else(|| per(a, i))?;
    Some(Expression::new(i, end, Meaning::Fixed(TimeType::Set, value)))
}

fn adverb(a: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    let value = match a.lower(i) {
        "daily" if a.is_capital(i) => return None,
        "daily" => "P1D",
        "hourly" => "PT1H",
        "weekly" => "P1W",
        "monthly" => "P1M",
        "annually" | "yearly" => "P1Y",
        "nightly" => "XXXX-XX-XXTNI",
        _ => return None,
    };
    Some((value.to_owned(), i + 1))
}

fn every(a: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    if !a.any(i, &["every", "each"]) {
        return None;
    }
    let at = if a.any(i + 1, &["single", "other"]) { i + 2 } else { i + 1 };
    if let Some((day, end)) = weekday(a, at) {
        return Some(part_of(a, day.to_monday_one_offset(), end));
    }
    if let Some((month, end)) = month(a, at) {
        return Some((format!("XXXX-{month:02}"), end));
    }
    if let Some(season) = season(a.lower(at)) {
        return Some((format!("XXXX-{season}"), at + 1));
    }
    if let Some(part) = part(a.lower(at)) {
        return Some((format!("XXXX-XX-XXT{part}"), at + 1));
    }
    let (count, at) = match number(a, at) {
        Some(n) => (n.value, n.end),
        None if a.is(at - 1, "other") => (2.0, at),
        None => (1.0, at),
    };
    let few = a.is(at, "few");
    let (unit, _) = Unit::of(a.lower(if few { at + 1 } else { at }))?;
    if few {
        return Some((unit.some().to_owned(), at + 2));
    }
    Some((unit.length(count), at + 1))
}

fn part_of(a: &Atoms<'_>, day: i8, end: usize) -> (String, usize) {
    match part(a.lower(end)) {
        Some(part) => (format!("XXXX-WXX-{day}T{part}"), end + 1),
        None => (format!("XXXX-WXX-{day}"), end),
    }
}

/// "Tuesdays", "Tuesday nights".
fn plural(a: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    if let Some(day) = weekdays(a, i) {
        return Some(part_of(a, day.to_monday_one_offset(), i + 1));
    }
    let (day, end) = weekday(a, i)?;
    let nights = a.any(end, &["nights", "mornings", "evenings", "afternoons"]);
    nights.then(|| part_of(a, day.to_monday_one_offset(), end))
}

/// "per month".
fn per(a: &Atoms<'_>, i: usize) -> Option<(String, usize)> {
    if !a.is(i, "per") {
        return None;
    }
    let (unit, plural) = Unit::of(a.lower(i + 1))?;
    let slow = !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Quarter);
    (slow && !plural).then(|| (unit.length(1.0), i + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_recurs() {
        let value = |text: &str| match set(&Atoms::new(text), 0)?.meaning {
            Meaning::Fixed(TimeType::Set, value) => Some(value),
            _ => None,
        };
        assert_eq!(value("every Tuesday").as_deref(), Some("XXXX-WXX-2"));
        assert_eq!(value("Tuesday nights").as_deref(), Some("XXXX-WXX-2TNI"));
        assert_eq!(value("each July").as_deref(), Some("XXXX-07"));
        assert_eq!(value("every two weeks").as_deref(), Some("P2W"));
        assert_eq!(value("daily").as_deref(), Some("P1D"));
        assert_eq!(value("every man"), None);
        assert_eq!(value("Daily News"), None);
    }
}
