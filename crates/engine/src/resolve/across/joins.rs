//! Which nodes are one: proposals by shared parts, the surest first, checked against everything
//! that both sides hold.

use super::is_person;
use super::keys::{Class, Node};
use crate::resolve::body::{Shortening, abbreviates, is_acronym, shortens};
use crate::resolve::lexicon::lexicon;
use crate::resolve::office::{bears_out, level};
use crate::resolve::person::{Part, PersonName, Spelling};
use crate::resolve::spelling::{lack_a_letter, stem};
use std::collections::{BTreeMap, BTreeSet};

/// Nodes that share a part and are compared with each other; a part that more nodes have tells little.
const CROWD: usize = 200;

/// Joins nodes until nothing is sure any more.
pub(super) fn join(mut nodes: Vec<Node>) -> Vec<Node> {
    nodes = round(nodes, shared_key);
    nodes = round(nodes, same_full_name);
    nodes = round(nodes, short_for_full);
    nodes = round(nodes, misspelt);
    nodes = round(nodes, described);
    nodes
}

/// One pass of one rule: every pair that it proposes is taken when it is unambiguous.
fn round(nodes: Vec<Node>, rule: fn(&[Node]) -> Vec<(usize, usize)>) -> Vec<Node> {
    let mut home: Vec<usize> = (0..nodes.len()).collect();
    let mut groups: BTreeMap<usize, Vec<usize>> = (0..nodes.len()).map(|at| (at, vec![at])).collect();
    for (one, other) in rule(&nodes) {
        let (Some(&a), Some(&b)) = (home.get(one), home.get(other)) else { continue };
        let at = |group: usize| groups.get(&group).map_or(&[][..], Vec::as_slice);
        if a == b || !all_agree(&nodes, at(a), at(b)) {
            continue;
        }
        let (keep, gone) = (a.min(b), a.max(b));
        let moved = groups.remove(&gone).unwrap_or_default();
        for &node in &moved {
            if let Some(place) = home.get_mut(node) {
                *place = keep;
            }
        }
        groups.entry(keep).or_default().extend(moved);
    }
    let mut left: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    let mut take = |at: usize| left.get_mut(at).and_then(Option::take);
    groups.into_values().filter_map(|group| merged(group.into_iter().filter_map(&mut take))).collect()
}

fn merged(nodes: impl Iterator<Item = Node>) -> Option<Node> {
    nodes.reduce(|mut all, node| {
        all.keys.extend(node.keys);
        all.forms.extend(node.forms);
        all.roles.extend(node.roles);
        all.is_place &= node.is_place;
        all.members.extend(node.members);
        all.names.extend(node.names);
        if all.names.iter().any(PersonName::is_full) {
            all.names.retain(PersonName::is_full);
        }
        all.names.sort_by(|a, b| (&a.parts, &a.suffix).cmp(&(&b.parts, &b.suffix)));
        all.names.dedup();
        all
    })
}

/// Complete link: every full name of one side agrees with every full name of the other.
fn all_agree(nodes: &[Node], one: &[usize], other: &[usize]) -> bool {
    let names = |group: &[usize]| -> Vec<&PersonName> {
        let nodes = group.iter().filter_map(|&at| nodes.get(at));
        nodes.flat_map(|node| &node.names).filter(|name| name.is_full()).collect()
    };
    let (one, other) = (names(one), names(other));
    one.iter().all(|a| {
        other.iter().all(|b| a.parts == b.parts && a.suffix == b.suffix || a.agrees(b, Spelling::Loose))
    })
}

/// Nodes by what `parts` gives of each, so that only those that share something are compared.
fn buckets(nodes: &[Node], parts: impl Fn(&Node) -> BTreeSet<String>) -> BTreeMap<String, Vec<usize>> {
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        for part in parts(node) {
            buckets.entry(part).or_default().push(at);
        }
    }
    buckets.retain(|_, nodes| nodes.len() > 1 && nodes.len() <= CROWD);
    buckets
}

/// Things one of whose forms is written alike; persons are left to the rules for their names.
fn shared_key(nodes: &[Node]) -> Vec<(usize, usize)> {
    let things = |node: &Node| match node.kind {
        // What two taggers' moods took for a person and for a body is one by its many words.
        Class::Person => {
            let many = node.keys.iter().filter(|key| key.contains(' '));
            many.map(|key| format!("thing {key}")).collect()
        }
        Class::Thing | Class::People => {
            let class = if node.kind == Class::People { "people " } else { "thing " };
            let full = node.keys.iter().filter(|key| key.len() > 1);
            let squashed = |key: &str| format!("{class}{}", key.replace(' ', ""));
            // "#SaveOurBay" is "Save Our Bay": long names are compared without their spaces too.
            full.flat_map(|key| {
                let long = (key.len() >= 8).then(|| squashed(key));
                [Some(format!("{class}{key}")), long]
            })
            .flatten()
            .collect()
        }
        _ => BTreeSet::new(),
    };
    let mut pairs = Vec::new();
    for bucket in buckets(nodes, things).values() {
        if let Some((first, rest)) = bucket.split_first() {
            pairs.extend(rest.iter().map(|other| (*first, *other)));
        }
    }
    pairs
}

