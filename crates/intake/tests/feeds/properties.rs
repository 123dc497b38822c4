//! No bytes break the reading of feeds, and what it gives holds.

use super::{ORIGIN, rss};
use intake::feed::{list, read};
use intake::{Limits, Reports, Settings};
use proptest::prelude::*;
use std::collections::HashSet;

/// Pieces of which feeds are made, and some that they should not hold.
#[rustfmt::skip]
const PIECES: [&str; 44] = [
    "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<link>", "</link>", "<link href='/a'/>",
    "<guid>", "</guid>", "<description>", "</description>", "<![CDATA[", "]]>", "<content:encoded>",
    "</content:encoded>", "<dc:creator>Ann Vale and Bo Reed</dc:creator>", "<author><name>", "</name></author>",
    "<pubDate>Mon, 06 Nov 2023 08:15:00 EDT</pubDate>", "<source url='https://marsa.example'>Marsa Daily</source>",
    "https://harbour.example/ferry", "Ferry runs aground", " - Marsa Daily", "<p>", "</p>", "<br>", "&lt;p&gt;",
    "&amp;amp;", "&#8217;", "&nbsp;", "&", "<", ">", "\u{301}", "\u{0}", "\n\n", " Read more »", "[…]", "é", "<!--",
    "<channel>", "</channel>",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// Reads the bytes as a feed and as a list; every report cuts and no id comes twice.
fn holds(bytes: &[u8]) {
    let _ = list(bytes, None);
    let Ok(feed) = read(bytes, ORIGIN, &Limits::default()) else {
        return;
    };
    let mut ids = HashSet::new();
    for report in feed.entries.iter().flatten() {
        assert!(!report.text.trim().is_empty() && ids.insert(&report.id), "{report:?}");
        assert!(report.blocks().all(|block| !block.of(&report.text).is_empty()), "an empty block");
    }
    Reports::from_bytes("f", bytes.to_vec(), Settings::default()).for_each(drop);
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..1000)) {
        holds(&bytes);
    }

    #[test]
    fn any_feed(pieces in pieces()) {
        holds(pieces.as_bytes());
        holds(rss(&pieces).as_bytes());
        holds(rss(&format!("<item>{pieces}</item>")).as_bytes());
    }

    #[test]
    fn any_json(title in ".{0,80}", text in pieces()) {
        let item = serde_json::json!({"id": title, "title": title, "content_html": text, "summary": title});
        let feed = serde_json::json!({"version": "https://jsonfeed.org/version/1.1", "items": [item, {}]});
        holds(feed.to_string().as_bytes());
    }
}
