//! The day in a page's address: `/2023/11/06/`, `/2023-11-06-`, `/20231106/`.

use super::candidate::{Candidate, Source};
use super::expression::Found;
use super::moment::Moment;
use super::words::{Role, month};
use jiff::civil::Date;

/// The day that an address holds.
pub(super) fn read(address: &str) -> Option<Candidate> {
    let path = address.split_once("//").map_or(address, |(_, rest)| rest).split_once('/')?.1;
    let path = path.split(['?', '#']).next()?;
    let date = parts(path)?;
    let found = Found { moment: Moment::day(date), other: None, role: Role::Unsaid, start: 0, end: 0 };
    Some(Candidate::told(&found, Role::Unsaid, Source::Address))
}

/// Year, month and day running, in words or digits, divided by signs or as eight digits.
fn parts(path: &str) -> Option<Date> {
    let parts: Vec<&str> = path.split(|c: char| !c.is_alphanumeric()).collect();
    for (at, part) in parts.iter().enumerate() {
        let date = match part.len() {
            4 => named(part, parts.get(at + 1)?, parts.get(at + 2).copied().unwrap_or("")),
            8 => named(part.get(..4)?, part.get(4..6)?, part.get(6..)?),
            2 => parts.get(at + 2).and_then(|year| named(year, parts.get(at + 1)?, part)),
            _ => None,
        };
        if date.is_some() {
            return date;
        }
    }
    None
}

fn named(year: &str, middle: &str, day: &str) -> Option<Date> {
    let digits =
        |text: &str, most: usize| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !digits(year, 4) || !digits(day, 2) {
        return None;
    }
    let month = if digits(middle, 2) { middle.parse().ok()? } else { month(middle)? };
    let year = year.parse().ok().filter(|year| (1995..2100).contains(year))?;
    Date::new(year, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_addresses() {
        for path in [
            "2023/11/06/ferry-aground",
            "news/2023-11-06-ferry",
            "20231106/ferry.html",
            "news/2023/nov/6/ferry",
            "ferry-06-11-2023.html",
        ] {
            let found = read(&format!("https://example.org/{path}"));
            assert_eq!(
                found.map(|found| found.moment.date.to_string()).as_deref(),
                Some("2023-11-06"),
                "{path}"
            );
        }
    }

    #[test]
    fn other_numbers() {
        for path in ["", "2023/11/", "12345678", "article-2023-99-01", "a?d=2023-11-06", "1066/10/14/"] {
            assert_eq!(read(&format!("https://example.org/{path}")), None, "{path}");
        }
        assert_eq!(read("https://2023-11-06.example.org/"), None);
    }
}
