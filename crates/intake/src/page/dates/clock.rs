//! Times of day as people write them, with their time zone: `10:15 GMT`, `9.05 a.m. ET`, `10 Uhr`.

use super::moment::Clock;
use super::tokens::{Kind, Row};
use super::zone;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

/// The time of day that starts at a token, on a given day, and the place after it.
///
/// `led` says that a word or a date before it announces a time: "at 9.05" is one, "9.05" is not.
pub(super) fn clock_at(row: Row<'_, '_>, at: usize, date: Date, led: bool) -> Option<(Clock, usize)> {
    let hour = row.number(at, 2)?;
    let (minute, second, next) = minutes(row, at)?;
    let (half, next) = half_of_day(row, next);
    let (said, next) = hour_word(row, next);
    let is_dotted = row.sign(at + 1) == Some('.') || next == at + 1;
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => hour,
        Some(late) => hour % 12 + if late { 12 } else { 0 },
        None => hour,
    };
    let time = Time::new(i8::try_from(hour).ok()?, minute, second, 0).ok()?;
    let (zone, after) = zone_at(row, next, date, time);
    let sure = half.is_some() || said || zone.is_some();
    let bare = next == at + 1;
    (!bare && (!is_dotted || sure || led) || bare && (half.is_some() || said))
        .then_some((Clock { time, zone }, after))
}

/// Minutes and seconds after the hour at a token; none for an hour alone.
fn minutes(row: Row<'_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    let two =
        |at: usize| row.number(at, 2).filter(|_| row.get(at).is_some_and(|token| token.text.len() == 2));
    let mark = row.get(at + 1)?;
    let is_mark = matches!(mark.text, ":" | "." | "h" | "H");
    let Some(minute) = two(at + 2).filter(|&minute| is_mark && minute < 60 && row.is_glued(at + 2)) else {
        return Some((0, 0, at + 1));
    };
    let minute = i8::try_from(minute).ok()?;
    if row.sign(at + 3) == Some(':')
        && let Some(second) = two(at + 4).filter(|&second| second < 60)
    {
        let fraction = row.sign(at + 5).is_some_and(|sign| matches!(sign, '.' | ',')) && row.is_glued(at + 6);
        let next = at + 5 + if fraction && row.get(at + 6)?.kind == Kind::Number { 2 } else { 0 };
        return Some((minute, i8::try_from(second).ok()?, next));
    }
    Some((minute, 0, at + 3))
}

/// `am`, `p.m.`: whether it is the second half of the day.
fn half_of_day(row: Row<'_, '_>, at: usize) -> (Option<bool>, usize) {
    let Some(word) = row.word(at) else { return (None, at) };
    match &*word.to_lowercase() {
        "am" => (Some(false), at + 1),
        "pm" => (Some(true), at + 1),
        half @ ("a" | "p")
            if row.sign(at + 1) == Some('.')
                && row.word(at + 2).is_some_and(|m| m.eq_ignore_ascii_case("m")) =>
        {
            (Some(half == "p"), at + 3 + usize::from(row.sign(at + 3) == Some('.')))
        }
        _ => (None, at),
    }
}

/// `Uhr`, `h`, `hrs`, `uur`.
fn hour_word(row: Row<'_, '_>, at: usize) -> (bool, usize) {
    let said =
        row.word(at).is_some_and(|word| matches!(&*word.to_lowercase(), "uhr" | "h" | "hrs" | "hs" | "uur"));
    (said, at + usize::from(said))
}

/// `GMT`, `(ET)`, `+01:00`, `UTC-3`.
fn zone_at(row: Row<'_, '_>, at: usize, date: Date, time: Time) -> (Option<Offset>, usize) {
    let open = at + usize::from(row.sign(at) == Some('('));
    let Some(name) = row.word(open) else {
        return numbers(row, open).map_or((None, at), |(zone, next)| (Some(zone), next));
    };
    if matches!(name, "UTC" | "GMT")
        && let Some((zone, next)) = numbers(row, open + 1)
    {
        return (Some(zone), next);
    }
    let name = if name == "z" { "Z" } else { name };
    let zone = zone::named(name, date.to_datetime(time));
    let next = if zone.is_some() { open + 1 } else { at };
    (zone, next)
}

/// `+0100`, `+01:00`, `-3`.
fn numbers(row: Row<'_, '_>, at: usize) -> Option<(Offset, usize)> {
    let sign = match row.sign(at)? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let hours = row.get(at + 1).filter(|token| token.glued && token.kind == Kind::Number)?;
    let number = i32::from(row.number(at + 1, 4)?);
    let (minutes, next) = match hours.text.len() {
        4 => (number / 100 * 60 + number % 100, at + 2),
        1 | 2 if row.sign(at + 2) == Some(':') => (number * 60 + i32::from(row.number(at + 3, 2)?), at + 4),
        1 | 2 => (number * 60, at + 2),
        _ => return None,
    };
    Some((zone::minutes_east(sign * minutes)?, next))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn read(text: &str, led: bool) -> Option<String> {
        let date = jiff::civil::date(2023, 11, 6);
        let (clock, _) = clock_at(Row(&tokens(text)), 0, date, led)?;
        Some(super::super::moment::Moment::day(date).at(Some(clock)).stamp().text)
    }

    #[test]
    fn clocks_with_zones() {
        for (text, expected) in [
            ("10:15 GMT", "10:15:00Z"),
            ("10:15:30.125+0100", "10:15:30+01:00"),
            ("10:15:30-03:30", "10:15:30-03:30"),
            ("9:05 a.m. ET", "09:05:00-05:00"),
            ("12.05pm (GMT)", "12:05:00Z"),
            ("12am EST", "00:00:00-05:00"),
            ("10 Uhr MEZ", "10:00:00+01:00"),
            ("10h15 CET", "10:15:00+01:00"),
            ("10:15 UTC+2", "10:15:00+02:00"),
        ] {
            assert_eq!(read(text, false).as_deref(), Some(&*format!("2023-11-06T{expected}")), "{text}");
        }
    }

    #[test]
    fn without_a_zone_the_day_is_all_that_is_known() {
        for text in ["10:15", "10:15 IST", "9.05 pm", "10.15 Uhr", "10:15 et"] {
            assert_eq!(read(text, false).as_deref(), Some("2023-11-06"), "{text}");
        }
        assert_eq!(read("9.05", true).as_deref(), Some("2023-11-06"));
    }

    #[test]
    fn no_clocks() {
        for text in ["9.05", "25:00", "10:61", "10", "10 people"] {
            assert_eq!(read(text, false), None, "{text}");
        }
    }
}
