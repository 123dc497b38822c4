//! Days as people write them: `6 November 2023`, `Nov. 6th, 2023`, `06.11.2023`, `2023-11-06`.

use super::tokens::{Kind, Row, Token};
use super::words::month;
use jiff::civil::Date;

/// A day that was read, the place after it, and the other day that the same digits may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub date: Date,
    /// `06/11/2023` read the other way round.
    pub other: Option<Date>,
    /// The token after it.
    pub next: usize,
}

/// The day that starts at a token. Of two readings, `date` has the day of the month first.
pub(super) fn day_at(row: Row<'_, '_>, at: usize) -> Option<Day> {
    match row.get(at)?.kind {
        Kind::Number => year_first(row, at).or_else(|| day_month_year(row, at)).or_else(|| numeric(row, at)),
        Kind::Word => month_first(row, at),
        Kind::Sign(_) => None,
    }
}

/// The years that a page of the web can be from, with a little room at the end.
fn is_year(year: i16) -> bool {
    (1990..2100).contains(&year)
}

fn day(year: i16, month: i8, day: i16, next: usize) -> Option<Day> {
    let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
    Some(Day { date, other: None, next })
}

/// `2023-11-06`, `2023/11/6`, `2023. november 6.`, `2023年11月6日`; `20231106` where it stands alone.
fn year_first(row: Row<'_, '_>, at: usize) -> Option<Day> {
    let token = row.get(at)?;
    if token.text.len() == 8 {
        return compact(token.text, at + 1);
    }
    let year = row.number(at, 4).filter(|&year| is_year(year) && token.text.len() == 4)?;
    let is_between = |token: Token<'_>| matches!(token.text, "-" | "/" | "." | "年" | "月" | ",");
    let middle = row.skip(at + 1, 2, is_between);
    let number = match row.word(middle) {
        Some(word) => month(word)?,
        // Two numbers need a sign between them.
        None if middle > at + 1 => i8::try_from(row.number(middle, 2)?).ok()?,
        None => return None,
    };
    let last = row.skip(middle + 1, 2, is_between);
    if row.word(middle).is_none() && (last == middle + 1 || row.sign(middle + 1) == Some(',')) {
        return None;
    }
    let after = last + 1 + usize::from(row.word(last + 1) == Some("日"));
    day(year, number, row.number(last, 2)?, after)
}

fn compact(text: &str, next: usize) -> Option<Day> {
    let year: i16 = text.get(..4)?.parse().ok()?;
    let month: i8 = text.get(4..6)?.parse().ok()?;
    is_year(year).then(|| day(year, month, text.get(6..8)?.parse().ok()?, next))?
}

/// `6 November 2023`, `6. Nov. 2023`, `le 1er mars 2023`, `6 de noviembre de 2023`, `06-Nov-23`.
fn day_month_year(row: Row<'_, '_>, at: usize) -> Option<Day> {
    let number = row.number(at, 2)?;
    let is_between = |token: Token<'_>| {
        matches!(token.text, "." | "-" | "/" | "º" | "ª" | "'" | "," | "_")
            || matches!(
                &*token.text.to_lowercase(),
                "st" | "nd" | "rd" | "th" | "er" | "de" | "di" | "d" | "of" | "o"
            )
    };
    let middle = row.skip(at + 1, 3, is_between);
    let number_of_month = month(row.word(middle)?)?;
    let last = row.skip(middle + 1, 3, is_between);
    let year = year(row, last, row.is_glued(last))?;
    day(year, number_of_month, number, last + 1)
}

/// `November 6, 2023`, `Nov. 6th 2023`, `Nov 6 10:15:00 GMT 2023`.
fn month_first(row: Row<'_, '_>, at: usize) -> Option<Day> {
    // A month is as often a common word ("may"): look for the number first.
    let is_between = |token: Token<'_>| matches!(token.text, "." | "," | "-" | "/" | "the" | "_");
    let middle = row.skip(at + 1, 2, is_between);
    let number = row.number(middle, 2)?;
    let number_of_month = month(row.word(at)?)?;
    let is_after = |token: Token<'_>| {
        matches!(
            token.text,
            "." | ","
                | "-"
                | "/"
                | "’"
                | "'"
                | "st"
                | "nd"
                | "rd"
                | "th"
                | "_"
                | "ST"
                | "ND"
                | "RD"
                | "TH"
                | "of"
        )
    };
    let last = row.skip(middle + 1, 3, is_after);
    if let Some(year) = year(row, last, row.is_glued(last)) {
        return day(year, number_of_month, number, last + 1);
    }
    // The form of Unix `date`: the clock and the zone stand before the year.
    let last = row.skip(last, 7, |token| token.text == ":" || token.text.len() < 4);
    let year = year(row, last, false)?;
    let read = day(year, number_of_month, number, middle + 1)?;
    (row.sign(middle + 2) == Some(':')).then_some(read)
}

