//! Any bytes as a page in any encoding: `cargo +nightly fuzz run charset`.
//!
//! The first byte chooses what the server declared.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::intake::{Capture, Content, Settings};

const LABELS: [Option<&str>; 8] = [
    None,
    Some("utf-8"),
    Some("shift_jis"),
    Some("gb18030"),
    Some("utf-16"),
    Some("iso-2022-jp"),
    Some("x-user-defined"),
    Some("no such encoding"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, page)) = bytes.split_first() else { return };
    let label = LABELS[usize::from(first % 8)];
    for content in [Content::Page(page.to_vec()), Content::Text(page.to_vec())] {
        let capture = Capture {
            name: "a".into(),
            content,
            address: Some("https://example.jp/a".into()),
            charset: label.map(str::to_owned),
            ..Capture::default()
        };
        for report in capture.read(&Settings::default()).reports.into_iter().flatten() {
            assert!(!report.text.contains('\0'));
            assert!(report.blocks().all(|block| !block.of(&report.text).is_empty()));
        }
    }
});
