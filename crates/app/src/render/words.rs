//! Small pieces of wording: counts, days, numbers.

use parallax::model::{Aspect, FigureRow, Kind};

/// "1 report", "2 reports".
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// "3" or "at least 2, at most 3".
pub(crate) fn bounds(at_least: usize, at_most: usize) -> String {
    if at_least == at_most { at_least.to_string() } else { format!("{at_least} to {at_most}") }
}

/// "5 November 2023" for a day; anything else as it is.
pub(crate) fn day(value: &str) -> String {
    match value.parse::<jiff::civil::Date>() {
        Ok(date) => format!("{} {} {}", date.day(), month(date.month()), date.year()),
        Err(_) => longer(value),
    }
}

/// "November 2023", "week 44 of 2023", "summer 2022", "the 1990s".
fn longer(value: &str) -> String {
    let (year, rest) = value.split_once('-').unwrap_or((value, ""));
    let season = |name: &str| format!("{name} {year}");
    match rest {
        "" if year.len() == 3 => format!("the {year}0s"),
        "" => year.to_owned(),
        "SP" => season("spring"),
        "SU" => season("summer"),
        "FA" => season("autumn"),
        "WI" => season("winter"),
        _ => {
            if let Some(week) = rest.strip_prefix('W') {
                return match week.split_once('-') {
                    Some((week, _)) => format!("weekend of week {week}, {year}"),
                    None => format!("week {week} of {year}"),
                };
            }
            match rest.parse::<i8>() {
                Ok(number) if (1..=12).contains(&number) => format!("{} {year}", month(number)),
                _ => value.to_owned(),
            }
        }
    }
}

fn month(number: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(number - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("")
}

/// The number of a row: "17", "at least 20", "5 to 7", "about 10,000".
pub(crate) fn row_number(row: &FigureRow) -> String {
    number(row.value, row.low, row.high, row.approximate)
}

fn number(value: Option<f64>, low: Option<f64>, high: Option<f64>, approximate: bool) -> String {
    let plain = match (value, low, high) {
        (None, Some(low), Some(high)) => return format!("{} to {}", grouped(low), grouped(high)),
        (Some(value), Some(low), None) if low >= value => return format!("at least {}", grouped(value)),
        (Some(value), None, Some(high)) if high <= value => return format!("up to {}", grouped(value)),
        (None, Some(low), None) => return format!("at least {}", grouped(low)),
        (None, None, Some(high)) => return format!("up to {}", grouped(high)),
        (Some(value), ..) => grouped(value),
        (None, None, None) => return "some".to_owned(),
    };
    if approximate { format!("about {plain}") } else { plain }
}

/// Digits in groups of three.
fn grouped(value: f64) -> String {
    if value.fract() != 0.0 {
        return format!("{value}");
    }
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0.0 { format!("−{text}") } else { text }
}

/// The word for an aspect.
pub(crate) fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Figure => "figure",
        Aspect::Date => "date",
        Aspect::Place => "place",
        Aspect::Person => "person",
        Aspect::Attribution => "attribution",
        Aspect::Polarity => "polarity",
        Aspect::Modality => "modality",
        Aspect::Wording => "wording",
    }
}

/// The word for a kind of entity.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organization => "organization",
        Kind::Place => "place",
        Kind::Group => "group",
        Kind::Event => "event",
        Kind::Work => "work",
        Kind::Facility => "facility",
        Kind::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::{bounds, count, day, number};

    #[test]
    fn says_numbers_and_days_as_a_person_would() {
        assert_eq!(number(Some(10_000.0), None, None, true), "about 10,000");
        assert_eq!(number(None, Some(5.0), Some(7.0), false), "5 to 7");
        assert_eq!(number(Some(20.0), Some(20.0), None, false), "at least 20");
        assert_eq!(number(Some(2.5), None, None, false), "2.5");
        assert_eq!(day("2024-03-05"), "5 March 2024");
        assert_eq!(day("2024-03"), "March 2024");
        assert_eq!(day("2024-W10"), "week 10 of 2024");
        assert_eq!(day("199"), "the 1990s");
        assert_eq!((count(1, "report", "reports"), bounds(2, 3)), ("1 report".into(), "2 to 3".into()));
    }
}
