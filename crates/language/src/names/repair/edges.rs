//! Where a name begins and ends: titles, articles and possessives are no part of it, "al-" and
//! "bin" are.

use super::{Context, Found};
use crate::linear::hash;
use crate::names::lists::flag;
use crate::names::words::{Case, Word};
use model::Kind;
use std::sync::LazyLock;

static ARTICLES: LazyLock<[u32; 3]> = LazyLock::new(|| ["the", "a", "an"].map(|word| hash(word.as_bytes())));
static POSSESSIVES: LazyLock<[u32; 2]> = LazyLock::new(|| ["'s", "'"].map(|word| hash(word.as_bytes())));

/// "al-Marsi", "el-Nour": joined by a hyphen, in small letters.
static JOINED: LazyLock<[u32; 14]> = LazyLock::new(|| {
    ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur", "ed", "es", "abu"]
        .map(|word| hash(word.as_bytes()))
});
/// "bin Rashid", "de la Torre": apart, in small letters, before a person's name.
static APART: LazyLock<[u32; 16]> = LazyLock::new(|| {
    [
        "al", "el", "bin", "ibn", "bint", "de", "del", "della", "di", "da", "dos", "du", "la", "van", "von",
        "der",
    ]
    .map(|word| hash(word.as_bytes()))
});
/// Marks that a name may end with.
static CLOSING: LazyLock<[u32; 4]> = LazyLock::new(|| [".", "!", ")", "+"].map(|word| hash(word.as_bytes())));
static HYPHEN: LazyLock<u32> = LazyLock::new(|| hash(b"-"));

/// Takes in particles that stand before the name, not further back than `reach`.
pub(super) fn extend(context: &Context, reach: usize, name: &mut Found) {
    let word = |at: Option<usize>| at.filter(|at| *at >= reach).and_then(|at| context.words.get(at));
    let small = |word: Option<&Word>, list: &[u32]| {
        word.is_some_and(|word| word.case == Case::Lower && list.contains(&word.lower))
    };
    loop {
        let start = name.tokens.start;
        let (own, one, two) = (word(Some(start)), word(start.checked_sub(1)), word(start.checked_sub(2)));
        let Some(own) = own.filter(|_| !context.firsts.get(start).copied().unwrap_or(true)) else { return };
        let hyphen = |word: &Word| word.lower == *HYPHEN && word.glued;
        if hyphen(own) && small(one, &*JOINED) {
            name.tokens.start -= 1;
        } else if own.glued && one.is_some_and(hyphen) && small(two, &*JOINED) {
            name.tokens.start -= 2;
        } else if name.kind == Kind::Person && !own.glued && small(one, &*APART) {
            name.tokens.start -= 1;
        } else {
            return;
        }
    }
}

/// Cuts what does not belong; tells whether a name is left.
pub(super) fn trim(context: &Context, name: &mut Found) -> bool {
    let words = context.words(&name.tokens);
    let articles = words.iter().take_while(|word| ARTICLES.contains(&word.lower)).count();
    name.tokens.start += articles.min(words.len().saturating_sub(1));
    let words = context.words(&name.tokens);
    let tail = words.iter().rev().take_while(|word| POSSESSIVES.contains(&word.lower)).count();
    name.tokens.end -= tail;
    marks(context, name);
    if name.kind == Kind::Person {
        name.tokens.start += titles(context.words(&name.tokens));
    }
    let words = context.words(&name.tokens);
    words.iter().any(|word| !matches!(word.case, Case::Other)) && !is_calendar(words)
}

/// Cuts hyphens, quotation marks and the like at both ends.
fn marks(context: &Context, name: &mut Found) {
    let is_mark = |word: &&Word| word.case == Case::Other;
    let words = context.words(&name.tokens);
    let before = words.iter().take_while(is_mark).count();
    let after = words.iter().rev().take_while(|word| is_mark(word) && !CLOSING.contains(&word.lower)).count();
    if before + after < words.len() {
        name.tokens.start += before;
        name.tokens.end -= after;
    }
}

/// How many words at the start of a person's name are a title. The last word never is: "Pope" alone
/// stays as the model gave it.
pub(in crate::names) fn titles(words: &[Word]) -> usize {
    let titles = words
        .iter()
        .take_while(|word| (word.flags | word.phrase) & flag::TITLE != 0 && !word.has(flag::GIVEN))
        .count();
    titles.min(words.len().saturating_sub(1))
}

/// "Monday", "March": days and months name nothing.
fn is_calendar(words: &[Word]) -> bool {
    words.iter().all(|word| word.has(flag::CALENDAR) && !word.has(flag::GIVEN | flag::SURNAME))
}

#[cfg(test)]
mod tests {
    use super::{extend, trim};
    use crate::linear::hash;
    use crate::names::repair::{Context, Found};
    use crate::names::words::{Case, Mode, Word};
    use model::Kind;
    use std::ops::Range;

    /// Words apart by spaces; one that begins with `~` is glued to the one before.
    fn cut(text: &str, tokens: Range<usize>, kind: Kind) -> Range<usize> {
        let word = |form: &str| {
            let glued = form.starts_with('~');
            let form = form.trim_start_matches('~');
            let case = match form.chars().next() {
                Some(c) if c.is_uppercase() => Case::Capital,
                Some(c) if c.is_alphabetic() => Case::Lower,
                _ => Case::Other,
            };
            Word { lower: hash(form.to_lowercase().as_bytes()), case, glued, ..Word::default() }
        };
        let context = Context::new(vec![(text.split(' ').map(word).collect(), Mode::Plain)]);
        let mut name = Found { tokens, kind };
        extend(&context, 0, &mut name);
        trim(&context, &mut name);
        name.tokens
    }

    #[test]
    fn particles_belong_to_the_name() {
        assert_eq!(cut("In Marsa al ~- ~Venn spoke", 4..5, Kind::Person), 2..5);
        assert_eq!(cut("In Marsa al ~- ~Venn spoke", 3..5, Kind::Organization), 2..5);
        assert_eq!(cut("They met bin Venn there", 3..4, Kind::Person), 2..4);
        assert_eq!(cut("A trip de Venn", 3..4, Kind::Organization), 3..4);
    }

    #[test]
    fn articles_possessives_and_marks_do_not() {
        assert_eq!(cut("Of The Marsa ~'s bay", 1..4, Kind::Place), 2..3);
        assert_eq!(cut("Anti ~- ~Marsa talk", 1..3, Kind::Place), 2..3);
    }
}
