//! Where the claims of a point differ: one rule a file.
//!
//! A difference in substance makes the point `differs`; what is vague, narrower or only worded
//! otherwise is listed and leaves the status as it is.

mod dates;
mod figures;
mod manner;
mod sides;
mod speakers;
mod wording;

use model::{ClaimRef, Difference, Reading, StoryEntity};
use sides::sides;

/// A difference, and whether the claims then disagree in substance.
pub(super) struct Found {
    pub(super) difference: Difference,
    pub(super) substantial: bool,
}

/// The differences between the claims of a point, in the order of their aspects.
pub(super) fn differences(readings: &[Reading], entities: &[StoryEntity], claims: &[ClaimRef]) -> Vec<Found> {
    let sides = sides(readings, claims);
    let mut found = Vec::new();
    for (at, one) in sides.iter().enumerate() {
        for other in sides.iter().skip(at + 1) {
            found.extend(figures::difference(one, other));
            found.extend(dates::difference(one, other));
            found.extend(manner::polarity(one, other));
            found.extend(manner::modality(one, other));
            found.extend(wording::spelling(entities, one, other));
            found.extend(wording::descriptions(one, other).or_else(|| wording::words(one, other)));
        }
    }
    found.extend(speakers::difference(entities, &sides));
    found.sort_by(|a, b| key(a).cmp(&key(b)));
    merged(found)
}

fn key(found: &Found) -> (model::Aspect, bool, &str) {
    (found.difference.aspect, !found.substantial, &found.difference.note)
}

/// One difference for each aspect and note: what several pairs of reports show is cited together.
fn merged(found: Vec<Found>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for next in found {
        match all.last_mut() {
            Some(last) if key(last) == key(&next) => {
                last.difference.citations.extend(next.difference.citations)
            }
            _ => all.push(next),
        }
    }
    for found in &mut all {
        found.difference.citations.sort_unstable();
        found.difference.citations.dedup();
    }
    all
}
