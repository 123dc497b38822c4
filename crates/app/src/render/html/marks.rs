//! One mark for each outlet: a colour and letters, never colour alone.

use crate::render::desk::Desk;
use maud::{Markup, html as markup};
use std::collections::BTreeSet;

/// Colours of the style sheet.
const COLOURS: usize = 8;

/// The letters of each report's mark.
pub(super) struct Marks {
    letters: Vec<String>,
}

impl Marks {
    pub(super) fn new(desk: &Desk<'_>) -> Self {
        let mut taken = BTreeSet::new();
        let letters = (0..desk.account.readings.len())
            .map(|report| {
                let named = desk.reading(report).is_some_and(|reading| reading.report.outlet.is_some());
                let name = if named { desk.label(report) } else { "report" };
                let mut letters = initials(name);
                let mut number = 2;
                while !taken.insert(letters.clone()) {
                    letters = format!("{}{number}", initials(name));
                    number += 1;
                }
                letters
            })
            .collect();
        Self { letters }
    }

    fn letters(&self, report: usize) -> &str {
        self.letters.get(report).map_or("", String::as_str)
    }

    /// The mark alone; its name is read out and shown on hover.
    pub(super) fn mark(&self, desk: &Desk<'_>, report: usize) -> Markup {
        markup! {
            abbr class={ "mark c" (report % COLOURS) } title=(desk.label(report)) { (self.letters(report)) }
        }
    }

    /// The mark and the name.
    pub(super) fn named(&self, desk: &Desk<'_>, report: usize) -> Markup {
        markup! {
            span.outlet { span class={ "mark c" (report % COLOURS) } aria-hidden="true" { (self.letters(report)) } " "
                (desk.label(report)) }
        }
    }
}

/// Up to three first letters of the words of a name, or its first two letters.
fn initials(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let many: String = words
        .iter()
        .filter(|word| !["The", "the", "of"].contains(word))
        .filter_map(|word| word.chars().next())
        .take(3)
        .collect();
    let letters = if many.chars().count() > 1 {
        many
    } else {
        let word = words.iter().find(|word| **word != "The").copied().unwrap_or("?");
        word.chars().take(3).collect()
    };
    letters.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn marks_are_short() {
        assert_eq!(initials("The Harbour Post"), "HP");
        assert_eq!(initials("Meridian"), "MER");
        assert_eq!(initials("…"), "?");
    }
}
