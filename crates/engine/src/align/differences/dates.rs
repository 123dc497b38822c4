//! Days and hours of one act that do not agree.

use super::Found;
use super::sides::{Side, alike, found};
use model::{Aspect, Claim, Span, TimeType};

/// A time of a claim: its value, where it stands, its claim.
type Dated<'a> = (String, Span, &'a Claim);

/// A difference where each side names one day (or hour), and not the same, in claims that are alike.
pub(super) fn difference(one: &Side<'_>, other: &Side<'_>) -> Option<Found> {
    let (here, there) = (dates(one), dates(other));
    let ((a, span, claim), (b, other_span, other_claim)) = (here.first()?, there.first()?);
    let alone = distinct(&here) == 1 && distinct(&there) == 1;
    let (written, against) = (one.reading.cut(*span), other.reading.cut(*other_span));
    if !alone || agree(a, b) || !same_kind(a, b) || written.eq_ignore_ascii_case(against) {
        return None;
    }
    if !alike(&one.words(claim), &other.words(other_claim)) {
        return None;
    }
    let note = format!("{written} against {against}");
    let citations = [one.citation(*span), other.citation(*other_span)];
    Some(found(Aspect::Date, note, citations, true))
}

fn distinct(dates: &[Dated<'_>]) -> usize {
    let mut values: Vec<&String> = dates.iter().map(|(value, _, _)| value).collect();
    values.sort();
    values.dedup();
    values.len()
}

fn dates<'a>(side: &Side<'a>) -> Vec<Dated<'a>> {
    let mut dates = Vec::new();
    for &claim in &side.claims {
        let times = claim.times.iter().filter_map(|&index| side.reading.times.get(index));
        for time in times.filter(|time| matches!(time.kind, TimeType::Date | TimeType::Time)) {
            if let Some(value) = time.value.as_deref().and_then(definite_value) {
                dates.push((value, time.span, claim));
            }
        }
    }
    dates.sort_by_key(|&(_, span, _)| span);
    dates
}

/// The value as far as it is a date or a clock time.
fn definite_value(value: &str) -> Option<String> {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4 && !value.contains('X')).then(|| value.to_owned())
}

fn parts(value: &str) -> (&str, Option<&str>) {
    value.split_once('T').map_or((value, None), |(day, hour)| (day, Some(hour)))
}

fn agree(one: &str, other: &str) -> bool {
    let ((a, x), (b, y)) = (parts(one), parts(other));
    if a.contains('W') != b.contains('W') {
        return true;
    }
    let night = |hour: Option<&str>| hour.is_some_and(|hour| matches!(hour, "NI" | "MO" | "EV"));
    // "Overnight" and "early on Sunday morning" are one night.
    let one_night = night(x) && night(y) && x != y;
    let days = a.starts_with(b) || b.starts_with(a) || one_night;
    let clock = |hour: &str| hour.contains(':');
    let hours = match (x, y) {
        (Some(x), Some(y)) if clock(x) && clock(y) => x == y,
        _ => true,
    };
    days && hours
}

/// Whether both are as fine as a day, or both are years or months.
fn same_kind(one: &str, other: &str) -> bool {
    let (a, b) = (parts(one).0, parts(other).0);
    a.len() == b.len() || a.get(..4) != b.get(..4)
}

#[cfg(test)]
mod tests {
    use super::{agree, definite_value, same_kind};

    #[test]
    fn a_day_agrees_with_its_month_and_its_evening() {
        assert!(agree("2021-03-04", "2021-03") && agree("2021-03-04", "2021-03-04TEV"));
        assert!(!agree("2021-03-04", "2021-03-05") && !agree("2021-03-04T12:13", "2021-03-04T12:20"));
    }

    #[test]
    fn vague_times_are_no_dates() {
        assert_eq!(definite_value("PAST_REF"), None);
        assert_eq!(definite_value("199X"), None);
        assert!(same_kind("2021-03", "2020") && !same_kind("2021-03", "2021"));
    }
}
