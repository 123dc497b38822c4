//! WARC archives: what is read, what is passed over, and what a broken record takes with it.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use flate2::{Compression, write::GzEncoder};
use intake::{Capture, Captures, Failure, Limits, Reports, Settings};
use model::Report;
use std::io::Write;

/// A record of any kind.
fn record(kind: &str, address: &str, fields: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n\
         {fields}Content-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn html(words: &str) -> String {
    format!(
        "<html><head><title>Fire in {words}</title></head><body><article><h1>Fire in {words}</h1><p>A fire \
         broke out in {words} on Monday morning, the fire brigade said in a statement, and it burned for \
         hours.</p><p>Nobody was hurt, but twelve families will have to sleep elsewhere until the summer.\
         </p></article></body></html>"
    )
}

fn response(address: &str, words: &str) -> Vec<u8> {
    let message = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}", html(words));
    record("response", address, "Content-Type: application/http; msgtype=response\r\n", message.as_bytes())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn members(records: &[Vec<u8>]) -> Vec<u8> {
    records.iter().flat_map(|record| packed(record)).collect()
}

fn read(bytes: Vec<u8>) -> (Vec<Report>, Vec<Failure>) {
    let (reports, failures): (Vec<_>, Vec<_>) =
        Reports::from_bytes("a.warc", bytes, Settings::default()).partition(Result::is_ok);
    let reports = reports.into_iter().filter_map(Result::ok).collect();
    (reports, failures.into_iter().filter_map(Result::err).collect())
}

fn ids(reports: &[Report]) -> Vec<&str> {
    reports.iter().map(|report| report.id.as_str()).collect()
}

fn captures(bytes: Vec<u8>) -> Vec<Capture> {
    Captures::from_bytes("a.warc", bytes, Limits::default()).filter_map(Result::ok).collect()
}

const ONE: &str = "https://harbour.example/one";
const TWO: &str = "https://harbour.example/two";
const THREE: &str = "https://harbour.example/three";

/// An archive as a crawler writes it.
fn crawl() -> Vec<Vec<u8>> {
    let error = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Not here.</p>";
    let picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG";
    let request = b"GET /one HTTP/1.1\r\n\r\n";
    vec![
        record("warcinfo", "", "", b"software: none\r\n"),
        record("request", ONE, "", request),
        response(ONE, "Marsa"),
        record("metadata", ONE, "", b"fetchTimeMs: 12\r\n"),
        record("response", "https://harbour.example/none", "", error),
        record("response", "https://harbour.example/a.png", "", picture),
        record("revisit", ONE, "", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        response(TWO, "Porto"),
        record("resource", THREE, "Content-Type: text/html\r\n", html("Lima").as_bytes()),
    ]
}

#[test]
fn pages_are_read_and_the_rest_is_passed_over() {
    for bytes in [crawl().concat(), members(&crawl()), packed(&crawl().concat())] {
        let (reports, failures) = read(bytes);
        assert_eq!(ids(&reports), [ONE, TWO, THREE]);
        assert_eq!(failures, []);
        let one = &reports[0];
        assert_eq!(one.headline.map(|span| span.of(&one.text)), Some("Fire in Marsa"));
        assert_eq!(one.published, None, "the day it was fetched is not the day it was published");
        assert!(one.extra.contains(&("fetched".into(), "\"2024-05-06T07:08:09Z\"".into())));
    }
}

#[test]
fn members_cut_anywhere() {
    let whole = crawl().concat();
    let pieces: Vec<Vec<u8>> = whole.chunks(97).map(<[u8]>::to_vec).collect();
    assert_eq!(ids(&read(members(&pieces)).0), [ONE, TWO, THREE]);
}

#[test]
fn other_versions_and_ways_to_write() {
    let odd = |from: &str, to: &str| {
        let text = String::from_utf8(response(ONE, "Marsa")).unwrap();
        assert!(text.contains(from));
        read(text.replacen(from, to, 1).into_bytes())
    };
    for (from, to) in [
        ("WARC/1.0", "WARC/1.1"),
        ("WARC/1.0", "WARC/0.18"),
        (ONE, "<https://harbour.example/one>"),
        ("WARC-Type: response", "warc-type:response"),
        ("WARC-Type: response\r\n", "WARC-Type:\r\n response\r\n"),
        ("06T07:08:09Z", "06T07:08:09.123456Z"),
    ] {
        let (reports, failures) = odd(from, to);
        assert_eq!((ids(&reports), failures.len()), (vec![ONE], 0), "{to}");
    }
}

#[test]
fn the_encoding_that_the_server_declared() {
    let mut message = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n".to_vec();
    let body = "<p>Паром сел на мель во вторник утром недалеко от порта. Никто не пострадал.</p>";
    message.extend(body.chars().map(|c| match u32::from(c) {
        code @ 0x410..=0x44f => (code - 0x410 + 0xc0) as u8,
        code => code as u8,
    }));
    let (reports, _) = read(record("response", ONE, "", &message));
    assert!(reports[0].text.contains("Паром сел на мель"));
}

#[test]
fn a_broken_length_takes_nothing_else_with_it() {
    let of = |fields: &[u8]| {
        let middle = String::from_utf8(response(TWO, "Porto")).unwrap();
        let at = middle.find("Content-Length").unwrap();
        let end = at + middle[at..].find("\r\n").unwrap() + 2;
        [&middle.as_bytes()[..at], fields, &middle.as_bytes()[end..]].concat()
    };
    for (length, words) in [
        (&b"Content-Length: 10\r\n"[..], "is wrong"),
        (b"Content-Length: 900\r\n", "is wrong"),
        (b"Content-Length: 999999999\r\n", "is wrong"),
        (b"Content-Length: many\r\n", "without a length"),
        (b"", "without a length"),
    ] {
        let records = [response(ONE, "Marsa"), of(length), response(THREE, "Lima")];
        let place = records[0].len();
        for (bytes, place) in [(records.concat(), place), (members(&records), packed(&records[0]).len())] {
            let (reports, failures) = read(bytes);
            assert_eq!(ids(&reports), [ONE, THREE], "{failures:?}");
            assert_eq!(failures.len(), 1, "{failures:?}");
            assert_eq!(failures[0].name, format!("a.warc@{place}"));
            assert!(failures[0].reason.contains(words), "{}", failures[0].reason);
        }
    }
}

#[test]
fn bytes_between_records() {
    let records = [response(ONE, "Marsa"), b"no record at all\r\n".to_vec(), response(TWO, "Porto")];
    for bytes in [records.concat(), members(&records)] {
        let (reports, failures) = read(bytes);
        assert_eq!(ids(&reports), [ONE, TWO]);
        assert_eq!(failures.len(), 1, "{failures:?}");
    }
}

#[test]
fn a_member_that_is_damaged() {
    let records = [response(ONE, "Marsa"), response(TWO, "Porto"), response(THREE, "Lima")];
    let good: Vec<Vec<u8>> = records.iter().map(|record| packed(record)).collect();
    for at in 0..good[1].len() {
        let mut bad = good.clone();
        bad[1][at] ^= 0x55;
        let (reports, failures) = read(bad.concat());
        assert_eq!(reports.first().map(|report| &*report.id), Some(ONE), "{at}");
        assert_eq!(reports.last().map(|report| &*report.id), Some(THREE), "{at}: {failures:?}");
        assert!(reports.len() == 3 || failures.len() == 1, "{at}: {failures:?}");
    }
}

#[test]
fn cut_anywhere() {
    let whole = [response(ONE, "Marsa"), response(TWO, "Porto")].concat();
    let first = response(ONE, "Marsa").len();
    for end in (first + 1..whole.len() - 4).step_by(7) {
        let (reports, failures) = read(whole[..end].to_vec());
        assert_eq!(ids(&reports), [ONE]);
        if end > first + 2 {
            assert_eq!(failures.len(), 1, "{end}");
        }
    }
    let whole = members(&[response(ONE, "Marsa"), response(TWO, "Porto")]);
    let first = packed(&response(ONE, "Marsa")).len();
    for end in first + 3..whole.len() {
        let (reports, failures) = read(whole[..end].to_vec());
        assert_eq!(ids(&reports), [ONE], "{end}: {failures:?}");
        assert_eq!(failures.len(), 1);
        assert!(failures[0].reason.contains("cut off"), "{}", failures[0].reason);
    }
}

#[test]
fn garbage_and_zeros_behind_the_last_member() {
    let good = members(&[response(ONE, "Marsa")]);
    let (reports, failures) = read([good.as_slice(), &[0; 1000]].concat());
    assert_eq!((ids(&reports), failures.len()), (vec![ONE], 0));
    let (reports, failures) = read([good.as_slice(), b"no gzip", &good].concat());
    assert_eq!(reports.len(), 1, "the same page again");
    assert!(failures[0].reason.contains("no gzip data"), "{failures:?}");
}

#[test]
fn empty_records_and_pages_that_are_too_large() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".to_vec();
    let large = |kind: &str| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n").into_bytes();
        record("response", TWO, "", &[head, vec![b'a'; 5000]].concat())
    };
    let records = [
        record("response", "https://harbour.example/empty", "", b""),
        record("response", "https://harbour.example/bare", "", &head),
        large("text/html"),
        large("video/mp4"),
        response(ONE, "Marsa"),
    ];
    let limits = Limits { page: 4000, ..Limits::default() };
    for bytes in [records.concat(), members(&records)] {
        let settings = Settings { limits, ..Settings::default() };
        let all: Vec<_> = Reports::from_bytes("a.warc", bytes, settings).collect();
        assert_eq!(all.len(), 3, "{all:?}");
        assert!(all[0].as_ref().is_err_and(|failure| failure.reason.contains("nothing to read")));
        assert!(all[1].as_ref().is_err_and(|failure| failure.reason.contains("--max-page")));
        assert!(all[2].as_ref().is_ok_and(|report| report.id == ONE));
    }
}

