//! From what an expression means to its TIMEX3 value, on the day of publication and the text so
//! far.
//!
//! News stands on its day of publication; a narrative (a history, an encyclopedia's article) on
//! the date that it mentioned last. Without a day of publication only the text so far is left, and
//! what it does not settle stays open.

use super::expression::{Expression, Feast, Meaning, Which, Within, Year};
use super::tense::Tense;
use super::values;
use super::words::Unit;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use model::TimeType;

/// A date as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Moment {
    year: i32,
    month: Option<i8>,
    day: Option<i8>,
}

impl Moment {
    fn of(date: Date) -> Self {
        Self { year: i32::from(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }

    fn date(self) -> Option<Date> {
        Date::new(i16::try_from(self.year).ok()?, self.month?, self.day?).ok()
    }
}

/// What resolving stands on.
#[derive(Debug)]
pub(super) struct Resolver {
    published: Option<Date>,
    narrative: bool,
    /// The date that the text mentioned last.
    anchor: Option<Moment>,
    /// The quarter that it mentioned last, with its sentence.
    quarter: Option<(i32, i8, usize)>,
    /// A year that it gave, with its sentence.
    given: Option<(i32, usize)>,
    sentence: usize,
}

impl Resolver {
    /// Begins a text.
    pub(super) fn new(published: Option<Date>, expressions: &[Expression]) -> Self {
        let narrative = published.is_none_or(|date| is_narrative(i32::from(date.year()), expressions));
        Self { published, narrative, anchor: None, quarter: None, given: None, sentence: 0 }
    }

    /// Type and value of an expression in a sentence.
    pub(super) fn resolve(
        &mut self,
        e: &Expression,
        tense: Tense,
        sentence: usize,
    ) -> (TimeType, Option<String>) {
        self.sentence = sentence;
        let value = match &e.meaning {
            Meaning::Fixed(kind, value) => return (*kind, Some(value.clone())),
            Meaning::Decade(first) => return (TimeType::Date, Some(values::decade(*first))),
            Meaning::Century(n) => return (TimeType::Date, Some(values::century(*n))),
            Meaning::Date(year, within) => self.date(*year, *within, tense),
            Meaning::Day(days) => {
                self.base(true).and_then(Moment::date).and_then(|date| self.put(date, *days))
            }
            Meaning::Weekday(which, day) => {
                self.weekday(*which, *day, tense).and_then(|date| self.put(date, 0))
            }
            Meaning::Unit(which, unit) => self.unit(*which, *unit, tense),
            Meaning::Shift(count, unit, now) => self.shift(*count, *unit, *now),
            Meaning::Clock(which) => self.clock_day(*which),
        };
        match &e.clock {
            None => (TimeType::Date, value),
            Some(clock) => (TimeType::Time, value.map(|value| format!("{value}T{clock}"))),
        }
    }

    /// Now (`true`) or the date that the text speaks of.
    fn base(&self, now: bool) -> Option<Moment> {
        let published = self.published.map(Moment::of);
        if now && !self.narrative {
            published
        } else {
            self.anchor.or(if self.narrative { None } else { published })
        }
    }

    /// Makes a day, some days on, the date that the text speaks of; gives its value.
    fn put(&mut self, date: Date, days: i32) -> Option<String> {
        let date = date.checked_add(days.days()).ok()?;
        self.anchor = Some(Moment::of(date));
        Some(values::day(i32::from(date.year()), date.month(), date.day()))
    }

    fn date(&mut self, year: Year, within: Within, tense: Tense) -> Option<String> {
        let value = match year {
            Year::Given(year) => {
                self.given = Some((year, self.sentence));
                Some(year)
            }
            Year::Of(which) => self.year_of(which),
            Year::Open(which) => self.open_year(which, within, tense),
        };
        let year = value?;
        let month_day = |month, day| Moment { year, month, day };
        let within = match (within, self.quarter) {
            (Within::Quarter(0), Some((_, quarter, _))) => Within::Quarter(quarter),
            (Within::Quarter(0), None) => Within::Whole,
            _ => within,
        };
        let moment = match within {
            Within::Month(month) => month_day(Some(month), None),
            Within::Day(month, day) => month_day(Some(month), Some(day)),
            Within::DayOnly(day) => month_day(self.base(false)?.month, Some(day)),
            Within::Feast(feast) => return values::feast(year, feast).and_then(|date| self.put(date, 0)),
            Within::WeekOf(month, day) => {
                let date = month_day(Some(month), Some(day)).date()?;
                return Some(values::week(date));
            }
            Within::Season(_) | Within::Quarter(_) | Within::Half(_) | Within::Whole => month_day(None, None),
        };
        if let Within::Quarter(quarter) = within
            && self.quarter.is_none_or(|known| (known.0, known.1) <= (year, quarter))
        {
            self.quarter = Some((year, quarter, self.sentence));
        }
        self.anchor = Some(moment);
        Some(match within {
            Within::Season(season) => format!("{}-{season}", values::year(year)),
            Within::Quarter(quarter) => format!("{}-Q{quarter}", values::year(year)),
            Within::Half(half) => format!("{}-H{half}", values::year(year)),
            _ => match (moment.month, moment.day) {
                (Some(month), Some(day)) => values::day(year, month, day),
                (Some(month), None) => values::month(year, month),
                _ => values::year(year),
            },
        })
    }

    /// "last year", "that year".
    fn year_of(&self, which: Which) -> Option<i32> {
        let now = matches!(which, Which::This | Which::Last | Which::Next);
        Some(self.base(now)?.year + step(which))
    }

    /// The year of a date that gives none.
    fn open_year(&self, which: Which, within: Within, tense: Tense) -> Option<i32> {
        let month = month_of(within);
        if matches!(which, Which::That | Which::Previous | Which::Following) {
            return self.near_anchor(which, month);
        }
        let Some(published) = self.published.filter(|_| !self.narrative) else {
            return self.near_anchor(which, month);
        };
        let now = i32::from(published.year());
        if let Some((year, _)) = self.given.filter(|&(year, at)| {
            at == self.sentence && year < now - 1 && which == Which::Plain && tense != Tense::Future
        }) {
            return Some(year);
        }
        let Some(month) = month else { return Some(now) };
        let here = published.month();
        let day = match within {
            Within::Day(_, day) => Some(day),
            _ => None,
        };
        let ahead = (month, day.unwrap_or(published.day())) > (here, published.day());
        Some(match which {
            Which::Last if month > here || (month == here && (day.is_none() || ahead)) => now - 1,
            Which::Next if month < here || (month == here && !ahead) => now + 1,
            Which::Last | Which::Next | Which::This => now,
            _ => now + nearest(i32::from(month) - i32::from(here), day.is_some(), ahead, tense, within),
        })
    }

    /// The year in a narrative: that of the last date, or the next where the month has gone by
    /// long before.
    fn near_anchor(&self, which: Which, month: Option<i8>) -> Option<i32> {
        let anchor = self.anchor?;
        let (Some(month), Some(last)) = (month, anchor.month) else {
            return Some(anchor.year + step(which).min(0));
        };
        Some(match which {
            Which::Previous | Which::Last if month >= last => anchor.year - 1,
            Which::Following | Which::Next if month <= last => anchor.year + 1,
            Which::Plain if month + 9 < last => anchor.year + 1,
            _ => anchor.year,
        })
    }

    fn weekday(&self, which: Which, day: Weekday, tense: Tense) -> Option<Date> {
        let now = !matches!(which, Which::That | Which::Previous | Which::Following);
        let base = self.base(now)?.date()?;
        let back = i32::from(day.until(base.weekday()));
        let forth = i32::from(base.weekday().until(day));
        let days = match which {
            Which::Plain | Which::That | Which::This if back == 0 => 0,
            Which::Plain if tense == Tense::Future => forth,
            Which::This if forth <= 3 => forth,
            Which::Next | Which::Following => {
                if forth == 0 {
                    7
                } else {
                    forth
                }
            }
            Which::Last | Which::Previous => {
                if back == 0 {
                    -7
                } else {
                    -back
                }
            }
            _ => -back,
        };
        base.checked_add(days.days()).ok()
    }

    fn unit(&mut self, which: Which, unit: Unit, tense: Tense) -> Option<String> {
        let now = matches!(which, Which::This | Which::Last | Which::Next | Which::Plain);
        let base = self.base(now || unit == Unit::Weekend)?;
        let step = step(which);
        match unit {
            Unit::Day => match base.date() {
                Some(date) => self.put(date, step),
                None => base.month.map(|month| format!("{}-XX", values::month(base.year, month))),
            },
            Unit::Week => base.date()?.checked_add((7 * step).days()).ok().map(values::week),
            Unit::Weekend => self.weekend(base.date()?, which, tense),
            Unit::Month => {
                let (year, month) = months_on(base.year, base.month?, step);
                self.anchor = Some(Moment { year, month: Some(month), day: None });
                Some(values::month(year, month))
            }
            Unit::Quarter => self.quarter_of(base, which),
            Unit::Year => {
                if which != Which::Plain {
                    self.anchor = Some(Moment { year: base.year + step, month: None, day: None });
                }
                Some(values::year(base.year + step))
            }
            Unit::Decade => Some(values::decade((base.year.div_euclid(10) + step) * 10)),
            Unit::Century => Some(values::century(base.year.div_euclid(100) + 1 + step)),
            _ => None,
        }
    }

    fn weekend(&mut self, base: Date, which: Which, tense: Tense) -> Option<String> {
        let saturday = match base.weekday() {
            Weekday::Saturday => 0,
            Weekday::Sunday => -1,
            day if which == Which::Next || which == Which::This || tense == Tense::Future => {
                i32::from(day.until(Weekday::Saturday))
            }
            day => -i32::from(Weekday::Saturday.until(day)),
        };
        let shift = if which == Which::Last && saturday > -2 { saturday - 7 } else { saturday };
        Some(format!("{}-WE", values::week(base.checked_add(shift.days()).ok()?)))
    }

    /// "the quarter" is the one that the text speaks of, else the last that is over.
    fn quarter_of(&mut self, base: Moment, which: Which) -> Option<String> {
        let current = i32::from((base.month? - 1) / 3);
        let (year, quarter) = match (which, self.quarter) {
            (Which::Plain | Which::That, Some((year, quarter, _))) => (year, i32::from(quarter) - 1),
            (Which::Plain | Which::That, None) => (base.year, current - 1),
            _ => (base.year, current + step(which)),
        };
        let (year, quarter) = (year + quarter.div_euclid(4), quarter.rem_euclid(4) + 1);
        self.quarter = Some((year, i8::try_from(quarter).ok()?, self.sentence));
        Some(format!("{}-Q{quarter}", values::year(year)))
    }

    fn shift(&mut self, count: f64, unit: Unit, now: bool) -> Option<String> {
        // In a text about quarters "a year earlier" is a year before now.
        let base = self.base(now || (unit == Unit::Year && self.quarter.is_some()))?;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a cast saturates, and the calendar refuses what is too far"
        )]
        let whole = count.trunc() as i32;
        match unit {
            Unit::Day | Unit::Night => match base.date() {
                Some(date) => self.put(date, whole),
                None => Some(format!("{}-XX-XX", values::year(base.year))),
            },
            Unit::Week | Unit::Fortnight => {
                let weeks = if unit == Unit::Week { whole } else { whole.checked_mul(2)? };
                match base.date() {
                    Some(date) => date.checked_add(weeks.checked_mul(7)?.days()).ok().map(values::week),
                    None => Some(format!("{}-WXX", values::year(base.year))),
                }
            }
            Unit::Month => {
                let (year, month) = months_on(base.year, base.month?, whole);
                self.anchor = Some(Moment { year, month: Some(month), day: None });
                Some(values::month(year, month))
            }
            Unit::Quarter => {
                let (year, quarter) = match self.quarter {
                    Some((year, quarter, _)) => (year, i32::from(quarter) - 1),
                    None => (base.year, i32::from((base.month? - 1) / 3) - 1),
                };
                let count = quarter.checked_add(whole)?;
                Some(format!("{}-Q{}", values::year(year + count.div_euclid(4)), count.rem_euclid(4) + 1))
            }
            Unit::Year => {
                let near = self
                    .quarter
                    .filter(|&(_, _, at)| !self.narrative && self.sentence <= at + 2 && whole.abs() == 1);
                if let Some((year, quarter, _)) = near {
                    let year = year.checked_add(whole)?;
                    return Some(format!("{}-Q{quarter}", values::year(year)));
                }
                Some(values::year(base.year.checked_add(whole)?))
            }
            Unit::Decade => {
                Some(values::decade(base.year.checked_add(whole.checked_mul(10)?)?.div_euclid(10) * 10))
            }
            Unit::Century => Some(values::century(base.year.div_euclid(100) + 1 + whole)),
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend => Some(unit.length(count.abs())),
        }
    }

