//! The stops of a journey, in order.

use model::{Reading, StopRow, StoryEntity};

/// The stops of the travellers of the story.
pub(super) fn itinerary(_readings: &[Reading], _entities: &[StoryEntity]) -> Vec<StopRow> {
    Vec::new()
}
