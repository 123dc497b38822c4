//! One figure after the other in a sentence: number, unit and predicate put together.

use super::ellipsis::{another, elliptic, joins, joins_including};
use super::predicate::{self, Place, Predicate};
use super::quantity::{self, Quantity};
use super::unit::{self, Unit};
use super::words::Words;
use model::{Figure, Upos};
use std::ops::Range;

/// A figure as its sentence gives it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) quantity: Quantity,
    pub(super) end: usize,
    pub(super) unit: Option<String>,
    pub(super) of: Option<String>,
}

impl Draft {
    /// First piece.
    pub(super) fn start(&self) -> usize {
        self.quantity.start
    }

    /// The piece behind it.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// Whether it is an amount of something, not a count: "$5", "4 percent".
    pub(super) fn is_measured(&self) -> bool {
        self.quantity.unit.is_some() || self.unit.as_deref().is_some_and(unit::measure)
    }

    /// As a figure, without its scope.
    pub(super) fn figure(&self, w: &Words<'_>) -> Figure {
        let q = &self.quantity;
        let words = |(start, end): (usize, usize)| -> Vec<_> { (start..end).map(|i| w.a.lower(i)).collect() };
        Figure {
            span: w.a.passage(q.start, self.end),
            value: q.value,
            low: q.low,
            high: q.high,
            unit: self.unit.clone(),
            of: self.of.clone(),
            approximate: q.approximate,
            hedge: q.hedge.map(|hedge| words(hedge).join(" ")),
            ..Figure::default()
        }
    }
}

/// The figures of one sentence.
pub(super) fn drafts(w: &Words<'_>, sentence: &Range<usize>) -> Vec<Draft> {
    let mut list: Vec<Draft> = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        if let Some(pair) = vote(w, i, sentence) {
            i = pair.iter().map(Draft::end).max().unwrap_or(i + 1).max(i + 1);
            list.extend(pair);
        } else if let Some(draft) = another(w, i, sentence, list.last()) {
            i = draft.end.max(i + 1);
            list.push(draft);
        } else if let Some(quantity) = quantity::quantity(w, i) {
            // "21 of the more than 200 girls": the second number lies inside the phrase of the
            // first and is a figure of its own.
            i = quantity.end.max(i + 1);
            let draft = draft(w, quantity, sentence, list.last());
            share(&mut list, draft.as_ref(), w);
            list.extend(draft);
        } else {
            i += 1;
        }
    }
    list
}

/// "17 attacks in Iraq and 12 in Syria were foiled": the predicate is of both.
fn share(list: &mut [Draft], draft: Option<&Draft>, w: &Words<'_>) {
    let (Some(last), Some(draft)) = (list.last_mut(), draft) else { return };
    if last.of.is_none() && last.unit == draft.unit && joins(w, last.end, draft.start()) {
        last.of.clone_from(&draft.of);
    }
}

/// One figure: unit and predicate, from its own words or from the figure before.
fn draft(
    w: &Words<'_>,
    quantity: Quantity,
    sentence: &Range<usize>,
    before: Option<&Draft>,
) -> Option<Draft> {
    let money = quantity.unit.is_some();
    let phrase = if money { None } else { unit::unit(w, behind(w, &quantity)) };
    let phrase = phrase.filter(|unit| unit.end <= sentence.end);
    let end = phrase.map_or(quantity.end, |unit| unit.end);
    // "21 of the more than 200 girls who …": what follows is said of the 200.
    let inner = !money && w.a.is(quantity.end, "of") && (quantity.end..end).any(|i| w.upos(i) == Upos::NUM);
    let closed = money || (inner && w.upos(end) != Upos::AUX);
    let measured = money || phrase.is_some_and(|unit| unit::measure(w.a.lower(unit.head)));
    let predicate = told(w, phrase, Place { start: quantity.start, end, closed }, sentence);
    // Nobody kills miles: a measure takes no victim's predicate.
    let predicate = predicate.filter(|predicate| !(measured && predicate.people));
    let joined = before.filter(|before| joins(w, before.end, quantity.start));
    let unit = match (quantity.unit, phrase) {
        (Some(unit), _) => Some(unit.to_owned()),
        (None, Some(unit)) => Some(unit.text(w)),
        (None, None) => elliptic(w, &quantity, predicate.as_ref(), before, joined),
    };
    let part = || before.filter(|before| joins_including(w, before.end, quantity.start));
    let inherited = || joined.or_else(part).filter(|_| !measured).and_then(|before| before.of.clone());
    let of = predicate.map(|predicate| predicate.of).or_else(inherited);
    let end = if inner { quantity.end } else { end };
    let bare = quantity.value == Some(1.0) && of.is_none() && phrase.is_none();
    (unit.is_some() && !bare).then_some(Draft { quantity, end, unit, of })
}

/// Where the phrase behind a number begins; "dozens of" ends with its "of".
fn behind(w: &Words<'_>, quantity: &Quantity) -> usize {
    let vague = quantity.value.is_none() && quantity.low.is_none();
    if vague && w.a.is(quantity.end, "of") { quantity.end + 1 } else { quantity.end }
}

/// The predicate, from the phrase itself ("two dead adults") or from the words around.
fn told(w: &Words<'_>, phrase: Option<Unit>, place: Place, sentence: &Range<usize>) -> Option<Predicate> {
    match phrase {
        Some(unit) if unit.dead => Some(Predicate::new("killed")),
        Some(unit) if w.a.is(unit.head, "lives") && taken(w, place, sentence) => {
            Some(Predicate::new("killed"))
        }
        _ => predicate::predicate(w, place, sentence),
    }
}

/// "claimed 20 lives", "four lives have been lost".
fn taken(w: &Words<'_>, place: Place, sentence: &Range<usize>) -> bool {
    let near = sentence.start.max(place.start.saturating_sub(5))..sentence.end.min(place.end + 6);
    near.into_iter().any(|i| matches!(w.lemma(i), "claim" | "lose" | "cost" | "take"))
}

/// "The vote was 224-194": two figures.
fn vote(w: &Words<'_>, i: usize, sentence: &Range<usize>) -> Option<[Draft; 2]> {
    let a = w.a;
    let (one, two): (f64, f64) = (a.digits(i)?.parse().ok()?, a.digits(i + 2)?.parse().ok()?);
    let score = a.any(i + 1, &["-", "–"]) && a.glued(i + 1) && a.glued(i + 2);
    let near = (sentence.start.max(i.saturating_sub(8))..i + 8)
        .any(|at| a.any(at, &["vote", "voted", "votes", "passed", "approved", "ruling"]));
    if !score || !near || one < two || (i > 0 && a.glued(i)) {
        return None;
    }
    let draft = |at: usize, value, of: &str| Draft {
        quantity: Quantity::exact(at, at + 1, value),
        end: at + 1,
        unit: Some("votes".to_owned()),
        of: Some(of.to_owned()),
    };
    Some([draft(i, one, "in favor"), draft(i + 2, two, "against")])
}
