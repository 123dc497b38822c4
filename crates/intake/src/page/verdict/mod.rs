//! What a reader should know about a page: that it is no article, that a paywall cuts it, that it
//! is a live blog. Each is said only where several signs agree; a page that is taken for less than
//! it is does more harm than one that says nothing about itself.

mod live;
mod no_article;
mod paywall;
mod shown;

pub(super) use live::{Entry, entries};

use super::blocks::Block;
use super::meta::Linked;
use super::tree::Tree;

/// A page that has been read.
#[derive(Clone, Copy)]
pub(super) struct Read<'p> {
    pub tree: &'p Tree,
    pub linked: &'p Linked,
    pub address: Option<&'p str>,
    pub headline: Option<&'p str>,
    pub article: &'p [Block],
}

impl Read<'_> {
    /// Bytes of running text that were taken for the article.
    fn length(&self) -> usize {
        self.article.iter().map(|block| block.text.len()).sum()
    }
}

/// What sort of page it is, where it is no article.
pub(super) fn no_article(read: Read<'_>) -> Option<&'static str> {
    no_article::kind(read)
}

/// One line for each thing to know.
pub(super) fn notices(read: Read<'_>, entries: &[Entry]) -> Vec<String> {
    if let Some(kind) = no_article(read) {
        return vec![format!("no article: {kind}")];
    }
    if live::is_live(read) {
        return vec![match entries.len() {
            0 => "a live blog, whose entries could not be told apart".to_owned(),
            count => format!("a live blog: {count} entries"),
        }];
    }
    let cut =
        paywall::cuts(read).then(|| "cut by a paywall: the page shows only a part of the article".to_owned());
    cut.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::page::{Unreadable, read, read_page};

    const BODY: &str = "<p>The ferry ran aground at dawn near the old lighthouse, the coastguard said on Tuesday.</p>\
        <p>All who were aboard of it were taken off by two lifeboats before noon, and nobody was hurt.</p>";
    const ARTICLE: &str = r#"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry runs aground", "isAccessibleForFree": false}</script>"#;

    fn notices(html: &str, address: &str) -> Vec<String> {
        let mut notices = read(html, Some(address)).unwrap().notices;
        notices.retain(|notice| !notice.starts_with("date"));
        notices
    }

    fn page(head: &str, body: &str) -> String {
        format!(
            "<html><head><title>Ferry runs aground</title>{head}</head><body><main><h1>Ferry runs aground</h1>{body}</main>"
        )
    }

    #[test]
    fn paywalls() {
        let wall = format!(
            "{BODY}<p>Nobody had been told of the</p><div class=x>Subscribe to continue reading</div>"
        );
        assert!(notices(&page(ARTICLE, &wall), "https://a.example/f")[0].contains("paywall"));
        let broken = format!("{BODY}<p>Nobody had been told of the buoys, as the crew …</p>");
        assert!(notices(&page(ARTICLE, &broken), "https://a.example/f")[0].contains("paywall"));
        let post = format!("{BODY}<p>This post is for paid subscribers</p>");
        assert!(notices(&page("", &post), "https://a.example/f")[0].contains("paywall"));
    }

    #[test]
    fn whole_articles_of_outlets_with_a_paywall() {
        assert!(notices(&page(ARTICLE, BODY), "https://a.example/f").is_empty());
        let offer = format!("{BODY}<div>Already a subscriber? <a href=/in>Sign in</a></div>");
        assert!(notices(&page("", &offer), "https://a.example/f").is_empty());
        let hidden = format!("{BODY}<div hidden>Subscribe to continue reading</div>");
        assert!(notices(&page(ARTICLE, &hidden), "https://a.example/f").is_empty());
    }

    #[test]
    fn pages_that_are_no_articles() {
        assert_eq!(notices(&page("", BODY), "https://a.example/"), ["no article: a home page"]);
        assert!(notices(&page(ARTICLE, BODY), "https://a.example/").is_empty(), "said to be an article");
        let missing = "<title>404 - Page not found</title><body><h1>Page not found</h1><p>The page that you asked for \
            is not here any more; it may have been moved, or it never was.</p>";
        assert!(notices(missing, "https://a.example/x")[0].starts_with("no article: the page of an error"));
        let teaser = "<article><h3><a href=/x>Ferry runs aground off Marsa at dawn</a></h3><p>The ferry ran aground \
            at dawn near the lighthouse, it is said.</p></article>";
        let list = notices(&format!("<body><main>{}</main>", teaser.repeat(9)), "https://a.example/sea");
        assert_eq!(list, ["no article: a list of articles"]);
    }

    #[test]
    fn nothing_but_links() {
        let list = "<li><h3><a href=/x>Ferry runs aground</a></h3>".repeat(9);
        let read = read(&format!("<ul>{list}</ul>"), Some("https://a.example/"));
        assert_eq!(read, Err(Unreadable::NoArticle("a home page")));
    }

    #[test]
    fn live_blogs_and_their_entries() {
        let entry = |id: u32| {
            format!(
                "<article id=e{id}><time datetime='2024-09-03T0{id}:15:00+02:00'>0{id}:15</time><h2>Entry {id}</h2>{BODY}</article>"
            )
        };
        let body = format!("<div class=live-blog>{}{}{}</div>", entry(3), entry(2), entry(1));
        let page = read_page(&page("", &body), Some("https://a.example/live/f")).unwrap();
        assert!(page.report.notices.contains(&"a live blog: 3 entries".to_owned()));
        let first = &page.entries[0];
        assert_eq!(first.headline.map(|span| span.of(&first.text)), Some("Entry 3"));
        assert_eq!(
            first.published.as_ref().map(|stamp| stamp.text.as_str()),
            Some("2024-09-03T03:15:00+02:00")
        );
        assert_eq!(first.url.as_deref(), Some("https://a.example/live/f#e3"));
        assert_eq!(first.paragraphs.len(), 2);
    }

    #[test]
    fn entries_that_only_json_ld_tells_apart() {
        let updates = r#"{"@type":"BlogPosting","headline":"One","articleBody":"The storm came.","datePublished":"2024-09-03T08:00:00Z"},
            {"@type":"BlogPosting","articleBody":"It went.","url":"https://a.example/l#2"}"#;
        let head = format!(
            r#"<script type="application/ld+json">{{"@type":"LiveBlogPosting","liveBlogUpdate":[{updates}]}}</script>"#
        );
        let page = read_page(&page(&head, BODY), Some("https://a.example/l")).unwrap();
        assert_eq!(page.entries.len(), 2);
        assert_eq!(page.entries[1].url.as_deref(), Some("https://a.example/l#2"));
        assert_eq!(page.entries[1].text, "It went.");
    }
}