/// Persons whose full names agree, letter by letter first.
fn same_full_name(nodes: &[Node]) -> Vec<(usize, usize)> {
    let stems = |node: &Node| {
        let full = node.names.iter().filter(|name| name.is_full());
        let parts = full.flat_map(|name| name.parts.iter());
        parts.filter(|part| part.len() > 1).map(|part| stem(part)).collect()
    };
    let mut exact = BTreeSet::new();
    let mut loose = BTreeSet::new();
    for bucket in buckets(nodes, stems).values() {
        for (index, &one) in bucket.iter().enumerate() {
            for &other in bucket.iter().skip(index + 1) {
                let (Some(a), Some(b)) = (nodes.get(one), nodes.get(other)) else { continue };
                if !is_person(a) || !is_person(b) {
                    continue;
                }
                let agree = |spelling| a.names.iter().any(|x| b.names.iter().any(|y| x.agrees(y, spelling)));
                if agree(Spelling::Exact) {
                    exact.insert((one, other));
                } else if agree(Spelling::Loose) {
                    loose.insert((one, other));
                }
            }
        }
    }
    exact.into_iter().chain(loose).collect()
}

/// Short names whose full name is the only one that fits.
fn short_for_full(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let words = |node: &Node| node.keys.iter().flat_map(|key| key.split(' ').map(str::to_owned)).collect();
    let by_word = buckets(nodes, words);
    let acronyms = acronyms(nodes);
    for (at, node) in nodes.iter().enumerate() {
        let near: BTreeSet<usize> = node
            .keys
            .iter()
            .flat_map(|key| key.split(' '))
            .filter_map(|word| by_word.get(word))
            .flatten()
            .copied()
            .filter(|&other| other != at)
            .collect();
        let full = match node.kind {
            Class::Person if !node.names.iter().any(PersonName::is_full) => full_person(nodes, node, &near),
            Class::Thing => acronyms
                .get(&at)
                .copied()
                .or_else(|| full_thing(nodes, node, &near))
                .or_else(|| mistaken_person(nodes, node, &near)),
            _ => None,
        };
        pairs.extend(full.map(|full| (full, at)));
    }
    pairs
}

/// Descriptions of several words ("the Marsan governor") and the only person whose role says so.
fn described(nodes: &[Node]) -> Vec<(usize, usize)> {
    let persons: Vec<(usize, &Node)> =
        nodes.iter().enumerate().filter(|(_, node)| is_person(node) && !node.roles.is_empty()).collect();
    let mut pairs = Vec::new();
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.kind == Class::Described) {
        let Some(words) = node.forms.first().map(|form| level(form)).filter(|words| words.len() > 1) else {
            continue;
        };
        let mut fits = persons
            .iter()
            .take(CROWD)
            .filter(|(_, person)| person.roles.iter().any(|role| bears_out(role, &words)));
        if let (Some((person, _)), None) = (fits.next(), fits.next()) {
            pairs.push((*person, at));
        }
    }
    pairs
}

/// Names that are another spelling of the only one that they can be: lone surnames, and names of
/// several words with one letter too few.
fn misspelt(nodes: &[Node]) -> Vec<(usize, usize)> {
    let is_full = |node: &Node| node.names.iter().any(PersonName::is_full);
    let stems = |node: &Node| -> BTreeSet<String> {
        let surnames = node.names.iter().map(|name| name.surname().to_owned());
        let words = node.keys.iter().filter_map(|key| match node.kind {
            Class::Person if !is_full(node) => key.rsplit(' ').next(),
            Class::Person | Class::Thing => key.split(' ').next().filter(|first| first.len() < key.len()),
            _ => None,
        });
        let words = words.map(str::to_owned).chain(surnames);
        words.filter(|word| word.len() > 2).map(|word| stem(&word)).collect()
    };
    let mut candidates: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for bucket in buckets(nodes, stems).values() {
        for &at in bucket {
            let Some(node) = nodes.get(at) else { continue };
            for &other in bucket.iter().filter(|&&other| other != at) {
                let Some(full) = nodes.get(other) else { continue };
                let fits = match node.kind {
                    Class::Person if full.kind == Class::Person && is_full(node) => {
                        is_full(full) && lacks_a_letter(node, full) && same_first_word(node, full)
                    }
                    Class::Person if full.kind == Class::Person => {
                        node.names.iter().any(|short| full.names.iter().any(|name| short.may_misspell(name)))
                    }
                    _ => lacks_a_letter(node, full),
                };
                if fits {
                    candidates.entry(at).or_default().insert(other);
                }
            }
        }
    }
    let only =
        |(at, fits): (usize, BTreeSet<usize>)| Some((at, fits.first().copied().filter(|_| fits.len() == 1)?));
    candidates.into_iter().filter_map(only).collect()
}

