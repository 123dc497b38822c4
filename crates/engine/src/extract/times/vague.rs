//! What is said of time without a date: "now", "recently", "the future".

use super::super::atoms::Atoms;
use super::super::numbers::number;
use super::expression::{Expression, Meaning};
use super::words::Unit;
use model::TimeType;

/// A vague expression that begins at piece `i`.
pub(super) fn vague(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (value, end) = reference(a, i)?;
    Some(Expression::new(i, end, Meaning::Fixed(TimeType::Date, value.to_owned())))
}

fn reference(a: &Atoms<'_>, i: usize) -> Option<(&'static str, usize)> {
    const NOW: &str = "PRESENT_REF";
    const PAST: &str = "PAST_REF";
    const FUTURE: &str = "FUTURE_REF";
    match a.lower(i) {
        "now" if a.hyphen(i + 1) || (i > 0 && a.hyphen(i - 1)) => None,
        "now" | "currently" | "nowadays" => Some((NOW, i + 1)),
        "right" => a.all(i, &["right", "now"]).map(|end| (NOW, end)),
        "these" => a.all(i, &["these", "days"]).map(|end| (NOW, end)),
        "present" if a.hyphen(i + 1) && a.is(i + 2, "day") => Some((NOW, i + 3)),
        "current" if !a.any(i + 1, &["and", "or", "account"]) && !time_behind(a, i + 1) => Some((NOW, i + 1)),
        "recently" | "lately" => Some((PAST, i + 1)),
        "recent" if !time_behind(a, i + 1) && a.is_word(i + 1) => Some((PAST, i + 1)),
        "more" if a.is(i + 1, "recently") => Some((PAST, i + 2)),
        "soon" if !a.any(i + 1, &["as", "after"]) && !a.any(i.wrapping_sub(1), &["as", "too", "very"]) => {
            Some((FUTURE, i + 1))
        }
        "the" => match a.lower(i + 1) {
            "past" if !time_behind(a, i + 2) && number(a, i + 2).is_none() => Some((PAST, i + 2)),
            "future" => Some((FUTURE, i + 2)),
            "near" | "foreseeable" if a.any(i + 2, &["future", "term"]) => Some((FUTURE, i + 3)),
            "distant" if a.is(i + 2, "past") => Some((PAST, i + 3)),
            _ => None,
        },
        "future" => match Unit::of(a.lower(i + 1)) {
            Some(_) => Some((FUTURE, i + 2)),
            None if i > 0
                && a.any(i - 1, &["in", "near", "foreseeable", "distant", "immediate", "no", "bleak"]) =>
            {
                Some((FUTURE, i + 1))
            }
            None => None,
        },
        _ => None,
    }
}

/// Whether a unit, or a count word in front of one, stands at `i`.
fn time_behind(a: &Atoms<'_>, i: usize) -> bool {
    Unit::of(a.lower(i)).is_some()
        || a.any(
            i,
            &["few", "several", "couple", "fiscal", "summers", "summer", "winter", "spring", "century"],
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_vague_times() {
        let of = |text: &str, i: usize| reference(&Atoms::new(text), i);
        assert_eq!(of("now", 0), Some(("PRESENT_REF", 1)));
        assert_eq!(of("recently", 0), Some(("PAST_REF", 1)));
        assert_eq!(of("the future", 0), Some(("FUTURE_REF", 2)));
        assert_eq!(of("as soon as", 1), None);
        assert_eq!(of("the past three months", 0), None);
        assert_eq!(of("the current year", 1), None);
    }
}
