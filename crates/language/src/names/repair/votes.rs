//! One kind for one name: what a name is in most places it is everywhere, and a person's last name
//! alone is that person.

use super::{Context, Found};
use crate::names::labels::{KINDS, index};
use crate::names::lists::flag;
use crate::names::words::{Case, Mode};
use model::Kind;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

type Counts = [u32; KINDS.len()];

/// The names of the body, by their words in lower case, with how often each was of which kind.
#[derive(Debug, Default)]
pub(super) struct Register {
    names: HashMap<Vec<u32>, Counts>,
    longest: usize,
}

impl Register {
    pub(super) fn of(context: &Context, found: &[Found]) -> Self {
        let mut register = Self::default();
        for name in found.iter().filter(|name| context.mode(name.tokens.start) == Mode::Plain) {
            register.longest = register.longest.max(name.tokens.len().min(8));
            if let Some(count) =
                register.names.entry(context.key(&name.tokens)).or_default().get_mut(index(name.kind))
            {
                *count += 1;
            }
        }
        register
    }

    /// What a name is in most places; the first kind of equals.
    pub(super) fn kind(&self, key: &[u32]) -> Option<Kind> {
        most(self.names.get(key)?)
    }

    /// The names of the register that stand inside some tokens, the longest first from the left.
    pub(super) fn inside(&self, context: &Context, tokens: &Range<usize>) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let longest = self.longest.min(tokens.end - at);
            let name = (1..=longest).rev().find_map(|length| {
                let part = at..at + length;
                let kind = self.kind(&context.key(&part))?;
                context.words(&part).iter().any(|word| word.is_high()).then_some(Found { tokens: part, kind })
            });
            at = name.as_ref().map_or(at + 1, |name| name.tokens.end);
            found.extend(name);
        }
        found
    }
}

fn most(counts: &Counts) -> Option<Kind> {
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    let at = counts.iter().position(|count| *count == most)?;
    KINDS.get(at).copied()
}

/// Names that were found elsewhere and passed over here.
pub(super) fn fill(context: &Context, found: &mut Vec<Found>) {
    let register = Register::of(context, found);
    let mut added = Vec::new();
    let mut gap = 0;
    let ends = found.iter().map(|name| name.tokens.clone()).chain([context.words.len()..usize::MAX]);
    for taken in ends {
        let inside = register.inside(context, &(gap..taken.start));
        added.extend(inside.into_iter().filter(|name| is_plain(context, name)));
        gap = taken.end;
    }
    found.extend(added);
    found.sort_by_key(|name| name.tokens.start);
}

/// Whether nothing speaks against a name that was only found elsewhere: it stands apart from other
/// capitals, and it is not a common word that happens to begin a sentence.
fn is_plain(context: &Context, name: &Found) -> bool {
    let words = context.words(&name.tokens);
    let headline = context.mode(name.tokens.start) != Mode::Plain;
    let high = |at: Option<usize>| {
        at.and_then(|at| context.words.get(at)).is_some_and(|word| word.is_high() && !word.has(flag::TITLE))
    };
    let first = context.firsts.get(name.tokens.start).copied().unwrap_or(false);
    let apart = !high(name.tokens.start.checked_sub(1).filter(|_| !first))
        && (!high(Some(name.tokens.end)) || context.firsts.get(name.tokens.end).copied().unwrap_or(true));
    let common = words.len() == 1 && words.iter().all(|word| matches!(word.capital, 1..=3));
    words.iter().all(|word| word.case != Case::Lower || words.len() > 1) && (headline || apart) && !common
}

/// Gives each name the kind that it has in most places of the document.
pub(super) fn agree(context: &Context, found: &mut [Found]) {
    let mut counts: BTreeMap<Vec<u32>, Counts> = BTreeMap::new();
    for name in found.iter() {
        let weight = if context.mode(name.tokens.start) == Mode::Plain { 2 } else { 1 };
        if let Some(count) = counts.entry(context.key(&name.tokens)).or_default().get_mut(index(name.kind)) {
            *count += weight;
        }
    }
    let persons = persons(&counts);
    for name in found.iter_mut() {
        let key = context.key(&name.tokens);
        let Some(own) = counts.get(&key) else { continue };
        let place = context
            .words(&name.tokens)
            .iter()
            .any(|word| word.has(flag::COUNTRY | flag::ADJECTIVE | flag::PEOPLE | flag::LARGE_PLACE));
        if let ([only], false) = (key.as_slice(), place)
            && persons.contains_key(only)
        {
            name.kind = Kind::Person;
        } else if let Some(kind) = most(own) {
            name.kind = kind;
        }
    }
}

/// Last words of persons with two names and more.
fn persons(counts: &BTreeMap<Vec<u32>, Counts>) -> BTreeMap<u32, u32> {
    let mut persons = BTreeMap::new();
    for (key, counts) in counts {
        if key.len() > 1
            && most(counts) == Some(Kind::Person)
            && let Some(last) = key.last()
        {
            *persons.entry(*last).or_default() += 1;
        }
    }
    persons
}

#[cfg(test)]
mod tests {
    use super::{agree, fill};
    use crate::linear::hash;
    use crate::names::repair::{Context, Found, headlines};
    use crate::names::words::{Case, Mode, Word};
    use model::Kind;

    fn sentence(text: &str, mode: Mode) -> (Vec<Word>, Mode) {
        let word = |form: &str| Word {
            lower: hash(form.to_lowercase().as_bytes()),
            case: if form.starts_with(char::is_uppercase) { Case::Capital } else { Case::Lower },
            ..Word::default()
        };
        (text.split(' ').map(word).collect(), mode)
    }

    fn name(tokens: std::ops::Range<usize>, kind: Kind) -> Found {
        Found { tokens, kind }
    }

    #[test]
    fn a_last_name_is_its_person_and_is_found_where_it_was_passed_over() {
        let context = Context::new(vec![
            sentence("Orla Venn left for Marsa", Mode::Plain),
            sentence("Later Venn wrote that Venn would stay", Mode::Plain),
        ]);
        let mut found =
            vec![name(0..2, Kind::Person), name(4..5, Kind::Place), name(6..7, Kind::Organization)];
        fill(&context, &mut found);
        agree(&context, &mut found);
        let kinds: Vec<_> = found.iter().map(|name| (name.tokens.start, name.kind)).collect();
        assert_eq!(kinds, [(0, Kind::Person), (4, Kind::Place), (6, Kind::Person), (9, Kind::Person)]);
    }

    #[test]
    fn a_headline_takes_its_names_from_the_body() {
        let context = Context::new(vec![
            sentence("Venn Meets Marsa Council", Mode::Title),
            sentence("The Marsa Council heard Venn", Mode::Plain),
        ]);
        let mut found =
            vec![name(0..4, Kind::Other), name(5..7, Kind::Organization), name(8..9, Kind::Person)];
        headlines::split(&context, &mut found);
        let spans: Vec<_> = found.iter().map(|name| name.tokens.clone()).collect();
        assert_eq!(spans, [0..1, 2..4, 5..7, 8..9]);
    }
}
