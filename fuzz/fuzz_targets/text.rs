//! Any bytes as a file: `cargo +nightly fuzz run text`.
#![no_main]

mod whole;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| whole::journey("a.txt", bytes));
