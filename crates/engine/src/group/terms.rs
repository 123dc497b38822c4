//! The words of a text in the form in which reports are compared: lower case, without plural and
//! possessive endings, as hashes, so that nothing is allocated for a word.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A word in its compared form.
pub type Term = u64;

/// A map from terms; they are hashes already and are not hashed again.
pub(super) type TermMap<V> = HashMap<Term, V, BuildHasherDefault<Identity>>;

/// Takes the term itself as its hash.
#[derive(Default)]
pub(super) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = fnv(bytes);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// FNV-1a, then mixed, since maps look at the low bits.
fn fnv(bytes: &[u8]) -> u64 {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, b| (hash ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3));
    mix(hash)
}

/// Spreads the bits of a number.
pub(super) fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    value ^ (value >> 32)
}

/// The term of a word in its compared form.
#[must_use]
pub fn term(form: &str) -> Term {
    fnv(form.as_bytes())
}

/// Calls `see` with the compared form of each word of `text`, in order. Words are runs of letters and
/// digits, with an apostrophe or a digit's point inside; in scripts without spaces, pairs of signs.
pub fn each_form(text: &str, mut see: impl FnMut(&str)) {
    let mut form = String::new();
    let mut signs: Option<char> = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if is_sign(c) {
            flush(&mut form, &mut see);
            if let Some(before) = signs.replace(c) {
                form.extend([before, c]);
                see(&form);
                form.clear();
            }
            continue;
        }
        signs = None;
        if c.is_alphanumeric() {
            form.extend(c.to_lowercase());
        } else if inside(c, &form, characters.peek().copied()) {
            form.push(if c == '’' { '\'' } else { c });
        } else {
            flush(&mut form, &mut see);
        }
    }
    flush(&mut form, &mut see);
}

/// Whether `c` joins what stands before and after it to one word.
fn inside(c: char, form: &str, next: Option<char>) -> bool {
    let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match c {
        '\'' | '’' => !form.is_empty() && next.is_some_and(char::is_alphanumeric),
        '.' | ',' => digits(form.chars().next_back()) && digits(next),
        _ => false,
    }
}

/// Chinese and Japanese, which put no space between words.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn flush(form: &mut String, see: &mut impl FnMut(&str)) {
    reduce(form);
    if !form.is_empty() {
        see(form);
        form.clear();
    }
}

/// Takes off the possessive and the plural, and the commas of a number.
fn reduce(form: &mut String) {
    if form.ends_with("'s") {
        form.truncate(form.len() - 2);
    }
    if form.starts_with(|c: char| c.is_ascii_digit()) {
        form.retain(|c| c != ',');
        return;
    }
    let length = form.len();
    if length > 4 && form.ends_with("ies") {
        form.truncate(length - 3);
        form.push('y');
    } else if length > 3 && form.ends_with('s') && !["ss", "us", "is"].iter().any(|end| form.ends_with(end)) {
        form.truncate(length - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::{each_form, term};

    fn forms(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_form(text, |form| found.push(form.to_owned()));
        found
    }

    #[test]
    fn words_lose_case_plural_and_possessive() {
        assert_eq!(
            forms("The harbour’s pilots, Ferries' crews"),
            ["the", "harbour", "pilot", "ferry", "crew"]
        );
        assert_eq!(forms("1,200 kg; 3.5 m"), ["1200", "kg", "3.5", "m"]);
        assert_eq!(forms("this class is a bus"), ["this", "class", "is", "a", "bus"]);
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        assert_eq!(forms("港口 A事故船"), ["港口", "a", "事故", "故船"]);
    }

    #[test]
    fn odd_text_gives_nothing_or_something_but_never_a_panic() {
        assert!(forms("’’ ' – …").is_empty());
        assert_eq!(forms("'s"), ["s"]);
        assert_ne!(term("pilot"), term("pilots"));
    }
}
