//! Lemmas: the longest known ending of a word, for its Penn tag, says what to cut and what to add.
//!
//! The rules stand in `data/lemmas.tsv`, learnt from the treebanks: an ending stands there only where
//! it says something else than the longest shorter one. A whole word is an ending that begins
//! with `^`.

use crate::linear::{Hasher, hash};
use crate::table::Table;
use model::Upos;

/// No ending is longer than this.
pub const LONGEST: usize = 7;

/// Cut so many bytes from the lower-cased word, then add this.
pub(crate) type Edit<'a> = (usize, &'a str);

/// The rules, by the hash of tag and ending.
#[derive(Clone, Debug)]
pub(crate) struct Lemmas(Table<Edit<'static>>);

impl Lemmas {
    pub(crate) fn new() -> Self {
        let rule = |line: &'static str| {
            let mut cells = line.split('\t');
            let (tag, ending, cut, add) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
            Some((rule_key(hash(tag.as_bytes()), ending), (cut.parse().ok()?, add)))
        };
        Self(Table::new(include_str!("../../data/lemmas.tsv").lines().filter_map(rule).collect()))
    }

    /// The lemma of a word with these tags; `buffer` is only working space.
    pub(crate) fn lemma(&self, word: &str, (upos, xpos): (Upos, &str), buffer: &mut String) -> Box<str> {
        if !word.bytes().any(|b| b.is_ascii_alphabetic()) || word.len() > 64 {
            return word.into();
        }
        let proper = upos == Upos::PROPN;
        fold(word, proper, buffer);
        let tag = hash(key(xpos, proper).as_bytes());
        let found = endings(buffer).find_map(|ending| self.0.get(rule_key(tag, ending)));
        apply(buffer, found).into()
    }
}

fn rule_key(tag: u32, ending: &str) -> u32 {
    Hasher::new(tag).with(hash(ending.as_bytes())).finish()
}

/// The tag under which the rules for a tag stand.
#[must_use]
pub fn key(xpos: &str, proper: bool) -> &str {
    if proper && xpos != "NNPS" { "NNP" } else { xpos }
}

/// Writes `^` and the word into the buffer, in lower case save for a proper name.
pub fn fold(word: &str, proper: bool, buffer: &mut String) {
    buffer.clear();
    buffer.push('^');
    for c in word.chars() {
        match c {
            '’' => buffer.push('\''),
            _ if proper => buffer.push(c),
            _ => buffer.extend(c.to_lowercase()),
        }
    }
}

/// The whole folded word, then its endings from the longest to the empty one.
pub fn endings(folded: &str) -> impl Iterator<Item = &str> {
    let from = folded.len().saturating_sub(LONGEST).max(1);
    let shorter = (from..=folded.len()).filter_map(|at| folded.get(at..));
    std::iter::once(folded).chain(shorter)
}

/// The lemma that an edit makes of a folded word.
fn apply(folded: &str, edit: Option<Edit<'_>>) -> String {
    let word = folded.get(1..).unwrap_or("");
    let (cut, add) = edit.unwrap_or((0, ""));
    let stem = word.len().checked_sub(cut).and_then(|end| word.get(..end)).unwrap_or(word);
    let mut lemma = String::with_capacity(stem.len() + add.len());
    lemma.push_str(stem);
    lemma.push_str(add);
    lemma
}

#[cfg(test)]
mod tests {
    use super::Lemmas;
    use model::Upos;

    #[test]
    fn regular_and_irregular_words() {
        let lemmas = Lemmas::new();
        let mut buffer = String::new();
        for (word, upos, xpos, lemma) in [
            ("ferries", Upos::NOUN, "NNS", "ferry"),
            ("Ports", Upos::NOUN, "NNS", "port"),
            ("children", Upos::NOUN, "NNS", "child"),
            ("struck", Upos::VERB, "VBD", "strike"),
            ("stopped", Upos::VERB, "VBD", "stop"),
            ("grounding", Upos::VERB, "VBG", "ground"),
            ("n’t", Upos::PART, "RB", "not"),
            ("Marsa", Upos::PROPN, "NNP", "Marsa"),
            ("is", Upos::AUX, "VBZ", "be"),
            ("all", Upos::DET, "PDT", "all"),
            ("42", Upos::NUM, "CD", "42"),
        ] {
            assert_eq!(&*lemmas.lemma(word, (upos, xpos), &mut buffer), lemma);
        }
    }
}
