//! Bad input: named, with what to do; the rest goes on; the exit status says so.

use crate::call::{FERRY, FERRY_TOO, Folder};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

#[test]
fn an_empty_file() {
    let folder = Folder::new().with("a.txt", FERRY).with("b.txt", "").with("c.txt", " \n\t\n");
    let call = folder
        .run(&["extract", "a.txt", "b.txt", "c.txt"])
        .ends(1, &["b.txt: empty", "c.txt: empty", "2 of 3"]);
    assert_eq!(call.ids(), ["a.txt"]);
    folder.run(&["extract", "b.txt"]).ends(2, &["b.txt: empty"]);
}

#[test]
fn a_binary_file() {
    let folder = Folder::new().with("a.bin", [0, 1, 2, 255, 254, 0, 9]).with("b.pdf", "%PDF-1.4 …");
    folder.run(&["read", "a.bin", "b.pdf"]).ends(2, &["a.bin: a binary file", "b.pdf: a PDF", "pdftotext"]);
}

#[test]
fn fifty_megabytes_of_one_line() {
    let long = "word ".repeat(10 << 20);
    let folder = Folder::new().with("long.txt", &long).with(
        "long.jsonl",
        format!("{{\"id\": \"x\", \"text\": \"{long}\"}}\n{{\"id\": \"y\", \"text\": \"A fire.\"}}\n"),
    );
    folder.run(&["read", "long.txt"]).ends(2, &["long.txt: a text of more than 2 MB", "--max-report"]);
    let call = folder.run(&["extract", "long.jsonl"]).ends(1, &["long.jsonl:1: a text of 50 MB"]);
    assert_eq!(call.ids(), ["y"]);
}

#[test]
fn a_small_file_that_unpacks_to_much() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&vec![b'a'; 64 << 20]).expect("packed");
    let folder = Folder::new().with("bomb.txt.gz", gzip.finish().expect("packed"));
    folder.run(&["extract", "bomb.txt.gz"]).ends(2, &["bomb.txt.gz: a text of more than 2 MB"]);
}

#[test]
fn gzip_that_is_cut_off() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(FERRY.as_bytes()).expect("packed");
    let mut bytes = gzip.finish().expect("packed");
    bytes.truncate(bytes.len() / 2);
    Folder::new().with("cut.gz", bytes).run(&["extract", "cut.gz"]).ends(2, &["cut.gz: broken or cut off"]);
}

#[test]
fn invalid_utf_8_is_read_with_a_notice() {
    let folder = Folder::new()
        .with("old.txt", b"Caf\xe9 burns\n\nThe caf\xe9 on the Champs-\xc9lys\xe9es burned down on Monday, the mayor said.")
        .with("odd.txt", [FERRY.as_bytes(), b"\n\nOne bad byte: \xff.\n"].concat());
    let call = folder.run(&["extract", "old.txt", "odd.txt"]).ends(0, &[]);
    let lines = call.lines();
    assert_eq!(lines[0]["title"], "Café burns");
    assert!(lines[0]["notices"].to_string().contains("windows-1252"));
    assert!(lines[1]["text"].to_string().contains("“Nobody was badly hurt,”"));
    assert!(lines[1]["notices"].to_string().contains("not UTF-8"));
}

#[test]
fn another_language_is_kept_and_marked() {
    let german = "Fähre läuft auf Grund\n\nDie Fähre lief am Dienstagmorgen vor der Küste auf Grund. Verletzt wurde \
        niemand, sagte ein Sprecher der Küstenwache. Die Ursache ist noch nicht bekannt.\n";
    let folder = Folder::new().with("de.txt", german).with("en.txt", FERRY);
    let call = folder.run(&["annotate", "de.txt", "en.txt"]).ends(0, &[]);
    let lines = call.lines();
    assert_eq!(lines[0]["language"], "de");
    assert!(lines[0]["notices"].to_string().contains("in German"));
    assert!(lines[0]["claims"].as_array().is_some_and(|claims| !claims.is_empty()));
    assert_eq!(lines[0]["attributions"].as_array().map(Vec::len), Some(0));
    assert_eq!(lines[1]["language"], "en");
}

#[test]
fn ten_thousand_reports_and_one_that_cannot_be_read() {
    let folder = Folder::new();
    for number in 0..10_000 {
        let text = format!("Fire in street {number}\n\nA fire broke out in street {number} on Monday.\n");
        std::fs::write(folder.path().join(format!("{number:05}.txt")), text).expect("a file");
    }
    gone(&folder, "05000.txt");
    let call =
        folder.run(&["extract", "."]).ends(1, &["05000.txt: not there", "1 of 10000 could not be read"]);
    assert_eq!(call.lines().len(), 9_999);
    assert!(call.ids().is_sorted());
}

