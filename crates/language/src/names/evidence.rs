//! What a document shows of a word elsewhere than where it stands: written small, after a title,
//! before "said", with a given name. A name is of one kind throughout a report, and the place
//! where that is plain helps the others.

use super::lists::flag;
use super::words::{Case, Mode, Word};
use crate::linear::hash;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Signs, as bits of [`Word::evidence`].
const SMALL: usize = 0;
const CAPITAL: usize = 1;
const TITLE: usize = 2;
const GIVEN: usize = 3;
const SPEAKS: usize = 4;
const PLACED: usize = 5;
const ARTICLE: usize = 6;
const POSSESSES: usize = 7;
const INSTITUTION: usize = 8;
const LAST: usize = 9;
const OPENS: usize = 10;
const ALONE: usize = 11;
const ADJECTIVE: usize = 12;
const SIGNS: usize = 13;

/// Hashes of words whose neighbourhood says something.
#[derive(Clone, Debug)]
pub(super) struct Cues {
    speaking: Vec<u32>,
    placing: Vec<u32>,
    the: u32,
    possessive: Vec<u32>,
}

impl Default for Cues {
    fn default() -> Self {
        let set = |words: &[&str]| {
            let mut hashes: Vec<u32> = words.iter().map(|word| hash(word.as_bytes())).collect();
            hashes.sort_unstable();
            hashes
        };
        Self {
            speaking: set(&[
                "said",
                "says",
                "told",
                "added",
                "wrote",
                "tweeted",
                "asked",
                "argued",
                "insisted",
                "replied",
                "testified",
                "thinks",
                "recalled",
                "joked",
                "who",
                "whose",
                "himself",
                "herself",
            ]),
            placing: set(&["in", "near", "across", "outside", "throughout", "inside", "toward", "towards"]),
            the: hash(b"the"),
            possessive: set(&["'s", "'"]),
        }
    }
}

type Counts = HashMap<u32, [u8; SIGNS], BuildHasherDefault<Hashed>>;

/// The keys are hashes already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value) << 32 | u64::from(value);
    }
}

/// Fills [`Word::evidence`] for all sentences of a document.
pub(super) fn fill(sentences: &mut [(Vec<Word>, Mode)], cues: &Cues) {
    let mut counts = Counts::default();
    for (words, mode) in sentences.iter() {
        for at in 0..words.len() {
            let Some(word) = words.get(at).filter(|word| word.is_high()) else { continue };
            let signs = signs(words, at, *mode, cues);
            let count = counts.entry(word.lower).or_default();
            for (sign, count) in count.iter_mut().enumerate() {
                *count = count.saturating_add((signs >> sign & 1) as u8);
            }
        }
    }
    // Small words matter only where the same word has a capital somewhere.
    let plain = sentences.iter().filter(|(_, mode)| *mode == Mode::Plain);
    for word in plain.flat_map(|(words, _)| words).filter(|word| word.case == Case::Lower) {
        if let Some(small) = counts.get_mut(&word.lower).and_then(|count| count.get_mut(SMALL)) {
            *small = small.saturating_add(1);
        }
    }
    for (words, mode) in sentences {
        for at in 0..words.len() {
            let Some(count) =
                words.get(at).filter(|word| word.is_high()).and_then(|word| counts.get(&word.lower))
            else {
                continue;
            };
            let own = signs(words, at, *mode, cues);
            let Some(word) = words.get_mut(at) else { continue };
            word.evidence = count.iter().enumerate().fold(0, |bits, (sign, count)| {
                let others = i16::from(*count) - (own >> sign & 1) as i16;
                bits | u16::from(others > 0) << sign
            });
        }
    }
}

/// The signs that one occurrence gives.
fn signs(words: &[Word], at: usize, mode: Mode, cues: &Cues) -> u16 {
    let Some(word) = words.get(at) else { return 0 };
    if mode != Mode::Plain {
        return 0;
    }
    if !word.is_high() {
        return 0;
    }
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let after = words.get(at + 1);
    let one_of =
        |list: &[u32], word: Option<&Word>| word.is_some_and(|word| list.binary_search(&word.lower).is_ok());
    let high = |word: Option<&Word>| word.is_some_and(Word::is_high);
    let titled = before.is_some_and(|word| word.is_high() && word.has(flag::TITLE));
    let given = before.is_some_and(|word| word.is_high() && word.has(flag::GIVEN));
    let institution = after.is_some_and(|word| {
        word.is_high() && word.has(flag::INSTITUTION | flag::COMPANY) && !word.has(flag::SURNAME)
    });
    let described = after.is_some_and(|word| word.case == Case::Lower)
        && !one_of(&cues.speaking, after)
        && before.is_some_and(|word| word.lower == cues.the);
    let mut bits = 0;
    let mut set = |sign: usize, yes: bool| bits |= u16::from(yes) << sign;
    set(CAPITAL, at > 0);
    set(TITLE, titled);
    set(GIVEN, given);
    set(SPEAKS, one_of(&cues.speaking, after));
    set(PLACED, one_of(&cues.placing, before));
    set(ARTICLE, before.is_some_and(|word| word.lower == cues.the));
    set(POSSESSES, one_of(&cues.possessive, after));
    set(INSTITUTION, institution);
    set(LAST, high(before) && !titled && !high(after));
    set(OPENS, high(after));
    set(ALONE, at > 0 && !high(before) && !high(after));
    set(ADJECTIVE, described);
    bits
}

#[cfg(test)]
mod tests {
    use super::{Cues, GIVEN, SMALL, SPEAKS, fill};
    use crate::linear::hash;
    use crate::names::lists::flag;
    use crate::names::words::{Case, Mode, Word};

    fn word(form: &str, case: Case, flags: u16) -> Word {
        Word { lower: hash(form.to_lowercase().as_bytes()), case, flags, ..Word::default() }
    }

    #[test]
    fn what_stands_elsewhere_is_told_and_what_stands_here_is_not() {
        let first = vec![word("Orla", Case::Capital, flag::GIVEN), word("Venn", Case::Capital, 0)];
        let second = vec![word("Venn", Case::Capital, 0), word("said", Case::Lower, 0)];
        let mut sentences = vec![(first, Mode::Plain), (second, Mode::Plain)];
        fill(&mut sentences, &Cues::default());
        let evidence = |sentence: usize, at: usize| {
            sentences.get(sentence).and_then(|(words, _)| words.get(at)).map_or(0, |word| word.evidence)
        };
        assert_eq!(evidence(0, 1) >> SPEAKS & 1, 1);
        assert_eq!(evidence(1, 0) >> SPEAKS & 1, 0);
        assert_eq!(evidence(1, 0) >> GIVEN & 1, 1);
        assert_eq!(evidence(1, 0) >> SMALL & 1, 0);
    }
}
