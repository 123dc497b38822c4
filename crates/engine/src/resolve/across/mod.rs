//! Entities across the reports of a story.
//!
//! Entities with one key are one (see [`keys`]); then [`joins`] proposes pairs, the surest first,
//! and a pair is taken only when everything on both sides agrees. A wrong merge is worse than a
//! split.

mod joins;
mod keys;

use keys::Node;
use model::{Reading, StoryEntity, Variant};
use std::collections::{BTreeMap, BTreeSet};

/// Joins the entities of the reports; each of them is a member of exactly one story entity.
///
/// Story entities stand in the order of their first member.
#[must_use]
pub fn across(readings: &[Reading]) -> Vec<StoryEntity> {
    let named: Vec<Vec<bool>> = readings.iter().map(keys::named).collect();
    let nodes = keys::nodes(readings, &named);
    let mut groups: Vec<Vec<(usize, usize)>> =
        joins::join(nodes).into_iter().map(|node| node.members).collect();
    for members in &mut groups {
        members.sort_unstable();
    }
    groups.sort_unstable();
    groups.into_iter().map(|members| story_entity(readings, &named, members)).collect()
}

fn story_entity(readings: &[Reading], named: &[Vec<bool>], members: Vec<(usize, usize)>) -> StoryEntity {
    let is_named = |report: usize, at: usize| named.get(report).and_then(|r| r.get(at)) == Some(&true);
    let any_named = members.iter().any(|&(report, at)| is_named(report, at));
    // Where there is a name, a description is a role.
    let (members_named, described): (Vec<_>, Vec<_>) =
        members.iter().copied().partition(|&(report, at)| !any_named || is_named(report, at));
    let entities = || {
        members_named
            .iter()
            .filter_map(|&(report, at)| Some((report, readings.get(report)?.entities.get(at)?)))
    };
    let described = || {
        described.iter().filter_map(|&(report, at)| Some((report, readings.get(report)?.entities.get(at)?)))
    };
    let mut kinds = BTreeMap::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, entity) in entities() {
        *kinds.entry(entity.kind).or_insert(0_usize) += 1;
        *names.entry(&entity.name).or_insert(0) += 1;
    }
    let most = kinds.values().copied().max().unwrap_or(0);
    let kind = kinds.iter().find(|(_, count)| **count == most).map_or(model::Kind::Other, |(kind, _)| *kind);
    let mut variants =
        gather(entities().flat_map(|(report, e)| e.variants.iter().map(move |v| (v.as_str(), report))));
    let full = |text: &str| names.get(text).copied().unwrap_or(0);
    variants.sort_by(|a, b| {
        let rank = |v: &Variant| {
            let words = v.text.split_whitespace().count().min(3);
            (full(&v.text) > 0, full(&v.text) + words, v.reports.len(), v.text.chars().count())
        };
        rank(b).cmp(&rank(a)).then_with(|| a.text.cmp(&b.text))
    });
    let mut roles = gather(
        entities()
            .chain(described())
            .flat_map(|(report, e)| e.roles.iter().map(move |role| (role.as_str(), report))),
    );
    roles.sort_by(|a, b| b.reports.len().cmp(&a.reports.len()).then_with(|| a.text.cmp(&b.text)));
    let name = variants.first().map_or_else(String::new, |variant| variant.text.clone());
    StoryEntity { kind, name, variants, roles, members }
}

/// Wordings with the reports that use them.
fn gather<'a>(wordings: impl Iterator<Item = (&'a str, usize)>) -> Vec<Variant> {
    let mut by_text: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (text, report) in wordings {
        by_text.entry(text).or_default().insert(report);
    }
    let variant = |(text, reports): (&str, BTreeSet<usize>)| Variant {
        text: text.to_owned(),
        reports: reports.into_iter().collect(),
    };
    by_text.into_iter().map(variant).collect()
}

/// Whether two nodes may be one thing at all.
fn is_person(node: &Node) -> bool {
    node.kind == keys::Class::Person
}

#[cfg(test)]
mod tests {
    use super::across;
    use model::{Entity, Kind, Reading, StoryEntity};

    /// A report whose entities have the given forms; the first is the name.
    fn report(entities: &[(Kind, &[&str])]) -> Reading {
        let entity = |(kind, forms): &(Kind, &[&str])| Entity {
            kind: *kind,
            name: forms.first().map_or_else(String::new, |name| (*name).to_owned()),
            variants: forms.iter().map(|form| (*form).to_owned()).collect(),
            roles: Vec::new(),
        };
        Reading { entities: entities.iter().map(entity).collect(), ..Reading::default() }
    }

    fn joined(entities: &[StoryEntity], one: &str, other: &str) -> bool {
        entities.iter().any(|entity| {
            let has = |name: &str| entity.variants.iter().any(|variant| variant.text == name);
            has(one) && has(other)
        })
    }

    #[test]
    fn spellings_and_short_names() {
        let one = report(&[
            (Kind::Person, &["Mohammed Shiaa al-Basri", "Basri"]),
            (Kind::Place, &["United States"]),
            (Kind::Organization, &["Marsan Sea Rescue Society"]),
        ]);
        let two = report(&[
            (Kind::Person, &["Muhammad Shia Al Basri", "Al Basri"]),
            (Kind::Place, &["US"]),
            (Kind::Organization, &["MSRS"]),
        ]);
        let three = report(&[(Kind::Person, &["Basri"])]);
        let all = across(&[one, two, three]);
        assert!(joined(&all, "Mohammed Shiaa al-Basri", "Muhammad Shia Al Basri"));
        assert!(joined(&all, "United States", "US") && joined(&all, "MSRS", "Marsan Sea Rescue Society"));
        assert_eq!(all.len(), 3);
    }

    #[test]
    fn what_stays_apart() {
        let one = report(&[
            (Kind::Person, &["Mark Keller"]),
            (Kind::Place, &["Iran"]),
            (Kind::Person, &["Elaine Wong"]),
        ]);
        let two = report(&[
            (Kind::Person, &["Daniel Keller"]),
            (Kind::Place, &["Tigran"]),
            (Kind::Person, &["Martin Wong"]),
            (Kind::Person, &["Keller"]),
        ]);
        let three = report(&[(Kind::Group, &["Iranian"]), (Kind::Person, &["Wong"])]);
        let all = across(&[one, two, three]);
        assert_eq!(all.len(), 9, "two Kellers and two Wongs leave a lone surname open: {all:?}");
    }

    #[test]
    fn the_order_of_reports_does_not_matter() {
        let a = report(&[(Kind::Person, &["Ann Cole", "Cole"])]);
        let b = report(&[(Kind::Person, &["Anne Cole"])]);
        let c = report(&[(Kind::Person, &["Cole"]), (Kind::Place, &["Marsa"])]);
        let texts = |all: &[StoryEntity]| {
            let mut sets: Vec<Vec<String>> = all
                .iter()
                .map(|entity| {
                    let mut texts: Vec<String> = entity.variants.iter().map(|v| v.text.clone()).collect();
                    texts.sort();
                    texts
                })
                .collect();
            sets.sort();
            sets
        };
        let forward = across(&[a.clone(), b.clone(), c.clone()]);
        let backward = across(&[c, b, a]);
        assert_eq!(texts(&forward), texts(&backward));
        assert_eq!(forward.len(), 2);
    }
}
