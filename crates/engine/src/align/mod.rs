//! Which claims of a story say the same, and where they differ.
//!
//! [`profile`] makes claims comparable, [`candidates`] finds pairs worth a look, [`features`]
//! measures them, [`likeness`] judges, [`joining`] makes points of the judgements, [`differences`]
//! compares inside each point.

mod candidates;
mod differences;
mod features;
mod joining;
mod lexicon;
mod likeness;
mod profile;
mod stem;
mod trees;

pub use features::NAMES;
pub use joining::Settings;
pub use likeness::{BESIDE, Comparison};
pub use stem::term;
pub use trees::Trees;

use model::{ClaimRef, Origins, Point, Reading, Status, StoryEntity};
use std::collections::BTreeSet;

/// The points of a story: every claim of every report stands in exactly one.
#[must_use]
pub fn points(readings: &[Reading], entities: &[StoryEntity], origins: &Origins) -> Vec<Point> {
    let comparison = Comparison::new(readings, entities);
    let scores = comparison.judge();
    let mut groups = comparison.join(&scores, Settings::default());
    groups.sort_by(|a, b| a.0.cmp(&b.0));
    let mut points: Vec<Point> =
        groups.into_iter().map(|(claims, similarity)| point(readings, origins, claims, similarity)).collect();
    for point in &mut points {
        compare(point, readings, entities);
    }
    points
}

fn point(readings: &[Reading], origins: &Origins, claims: Vec<ClaimRef>, similarity: Option<f32>) -> Point {
    let (at_least, at_most) = independent(origins, &claims);
    let status = if at_least >= 2 { Status::Corroborated } else { Status::Single };
    let spoken = |at: &ClaimRef| {
        let claim = readings.get(at.report).and_then(|reading| reading.claims.get(at.claim));
        claim.is_some_and(|claim| claim.attribution.is_some())
    };
    Point {
        status,
        at_least,
        at_most,
        speech: claims.iter().all(spoken),
        claims,
        differences: Vec::new(),
        similarity: similarity.map(f64::from),
    }
}

/// Fills the differences, and the status that they give.
fn compare(point: &mut Point, readings: &[Reading], entities: &[StoryEntity]) {
    let found = differences::differences(readings, entities, &point.claims);
    if found.iter().any(|found| found.substantial) {
        point.status = Status::Differs;
    }
    point.differences = found.into_iter().map(|found| found.difference).collect();
}

/// Independent origins behind the claims: no fewer, and no more than these.
fn independent(origins: &Origins, claims: &[ClaimRef]) -> (usize, usize) {
    let reports: BTreeSet<usize> = claims.iter().map(|claim| claim.report).collect();
    let groups: BTreeSet<Option<usize>> = reports.iter().map(|&report| origins.of(report)).collect();
    let most = groups.len().max(1);
    // Where origins are unsure in the whole story, so many may fall together here too.
    let unsure = origins.at_most.saturating_sub(origins.at_least);
    (most.saturating_sub(unsure).max(1), most)
}
