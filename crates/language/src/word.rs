//! What the models look at in a word, computed once for each token.

use crate::clusters::Classes;
use crate::linear::hash;

/// The look of a word as hashes and small numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Lower case, each digit as `0`.
    pub form: u32,
    /// The last one, two, three and four characters, in lower case.
    pub suffixes: [u32; 4],
    /// The first one, two and three characters, in lower case.
    pub prefixes: [u32; 3],
    /// Capitals, digits, hyphens, stops: see [`shape`].
    pub shape: u32,
    /// Its fine and its coarse class: see [`crate::clusters`].
    pub classes: Classes,
}

/// How the capitals of a sentence are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Casing {
    /// Names have capitals.
    #[default]
    Usual,
    /// Nothing has.
    Lower,
    /// Everything is in capitals.
    Upper,
    /// As in headlines: most words have one.
    Title,
}

const CAPITAL: u32 = 1;
const ALL_CAPITALS: u32 = 2;
const INNER_CAPITAL: u32 = 4;
const DIGIT: u32 = 8;
const ALL_DIGITS: u32 = 16;
const STOP: u32 = 32;
const APOSTROPHE: u32 = 64;
const NO_LETTER: u32 = 128;
const SINGLE: u32 = 256;

/// No more of a word than this is looked at.
const LIMIT: usize = 64;

impl Word {
    /// Looks at a word, without its classes; `buffer` is only working space.
    #[must_use]
    pub fn new(word: &str, buffer: &mut String) -> Self {
        buffer.clear();
        for c in word.chars().take(LIMIT) {
            match c {
                '0'..='9' => buffer.push('0'),
                _ if c.is_ascii() => buffer.push(c.to_ascii_lowercase()),
                '’' | '‘' => buffer.push('\''),
                '“' | '”' => buffer.push('"'),
                _ => buffer.extend(c.to_lowercase()),
            }
        }
        let mut made = Self { form: hash(buffer.as_bytes()), shape: shape(word), ..Self::default() };
        let ends = buffer.char_indices().rev().map(|(at, _)| at);
        for (suffix, at) in made.suffixes.iter_mut().zip(ends) {
            *suffix = hash(buffer.get(at..).unwrap_or("").as_bytes());
        }
        let starts = buffer.char_indices().map(|(at, c)| at + c.len_utf8());
        for (prefix, at) in made.prefixes.iter_mut().zip(starts) {
            *prefix = hash(buffer.get(..at).unwrap_or("").as_bytes());
        }
        made
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.shape & CAPITAL != 0
    }
}

/// Capitals, digits and marks of a word as bits.
#[must_use]
pub(crate) fn shape(word: &str) -> u32 {
    let (mut upper, mut lower, mut digits, mut others, mut count) = (0, 0, 0, 0, 0);
    let mut bits = 0;
    for (at, c) in word.chars().take(LIMIT).enumerate() {
        count += 1;
        if c.is_lowercase() {
            lower += 1;
        } else if c.is_uppercase() {
            upper += 1;
            bits |= if at == 0 { CAPITAL } else { INNER_CAPITAL };
        } else if c.is_ascii_digit() {
            digits += 1;
        } else {
            others += 1;
            bits |= match c {
                '.' => STOP,
                '\'' | '’' => APOSTROPHE,
                _ => 0,
            };
        }
    }
    bits |= if upper > 1 && lower == 0 { ALL_CAPITALS } else { 0 };
    bits |= if digits > 0 { DIGIT } else { 0 };
    bits |= if digits > 0 && upper + lower == 0 { ALL_DIGITS } else { 0 };
    bits |= if others == count { NO_LETTER } else { 0 };
    bits | if count == 1 { SINGLE } else { 0 }
}

/// How the capitals of a sentence are used.
#[must_use]
pub fn casing(words: &[Word]) -> Casing {
    let letters = |word: &&Word| word.shape & (NO_LETTER | ALL_DIGITS) == 0;
    let (mut all, mut capital, mut upper) = (0, 0, 0);
    for word in words.iter().take(200).filter(letters) {
        all += 1;
        capital += usize::from(word.is_capital());
        upper += usize::from(
            word.shape & ALL_CAPITALS != 0 || word.shape & (CAPITAL | SINGLE) == CAPITAL | SINGLE,
        );
    }
    if all < 3 {
        Casing::Usual
    } else if upper * 10 > all * 8 {
        Casing::Upper
    } else if capital * 10 >= all * 6 {
        Casing::Title
    } else if capital == 0 {
        Casing::Lower
    } else {
        Casing::Usual
    }
}

#[cfg(test)]
mod tests {
    use super::{Casing, Word, casing};

    fn words(text: &str) -> Vec<Word> {
        let mut buffer = String::new();
        text.split(' ').map(|word| Word::new(word, &mut buffer)).collect()
    }

    #[test]
    fn casing_of_headlines() {
        assert_eq!(casing(&words("Ferry Runs Aground off Marsa")), Casing::Title);
        assert_eq!(casing(&words("FERRY RUNS AGROUND")), Casing::Upper);
        assert_eq!(casing(&words("ferry runs aground")), Casing::Lower);
        assert_eq!(casing(&words("A ferry ran aground off Marsa on Tuesday")), Casing::Usual);
    }

    #[test]
    fn case_and_digits_do_not_change_the_form() {
        let made = words("Marsa MARSA 1984 2023 İİİ");
        assert_eq!(made[0].form, made[1].form);
        assert_eq!(made[2].form, made[3].form);
        assert_ne!(made[0].shape, made[1].shape);
    }
}
