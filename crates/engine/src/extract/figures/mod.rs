//! Numbers with what they count, what happened to it, and where and when it holds.
//!
//! [`quantity`] reads the number with its hedge, [`unit`] the noun phrase behind it, [`predicate`]
//! the verb beside it, [`scope`] place and window; here they are put together, sentence by
//! sentence, and what a figure leaves out is taken from the one before ("17 attacks in Iraq and 12
//! in Syria").

mod forms;
mod predicate;
mod quantity;
mod scope;
mod unit;
mod words;

use super::atoms::Atoms;
use model::{Document, Figure, Report, Time, Upos};
use predicate::Place;
use quantity::Quantity;
use std::ops::Range;
use words::Words;

/// The figures of a report, in order; sources are not resolved yet.
pub(super) fn figures(
    report: &Report,
    document: &Document,
    times: &[Time],
    atoms: &Atoms<'_>,
) -> Vec<Figure> {
    let words = Words::new(atoms, document, times);
    let mut figures = Vec::new();
    for sentence in &document.sentences {
        let pieces = words.of(sentence.span);
        let drafts = drafts(&words, &pieces);
        for (k, draft) in drafts.iter().enumerate() {
            let next = drafts.get(k + 1).map_or(pieces.end, |next| next.quantity.start);
            let mut figure = draft.figure(&words);
            figure.scope = scope::scope(&words, &report.text, document, times, draft.end..next);
            figures.push(figure);
        }
    }
    figures
}

/// A figure as its sentence gives it.
#[derive(Clone, Debug)]
struct Draft {
    quantity: Quantity,
    end: usize,
    unit: Option<String>,
    of: Option<String>,
}

impl Draft {
    fn figure(&self, w: &Words<'_>) -> Figure {
        let q = &self.quantity;
        let hedge =
            q.hedge.map(|(start, end)| (start..end).map(|i| w.a.lower(i)).collect::<Vec<_>>().join(" "));
        Figure {
            span: w.a.passage(q.start, self.end),
            value: q.value,
            low: q.low,
            high: q.high,
            unit: self.unit.clone(),
            of: self.of.clone(),
            approximate: q.approximate,
            hedge,
            ..Figure::default()
        }
    }
}

/// The figures of one sentence.
fn drafts(w: &Words<'_>, sentence: &Range<usize>) -> Vec<Draft> {
    let mut list: Vec<Draft> = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        if let Some(pair) = vote(w, i, sentence) {
            i = pair.iter().map(|draft| draft.end).max().unwrap_or(i + 1).max(i + 1);
            list.extend(pair);
            continue;
        }
        if let Some(draft) = another(w, i, sentence, list.last()) {
            i = draft.end.max(i + 1);
            list.push(draft);
            continue;
        }
        let Some(quantity) = quantity::quantity(w, i) else {
            i += 1;
            continue;
        };
        let behind = quantity.end.max(i + 1);
        let draft = draft(w, quantity, sentence, list.last());
        // "21 of the more than 200 girls": the second number lies inside the first one's phrase
        // and is a figure of its own.
        i = behind;
        list.extend(draft);
    }
    list
}

