//! Which names of persons are one person.

use super::names::NameMention;
use super::{Cast, Draft};
use crate::resolve::lexicon::Gender;
use crate::resolve::person::{Part, PersonName, Spelling};
use model::{Form, Kind, Reading};

/// Persons looked at for one name; keeps the work linear in reports that are long lists.
const REACH: usize = 256;

/// Joins full names first, then short ones to the full names that they may stand for.
pub(super) fn join(reading: &Reading, names: &[NameMention], cast: &mut Cast) {
    let mut found: Vec<Found> = Vec::new();
    let persons = || names.iter().filter_map(|name| Some((name, name.person.as_ref()?)));
    for (name, parts) in persons().filter(|(_, parts)| parts.is_full()) {
        let home = found.iter().rev().take(REACH).position(|found| found.takes(parts, name, cast));
        let home = home.and_then(|back| found.len().checked_sub(back + 1));
        place(reading, (name, parts), home, &mut found, cast);
    }
    for (name, parts) in persons().filter(|(_, parts)| !parts.is_full()) {
        let home = full_name_of(name, parts, &found, cast).or_else(|| misspelt(parts, &found, cast));
        place(reading, (name, parts), home, &mut found, cast);
    }
}

/// A person with the places of the names so far.
struct Found {
    draft: usize,
    /// Starts of the mentions, as they came.
    at: Vec<usize>,
}

impl Found {
    fn takes(&self, parts: &PersonName, name: &NameMention, cast: &Cast) -> bool {
        cast.drafts.get(self.draft).is_some_and(|draft| {
            may_be(draft.gender, name.beside.gender)
                && !draft.names.is_empty()
                && draft.names.iter().all(|known| known == parts || known.agrees(parts, Spelling::Loose))
        })
    }
}

fn may_be(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// Adds the name to the person, or opens a new one.
fn place(
    reading: &Reading,
    (name, parts): (&NameMention, &PersonName),
    home: Option<usize>,
    found: &mut Vec<Found>,
    cast: &mut Cast,
) {
    let at = match home {
        Some(at) => at,
        None => {
            let draft = cast.open(Draft::new(Kind::Person));
            found.push(Found { draft, at: Vec::new() });
            found.len() - 1
        }
    };
    let Some(person) = found.get_mut(at) else { return };
    person.at.push(name.span.start);
    cast.mentions.push((name.span, Kind::Person, Form::Name, person.draft));
    let Some(draft) = cast.drafts.get_mut(person.draft) else { return };
    if !draft.names.contains(parts) && (parts.is_full() || draft.names.is_empty()) {
        draft.names.push(parts.clone());
    }
    draft.add_form(reading.cut(name.span));
    for &role in &name.beside.roles {
        draft.add_role(reading.cut(role));
    }
    draft.gender = draft.gender.or(name.beside.gender).or_else(|| parts.gender());
}

/// The person that a name of one part stands for.
///
/// A surname goes before a given name; among several persons the gender of the title decides,
/// then the most recent full name, then the next one (a headline comes before the full name).
fn full_name_of(name: &NameMention, parts: &PersonName, found: &[Found], cast: &Cast) -> Option<usize> {
    let mut best: Option<(Part, bool, usize, usize)> = None;
    let mut fits = 0;
    for (index, person) in found.iter().enumerate().rev().take(REACH) {
        let Some(draft) = cast.drafts.get(person.draft) else { continue };
        let equal = draft.names.iter().any(|known| known == parts).then_some(Part::Surname);
        let Some(part) = equal.or_else(|| draft.names.iter().filter_map(|full| parts.stands_for(full)).min())
        else {
            continue;
        };
        if !may_be(draft.gender, name.beside.gender) || (part != Part::Surname && name.beside.titled) {
            continue;
        }
        let before = person.at.iter().filter(|&&at| at < name.span.start).max();
        let after = person.at.iter().filter(|&&at| at > name.span.start).min();
        let distance = match (before, after) {
            (Some(at), _) => name.span.start - at,
            (None, Some(at)) => at - name.span.start,
            (None, None) => usize::MAX,
        };
        let rank = (part, before.is_none(), distance, index);
        fits += usize::from(part == Part::Middle);
        if best.is_none_or(|best| rank < best) {
            best = Some(rank);
        }
    }
    let (part, _, _, index) = best?;
    (part != Part::Middle || fits == 1).then_some(index)
}

/// The only person whose surname the short name may be another spelling of, when nobody has it as it stands.
fn misspelt(parts: &PersonName, found: &[Found], cast: &Cast) -> Option<usize> {
    let may_be = |person: &Found| {
        cast.drafts
            .get(person.draft)
            .is_some_and(|draft| draft.names.iter().any(|full| parts.may_misspell(full)))
    };
    let mut fits = found.iter().enumerate().rev().take(REACH).filter(|(_, person)| may_be(person));
    let (index, _) = fits.next()?;
    fits.next().is_none().then_some(index)
}
