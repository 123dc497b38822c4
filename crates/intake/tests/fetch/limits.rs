//! Bytes and time.

use crate::server::{Reply, Server, get};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use intake::fetch::{Error, Settings};
use std::io::Write;
use std::time::{Duration, Instant};

const TEXT: &[u8] = b"The ferry ran aground near Marsa. The ferry ran aground near Marsa.\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

fn packed(packing: &'static str, bytes: Vec<u8>) -> Server {
    Server::new(move |_| Reply::new(200, &[("Content-Encoding", packing)], &bytes))
}

#[test]
fn packed_for_the_way() {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(TEXT).expect("packed");
    let mut bare = DeflateEncoder::new(Vec::new(), Compression::fast());
    bare.write_all(TEXT).expect("packed");
    let members = [gzip(&TEXT[..20]), gzip(&TEXT[20..])].concat();
    for (packing, bytes) in [
        ("gzip", gzip(TEXT)),
        ("X-GZIP", gzip(TEXT)),
        ("gzip", members),
        ("gzip", [gzip(TEXT), b"left over".to_vec()].concat()),
        ("gzip", TEXT.to_vec()),
        ("identity", TEXT.to_vec()),
        ("deflate", zlib.finish().expect("packed")),
        ("deflate", bare.finish().expect("packed")),
        ("gzip, gzip", gzip(&gzip(TEXT))),
    ] {
        let page = packed(packing, bytes).get("/").expect("a page");
        assert_eq!(page.body, TEXT, "{packing}");
    }
}

#[test]
fn damaged_or_cut_off() {
    let whole = gzip(TEXT);
    let cut = whole[..whole.len() - 12].to_vec();
    assert_eq!(packed("gzip", cut).get("/"), Err(Error::Damaged("gzip")));
    let rubbish = || b"certainly nothing packed".to_vec();
    assert_eq!(packed("zstd", rubbish()).get("/"), Err(Error::Damaged("zstd")));
    assert_eq!(packed("br", rubbish()).get("/"), Err(Error::Damaged("brotli")));
    assert_eq!(packed("compress", rubbish()).get("/"), Err(Error::Packing("compress".to_owned())));
    let server = Server::new(|_| Reply::raw(b"HTTP/1.1 200 Word\r\nContent-Length: 100\r\n\r\nThe ferry"));
    let error = server.get("/").expect_err("no page");
    assert_eq!(error.to_string(), "127.0.0.1 broke off in the middle; try again");
}

#[test]
fn too_much_as_sent_or_as_unpacked() {
    let limit = |server: &Server| Settings { page: 10_000, ..server.settings() };
    let told = Server::new(|_| Reply::new(200, &[], &[b'a'; 10_001]));
    assert_eq!(get(limit(&told), &told.url("/")), Err(Error::TooLarge(10_000)));
    let untold =
        Server::new(|_| Reply::raw(&[b"HTTP/1.1 200 Word\r\n\r\n".to_vec(), vec![b'a'; 20_000]].concat()));
    assert_eq!(get(limit(&untold), &untold.url("/")), Err(Error::TooLarge(10_000)));
    let bomb = packed("gzip", gzip(&vec![0; 5_000_000]));
    assert_eq!(
        get(Settings { page: 100_000, ..bomb.settings() }, &bomb.url("/")),
        Err(Error::Swells(100_000))
    );
    let nested = packed("gzip, gzip", gzip(&gzip(&vec![0; 5_000_000])));
    assert_eq!(
        get(Settings { page: 100_000, ..nested.settings() }, &nested.url("/")),
        Err(Error::Swells(100_000))
    );
    let layers = packed("gzip,gzip,gzip,gzip", vec![]);
    assert!(matches!(layers.get("/"), Err(Error::Packing(_))));
    let just = Server::new(|_| Reply::new(200, &[], &[b'a'; 10_000]));
    assert_eq!(get(limit(&just), &just.url("/")).expect("a page").body.len(), 10_000);
    let just = packed("gzip", gzip(&[0; 10_000]));
    assert_eq!(get(limit(&just), &just.url("/")).expect("a page").body.len(), 10_000);
}

