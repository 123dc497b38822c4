//! The account of a story from its points: their order, and the views over them.

mod figures;
mod headline;
mod itinerary;
mod notices;
mod order;
mod quotes;
mod timeline;

use model::{Account, Origins, Point, Reading, StoryEntity};

/// Orders points by weight and makes the views over them.
#[must_use]
pub fn account(
    id: String,
    readings: Vec<Reading>,
    origins: Origins,
    entities: Vec<StoryEntity>,
    points: Vec<Point>,
) -> Account {
    Account {
        id,
        headline: headline::headline(&readings, &points),
        figures: figures::figures(&readings, &origins),
        timeline: timeline::timeline(&readings),
        itinerary: itinerary::itinerary(&readings, &entities),
        quotes: quotes::quotes(&readings, &entities),
        notices: notices::notices(&readings),
        points: order::by_weight(points, &readings),
        readings,
        origins,
        entities,
    }
}
