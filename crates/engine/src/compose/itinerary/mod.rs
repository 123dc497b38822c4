//! The stops of a journey, in order.
//!
//! A report tells a journey in pieces and out of order: "a stop in Cyprus", "followed by Jordan on
//! Saturday", "ahead of his stop in Iraq", "from Iraq he will travel to Turkey". [`moves`] finds
//! who went where, and when; [`follows`] finds what came before what; [`merge`] makes one row of
//! every stop and puts the rows in order.

mod follows;
mod merge;
mod moves;

use model::{Citation, Reading, Span, StopRow, StoryEntity};
use std::collections::BTreeMap;

/// A journey has at least so many stops; a single visit is no journey.
const FEWEST_STOPS: usize = 2;

/// One passage that says that somebody went somewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Move {
    /// Index into the entities of the story.
    pub(super) traveller: usize,
    /// Index of the place among the entities of the story.
    pub(super) place: usize,
    /// ISO code, and whether the place is the country itself.
    pub(super) country: Option<(String, bool)>,
    /// Where the place stands.
    pub(super) name: Span,
    /// TIMEX3 value.
    pub(super) value: Option<String>,
    /// Whether it lies ahead.
    pub(super) planned: bool,
    /// The claim or sentence.
    pub(super) citation: Citation,
}

/// The stops of those who make a journey, in order.
pub(super) fn itinerary(readings: &[Reading], entities: &[StoryEntity]) -> Vec<StopRow> {
    let members: BTreeMap<(usize, usize), usize> = entities
        .iter()
        .enumerate()
        .flat_map(|(index, e)| e.members.iter().map(move |&at| (at, index)))
        .collect();
    let mut found: Vec<Move> = Vec::new();
    let mut orders: Vec<follows::Order> = Vec::new();
    let mut nested: Vec<(usize, usize)> = Vec::new();
    for (report, reading) in readings.iter().enumerate() {
        let own = moves::moves(report, reading, &members);
        orders.extend(follows::orders(reading, &own));
        nested.extend(follows::nested(reading, &own));
        found.extend(own);
    }
    let mut travellers: Vec<usize> = found.iter().map(|each| each.traveller).collect();
    travellers.sort_unstable();
    travellers.dedup();
    let journeys = travellers.into_iter().map(|traveller| {
        let own: Vec<&Move> = found.iter().filter(|each| each.traveller == traveller).collect();
        merge::stops(&own, &nested, &orders, readings)
    });
    let mut journeys: Vec<Vec<StopRow>> = journeys.filter(|stops| stops.len() >= FEWEST_STOPS).collect();
    journeys
        .sort_by_key(|stops| std::cmp::Reverse(stops.iter().map(|stop| stop.citations.len()).sum::<usize>()));
    journeys.into_iter().flatten().collect()
}
