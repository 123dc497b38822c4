//! What the words in `class`, `id` and the like say about an element.
//!
//! Names are cut into words (`story-body__relatedLinks` is story, body, related, links) and looked
//! up whole: a "shared-content" holds no sharing buttons, and "download" is no "ad".

use super::lists::{
    ARTICLE, BODY, BODY_FIRST, BODY_SECOND, DOUBTFUL, FURNITURE, NAVIGATION, NEVER, STANDFIRST, TURNING,
};
use super::marks::Marks;
use foldhash::HashMap;
use std::sync::LazyLock;

const FURNITURE_WORD: u16 = 1;
const TURNING_WORD: u16 = 2;
const FIRST_WORD: u16 = 4;
const SECOND_WORD: u16 = 8;
const BODY_WORD: u16 = 16;
const ARTICLE_WORD: u16 = 32;
const NEVER_WORD: u16 = 64;
const DOUBTFUL_WORD: u16 = 128;
const STANDFIRST_WORD: u16 = 256;
const NAVIGATION_WORD: u16 = 512;

static WORDS: LazyLock<HashMap<&'static [u8], u16>> = LazyLock::new(|| {
    let lists = [
        (FURNITURE, FURNITURE_WORD),
        (NEVER, NEVER_WORD),
        (DOUBTFUL, DOUBTFUL_WORD),
        (STANDFIRST, STANDFIRST_WORD),
        (NAVIGATION, NAVIGATION_WORD),
        (TURNING, TURNING_WORD),
        (BODY_FIRST, FIRST_WORD),
        (BODY_SECOND, SECOND_WORD),
        (BODY, BODY_WORD),
        (ARTICLE, ARTICLE_WORD),
    ];
    let mut words = HashMap::default();
    for (list, bit) in lists {
        for word in list.split_ascii_whitespace() {
            *words.entry(word.as_bytes()).or_default() |= bit;
        }
    }
    words
});

/// What the names in an attribute say.
pub(super) fn read(names: &str) -> Marks {
    let mut small = Vec::with_capacity(64);
    names
        .split_ascii_whitespace()
        .filter(|name| !name.contains('['))
        .fold(Marks::NONE, |marks, name| marks | read_name(name, &mut small))
}

/// What one name says; `small` is room for its words in small letters.
fn read_name(name: &str, small: &mut Vec<u8>) -> Marks {
    let (mut all, mut body, mut last) = (0, false, 0);
    let mut before = 0;
    small.clear();
    for word in words(name.as_bytes()) {
        let start = small.len();
        small.extend(word.iter().map(u8::to_ascii_lowercase));
        let known = |from: usize| small.get(from..).and_then(|word| WORDS.get(word)).copied().unwrap_or(0);
        let bits = known(start);
        // "most-read" is looked up as "mostread" too.
        if start > before {
            all |= known(before);
        }
        before = start;
        body |= bits & BODY_WORD > 0 || (last & FIRST_WORD > 0 && bits & SECOND_WORD > 0);
        all |= bits;
        last = bits;
    }
    if all & TURNING_WORD > 0 {
        return Marks::NONE;
    }
    let signs = [(STANDFIRST_WORD, Marks::STANDFIRST), (NAVIGATION_WORD, Marks::NAVIGATION)];
    let signs = signs.into_iter().filter(|(bit, _)| all & bit > 0);
    let body = if body { Marks::BODY } else { Marks::NONE };
    signs.fold(kind(all, body), |marks, (_, sign)| marks | sign)
}

/// What the words of one name make of it; what stands around an article goes before its body.
fn kind(all: u16, body: Marks) -> Marks {
    if all & NEVER_WORD > 0 {
        Marks::NEVER
    } else if all & FURNITURE_WORD > 0 {
        Marks::FURNITURE
    } else if all & DOUBTFUL_WORD > 0 {
        Marks::DOUBTFUL
    } else if body != Marks::NONE {
        body
    } else if all & ARTICLE_WORD > 0 {
        Marks::ARTICLE
    } else {
        Marks::NONE
    }
}

/// The words of a name: cut at all that is no letter or digit, and before a capital after a small
/// letter; numbers at their end are left out.
fn words(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = name;
    std::iter::from_fn(move || {
        loop {
            let start = rest.iter().position(u8::is_ascii_alphanumeric)?;
            let (word, after) = rest.get(start..)?.split_at_checked(length(rest.get(start..)?))?;
            rest = after;
            let letters = word.iter().rposition(|c| !c.is_ascii_digit());
            if let Some(last) = letters {
                return word.get(..=last);
            }
        }
    })
}

/// How long the word is that a text begins with.
fn length(text: &[u8]) -> usize {
    let mut after_small = false;
    for (at, c) in text.iter().enumerate() {
        if !c.is_ascii_alphanumeric() || after_small && c.is_ascii_uppercase() {
            return at;
        }
        after_small = c.is_ascii_lowercase();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        assert_eq!(read("story-body"), Marks::BODY);
        assert_eq!(read("StoryBody wide"), Marks::BODY);
        assert_eq!(read("story-body__relatedLinks"), Marks::FURNITURE);
        assert_eq!(read("shared-load download"), Marks::NONE);
        assert_eq!(read("no-sidebar"), Marks::NONE);
        assert_eq!(read("ad-300x250 ad2"), Marks::FURNITURE);
        assert_eq!(read("w-node-b5343ad4-d1b4"), Marks::NONE);
        assert_eq!(read("newsletter-box"), Marks::FURNITURE);
    }
}
