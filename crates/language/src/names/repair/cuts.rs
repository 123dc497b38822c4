//! Names that the sequence model made too long or too short, told from their words alone.

use super::{Context, Found};
use crate::linear::hash;
use crate::names::lists::flag;
use crate::names::words::{Case, Word, shape};
use model::Kind;
use std::sync::LazyLock;

static SLASH: LazyLock<u32> = LazyLock::new(|| hash(b"/"));
/// What tables have where there is no value.
static NOT_AVAILABLE: LazyLock<u32> = LazyLock::new(|| hash(b"n/a"));
static INITIALS: LazyLock<[u32; 2]> = LazyLock::new(|| [shape("M."), shape("J.M.")]);
static OPERATION: LazyLock<u32> = LazyLock::new(|| hash(b"operation"));
static STORMS: LazyLock<[u32; 5]> = LazyLock::new(|| {
    ["hurricane", "typhoon", "cyclone", "storm", "superstorm"].map(|word| hash(word.as_bytes()))
});

/// Splits names at slashes: "Orla Venn/Bay News" is a photographer and an agency, "MARSA/ELLERY"
/// are two places.
pub(super) fn slashes(context: &Context, found: &mut Vec<Found>) {
    let mut whole = Vec::with_capacity(found.len());
    for name in found.drain(..) {
        let words = context.words(&name.tokens);
        let Some(at) = words.iter().position(|word| word.lower == *SLASH) else {
            whole.push(name);
            continue;
        };
        let (start, end) = (name.tokens.start, name.tokens.end);
        for (tokens, second) in [(start..start + at, false), (start + at + 1..end, true)] {
            if !tokens.is_empty() {
                let kind = half(context.words(&tokens), name.kind, second);
                whole.push(Found { tokens, kind });
            }
        }
    }
    *found = whole;
}

fn half(words: &[Word], kind: Kind, second: bool) -> Kind {
    let known = words.iter().all(|word| (word.flags | word.phrase) & PLACES != 0);
    match kind {
        Kind::Person if second => Kind::Organization,
        Kind::Person => kind,
        _ if known => Kind::Place,
        _ => kind,
    }
}

const PLACES: u16 = flag::LARGE_PLACE | flag::COUNTRY | flag::PLACE;

/// Mends where one name ends, from its own words and those beside it; whether a name is left.
pub(super) fn mend(context: &Context, reach: usize, name: &mut Found) -> bool {
    if name.kind == Kind::Person {
        persons(context, reach, name);
    } else {
        titles_behind(context, name);
    }
    let before = name.tokens.start.checked_sub(1).filter(|at| *at >= reach);
    let after_storm = before
        .and_then(|at| context.words.get(at))
        .is_some_and(|word| word.is_high() && STORMS.contains(&word.lower));
    if after_storm && name.tokens.len() == 1 {
        name.tokens.start -= 1;
        name.kind = Kind::Event;
    }
    let words = context.words(&name.tokens);
    let first = words.first().map(|word| word.lower);
    if words.len() > 1
        && name.kind != Kind::Person
        && first.is_some_and(|first| first == *OPERATION || STORMS.contains(&first))
    {
        name.kind = Kind::Event;
    }
    let says_nothing = words.len() == 1 && first == Some(*NOT_AVAILABLE);
    !name.tokens.is_empty() && !says_nothing
}

/// Joins what "of" joins: "Committee of the Red Cross" is one organization.
pub(super) fn join(context: &Context, found: &mut Vec<Found>) {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for name in found.drain(..) {
        if let Some(before) = joined.last_mut()
            && before.kind == Kind::Organization
            && name.kind == Kind::Organization
            && context.words(&before.tokens).last().is_some_and(|word| word.has(flag::INSTITUTION))
            && is_of(context.words(&(before.tokens.end..name.tokens.start)))
        {
            before.tokens.end = name.tokens.end;
        } else {
            joined.push(name);
        }
    }
    *found = joined;
}

fn is_of(words: &[Word]) -> bool {
    static OF: LazyLock<[u32; 2]> = LazyLock::new(|| [hash(b"of"), hash(b"the")]);
    match words {
        [of] => of.lower == OF[0],
        [of, the] => of.lower == OF[0] && the.lower == OF[1],
        _ => false,
    }
}

