//! Each token as the sequence model sees it: hashes of its form and affixes, its shape, what the
//! lists know of it, and how its sentence uses capitals.

use super::lists::{Cluster, LONGEST, Lists, flag, lower_into};
use crate::linear::hash;
use model::{Annotation, Sentence, Token, Upos};

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Case {
    #[default]
    Other,
    Lower,
    Capital,
    Upper,
    Digit,
}

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mode {
    #[default]
    Plain,
    /// Every Word Has a Capital.
    Title,
    /// EVERY LETTER IS ONE.
    Upper,
}

/// One token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub(super) lower: u32,
    pub(super) shape: u32,
    pub(super) prefixes: [u32; 2],
    pub(super) suffixes: [u32; 3],
    pub(super) case: Case,
    pub(super) flags: u16,
    pub(super) capital: u8,
    pub(super) cluster: Cluster,
    /// Flags of the longest entry of several words that holds this one, and the place in it (1 the
    /// first, 2 inside, 3 the last).
    pub(super) phrase: u16,
    pub(super) place: u8,
    pub(super) upos: u8,
    pub(super) xpos: u32,
    /// Bits of [`super::evidence`].
    pub(super) evidence: u16,
    /// Inside quotation marks.
    pub(super) quoted: bool,
    /// No white space before it.
    pub(super) glued: bool,
}

impl Word {
    /// Whether it could be (part of) a name by its letters.
    pub(super) fn is_high(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }

    pub(super) fn has(&self, flags: u16) -> bool {
        self.flags & flags != 0
    }
}

/// The words of a sentence, without the evidence of the document; and its mode.
pub(super) fn read(
    text: &str,
    document: &Annotation,
    sentence: &Sentence,
    lists: &Lists,
) -> (Vec<Word>, Mode) {
    let tokens = document.tokens_of(sentence);
    let mut buffer = String::new();
    let mut words: Vec<Word> = tokens.iter().map(|token| form(text, token, &mut buffer)).collect();
    let near = near(&words);
    for word in words.iter_mut().zip(&near).filter(|(_, near)| **near).map(|(word, _)| word) {
        let entry = lists.entry(word.lower);
        (word.flags, word.capital) = (entry.flags, entry.capital);
    }
    let stopped = tokens.last().is_some_and(|token| token.span.of(text) == ".");
    let mode = mode(&words, stopped);
    let mut quoted = false;
    let mut end = usize::MAX;
    for ((word, token), near) in words.iter_mut().zip(tokens).zip(near) {
        let written = token.span.of(text);
        word.glued = token.span.start == end;
        end = token.span.end;
        if near {
            word.cluster = cluster(written, mode, word.lower, lists, &mut buffer);
        }
        match written {
            "\"" | "''" | "``" => quoted = !quoted,
            "“" => quoted = true,
            "”" => quoted = false,
            _ => word.quoted = quoted,
        }
    }
    phrases(text, tokens, &mut words, lists);
    (words, mode)
}

/// Whether a word stands so near to one with a capital that its features are ever looked at.
fn near(words: &[Word]) -> Vec<bool> {
    let mut near = vec![false; words.len()];
    for at in (0..words.len()).filter(|at| words.get(*at).is_some_and(Word::is_high)) {
        near.iter_mut().take(at + 4).skip(at.saturating_sub(3)).for_each(|near| *near = true);
    }
    near
}

fn form(text: &str, token: &Token, buffer: &mut String) -> Word {
    let written = token.span.of(text);
    buffer.clear();
    lower_into(written, buffer);
    let lower = hash(buffer.as_bytes());
    Word {
        lower,
        shape: shape(written),
        prefixes: [3, 4].map(|length| hash(head(buffer, length).as_bytes())),
        suffixes: [2, 3, 4].map(|length| hash(tail(buffer, length).as_bytes())),
        case: case(written),
        upos: Upos::ALL.iter().position(|upos| *upos == token.upos).unwrap_or(0) as u8,
        xpos: hash(token.xpos.as_bytes()),
        ..Word::default()
    }
}

fn head(word: &str, length: usize) -> &str {
    word.char_indices().nth(length).and_then(|(at, _)| word.get(..at)).unwrap_or(word)
}

fn tail(word: &str, length: usize) -> &str {
    word.char_indices().nth_back(length - 1).and_then(|(at, _)| word.get(at..)).unwrap_or(word)
}

fn case(written: &str) -> Case {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return if written.chars().any(|c| c.is_ascii_digit()) { Case::Digit } else { Case::Other };
    };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() { upper += 1 } else { lower += 1 }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 1.., 0) => Case::Upper,
        (true, ..) => Case::Capital,
        // "al-Hasim", "iPhone" hold a name; "re-elected" does not.
        (false, 1.., _) => Case::Capital,
        (false, ..) => Case::Lower,
    }
}