/// A file that the folder lists and that is gone when its turn comes.
fn gone(folder: &Folder, name: &str) {
    let path = folder.path().join(name);
    let _ = std::fs::remove_file(&path);
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", path).expect("a link");
}

#[test]
fn a_file_that_vanishes() {
    let folder = Folder::new().with("in/a.txt", FERRY);
    gone(&folder, "in/b.txt");
    folder
        .run(&["read", "in", "never.txt"])
        .ends(1, &["b.txt: not there", "never.txt: not there", "check the path"]);
}

#[test]
fn two_reports_with_one_id() {
    let lines = "{\"id\": \"x\", \"text\": \"A fire.\"}\n{\"id\": \"y\", \"text\": \"A flood.\"}\n{\"id\": \"x\", \"text\": \"A storm.\"}\n";
    let call = Folder::new()
        .with("a.jsonl", lines)
        .run(&["extract", "a.jsonl"])
        .ends(1, &["a.jsonl:3: a second report with the id \"x\""]);
    assert_eq!(call.ids(), ["x", "y"]);
}

#[test]
fn one_word_and_capitals() {
    let capitals = FERRY.to_uppercase();
    let folder = Folder::new().with("word.txt", "Fire").with("capitals.txt", capitals);
    let call = folder.run(&["annotate", "word.txt", "capitals.txt"]).ends(0, &[]);
    let lines = call.lines();
    assert_eq!(lines[0]["title"], "Fire");
    assert_eq!(lines[1]["language"], "en");
    folder.run(&["read", "word.txt", "capitals.txt"]).ends(0, &[]);
}

#[test]
fn a_broken_line_among_good_ones() {
    let lines = "{\"id\": 1, \"text\": \"A fire.\"}\n{\"id\": 2, \"text\": \n[3]\n{\"id\": 4}\n{\"id\": 5, \"text\": 7}\n\n\
        {\"id\": 6, \"html\": \"<p>\"}\n{\"id\": 7, \"text\": \"\"}\n{\"id\": 8, \"text\": \"A flood.\"}\n";
    let call = Folder::new().with("a.jsonl", lines).run(&["extract", "a.jsonl"]).ends(
        1,
        &[
            "a.jsonl:2: not JSON",
            "a.jsonl:3: not a JSON object",
            "a.jsonl:4: no key \"text\" or \"html\"",
            "a.jsonl:5: the key \"text\" must be a string",
            "a.jsonl:7: a page without running text",
            "a.jsonl:8: the text is empty",
        ],
    );
    assert_eq!(call.ids(), ["1", "8"]);
}

#[test]
fn an_empty_feed_under_another_name() {
    let folder = Folder::new()
        .with("feed.txt", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>")
        .with("good.txt", FERRY);
    folder.run(&["read", "."]).ends(1, &["feed.txt: a feed without entries"]);
}

#[test]
fn a_report_without_story_under_grouped() {
    let lines = "{\"id\": 1, \"story\": \"s\", \"text\": \"A fire broke out.\"}\n{\"id\": 2, \"text\": \"A flood came.\"}\n";
    Folder::new()
        .with("a.jsonl", lines)
        .run(&["read", "--grouped", "a.jsonl"])
        .ends(1, &["\"2\" has no key \"story\""]);
}

#[test]
fn deep_and_odd_json() {
    let deep = format!(
        "{{\"id\": \"deep\", \"text\": \"A fire.\", \"x\": {}{}}}",
        "[".repeat(5000),
        "]".repeat(5000)
    );
    let odd = r#"{"id": "odd", "text": "A \ud83d fire.", "text": "A fire."}"#;
    let call = Folder::new()
        .with("a.jsonl", format!("{deep}\n{odd}\n{{\"id\": \"good\", \"text\": \"A fire.\", \"n\": 1e999}}\n{{\"id\": \"z\", \"text\": \"A\\u0000B\"}}\n"))
        .run(&["extract", "a.jsonl"]);
    assert_eq!(call.status, 1, "{}", call.said);
    assert!(call.said.contains("a.jsonl:1: not JSON"));
}

#[test]
fn a_disk_that_is_full_or_a_place_that_is_not_there() {
    let folder = Folder::new().with("a.txt", FERRY).with("b.txt", FERRY_TOO);
    folder
        .run(&["read", "--out", "no/such/place.json", "a.txt", "b.txt"])
        .ends(2, &["cannot write no/such/place.json"]);
    if cfg!(target_os = "linux") {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        if let Ok(full) = full {
            let status = folder.command(&["read", "a.txt"]).stdout(full).status().expect("it ends");
            assert_eq!(status.code(), Some(2));
        }
    }
}
