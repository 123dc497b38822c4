//! The canonical address of a page.

use super::head::Head;
use super::linked::Linked;
use url::Url;

/// The address that the page gives itself where it may be believed, else where it was found.
pub(super) fn find(head: &Head, linked: &Linked, address: Option<&str>) -> Option<String> {
    let found = address.and_then(|address| Url::parse(address).ok());
    let said = head.canonical.as_deref().into_iter().chain(head.first(&["og:url"]));
    let said = said.chain(linked.article().and_then(|item| item.url.as_deref()));
    let believed =
        said.filter_map(|said| resolved(said, found.as_ref())).find(|said| is_of(said, found.as_ref()));
    believed.map(String::from).or_else(|| address.map(str::to_owned))
}

/// The host that the page is known by, without `www`.
pub(super) fn host(address: Option<&str>) -> Option<String> {
    let url = Url::parse(address?).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_owned())
}

fn resolved(said: &str, found: Option<&Url>) -> Option<Url> {
    let mut url = match found {
        Some(found) => found.join(said.trim()),
        None => Url::parse(said.trim()),
    }
    .ok()?;
    url.set_fragment(None);
    matches!(url.scheme(), "http" | "https").then_some(url)
}

/// Whether it is on the same site and leads as deep: a canonical address that is the home page of
/// every page is a mistake of the template.
fn is_of(said: &Url, found: Option<&Url>) -> bool {
    let is_home = |url: &Url| url.path().trim_matches('/').is_empty() && url.query().is_none();
    let Some(found) = found else { return !is_home(said) };
    let site = |url: &Url| {
        url.host_str().map(|host| {
            host.trim_start_matches("www.").trim_start_matches("m.").trim_start_matches("amp.").to_owned()
        })
    };
    let (one, other) = (site(said), site(found));
    let under = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => a == b || a.ends_with(&format!(".{b}")),
        _ => false,
    };
    (under(&one, &other) || under(&other, &one)) && (!is_home(said) || is_home(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(href: &str, address: Option<&str>) -> Option<String> {
        let head = Head { canonical: Some(href.to_owned()), ..Head::default() };
        find(&head, &Linked::default(), address)
    }

    #[test]
    fn resolved_and_believed_on_its_own_site() {
        let address = Some("https://m.harbour.example/news/ferry?ref=home");
        assert_eq!(
            canonical("/news/ferry#top", address).as_deref(),
            Some("https://m.harbour.example/news/ferry")
        );
        let www = "https://www.harbour.example/news/ferry";
        assert_eq!(canonical(www, address).as_deref(), Some(www));
        assert_eq!(canonical(www, None).as_deref(), Some(www));
    }

    #[test]
    fn mistakes_of_templates_are_not() {
        let address = Some("https://harbour.example/news/ferry");
        for href in
            ["https://harbour.example/", "https://other.example/news/ferry", "javascript:void(0)", "http://["]
        {
            assert_eq!(canonical(href, address).as_deref(), address, "{href}");
        }
        assert_eq!(canonical("", None), None);
    }
}
