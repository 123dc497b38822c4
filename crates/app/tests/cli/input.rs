//! Good input in all its forms.

use crate::call::{FERRY, FERRY_TOO, Folder};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

fn packed(text: &str) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(text.as_bytes()).expect("packed");
    gzip.finish().expect("packed")
}

#[test]
fn files_folders_gzip_and_standard_input() {
    let folder = Folder::new()
        .with("in/b/two.txt", FERRY_TOO)
        .with("in/a.txt", FERRY)
        .with("in/c.gz", packed("Flood\n\nA flood came to Marsa."))
        .with("in/.hidden", "Hidden\n\nNobody reads this.")
        .with("more.jsonl.gz", packed("{\"id\": \"x\", \"text\": \"A storm.\"}\n{\"url\": \"http://a.example/1\", \"text\": \"A fire.\"}\n"));
    let call = folder
        .run_with(&["extract", "in", "more.jsonl.gz", "-"], b"{\"text\": \"On standard input.\"}")
        .ends(0, &[]);
    assert_eq!(call.ids(), ["in/a.txt", "in/b/two.txt", "in/c.gz", "x", "http://a.example/1", "-:1"]);
    assert!(call.said.is_empty(), "quiet where nobody watches: {}", call.said);
}

#[test]
fn the_keys_of_jsonl() {
    let line = r#"{"id": "a", "title": "A  headline", "text": "First line.\n\nThe sec\u00adond\u00a0line.", "url": "http://a.example", "outlet": "Post", "published": "2023-11-06T10:00:00+01:00", "authors": ["Ann Vale"], "language": "en", "story": "s1", "desk": {"n": [1, 2.5]}}"#;
    let call = Folder::new().with("a.jsonl", line).run(&["extract", "a.jsonl"]).ends(0, &[]);
    let report = &call.lines()[0];
    assert_eq!(report["text"], "A headline\n\nFirst line.\n\nThe second line.");
    assert_eq!(report["title"], "A headline");
    assert_eq!(report["paragraphs"], serde_json::json!([{"start": 12, "end": 23}, {"start": 25, "end": 41}]));
    assert_eq!(report["published"], "2023-11-06T10:00:00+01:00");
    assert_eq!(report["story"], "s1");
    assert_eq!(report["desk"], serde_json::json!({"n": [1, 2.5]}));
}

#[test]
fn raw_text_is_taken_character_for_character() {
    let line = r#"{"id": "a", "raw": true, "title": "A  headline", "text": " Two  spaces\nand a line.\r\n\n\u00adEnd\u200b. "}"#;
    let call = Folder::new().with("a.jsonl", line).run(&["extract", "a.jsonl"]).ends(0, &[]);
    assert_eq!(call.lines()[0]["text"], "A  headline\n\n Two  spaces\nand a line.\r\n\n\u{ad}End\u{200b}. ");
}