    /// The day of a part of the day or of a clock time.
    fn clock_day(&mut self, which: Which) -> Option<String> {
        let now = matches!(which, Which::This | Which::Last | Which::Next);
        let published = self.published.filter(|_| !self.narrative);
        let base = self.base(now)?.date().or(published)?;
        self.put(base, step(which))
    }
}

fn step(which: Which) -> i32 {
    match which {
        Which::Last | Which::Previous => -1,
        Which::Next | Which::Following => 1,
        Which::Plain | Which::This | Which::That => 0,
    }
}

/// The month on which the year of a date hangs.
fn month_of(within: Within) -> Option<i8> {
    Some(match within {
        Within::Month(month) | Within::Day(month, _) | Within::WeekOf(month, _) => month,
        Within::Quarter(quarter) => quarter * 3 - 2,
        Within::Half(half) => half * 6 - 5,
        Within::Season("SP") => 3,
        Within::Season("SU") => 6,
        Within::Season("FA") => 9,
        Within::Season(_) => 12,
        Within::Feast(Feast::Fixed(month, _) | Feast::Nth(month, ..)) => month,
        Within::Feast(Feast::Easter(_)) => 4,
        Within::DayOnly(_) | Within::Whole => return None,
    })
}

/// Years to add to the year of publication: a day without a year is the nearest one, a month the
/// last, unless the verb looks ahead.
fn nearest(months: i32, day: bool, ahead: bool, tense: Tense, within: Within) -> i32 {
    let reach = match (tense, day) {
        (Tense::Future, _) => 11,
        (Tense::Past, true) => 2,
        (Tense::Past, false) => 0,
        (Tense::Unknown, true) => 5,
        (Tense::Unknown, false) => 2,
    };
    let quarter = matches!(within, Within::Quarter(_));
    if months > reach || (tense == Tense::Past && ahead && months == 0 && day && !quarter) {
        -1
    } else if months <= -6 && tense == Tense::Future || months <= -8 && day {
        1
    } else {
        0
    }
}

fn months_on(year: i32, month: i8, months: i32) -> (i32, i8) {
    let count = i32::from(month - 1).saturating_add(months);
    (year.saturating_add(count.div_euclid(12)), i8::try_from(count.rem_euclid(12) + 1).unwrap_or(1))
}

/// A text whose dates mostly lie years before its publication tells a history.
fn is_narrative(published: i32, expressions: &[Expression]) -> bool {
    let today = |e: &&Expression| {
        matches!(e.meaning, Meaning::Day(_) | Meaning::Weekday(Which::Plain | Which::Last | Which::Next, _))
    };
    let today = expressions.iter().filter(today).count();
    let years = expressions.iter().filter_map(|e| match e.meaning {
        Meaning::Date(Year::Given(year), _) => Some(year),
        _ => None,
    });
    let (given, old) =
        years.fold((0, 0), |(given, old), year| (given + 1, old + usize::from(year + 2 < published)));
    given >= 12 && old * 3 >= given * 2 && today * 6 <= given
}
