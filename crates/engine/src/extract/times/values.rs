//! How TIMEX3 writes values.

use super::expression::Feast;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// "1996", "BC0490".
pub(super) fn year(year: i32) -> String {
    if year < 0 { format!("BC{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

/// "1996-03".
pub(super) fn month(year: i32, month: i8) -> String {
    format!("{}-{month:02}", self::year(year))
}

/// "1996-03-05".
pub(super) fn day(year: i32, month: i8, day: i8) -> String {
    format!("{}-{month:02}-{day:02}", self::year(year))
}

/// "1996-W10".
pub(super) fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{}-W{:02}", year(i32::from(week.year())), week.week())
}

/// "199" for the nineties.
pub(super) fn decade(first: i32) -> String {
    if first < 0 { format!("BC{:03}", first.unsigned_abs() / 10) } else { format!("{:03}", first / 10) }
}

/// "19" for the twentieth century.
pub(super) fn century(n: i32) -> String {
    if n < 0 { format!("BC{:02}", n.unsigned_abs() - 1) } else { format!("{:02}", n - 1) }
}

/// The day of a feast.
pub(super) fn feast(year: i32, feast: Feast) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(month, weekday, n) => nth(year, month, weekday, n),
        Feast::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
    }
}

fn nth(year: i16, month: i8, weekday: Weekday, n: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok()
}

/// Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_values() {
        assert_eq!(year(-490), "BC0490");
        assert_eq!(decade(1990), "199");
        assert_eq!(decade(-470), "BC047");
        assert_eq!(century(20), "19");
        assert_eq!(century(-4), "BC03");
    }

    #[test]
    fn finds_feasts() {
        let of = |y, f| feast(y, f).map(|date| date.to_string());
        assert_eq!(of(1999, Feast::Nth(11, Weekday::Thursday, 4)).as_deref(), Some("1999-11-25"));
        assert_eq!(of(2000, Feast::Easter(0)).as_deref(), Some("2000-04-23"));
        assert_eq!(of(2024, Feast::Nth(5, Weekday::Monday, -1)).as_deref(), Some("2024-05-27"));
    }
}
