//! Words that are two: "don't" is `do|n't`, "Marsa's" is `Marsa|'s`, "cannot" is `can|not`.

/// Endings that are words of their own, after an apostrophe.
const CLITICS: &[&str] = &["s", "m", "re", "ve", "ll", "d"];

/// Whole words without an apostrophe, and where they are cut.
const WHOLE: &[(&str, usize)] = &[
    ("aint", 2),
    ("arent", 3),
    ("cannot", 3),
    ("cant", 2),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("gimme", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("hadnt", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("im", 1),
    ("isnt", 2),
    ("ive", 1),
    ("lemme", 3),
    ("outta", 3),
    ("shouldnt", 6),
    ("thats", 4),
    ("theres", 5),
    ("theyre", 4),
    ("wanna", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("whats", 4),
    ("wont", 2),
    ("wouldnt", 5),
    ("youre", 3),
    ("youve", 3),
];

/// Where the last word inside `word` begins; `None` where it is one word.
pub(super) fn cut(word: &str) -> Option<usize> {
    if let Some((at, mark)) = word.char_indices().rev().take(4).find(|(_, c)| is_apostrophe(*c)) {
        let tail = word.get(at + mark.len_utf8()..)?;
        if at == 0 {
            return None;
        }
        if tail.eq_ignore_ascii_case("t") {
            let n = at.checked_sub(1)?;
            let is_n = word.get(n..at).is_some_and(|letter| letter.eq_ignore_ascii_case("n"));
            return (is_n && n > 0).then_some(n);
        }
        let clitic = CLITICS.iter().any(|clitic| tail.eq_ignore_ascii_case(clitic));
        let decade = tail == "s" && word.get(..at).is_some_and(is_decade);
        return (clitic && !decade).then_some(at);
    }
    if !(2..=8).contains(&word.len()) || word.starts_with("IM") || word.starts_with("IV") {
        return None;
    }
    let (_, at) = WHOLE.iter().find(|(whole, _)| whole.eq_ignore_ascii_case(word))?;
    Some(*at)
}

/// Where "is" begins in "'Tis", and "was" in "'twas".
pub(super) fn short_it(word: &str) -> Option<usize> {
    let mark = word.chars().next().filter(|c| is_apostrophe(*c))?.len_utf8();
    let rest = word.get(mark..)?;
    (rest.eq_ignore_ascii_case("tis") || rest.eq_ignore_ascii_case("twas")).then_some(mark + 1)
}

fn is_decade(stem: &str) -> bool {
    matches!(stem.len(), 2 | 4) && stem.ends_with('0') && stem.bytes().all(|b| b.is_ascii_digit())
}

/// The signs that stand for an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | '´' | '‘' | 'ʼ' | '＇')
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn cuts_contractions_and_leaves_names() {
        for (word, at) in [
            ("don't", Some(2)),
            ("Can’t", Some(2)),
            ("Marsa's", Some(5)),
            ("we’ll", Some(2)),
            ("cannot", Some(3)),
            ("O'Reilly", None),
            ("Sha'lan", None),
            ("1990's", None),
            ("can", None),
            ("t", None),
            ("'t", None),
        ] {
            assert_eq!(cut(word), at, "{word}");
        }
    }
}