/// One figure: unit and predicate, from its own words or from the figure before.
fn draft(
    w: &Words<'_>,
    quantity: Quantity,
    sentence: &Range<usize>,
    before: Option<&Draft>,
) -> Option<Draft> {
    let inner = if w.a.is(quantity.end, "of") && quantity.unit.is_none() {
        quantity.end
    } else {
        quantity.end.saturating_sub(1)
    };
    let at = if w.a.is(inner, "of") && quantity.value.is_none() && quantity.low.is_none() {
        inner + 1
    } else {
        quantity.end
    };
    let phrase = if quantity.unit.is_some() {
        None
    } else {
        unit::unit(w, at).filter(|unit| unit.end <= sentence.end)
    };
    let own_end = phrase.map_or(quantity.end, |unit| unit.end);
    let money = quantity.unit.is_some();
    // "21 of the more than 200 girls": what follows is said of the 200.
    let inner_number = w.a.is(quantity.end, "of") && (quantity.end..own_end).any(|i| w.upos(i) == Upos::NUM);
    let predicate = match phrase {
        Some(unit) if unit.dead => Some(predicate::Predicate::new("killed")),
        _ => predicate::predicate(
            w,
            Place { start: quantity.start, end: own_end, closed: inner_number || money },
            sentence,
        ),
    };
    // Nobody kills miles: a measure takes no victim's predicate.
    let measured = quantity.unit.is_some() || phrase.is_some_and(|unit| unit::measure(w.a.lower(unit.head)));
    let predicate = predicate.filter(|predicate| !(measured && predicate.people));
    let joined = before.filter(|before| joins(w, before.end, quantity.start));
    let unit = match (quantity.unit, phrase) {
        (Some(unit), _) => Some(unit.to_owned()),
        (None, Some(unit)) => Some(unit.text(w)),
        (None, None) => elliptic(w, &quantity, predicate.as_ref(), before, joined),
    };
    let inherited = || joined.filter(|_| !measured).and_then(|before| before.of.clone());
    let of = predicate.map(|predicate| predicate.of).or_else(inherited);
    let end = if inner_number { quantity.end } else { own_end };
    let plain = quantity.value == Some(1.0) && of.is_none() && phrase.is_none();
    (unit.is_some() && !plain).then_some(Draft { quantity, end, unit, of })
}

/// "One man was killed and another wounded": one more, behind a figure of people.
fn another(w: &Words<'_>, i: usize, sentence: &Range<usize>, before: Option<&Draft>) -> Option<Draft> {
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
    let predicate = predicate::predicate(w, place, sentence).filter(|predicate| predicate.people)?;
    let other = before.of.as_deref() != Some(predicate.of.as_str())
        && before.quantity.unit.is_none()
        && before.of.is_some();
    let bare = !w.is_noun(end) || noun;
    let unit = if noun { w.a.lower(end).to_owned() } else { before.unit.clone()? };
    (other && bare).then(|| Draft {
        quantity: Quantity::exact(i, end, 1.0),
        end: behind,
        unit: Some(unit),
        of: Some(predicate.of),
    })
}

/// The unit of a number without a noun.
fn elliptic(
    w: &Words<'_>,
    quantity: &Quantity,
    predicate: Option<&predicate::Predicate>,
    before: Option<&Draft>,
    joined: Option<&Draft>,
) -> Option<String> {
    let behind = quantity.end;
    let them = w.a.is(behind, "of") && w.a.any(behind + 1, &["them", "whom", "those", "these", "which"]);
    let others = w.a.any(behind, &["others", "other", "more", "of"]);
    let same =
        before.filter(|before| them || (others && before.of.as_deref().is_some_and(predicate::of_people)));
    if let Some(unit) = same.and_then(|before| before.unit.clone()) {
        return Some(unit).filter(|unit| unit != "percent" && unit != "dollars");
    }
    let population = quantity.start > 1
        && w.a.is(quantity.start - 1, "of")
        && w.a.any(quantity.start - 2, &["population", "crowd", "audience"]);
    let persons = w.a.any(behind, &["others", "who"]) || population;
    if persons || predicate.is_some_and(|predicate| predicate.people) {
        return Some("people".to_owned());
    }
    let follows = w.a.any(behind, &["in", "at", "on", "from", "near", "across"]);
    joined
        .filter(|_| follows)
        .and_then(|before| before.unit.clone())
        .filter(|unit| unit != "percent" && unit != "dollars")
}

/// Whether a figure that begins at `start` is joined to the one that ends at `end`: "and",
/// "including", a comma, with no verb between.
fn joins(w: &Words<'_>, end: usize, start: usize) -> bool {
    if start <= end || start > end + 9 {
        return false;
    }
    let verb = (end..start).any(|i| matches!(w.upos(i), Upos::VERB | Upos::AUX) && !w.a.is(i, "including"));
    let between = |i: &usize| {
        !(w.upos(*i) == Upos::DET || w.a.any(*i, &["their", "his", "her", "its", "among", "as", "well"]))
    };
    let joint = (end..start)
        .rev()
        .find(between)
        .is_some_and(|i| w.a.any(i, &["and", ",", "or", "including", "plus", "–", "—", "(", "of"]));
    joint && !verb
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
