//! Feeds with one trap each. All outlets, people and events are invented.

#![allow(clippy::expect_used, reason = "helpers of tests, outside of test functions")]

mod broken;
mod entries;
mod formats;
mod properties;

use intake::Limits;
use intake::feed::{Feed, Origin, read};
use model::Report;

const ORIGIN: Origin<'static> =
    Origin { name: "feed", address: Some("https://harbour.example/feed.xml"), charset: None };

fn feed(text: &str) -> Feed {
    read(text.as_bytes(), ORIGIN, &Limits::default()).expect("a feed")
}

fn reports(text: &str) -> Vec<Report> {
    let feed = feed(text);
    assert!(feed.problems.is_empty(), "{:?}", feed.problems);
    feed.entries.into_iter().map(|entry| entry.expect("a report")).collect()
}

/// An RSS feed of "Harbour Post" with these items.
fn rss(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\
         <channel><title>Harbour Post - World</title><link>https://harbour.example/</link>\
         <atom:link rel=\"self\" href=\"https://harbour.example/feed.xml\"/><language>en-us</language>\
         <image><title>Logo</title><link>https://harbour.example/logo</link></image>{items}</channel></rss>"
    )
}

fn headline(report: &Report) -> &str {
    report.headline.map_or("", |span| span.of(&report.text))
}

fn body(report: &Report) -> Vec<&str> {
    report.paragraphs.iter().map(|span| span.of(&report.text)).collect()
}

fn published(report: &Report) -> &str {
    report.published.as_ref().map_or("", |stamp| &stamp.text)
}
