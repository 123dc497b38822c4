//! Dates of the calendar: "March 3, 2014", "3 March", "03/05/1996", "2014-03-03", "the third
//! quarter of 1988", "summer 2012", "New Year's Eve", "the 1990s", "490 BC".

use super::super::atoms::Atoms;
use super::super::numbers::{ordinal, small};
use super::expression::{Expression, Meaning, Which, Within, Year};
use super::feasts::feast;
use super::words::{doubtful_month, month, season, weekday};

/// A date that begins at piece `i`, with what it means and the piece behind it.
pub(super) fn date(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    numeric(a, i)
        .or_else(|| with_weekday(a, i))
        .or_else(|| month_first(a, i))
        .or_else(|| day_first(a, i))
        .or_else(|| quarter(a, i))
        .or_else(|| in_season(a, i))
        .or_else(|| feast(a, i))
        .or_else(|| decade(a, i))
        .or_else(|| century(a, i))
        .or_else(|| lone_year(a, i))
}

/// "2014-03-15", "2014/03/15", "03/05/1996" (month first unless impossible), "15.3.1996".
fn numeric(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let mark = a.lower(i + 1);
    if !matches!(mark, "-" | "/" | "." | "–") || !a.is(i + 3, mark) || a.glued(i) && a.is(i - 1, mark) {
        return None;
    }
    if !(1..=4).all(|k| a.glued(i + k)) {
        return None;
    }
    let (one, two, three) = (a.digits(i)?, a.digits(i + 2)?, a.digits(i + 4)?);
    if one.len() == 4 && two.len() <= 2 && three.len() <= 2 {
        let (m, d) = (two.parse().ok()?, three.parse().ok()?);
        return valid(m, d)
            .then_some((Meaning::Date(Year::Given(one.parse().ok()?), Within::Day(m, d)), i + 5));
    }
    if one.len() > 2 || two.len() > 2 || !matches!(three.len(), 2 | 4) || (mark == "." && three.len() == 2) {
        return None;
    }
    let (one, two) = (one.parse().ok()?, two.parse().ok()?);
    let (m, d) = if mark != "." && valid(one, two) { (one, two) } else { (two, one) };
    let year = full_year(three)?;
    valid(m, d).then_some((Meaning::Date(Year::Given(year), Within::Day(m, d)), i + 5))
}

/// Years of two digits are of the century that makes them lie before about 2050.
fn full_year(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok()?;
    Some(match digits.len() {
        2 if year < 50 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    })
}

fn valid(month: i8, day: i8) -> bool {
    const DAYS: [i8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let at = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    day >= 1 && at.and_then(|at| DAYS.get(at)).is_some_and(|&days| day <= days)
}

/// "Friday, Oct. 13", "Sunday 5 November 2023", "this coming Sunday, March eighth".
fn with_weekday(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let (_, mut at) = weekday(a, i)?;
    if a.is(at, ",") {
        at += 1;
    }
    if a.is(at, "the") {
        at += 1;
    }
    let (meaning, end) = month_first(a, at).or_else(|| day_first(a, at))?;
    matches!(meaning, Meaning::Date(_, Within::Day(..))).then_some((meaning, end))
}

/// The day of a month in digits or as an ordinal.
pub(super) fn day(a: &Atoms<'_>, i: usize) -> Option<(i8, usize)> {
    if let Some((value, end)) = ordinal(a, i) {
        return i8::try_from(value).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, end));
    }
    let digits = a.digits(i).filter(|digits| digits.len() <= 2)?;
    let clock = a.is(i + 1, ":") && a.glued(i + 2) && a.digits(i + 2).is_some();
    let percent =
        a.is(i + 1, "%") || (a.any(i + 1, &[".", ","]) && a.glued(i + 2) && a.digits(i + 2).is_some());
    let value: i8 = digits.parse().ok()?;
    ((1..=31).contains(&value) && !clock && !percent).then_some((value, i + 1))
}

