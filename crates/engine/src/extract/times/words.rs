//! The vocabulary of time: months, weekdays, units, parts of the day, seasons.

use super::super::atoms::Atoms;
use jiff::civil::Weekday;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit that a word names, and whether it stands in the plural.
    pub(super) fn of(word: &str) -> Option<(Self, bool)> {
        Some(match word {
            "second" | "sec" => (Self::Second, false),
            "seconds" | "secs" => (Self::Second, true),
            "minute" | "min" => (Self::Minute, false),
            "minutes" | "mins" => (Self::Minute, true),
            "hour" => (Self::Hour, false),
            "hours" | "hrs" => (Self::Hour, true),
            "day" => (Self::Day, false),
            "days" => (Self::Day, true),
            "night" => (Self::Night, false),
            "nights" => (Self::Night, true),
            "weekend" => (Self::Weekend, false),
            "weekends" => (Self::Weekend, true),
            "week" => (Self::Week, false),
            "weeks" => (Self::Week, true),
            "fortnight" => (Self::Fortnight, false),
            "month" => (Self::Month, false),
            "months" => (Self::Month, true),
            "quarter" => (Self::Quarter, false),
            "quarters" => (Self::Quarter, true),
            "year" => (Self::Year, false),
            "years" | "yrs" => (Self::Year, true),
            "decade" => (Self::Decade, false),
            "decades" => (Self::Decade, true),
            "century" => (Self::Century, false),
            "centuries" => (Self::Century, true),
            _ => return None,
        })
    }

    /// A length of so many, as TIMEX3 writes it.
    pub(super) fn length(self, count: f64) -> String {
        let (factor, unit) = match self {
            Self::Second => return clock_length(count, false),
            Self::Minute => return clock_length(count * 60.0, false),
            Self::Hour if count.fract() != 0.0 => return clock_length((count * 3600.0).round(), true),
            Self::Hour => return format!("PT{count}H"),
            Self::Day | Self::Night => (1.0, "D"),
            Self::Weekend => (2.0, "D"),
            Self::Week => (1.0, "W"),
            Self::Fortnight => (2.0, "W"),
            Self::Month => (1.0, "M"),
            Self::Quarter => (1.0, "Q"),
            Self::Year if (count.fract() - 0.5).abs() < 1e-9 => {
                return format!("P{}Y6M", count.trunc()).replace("P0Y", "P");
            }
            Self::Year => (1.0, "Y"),
            Self::Decade => (10.0, "Y"),
            Self::Century => (100.0, "Y"),
        };
        format!("P{}{unit}", count * factor)
    }

    /// A length of nobody knows how many.
    pub(super) fn some(self) -> &'static str {
        match self {
            Self::Second => "PTXS",
            Self::Minute => "PTXM",
            Self::Hour => "PTXH",
            Self::Day | Self::Night | Self::Weekend => "PXD",
            Self::Week | Self::Fortnight => "PXW",
            Self::Month => "PXM",
            Self::Quarter => "PXQ",
            Self::Year | Self::Decade => "PXY",
            Self::Century => "PXC",
        }
    }
}

/// Hours (where they are meant), minutes and seconds. Sixty and more of the smaller unit stay as
/// they were said: "90 minutes".
fn clock_length(seconds: f64, hours: bool) -> String {
    let mut value = String::from("PT");
    let mut rest = seconds;
    for (unit, length) in [("H", 3600.0), ("M", 60.0)] {
        let whole = (rest / length).trunc();
        if whole > 0.0 && (unit == "M" || hours) {
            value.push_str(&format!("{whole}{unit}"));
            rest -= whole * length;
        }
    }
    if rest > 0.0 || seconds == 0.0 {
        value.push_str(&format!("{rest}S"));
    }
    value
}

/// A month, and the piece behind it and the point of its abbreviation.
pub(super) fn month(a: &Atoms<'_>, i: usize) -> Option<(i8, usize)> {
    const FULL: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = a.lower(i);
    if !matches!(word.len(), 3..=9) || !a.is_capital(i) {
        return None;
    }
    if let Some(at) = FULL.iter().position(|&name| name == word) {
        return Some((i8::try_from(at + 1).ok()?, i + 1));
    }
    let at = FULL
        .iter()
        .position(|name| name.get(..3) == Some(word) || (word == "sept" && *name == "september"))?;
    let point = a.is(i + 1, ".") && a.glued(i + 1);
    Some((i8::try_from(at + 1).ok()?, if point { i + 2 } else { i + 1 }))
}

