//! Which of the places that bear a name is meant.

use super::gazetteer::{Class, Entry, country_code, lookup};
use crate::resolve::lexicon::lexicon;
use model::Span;
use std::collections::{BTreeMap, HashMap};

/// A place name in a text.
pub(super) struct Named<'a> {
    pub(super) span: Span,
    /// The common key.
    pub(super) key: String,
    pub(super) text: &'a str,
}

/// What a context is worth against a binary order of population.
const UNIT_WEIGHT: f32 = 10.0;
const COUNTRY_WEIGHT: f32 = 8.0;

/// For each name the place that is meant; none where no place bears the name. A name has one
/// meaning in a report.
pub(super) fn choose(named: &[Named<'_>]) -> Vec<Option<Entry>> {
    let mut candidates: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for name in named {
        candidates.entry(&name.key).or_insert_with(|| found(name));
    }
    let fixed = by_containers(named, &candidates);
    for (key, entries) in &mut candidates {
        if named.iter().any(|name| name.key == *key && is_county(name)) {
            let counties: Vec<Entry> = entries.iter().copied().filter(|e| e.class == Class::County).collect();
            if !counties.is_empty() {
                *entries = counties;
            }
        }
    }
    let mut meant = BTreeMap::new();
    for _ in 0..3 {
        let context = Context::of(named, &candidates, &meant, &fixed);
        meant = candidates
            .iter()
            .filter_map(|(&key, entries)| {
                let entry = fixed.get(key).copied().or_else(|| best(entries, &context, key))?;
                Some((key, entry))
            })
            .collect();
    }
    named.iter().map(|name| meant.get(name.key.as_str()).copied()).collect()
}

fn found(name: &Named<'_>) -> Vec<Entry> {
    let entries = lookup(&name.key);
    if entries.is_empty() { lookup(name.span.of(name.text)) } else { entries }
}

/// Whether the name is one of a row that ends in "counties", or is followed by "county".
fn is_county(name: &Named<'_>) -> bool {
    let rest = name.text.get(name.span.end..).unwrap_or("");
    let words = rest.split_whitespace().take(6);
    for (at, word) in words.enumerate() {
        match word.trim_matches(|c: char| !c.is_alphanumeric()) {
            "counties" => return true,
            "county" | "County" => return at == 0,
            "and" | "" => {}
            word if word.starts_with(char::is_uppercase) => {}
            _ => return false,
        }
    }
    false
}

/// Names followed by their container: "Paris, Texas", "Paris (France)".
fn by_containers<'a>(
    named: &'a [Named<'_>],
    candidates: &BTreeMap<&str, Vec<Entry>>,
) -> BTreeMap<&'a str, Entry> {
    let mut fixed = BTreeMap::new();
    for pair in named.windows(2) {
        let [inner, outer] = pair else { continue };
        let between = inner.text.get(inner.span.end..outer.span.start).unwrap_or("?");
        if !matches!(between, ", " | " (" | ", in " | ", near ") {
            continue;
        }
        let of = |name: &Named<'_>| candidates.get(name.key.as_str()).map_or(&[][..], Vec::as_slice);
        let inside = of(inner).iter().find(|entry| of(outer).iter().any(|container| holds(container, entry)));
        if let Some(entry) = inside {
            fixed.entry(inner.key.as_str()).or_insert(*entry);
        }
    }
    fixed
}

/// Whether the container is a wider unit around the place.
fn holds(container: &Entry, entry: &Entry) -> bool {
    container.class < entry.class
        && match container.class {
            Class::Country => container.country == entry.country,
            Class::Unit => container.unit == entry.unit,
            _ => false,
        }
}

/// Where the report is at home: shares of countries and of their units.
struct Context {
    countries: HashMap<u8, f32>,
    units: HashMap<u16, f32>,
    by_key: HashMap<String, (u8, u16)>,
}

impl Context {
    /// Each name has one vote for what it means so far, a name with one candidate or a container
    /// more than others.
    fn of(
        named: &[Named<'_>],
        candidates: &BTreeMap<&str, Vec<Entry>>,
        meant: &BTreeMap<&str, Entry>,
        fixed: &BTreeMap<&str, Entry>,
    ) -> Self {
        let mut context = Self { countries: HashMap::new(), units: HashMap::new(), by_key: HashMap::new() };
        let mut counts: BTreeMap<&str, f32> = BTreeMap::new();
        for name in named {
            *counts.entry(name.key.as_str()).or_insert(0.0) += 1.0;
        }
        for (key, count) in counts {
            let Some(entries) = candidates.get(key) else { continue };
            let sure = fixed.contains_key(key) || entries.len() == 1;
            let entry = meant.get(key).or_else(|| fixed.get(key)).or_else(|| entries.first());
            let Some(entry) = entry else { continue };
            let weight = f32::sqrt(count) * if sure { 1.5 } else { 1.0 };
            *context.countries.entry(entry.country).or_insert(0.0) += weight;
            if entry.class > Class::Country {
                *context.units.entry(entry.unit).or_insert(0.0) += weight;
            }
            context.by_key.insert(key.to_owned(), (entry.country, entry.unit));
        }
        context
    }

    /// Shares of the other names' votes in the place's country and unit.
    fn shares(&self, entry: &Entry, key: &str) -> (f32, f32) {
        let own = self.by_key.get(key);
        let without = |votes: Option<&f32>, same: bool| {
            (votes.copied().unwrap_or(0.0) - if same { 1.0 } else { 0.0 }).max(0.0)
        };
        let total = self.countries.values().sum::<f32>().max(1.0);
        let country =
            without(self.countries.get(&entry.country), own.is_some_and(|own| own.0 == entry.country));
        let unit = without(self.units.get(&entry.unit), own.is_some_and(|own| own.1 == entry.unit));
        (country / total, if entry.class > Class::Country { unit / total } else { 0.0 })
    }
}

/// The candidate of the highest score; at a tie the first.
fn best(entries: &[Entry], context: &Context, key: &str) -> Option<Entry> {
    let town =
        entries.iter().filter(|entry| entry.class == Class::Town).map(|entry| entry.size).reduce(f32::max);
    let capital = lexicon().capital_of(key);
    let score = |entry: &Entry| {
        let class = match entry.class {
            Class::Continent => 12.0,
            Class::Country => 6.0,
            // A state that is called like its own large town is less often meant than the town.
            Class::Unit if town.is_some_and(|town| town > 18.0 && town + 3.0 > entry.size) => -4.0,
            Class::Unit => 3.0,
            Class::County => -1.0,
            Class::Town if capital.is_some() && country_code(entry.country) == capital => 5.0,
            Class::Town => 0.0,
        };
        let (country, unit) = context.shares(entry, key);
        entry.size + class + COUNTRY_WEIGHT * country + UNIT_WEIGHT * unit
    };
    let mut best: Option<(f32, Entry)> = None;
    for entry in entries {
        let score = score(entry);
        if best.is_none_or(|(least, _)| score > least) {
            best = Some((score, *entry));
        }
    }
    best.map(|(_, entry)| entry)
}