#[test]
fn an_archive_without_pages() {
    let (_, failures) = read(record("warcinfo", "", "", b"software: none"));
    assert!(failures[0].reason.contains("without pages"));
    let (_, failures) = read(b"WARC/1.0\r\n".to_vec());
    assert!(failures[0].reason.contains("cut off"));
}

#[test]
fn the_same_address_again() {
    let records = [
        response(ONE, "Marsa"),
        response(ONE, "Marsa"),
        response(ONE, "Marsa harbour"),
        response(ONE, "Marsa and its harbour"),
        response(ONE, "Marsa harbour"),
    ];
    let (reports, failures) = read(records.concat());
    let two = format!("{ONE}#2");
    let three = format!("{ONE}#3");
    assert_eq!((ids(&reports), failures.len()), (vec![ONE, &two, &three], 0));
}

#[test]
fn every_record_claims_the_rest() {
    let mut bytes = Vec::new();
    for number in 0..20_000 {
        bytes.extend(
            format!("WARC/1.0\r\nWARC-Type: metadata\r\nX: {number}\r\nContent-Length: 2000000\r\n\r\n")
                .bytes(),
        );
    }
    let started = std::time::Instant::now();
    assert!(captures(bytes).is_empty());
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn what_the_crawler_cut_says_so() {
    let message = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}", html("Marsa"));
    let (reports, _) = read(record("response", ONE, "WARC-Truncated: length\r\n", message.as_bytes()));
    assert!(reports[0].notices.iter().any(|notice| notice.contains("cut off when it was archived")));
}