/// "March 3, 2014", "March 3", "March 2014", "March of last year", "March".
fn month_first(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let (month, at) = month(a, i)?;
    if let Some((day, behind)) = day(a, at).filter(|&(day, _)| valid(month, day)) {
        let (year, end) = year_behind(a, behind).unwrap_or((Year::Open(Which::Plain), behind));
        return Some((Meaning::Date(year, Within::Day(month, day)), end));
    }
    if let Some((year, end)) = year_behind(a, at) {
        return Some((Meaning::Date(year, Within::Month(month)), end));
    }
    let abbreviated = a.lower(i).len() == 3 && !a.is(i, "may");
    if abbreviated || (doubtful_month(a, i) && !follows_preposition(a, i)) {
        return None;
    }
    // "April" the woman, "August Wilson", "June said" are left to the preposition before them.
    let named = a.any(i, &["april", "june", "august", "may", "march"]) && a.is_capital(at) && !a.glued(at);
    if named && !follows_preposition(a, i) {
        return None;
    }
    Some((Meaning::Date(Year::Open(Which::Plain), Within::Month(month)), at))
}

/// "3 March 2014", "the 25th of August", "3rd March".
fn day_first(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let at = if a.is(i, "the") { i + 1 } else { i };
    let (value, mut end) = day(a, at)?;
    if a.glued(at) && a.any(at.wrapping_sub(1), &[".", ",", ":", "$", "£", "€", "/"]) {
        return None;
    }
    if a.is(end, "of") {
        end += 1;
    }
    if let Some((month, behind)) = month(a, end).filter(|&(month, _)| valid(month, value)) {
        let (year, end) = year_behind(a, behind).unwrap_or((Year::Open(Which::Plain), behind));
        return Some((Meaning::Date(year, Within::Day(month, value)), end));
    }
    let alone =
        at > i && a.digits(at).is_some() && end == at + 2 && a.any(i.wrapping_sub(1), &["on", "by", "until"]);
    let closed = !a.is_word(end) && !a.hyphen(end);
    (alone && closed).then_some((Meaning::Date(Year::Open(Which::Plain), Within::DayOnly(value)), end))
}

/// A year behind a month or a day: "2014", ", 2014", "of 2014", "last year", "of that year".
fn year_behind(a: &Atoms<'_>, i: usize) -> Option<(Year, usize)> {
    let at = if a.any(i, &[",", "of", "in"]) { i + 1 } else { i };
    if a.is(i, "in") && !a.any(at, &["the"]) && a.digits(at).is_none() {
        return None;
    }
    if let Some((year, end)) = year(a, at) {
        return Some((Year::Given(year), end));
    }
    if a.is(i, ",") {
        return None;
    }
    let which = match a.lower(at) {
        "last" => Which::Last,
        "this" => Which::This,
        "next" => Which::Next,
        "that" => Which::That,
        "the" if a.is(at + 1, "following") => Which::Following,
        "the" if a.any(at + 1, &["previous", "same"]) => Which::That,
        _ => return None,
    };
    let unit = if a.is(at, "the") { at + 2 } else { at + 1 };
    a.is(unit, "year").then_some((Year::Of(which), unit + 1))
}

/// A year in digits or words, with or without "BC".
pub(super) fn year(a: &Atoms<'_>, i: usize) -> Option<(i32, usize)> {
    if a.any(i, &["'", "’", "‘"]) && a.glued(i + 1) {
        return a
            .digits(i + 1)
            .filter(|digits| digits.len() == 2)
            .and_then(full_year)
            .map(|year| (year, i + 2));
    }
    let Some(digits) = a.digits(i) else { return year_in_words(a, i) };
    if let Some(end) = before_christ(a, i + 1) {
        return (digits.len() <= 4).then(|| digits.parse::<i32>().ok()).flatten().map(|year| (-year, end));
    }
    let number = a.any(i + 1, &[",", "."]) && a.glued(i + 1) && a.glued(i + 2) && a.digits(i + 2).is_some();
    let joined = a.glued(i) && a.any(i.wrapping_sub(1), &["$", "£", "€", "#", ".", ",", "/"]);
    let attached = a.glued(i + 1) && (a.is_word(i + 1) || a.any(i + 1, &["%", ":", "°"]));
    let value: i32 = digits.parse().ok()?;
    (digits.len() == 4 && (1000..2200).contains(&value) && !number && !joined && !attached)
        .then_some((value, i + 1))
}

