//! Words as terms: what two wordings of one thing have in common.

use model::Token;

/// Words that state nothing of their own.
#[rustfmt::skip]
const STOP: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before",
    "being", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her",
    "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me", "more", "mr",
    "mrs", "ms", "my", "n't", "not", "now", "of", "on", "one", "or", "our", "out", "over", "s", "said", "say",
    "says", "she", "should", "so", "some", "such", "t", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "too", "up", "was", "we", "were", "what", "when", "where", "which",
    "while", "who", "whose", "will", "with", "would", "you", "your",
];

/// The term that a word stands for; none for punctuation and words that state nothing.
#[must_use]
pub fn term(token: &Token, text: &str) -> Option<String> {
    let written = token.span.of(text);
    if !written.chars().next()?.is_alphanumeric() {
        return None;
    }
    let lower = token.lemma.to_lowercase();
    (!is_stop(&lower) && !is_stop(&written.to_lowercase())).then(|| stem(&lower))
}

/// Whether a word (in lower case) states nothing of its own.
fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// The stem of a word in lower case: "evacuating", "evacuation", "evacuated" are one term.
pub(super) fn stem(word: &str) -> String {
    let word = word.trim_end_matches("'s").trim_end_matches("’s").replace(['\'', '’', '.'], "");
    if word.len() <= 3 || !word.is_ascii() || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word;
    }
    let mut stem = without_plural(&word);
    for (ending, least) in [("ing", 3), ("ed", 3), ("ly", 4), ("ment", 4)] {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() >= least
            && has_vowel(rest)
        {
            stem = undoubled(rest);
            break;
        }
    }
    if let Some(rest) = stem.strip_suffix("ion")
        && rest.len() >= 4
    {
        stem = rest.to_owned();
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    if stem.len() > 3 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    stem
}

fn without_plural(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies")
        && rest.len() >= 2
    {
        return format!("{rest}y");
    }
    if word.ends_with("sses") || word.ends_with("shes") || word.ends_with("ches") || word.ends_with("xes") {
        return word.strip_suffix("es").unwrap_or(word).to_owned();
    }
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return word.to_owned();
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

fn has_vowel(word: &str) -> bool {
    word.bytes().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}

fn undoubled(word: &str) -> String {
    let bytes = word.as_bytes();
    match bytes {
        [.., a, b] if a == b && !matches!(b, b'l' | b's' | b'z' | b'e' | b'o') => {
            word.get(..word.len() - 1).unwrap_or(word).to_owned()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{STOP, is_stop, stem};

    #[test]
    fn joins_the_forms_of_a_word() {
        for (one, other) in [
            ("evacuated", "evacuation"),
            ("abducting", "abductions"),
            ("stopped", "stop"),
            ("announcement", "announces"),
            ("cities", "city"),
            ("votes", "voting"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn leaves_other_words_apart() {
        assert_ne!(stem("policy"), stem("police"));
        assert_ne!(stem("news"), stem("nest"));
        assert_eq!(stem("iraq's"), "iraq");
        assert_eq!(stem("u.s."), "us");
        assert_eq!(stem("1990s"), "1990s");
    }

    #[test]
    fn stop_words_are_sorted() {
        assert!(STOP.is_sorted() && is_stop("the") && !is_stop("killed"));
    }
}
