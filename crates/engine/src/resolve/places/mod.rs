//! Place names on the map: by what stands beside them, by the report's other places, by size.

mod choose;
mod gazetteer;

use super::body::common_key;
use choose::Named;
use model::{Form, Kind, Place, Reading};

/// The places that are named in a report, in order.
pub(super) fn places(reading: &Reading) -> Vec<Place> {
    let named: Vec<Named<'_>> = reading
        .mentions
        .iter()
        .filter(|mention| mention.kind == Kind::Place && mention.form == Form::Name)
        .map(|mention| Named {
            span: mention.span,
            key: common_key(reading.cut(mention.span)),
            text: &reading.report.text,
        })
        .collect();
    let chosen = choose::choose(&named);
    let place = |(named, entry): (&Named<'_>, &Option<gazetteer::Entry>)| Place {
        span: named.span,
        name: named.span.of(named.text).to_owned(),
        geonames_id: entry.map(|entry| entry.id),
        coordinates: entry.map(|entry| entry.coordinates),
        admin1: entry.and_then(|entry| gazetteer::unit_name(entry.unit)).map(str::to_owned),
        country: entry.and_then(|entry| gazetteer::country_code(entry.country)).map(str::to_owned),
    };
    named.iter().zip(&chosen).map(place).collect()
}

#[cfg(test)]
mod tests {
    use crate::resolve::within;
    use crate::resolve::within::testing::reading;
    use model::Kind;

    fn countries(text: &str, names: &[&str]) -> Vec<(String, Option<String>)> {
        let names: Vec<_> = names.iter().map(|name| (*name, Kind::Place)).collect();
        let read = within(reading(text, &names));
        read.places
            .iter()
            .map(|place| (place.name.clone(), place.admin1.clone().or(place.country.clone())))
            .collect()
    }

    fn of(found: &[(String, Option<String>)], name: &str) -> Option<String> {
        found.iter().find(|(found, _)| found == name).and_then(|(_, at)| at.clone())
    }

    #[test]
    fn the_container_decides() {
        let found = countries("A fire in Paris, Texas, spread. Later Paris was safe.", &["Paris", "Texas"]);
        assert!(found.iter().all(|(_, at)| at.as_deref() == Some("Texas")), "{found:?}");
        let found = countries("A fire in Springfield, Ill., spread.", &["Springfield", "Ill."]);
        assert_eq!(of(&found, "Springfield").as_deref(), Some("Illinois"));
    }

    #[test]
    fn size_decides_without_context() {
        let found = countries("The show moved from Paris to London.", &["Paris", "London"]);
        assert_eq!(of(&found, "London").as_deref(), Some("England"));
    }

    #[test]
    fn other_places_of_the_report_decide() {
        let text = "Police in Ohio closed roads from Dayton to Columbus and Toledo. In London a barn burned.";
        let found = countries(text, &["Ohio", "Dayton", "Columbus", "Toledo", "London"]);
        assert_eq!(of(&found, "Toledo").as_deref(), Some("Ohio"));
    }
}
