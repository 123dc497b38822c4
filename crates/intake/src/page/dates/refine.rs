//! A date made as exact as the page allows, in the outlet's own time zone.
//!
//! Pages tell machines a moment in UTC and show people the outlet's own day and clock. "Sunday" in
//! the text is that day: where the two can be brought together, they are.

use super::candidate::{Candidate, Source};
use super::moment::Moment;
use super::page::Page;
use super::words::Role;
use super::zone::minutes_east;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// A moment, and the one that the page tells where only its day could be kept.
pub(super) struct Refined {
    pub moment: Moment,
    pub told: Option<Moment>,
}

/// The chosen moment with what others on the page say of the same.
pub(super) fn refined(moment: Moment, page: &Page<'_>, modified: bool) -> Refined {
    let all: Vec<&Candidate> =
        page.all.iter().copied().filter(|one| (one.role == Role::Modified) == modified).collect();
    let near: Vec<&Candidate> = all.iter().copied().filter(|one| page.distance(one).is_some()).collect();
    let moment = if moment.zone().is_some() { moment } else { with_clock(moment, &all) };
    if moment.zone() != Some(Offset::UTC) {
        return Refined { moment, told: None };
    }
    if let Some(zone) = own_zone(moment, &all).or_else(|| zone_shown(moment, &near)) {
        return Refined { moment: moment.in_zone(zone), told: None };
    }
    // The day that is shown is the outlet's; which clock belongs to it is not known. The one in an
    // address is never that of today.
    let days = |one: &Candidate| (one.moment.date - moment.date).get_days().abs();
    let address = page.address.filter(|address| !modified && days(address) <= 1);
    let near = if address.is_some() { address.into_iter().collect() } else { near };
    let agrees = near.iter().any(|one| days(one) == 0);
    match near.iter().find(|one| days(one) == 1) {
        Some(shown) if !agrees => Refined { moment: Moment::day(shown.moment.date), told: Some(moment) },
        _ => Refined { moment, told: None },
    }
}

/// The moment of another source on the same day.
fn with_clock(day: Moment, all: &[&Candidate]) -> Moment {
    let same = |one: &&&Candidate| {
        one.moment.zone().is_some() && one.moment.same_day(&day) && one.source != Source::Created
    };
    all.iter().find(same).map_or(day, |one| one.moment)
}

/// The zone in which another source gives the same moment.
fn own_zone(moment: Moment, all: &[&Candidate]) -> Option<Offset> {
    let zone = |one: &&Candidate| one.moment.zone().filter(|&zone| zone != Offset::UTC);
    let same = |one: &&&Candidate| (seconds(one.moment.instant()) - seconds(moment.instant())).abs() < 60;
    all.iter().filter(same).find_map(zone)
}

/// The zone that makes the moment the clock that is shown.
fn zone_shown(moment: Moment, near: &[&Candidate]) -> Option<Offset> {
    let clock = moment.clock?;
    let utc = seconds(moment.date.to_datetime(clock.time)) - i64::from(clock.time.second());
    near.iter().find_map(|one| {
        let shown = one.moment.clock.filter(|shown| shown.zone.is_none())?;
        let local = seconds(one.moment.date.to_datetime(shown.time)) - i64::from(shown.time.second());
        let minutes = i32::try_from((local - utc) / 60).ok()?;
        (minutes != 0 && minutes % 15 == 0).then(|| minutes_east(minutes))?
    })
}

fn seconds(local: DateTime) -> i64 {
    Offset::UTC.to_timestamp(local).map_or(0, |moment| moment.as_second())
}
