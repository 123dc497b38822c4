//! Which claims of a story say the same, and where they differ.

use model::{ClaimRef, Origins, Point, Reading, Status, StoryEntity};

/// The points of a story: every claim of every report stands in exactly one.
#[must_use]
pub fn points(readings: &[Reading], _entities: &[StoryEntity], _origins: &Origins) -> Vec<Point> {
    let mut points = Vec::new();
    for (report, reading) in readings.iter().enumerate() {
        for claim in 0..reading.claims.len() {
            points.push(Point {
                status: Status::Single,
                at_least: 1,
                at_most: 1,
                claims: vec![ClaimRef { report, claim }],
                differences: Vec::new(),
                similarity: None,
                speech: false,
            });
        }
    }
    points
}
