//! Descriptions: "the Marsan prime minister", "the council".

use super::roles::head_noun;
use super::{Cast, Draft};
use crate::resolve::fold::{fold, key};
use crate::resolve::lexicon::lexicon;
use crate::resolve::office::{bears_out, level};
use model::{Kind, Reading, Span, Upos};

/// Nouns that fit too many to point at one person.
const VAGUE: [&str; 26] = [
    "man",
    "woman",
    "boy",
    "girl",
    "official",
    "resident",
    "witness",
    "victim",
    "suspect",
    "friend",
    "member",
    "source",
    "son",
    "daughter",
    "brother",
    "sister",
    "father",
    "mother",
    "husband",
    "wife",
    "worker",
    "student",
    "passenger",
    "neighbor",
    "neighbour",
    "officer",
];

/// Heads of the names of bodies that stand for the whole name; there are too many banks, groups and
/// companies for these to do so.
const BODIES: [&str; 27] = [
    "council",
    "ministry",
    "department",
    "committee",
    "commission",
    "court",
    "observatory",
    "university",
    "board",
    "bureau",
    "coalition",
    "foundation",
    "institute",
    "association",
    "society",
    "federation",
    "academy",
    "authority",
    "parliament",
    "senate",
    "club",
    "agency",
    "museum",
    "church",
    "college",
    "hospital",
    "airline",
];

/// The span of a description that begins at a token "the": up to four words, the last of them a
/// role noun or the head of a body's name, not directly followed by a name or another noun.
pub(super) fn description_at(reading: &Reading, token: usize) -> Option<Span> {
    let tokens = &reading.document.tokens;
    let first = tokens.get(token)?;
    let mut found = None;
    for (at, word) in tokens.iter().enumerate().skip(token + 1).take(5) {
        let text = reading.cut(word.span);
        if word.sentence != first.sentence
            || !text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        {
            break;
        }
        if matches!(word.upos, Upos::VERB | Upos::AUX | Upos::ADP | Upos::PRON | Upos::DET | Upos::CCONJ) {
            break;
        }
        let goes_on = tokens.get(at + 1).is_some_and(|next| {
            matches!(next.upos, Upos::NOUN | Upos::PROPN) && next.span.start <= word.span.end + 1
                || next.upos == Upos::X
                    && reading.cut(next.span).chars().next().is_some_and(char::is_uppercase)
        });
        if !goes_on && (at == token + 1 || lexicon().is_role(&fold(text))) {
            found = Some(Span::new(first.span.start, word.span.end));
        }
    }
    found
}

/// The persons that a description may stand for, by their roles.
pub(super) fn persons(cast: &Cast, description: &str) -> Vec<usize> {
    let Some(head) = head_noun(description.trim_start_matches("the ")) else { return Vec::new() };
    if VAGUE.contains(&head.as_str()) {
        return Vec::new();
    }
    let words = level(description);
    // A leader may be a president, a premier, a king.
    const RULERS: [&str; 8] =
        ["president", "premier", "king", "chancellor", "emir", "sultan", "chairman", "leader"];
    let readings: Vec<Vec<String>> = if words.iter().any(|word| word == "leader") {
        let instead = |ruler: &&str| {
            words
                .iter()
                .map(|word| if word == "leader" { (*ruler).to_owned() } else { word.clone() })
                .collect()
        };
        RULERS.iter().map(instead).collect()
    } else {
        vec![words]
    };
    let bears = |role: &String| readings.iter().any(|words| bears_out_at_home(role, words));
    let fits = |draft: &Draft| draft.kind == Kind::Person && draft.roles.iter().any(bears);
    cast.drafts.iter().enumerate().filter(|(_, draft)| fits(draft)).map(|(at, _)| at).collect()
}

/// Whether a role bears a description out; "the Marsan president" may be a mere "President", but no
/// other country's.
fn bears_out_at_home(role: &str, description: &[String]) -> bool {
    let of_country = |word: &String| lexicon().country(word).is_some();
    let rest: Vec<String> = description.iter().filter(|word| !of_country(word)).cloned().collect();
    bears_out(role, description) || !level(role).iter().any(of_country) && bears_out(role, &rest)
}

/// The one body whose name has the described word as its head ("the council"), named before `draft_limit`.
pub(super) fn body(cast: &Cast, description: &str) -> Option<usize> {
    let noun = fold(description.trim_start_matches("the ").trim_start_matches("The "));
    if !BODIES.contains(&noun.as_str()) {
        return None;
    }
    let heads = |draft: &Draft| {
        draft.kind == Kind::Organization
            && draft.forms.keys().any(|form| {
                let key = key(form);
                let head = [" for ", " of ", " on ", " in "].iter().filter_map(|word| key.find(word)).min();
                let head = head.and_then(|at| key.get(..at)).unwrap_or(&key);
                head.contains(' ') && head.rsplit(' ').next() == Some(noun.as_str())
                    || key.starts_with(&format!("{noun} of "))
            })
    };
    let found: Vec<usize> =
        cast.drafts.iter().enumerate().filter(|(_, draft)| heads(draft)).map(|(at, _)| at).collect();
    if let [one] = found.as_slice() { Some(*one) } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{entity, reading};
    use super::super::within;
    use model::Form;
    use model::Kind::{Organization, Person};

    #[test]
    fn a_role_stands_for_its_bearer() {
        let text = "Marsan Prime Minister Omar Basri met Foreign Minister Ann Cole. \
                    The Marsan premier was silent. The foreign minister was not.";
        let read = within(reading(text, &[("Omar Basri", Person), ("Ann Cole", Person)]));
        let descriptions: Vec<(&str, &str)> = read
            .mentions
            .iter()
            .filter(|mention| mention.form == Form::Description)
            .filter_map(|m| Some((read.cut(m.span), read.entities.get(m.entity?)?.name.as_str())))
            .collect();
        assert_eq!(
            descriptions,
            [("The Marsan premier", "Omar Basri"), ("The foreign minister", "Ann Cole")]
        );
    }

    #[test]
    fn a_body_by_its_head() {
        let text = "The Marsa Harbour Council met. The council agreed.";
        let read = within(reading(text, &[("Marsa Harbour Council", Organization)]));
        assert_eq!(entity(&read, "Marsa Harbour Council").variants.len(), 2);
    }
}
