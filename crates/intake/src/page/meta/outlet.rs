//! Who published the page, and the names that the site goes by.

use super::head::Head;
use super::linked::Linked;
use super::plain::plain;
use super::title::SiteNames;
use super::words::key;

/// The name of the outlet as a reader knows it.
pub(super) fn find(head: &Head, linked: &Linked, host: Option<&str>) -> Option<String> {
    let said = head.first(&["og:site_name"]).map(plain);
    let publisher = linked.article().and_then(|item| item.publisher.as_ref()).map(|named| named.name.clone());
    let site = linked.items.iter().find(|item| item.is("WebSite")).and_then(|item| item.name.clone());
    let application = head.first(&["application-name", "apple-mobile-web-app-title"]).map(plain);
    let named = [said, publisher, site, application].into_iter().flatten();
    named
        .into_iter()
        .find(|name| is_name(name))
        .or_else(|| host.map(label).filter(|label| !label.is_empty()).map(str::to_owned))
}

/// All names of the site, for cutting them from titles.
pub(super) fn names(head: &Head, linked: &Linked, host: Option<&str>) -> SiteNames {
    let metas = [
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "twitter:site",
        "publisher",
        "dc.publisher",
    ];
    let metas = metas.iter().flat_map(|name| head.all(name).map(plain));
    let publishers =
        linked.items.iter().filter_map(|item| item.publisher.as_ref()).map(|named| named.name.clone());
    let is_site = |kind: &str| kind == "WebSite" || kind.ends_with("Organization");
    let sites = linked.items.iter().filter(|item| item.types.iter().any(|kind| is_site(kind)));
    let sites = sites.filter_map(|item| item.name.clone());
    let host = host.map(label).map(str::to_owned);
    let mut names: Vec<String> =
        metas.chain(publishers).chain(sites).chain(host).map(|name| key(&name)).collect();
    names.retain(|name| name.len() >= 2);
    names.dedup();
    SiteNames(names)
}

/// The label under the public suffix, near enough: "harbourpost" of "www.harbourpost.co.uk".
fn label(host: &str) -> &str {
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.pop();
    let second_level =
        |label: &&str| matches!(*label, "co" | "com" | "org" | "net" | "gov" | "ac" | "edu" | "gob" | "go");
    if labels.len() > 1 && labels.last().is_some_and(second_level) {
        labels.pop();
    }
    labels.last().copied().unwrap_or("")
}

fn is_name(name: &str) -> bool {
    let words = name.split(' ').count();
    (1..=8).contains(&words)
        && name.chars().any(char::is_alphabetic)
        && !name.contains("://")
        && !name.starts_with('@')
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn the_label_that_a_site_is_known_by() {
        let cases =
            [("www.harbourpost.co.uk", "harbourpost"), ("harbour.example", "harbour"), ("localhost", "")];
        for (host, wanted) in cases {
            assert_eq!(label(host), wanted);
        }
    }
}
