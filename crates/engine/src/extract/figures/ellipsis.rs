//! What a figure leaves out and takes from the one before: "12 in Syria", "two of them", "another
//! wounded".

use super::draft::Draft;
use super::predicate::{Place, Predicate, of_people, predicate};
use super::quantity::Quantity;
use super::words::Words;
use model::Upos;
use std::ops::Range;

/// "One man was killed and another wounded": one more, behind a figure of people.
pub(super) fn another(
    w: &Words<'_>,
    i: usize,
    sentence: &Range<usize>,
    before: Option<&Draft>,
) -> Option<Draft> {
    const COUNTED: [&str; 12] = [
        "person", "man", "woman", "boy", "girl", "victim", "officer", "child", "teenager", "student",
        "soldier", "civilian",
    ];
    let before = before?;
    let end = match w.a.lower(i) {
        "another" => i + 1,
        "a" if w.a.any(i + 1, &["second", "third", "fourth", "fifth"]) => i + 2,
        _ => return None,
    };
    let noun = w.a.any(end, &COUNTED);
    let behind = if noun { end + 1 } else { end };
    let place = Place { start: i, end: behind, closed: false };
    let told = predicate(w, place, sentence).filter(|told| told.people)?;
    let other = before.of.as_deref().is_some_and(|of| of_people(of) && of != told.of);
    let bare = !w.is_noun(end) || noun;
    let unit = if noun { w.a.lower(end).to_owned() } else { before.unit.clone()? };
    (other && bare && before.quantity.unit.is_none()).then(|| Draft {
        quantity: Quantity::exact(i, end, 1.0),
        end: behind,
        unit: Some(unit),
        of: Some(told.of),
    })
}

/// The unit of a number without a noun.
pub(super) fn elliptic(
    w: &Words<'_>,
    quantity: &Quantity,
    predicate: Option<&Predicate>,
    before: Option<&Draft>,
    joined: Option<&Draft>,
) -> Option<String> {
    let behind = quantity.end;
    let counted = |unit: &String| unit != "percent" && unit != "dollars";
    let them = w.a.is(behind, "of") && w.a.any(behind + 1, &["them", "whom", "those", "these", "which"]);
    let others = w.a.any(behind, &["others", "other", "more", "of"]);
    let same = before.filter(|before| them || (others && before.of.as_deref().is_some_and(of_people)));
    if let Some(unit) = same.and_then(|before| before.unit.clone()) {
        return Some(unit).filter(counted);
    }
    let population = quantity.start > 1
        && w.a.is(quantity.start - 1, "of")
        && w.a.any(quantity.start - 2, &["population", "crowd", "audience", "family"]);
    let persons = w.a.any(behind, &["others", "who"]) || population;
    if persons || predicate.is_some_and(|predicate| predicate.people) {
        return Some("people".to_owned());
    }
    let follows = w.a.any(behind, &["in", "at", "on", "from", "near", "across"]);
    joined.filter(|_| follows).and_then(|before| before.unit.clone()).filter(counted)
}

/// Whether a figure that begins at `start` is joined to the one that ends at `end`: "and",
/// "including", a comma, with no verb between.
pub(super) fn joins(w: &Words<'_>, end: usize, start: usize) -> bool {
    let verb = |i: usize| matches!(w.upos(i), Upos::VERB | Upos::AUX) && !w.a.is(i, "including");
    near(end, start) && joint(w, end, start) && !(end..start).any(verb)
}

/// Whether it is a part of it: "30 people died, including eight children".
pub(super) fn joins_including(w: &Words<'_>, end: usize, start: usize) -> bool {
    near(end, start) && w.a.any(start - 1, &["including", "among"])
}

fn near(end: usize, start: usize) -> bool {
    start > end && start <= end + 9
}

fn joint(w: &Words<'_>, end: usize, start: usize) -> bool {
    const PASSED: [&str; 7] = ["their", "his", "her", "its", "among", "as", "well"];
    let joiner = (end..start).rev().find(|&i| !(w.upos(i) == Upos::DET || w.a.any(i, &PASSED)));
    joiner.is_some_and(|i| w.a.any(i, &["and", ",", "or", "including", "plus", "–", "—", "("]))
}
