//! Place names on the map.

use model::{Kind, Place, Reading};

/// The places that are named in a report, in order.
pub(super) fn places(reading: &Reading) -> Vec<Place> {
    let named = reading.mentions.iter().filter(|m| m.kind == Kind::Place && m.form == model::Form::Name);
    named
        .map(|mention| Place {
            span: mention.span,
            name: reading.cut(mention.span).to_owned(),
            geonames_id: None,
            coordinates: None,
            admin1: None,
            country: None,
        })
        .collect()
}
