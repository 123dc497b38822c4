//! Expressions of time, resolved against the publication date and the text so far.
//!
//! One file for each kind of expression reads it from the pieces of the text and says what it
//! means; of those that begin at one place the longest stands. [`resolve`] then turns meanings into
//! TIMEX3 values in the order of the text.

mod calendar;
mod clock;
mod duration;
mod expression;
mod feasts;
mod relative;
mod resolve;
mod sets;
mod tense;
mod vague;
mod values;
mod words;

use super::atoms::Atoms;
use expression::{Expression, Meaning};
use model::{Annotation, Report, Time};

/// The expressions of time of a report, in order.
pub(super) fn times(report: &Report, document: &Annotation, atoms: &Atoms<'_>) -> Vec<Time> {
    let expressions = expressions(atoms);
    let published = report.published.as_ref().map(|stamp| stamp.date);
    let mut resolver = resolve::Resolver::new(published, &expressions);
    let mut times = Vec::with_capacity(expressions.len());
    for e in &expressions {
        let span = atoms.passage(e.start, e.end);
        let sentence = document.sentence_at(span.start).unwrap_or(document.sentences.len());
        let pieces = match document.sentences.get(sentence) {
            Some(sentence) => atoms.at(sentence.span.start)..atoms.at(sentence.span.end),
            None => e.start..e.end,
        };
        let tense = tense::tense(atoms, e.start, e.end, &pieces);
        if tense != tense::Tense::Future && atoms.is(e.start, "soon") {
            continue;
        }
        let (kind, value) = resolver.resolve(e, tense, sentence);
        times.push(Time { span, kind, value });
    }
    times
}

/// All expressions of a text, in order.
fn expressions(a: &Atoms<'_>) -> Vec<Expression> {
    let mut list = Vec::new();
    let mut i = 0;
    while i < a.len() {
        if let Some(pair) = calendar::range(a, i) {
            i = pair.iter().map(|e| e.end).max().unwrap_or(i + 1).max(i + 1);
            list.extend(pair);
            continue;
        }
        match longest(a, i) {
            Some(e) => {
                i = e.end.max(i + 1);
                list.push(e);
            }
            None => i += 1,
        }
    }
    list
}

/// The longest expression that begins at piece `i`; of equals the first.
fn longest(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    let plain = plain(a, i);
    let modified = modifier(a, i).and_then(|at| {
        let inner = self::plain(a, at)?;
        Some(Expression { start: i, ..inner }).filter(|e| !matches!(e.meaning, Meaning::Fixed(..)))
    });
    [plain, modified].into_iter().flatten().max_by_key(|e| e.end)
}

/// Likewise, without a modifier in front.
fn plain(a: &Atoms<'_>, i: usize) -> Option<Expression> {
    if !a.is_word(i) && a.digits(i).is_none() && !a.any(i, &["'", "’", "‘"]) {
        return None;
    }
    let date = calendar::date(a, i).map(|(meaning, end)| Expression::new(i, end, meaning));
    let kinds = [
        date,
        relative::relative(a, i),
        duration::duration(a, i),
        sets::set(a, i),
        clock::clock(a, i),
        vague::vague(a, i),
    ];
    kinds.into_iter().flatten().reduce(|best, e| if e.end > best.end { e } else { best })
}

/// Behind a modifier that belongs to the expression: "early", "mid-", "the end of", "later".
fn modifier(a: &Atoms<'_>, i: usize) -> Option<usize> {
    match a.lower(i) {
        "early" | "late" | "earlier" | "later" | "mid" | "sometime" => {
            let at = if a.hyphen(i + 1) { i + 2 } else { i + 1 };
            let at = if a.any(at, &["in", "on"]) && !a.is(i, "mid") { at + 1 } else { at };
            Some(at)
        }
        "around" | "about" => Some(i + 1),
        "the" => {
            let at = if a.any(i + 1, &["very", "latter"]) { i + 2 } else { i + 1 };
            if a.any(at, &["end", "beginning", "start", "middle", "close", "rest", "part", "remainder"])
                && a.is(at + 1, "of")
            {
                return Some(at + 2);
            }
            a.any(i + 1, &["early", "late", "mid"]).then(|| if a.hyphen(i + 2) { i + 3 } else { i + 2 })
        }
        _ => None,
    }
}
