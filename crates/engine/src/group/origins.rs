//! Which reports of a story are one act of reporting.

use model::{Origin, Origins, Reading};

/// The origins of the reports of one story.
#[must_use]
pub fn origins(readings: &[Reading]) -> Origins {
    let groups =
        (0..readings.len()).map(|report| Origin { reports: vec![report], why: String::new() }).collect();
    Origins { at_least: readings.len(), at_most: readings.len(), groups, copy_of: vec![None; readings.len()] }
}
