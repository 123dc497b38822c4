//! Which reports are of one event.

use model::{Reading, Story};

/// Groups readings into stories; every reading is in exactly one. Ordered by first report.
#[must_use]
pub fn stories(readings: &[Reading]) -> Vec<Story> {
    let alone =
        |(index, reading): (usize, &Reading)| Story { id: reading.report.id.clone(), reports: vec![index] };
    readings.iter().enumerate().map(alone).collect()
}
