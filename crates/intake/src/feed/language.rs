//! The language of an entry: what the feed says, unless the text says otherwise.

use crate::idiom;

/// Letters from which the text itself shows that it is English.
const ENOUGH: usize = 200;

/// The code of the language; `None` leaves it to whoever looks at the text next.
///
/// Feeds are often set up with the language of the software. A text that is plainly in another
/// language is believed; a short one, in which nothing is found, leaves the word to the feed.
pub(super) fn settle(declared: Option<&str>, text: &str) -> Option<String> {
    let declared = primary(declared?)?;
    let found = idiom::language(text);
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(ENOUGH).count();
    if found != "en" || letters >= ENOUGH { Some(found) } else { Some(declared) }
}

/// "en" of "en-us", where it is a code.
pub(super) fn primary(code: &str) -> Option<String> {
    let code = code.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    ((2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase())).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::settle;

    #[test]
    fn the_text_is_believed_before_the_feed() {
        let german = "Die Fähre lief am Dienstagmorgen vor der Küste auf Grund. Verletzt wurde nach Angaben der Behörden niemand.";
        assert_eq!(settle(Some("en-us"), german).as_deref(), Some("de"));
        assert_eq!(settle(Some("fr"), "Le feu à Marsa").as_deref(), Some("fr"));
        assert_eq!(settle(Some("en-GB"), "Marsa burns").as_deref(), Some("en"));
        let english = "The ferry ran aground at dawn and nobody was hurt, the coastguard said. ".repeat(4);
        assert_eq!(settle(Some("es"), &english).as_deref(), Some("en"));
        assert_eq!(settle(Some("english please"), "Marsa"), None);
        assert_eq!(settle(None, "Marsa"), None);
    }
}
