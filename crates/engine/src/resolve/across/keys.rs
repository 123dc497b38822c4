//! Entities of reports as nodes: everything with one key is one node from the start.

use crate::resolve::body::common_key;
use crate::resolve::fold::key;
use crate::resolve::office::level;
use crate::resolve::person::PersonName;
use model::{Form, Kind, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// What can be one thing: persons, peoples, and all the rest (taggers waver between a place and
/// the body that sits there).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Person,
    People,
    Thing,
    /// A description of somebody ("a witness"): never joined by its words alone.
    Described,
}

/// Entities that are one by their keys.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: Class,
    /// Whether most of its members are places.
    pub(super) is_place: bool,
    /// Keys of all forms.
    pub(super) keys: BTreeSet<String>,
    /// Forms as written.
    pub(super) forms: BTreeSet<String>,
    /// Names of persons, taken apart; the full ones where there are some.
    pub(super) names: Vec<PersonName>,
    /// Folded roles.
    pub(super) roles: BTreeSet<String>,
    /// (report, entity)
    pub(super) members: Vec<(usize, usize)>,
}

/// The nodes of a story in an order that does not depend on the order of its reports.
pub(super) fn nodes(readings: &[Reading], named: &[Vec<bool>]) -> Vec<Node> {
    let mut nodes: BTreeMap<(Class, String, usize), Node> = BTreeMap::new();
    for (report, reading) in readings.iter().enumerate() {
        let named = named.get(report).map_or(&[][..], Vec::as_slice);
        for (at, entity) in reading.entities.iter().enumerate() {
            let described = named.get(at).copied() == Some(false);
            let class = match entity.kind {
                Kind::Person if described => Class::Described,
                Kind::Person => Class::Person,
                Kind::Group => Class::People,
                _ => Class::Thing,
            };
            let own = match class {
                Class::Person => person_key(&entity.name),
                // "Nigeria's government" is the "Nigerian government".
                Class::Thing if described => level(&entity.name).join(" "),
                _ => common_key(&entity.name),
            };
            // A description of a person is nobody else's.
            let apart = if class == Class::Described { nodes.len() + 1 } else { 0 };
            let node = nodes.entry((class, own, apart)).or_insert_with(|| Node {
                kind: class,
                is_place: entity.kind == Kind::Place,
                keys: BTreeSet::new(),
                forms: BTreeSet::new(),
                names: Vec::new(),
                roles: BTreeSet::new(),
                members: Vec::new(),
            });
            for form in &entity.variants {
                node.keys.insert(if class == Class::Person { key(form) } else { common_key(form) });
                node.forms.insert(form.clone());
            }
            node.roles.extend(entity.roles.iter().map(|role| key(role)));
            node.members.push((report, at));
        }
    }
    let mut nodes: Vec<Node> = nodes.into_values().collect();
    for node in nodes.iter_mut().filter(|node| node.kind == Class::Person) {
        let names: Vec<PersonName> = node.forms.iter().map(|form| PersonName::new(form)).collect();
        let full = names.iter().any(PersonName::is_full);
        // "Luis Prado" beside "Luis Prado Rivera" adds nothing but a wrong surname.
        let is_cut = |name: &PersonName| {
            let longer = |other: &PersonName| other.parts.len() > name.parts.len();
            names.iter().any(|other| longer(other) && other.parts.starts_with(&name.parts))
        };
        let kept =
            names.iter().filter(|name| !name.parts.is_empty() && name.is_full() == full && !is_cut(name));
        node.names = kept.cloned().collect();
        node.names.sort_by(|a, b| (&a.parts, &a.suffix).cmp(&(&b.parts, &b.suffix)));
        node.names.dedup();
    }
    nodes
}

/// For each entity whether a name stands for it; an entity without mentions counts as named.
pub(super) fn named(reading: &Reading) -> Vec<bool> {
    let mut seen = vec![None; reading.entities.len()];
    for mention in &reading.mentions {
        if let Some(seen) = mention.entity.and_then(|entity| seen.get_mut(entity)) {
            *seen = Some(seen.unwrap_or(false) || mention.form == Form::Name);
        }
    }
    seen.into_iter().map(|seen| seen.unwrap_or(true)).collect()
}

fn person_key(name: &str) -> String {
    let parts = PersonName::new(name);
    let suffix = parts.suffix.map(|suffix| format!(" {suffix}")).unwrap_or_default();
    parts.parts.join(" ") + &suffix
}