/// "BC", "B.C.", "BCE".
pub(super) fn before_christ(a: &Atoms<'_>, i: usize) -> Option<usize> {
    if matches!(a.written(i), "BC" | "BCE") {
        return Some(i + 1);
    }
    a.all(i, &["b", ".", "c", "."]).filter(|_| a.is_capital(i))
}

/// "nineteen ninety-six", "two thousand and six".
fn year_in_words(a: &Atoms<'_>, i: usize) -> Option<(i32, usize)> {
    let first = small(a.lower(i))?;
    if first == 2 && a.is(i + 1, "thousand") {
        let at = if a.is(i + 2, "and") { i + 3 } else { i + 2 };
        let rest = small(a.lower(at)).filter(|&rest| rest > 0 && rest < 20);
        let alone = i > 0 && a.any(i - 1, &["year", "in"]);
        return rest.map(|rest| (2000 + i32::from(rest), at + 1)).or(alone.then_some((2000, i + 2)));
    }
    if !(17..=20).contains(&first) {
        return None;
    }
    let tens = small(a.lower(i + 1)).filter(|&tens| tens >= 10)?;
    let at = if a.hyphen(i + 2) { i + 3 } else { i + 2 };
    let unit = small(a.lower(at)).filter(|&unit| unit > 0 && unit < 10 && tens >= 20);
    let (rest, end) = unit.map_or((tens, i + 2), |unit| (tens + unit, at + 1));
    Some((i32::from(first) * 100 + i32::from(rest), end))
}

/// A year that stands alone: only where the words around it do not make it a number.
fn lone_year(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let whole = |year, end| Some((Meaning::Date(Year::Given(year), Within::Whole), end));
    if let Some(at) = fiscal(a, i) {
        let (year, end) = year(a, at)?;
        return whole(year, end);
    }
    let (value, end) = year(a, i)?;
    if value < 0 || end > i + 1 && a.digits(i).is_none() && !a.any(i, &["'", "’", "‘"]) {
        return whole(value, end);
    }
    if a.any(i, &["'", "’", "‘"]) {
        return if follows_preposition(a, i) { whole(value, end) } else { None };
    }
    let before = i.wrapping_sub(1);
    let led = follows_preposition(a, i)
        || a.any(before, &["(", "year", "years", "/", "[", "between", "summer", "and"]);
    let hyphen = i > 0 && a.glued(i) && a.dash(before);
    if hyphen && a.digits(before.wrapping_sub(1)).is_some_and(|digits| digits.len() != 4) {
        return None;
    }
    let counted = a.is_word(end)
        && !a.is_capital(end)
        && a.lower(end).len() > 4
        && a.lower(end).ends_with('s')
        && !a.lower(end).ends_with("ss");
    let room = (1500..2100).contains(&value) || led && value >= 1000;
    let street =
        a.is_capital(end) && a.any(end + 1, &["street", "avenue", "road", "st", "ave", "blvd", "boulevard"]);
    (room
        && (led || !counted)
        && !street
        && (!counted || !a.any(before, &["of", "to", "about", "around", "over"])))
    .then(|| whole(value, end))
    .flatten()
}

/// Behind "fiscal", "fiscal year", "the year", "FY".
fn fiscal(a: &Atoms<'_>, i: usize) -> Option<usize> {
    a.all(i, &["fiscal", "year"])
        .or_else(|| a.all(i, &["fiscal"]))
        .or_else(|| a.all(i, &["the", "year"]))
        .or_else(|| a.all(i, &["fy"]))
}

/// Whether the word before makes a time of what follows.
pub(super) fn follows_preposition(a: &Atoms<'_>, i: usize) -> bool {
    const WORDS: [&str; 37] = [
        "in",
        "since",
        "by",
        "until",
        "till",
        "during",
        "from",
        "of",
        "before",
        "after",
        "through",
        "throughout",
        "late",
        "early",
        "mid",
        "between",
        "around",
        "about",
        "to",
        "for",
        "last",
        "next",
        "this",
        "every",
        "each",
        "circa",
        "previous",
        "following",
        "fiscal",
        "per",
        "past",
        "on",
        "as",
        "again",
        "than",
        "thru",
        "into",
    ];
    let Some(before) = i.checked_sub(1) else { return false };
    let at = if a.hyphen(before) && before > 0 { before - 1 } else { before };
    a.any(at, &WORDS) || (a.is(before, "the") && before > 0 && a.any(before - 1, &WORDS))
}