/// "Dan Cole" and "Dana Cole" are two, "Dan Cole" and "Dan Cole" hardly.
fn same_first_word(one: &Node, other: &Node) -> bool {
    let first = |key: &String| key.split(' ').next().unwrap_or("").to_owned();
    one.keys
        .iter()
        .any(|a| other.keys.iter().any(|b| a.contains(' ') && b.contains(' ') && first(a) == first(b)))
}

fn lacks_a_letter(one: &Node, other: &Node) -> bool {
    one.keys.iter().any(|a| other.keys.iter().any(|b| lack_a_letter(a, b)))
}

/// The only person whose full name the short one may be.
fn full_person(nodes: &[Node], node: &Node, near: &BTreeSet<usize>) -> Option<usize> {
    let short = node.names.first()?;
    let mut found: Vec<(Part, usize)> = Vec::new();
    for &at in near {
        let Some(other) = nodes.get(at).filter(|other| is_person(other)) else { continue };
        if let Some(part) = other.names.iter().filter_map(|full| short.stands_for(full)).min() {
            found.push((part, at));
        }
    }
    let best = found.iter().map(|(part, _)| *part).min()?;
    let mut fits = found.iter().filter(|(part, _)| *part == best);
    let first = fits.next()?;
    fits.next().is_none().then_some(first.1)
}

/// A surname alone that was taken for a body: the only person who bears it.
fn mistaken_person(nodes: &[Node], node: &Node, near: &BTreeSet<usize>) -> Option<usize> {
    let known = |key: &String| lexicon().alias(key).is_some() || lexicon().country(key).is_some();
    if node.is_place || node.keys.iter().any(|key| key.contains(' ') || known(key)) {
        return None;
    }
    let short = PersonName::new(node.forms.first()?);
    let bears = |full: &PersonName| short.stands_for(full) == Some(Part::Surname);
    let mut bearers = near
        .iter()
        .filter(|&&at| nodes.get(at).is_some_and(|other| is_person(other) && other.names.iter().any(bears)));
    let first = bearers.next()?;
    bearers.next().is_none().then_some(*first)
}

/// The only thing whose short form this is.
fn full_thing(nodes: &[Node], node: &Node, near: &BTreeSet<usize>) -> Option<usize> {
    let (mut certain, mut possible) = (Vec::new(), Vec::new());
    for &at in near {
        let Some(other) = nodes.get(at).filter(|other| other.kind == Class::Thing) else { continue };
        let best = node
            .forms
            .iter()
            .flat_map(|short| other.forms.iter().map(move |long| (short, long)))
            .filter_map(|(short, long)| {
                shortens(&crate::resolve::fold::key(short), &crate::resolve::fold::key(long))
            })
            .min();
        match best {
            Some(Shortening::Certain) => certain.push(at),
            Some(Shortening::Possible) if !node.is_place && !other.is_place => possible.push(at),
            _ => {}
        }
    }
    match (certain.as_slice(), possible.as_slice()) {
        ([one], _) | ([], [one]) => Some(*one),
        _ => None,
    }
}

/// For acronyms the only thing with these initials.
fn acronyms(nodes: &[Node]) -> BTreeMap<usize, usize> {
    let things = || nodes.iter().enumerate().filter(|(_, node)| node.kind == Class::Thing);
    let mut found = BTreeMap::new();
    for (at, node) in things() {
        let Some(acronym) = node.forms.iter().find(|form| is_acronym(form)) else { continue };
        if node.forms.iter().any(|form| form.contains(' ')) {
            continue;
        }
        let mut full = things().filter(|(_, other)| {
            !other.is_place && other.forms.iter().any(|form| abbreviates(acronym, form))
        });
        if let (Some((other, _)), None) = (full.next(), full.next()) {
            found.insert(at, other);
        }
    }
    found
}
