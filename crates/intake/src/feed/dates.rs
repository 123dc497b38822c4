//! Dates as feeds write them.
//!
//! RSS asks for RFC 822, Atom and JSON Feed for RFC 3339, and feeds write what they like: no
//! seconds, wrong days of the week, names of zones. The time zone is kept as written, since an
//! outlet's "Sunday" is its own day; a zone whose name means several is left out.

use jiff::civil::{Date, Time};
use jiff::fmt::temporal::DateTimeParser;
use model::Stamp;

/// The first year that is taken for a date of publication; before it lie the zeros of clocks.
const FIRST: i16 = 1990;
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Names of zones that mean one offset, in minutes.
#[rustfmt::skip]
const ZONES: [(&str, i32); 34] = [
    ("z", 0), ("ut", 0), ("utc", 0), ("gmt", 0), ("wet", 0), ("west", 60), ("bst", 60), ("cet", 60), ("mez", 60),
    ("cest", 120), ("mesz", 120), ("eet", 120), ("eest", 180), ("msk", 180), ("sast", 120), ("wat", 60), ("cat", 120),
    ("eat", 180), ("pkt", 300), ("wib", 420), ("hkt", 480), ("sgt", 480), ("jst", 540), ("kst", 540), ("aest", 600),
    ("aedt", 660), ("nzst", 720), ("nzdt", 780), ("est", -300), ("edt", -240), ("cdt", -300), ("mdt", -360),
    ("pst", -480), ("pdt", -420),
];

/// A date of a feed; `None` where none can be made out.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim().get(..80).unwrap_or(text.trim());
    let moment = iso(text).or_else(|| by_words(text))?;
    (FIRST..=2200).contains(&moment.date.year()).then(|| moment.stamp())
}

/// A day and what is known beyond it.
struct Moment {
    date: Date,
    time: Option<Time>,
    /// Minutes from UTC.
    offset: Option<i32>,
}

impl Moment {
    fn stamp(&self) -> Stamp {
        let mut text = self.date.to_string();
        if let Some(time) = self.time {
            text.push_str(&format!("T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second()));
            match self.offset {
                Some(0) => text.push('Z'),
                Some(minutes) => {
                    let sign = if minutes < 0 { '-' } else { '+' };
                    let minutes = minutes.abs();
                    text.push_str(&format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60));
                }
                None => {}
            }
        }
        Stamp { date: self.date, text }
    }
}

/// The year first: ISO 8601 and its neighbours.
fn iso(text: &str) -> Option<Moment> {
    let day = text.get(..10)?.replace(['/', '.'], "-");
    let date = day.parse::<Date>().ok()?;
    let rest = text.get(10..)?.trim_start_matches(['T', 't', ' ', ',']);
    if rest.is_empty() {
        return Some(Moment { date, time: None, offset: None });
    }
    static PARSER: DateTimeParser = DateTimeParser::new();
    let clock_end =
        rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(clock_end);
    let moment = format!("{date}T{clock}");
    let time = PARSER.parse_pieces(&moment).ok().and_then(|pieces| pieces.time());
    Some(Moment { date, time, offset: zone_offset(zone.trim()).filter(|_| time.is_some()) })
}

/// The month by name: RFC 822, `asctime`, "November 6, 2023 10:15 AM".
fn by_words(text: &str) -> Option<Moment> {
    let (mut day, mut month, mut year) = (None, None, None);
    let (mut time, mut offset) = (None, None);
    let words = text.split([' ', ',', '(', ')', '\t']).flat_map(parts).filter(|word| !word.is_empty());
    for word in words.take(16) {
        let lower = word.trim_end_matches('.').to_ascii_lowercase();
        if lower.contains(':') && lower.starts_with(|c: char| c.is_ascii_digit()) {
            (time, offset) = clock(&lower);
        } else if let (true, Some(clock)) = (matches!(lower.as_str(), "am" | "pm"), time) {
            time = half(clock, &lower);
        } else if time.is_some() && offset.is_none() && zone_offset(word).is_some() {
            offset = zone_offset(word);
        } else if month.is_none()
            && let Some(found) = month_of(&lower)
        {
            month = Some(found);
        } else if let Some(number) = number(&lower) {
            match (number, day) {
                (1..=31, None) if lower.len() <= 4 => day = i8::try_from(number).ok(),
                _ if year.is_none() => year = full_year(number),
                _ => {}
            }
        }
    }
    let date = Date::new(year?, month?, day?).ok()?;
    Some(Moment { date, time, offset })
}

/// "06-Nov-23" in its parts; other words stay whole.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let month = word.split('-').nth(1).is_some_and(|part| month_of(&part.to_ascii_lowercase()).is_some());
    let hyphen = move |c: char| month && c == '-';
    word.split(hyphen)
}

/// "nov", "november", "sept".
fn month_of(word: &str) -> Option<i8> {
    let start = word.get(..3)?;
    let index = MONTHS.iter().position(|month| *month == start)?;
    word.bytes().all(|byte| byte.is_ascii_alphabetic()).then(|| i8::try_from(index + 1).ok())?
}