/// "the third quarter [of 1988]", "third-quarter", "the fiscal first quarter", "Q3 2012",
/// "the 1988 third quarter", "this year's third quarter", "the second half of 2008".
fn quarter(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let mut at = if a.is(i, "the") { i + 1 } else { i };
    let mut year_before = None;
    if let Some((value, end)) = year(a, at) {
        (year_before, at) = (Some(Year::Given(value)), end);
    } else if let Some((which, end)) = years_possessive(a, at) {
        (year_before, at) = (Some(Year::Of(which)), end);
    }
    if a.is(at, "fiscal") {
        at += if a.hyphen(at + 1) { 2 } else { 1 };
    }
    if year_before.is_some() && a.any(at, &["quarter", "period"]) {
        // "the 1988 quarter": the one that the text speaks of.
        return year_before.map(|year| (Meaning::Date(year, Within::Quarter(0)), at + 1));
    }
    let (within, end) = quarter_name(a, at)?;
    if at > i && a.hyphen(end - 2) {
        return None;
    }
    let (year, end) = match year_before {
        Some(year) => (year, end),
        None => year_of_quarter(a, end).unwrap_or((Year::Open(Which::Plain), end)),
    };
    let half = matches!(within, Within::Half(_)) && matches!(year, Year::Open(_));
    (!half).then_some((Meaning::Date(year, within), end))
}

/// "this year's", "last year's", "next year's".
fn years_possessive(a: &Atoms<'_>, i: usize) -> Option<(Which, usize)> {
    let which = match a.lower(i) {
        "this" => Which::This,
        "last" => Which::Last,
        "next" => Which::Next,
        "that" => Which::That,
        _ => return None,
    };
    a.is(i + 1, "year").then(|| a.possessive(i + 2)).flatten().map(|end| (which, end))
}

fn quarter_name(a: &Atoms<'_>, i: usize) -> Option<(Within, usize)> {
    if a.any(i, &["q"]) && a.glued(i + 1) {
        let n = a.digits(i + 1)?.parse().ok()?;
        return (1..=4).contains(&n).then_some((Within::Quarter(n), i + 2));
    }
    let (n, end) = match a.lower(i) {
        "latter" => (2, i + 1),
        "final" => (4, i + 1),
        _ => ordinal(a, i)?,
    };
    let end = if a.any(end, &["fiscal"]) || a.hyphen(end) { end + 1 } else { end };
    let n = i8::try_from(n).ok()?;
    match a.lower(end) {
        "quarter" if n <= 4 => Some((Within::Quarter(n), end + 1)),
        "half" if n <= 2 => Some((Within::Half(n), end + 1)),
        _ => None,
    }
}

fn year_of_quarter(a: &Atoms<'_>, i: usize) -> Option<(Year, usize)> {
    let at = if a.any(i, &["of", "in"]) { i + 1 } else { i };
    let at = if a.is(at, "fiscal") { at + 1 } else { at };
    if let Some((value, end)) = year(a, at) {
        return Some((Year::Given(value), end));
    }
    if a.is(i, "of") && a.is(at, "the") && a.is(at + 1, "year") {
        return Some((Year::Of(Which::This), at + 2));
    }
    year_behind(a, i)
}

/// "summer 2012", "the winter of 1941", "the spring", "in autumn".
fn in_season(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let at = if a.is(i, "the") { i + 1 } else { i };
    let season = season(a.lower(at))?;
    if let Some((year, end)) = year_behind(a, at + 1) {
        return Some((Meaning::Date(year, Within::Season(season)), end));
    }
    let named = a.is_capital(at) || (a.is_word(at + 1) && a.is_capital(at + 1));
    let fall = a.is(at, "fall")
        && (!a.any(i.wrapping_sub(1), &["in", "this", "last", "next", "during"]) || a.is(at + 1, "of"));
    let spring =
        a.is(at + 1, "of") || a.hyphen(at + 1) || a.any(at + 1, &["training", "olympics", "break", "camp"]);
    let led = at > i || follows_preposition(a, i);
    (led && !named && !fall && !spring)
        .then_some((Meaning::Date(Year::Open(Which::Plain), Within::Season(season)), at + 1))
}

