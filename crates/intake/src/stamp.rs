//! Publication dates as the input writes them.

use jiff::civil::{Date, DateTime};
use model::Stamp;

/// A day (`2023-11-06`) or RFC 3339; `None` for anything else.
///
/// The day is taken in the time zone of the stamp: an outlet's "Sunday" is its own.
#[must_use]
pub fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let date = match text.len() {
        10 => text.parse::<Date>().ok()?,
        _ => moment(text)?,
    };
    Some(Stamp { date, text: text.to_owned() })
}

/// The local day of a moment; a missing zone is let pass, since many pages leave it out.
fn moment(text: &str) -> Option<Date> {
    let day = text.get(..10)?.parse::<Date>().ok()?;
    let rest = text.get(11..)?;
    let separator = text.as_bytes().get(10)?;
    if !matches!(separator, b'T' | b't' | b' ') {
        return None;
    }
    let clock_end = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let clock = rest.get(..clock_end)?.trim_end();
    let zone = rest.get(clock_end..)?;
    format!("{day}T{clock}").parse::<DateTime>().ok()?;
    is_zone(zone).then_some(day)
}

fn is_zone(zone: &str) -> bool {
    match zone.strip_prefix(['+', '-']) {
        None => matches!(zone, "" | "Z" | "z"),
        Some(rest) => {
            let digits = rest.chars().filter(char::is_ascii_digit).count();
            matches!(digits, 2 | 4) && rest.chars().all(|c| c.is_ascii_digit() || c == ':')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stamp;

    #[test]
    fn days_and_moments() {
        let day = |text: &str| stamp(text).map(|stamp| stamp.date.to_string());
        assert_eq!(day("2023-11-06").as_deref(), Some("2023-11-06"));
        assert_eq!(day("2023-11-06T23:30:00-05:00").as_deref(), Some("2023-11-06"));
        assert_eq!(day("2023-11-06T23:30:00.125Z").as_deref(), Some("2023-11-06"));
        assert_eq!(day("2023-11-06 08:15:00").as_deref(), Some("2023-11-06"));
    }

    #[test]
    fn nothing_is_guessed() {
        for text in
            ["", "yesterday", "2023-13-01", "2023-11-06Tnoon", "06/11/2023", "2023-11-06T10:00:00 about"]
        {
            assert_eq!(stamp(text), None, "{text}");
        }
    }
}
