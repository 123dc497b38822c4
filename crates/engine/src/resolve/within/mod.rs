//! Mentions and entities of one report.
//!
//! In this order: the [`names`] with what stands beside them ([`roles`]); [`persons`] and
//! [`bodies`] join names that are one; [`refer`] resolves pronouns and descriptions; [`speakers`]
//! ties attributions, figures and claims to entities.

mod bodies;
mod describe;
mod handles;
mod names;
mod persons;
mod refer;
mod repair;
mod roles;
mod salience;
mod speakers;
#[cfg(test)]
pub(crate) mod testing;

use super::lexicon::Gender;
use super::person::PersonName;
use super::places;
use model::{Entity, Form, Kind, Mention, Reading, Span};
use std::collections::BTreeMap;

/// Fills mentions, entities and places, and with them the speakers of attributions, the sources
/// of figures, the entities and places of claims.
#[must_use]
pub fn within(mut reading: Reading) -> Reading {
    let mut cast = Cast::default();
    let names = names::names(&reading);
    persons::join(&reading, &names, &mut cast);
    bodies::join(&reading, &names, &mut cast);
    handles::join(&reading, &mut cast);
    refer::refer(&reading, &mut cast);
    let speakers = speakers::speakers(&reading, &mut cast);
    cast.write(&mut reading);
    let order = entity_order(&reading);
    renumber(&mut reading, &order);
    speakers::tie(&mut reading, &speakers, &order);
    reading.places = places::places(&reading);
    speakers::fill_claims(&mut reading);
    reading
}

/// The entities while they are being found.
#[derive(Debug, Default)]
struct Cast {
    drafts: Vec<Draft>,
    /// (passage, form, draft)
    mentions: Vec<(Span, Kind, Form, usize)>,
}

/// One entity while it is being found.
#[derive(Clone, Debug)]
struct Draft {
    kind: Kind,
    /// Full names of a person, each once.
    names: Vec<PersonName>,
    /// Forms of the name with their number.
    forms: BTreeMap<String, usize>,
    roles: Vec<String>,
    gender: Option<Gender>,
}

impl Draft {
    fn new(kind: Kind) -> Self {
        Self { kind, names: Vec::new(), forms: BTreeMap::new(), roles: Vec::new(), gender: None }
    }

    fn add_form(&mut self, text: &str) {
        *self.forms.entry(text.split_whitespace().collect::<Vec<_>>().join(" ")).or_insert(0) += 1;
    }

    fn add_role(&mut self, role: &str) {
        let role = role.split_whitespace().collect::<Vec<_>>().join(" ");
        if !role.is_empty() && !self.roles.contains(&role) {
            self.roles.push(role);
        }
    }

    /// The forms, the fullest first: the longest that is not in capitals throughout.
    fn variants(&self) -> Vec<String> {
        let shouts = |form: &str| form.len() > 5 && !form.chars().any(char::is_lowercase);
        let is_handle = |form: &str| form.starts_with(['@', '#']);
        let mut forms: Vec<(&String, usize)> =
            self.forms.iter().map(|(form, &count)| (form, count)).collect();
        forms.sort_by_key(|(form, count)| {
            let parts = if self.kind == Kind::Person { PersonName::new(form).parts.len() } else { 0 };
            (
                is_handle(form),
                shouts(form),
                std::cmp::Reverse((parts, form.chars().count(), *count)),
                (*form).clone(),
            )
        });
        forms.into_iter().map(|(form, _)| form.clone()).collect()
    }
}

impl Cast {
    fn open(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// Writes mentions and entities; entities stay numbered as the drafts.
    fn write(&mut self, reading: &mut Reading) {
        self.mentions.sort_by_key(|&(span, _, _, draft)| (span.start, std::cmp::Reverse(span.end), draft));
        reading.mentions = self
            .mentions
            .iter()
            .map(|&(span, kind, form, draft)| Mention { span, kind, form, entity: Some(draft) })
            .collect();
        reading.entities = self
            .drafts
            .iter()
            .map(|draft| {
                let variants = draft.variants();
                let name = variants.first().cloned().unwrap_or_default();
                Entity { kind: draft.kind, name, variants, roles: draft.roles.clone() }
            })
            .collect();
    }
}

/// For each draft that has a mention its place in the order of first mentions.
fn entity_order(reading: &Reading) -> Vec<Option<usize>> {
    let mut order = vec![None; reading.entities.len()];
    let mut next = 0;
    for mention in &reading.mentions {
        if let Some(place) = mention.entity.and_then(|entity| order.get_mut(entity))
            && place.is_none()
        {
            *place = Some(next);
            next += 1;
        }
    }
    order
}

/// Numbers the entities by their first mention; those without one go.
fn renumber(reading: &mut Reading, order: &[Option<usize>]) {
    let new = |entity: usize| order.get(entity).copied().flatten();
    let mut entities: Vec<(usize, Entity)> = std::mem::take(&mut reading.entities)
        .into_iter()
        .enumerate()
        .filter_map(|(old, entity)| Some((new(old)?, entity)))
        .collect();
    entities.sort_by_key(|(place, _)| *place);
    reading.entities = entities.into_iter().map(|(_, entity)| entity).collect();
    for mention in &mut reading.mentions {
        mention.entity = mention.entity.and_then(new);
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{entity, reading};
    use super::within;
    use model::Kind::{Organization, Person, Place};

    #[test]
    fn a_person_under_several_forms() {
        let text = "Cole lands in Marsa\nForeign Minister Ann Cole arrived in Marsa on Sunday. \
                    Cole met the king. Ms. Cole's plane left.";
        let names = [("Cole", Person), ("Ann Cole", Person), ("Marsa", Place)];
        let read = within(reading(text, &names));
        let found = entity(&read, "Ann Cole");
        assert_eq!(found.variants, ["Ann Cole", "Cole"]);
        assert_eq!(found.roles, ["Foreign Minister"]);
        assert_eq!(read.entities.len(), 2);
    }

    #[test]
    fn a_father_is_not_his_son() {
        let text = "Mark Keller, a lawyer, was shot. His son Daniel Keller died. Daniel was 20. Keller was a student.";
        let names =
            [("Mark Keller", Person), ("Daniel Keller", Person), ("Daniel", Person), ("Keller", Person)];
        let read = within(reading(text, &names));
        assert_eq!(entity(&read, "Daniel Keller").variants, ["Daniel Keller", "Daniel", "Keller"]);
        assert_eq!(read.entities.len(), 2);
    }

    #[test]
    fn a_slip_in_a_surname() {
        let text = "Juan Basrios, 22, fled. Ann Cole stayed.\n“It fell,” said Basrio. “It is gone.”";
        let names = [("Juan Basrios", Person), ("Basrio", Person), ("Ann Cole", Person)];
        let read = within(reading(text, &names));
        assert_eq!(entity(&read, "Basrio").variants, ["Juan Basrios", "Basrio"]);
    }

    #[test]
    fn acronyms_and_short_forms() {
        let text = "The Marsan Sea Rescue Society (MSRS) said so. MSRS boats left. The Society agreed. \
                    The Northern League objected.";
        let names = [
            ("Marsan Sea Rescue Society", Organization),
            ("MSRS", Organization),
            ("Society", Organization),
            ("Northern League", Organization),
        ];
        let read = within(reading(text, &names));
        assert_eq!(entity(&read, "MSRS").variants.len(), 3);
        assert_eq!(read.entities.len(), 2);
    }

    #[test]
    fn odd_input_is_read() {
        for text in ["", "He", "he said she said.", "’s", "The the the"] {
            let _ = within(reading(text, &[]));
        }
    }
}
