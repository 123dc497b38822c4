//! Titles, articles and possessives are no part of a name.

use super::{Context, Found};
use crate::linear::hash;
use crate::names::lists::flag;
use crate::names::words::{Case, Word};
use model::Kind;
use std::sync::LazyLock;

static ARTICLES: LazyLock<[u32; 3]> = LazyLock::new(|| ["the", "a", "an"].map(|word| hash(word.as_bytes())));
static POSSESSIVES: LazyLock<[u32; 2]> = LazyLock::new(|| ["'s", "'"].map(|word| hash(word.as_bytes())));

/// Cuts what does not belong; tells whether a name is left.
pub(super) fn trim(context: &Context, name: &mut Found) -> bool {
    let words = context.words(&name.tokens);
    let articles = words.iter().take_while(|word| ARTICLES.contains(&word.lower)).count();
    name.tokens.start += articles.min(words.len().saturating_sub(1));
    let words = context.words(&name.tokens);
    let tail = words.iter().rev().take_while(|word| POSSESSIVES.contains(&word.lower)).count();
    name.tokens.end -= tail;
    if name.kind == Kind::Person {
        name.tokens.start += titles(context.words(&name.tokens));
    }
    let words = context.words(&name.tokens);
    words.iter().any(|word| !matches!(word.case, Case::Other)) && !is_calendar(words)
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
