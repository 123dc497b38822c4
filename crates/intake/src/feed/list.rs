//! Lists of addresses: OPML, sitemaps of news and others, indexes of sitemaps.

use super::element::Element;
use super::records::{Record, Records};
use super::{Unreadable, address, dates, html, language};
use crate::charset;
use model::Stamp;

/// Addresses that one list may hold: what the protocol of sitemaps allows.
const ADDRESSES: usize = 50_000;

/// An address, and what the list says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Absolute.
    pub address: String,
    /// The headline of an article, or the name of a feed.
    pub title: Option<String>,
    /// When the article was published.
    pub published: Option<Stamp>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// The code of its language.
    pub language: Option<String>,
}

/// The addresses of a list, in order and each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Feeds that an OPML list subscribes to.
    pub feeds: Vec<Link>,
    /// Pages.
    pub pages: Vec<Link>,
    /// Further sitemaps.
    pub lists: Vec<Link>,
    /// What was lost.
    pub problems: Vec<String>,
}

/// The addresses of an OPML list, a sitemap or an index of sitemaps.
///
/// # Errors
/// When it is none of these, or broken before its first address.
pub fn list(bytes: &[u8], charset: Option<&str>) -> Result<Listed, Unreadable> {
    let (text, notice) = charset::page(bytes.to_vec(), charset, None);
    let mut listed = Listed { problems: notice.into_iter().collect(), ..Listed::default() };
    let mut seen = std::collections::HashSet::new();
    let mut is_list = false;
    for record in Records::new(&text, &["outline", "url", "sitemap"]) {
        match record {
            Record::Root(root) => is_list |= matches!(root.name.as_str(), "opml" | "urlset" | "sitemapindex"),
            Record::Head(_) => {}
            Record::Item(item) if seen.len() < ADDRESSES => {
                let (link, group) = match item.name.as_str() {
                    "outline" => outline(&item, &mut listed),
                    "url" => (page(&item), &mut listed.pages),
                    _ => (located(&item), &mut listed.lists),
                };
                if let Some(link) = link.filter(|link| seen.insert(link.address.clone())) {
                    group.push(link);
                }
            }
            Record::Item(_) => {
                listed.problems.push(format!("more than {ADDRESSES} addresses; the others were left out"));
                break;
            }
            Record::Broken(problem) => listed.problems.push(problem),
        }
    }
    match listed.problems.first() {
        _ if !is_list => Err(Unreadable::Other),
        Some(problem) if seen.is_empty() => Err(Unreadable::Broken(problem.clone())),
        _ => Ok(listed),
    }
}

impl Listed {
    /// What a list of addresses holds and what to do with it, where nothing is fetched.
    #[must_use]
    pub fn advice(&self) -> String {
        let counted = [(&self.feeds, "feed"), (&self.pages, "page"), (&self.lists, "further list")];
        let named = counted.iter().filter(|(links, _)| !links.is_empty()).map(|(links, what)| {
            let count = links.len();
            format!("{count} {what}{}", if count == 1 { "" } else { "s" })
        });
        let named: Vec<String> = named.collect();
        if named.is_empty() {
            return "a list of addresses that holds none; nothing to read".to_owned();
        }
        let first = [&self.feeds, &self.pages, &self.lists].into_iter().flatten().next();
        let first = first.map(|link| format!(" (such as {})", link.address)).unwrap_or_default();
        format!(
            "a list of addresses, not reports: {}{first}; fetch them and give the files",
            named.join(", ")
        )
    }
}

/// A line of OPML: a feed, or a link to a page; groups are neither.
fn outline<'l>(outline: &Element, listed: &'l mut Listed) -> (Option<Link>, &'l mut Vec<Link>) {
    let feed = outline.attribute("xmlurl");
    let address = feed.or_else(|| outline.attribute("url"));
    let name = outline.attribute("title").or_else(|| outline.attribute("text")).map(html::plain);
    let link = address.and_then(|written| address::join(None, written)).map(|address| Link {
        address,
        title: name.filter(|name| !name.is_empty()),
        language: outline.attribute("language").and_then(language::primary),
        ..Link::default()
    });
    (link, if feed.is_some() { &mut listed.feeds } else { &mut listed.pages })
}

