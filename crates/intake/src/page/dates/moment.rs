//! A day, with the time of day and the time zone where the page gives them.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use model::Stamp;

/// When something happened, as exactly as the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day, in the page's time zone.
    pub date: Date,
    /// The time of day.
    pub clock: Option<Clock>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub time: Time,
    pub zone: Option<Offset>,
}

impl Moment {
    /// A day alone.
    pub(super) fn day(date: Date) -> Self {
        Self { date, clock: None }
    }

    /// The same with a time of day.
    pub(super) fn at(self, clock: Option<Clock>) -> Self {
        Self { clock, ..self }
    }

    /// From seconds since 1970.
    pub(super) fn from_epoch(seconds: i64) -> Option<Self> {
        let moment = Offset::UTC.to_datetime(jiff::Timestamp::from_second(seconds).ok()?);
        let clock = Clock { time: moment.time(), zone: Some(Offset::UTC) };
        Some(Self { date: moment.date(), clock: Some(clock) })
    }

    /// The time zone, where it is known.
    pub(super) fn zone(&self) -> Option<Offset> {
        self.clock?.zone
    }

    /// The day in UTC; the day as it stands where no zone is known.
    pub(super) fn utc_date(&self) -> Date {
        let Some(Clock { time, zone: Some(zone) }) = self.clock else { return self.date };
        zone.to_timestamp(self.date.to_datetime(time))
            .map_or(self.date, |moment| Offset::UTC.to_datetime(moment).date())
    }

    /// In UTC where the zone is known; otherwise as it stands. For telling which of two is earlier.
    pub(super) fn instant(&self) -> DateTime {
        let Some(clock) = self.clock else { return self.date.to_datetime(Time::midnight()) };
        let local = self.date.to_datetime(clock.time);
        let seconds = clock.zone.map_or(0, |zone| i64::from(zone.seconds()));
        local.checked_sub(Span::new().seconds(seconds)).unwrap_or(local)
    }

    /// The same moment in another zone.
    pub(super) fn in_zone(&self, zone: Offset) -> Self {
        let there = Offset::UTC.to_timestamp(self.instant()).map(|moment| zone.to_datetime(moment));
        there.map_or(*self, |there| Self {
            date: there.date(),
            clock: Some(Clock { time: there.time(), zone: Some(zone) }),
        })
    }

    /// Whether both may be the same day in some time zone.
    pub(super) fn same_day(&self, other: &Self) -> bool {
        self.date == other.date || self.utc_date() == other.utc_date()
    }

    /// RFC 3339 where the zone is known; otherwise the day, since a time without its zone is no
    /// moment that two reports could be compared by.
    pub(super) fn stamp(&self) -> Stamp {
        let text = match self.clock {
            Some(Clock { time, zone: Some(zone) }) => {
                let (hour, minute, second) = (time.hour(), time.minute(), time.second());
                format!("{}T{hour:02}:{minute:02}:{second:02}{}", self.date, rfc3339(zone))
            }
            _ => self.date.to_string(),
        };
        Stamp { date: self.date, text }
    }
}

fn rfc3339(zone: Offset) -> String {
    if zone == Offset::UTC {
        return "Z".to_owned();
    }
    let minutes = zone.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_as_exactly_as_it_is_known() {
        let day = Moment::day(jiff::civil::date(2023, 11, 6));
        assert_eq!(day.stamp().text, "2023-11-06");
        let time = jiff::civil::time(22, 15, 0, 0);
        assert_eq!(day.at(Some(Clock { time, zone: None })).stamp().text, "2023-11-06");
        let zone = Offset::from_seconds(-12_600).ok();
        let moment = day.at(Some(Clock { time, zone }));
        assert_eq!(moment.stamp().text, "2023-11-06T22:15:00-03:30");
        assert_eq!(moment.utc_date().to_string(), "2023-11-07");
        assert_eq!(moment.instant().to_string(), "2023-11-07T01:45:00");
    }

    #[test]
    fn epoch() {
        let moment = Moment::from_epoch(1_699_265_700).unwrap();
        assert_eq!(moment.stamp().text, "2023-11-06T10:15:00Z");
    }
}
