//! Speakers that open a sentence: in "… ," Venn said" the capital of "Venn" says nothing, the verb
//! behind it does.

use super::{Context, Found, edges};
use crate::linear::hash;
use crate::names::lists::flag;
use crate::names::words::{Case, Word};
use model::Kind;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static SPEAKING: LazyLock<[u32; 12]> = LazyLock::new(|| {
    [
        "said",
        "says",
        "added",
        "told",
        "wrote",
        "tweeted",
        "insisted",
        "argued",
        "replied",
        "testified",
        "recalled",
        "noted",
    ]
    .map(|word| hash(word.as_bytes()))
});

/// Words that are no person's name, whatever they do.
const TAKEN: u16 = flag::TITLE
    | flag::CALENDAR
    | flag::COUNTRY
    | flag::ADJECTIVE
    | flag::PEOPLE
    | flag::INSTITUTION
    | flag::OCCUPATION
    | flag::LARGE_PLACE;

/// Adds single words before a verb of speaking that were passed over: words that are written with a
/// capital everywhere, or the last name of a person of the document.
pub(super) fn add(context: &Context, found: &mut Vec<Found>) {
    let lasts: BTreeSet<u32> = found
        .iter()
        .filter(|name| name.kind == Kind::Person && name.tokens.len() > 1)
        .filter_map(|name| context.words(&name.tokens).last().map(|word| word.lower))
        .collect();
    let taken: BTreeSet<usize> = found.iter().flat_map(|name| name.tokens.clone()).collect();
    let added = context
        .words
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| !taken.contains(at) && speaks(pair, &lasts) && stands_alone(context, *at))
        .map(|(at, _)| {
            let mut name = Found { tokens: at..at + 1, kind: Kind::Person };
            let reach = taken.range(..at).next_back().map_or(0, |before| before + 1);
            edges::extend(context, reach, &mut name);
            name
        });
    let before = found.len();
    found.extend(added);
    if found.len() > before {
        found.sort_by_key(|name| name.tokens.start);
    }
}

fn speaks(pair: &[Word], lasts: &BTreeSet<u32>) -> bool {
    let [word, verb] = pair else { return false };
    word.case == Case::Capital
        && verb.case == Case::Lower
        && SPEAKING.contains(&verb.lower)
        && (lasts.contains(&word.lower) || matches!(word.capital, 4 | 5) && !word.has(TAKEN))
}

fn stands_alone(context: &Context, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| context.words.get(at));
    context.firsts.get(at).copied().unwrap_or(false)
        || before.is_none_or(|word| !word.is_high() && word.case != Case::Lower)
}

#[cfg(test)]
mod tests {
    use super::add;
    use crate::linear::hash;
    use crate::names::repair::{Context, Found};
    use crate::names::words::{Case, Mode, Word};
    use model::Kind;

    #[test]
    fn who_opens_a_sentence_and_speaks_is_a_person() {
        let word = |form: &str| Word {
            lower: hash(form.to_lowercase().as_bytes()),
            case: if form.starts_with(char::is_uppercase) { Case::Capital } else { Case::Lower },
            capital: match form {
                "Marsa" => 5,
                "Brook" | "Critics" => 1,
                _ => 0,
            },
            ..Word::default()
        };
        let sentence = |text: &str| (text.split(' ').map(word).collect::<Vec<_>>(), Mode::Plain);
        let texts = ["Orla Brook came", "Brook said so", "Critics said no", "Marsa added more"];
        let context = Context::new(texts.map(sentence).into_iter().collect());
        let mut found = vec![Found { tokens: 0..2, kind: Kind::Person }];
        add(&context, &mut found);
        let starts: Vec<_> = found.iter().map(|name| name.tokens.start).collect();
        assert_eq!(starts, [0, 3, 9]);
    }
}
