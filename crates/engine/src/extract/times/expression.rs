//! What an expression of time means before it is resolved.

use jiff::civil::Weekday;
use model::TimeType;

use super::words::Unit;

/// An expression that was read: what it means and the piece behind it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    /// The first piece.
    pub(super) start: usize,
    /// The piece behind it.
    pub(super) end: usize,
    /// What it says.
    pub(super) meaning: Meaning,
    /// Part of the day or clock time behind the day: "MO", "15:30".
    pub(super) clock: Option<String>,
}

impl Expression {
    /// An expression without a clock time.
    pub(super) fn new(start: usize, end: usize, meaning: Meaning) -> Self {
        Self { start, end, meaning, clock: None }
    }
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A date of the calendar, whole or in part.
    Date(Year, Within),
    /// So many days from the publication: today is 0.
    Day(i32),
    /// A weekday.
    Weekday(Which, Weekday),
    /// A unit in relation to now or to the text so far: "last week", "that year".
    Unit(Which, Unit),
    /// So many units from now (`true`) or from the text so far.
    Shift(f64, Unit, bool),
    /// A decade by its first year; negative before Christ.
    Decade(i32),
    /// A century by its number; negative before Christ.
    Century(i32),
    /// A clock time or part of a day of the day that the text speaks of.
    Clock(Which),
    /// The value as it is.
    Fixed(TimeType, String),
}

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// As given; negative before Christ.
    Given(i32),
    /// By its relation: "June last year", "August of that year".
    Of(Which),
    /// Open.
    Open(Which),
}

/// The part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    Whole,
    Month(i8),
    Day(i8, i8),
    /// A day of the month that the text speaks of.
    DayOnly(i8),
    Quarter(i8),
    Half(i8),
    Season(&'static str),
    Feast(Feast),
    /// The ISO week that holds the day.
    WeekOf(i8, i8),
}

/// Days with names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// On the same day every year.
    Fixed(i8, i8),
    /// The n-th weekday of a month; -1 is the last.
    Nth(i8, Weekday, i8),
    /// So many days from Easter Sunday.
    Easter(i32),
}

/// How an expression stands to now or to the text so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Nothing said.
    Plain,
    /// "this", "current": now.
    This,
    /// "last", "past": before now.
    Last,
    /// "next", "coming": after now.
    Next,
    /// "that", "the same": of the text so far.
    That,
    /// "the previous": before the text so far.
    Previous,
    /// "the following", "the next": after the text so far.
    Following,
}
