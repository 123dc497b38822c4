//! Expressions of time with their TIMEX3 value.

use crate::Span;
use jiff::civil::Date;

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Its place.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value: `2023-11-05`, `2023-W44`, `P3D`, `PAST_REF`; `None` where it needs an anchor
    /// that the report does not give.
    pub value: Option<String>,
}

impl Time {
    /// The day, where the value is one (or a moment in one).
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.value.as_deref()?.get(..10)?.parse().ok()
    }
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeType {
    /// A day or something longer.
    Date,
    /// A moment or part of a day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}
