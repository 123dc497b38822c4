//! Days with names.

use super::super::atoms::Atoms;
use super::calendar::year;
use super::expression::{Feast, Meaning, Which, Within, Year};
use jiff::civil::Weekday;

/// "New Year's Eve", "Christmas Day", "Thanksgiving", "Labor Day 2009".
pub(super) fn feast(a: &Atoms<'_>, i: usize) -> Option<(Meaning, usize)> {
    if a.digits(i) == Some("9") && a.is(i + 1, "/") && a.digits(i + 2) == Some("11") {
        let free = !a.is(i + 3, "/") && !a.glued(i);
        return free.then_some((Meaning::Date(Year::Given(2001), Within::Day(9, 11)), i + 3));
    }
    if !a.is_capital(i) {
        return None;
    }
    let (feast, end) = named(a, i)?;
    let (year, end) = match year(a, end) {
        Some((value, end)) => (Year::Given(value), end),
        None => (Year::Open(Which::Plain), end),
    };
    Some((Meaning::Date(year, Within::Feast(feast)), end))
}

fn named(a: &Atoms<'_>, i: usize) -> Option<(Feast, usize)> {
    use Feast::{Easter, Fixed, Nth};
    let day = |feast, words: &[&str]| a.all(i, words).map(|end| (feast, end));
    let apostrophe = if a.is(i + 1, "’") { "’" } else { "'" };
    let behind = if a.is(i + 2, "’") { "’" } else { "'" };
    match a.lower(i) {
        "new" => day(Fixed(12, 31), &["new", "year", behind, "s", "eve"])
            .or_else(|| day(Fixed(1, 1), &["new", "year", behind, "s", "day"]))
            .or_else(|| day(Fixed(12, 31), &["new", "years", "eve"])),
        "christmas" => day(Fixed(12, 24), &["christmas", "eve"])
            .or_else(|| day(Fixed(12, 25), &["christmas", "day"]))
            .or_else(|| {
                day(Fixed(12, 25), &["christmas"]).filter(|&(_, end)| !a.is_capital(end) && !a.is_word(end))
            }),
        "boxing" => day(Fixed(12, 26), &["boxing", "day"]),
        "halloween" => day(Fixed(10, 31), &["halloween"]),
        "valentine" => day(Fixed(2, 14), &["valentine", apostrophe, "s", "day"]),
        "independence" => day(Fixed(7, 4), &["independence", "day"]),
        "veterans" => day(Fixed(11, 11), &["veterans", "day"]),
        "armistice" => day(Fixed(11, 11), &["armistice", "day"]),
        "may" => day(Fixed(5, 1), &["may", "day"]),
        "thanksgiving" => {
            let thanksgiving = Nth(11, Weekday::Thursday, 4);
            day(thanksgiving, &["thanksgiving", "day"]).or_else(|| day(thanksgiving, &["thanksgiving"]))
        }
        "memorial" => day(Nth(5, Weekday::Monday, -1), &["memorial", "day"]),
        "labor" => day(Nth(9, Weekday::Monday, 1), &["labor", "day"]),
        "columbus" => day(Nth(10, Weekday::Monday, 2), &["columbus", "day"]),
        "presidents" => day(Nth(2, Weekday::Monday, 3), &["presidents", behind, "day"]),
        "martin" => day(Nth(1, Weekday::Monday, 3), &["martin", "luther", "king", "day"]),
        "easter" => day(Easter(1), &["easter", "monday"])
            .or_else(|| day(Easter(0), &["easter", "sunday"]))
            .or_else(|| day(Easter(0), &["easter"]).filter(|&(_, end)| !a.is_capital(end))),
        "good" => day(Easter(-2), &["good", "friday"]),
        "palm" => day(Easter(-7), &["palm", "sunday"]),
        "ash" => day(Easter(-46), &["ash", "wednesday"]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_named_days() {
        let of = |text: &str| feast(&Atoms::new(text), 0).map(|(meaning, _)| meaning);
        let open = |feast| Some(Meaning::Date(Year::Open(Which::Plain), Within::Feast(feast)));
        assert_eq!(of("New Year’s Eve"), open(Feast::Fixed(12, 31)));
        assert_eq!(of("Thanksgiving Day"), open(Feast::Nth(11, Weekday::Thursday, 4)));
        assert_eq!(of("9/11 attacks"), Some(Meaning::Date(Year::Given(2001), Within::Day(9, 11))));
        assert_eq!(of("Christmas Island"), None);
    }
}
