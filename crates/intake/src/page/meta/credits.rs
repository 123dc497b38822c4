//! The agencies that a page says its story is from.

use super::linked::Linked;
use super::names::names;
use super::title::SiteNames;
use crate::clean::agency;

/// The agencies among the authors and among the sources of the JSON-LD; an agency's own pages
/// credit nobody.
pub(super) fn find(linked: &Linked, authors: &[String], site: &SiteNames) -> Vec<String> {
    let sources = linked.articles().flat_map(|item| item.sources.iter());
    let mut found: Vec<String> = Vec::new();
    for name in authors.iter().chain(sources).filter(|name| !site.is(name)) {
        // "Harbour staff and Coastal Press" names both.
        for agency in agency(name).into_iter().chain(names(name).iter().filter_map(|name| agency(name))) {
            let own = site.is(agency);
            if !own && !found.iter().any(|known| known == agency) {
                found.push(agency.to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credits(authors: &[&str], site: &str) -> Vec<String> {
        let authors: Vec<String> = authors.iter().map(|&name| name.to_owned()).collect();
        find(&Linked::default(), &authors, &SiteNames(vec![site.to_owned()]))
    }

    #[test]
    fn agencies_among_the_authors() {
        assert_eq!(credits(&["Ann Vale", "The Associated Press"], "harbourpost"), ["AP"]);
        assert_eq!(credits(&["AFP and Reuters"], "harbourpost"), ["AFP", "Reuters"]);
        assert!(credits(&["Ann Vale"], "harbourpost").is_empty());
    }

    #[test]
    fn an_agency_does_not_credit_itself() {
        assert!(credits(&["Reuters"], "reuters").is_empty());
    }
}
