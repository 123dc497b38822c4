//! Names of time zones that mean one thing wherever they are written.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// Minutes from UTC. Left out, since they mean several zones: IST, CST, AST, SST, WST, AMT.
const NAMES: [(&str, i32); 41] = [
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("BST", 60),
    ("WEST", 60),
    ("CET", 60),
    ("MEZ", 60),
    ("WAT", 60),
    ("CEST", 120),
    ("MESZ", 120),
    ("EET", 120),
    ("CAT", 120),
    ("SAST", 120),
    ("EEST", 180),
    ("EAT", 180),
    ("MSK", 180),
    ("TRT", 180),
    ("PKT", 300),
    ("WIB", 420),
    ("ICT", 420),
    ("HKT", 480),
    ("SGT", 480),
    ("AWST", 480),
    ("JST", 540),
    ("KST", 540),
    ("ACST", 570),
    ("AEST", 600),
    ("ACDT", 630),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("ART", -180),
    ("BRT", -180),
    ("EDT", -240),
    ("CDT", -300),
    ("EST", -300),
    ("MDT", -360),
    ("MST", -420),
    ("PDT", -420),
    ("PST", -480),
];

/// Names that stand for summer and winter time alike.
const SEASONAL: [(&str, &str); 5] = [
    ("ET", "EST5EDT,M3.2.0,M11.1.0"),
    ("CT", "CST6CDT,M3.2.0,M11.1.0"),
    ("MT", "MST7MDT,M3.2.0,M11.1.0"),
    ("PT", "PST8PDT,M3.2.0,M11.1.0"),
    ("AET", "AEST-10AEDT,M10.1.0,M4.1.0/3"),
];

/// The offset that a name stands for at a local time; names are written in capitals.
pub(super) fn named(name: &str, local: DateTime) -> Option<Offset> {
    if let Some((_, minutes)) = NAMES.iter().find(|(known, _)| *known == name) {
        return minutes_east(*minutes);
    }
    let (_, rule) = SEASONAL.iter().find(|(known, _)| *known == name)?;
    TimeZone::posix(rule).ok()?.to_ambiguous_zoned(local).compatible().ok().map(|zoned| zoned.offset())
}

/// An offset in minutes, where there can be such a zone.
pub(super) fn minutes_east(minutes: i32) -> Option<Offset> {
    (-12 * 60..=14 * 60).contains(&minutes).then(|| Offset::from_seconds(minutes * 60).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn fixed_and_seasonal_names() {
        let hours = |name: &str, month: i8| {
            named(name, date(2023, month, 6).at(10, 15, 0, 0)).map(|offset| offset.seconds() / 3600)
        };
        assert_eq!(hours("BST", 7), Some(1));
        assert_eq!(hours("ET", 7), Some(-4));
        assert_eq!(hours("ET", 12), Some(-5));
        assert_eq!(hours("IST", 7), None);
        assert_eq!(hours("et", 7), None);
    }

    #[test]
    fn no_zone_is_a_day_away() {
        assert_eq!(minutes_east(15 * 60), None);
    }
}