/// A year of four digits, or of two where that is certain to be meant.
fn year(row: Row<'_, '_>, at: usize, short: bool) -> Option<i16> {
    let text = row.get(at)?.text;
    match text.len() {
        4 => row.number(at, 4).filter(|&year| is_year(year)),
        2 if short && row.sign(at + 1) != Some(':') => full(row.number(at, 2)?),
        _ => None,
    }
}

fn full(short: i16) -> Option<i16> {
    match short {
        0..50 => Some(2000 + short),
        95..=99 => Some(1900 + short),
        _ => None,
    }
}

/// `06.11.2023`, `06/11/2023`, `6. 11. 2023`, `06.11.23`.
fn numeric(row: Row<'_, '_>, at: usize) -> Option<Day> {
    let (first, sign) = (row.number(at, 2)?, row.sign(at + 1)?);
    if !matches!(sign, '.' | '/' | '-' | '–') || row.sign(at + 3) != Some(sign) || is_part_of_more(row, at)
    {
        return None;
    }
    let second = row.number(at + 2, 2)?;
    let last = row.get(at + 4)?.text;
    let year = match last.len() {
        4 => row.number(at + 4, 4).filter(|&year| is_year(year))?,
        2 if sign != '-' && row.get(at + 2)?.text.len() == 2 => full(row.number(at + 4, 2)?)?,
        _ => return None,
    };
    let read = |number: i16, month: i16| day(year, i8::try_from(month).ok()?, number, at + 5);
    match (read(first, second), read(second, first)) {
        // Dots are written where the day stands first.
        (Some(day), Some(other)) if sign != '.' && first != second => {
            Some(Day { other: Some(other.date), ..day })
        }
        (day, other) => day.or(other),
    }
}

/// Numbers of versions, addresses and telephones run on.
fn is_part_of_more(row: Row<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| row.sign(before));
    let glued_before = row.is_glued(at) && matches!(before, Some('.' | '/' | '-'));
    let after = row.sign(at + 5).filter(|_| row.is_glued(at + 5));
    glued_before
        || matches!(after, Some('.' | '/' | '-')) && row.is_glued(at + 6) && row.number(at + 6, 9).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn read(text: &str) -> Option<String> {
        day_at(Row(&tokens(text)), 0).map(|day| day.date.to_string())
    }

    #[test]
    fn one_day_in_many_forms() {
        for text in [
            "2023-11-06",
            "2023/11/6",
            "2023.11.06",
            "20231106",
            "2023年11月6日",
            "2023. november 6.",
            "6 November 2023",
            "6th of November, 2023",
            "6. Nov. 2023",
            "6 de noviembre de 2023",
            "06-Nov-23",
            "November 6, 2023",
            "Nov. 6th 2023",
            "NOV 06 2023",
            "Nov 6 10:15:00 GMT 2023",
            "06.11.2023",
            "6. 11. 2023",
            "06.11.23",
            "06/11/2023",
        ] {
            assert_eq!(read(text).as_deref(), Some("2023-11-06"), "{text}");
        }
    }

    #[test]
    fn only_one_reading_is_a_day() {
        assert_eq!(read("11/26/2023").as_deref(), Some("2023-11-26"));
        let read = day_at(Row(&tokens("06/11/2023")), 0).unwrap();
        assert_eq!(read.other.map(|date| date.to_string()).as_deref(), Some("2023-06-11"));
        assert_eq!(day_at(Row(&tokens("26/11/2023")), 0).unwrap().other, None);
    }

    #[test]
    fn no_days() {
        for text in [
            "2023",
            "November 2023",
            "6 November",
            "may 20 people",
            "1.2.3.4",
            "06.11.2023.4",
            "31.11.2023",
            "2023 11 06",
            "10-11-12",
            "0001-01-01",
            "1970-01-01",
            "12345678",
            "2023-13-01",
            "40 November 2023",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
