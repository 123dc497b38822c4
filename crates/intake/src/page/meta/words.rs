//! Titles and names compared by their letters.

/// Letters and digits in lower case, nothing between them.
pub(super) fn key(text: &str) -> String {
    small(text.chars().filter(|c| c.is_alphanumeric()))
}

/// Characters in lower case.
pub(in crate::page) fn small(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for c in text {
        // Most are ASCII, which needs no table.
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// The words, each as letters and digits in lower case; marks inside a word end it.
pub(super) fn key_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The words that carry meaning, near enough: not the short ones, unless there are no others.
pub(super) fn main_words(words: &[String]) -> Vec<String> {
    let main: Vec<String> =
        words.iter().filter(|word| word.chars().count() > 3 || is_number(word)).cloned().collect();
    if main.len() < 2 { words.to_vec() } else { main }
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

/// How alike two lists of words are: twice the common ones over all, 0 to 1.
pub(super) fn likeness(one: &[String], other: &[String]) -> f32 {
    let mut left: Vec<&String> = other.iter().collect();
    let mut common = 0_u16;
    for word in one {
        if let Some(at) = left.iter().position(|candidate| *candidate == word) {
            left.swap_remove(at);
            common += 1;
        }
    }
    let all = u16::try_from(one.len() + other.len()).unwrap_or(u16::MAX);
    if all == 0 { 0.0 } else { f32::from(common * 2) / f32::from(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_by_words() {
        let like = |a: &str, b: &str| likeness(&key_words(a), &key_words(b));
        assert!(like("Ferry runs aground", "FERRY RUNS aground!") > 0.99);
        assert!(like("Ferry runs aground", "Ferry towed") < 0.5);
        assert!(like("", "") == 0.0);
        assert_eq!(key("Harbour-Post 24"), "harbourpost24");
    }
}
