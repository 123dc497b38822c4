//! Signs that a text is cut: calls to read on, and dots.

/// How a call begins.
#[rustfmt::skip]
const OPENINGS: [&str; 22] = [
    "continue reading", "keep reading", "read more", "read on", "read full", "read article", "read original",
    "read the full", "read the whole", "read the rest", "read the entire", "read the original", "read the article",
    "view full", "view the full", "see full", "see the full", "click here to", "click here for", "full story",
    "full article", "full text",
];
/// What a call is in one word, before an arrow.
const WORDS: [&str; 6] = ["leggi tutto", "lire la suite", "mehr", "more", "leer más", "read"];
const ARROWS: [char; 5] = ['»', '›', '→', '>', '…'];
/// Bytes at the end of a text in which a call must stand.
const CALL: usize = 240;
/// Bytes of the line that blog software puts below each entry.
const LINE: usize = 480;

/// The text without a call at its end; `None` where there is none.
///
/// A call stands alone, behind the end of a sentence, or begins with a capital: people who "read
/// more" in the midst of a sentence are no call.
pub(super) fn without_call(text: &str) -> Option<&str> {
    let start = call(text).or_else(|| line_of_software(text)).or_else(|| one_word(text))?;
    let before = text.get(..start)?;
    let start = before.trim_end().strip_suffix(['[', '(']).map_or(start, str::len);
    let (rest, call) = (text.get(..start)?.trim_end(), text.get(start..)?.trim_start());
    let apart = rest.is_empty() || rest.ends_with(['.', '!', '?', '…', ']', ')', '”', '"', '’']);
    (apart || !call.starts_with(char::is_lowercase)).then_some(rest)
}

/// Where a call begins after which no sentence ends.
fn call(text: &str) -> Option<usize> {
    let (from, tail) = tail(text, CALL);
    let starts = OPENINGS.iter().filter_map(|opening| {
        let at = tail.rfind(opening)?;
        let after =
            tail.get(at + opening.len()..)?.trim_end_matches(|c| ARROWS.contains(&c) || " .])".contains(c));
        let at_word =
            !tail.get(..at)?.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        (at_word && !after.contains(['.', '!', '?'])).then_some(from + at)
    });
    starts.min()
}

/// "more »"
fn one_word(text: &str) -> Option<usize> {
    let (from, tail) = tail(text, CALL);
    let bare = tail.trim_end_matches(' ');
    let word = bare.trim_end_matches(ARROWS).trim_end();
    let arrow = bare.ends_with(['»', '›', '→', '>']);
    WORDS.iter().filter(|_| arrow).find_map(|call| {
        let at = word.len().checked_sub(call.len()).filter(|at| word.get(*at..) == Some(call))?;
        (!word.get(..at)?.ends_with(char::is_alphanumeric)).then_some(from + at)
    })
}

/// "The post Ferry runs aground appeared first on Harbour Post."
fn line_of_software(text: &str) -> Option<usize> {
    let (from, tail) = tail(text, LINE);
    let at = tail.rfind("the post ")?;
    let after = tail.get(at..)?;
    let appeared = ["appeared first on ", "first appeared on "].iter().find_map(|words| after.find(words))?;
    let two_sentences = after.match_indices(". ").any(|(dot, _)| {
        after
            .get(..dot)
            .is_some_and(|before| before.split(' ').next_back().is_some_and(|word| word.len() > 3))
    });
    (!two_sentences && appeared < after.len()).then_some(from + at)
}

/// Whether a text ends in that line, which says nothing of how much of the article there is.
pub(super) fn is_line_of_software(text: &str) -> bool {
    line_of_software(text).is_some()
}

/// "… was seen […]", "… was seen …"
pub(super) fn is_broken_off(text: &str) -> bool {
    let text = text.trim_end_matches([']', ')', ' ']);
    text.ends_with('…') || text.ends_with("...")
}

/// The last bytes of a text in small letters, and where they begin.
fn tail(text: &str, length: usize) -> (usize, String) {
    let mut from = text.len().saturating_sub(length);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    (from, text.get(from..).unwrap_or("").to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_go() {
        for call in [
            "Continue reading...",
            "Read more »",
            "Continue reading Ferry runs aground →",
            "[Read the full story]",
            "Click here to read the whole of it",
            "The post Ferry runs aground appeared first on Harbour Post.",
            "Full story",
            "more »",
            "(Read on)",
        ] {
            for text in [format!("A ferry ran aground. {call}"), format!("“A ferry,” he said. {call}")] {
                assert_eq!(without_call(&text).map(str::len), text.find(call).map(|at| at - 1), "{text}");
            }
            assert_eq!(without_call(call), Some(""), "{call}");
        }
        assert_eq!(
            without_call("A ferry ran aground near Marsa Continue reading"),
            Some("A ferry ran aground near Marsa")
        );
    }

    #[test]
    fn sentences_about_reading_stay() {
        for text in [
            "Pupils will read more books, she said.",
            "The inquiry wants the full story from the crew.",
            "He told them to read on.",
            "The post was vacant for a year. She appeared first on the list.",
            "The price rose to 40 and more.",
            "More than 40 firms took part, and readers may see the full story of each.",
        ] {
            assert_eq!(without_call(text), None, "{text}");
        }
    }

    #[test]
    fn dots() {
        assert!(is_broken_off("was seen […]") && is_broken_off("was seen...") && is_broken_off("was seen …"));
        assert!(!is_broken_off("was seen."));
    }
}