/// A person has no number at the end, and initials belong to the last name beside them.
fn persons(context: &Context, reach: usize, name: &mut Found) {
    let words = context.words(&name.tokens);
    let digits = words.iter().rev().take_while(|word| word.case == Case::Digit).count();
    if digits < words.len() {
        name.tokens.end -= digits;
    }
    let initial = |at: usize| context.words.get(at).is_some_and(|word| INITIALS.contains(&word.shape));
    let first = |at: usize| context.firsts.get(at).copied().unwrap_or(true);
    if name.tokens.clone().all(initial)
        && !first(name.tokens.end)
        && context.words.get(name.tokens.end).is_some_and(|word| word.case == Case::Capital)
    {
        name.tokens.end += 1;
    }
    while name.tokens.start > reach && !first(name.tokens.start) && initial(name.tokens.start - 1) {
        name.tokens.start -= 1;
    }
}

/// "Defense" in "Defense Secretary Venn" is part of a title, not of a name; nor is "State" in
/// "Secretary of State".
fn titles_behind(context: &Context, name: &mut Found) {
    let words = context.words(&name.tokens);
    if words.iter().all(|word| word.phrase == flag::TITLE && word.place > 1) {
        name.tokens.end = name.tokens.start;
        return;
    }
    let reaches_out = context
        .words
        .get(name.tokens.end)
        .is_some_and(|word| word.phrase & flag::TITLE != 0 && word.place > 1);
    if !reaches_out {
        return;
    }
    let words = context.words(&name.tokens);
    let cut = words.iter().rev().take_while(|word| word.phrase & flag::TITLE != 0 && word.place > 0);
    let mut length = 0;
    for word in cut {
        length += 1;
        if word.place == 1 {
            break;
        }
    }
    name.tokens.end -= length;
}

#[cfg(test)]
mod tests {
    use super::{mend, slashes};
    use crate::linear::hash;
    use crate::names::lists::flag;
    use crate::names::repair::{Context, Found};
    use crate::names::words::{Case, Mode, Word, shape};
    use model::Kind;
    use std::ops::Range;

    fn context(text: &str) -> Context {
        let word = |form: &str| Word {
            lower: hash(form.to_lowercase().as_bytes()),
            shape: shape(form),
            case: match form.chars().next() {
                Some(c) if c.is_uppercase() => Case::Capital,
                Some(c) if c.is_numeric() => Case::Digit,
                _ => Case::Lower,
            },
            ..Word::default()
        };
        Context::new(vec![(text.split(' ').map(word).collect(), Mode::Plain)])
    }

    fn mended(context: &Context, tokens: Range<usize>, kind: Kind) -> (Range<usize>, Kind) {
        let mut name = Found { tokens, kind };
        mend(context, 0, &mut name);
        (name.tokens, name.kind)
    }

    #[test]
    fn nothing_is_called_not_available() {
        let context = context("Shares N/A Underwriter Marsa");
        assert!(!mend(&context, 0, &mut Found { tokens: 1..2, kind: Kind::Organization }));
        assert!(mend(&context, 0, &mut Found { tokens: 3..4, kind: Kind::Organization }));
    }

    #[test]
    fn slashes_part_names() {
        let context = context("photo Orla Venn / Harbour");
        let mut found = vec![Found { tokens: 1..5, kind: Kind::Person }];
        slashes(&context, &mut found);
        let kinds: Vec<_> = found.iter().map(|name| (name.tokens.clone(), name.kind)).collect();
        assert_eq!(kinds, [(1..3, Kind::Person), (4..5, Kind::Organization)]);
    }

    #[test]
    fn numbers_and_initials() {
        let context = context("and O. Venn 84 beat K. Marsa");
        assert_eq!(mended(&context, 2..4, Kind::Person).0, 1..3);
        assert_eq!(mended(&context, 5..6, Kind::Person).0, 5..7);
        assert_eq!(mended(&context, 2..4, Kind::Other).0, 2..4);
    }

    #[test]
    fn a_title_behind_is_cut_and_an_operation_happens() {
        let mut context = context("the Ellery Harbour Master Venn in Operation Grey Heron");
        for (at, place) in [(2, 1), (3, 3)] {
            if let Some(word) = context.words.get_mut(at) {
                (word.phrase, word.place) = (flag::TITLE, place);
            }
        }
        assert_eq!(mended(&context, 1..3, Kind::Organization).0, 1..2);
        assert!(mended(&context, 3..4, Kind::Organization).0.is_empty());
        assert!(mended(&context, 2..3, Kind::Organization).0.is_empty());
        assert_eq!(mended(&context, 6..9, Kind::Organization).1, Kind::Event);
    }
}