#[test]
fn a_byte_at_a_time_is_not_waited_for() {
    let slowly = |first: &[u8]| {
        let mut pieces = vec![(Duration::ZERO, first.to_vec())];
        pieces.extend((0..200).map(|_| (Duration::from_millis(25), b"a".to_vec())));
        Reply(pieces)
    };
    for first in [&b"HTTP/1.1 200 Word\r\n\r\n"[..], b"HTTP/1.1 200 Word\r\nX-Long: ", b"HTTP/1.1 200 "] {
        let server = Server::new(move |_| slowly(first));
        let settings = Settings { time: Duration::from_millis(300), ..server.settings() };
        let started = Instant::now();
        let error = get(settings, &server.url("/")).expect_err("no page");
        assert_eq!(error, Error::Time(Duration::from_millis(300)), "{}", String::from_utf8_lossy(first));
        assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
    }
}

#[test]
fn the_time_is_for_all_redirects_together() {
    let server = Server::new(|asked| {
        let Reply(mut pieces) = Reply::to(&format!("{}a", asked.target()));
        pieces[0].0 = Duration::from_millis(120);
        Reply(pieces)
    });
    let settings = Settings { time: Duration::from_millis(500), redirects: 100, ..server.settings() };
    let error = get(settings, &server.url("/")).expect_err("no page");
    assert!(matches!(error, Error::Onward { reason, .. } if matches!(*reason, Error::Time(_))));
    assert!(server.asked().len() < 7);
}

#[test]
fn a_head_without_end() {
    let line = b"X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".to_vec();
    let server =
        Server::new(move |_| Reply::raw(&[b"HTTP/1.1 200 Word\r\n".to_vec(), line.repeat(5000)].concat()));
    let error = server.get("/").expect_err("no page");
    assert!(matches!(error, Error::Protocol { .. }), "{error}");
}

/// "The ferry ran aground. " four times, packed by the encoders of the two formats.
const BROTLI: &[u8] = &[
    0x1b, 0x5b, 0x00, 0xf8, 0x1d, 0x09, 0x76, 0x2c, 0xe4, 0x37, 0x8e, 0xa8, 0x1a, 0x54, 0x54, 0x68, 0x1d,
    0x56, 0x66, 0x26, 0xa7, 0x41, 0xe4, 0xdc, 0xf2, 0xd6, 0x31, 0x0c, 0x95, 0x09, 0x3c, 0x4d, 0x65, 0xdd,
    0x0c, 0x15, 0xd6, 0x02,
];
const ZSTANDARD: &[u8] = &[
    0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0xf5, 0x00, 0x00, 0xb8, 0x54, 0x68, 0x65, 0x20, 0x66, 0x65, 0x72,
    0x72, 0x79, 0x20, 0x72, 0x61, 0x6e, 0x20, 0x61, 0x67, 0x72, 0x6f, 0x75, 0x6e, 0x64, 0x2e, 0x20, 0x01,
    0x00, 0x45, 0xd1, 0xd9, 0x04, 0x8e, 0xcd, 0x55, 0x9f,
];
/// Five million zeros.
const BROTLI_BOMB: &[u8] = &[0x9b, 0x3f, 0x4b, 0x4c, 0xf8, 0x27, 0, 0xe2, 0xb1, 0x40, 0x20, 0x5f, 0x88, 0x09];

#[test]
fn brotli_and_zstandard() {
    let text = "The ferry ran aground. ".repeat(4).into_bytes();
    for (packing, name, bytes) in [("br", "brotli", BROTLI), ("zstd", "zstd", ZSTANDARD)] {
        let page = packed(packing, bytes.to_vec()).get("/").expect("a page");
        assert_eq!(page.body, text, "{packing}");
        let cut = packed(packing, bytes[..bytes.len() - 8].to_vec());
        assert_eq!(cut.get("/"), Err(Error::Damaged(name)));
    }
    let frames = [ZSTANDARD, ZSTANDARD].concat();
    assert_eq!(packed("zstd", frames).get("/").expect("a page").body, text.repeat(2));
    // Forty blocks that each stand for 128 KB of one byte, and an empty last one.
    let blocks = [0x02, 0x00, 0x10, 0x00].repeat(40);
    let bomb = [&[0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58][..], &blocks, &[0x01, 0x00, 0x00]].concat();
    for server in [packed("br", BROTLI_BOMB.to_vec()), packed("zstd", bomb)] {
        assert!(server.get("/").is_ok());
        let settings = Settings { page: 100_000, ..server.settings() };
        assert_eq!(get(settings, &server.url("/")), Err(Error::Swells(100_000)));
    }
    // A window of gigabytes is asked for by nobody who means well.
    let greedy = packed("zstd", vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xaf, 0x01, 0x00, 0x00]);
    assert_eq!(greedy.get("/"), Err(Error::Damaged("zstd")));
}
