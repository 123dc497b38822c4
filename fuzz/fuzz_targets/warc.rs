//! Any bytes as an archive: `cargo +nightly fuzz run warc`.
//!
//! Taken as they are, and cut at 0x01 into pieces that are packed one by one, so that the fuzzer
//! does not have to find out how gzip checks its sums.
#![no_main]

use flate2::{Compression, write::GzEncoder};
use libfuzzer_sys::fuzz_target;
use parallax::intake::{Captures, Ids, Limits, Settings};
use std::io::Write;

fuzz_target!(|bytes: &[u8]| {
    read([b"WARC/1.0\r\n", bytes].concat());
    let pieces = bytes.split(|&byte| byte == 1).map(packed);
    read(pieces.collect::<Vec<_>>().concat());
    // The end of one damaged, and cut.
    let mut damaged = packed(&[b"WARC/1.0\r\n", bytes].concat());
    damaged.extend_from_slice(bytes);
    read(damaged);
});

fn packed(piece: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(piece).expect("memory");
    gzip.finish().expect("memory")
}

fn read(bytes: Vec<u8>) {
    let limits = Limits { page: 2000, ..Limits::default() };
    let settings = Settings { limits, ..Settings::default() };
    let most = bytes.len() + 2;
    let mut ids = Ids::default();
    let mut count = 0;
    for capture in Captures::from_bytes("a.warc", bytes, limits) {
        count += 1;
        assert!(count <= most, "more pieces than bytes");
        if let Ok(capture) = capture {
            assert!(capture.size() <= limits.page);
            ids.admit(capture.read(&settings));
        }
    }
}
