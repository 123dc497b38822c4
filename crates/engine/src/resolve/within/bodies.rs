//! Which names of bodies, places and other things are one.

use super::names::NameMention;
use super::{Cast, Draft};
use crate::resolve::body::{Shortening, abbreviates, is_acronym, shortens};
use crate::resolve::fold::key;
use model::{Form, Kind, Reading};
use std::collections::{BTreeMap, HashMap};

/// Things compared with each other; keeps the work bounded in reports that are long lists.
const REACH: usize = 400;

/// Joins names with one key, then acronyms and short forms to their full names.
pub(super) fn join(reading: &Reading, names: &[NameMention], cast: &mut Cast) {
    let things = things(reading, names);
    let mut home: Vec<usize> = (0..things.len()).collect();
    join_defined(reading, names, &things, &mut home);
    for short in 0..things.len().min(REACH) {
        if let Some(full) = full_form(&things, short) {
            unite(&mut home, short, full);
        }
    }
    write(reading, names, &things, &home, cast);
}

/// Names that share a key.
struct Thing<'a> {
    kind: Kind,
    /// As first written, without possessive.
    text: &'a str,
    /// The key of that.
    own_key: String,
    /// Indices of names.
    names: Vec<usize>,
}

/// Peoples stay apart from places: "Marsan" is not Marsa.
fn things<'a>(reading: &'a Reading, names: &[NameMention]) -> Vec<Thing<'a>> {
    let mut things: Vec<Thing<'a>> = Vec::new();
    let mut by_key: HashMap<(&str, bool), usize> = HashMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.kind != Kind::Person) {
        let at = *by_key.entry((name.key.as_str(), name.kind == Kind::Group)).or_insert(things.len());
        let text = reading.cut(name.span);
        match things.get_mut(at) {
            Some(thing) => thing.names.push(index),
            None => things.push(Thing { kind: name.kind, text, own_key: key(text), names: vec![index] }),
        }
    }
    things
}

/// The last of the chain of joins.
fn find(home: &[usize], mut at: usize) -> usize {
    for _ in 0..home.len() {
        match home.get(at) {
            Some(&next) if next != at => at = next,
            _ => break,
        }
    }
    at
}

fn unite(home: &mut [usize], short: usize, full: usize) {
    let (from, to) = (find(home, short), find(home, full));
    if let Some(place) = home.get_mut(from) {
        *place = to;
    }
}

/// "Sea Rescue Society (SRS)": what stands in the brackets is the name before them.
fn join_defined(reading: &Reading, names: &[NameMention], things: &[Thing<'_>], home: &mut [usize]) {
    let numbered = things.iter().enumerate();
    let thing_of: BTreeMap<usize, usize> =
        numbered.flat_map(|(at, thing)| thing.names.iter().map(move |&name| (name, at))).collect();
    for (index, pair) in names.windows(2).enumerate() {
        let [long, short] = pair else { continue };
        let between = reading.report.text.get(long.span.end..short.span.start).unwrap_or("");
        let closed = reading.report.text.get(short.span.end..).is_some_and(|rest| rest.starts_with(')'));
        let acronym = reading.cut(short.span);
        if between.trim() != "(" || !closed || !is_acronym(acronym) {
            continue;
        }
        let first = |text: &str| key(text).chars().next();
        let (Some(&from), Some(&to)) = (thing_of.get(&(index + 1)), thing_of.get(&index)) else { continue };
        if first(acronym) == first(reading.cut(long.span)) || abbreviates(acronym, reading.cut(long.span)) {
            unite(home, from, to);
        }
    }
}

/// The one thing whose short form this is, where that is plain.
fn full_form(things: &[Thing<'_>], short: usize) -> Option<usize> {
    let thing = things.get(short)?;
    let (mut certain, mut possible) = (Vec::new(), Vec::new());
    for (at, long) in things.iter().enumerate().take(REACH).filter(|&(at, _)| at != short) {
        if (long.kind == Kind::Group) != (thing.kind == Kind::Group) {
            continue;
        }
        if is_acronym(thing.text) {
            if long.kind != Kind::Place && abbreviates(thing.text, long.text) {
                certain.push(at);
            }
            continue;
        }
        match shortens(&thing.own_key, &long.own_key) {
            Some(Shortening::Certain) => certain.push(at),
            Some(Shortening::Possible) if may_shorten(thing, long) => possible.push(at),
            _ => {}
        }
    }
    match (certain.as_slice(), possible.as_slice()) {
        ([one], _) | ([], [one]) => Some(*one),
        _ => None,
    }
}

/// Places have few short forms; a storm is called by its name alone.
fn may_shorten(short: &Thing<'_>, long: &Thing<'_>) -> bool {
    let storm = ["typhoon ", "hurricane ", "cyclone ", "tropical storm ", "storm "];
    let is_storm = storm.iter().any(|word| long.own_key.strip_prefix(word) == Some(short.own_key.as_str()));
    match (short.kind, long.kind) {
        _ if is_storm => true,
        (Kind::Place, Kind::Place | Kind::Facility) => is_place_in_full(&short.own_key, &long.own_key),
        (Kind::Place, _) => false,
        (_, Kind::Place) => false,
        _ => true,
    }
}

/// "Marsa" for "Marsa City" and "Marsa Township", "Old Town" for "Old Town of Marsa".
fn is_place_in_full(short: &str, long: &str) -> bool {
    let rest = long.strip_prefix(short).unwrap_or("");
    [" city", " township", " town", " village", " borough"].contains(&rest)
        || short.contains(' ') && rest.starts_with(" of ")
}

/// "Marsa province" where the name is "Marsa": the form with the word that says what it is.
fn with_its_kind<'a>(reading: &'a Reading, name: &NameMention) -> Option<&'a str> {
    const KINDS: [&str; 8] =
        ["city", "province", "district", "area", "governorate", "region", "county", "prefecture"];
    if name.kind != Kind::Place {
        return None;
    }
    let rest = reading.report.text.get(name.span.end..)?.strip_prefix(' ')?;
    let word = rest.split(|c: char| !c.is_alphabetic()).next()?;
    KINDS.contains(&word).then(|| reading.report.text.get(name.span.start..name.span.end + 1 + word.len()))?
}

/// Writes one draft for each joined thing.
fn write(reading: &Reading, names: &[NameMention], things: &[Thing<'_>], home: &[usize], cast: &mut Cast) {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, thing) in things.iter().enumerate() {
        groups.entry(find(home, at)).or_default().extend(&thing.names);
    }
    for members in groups.into_values() {
        let mentions = || members.iter().filter_map(|&index| names.get(index));
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        mentions().for_each(|name| *counts.entry(name.kind).or_insert(0) += 1);
        let kind = counts.iter().max_by_key(|(_, count)| **count).map_or(Kind::Other, |(kind, _)| *kind);
        let id = cast.open(Draft::new(kind));
        for name in mentions() {
            cast.mentions.push((name.span, name.kind, Form::Name, id));
            if let Some(draft) = cast.drafts.get_mut(id) {
                draft.add_form(reading.cut(name.span));
                if let Some(longer) = with_its_kind(reading, name) {
                    draft.add_form(longer);
                }
            }
        }
    }
}
