//! Numbers of one thing that do not agree.

use super::Found;
use super::sides::{Side, found};
use crate::align::stem::stem;
use model::{Aspect, Figure};

/// Units that count human beings; a number of one is compared with a number of another.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "bodies", "body", "casualties", "casualty", "civilian", "civilians", "dead", "death", "deaths", "fatalities",
    "fatality", "individuals", "life", "lives", "men", "people", "person", "persons", "victim", "victims", "women",
    "wounded", "injured", "killed", "others",
];

/// The first conflict of numbers between two sides; else the first that is only vague or narrower.
pub(super) fn difference(one: &Side<'_>, other: &Side<'_>) -> Option<Found> {
    let (here, there) = (figures(one), figures(other));
    let mut soft = None;
    for a in &here {
        if there.iter().any(|b| comparable(a, b) && agree(a, b)) {
            continue;
        }
        for b in &there {
            // What the other side also says elsewhere in the point is no conflict.
            if !comparable(a, b) || here.iter().any(|a| comparable(a, b) && agree(a, b)) {
                continue;
            }
            let kind = kind(one, a, other, b);
            let note = format!("{kind}: {} against {}", number(a), number(b));
            let citations = [one.citation(a.span), other.citation(b.span)];
            let difference =
                found(Aspect::Figure, note, citations, !matches!(kind, "vague" | "narrower in scope"));
            if difference.substantial {
                return Some(difference);
            }
            soft.get_or_insert(difference);
        }
    }
    soft
}

fn figures<'a>(side: &Side<'a>) -> Vec<&'a Figure> {
    let of = |claim: &&model::Claim| claim.figures.clone();
    let indices = side.claims.iter().flat_map(of);
    let mut figures: Vec<&Figure> = indices.filter_map(|index| side.reading.figures.get(index)).collect();
    figures.sort_by_key(|figure| figure.span);
    figures
}

fn comparable(one: &Figure, other: &Figure) -> bool {
    let unit = |figure: &Figure| figure.unit.as_deref().unwrap_or("").to_lowercase();
    let of = |figure: &Figure| figure.of.as_deref().map(|of| stem(&of.to_lowercase()));
    let (a, b) = (unit(one), unit(other));
    let people = |unit: &str| PEOPLE.contains(&unit);
    let units = stem(&a) == stem(&b) || (people(&a) && people(&b));
    let acts = match (of(one), of(other)) {
        (Some(a), Some(b)) => a == b || (is_death(&a) && is_death(&b)) || (is_harm(&a) && is_harm(&b)),
        (None, None) => true,
        _ => units,
    };
    units && acts && !a.is_empty()
}

fn is_death(act: &str) -> bool {
    matches!(act, "kill" | "di" | "die" | "dead" | "death" | "slain" | "perish" | "murder" | "los" | "lost")
}

fn is_harm(act: &str) -> bool {
    matches!(act, "injur" | "wound" | "hurt")
}

fn bounds(figure: &Figure) -> (f64, f64) {
    let low = figure.low.or(figure.value).unwrap_or(0.0);
    let high =
        figure.high.or(if figure.low.is_some() { None } else { figure.value }).unwrap_or(f64::INFINITY);
    (low, high)
}

fn agree(one: &Figure, other: &Figure) -> bool {
    let (a, b) = (bounds(one), bounds(other));
    if a.0 <= b.1 && b.0 <= a.1 {
        return true;
    }
    let (x, y) = (one.value.or(one.low), other.value.or(other.low));
    let (Some(x), Some(y)) = (x, y) else { return true };
    let near = if one.approximate || other.approximate { 0.1 } else { 0.005 };
    (x - y).abs() <= near * x.abs().max(y.abs())
}

/// "Twelve of the injured": some of those that another figure counts.
fn is_part(side: &Side<'_>, figure: &Figure) -> bool {
    let behind = side.reading.report.text.get(figure.span.end..).unwrap_or("");
    [" of the ", " of them", " of those", " of whom"].iter().any(|part| behind.starts_with(part))
}

/// The number in figures, with its bounds.
fn number(figure: &Figure) -> String {
    match (figure.value, figure.low, figure.high) {
        (None, Some(low), Some(high)) => format!("{low} to {high}"),
        (_, Some(low), None) => format!("at least {low}"),
        (_, None, Some(high)) => format!("up to {high}"),
        (Some(value), ..) if figure.approximate => format!("about {value}"),
        (Some(value), ..) => format!("{value}"),
        (None, None, None) => figure.hedge.clone().unwrap_or_else(|| "a vague number".to_owned()),
    }
}

/// What kind of difference it is, in a word for a person.
fn kind(one: &Side<'_>, a: &Figure, other: &Side<'_>, b: &Figure) -> &'static str {
    if a.value.is_none() && a.low.is_none() || b.value.is_none() && b.low.is_none() {
        return "vague";
    }
    let narrower = |x: &Option<String>, y: &Option<String>| matches!((x, y), (Some(x), Some(y)) if x != y);
    if is_part(one, a) != is_part(other, b) {
        return "narrower in scope";
    }
    if narrower(&a.scope.place, &b.scope.place) || narrower(&a.scope.from, &b.scope.from) {
        return "narrower in scope";
    }
    let day = |side: &Side<'_>| side.reading.report.published.as_ref().map(|stamp| stamp.date);
    let value = |figure: &Figure| figure.value.or(figure.low).unwrap_or(0.0);
    match (day(one), day(other)) {
        (Some(x), Some(y)) if x != y && (x < y) == (value(a) < value(b)) => "superseded",
        _ => "conflict",
    }
}

#[cfg(test)]
mod tests {
    use super::{agree, comparable, number};
    use model::Figure;

    fn figure(value: f64, unit: &str, of: &str) -> Figure {
        Figure { value: Some(value), unit: Some(unit.into()), of: Some(of.into()), ..Figure::default() }
    }

    #[test]
    fn numbers_of_one_thing_are_compared() {
        assert!(comparable(&figure(4.0, "people", "killed"), &figure(3.0, "victims", "dead")));
        assert!(!comparable(&figure(4.0, "people", "killed"), &figure(3.0, "people", "injured")));
        assert!(!comparable(&figure(4.0, "ships", "sunk"), &figure(4.0, "people", "killed")));
    }

    #[test]
    fn numbers_are_told_in_figures() {
        let least = Figure { low: Some(20.0), ..figure(20.0, "people", "injured") };
        assert_eq!(
            (number(&least), number(&figure(17.0, "people", "injured"))),
            ("at least 20".into(), "17".into())
        );
    }

    #[test]
    fn bounds_agree_with_what_they_hold() {
        let least = Figure { value: None, low: Some(3.0), ..figure(0.0, "people", "killed") };
        assert!(agree(&least, &figure(4.0, "people", "killed")));
        assert!(!agree(&least, &figure(2.0, "people", "killed")));
        let about = Figure { approximate: true, ..figure(100.0, "people", "killed") };
        assert!(agree(&about, &figure(96.0, "people", "killed")));
    }
}
