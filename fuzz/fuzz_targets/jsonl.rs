//! Any text as the body of one or more reports of JSONL: `cargo +nightly fuzz run jsonl`.
//!
//! The bytes are taken twice: as they are, under a name that says JSONL, and as the text of a
//! report, raw and not, so that the fuzzer does not have to find out how JSON is quoted.
#![no_main]

mod whole;

use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|bytes: &[u8]| {
    whole::journey("a.jsonl", bytes);
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.splitn(3, '\u{1}');
    let lines: Vec<String> = parts
        .by_ref()
        .enumerate()
        .map(|(id, text)| {
            json!({"id": id, "text": text, "raw": id % 2 == 0, "published": "2023-11-06"}).to_string()
        })
        .collect();
    whole::journey("a.jsonl", lines.join("\n").as_bytes());
});
