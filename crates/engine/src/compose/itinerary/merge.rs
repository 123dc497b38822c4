//! One row for every stop, in order.

use super::Move;
use super::follows::Order;
use model::{Reading, StopRow};
use std::collections::BTreeMap;

/// A stop while it is being put together.
struct Stop<'a> {
    /// The places that it goes by: a town and its country are one stop.
    places: Vec<usize>,
    moves: Vec<&'a Move>,
}

impl Stop<'_> {
    fn day(&self) -> Option<&str> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for value in self.moves.iter().filter_map(|each| each.value.as_deref()) {
            *counts.entry(value).or_default() += 1;
        }
        counts
            .into_iter()
            .max_by_key(|&(value, count)| (count, std::cmp::Reverse(value)))
            .map(|(value, _)| value)
    }

    /// Planned where no report tells of it as made.
    fn planned(&self) -> bool {
        self.moves.iter().all(|each| each.planned)
    }

    fn takes(&self, other: &Move, nested: &[(usize, usize)]) -> bool {
        let within = |&(land, town): &(usize, usize)| {
            land == other.place && self.places.contains(&town)
                || town == other.place && self.places.contains(&land)
        };
        self.places.contains(&other.place)
            || nested.iter().any(within)
            || self.moves.iter().any(|own| match (&own.country, &other.country) {
                // A country and a town of it, on the same day as far as is told.
                (Some((one, whole)), Some((two, entire))) => {
                    one == two
                        && whole != entire
                        && (own.value == other.value || own.value.is_none() || other.value.is_none())
                }
                _ => false,
            })
    }
}

/// The rows of one traveller.
pub(super) fn stops(
    moves: &[&Move],
    nested: &[(usize, usize)],
    orders: &[Order],
    readings: &[Reading],
) -> Vec<StopRow> {
    let mut stops: Vec<Stop<'_>> = Vec::new();
    for &each in moves {
        match stops.iter_mut().find(|stop| stop.takes(each, nested)) {
            Some(stop) => {
                stop.moves.push(each);
                if !stop.places.contains(&each.place) {
                    stop.places.push(each.place);
                }
            }
            None => stops.push(Stop { places: vec![each.place], moves: vec![each] }),
        }
    }
    in_order(&stops, orders).into_iter().filter_map(|index| Some(row(stops.get(index)?, readings))).collect()
}

/// By day where it is told, by the words between stops, planned ones last; a stop without a day
/// stands beside the one that it is told with.
fn in_order(stops: &[Stop<'_>], orders: &[Order]) -> Vec<usize> {
    let place = |entity: usize| stops.iter().position(|stop| stop.places.contains(&entity));
    let pairs: Vec<(usize, usize)> = orders
        .iter()
        .filter_map(|&(one, other)| Some((place(one)?, place(other)?)))
        .filter(|(one, other)| one != other)
        .collect();
    let key = |index: usize| {
        let stop = stops.get(index);
        let planned = stop.is_some_and(Stop::planned);
        let day =
            stop.and_then(|stop| stop.day().map(str::to_owned)).or_else(|| neighbour(index, &pairs, stops));
        (planned, day.is_none(), day.unwrap_or_default())
    };
    let mut left: Vec<usize> = (0..stops.len()).collect();
    left.sort_by_key(|&index| (key(index), index));
    let mut sorted = Vec::new();
    while !left.is_empty() {
        // The first whose told predecessors are placed; a contradiction falls back to the days.
        let free = left.iter().position(|&index| {
            let before = pairs.iter().filter(|pair| pair.1 == index && key(pair.0).2 >= key(index).2);
            let mut before = before.filter(|pair| key(pair.0) <= key(index));
            before.all(|pair| !left.contains(&pair.0))
        });
        // Words between stops order those of one day; they never outweigh the days.
        let first = left.first().map(|&index| key(index));
        let free = free.filter(|&free| left.get(free).map(|&index| key(index)) == first);
        sorted.push(left.remove(free.unwrap_or(0)));
    }
    sorted
}

/// The day of a stop that is told together with this one.
fn neighbour(index: usize, pairs: &[(usize, usize)], stops: &[Stop<'_>]) -> Option<String> {
    let day = |other: usize| stops.get(other).and_then(|stop| stop.day().map(str::to_owned));
    let after = pairs.iter().filter(|pair| pair.0 == index).filter_map(|pair| day(pair.1)).min();
    let before = pairs.iter().filter(|pair| pair.1 == index).filter_map(|pair| day(pair.0)).max();
    after.or(before)
}

fn row(stop: &Stop<'_>, readings: &[Reading]) -> StopRow {
    let mut citations = Vec::new();
    for each in &stop.moves {
        if !citations.contains(&each.citation) {
            citations.push(each.citation);
        }
    }
    let names = stop.moves.iter().filter_map(|each| Some(readings.get(each.citation.report)?.cut(each.name)));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let town = stop.moves.iter().find(|each| each.country.as_ref().is_some_and(|(_, whole)| !whole));
    let town = town.and_then(|each| Some(readings.get(each.citation.report)?.cut(each.name)));
    let common =
        counts.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(**name))).map(|(name, _)| *name);
    StopRow {
        traveller: stop.moves.first().map_or(0, |each| each.traveller),
        place: town.or(common).unwrap_or("").to_owned(),
        value: stop.day().map(str::to_owned),
        planned: stop.planned(),
        citations,
    }
}
