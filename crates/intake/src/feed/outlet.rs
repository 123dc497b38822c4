//! The outlet behind a feed.

use super::html::plain;
use url::Url;

/// Words that say which part of an outlet a feed carries, or that it is a feed.
#[rustfmt::skip]
const SECTIONS: [&str; 51] = [
    "africa", "all", "americas", "analysis", "and", "articles", "arts", "asia", "atom", "blog", "breaking",
    "business", "commentary", "coverage", "culture", "economy", "entertainment", "environment", "europe",
    "features", "feed", "feeds", "headlines", "health", "home", "homepage", "international", "latest", "local",
    "national", "news", "opinion", "page", "politics", "posts", "regional", "rss", "science", "section",
    "sport", "sports", "stories", "syndication", "technology", "the", "top", "uk", "updates", "us", "usa",
    "world",
];
/// What stands between an outlet and its section.
const BETWEEN: [&str; 9] = [" | ", " - ", " – ", " — ", " » ", " > ", " :: ", " • ", ": "];

/// The outlet that a feed's title names; `None` where it names sections only.
///
/// A title in several parts names the outlet in the one that stands in the site's address, or else
/// in the only one that is no section. Where that is not certain, the title stays whole.
pub(super) fn of_title(title: &str, site: Option<&str>) -> Option<String> {
    let title = plain(title);
    let parts = BETWEEN.iter().fold(vec![title.as_str()], |parts, mark| {
        parts.into_iter().flat_map(|part| part.split(*mark)).collect()
    });
    let named: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !is_section(part)).collect();
    let host = site.and_then(of_address).map(|host| letters(&host)).unwrap_or_default();
    let in_host = |part: &&&str| letters(part).len() >= 4 && host.contains(&letters(part));
    let name = match named.as_slice() {
        [] => return None,
        [name] => name,
        several => several.iter().find(in_host).copied().unwrap_or(&title),
    };
    let name = without_feed(name);
    (!name.is_empty()).then(|| name.to_owned())
}

/// The host of an address, for want of a name.
pub(super) fn of_address(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// "The Harbour Post" as addresses write it.
fn letters(name: &str) -> String {
    let lower = name.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    lower.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_section(part: &str) -> bool {
    let mut words = part.split([' ', '/', '&', ',']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_none() || words.all(|word| SECTIONS.binary_search(&word.to_lowercase().as_str()).is_ok())
}

/// "Harbour Post RSS Feed" without what it is.
fn without_feed(name: &str) -> &str {
    let name = name.trim();
    let endings = [" rss feed", " rss feeds", " atom feed", " rss"];
    let cut = endings.iter().find_map(|ending| {
        let at = name.len().checked_sub(ending.len()).filter(|at| *at > 0)?;
        name.get(at..)?.eq_ignore_ascii_case(ending).then(|| name.get(..at))?
    });
    cut.unwrap_or(name).trim_end()
}

/// Whether two names differ in no more than case and a leading article.
pub(super) fn same(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.to_lowercase().trim().trim_start_matches("the ").to_owned();
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_without_their_sections() {
        for (title, name) in [
            ("Harbour Post", "Harbour Post"),
            ("Harbour Post - World", "Harbour Post"),
            ("World news | The Harbour Post", "The Harbour Post"),
            ("Harbour Post &gt; Top Stories", "Harbour Post"),
            ("Harbour Post &amp; Mail RSS Feed", "Harbour Post & Mail"),
            ("Marsa News", "Marsa News"),
            ("Harbour Post: Latest news", "Harbour Post"),
            ("Harbour Post - Bo Reed", "Harbour Post - Bo Reed"),
            ("JSON Feed", "JSON Feed"),
        ] {
            assert_eq!(of_title(title, None).as_deref(), Some(name), "{title}");
        }
        for title in [" ", "News", "World - News", "News, Politics, and Analysis"] {
            assert_eq!(of_title(title, None), None, "{title}");
        }
    }

    #[test]
    fn the_site_tells_which_part_is_the_outlet() {
        let site = Some("https://www.harbour-post.example/feeds");
        assert_eq!(of_title("Cronache - The Harbour Post", site).as_deref(), Some("The Harbour Post"));
        assert_eq!(of_title("Harbour Post: Bo Reed", site).as_deref(), Some("Harbour Post"));
        assert_eq!(of_title("Bo Reed - Marsa", site).as_deref(), Some("Bo Reed - Marsa"));
        assert_eq!(of_address("https://www.harbour.example/a").as_deref(), Some("harbour.example"));
    }
}
