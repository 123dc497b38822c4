//! Names of persons: their parts, and whether two of them may be one person's.

use super::fold::{fold, without_possessive};
use super::lexicon::{Gender, lexicon};
use super::spelling::{are_spellings, are_swapped, is_slip};

/// A person's name, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonName {
    /// Given names first, surname last; folded, without titles, particles and points.
    pub(crate) parts: Vec<String>,
    /// "jr", "sr", "iii".
    pub(crate) suffix: Option<String>,
}

/// How strictly two names are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// Letter by letter, after folding.
    Exact,
    /// Transliterations and slips count as equal.
    Loose,
}

/// Words between given name and surname; they are dropped, so that "Den Hollander" and
/// "Hollander", "al-Hasim" and "Hasim" meet.
const PARTICLES: [&str; 29] = [
    "al", "el", "ul", "as", "ash", "ad", "an", "ar", "bin", "ibn", "bint", "abu", "ben", "van", "von", "de",
    "den", "der", "da", "di", "do", "dos", "du", "del", "della", "la", "le", "ter", "ten",
];

const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "junior"];

impl PersonName {
    /// Takes a name apart. Titles inside it are dropped.
    pub(crate) fn new(name: &str) -> Self {
        let folded = fold(without_possessive(name.trim()));
        let mut words: Vec<&str> = folded
            .split([' ', ',', '-', '.', '(', ')'])
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .collect();
        let mut suffix = None;
        if words.len() > 1 && words.last().is_some_and(|last| SUFFIXES.contains(last)) {
            suffix = words.pop().map(str::to_owned);
        }
        while words.len() > 1
            && words.first().is_some_and(|first| {
                lexicon().is_title(first) && (words.len() > 2 || !lexicon().is_given(first))
            })
        {
            words.remove(0);
        }
        let last = words.len().saturating_sub(1);
        let keeps = |at: usize, word: &str| {
            let given = at == 0 && words.len() > 1 && word.len() > 2 && lexicon().is_given(word);
            at == last || given || !PARTICLES.contains(&word)
        };
        let parts: Vec<String> = words
            .iter()
            .enumerate()
            .filter(|(at, word)| keeps(*at, word))
            .map(|(_, word)| (*word).to_owned())
            .collect();
        Self { parts, suffix }
    }

    /// The last part.
    pub(crate) fn surname(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }

    /// The first part of a name that has more than one.
    pub(crate) fn given(&self) -> Option<&str> {
        (self.parts.len() > 1).then(|| self.parts.first().map(String::as_str)).flatten()
    }

    /// Whether it has a given name (or an initial) and a surname.
    pub(crate) fn is_full(&self) -> bool {
        self.parts.len() > 1
    }

    /// The gender that the given name tells.
    pub(crate) fn gender(&self) -> Option<Gender> {
        lexicon().gender_of_given(self.given()?)
    }

    /// Whether two full names may be one person's: every part of the shorter one has its
    /// counterpart in the longer one, in order, and given names and surnames agree.
    pub(crate) fn agrees(&self, other: &Self, spelling: Spelling) -> bool {
        if !self.is_full() || !other.is_full() {
            return false;
        }
        if let (Some(one), Some(two)) = (&self.suffix, &other.suffix)
            && one != two
        {
            return false;
        }
        let (shorter, longer) =
            if self.parts.len() <= other.parts.len() { (self, other) } else { (other, self) };
        let firm = firm_matches(shorter, longer);
        let same = |a: &str, b: &str| match spelling {
            Spelling::Exact => same_part(a, b),
            Spelling::Loose => same_part(a, b) || are_spellings(a, b) || (firm > 0 && is_slip(a, b)),
        };
        let given =
            shorter.parts.first().zip(longer.parts.first()).is_some_and(|(a, b)| same_given(a, b, &same));
        given_anywhere(given, shorter, longer, &same) && in_order(shorter, longer, &same) && {
            same(shorter.surname(), longer.surname()) || is_double_surname(shorter, longer)
        }
    }

    /// How well a name of one part stands for a full name; none where it does not.
    ///
    /// A surname is best, then a given name, then a part in the middle ("Solis" of "Luis Guillermo
    /// Solis Rivera").
    pub(crate) fn stands_for(&self, full: &Self) -> Option<Part> {
        let [part] = self.parts.as_slice() else { return None };
        if !full.is_full() || part.len() < 2 {
            return None;
        }
        if part == full.surname() {
            Some(Part::Surname)
        } else if full.given().is_some_and(|given| given == part || lexicon().are_nicknames(given, part)) {
            Some(Part::Given)
        } else if full.parts.iter().any(|other| other == part) {
            Some(Part::Middle)
        } else {
            None
        }
    }
}

