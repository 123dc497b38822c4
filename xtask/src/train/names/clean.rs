//! Silver names made to agree: what a name is nearly everywhere in the corpus or in its document it
//! is everywhere, and where the teacher passed over a name that it knows, the name is put back.

use super::Example;
use model::{Kind, Span};
use std::collections::BTreeMap;

type Counts = BTreeMap<String, BTreeMap<Kind, u32>>;

/// Cleans all texts of the corpus.
pub(super) fn clean(examples: &mut [Example]) {
    let mut corpus = Counts::new();
    for example in examples.iter() {
        count(example, &mut corpus);
    }
    for example in examples.iter_mut() {
        let mut own = Counts::new();
        count(example, &mut own);
        for (span, kind) in &mut example.names {
            let name = span.of(&example.text);
            *kind = majority(own.get(name), 3, 0.7)
                .or_else(|| majority(corpus.get(name), 5, 0.7))
                .unwrap_or(*kind);
        }
        restore(example, &own, &corpus);
    }
}

fn count(example: &Example, counts: &mut Counts) {
    for (span, kind) in &example.names {
        *counts.entry(span.of(&example.text).to_owned()).or_default().entry(*kind).or_default() += 1;
    }
}

/// The kind that so large a share has, if there are enough.
fn majority(counts: Option<&BTreeMap<Kind, u32>>, least: u32, share: f64) -> Option<Kind> {
    let counts = counts?;
    let all: u32 = counts.values().sum();
    let (kind, most) = counts.iter().max_by_key(|(_, count)| **count)?;
    (all >= least && f64::from(*most) >= share * f64::from(all)).then_some(*kind)
}

/// Adds the names of several words, and the longer single ones, where they stand apart from other
/// capitals and were passed over.
fn restore(example: &mut Example, own: &Counts, corpus: &Counts) {
    let mut added = Vec::new();
    for (name, kinds) in own {
        let several = name.contains(' ');
        let known = majority(Some(kinds), 2, 0.7).and_then(|kind| {
            let everywhere = majority(corpus.get(name), 4, 0.7)?;
            (everywhere == kind).then_some(kind)
        });
        let Some(kind) = known.filter(|_| several || name.chars().count() > 3) else { continue };
        for (at, _) in example.text.match_indices(name.as_str()) {
            let span = Span::new(at, at + name.len());
            if stands_apart(&example.text, span)
                && !example.names.iter().any(|(other, _)| other.touches(span))
            {
                added.push((span, kind));
            }
        }
    }
    example.names.extend(added);
    example.names.sort_by_key(|(span, _)| (span.start, usize::MAX - span.end));
    let mut reach = 0;
    example.names.retain(|(span, _)| {
        let apart = span.start >= reach;
        reach = reach.max(span.end);
        apart
    });
}

fn stands_apart(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let inside =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '&' | '@' | '#'));
    if inside(before.chars().next_back()) || inside(after.chars().next()) {
        return false;
    }
    let word = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    let last = before.strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n']).next());
    let next = after.strip_prefix(' ').and_then(|after| after.split([' ', '\n']).next());
    !word(last) && !word(next)
}