/// The address of a sitemap's record.
fn located(record: &Element) -> Option<Link> {
    let address = address::join(None, record.first_text(&["loc"])?)?;
    Some(Link { address, ..Link::default() })
}

/// A page with what a news sitemap says of it. When the page was last changed says little about
/// when it was published, and is left out.
fn page(record: &Element) -> Option<Link> {
    let link = located(record)?;
    let Some(news) = record.child("news:news") else { return Some(link) };
    let publication = news.child("news:publication");
    Some(Link {
        title: news.first_text(&["news:title"]).map(html::plain),
        published: news.first_text(&["news:publication_date"]).and_then(dates::stamp),
        outlet: publication.and_then(|p| p.first_text(&["news:name"])).map(html::plain),
        language: publication.and_then(|p| p.first_text(&["news:language"])).and_then(language::primary),
        ..link
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opml_in_groups() {
        let opml = br#"<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
            <outline text="World"><outline text="Harbour &amp;amp; Post" type="rss" xmlUrl="https://harbour.example/feed"/>
            <outline title="Marsa Daily" text="x" xmlUrl="https://marsa.example/atom" htmlUrl="https://marsa.example/"></outline>
            <outline text="again" xmlUrl="https://harbour.example/feed"/></outline>
            <outline text="A page" type="link" url="https://marsa.example/ferry"/><outline text="nothing"/></body></opml>"#;
        let listed = list(opml, None).unwrap();
        let feeds: Vec<_> =
            listed.feeds.iter().map(|l| (l.address.as_str(), l.title.as_deref().unwrap())).collect();
        assert_eq!(
            feeds,
            [
                ("https://harbour.example/feed", "Harbour & Post"),
                ("https://marsa.example/atom", "Marsa Daily")
            ]
        );
        assert_eq!(listed.pages.len(), 1);
        assert!(listed.problems.is_empty(), "{:?}", listed.problems);
    }

    #[test]
    fn news_sitemap() {
        let map = br#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc> https://harbour.example/ferry </loc><lastmod>2023-11-08</lastmod>
              <image:image><image:loc>https://harbour.example/f.jpg</image:loc></image:image>
              <n:news><n:publication><n:name>Harbour Post</n:name><n:language>en</n:language></n:publication>
              <n:publication_date>2023-11-06T08:00:00+01:00</n:publication_date><n:title>Ferry runs aground</n:title></n:news></url>
            <url><loc>https://harbour.example/</loc></url><url><loc>/relative</loc></url></urlset>"#;
        let listed = list(map, None).unwrap();
        assert_eq!(listed.pages.len(), 2);
        let first = &listed.pages[0];
        assert_eq!(first.address, "https://harbour.example/ferry");
        assert_eq!(first.outlet.as_deref(), Some("Harbour Post"));
        assert_eq!(first.language.as_deref(), Some("en"));
        assert_eq!(first.title.as_deref(), Some("Ferry runs aground"));
        assert_eq!(
            first.published.as_ref().map(|stamp| stamp.text.as_str()),
            Some("2023-11-06T08:00:00+01:00")
        );
        assert_eq!(listed.pages[1].published, None);
    }

    #[test]
    fn index_cut_off() {
        let index = b"<sitemapindex><sitemap><loc>https://harbour.example/1.xml.gz</loc></sitemap><sitemap><loc>https://har";
        let listed = list(index, None).unwrap();
        assert_eq!(listed.lists.len(), 1);
        assert!(listed.problems[0].contains("breaks off after 1"), "{:?}", listed.problems);
        assert_eq!(list(b"<html><body>x</body></html>", None), Err(Unreadable::Other));
        assert!(matches!(list(b"<urlset><url", None), Err(Unreadable::Broken(_))));
    }
}
