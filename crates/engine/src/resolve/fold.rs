//! Names brought to one form for comparing: letters without case and marks, words without points.

/// Lower case, without diacritical marks; apostrophes and quotation marks are dropped.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | ' ' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | '"' | '“' | '”' => {}
            '‐' | '‑' | '–' => folded.push('-'),
            '\u{a0}' | '\n' | '\t' => folded.push(' '),
            _ if c.is_ascii() => folded.push(c),
            _ => fold_letter(c, &mut folded),
        }
    }
    folded
}

/// Latin letters with marks, in the order of their plain letters.
const MARKED: [(&str, &str); 28] = [
    ("àáâãäåāăąǎ", "a"),
    ("çćĉċč", "c"),
    ("ďđ", "d"),
    ("èéêëēĕėęěếệ", "e"),
    ("ĝğġģ", "g"),
    ("ĥħḥ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľł", "l"),
    ("ñńņňṇ", "n"),
    ("òóôõöøōŏőơ", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťŧț", "t"),
    ("ùúûüũūŭůűųư", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("þ", "th"),
    ("ð", "d"),
    ("ə", "a"),
    ("ṣ", "s"),
    ("ṭ", "t"),
    ("ẓ", "z"),
];

fn fold_letter(c: char, folded: &mut String) {
    if ('\u{300}'..='\u{36f}').contains(&c) {
        return;
    }
    for lower in c.to_lowercase() {
        match MARKED.iter().find(|(marked, _)| marked.contains(lower)) {
            Some((_, plain)) => folded.push_str(plain),
            None if ('\u{300}'..='\u{36f}').contains(&lower) => {}
            None => folded.push(lower),
        }
    }
}

/// The key of a name: folded, without leading article, trailing possessive and points.
///
/// "The U.S." and "US" have one key, and so have "al-Waer" and "Al Waer".
#[must_use]
pub fn key(name: &str) -> String {
    let name = without_possessive(name.trim());
    let folded = fold(name);
    let mut words = Vec::new();
    for word in folded.split([' ', '-', '/']) {
        let word: String = word.chars().filter(|c| !matches!(c, '.' | ',' | '#' | '@' | '(' | ')')).collect();
        if !word.is_empty() {
            words.push(word);
        }
    }
    if words.len() > 1 && words.first().is_some_and(|first| first == "the") {
        words.remove(0);
    }
    // "U. S." is written with a space now and then.
    if words.len() > 1 && words.len() < 5 && words.iter().all(|word| word.len() == 1) {
        return words.concat();
    }
    words.join(" ")
}

/// The name without "'s" or a lone apostrophe at its end.
pub(crate) fn without_possessive(name: &str) -> &str {
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(rest) = name.strip_suffix(ending) {
            return rest;
        }
    }
    name.strip_suffix(['\'', '’']).filter(|rest| rest.ends_with('s')).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_one_name() {
        assert_eq!(key("the U.S."), "us");
        assert_eq!(key("U. S."), "us");
        assert_eq!(key("Al-Waer’s"), key("al Waer"));
        assert_eq!(fold("Łukasz Škvorecký"), "lukasz skvorecky");
        assert_eq!(key("Hamas’"), "hamas");
        assert_eq!(key("The"), "the");
        assert_ne!(key("Iran"), key("Tigran"));
    }
}