/// "the 1990s", "1990s", "the '90s", "the nineties", "the 470s BC".
fn decade(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let at = if a.is(i, "the") { i + 1 } else { i };
    if let Some(word) = a.lower(at).strip_suffix("ties").filter(|_| at > i) {
        let tens = ["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"]
            .iter()
            .position(|&ten| ten == word)?;
        return Some((Meaning::Decade(1900 + 20 + 10 * i32::try_from(tens).ok()?), at + 1));
    }
    let short = a.any(at, &["'", "’", "‘"]) && a.glued(at + 1);
    let digits_at = if short { at + 1 } else { at };
    let digits = a.digits(digits_at)?;
    let apostrophe = a.any(digits_at + 1, &["'", "’"]) && a.glued(digits_at + 1);
    let s = if apostrophe { digits_at + 2 } else { digits_at + 1 };
    if !a.is(s, "s") || !a.glued(s) || !digits.ends_with('0') {
        return None;
    }
    let value: i32 = digits.parse().ok()?;
    if let Some(end) = before_christ(a, s + 1) {
        return Some((Meaning::Decade(-value), end));
    }
    match digits.len() {
        4 if (1000..2200).contains(&value) => Some((Meaning::Decade(value), s + 1)),
        2 if short || at > i => Some((Meaning::Decade(1900 + value), s + 1)),
        _ => None,
    }
}

/// "the 20th century", "the fourth century BC", "eighteenth-century".
fn century(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    let at = if a.is(i, "the") { i + 1 } else { i };
    let (n, end) = ordinal(a, at)?;
    let end = if a.hyphen(end) { end + 1 } else { end };
    if !a.is(end, "century") {
        return None;
    }
    let n = i32::from(n);
    Some(match before_christ(a, end + 1) {
        Some(behind) => (Meaning::Century(-n), behind),
        None => (Meaning::Century(n), end + 1),
    })
}

/// Two dates that share a month or a year: "6-7 January 1916", "March 5 to 9", "1914-18".
pub(super) fn range(a: &Atoms<'_>, i: usize) -> Option<[Expression; 2]> {
    days_then_month(a, i)
        .or_else(|| month_then_days(a, i))
        .or_else(|| years(a, i))
        .or_else(|| years_before_christ(a, i))
}

fn joins(a: &Atoms<'_>, i: usize) -> Option<usize> {
    (a.dash(i) || a.any(i, &["to", "and", "or", "through", "until", "/"])).then_some(i + 1)
}

fn days_then_month(a: &Atoms<'_>, i: usize) -> Option<[Expression; 2]> {
    let (first, end) = day(a, i)?;
    let behind = joins(a, end)?;
    let (meaning, last) = day_first(a, behind)?;
    let Meaning::Date(year, Within::Day(month, _)) = meaning else { return None };
    let one = Meaning::Date(year, Within::Day(month, first));
    valid(month, first).then(|| [Expression::new(i, end, one), Expression::new(behind, last, meaning)])
}

fn month_then_days(a: &Atoms<'_>, i: usize) -> Option<[Expression; 2]> {
    let (month, at) = month(a, i)?;
    let (first, end) = day(a, at)?;
    let behind = joins(a, end)?;
    let (second, last) = day(a, behind)?;
    if !valid(month, first) || !valid(month, second) || self::month(a, last).is_some() {
        return None;
    }
    // "March 5 and 20 others": the second number must be the later day and close its phrase.
    let closed = !a.is_word(last) || year_behind(a, last).is_some() || follows_range(a, last);
    if second <= first || !closed {
        return None;
    }
    let (year, last) = year_behind(a, last).unwrap_or((Year::Open(Which::Plain), last));
    let day = |day| Meaning::Date(year, Within::Day(month, day));
    Some([Expression::new(i, end, day(first)), Expression::new(behind, last, day(second))])
}

/// Words that close a date rather than being counted by it.
fn follows_range(a: &Atoms<'_>, i: usize) -> bool {
    a.any(
        i,
        &["in", "at", "and", "when", "with", "for", "by", "on", "to", "the", "as", "that", "after", "before"],
    )
}

