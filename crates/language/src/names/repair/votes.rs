//! One kind for one name: what a name is in most places it is everywhere, and a person's last name
//! alone is that person.

use super::{Context, Found};
use crate::linear::hash;
use crate::names::labels::{KINDS, index};
use crate::names::lists::flag;
use crate::names::words::{Case, Mode};
use model::Kind;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

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
            register.add(context.key(&name.tokens), name.kind);
        }
        for last in found.iter().filter_map(|name| last_name(context, name)) {
            register.add(vec![last], Kind::Person);
        }
        register
    }

    fn add(&mut self, key: Vec<u32>, kind: Kind) {
        if let Some(count) = self.names.entry(key).or_default().get_mut(index(kind)) {
            *count += 1;
        }
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

/// The last word of a person's full name, where it is no word for anything else.
fn last_name(context: &Context, name: &Found) -> Option<u32> {
    let words = context.words(&name.tokens);
    let last = words.last().filter(|_| words.len() > 1 && name.kind == Kind::Person)?;
    let taken = flag::COUNTRY | flag::ADJECTIVE | flag::PEOPLE | flag::LARGE_PLACE | flag::GIVEN;
    (last.is_high() && !last.has(taken) && !matches!(last.capital, 1..=3)).then_some(last.lower)
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
    let ends =
        found.iter().map(|name| name.tokens.clone()).chain(std::iter::once(context.words.len()..usize::MAX));
    for taken in ends {
        let inside = register.inside(context, &(gap..taken.start));
        for mut name in inside.into_iter().filter(|name| is_plain(context, name)) {
            super::edges::extend(context, gap, &mut name);
            added.push(name);
        }
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
    let common = words.len() == 1
        && words.iter().all(|word| {
            word.case != Case::Upper && matches!(word.capital, 1..=3) && (first || word.evidence & 1 != 0)
        });
    words.iter().all(|word| word.case != Case::Lower || words.len() > 1) && (headline || apart) && !common
}

/// Gives each name the kind that it has in most places of the document.
pub(super) fn agree(context: &Context, found: &mut [Found]) {
    let mut counts: BTreeMap<Vec<u32>, Counts> = BTreeMap::new();
    for name in found.iter() {
        let (kind, weight) = vote(context, name);
        if let Some(count) = counts.entry(context.key(&name.tokens)).or_default().get_mut(index(kind)) {
            *count += weight;
        }
    }
    let (firsts, lasts) = persons(&counts);
    for name in found.iter_mut() {
        let key = context.key(&name.tokens);
        let Some(own) = counts.get(&key) else { continue };
        let place = context
            .words(&name.tokens)
            .iter()
            .any(|word| word.has(flag::COUNTRY | flag::ADJECTIVE | flag::PEOPLE | flag::LARGE_PLACE));
        let given = context.words(&name.tokens).iter().all(|word| word.has(flag::GIVEN));
        if let [only] = key.as_slice()
            && (lasts.contains(only) && !place
                || given && firsts.contains(only) && most(own) != Some(Kind::Place))
        {
            name.kind = Kind::Person;
        } else if let Some(kind) = most(own) {
            name.kind = kind;
        }
    }
}

/// Agencies, broadcasters and networks that stand in credits, where no sentence helps.
static MEDIA: LazyLock<[u32; 16]> = LazyLock::new(|| {
    [
        "reuters",
        "getty",
        "afp",
        "upi",
        "xinhua",
        "tass",
        "interfax",
        "anadolu",
        "cnn",
        "bbc",
        "twitter",
        "facebook",
        "instagram",
        "youtube",
        "google",
        "shutterstock",
    ]
    .map(|word| hash(word.as_bytes()))
});

/// Countries are places and nationalities are groups, whatever the sentence made of them.
pub(super) fn settle(context: &Context, found: &mut [Found]) {
    for name in found.iter_mut() {
        let words = context.words(&name.tokens);
        let flags = match words {
            [only] => only.flags,
            [first, .., last] if (first.place, last.place) == (1, 3) => first.phrase,
            _ => 0,
        };
        let media = words.first().is_some_and(|word| MEDIA.contains(&word.lower));
        let (given, single) = (flags & (flag::GIVEN | flag::SURNAME) != 0, words.len() == 1);
        if flags & flag::COUNTRY != 0 && !(name.kind == Kind::Person && given) {
            name.kind = Kind::Place;
        } else if media && words.len() < 3 && matches!(name.kind, Kind::Person | Kind::Place) {
            name.kind = Kind::Organization;
        } else if flags & (flag::ADJECTIVE | flag::PEOPLE) != 0
            && single
            && words.iter().all(|word| word.case == Case::Capital)
            && matches!(name.kind, Kind::Organization | Kind::Place)
        {
            name.kind = Kind::Group;
        }
    }
}

/// "Marsa Bay Council (MBC)": the letters in brackets are the name before them.
pub(super) fn acronyms(context: &Context, found: &mut Vec<Found>) {
    let mut added: Vec<Found> = Vec::new();
    for name in found.iter() {
        let at = name.tokens.end + 1;
        let is = |at: usize, mark: u32| context.words.get(at).is_some_and(|word| word.lower == mark);
        let upper = context.words.get(at).is_some_and(|word| word.case == Case::Upper);
        let bracketed = upper && is(at - 1, *OPENING) && is(at + 1, *CLOSING);
        if bracketed && name.tokens.len() > 1 && name.kind != Kind::Person {
            added.push(Found { tokens: at..at + 1, kind: name.kind });
        }
    }
    found.retain(|name| !added.iter().any(|other| other.tokens.start == name.tokens.start));
    found.extend(added);
    found.sort_by_key(|name| name.tokens.start);
}

static OPENING: LazyLock<u32> = LazyLock::new(|| hash(b"("));
static CLOSING: LazyLock<u32> = LazyLock::new(|| hash(b")"));
/// Before these stands nothing but a place.
static PLACING: LazyLock<[u32; 5]> = LazyLock::new(|| {
    ["near", "outside", "throughout", "northern", "southern"].map(|word| hash(word.as_bytes()))
});

/// What one occurrence says of the kind, and how loud. After a title stands a person.
fn vote(context: &Context, name: &Found) -> (Kind, u32) {
    let before = name.tokens.start.checked_sub(1).and_then(|at| context.words.get(at));
    let first = context.firsts.get(name.tokens.start).copied().unwrap_or(true);
    let titled = !first && before.is_some_and(|word| word.is_high() && word.has(flag::TITLE));
    let words = context.words(&name.tokens);
    let taken = flag::COUNTRY | flag::ADJECTIVE | flag::PEOPLE | flag::LARGE_PLACE | flag::INSTITUTION;
    let free = words.len() == 1 && !words.iter().any(|word| word.has(taken) || word.case == Case::Upper);
    let placed = !first
        && before.is_some_and(|word| PLACING.contains(&word.lower))
        && context.words.get(name.tokens.end).is_some_and(|word| word.case == Case::Other)
        && !words.iter().any(|word| word.has(flag::GIVEN | flag::INSTITUTION | flag::COMPANY));
    if titled && free {
        (Kind::Person, 6)
    } else if placed && matches!(name.kind, Kind::Person | Kind::Organization) {
        (Kind::Place, 4)
    } else if context.mode(name.tokens.start) == Mode::Plain {
        (name.kind, 2)
    } else {
        (name.kind, 1)
    }
}

/// First and last words of persons with two names and more.
fn persons(counts: &BTreeMap<Vec<u32>, Counts>) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let (mut firsts, mut lasts) = (BTreeSet::new(), BTreeSet::new());
    for (key, counts) in counts {
        if let [first, .., last] = key.as_slice()
            && most(counts) == Some(Kind::Person)
        {
            firsts.insert(*first);
            lasts.insert(*last);
        }
    }
    (firsts, lasts)
}

#[cfg(test)]
mod tests {
    use super::{acronyms, agree, fill};
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
    fn letters_in_brackets_are_the_name_before_them() {
        let (mut words, mode) = sentence("the Marsa Council ( MC ) met", Mode::Plain);
        if let Some(word) = words.get_mut(4) {
            word.case = Case::Upper;
        }
        let context = Context::new(vec![(words, mode)]);
        let mut found = vec![name(1..3, Kind::Organization)];
        acronyms(&context, &mut found);
        let spans: Vec<_> = found.iter().map(|name| name.tokens.clone()).collect();
        assert_eq!(spans, [1..3, 4..5]);
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
