//! Roles and descriptions levelled, so that "the Marsan premier" meets "Prime Minister of Marsa".

use super::fold::key;
use super::lexicon::lexicon;

/// One word for one office.
const OFFICES: [(&str, &str); 11] = [
    ("prime minister", "premier"),
    ("secretary of state", "secretary"),
    ("vice president", "vice-president"),
    ("foreign secretary", "foreign minister"),
    ("attorney general", "attorney-general"),
    ("spokesman", "spokesperson"),
    ("spokeswoman", "spokesperson"),
    ("advisor", "adviser"),
    ("congressman", "representative"),
    ("congresswoman", "representative"),
    ("defense", "defence"),
];

/// The words of a role or a description: countries for their adjectives, one word for one office.
pub(super) fn level(words: &str) -> Vec<String> {
    const SMALL: [&str; 12] =
        ["the", "a", "an", "of", "for", "former", "then", "s", "at", "in", "his", "her"];
    let mut words = key(words);
    for (one, other) in OFFICES {
        if words.contains(one) {
            words = words.replace(one, other);
        }
    }
    let l = lexicon();
    let level = |word: &str| match word {
        "pm" => "premier".to_owned(),
        "gov" => "governor".to_owned(),
        "sen" => "senator".to_owned(),
        "rep" => "representative".to_owned(),
        _ => {
            let bare = word.strip_suffix('s').filter(|bare| l.country(bare) == Some(bare));
            l.country(word).or(bare).unwrap_or(word).to_owned()
        }
    };
    words.split(' ').filter(|word| !SMALL.contains(word)).map(level).collect()
}

/// Whether a role says all that a levelled description says.
pub(super) fn bears_out(role: &str, description: &[String]) -> bool {
    let role = level(role);
    !description.is_empty() && description.iter().all(|word| role.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_and_countries_are_levelled() {
        assert!(bears_out("Iraqi Prime Minister", &level("the premier of Iraq")));
        assert!(bears_out("Iraqi Prime Minister", &level("the PM")));
        assert!(!bears_out("Iraqi Prime Minister", &level("the Iranian premier")));
        assert!(!bears_out("Iraqi Prime Minister", &level("the")));
        assert_eq!(level("Nigeria's government"), level("Nigerian government"));
        assert!(!bears_out("vice president", &level("the president")));
    }
}