/// "264 to 241 BC".
fn years_before_christ(a: &Atoms<'_>, i: usize) -> Option<[Expression; 2]> {
    let first: i32 = a.digits(i).filter(|digits| digits.len() <= 4)?.parse().ok()?;
    let (second, end) =
        joins(a, i + 1).and_then(|at| year(a, at)).filter(|&(second, _)| second < 0 && -second < first)?;
    let whole = |year| Meaning::Date(Year::Given(year), Within::Whole);
    Some([Expression::new(i, i + 1, whole(-first)), Expression::new(i + 2, end, whole(second))])
}

fn years(a: &Atoms<'_>, i: usize) -> Option<[Expression; 2]> {
    let (first, end) = year(a, i)?;
    if !a.any(end, &["-", "–", "/"]) || !a.glued(end) || !a.glued(end + 1) || first < 1000 {
        return None;
    }
    let digits = a.digits(end + 1).filter(|_| !a.any(end + 2, &["-", "/"]) || !a.glued(end + 2))?;
    let value: i32 = digits.parse().ok()?;
    let second = match digits.len() {
        2 => first - first % 100 + value,
        4 => value,
        _ => return None,
    };
    let whole = |year| Meaning::Date(Year::Given(year), Within::Whole);
    (second > first && second < first + 1000)
        .then(|| [Expression::new(i, end, whole(first)), Expression::new(end + 1, end + 2, whole(second))])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Meaning, usize)> {
        let atoms = Atoms::new(text);
        date(&atoms, 0)
    }

    fn day_of(year: i32, month: i8, day: i8) -> Option<Meaning> {
        Some(Meaning::Date(Year::Given(year), Within::Day(month, day)))
    }

    #[test]
    fn reads_all_forms_of_a_day() {
        for text in [
            "March 3, 2014",
            "March 3rd, 2014",
            "3 March 2014",
            "the 3rd of March 2014",
            "Mar. 3, 2014",
            "2014-03-03",
            "03/03/2014",
            "Monday, March 3, 2014",
            "Monday 3 March 2014",
        ] {
            assert_eq!(read(text).map(|read| read.0), day_of(2014, 3, 3), "{text}");
        }
        assert_eq!(read("03/05/1996").map(|read| read.0), day_of(1996, 3, 5), "month first");
        assert_eq!(read("25/05/1996").map(|read| read.0), day_of(1996, 5, 25), "unless impossible");
    }

    #[test]
    fn reads_parts_of_years() {
        let of = |text: &str| read(text).map(|read| read.0);
        let given = |year, within| Some(Meaning::Date(Year::Given(year), within));
        assert_eq!(of("the third quarter of 1988"), given(1988, Within::Quarter(3)));
        assert_eq!(of("the second half of 2008"), given(2008, Within::Half(2)));
        assert_eq!(of("the winter of 1941"), given(1941, Within::Season("WI")));
        assert_eq!(of("June last year"), Some(Meaning::Date(Year::Of(Which::Last), Within::Month(6))));
        assert_eq!(of("480 BC"), given(-480, Within::Whole));
        assert_eq!(of("nineteen ninety-six"), given(1996, Within::Whole));
        assert_eq!(of("the 1990s"), Some(Meaning::Decade(1990)));
        assert_eq!(of("the 20th century"), Some(Meaning::Century(20)));
    }

    #[test]
    fn leaves_numbers_and_words_alone() {
        for text in [
            "1,998 men",
            "1998 soldiers",
            "$1998",
            "may go",
            "March on",
            "24/7",
            "1.2.3",
            "40s",
            "fall of the city",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn splits_ranges() {
        let ends = |text: &str| range(&Atoms::new(text), 0).map(|[one, two]| (one.meaning, two.meaning));
        let day = |day| Meaning::Date(Year::Given(1916), Within::Day(1, day));
        assert_eq!(ends("6-7 January 1916"), Some((day(6), day(7))));
        assert_eq!(ends("January 6 to 7, 1916"), Some((day(6), day(7))));
        let year = |year| Meaning::Date(Year::Given(year), Within::Whole);
        assert_eq!(ends("1914-18"), Some((year(1914), year(1918))));
        assert_eq!(ends("May 5 and 20 others"), None);
    }
}
