//! Any bytes as a feed, as a list of addresses and as the content of an item:
//! `cargo +nightly fuzz run feed`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::intake::feed::{Origin, list, read};
use parallax::intake::{Limits, Reports, Settings};
use std::collections::HashSet;

fuzz_target!(|bytes: &[u8]| {
    holds(bytes);
    let _ = list(bytes, None);
    let inside = String::from_utf8_lossy(bytes);
    holds(format!("<rss><channel><title>Harbour Post</title><item>{inside}</item></channel></rss>").as_bytes());
    let content = format!("<feed><entry><title>{inside}</title><content>{inside}</content></entry></feed>");
    holds(content.as_bytes());
});

/// Every report cuts, and no id comes twice.
fn holds(bytes: &[u8]) {
    let address = Some("https://harbour.example/feed");
    let origin = Origin { name: "feed", address, charset: None };
    if let Ok(feed) = read(bytes, origin, &Limits::default()) {
        let mut ids = HashSet::new();
        for report in feed.entries.iter().flatten() {
            assert!(!report.text.trim().is_empty() && ids.insert(&report.id));
            assert!(report.blocks().all(|block| !block.of(&report.text).is_empty()));
        }
    }
    Reports::from_bytes("feed", bytes.to_vec(), Settings::default()).for_each(drop);
}
