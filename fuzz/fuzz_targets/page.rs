//! Any text as a page: `cargo +nightly fuzz run page`.
#![no_main]

use parallax::intake::page::{fragment, read_page};
use parallax::intake::text::normal;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    let page = read_page(html, Some("https://a.example/x"));
    assert_eq!(page, read_page(html, Some("https://a.example/x")));
    if let Ok(page) = page {
        for report in page.entries.iter().chain([&page.report]) {
            for block in report.blocks() {
                let text = block.of(&report.text);
                assert!(!text.is_empty());
                assert_eq!(normal(text), text);
            }
        }
    }
    for paragraph in fragment(html) {
        assert!(!paragraph.is_empty());
        assert_eq!(normal(&paragraph), paragraph);
    }
});