/// "6", "06", "6th", "2023".
fn number(word: &str) -> Option<i16> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    matches!(ending, "" | "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}

fn full_year(number: i16) -> Option<i16> {
    match number {
        0..=49 => Some(2000 + number),
        50..=99 => Some(1900 + number),
        1000.. => Some(number),
        _ => None,
    }
}

/// "10:15", "10:15:30", "10:15:30.5", also with "am", "z" or an offset written close to it.
fn clock(word: &str) -> (Option<Time>, Option<i32>) {
    let end = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
    let (digits, rest) = word.split_at(end);
    let mut parts = digits.split([':', '.']).map(|part| part.parse::<i8>().ok());
    let hour = parts.next().flatten();
    let minute = parts.next().flatten();
    let second = parts.next().flatten().unwrap_or(0).min(59);
    let (Some(hour), Some(minute)) = (hour, minute) else { return (None, None) };
    let time = Time::new(hour, minute, second, 0).ok();
    match (time, rest) {
        (Some(time), "am" | "pm") => (half(time, rest), None),
        _ => (time, zone_offset(rest)),
    }
}

/// The hour of the half of the day.
fn half(time: Time, half: &str) -> Option<Time> {
    let hour = match (time.hour(), half) {
        (12, "am") => 0,
        (hour @ 1..=11, "pm") => hour + 12,
        (hour, _) => hour,
    };
    Time::new(hour, time.minute(), time.second(), 0).ok()
}

/// Minutes from UTC: "+0100", "-05:00", "GMT", "GMT+2", "EDT".
fn zone_offset(zone: &str) -> Option<i32> {
    let lower = zone.to_ascii_lowercase();
    if let Some((_, minutes)) = ZONES.iter().find(|(name, _)| *name == lower) {
        return Some(*minutes);
    }
    let rest = lower.strip_prefix("gmt").or_else(|| lower.strip_prefix("utc")).unwrap_or(&lower);
    let sign = if rest.strip_prefix('-').is_some() { -1 } else { 1 };
    let digits = rest.strip_prefix(['+', '-'])?.replace(':', "");
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::stamp;

    fn read(text: &str) -> String {
        stamp(text).map(|stamp| stamp.text).unwrap_or_default()
    }

    #[test]
    fn the_zone_stays_as_it_was_written() {
        for (written, text) in [
            ("Mon, 06 Nov 2023 23:30:00 -0500", "2023-11-06T23:30:00-05:00"),
            ("Mon, 06 Nov 2023 23:30:00 EDT", "2023-11-06T23:30:00-04:00"),
            ("Mon, 06 Nov 2023 23:30:00 GMT", "2023-11-06T23:30:00Z"),
            ("Mon, 6 Nov 2023 9:30 +0200", "2023-11-06T09:30:00+02:00"),
            ("Mon, 06 Nov 2023 23:30:00 GMT+2", "2023-11-06T23:30:00+02:00"),
            ("2023-11-06T23:30:00+05:30", "2023-11-06T23:30:00+05:30"),
            ("2023-11-06T23:30:00.125Z", "2023-11-06T23:30:00Z"),
            ("2023-11-06 23:30:00 +0000", "2023-11-06T23:30:00Z"),
            ("2023-11-06T23:30Z", "2023-11-06T23:30:00Z"),
            ("2023-11-06 23:30:00 UTC", "2023-11-06T23:30:00Z"),
        ] {
            assert_eq!(read(written), text, "{written}");
        }
    }

    #[test]
    fn odd_forms() {
        for (written, text) in [
            ("Tue, 06 Nov 2023 10:00:00 +0000", "2023-11-06T10:00:00Z"),
            ("Monday, 06-Nov-23 10:00:00 GMT", "2023-11-06T10:00:00Z"),
            ("6 Nov 23 10:00 UT", "2023-11-06T10:00:00Z"),
            ("Mon Nov  6 10:00:00 2023", "2023-11-06T10:00:00"),
            ("Nov 6, 2023 10:15 PM", "2023-11-06T22:15:00"),
            ("November 6th, 2023 12:05am EST", "2023-11-06T00:05:00-05:00"),
            ("Monday, November 6, 2023", "2023-11-06"),
            ("2023/11/06", "2023-11-06"),
            ("2023-11-06", "2023-11-06"),
            ("Mon, 06 Nov 2023", "2023-11-06"),
            ("Mon, 06 Nov 2023 10:00:00 IST", "2023-11-06T10:00:00"),
            ("Mon, 06 Nov 2023 24:00:00 GMT", "2023-11-06"),
        ] {
            assert_eq!(read(written), text, "{written}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for written in [
            "",
            "yesterday",
            "06/11/2023",
            "Mon, 31 Feb 2023 10:00:00 GMT",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "0001-01-01T00:00:00Z",
            "November",
            "2023",
            "é".repeat(100).as_str(),
        ] {
            assert_eq!(read(written), "", "{written}");
        }
    }
}
