//! The account of a story from its points.

use model::{Account, Citation, Origins, Point, Reading, Span, StoryEntity};

/// Orders points by weight and makes the views over them.
#[must_use]
pub fn account(
    id: String,
    readings: Vec<Reading>,
    origins: Origins,
    entities: Vec<StoryEntity>,
    points: Vec<Point>,
) -> Account {
    let span = readings.first().and_then(|r| r.report.headline.or(r.report.paragraphs.first().copied()));
    Account {
        id,
        headline: Citation { report: 0, span: span.unwrap_or(Span::default()) },
        readings,
        origins,
        entities,
        points,
        figures: Vec::new(),
        timeline: Vec::new(),
        itinerary: Vec::new(),
        quotes: Vec::new(),
        notices: Vec::new(),
    }
}