/// Whether the month is one of the words that mean something else as well.
pub(super) fn doubtful_month(a: &Atoms<'_>, i: usize) -> bool {
    a.any(i, &["may", "march", "mar", "jan", "jun", "dec", "august"])
}

/// A weekday, and the piece behind it and the point of its abbreviation.
pub(super) fn weekday(a: &Atoms<'_>, i: usize) -> Option<(Weekday, usize)> {
    if !a.is_capital(i) {
        return None;
    }
    let (day, short) = match a.lower(i) {
        "monday" => (Weekday::Monday, false),
        "tuesday" => (Weekday::Tuesday, false),
        "wednesday" => (Weekday::Wednesday, false),
        "thursday" => (Weekday::Thursday, false),
        "friday" => (Weekday::Friday, false),
        "saturday" => (Weekday::Saturday, false),
        "sunday" => (Weekday::Sunday, false),
        "mon" => (Weekday::Monday, true),
        "tue" | "tues" => (Weekday::Tuesday, true),
        "wed" => (Weekday::Wednesday, true),
        "thu" | "thur" | "thurs" => (Weekday::Thursday, true),
        "fri" => (Weekday::Friday, true),
        "sat" => (Weekday::Saturday, true),
        "sun" => (Weekday::Sunday, true),
        _ => return None,
    };
    if !short {
        return Some((day, i + 1));
    }
    // "The Sun" and "Wed" are other things unless a date follows.
    let behind = if a.is(i + 1, ".") { i + 2 } else { i + 1 };
    let comma = if a.is(behind, ",") { behind + 1 } else { behind };
    (month(a, comma).is_some() || a.digits(comma).is_some_and(|d| d.len() <= 2)).then_some((day, behind))
}

/// A weekday in the plural.
pub(super) fn weekdays(a: &Atoms<'_>, i: usize) -> Option<Weekday> {
    Some(match a.lower(i) {
        "mondays" => Weekday::Monday,
        "tuesdays" => Weekday::Tuesday,
        "wednesdays" => Weekday::Wednesday,
        "thursdays" => Weekday::Thursday,
        "fridays" => Weekday::Friday,
        "saturdays" => Weekday::Saturday,
        "sundays" => Weekday::Sunday,
        _ => return None,
    })
}

/// A part of the day as TIMEX3 writes it.
pub(super) fn part(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" | "dawn" | "mornings" => "MO",
        "noon" | "midday" => "12:00",
        "afternoon" | "afternoons" => "AF",
        "evening" | "dusk" | "evenings" => "EV",
        "night" | "nighttime" | "nights" => "NI",
        "midnight" => "24:00",
        _ => return None,
    })
}

/// A season as TIMEX3 writes it.
pub(super) fn season(word: &str) -> Option<&'static str> {
    Some(match word {
        "spring" | "springtime" => "SP",
        "summer" | "summertime" => "SU",
        "autumn" | "fall" => "FA",
        "winter" | "wintertime" => "WI",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_lengths() {
        assert_eq!(Unit::Year.length(2.5), "P2Y6M");
        assert_eq!(Unit::Year.length(0.5), "P6M");
        assert_eq!(Unit::Decade.length(2.0), "P20Y");
        assert_eq!(Unit::Minute.length(90.0), "PT90M");
        assert_eq!(Unit::Minute.length(1.5), "PT1M30S");
        assert_eq!(Unit::Hour.length(0.5), "PT30M");
        assert_eq!(Unit::Hour.length(5.5), "PT5H30M");
        assert_eq!(Unit::Second.length(40.0), "PT40S");
    }

    #[test]
    fn knows_months_and_weekdays() {
        let month = |text: &str| month(&Atoms::new(text), 0);
        assert_eq!(month("Oct. 17"), Some((10, 2)));
        assert_eq!(month("Sept 3"), Some((9, 1)));
        assert_eq!(month("may go"), None);
        assert_eq!(weekday(&Atoms::new("Sun shines"), 0), None);
        assert!(weekday(&Atoms::new("Sun, Nov 5"), 0).is_some());
    }
}