/// Runs of capitals, small letters, digits and marks, each written once, or twice where longer.
pub(super) fn shape(written: &str) -> u32 {
    let mut bytes = [0_u8; 12];
    let mut length = 0;
    let (mut before, mut run) = (0_u8, 0);
    for c in written.chars() {
        let sign = match c {
            c if c.is_uppercase() => b'X',
            c if c.is_alphabetic() => b'x',
            c if c.is_numeric() => b'd',
            '’' => b'\'',
            c if c.is_ascii() => c as u8,
            _ => b'?',
        };
        run = if sign == before { run + 1 } else { 1 };
        before = sign;
        if run <= 2
            && let Some(to) = bytes.get_mut(length)
        {
            *to = sign;
            length += 1;
        }
    }
    hash(bytes.get(..length).unwrap_or(&bytes))
}

/// How the words of a sentence use capitals. A sentence whose long words all have one is a headline
/// only where one of them is a word that is written small elsewhere, and no full stop ends it.
fn mode(words: &[Word], stopped: bool) -> Mode {
    let count = |wanted: fn(&Word) -> bool| words.iter().filter(|word| wanted(word)).count();
    let upper = count(|word| word.case == Case::Upper);
    let capital = count(|word| word.case == Case::Capital);
    let lower = count(|word| word.case == Case::Lower);
    if upper >= 3 && upper >= 3 * (capital + lower) || (upper == 2 && capital + lower == 0) {
        return Mode::Upper;
    }
    if stopped {
        return Mode::Plain;
    }
    let common = |word: &&Word| word.case == Case::Capital && matches!(word.capital, 1 | 2);
    let raised = words.iter().skip(1).filter(common).count();
    let small = words.iter().filter(|word| word.case == Case::Lower && word.is_long()).count();
    if raised >= 2 && raised > 2 * small || raised == 1 && small == 0 && capital >= 3 {
        return Mode::Title;
    }
    Mode::Plain
}

impl Word {
    /// Longer than the words that headlines leave small, as far as the letters tell.
    fn is_long(&self) -> bool {
        // Words of up to three letters have their whole form as their tail of four and of three.
        self.suffixes[1] != self.suffixes[2]
    }
}

/// The cluster of the word as written, or as it would be written where the capitals say nothing.
fn cluster(written: &str, mode: Mode, lower: u32, lists: &Lists, buffer: &mut String) -> Cluster {
    if mode == Mode::Upper {
        buffer.clear();
        lower_into(written, buffer);
        if let Some(first) = buffer.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let cluster = lists.cluster(hash(buffer.as_bytes()));
        if cluster != Cluster::default() {
            return cluster;
        }
    }
    let cluster = lists.cluster(hash(written.as_bytes()));
    if cluster == Cluster::default() { lists.cluster(lower) } else { cluster }
}

/// Marks the entries of several words, the longest first.
fn phrases(text: &str, tokens: &[Token], words: &mut [Word], lists: &Lists) {
    let mut buffer = String::new();
    let mut at = 0;
    while at < words.len() {
        let opens = words.get(at).is_some_and(|word| word.is_high() && word.has(flag::OPENS));
        let found = if opens { longest(text, tokens, at, lists, &mut buffer) } else { None };
        let Some((length, flags)) = found else {
            at += 1;
            continue;
        };
        for (offset, word) in words.iter_mut().skip(at).take(length).enumerate() {
            word.phrase = flags;
            word.place = if offset == 0 { 1 } else { 2 + u8::from(offset + 1 == length) };
        }
        at += length;
    }
}

fn longest(
    text: &str,
    tokens: &[Token],
    at: usize,
    lists: &Lists,
    buffer: &mut String,
) -> Option<(usize, u16)> {
    (2..=LONGEST.min(tokens.len() - at)).rev().find_map(|length| {
        let part = tokens.get(at..at + length)?;
        let key = super::lists::phrase(part.iter().map(|token| token.span.of(text)), buffer);
        let flags = lists.entry(key).flags & !flag::OPENS;
        (flags != 0).then_some((length, flags))
    })
}

#[cfg(test)]
mod tests {
    use super::{Case, case, head, shape, tail};

    #[test]
    fn cases_and_shapes() {
        assert_eq!(
            ["Ferry", "ferry", "FERRY", "al-Marsi", "U.N.", "A", "12th", "—", "14"].map(case),
            [
                Case::Capital,
                Case::Lower,
                Case::Upper,
                Case::Capital,
                Case::Upper,
                Case::Capital,
                Case::Lower,
                Case::Other,
                Case::Digit
            ]
        );
        assert_eq!(shape("Marsa"), shape("Ellerytown"));
        assert_ne!(shape("U.N."), shape("UN"));
        assert_eq!((head("Łódźian", 4), tail("Łódź", 2), tail("a", 3)), ("Łódź", "dź", "a"));
    }
}