impl PersonName {
    /// Whether a lone surname may be another spelling of the surname of a full name.
    pub(crate) fn may_misspell(&self, full: &Self) -> bool {
        let [part] = self.parts.as_slice() else { return false };
        let surname = full.surname();
        // One letter for another makes another name more often than a slip does.
        let replaced = || part.len() == surname.len() && !are_swapped(part, surname);
        full.is_full() && (are_spellings(part, surname) || is_slip(part, surname) && !replaced())
    }
}

/// The part of a full name that a name of one word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// "Tarrow".
    Surname,
    /// "Ilse".
    Given,
    /// Neither first nor last.
    Middle,
}

/// Parts that both have, letter by letter and longer than an initial.
fn firm_matches(one: &PersonName, other: &PersonName) -> usize {
    one.parts.iter().filter(|part| part.len() > 2 && other.parts.contains(part)).count()
}

/// Equal, an initial of the other, or a short form.
fn same_part(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a) || lexicon().are_nicknames(a, b)
}

/// Two known given names of different gender are two persons, however alike.
fn same_given(a: &str, b: &str, same: &impl Fn(&str, &str) -> bool) -> bool {
    let l = lexicon();
    let differ = matches!((l.gender_of_given(a), l.gender_of_given(b)), (Some(x), Some(y)) if x != y);
    let vowel = |name: &str| name.ends_with(['a', 'e', 'i', 'o', 'y']);
    let inflected = l.is_given(a) && l.is_given(b) && vowel(a) != vowel(b) && !l.are_nicknames(a, b);
    same(a, b) && (a.len() == 1 || b.len() == 1 || !(differ || inflected))
}

/// A first name may be left out where two parts are left ("Tayyip Erdogan").
fn given_anywhere(
    given: bool,
    shorter: &PersonName,
    longer: &PersonName,
    same: &impl Fn(&str, &str) -> bool,
) -> bool {
    let dropped = || {
        let first = shorter.parts.first().map_or("", String::as_str);
        first.len() > 2 && longer.parts.iter().skip(1).any(|part| part.len() > 2 && same(first, part))
    };
    given || (shorter.parts.len() < longer.parts.len() && dropped())
}

/// Whether every part of the shorter name has its counterpart in the longer one, in order.
fn in_order(shorter: &PersonName, longer: &PersonName, same: &impl Fn(&str, &str) -> bool) -> bool {
    let mut rest = longer.parts.iter();
    shorter.parts.iter().all(|part| rest.any(|other| same(part, other)))
}

/// "Luis Solis" and "Luis Solis Rivera": the second surname left out.
fn is_double_surname(shorter: &PersonName, longer: &PersonName) -> bool {
    shorter.parts.len() >= 2
        && longer.parts.len() >= 3
        && longer.parts.iter().rev().nth(1).is_some_and(|part| part == shorter.surname())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(one: &str, other: &str) -> bool {
        PersonName::new(one).agrees(&PersonName::new(other), Spelling::Loose)
    }

    #[test]
    fn one_person() {
        for (one, other) in [
            ("Anna Maria Keller", "Anna Keller"),
            ("Sen. William Harlow", "Bill Harlow"),
            ("J. R. Harlow", "James Harlow"),
            ("Omar al-Rashidi", "Omar Rashidi"),
            ("Recep Tayyip Kaya", "Tayyip Kaya"),
            ("Mohammed Shiaa al-Basri", "Muhammad Shia al-Basri"),
            ("Esther Lindqvist", "Ester Lindqvist"),
            ("Luis Guillermo Prado Rivera", "Luis Guillermo Prado"),
            ("Tom Baker Jr.", "Tom Baker"),
        ] {
            assert!(agree(one, other), "{one} {other}");
        }
    }

    #[test]
    fn two_persons() {
        for (one, other) in [
            ("Mark Keller", "Daniel Keller"),
            ("Elaine Wong", "Martin Wong"),
            ("Maria Lopez", "Mario Lopez"),
            ("Daniel Keller", "Danielle Keller"),
            ("Tom Baker Jr.", "Tom Baker Sr."),
            ("Anna Maria Keller", "Anna Sophie Keller"),
            ("John Smith", "John Brown"),
        ] {
            assert!(!agree(one, other), "{one} {other}");
        }
    }

    #[test]
    fn short_names() {
        let full = PersonName::new("Luis Guillermo Prado Rivera");
        let stands = |name: &str| PersonName::new(name).stands_for(&full);
        assert_eq!(stands("Rivera’s"), Some(Part::Surname));
        assert_eq!(stands("Luis"), Some(Part::Given));
        assert_eq!(stands("Prado"), Some(Part::Middle));
        assert_eq!(stands("Riverario"), None);
        assert_eq!(PersonName::new("Den Berger").surname(), "berger");
        assert_eq!(PersonName::new("").parts.len(), 0);
    }
}
