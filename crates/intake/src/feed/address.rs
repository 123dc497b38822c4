//! Addresses, taken against what they stand in.

use url::Url;

/// The absolute address; `None` where it is none and nothing makes it one, and for anything that
/// is not of the web.
pub(super) fn join(base: Option<&str>, address: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() {
        return None;
    }
    let url = match Url::parse(address) {
        Ok(url) => url,
        Err(url::ParseError::RelativeUrlWithoutBase) => Url::parse(base?).ok()?.join(address).ok()?,
        Err(_) => return None,
    };
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return None;
    }
    // What was absolute stays as it was written: an address is also a name.
    let kept = address.starts_with("http://") || address.starts_with("https://");
    Some(if kept { address.to_owned() } else { url.into() })
}

/// The address of an article, without what counts through which feed it was reached.
pub(super) fn article(base: Option<&str>, address: &str) -> Option<String> {
    let address = join(base, address)?;
    let (page, fragment) = address.split_once('#').map_or((address.as_str(), None), |(p, f)| (p, Some(f)));
    let Some((path, query)) = page.split_once('?').filter(|(_, query)| query.contains("utm_")) else {
        return Some(address);
    };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("utm_")).collect();
    let mut clean = path.to_owned();
    for (mark, part) in [('?', Some(kept.join("&"))), ('#', fragment.map(str::to_owned))] {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            clean.push(mark);
            clean.push_str(&part);
        }
    }
    Some(clean)
}

#[cfg(test)]
mod tests {
    use super::{article, join};

    #[test]
    fn relative_addresses_need_a_base() {
        let base = Some("https://harbour.example/world/feed.xml");
        assert_eq!(join(base, "/ferry").as_deref(), Some("https://harbour.example/ferry"));
        assert_eq!(join(base, "ferry?a=1").as_deref(), Some("https://harbour.example/world/ferry?a=1"));
        assert_eq!(join(base, "//cdn.example/f").as_deref(), Some("https://cdn.example/f"));
        assert_eq!(join(None, "/ferry"), None);
    }

    #[test]
    fn what_is_absolute_stays_and_what_is_not_of_the_web_goes() {
        let odd = "HTTPS://Harbour.example/a b";
        assert_eq!(join(None, "http://harbour.example").as_deref(), Some("http://harbour.example"));
        assert!(join(None, odd).is_some());
        for other in ["", " ", "mailto:a@b.example", "javascript:void(0)", "tag:a,2023:1", "http://"] {
            assert_eq!(join(Some("https://harbour.example/"), other), None, "{other}");
        }
    }

    #[test]
    fn what_counts_clicks_goes() {
        let of = |address: &str| article(None, address).unwrap_or_default();
        assert_eq!(
            of("https://a.example/b?utm_source=rss&id=4&utm_medium=feed#top"),
            "https://a.example/b?id=4#top"
        );
        assert_eq!(of("https://a.example/b?utm_source=rss"), "https://a.example/b");
        assert_eq!(of("https://a.example/utm_b?id=4"), "https://a.example/utm_b?id=4");
    }
}