#[test]
fn without_a_title_there_is_no_headline() {
    let call = Folder::new()
        .with("a.jsonl", r#"{"id": "a", "text": "First line\n\nSecond line."}"#)
        .run(&["extract", "a.jsonl"]);
    assert_eq!(call.lines()[0]["title"], serde_json::Value::Null);
    assert_eq!(call.lines()[0]["paragraphs"].as_array().map(Vec::len), Some(2));
}

#[test]
fn published_and_outlet_go_to_reports_that_carry_none() {
    let lines = "{\"id\": 1, \"text\": \"A fire.\", \"published\": \"2020-01-02\", \"outlet\": \"Post\"}\n{\"id\": 2, \"text\": \"A flood.\", \"published\": \"soon\"}\n";
    let folder = Folder::new().with("a.jsonl", lines);
    let call =
        folder.run(&["extract", "--published", "2023-11-06", "--outlet", "Times", "a.jsonl"]).ends(0, &[]);
    let reports = call.lines();
    assert_eq!((&reports[0]["published"], &reports[0]["outlet"]), (&"2020-01-02".into(), &"Post".into()));
    assert_eq!((&reports[1]["published"], &reports[1]["outlet"]), (&"2023-11-06".into(), &"Times".into()));
    assert!(reports[1]["notices"].to_string().contains("neither a day"));
    folder.run(&["extract", "--published", "Monday", "a.jsonl"]).ends(2, &["neither a day"]);
}

#[test]
fn wrapped_text_and_one_paragraph_a_line() {
    let wrapped = "Ferry runs aground\n\nThe ferry ran aground near the old lighthouse shortly after dawn on\nTuesday, and the \
        crew of twelve was taken off by a lifeboat from the\nharbour.\n\nNobody was badly hurt.\n";
    let flat = "Ferry runs aground\nThe ferry ran aground near the old lighthouse shortly after dawn on Tuesday, and the crew of \
        twelve was taken off by a lifeboat.\nNobody was badly hurt.\n";
    let folder = Folder::new().with("wrapped.txt", wrapped).with("flat.txt", flat);
    for report in folder.run(&["extract", "wrapped.txt", "flat.txt"]).ends(0, &[]).lines() {
        assert_eq!(report["paragraphs"].as_array().map(Vec::len), Some(2), "{report}");
    }
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let folder = Folder::new().with("in/a.txt", FERRY).with("in/z.txt", FERRY_TOO);
    let broken = |number: usize| number % 7 == 3;
    let line = |number: usize| match number {
        number if broken(number) => format!("{{\"id\": {number}, \"text\": "),
        number => format!("{{\"id\": {}, \"text\": \"A fire broke out in street {number}.\"}}", number % 400),
    };
    let lines: Vec<String> = (0..500).map(line).collect();
    let folder = folder.with("in/m.jsonl.gz", packed(&lines.join("\n")));
    for verb in ["extract", "annotate"] {
        let [one, two, nine] =
            ["1", "2", "9"].map(|jobs| folder.run(&[verb, "--jobs", jobs, "in"]).ends(1, &["m.jsonl.gz:4:"]));
        assert!(one.out.len() > 10_000);
        assert_eq!((&one.out, &one.said), (&two.out, &two.said));
        assert_eq!((&one.out, &one.said), (&nine.out, &nine.said));
    }
}

const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Ferry runs aground | Harbour Post</title></head><body>\
    <article><h1>Ferry runs aground</h1><p>A ferry ran aground near the old lighthouse shortly after dawn on \
    Tuesday, the coastguard said in a statement.</p><p>Nobody was badly hurt, and divers will look at the hull on \
    Thursday, a spokeswoman told reporters.</p></article></body></html>";

#[test]
fn pages_in_files_and_in_jsonl() {
    let given = serde_json::json!({
        "id": "g", "html": PAGE, "title": "Another  headline", "url": "https://a.example/1", "outlet": "Post",
        "published": "2023-11-06", "authors": ["Ann Vale"], "desk": 7
    });
    let plain = serde_json::json!({"url": "https://a.example/2", "html": PAGE.replace("<head>", "<head><meta charset=big5>")});
    let call = Folder::new()
        .with("a.html", PAGE)
        .with("b.html.gz", packed(PAGE))
        .with("c.jsonl", format!("{given}\n{plain}\n"))
        .run(&["extract", "."])
        .ends(0, &[]);
    let reports = call.lines();
    assert_eq!(call.ids(), ["./a.html", "./b.html.gz", "g", "https://a.example/2"]);
    for report in &reports {
        assert!(report["text"].to_string().contains("divers will look at the hull"), "{report}");
    }
    assert_eq!(reports[0]["title"], "Ferry runs aground");
    let given = &reports[2];
    assert_eq!((&given["title"], &given["desk"]), (&"Another headline".into(), &7.into()));
    assert_eq!((&given["outlet"], &given["published"]), (&"Post".into(), &"2023-11-06".into()));
    assert_eq!(given["authors"], serde_json::json!(["Ann Vale"]));
    assert!(given["text"].to_string().starts_with("\"Another headline\\n\\n"));
}
