//! The dates in a short text: of a machine or of a person, with their clocks and what is said of
//! them.

use super::calendar::day_at;
use super::clock::clock_at;
use super::moment::{Clock, Moment};
use super::tokens::{Kind, Row, Token, tokens};
use super::words::{Role, is_lead, is_weekday, role};
use jiff::civil::Date;

/// Longer texts are cut: dates stand in lines, and what is read here comes from anyone.
const LONGEST: usize = 600;

/// The fewest digits of a date: `6-Nov-23` is written with a zero.
const DIGITS: usize = 4;

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// When; the day of the month first, where two readings are possible.
    pub moment: Moment,
    /// The other reading.
    pub other: Option<Date>,
    /// What the words in front say of it.
    pub role: Role,
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The dates in a text, in order.
pub(super) fn dates(text: &str) -> Vec<Found> {
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    if text.bytes().filter(u8::is_ascii_digit).count() < DIGITS {
        return Vec::new();
    }
    let tokens = tokens(text);
    let row = Row(&tokens);
    let mut found: Vec<Found> = Vec::new();
    // A clock in front of its date: "10:15, 6 November 2023".
    let mut ahead: Option<usize> = None;
    let mut at = 0;
    while let Some(token) = row.get(at) {
        if let Some(day) = day_at(row, at) {
            let said_until = found.last().map_or(0, |last| last.end);
            let (clock, next) = match clock_after(row, day.next, day.date) {
                Some((clock, next)) => (Some(clock), next),
                None => (
                    ahead.and_then(|clock| clock_at(row, clock, day.date, false)).map(|(clock, _)| clock),
                    day.next,
                ),
            };
            let end =
                next.checked_sub(1).and_then(|last| row.get(last)).map_or(token.end(), |last| last.end());
            let mut said = role(text.get(said_until..token.start).unwrap_or(""));
            // "… last on 6 November 2023 changed": verbs come last in some languages.
            if said == Role::Unsaid
                && text.len() - end < 25
                && role(text.get(end..).unwrap_or("")) == Role::Modified
            {
                said = Role::Modified;
            }
            let moment = Moment::day(day.date).at(clock);
            found.push(Found { moment, other: day.other, role: said, start: token.start, end });
            (at, ahead) = (next, None);
        } else if let Some((_, next)) = clock_at(row, at, Date::ZERO, false) {
            (at, ahead) = (next, Some(at));
        } else {
            ahead = ahead.filter(|_| is_filler(token));
            at += 1;
        }
    }
    found
}

/// The one moment that a value holds, for attributes and the like: a date, or seconds or
/// milliseconds since 1970.
pub(super) fn value(text: &str) -> Option<Found> {
    let text = text.trim();
    if matches!(text.len(), 10 | 13) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        let seconds = if text.len() == 13 { number / 1000 } else { number };
        let moment = Moment::from_epoch(seconds).filter(|moment| moment.date.year() >= 1995)?;
        return Some(Found { moment, other: None, role: Role::Unsaid, start: 0, end: text.len() });
    }
    if text.len() > 80 {
        return None;
    }
    dates(text).into_iter().next()
}

fn clock_after(row: Row<'_, '_>, from: usize, date: Date) -> Option<(Clock, usize)> {
    let at = row.skip(from, 5, is_filler);
    let led = at > from && row.word(at - 1).is_some_and(is_lead);
    clock_at(row, at, date, led)
}

/// What may stand between a date and its clock.
fn is_filler(token: Token<'_>) -> bool {
    match token.kind {
        Kind::Sign(sign) => {
            matches!(sign, ',' | '|' | '-' | '–' | '—' | '•' | '·' | '(' | ')' | '.' | '/' | ':' | '@')
        }
        Kind::Word => is_lead(token.text) || is_weekday(token.text),
        Kind::Number => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, Role)> {
        dates(text).into_iter().map(|found| (found.moment.stamp().text, found.role)).collect()
    }

    #[test]
    fn dates_with_their_clocks_and_roles() {
        assert_eq!(
            read("Published 6 November 2023 at 10:15 GMT | Updated: Nov. 7, 2023 9:05 a.m. ET"),
            [
                ("2023-11-06T10:15:00Z".to_owned(), Role::Published),
                ("2023-11-07T09:05:00-05:00".to_owned(), Role::Modified)
            ]
        );
        assert_eq!(
            read("10:15 GMT, Mon, Nov 6, 2023 | UPDATED: 11:20 GMT, Mon, Nov 6, 2023"),
            [
                ("2023-11-06T10:15:00Z".to_owned(), Role::Unsaid),
                ("2023-11-06T11:20:00Z".to_owned(), Role::Modified)
            ]
        );
        assert_eq!(
            read("06.11.2023, 10:15 Uhr (MEZ)"),
            [("2023-11-06T10:15:00+01:00".to_owned(), Role::Unsaid)]
        );
    }

    #[test]
    fn values_of_machines() {
        let text = |value_text: &str| value(value_text).map(|found| found.moment.stamp().text);
        assert_eq!(text("2023-11-06T10:15:00.000Z").as_deref(), Some("2023-11-06T10:15:00Z"));
        assert_eq!(text("2023-11-06 10:15:00 +0100").as_deref(), Some("2023-11-06T10:15:00+01:00"));
        assert_eq!(text("Mon, 06 Nov 2023 10:15:00 GMT").as_deref(), Some("2023-11-06T10:15:00Z"));
        assert_eq!(text("Mon Nov 06 10:15:00 CET 2023").as_deref(), Some("2023-11-06T10:15:00+01:00"));
        assert_eq!(text("1699265700").as_deref(), Some("2023-11-06T10:15:00Z"));
        assert_eq!(text("1699265700123").as_deref(), Some("2023-11-06T10:15:00Z"));
        for nothing in ["", "0", "1970-01-01T00:00:00Z", "0001-01-01", "today", "1234567890123456"] {
            assert_eq!(text(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn texts_without_a_date() {
        for text in ["2 hours ago", "vor 2 Stunden", "from 9.05 to 10.15", "in May 20 people", "1.2.2023.4"] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
