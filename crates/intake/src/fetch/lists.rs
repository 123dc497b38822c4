//! What a fetched file leads to: the addresses of a list (OPML, a sitemap) and, where that is
//! wanted, of the entries of a feed.

use crate::feed::{self, Origin};
use crate::{Capture, Limits};

/// Addresses, and what was lost among them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    pub(super) addresses: Vec<String>,
    pub(super) problems: Vec<String>,
}

/// The addresses that a feed or list leads to, or `None` where it is to be read itself.
pub(super) fn links(capture: &Capture, bytes: &[u8], follow: bool, limits: &Limits) -> Option<Links> {
    let (address, charset) = (capture.address.as_deref(), capture.charset.as_deref());
    if let Ok(listed) = feed::list(bytes, charset) {
        let links = [listed.lists, listed.feeds, listed.pages].into_iter().flatten();
        let addresses = links.map(|link| link.address).collect();
        return Some(Links { addresses, problems: listed.problems });
    }
    let origin = Origin { name: &capture.name, address, charset };
    let feed = follow.then(|| feed::read(bytes, origin, limits).ok()).flatten()?;
    let mut links = Links { problems: feed.problems, ..Links::default() };
    for entry in feed.entries {
        match entry.map(|report| report.url.ok_or(report.id)) {
            Ok(Ok(address)) => links.addresses.push(address),
            Ok(Err(id)) => links.problems.push(format!("the entry {id} has no address to follow")),
            Err(problem) => links.problems.push(problem),
        }
    }
    // A feed whose entries have no addresses is all there is.
    (!links.addresses.is_empty()).then_some(links)
}

#[cfg(test)]
mod tests {
    use super::{Links, links};
    use crate::{Capture, Limits};

    fn of(bytes: &str, follow: bool) -> Option<Links> {
        let address = Some("https://post.example/feed".to_owned());
        let capture = Capture { name: "feed".to_owned(), address, ..Capture::default() };
        links(&capture, bytes.as_bytes(), follow, &Limits::default())
    }

    #[test]
    fn a_feed_is_read_itself_unless_its_pages_are_wanted() {
        let feed = "<rss><channel><item><title>A ferry</title><link>/ferry</link></item>\
                    <item><title>A flood</title><description>A flood came.</description></item></channel></rss>";
        assert_eq!(of(feed, false), None);
        let followed = of(feed, true).expect("a page");
        assert_eq!(followed.addresses, ["https://post.example/ferry"]);
        assert_eq!(followed.problems.len(), 1, "{:?}", followed.problems);
        let bare = "<rss><channel><item><title>A ferry</title></item></channel></rss>";
        assert_eq!(of(bare, true), None);
    }

    #[test]
    fn a_list_leads_on_and_other_files_do_not() {
        let map = "<urlset><url><loc>https://post.example/a</loc></url></urlset>";
        assert_eq!(of(map, false).expect("a page").addresses, ["https://post.example/a"]);
        assert_eq!(of("<html><body>A ferry.", true), None);
        assert_eq!(of("", true), None);
    }
}
