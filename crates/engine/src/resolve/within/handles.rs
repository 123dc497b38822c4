//! Handles and tags of social networks that spell a name of the report: "@TarnLines" stands for
//! Tarn Lines, "#BringThemHome" for a movement of that name.

use super::Cast;
use model::{Form, Reading, Span};
use std::collections::HashMap;

/// Fewer letters could be anybody's.
const FEWEST_LETTERS: usize = 5;

/// Ties each handle to the entity whose name has its letters, where there is exactly one.
pub(super) fn join(reading: &Reading, cast: &mut Cast) {
    let mut bearers: HashMap<String, Option<usize>> = HashMap::new();
    for (index, draft) in cast.drafts.iter().enumerate() {
        for form in draft.forms.keys() {
            let one = bearers.entry(letters(form)).or_insert(Some(index));
            if *one != Some(index) {
                *one = None;
            }
        }
    }
    for token in &reading.document.tokens {
        let text = reading.cut(token.span);
        let Some(name) = text.strip_prefix(['@', '#']) else { continue };
        let letters = letters(name);
        if letters.len() < FEWEST_LETTERS || is_mentioned(cast, token.span) {
            continue;
        }
        let Some(Some(bearer)) = bearers.get(&letters).copied() else { continue };
        if let Some(draft) = cast.drafts.get_mut(bearer) {
            draft.add_form(text);
            cast.mentions.push((token.span, draft.kind, Form::Name, bearer));
        }
    }
}

fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_mentioned(cast: &Cast, span: Span) -> bool {
    cast.mentions.iter().any(|mention| mention.0.touches(span))
}

#[cfg(test)]
mod tests {
    use super::super::{testing, within};
    use model::{Kind, Span};

    fn variants(text: &str) -> Vec<Vec<String>> {
        let mut reading = testing::reading(text, &[("Tarn Lines", Kind::Organization)]);
        let at = text.find(['@', '#']).unwrap_or(0);
        if let Some(mut token) = reading.document.tokens.last().cloned() {
            token.span = Span::new(at, text.len());
            reading.document.tokens.retain(|other| other.span.start < at);
            reading.document.tokens.push(token);
        }
        within(reading).entities.into_iter().map(|entity| entity.variants).collect()
    }

    #[test]
    fn a_handle_that_spells_a_name_stands_for_its_bearer() {
        assert_eq!(variants("Tarn Lines said so.\n@TarnLines"), [["Tarn Lines", "@TarnLines"]]);
    }

    #[test]
    fn other_handles_are_left_alone() {
        assert_eq!(variants("Tarn Lines said so.\n@TarnNews"), [["Tarn Lines"]]);
    }
}
