//! The order in which all decisions about reports are taken, whatever the order of the input.

use jiff::Timestamp;
use jiff::civil::Date;
use model::Report;

/// By day, by moment where it is known, then by what the report itself says; undated ones last.
pub(super) fn place(report: &Report) -> (bool, Option<Date>, Option<Timestamp>, &str, &str) {
    let day = report.published.as_ref().map(|stamp| stamp.date);
    let moment = report.published.as_ref().and_then(|stamp| stamp.text.parse().ok());
    (day.is_none(), day, moment, &report.id, &report.text)
}
