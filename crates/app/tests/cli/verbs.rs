//! Verbs, their forms of output, and how a call that makes no sense is met.

use crate::call::{FERRY, FERRY_TOO, Folder};
use std::io::Read;
use std::process::Stdio;

fn two() -> Folder {
    Folder::new().with("a.txt", FERRY).with("b.txt", FERRY_TOO)
}

#[test]
fn alone_or_with_a_wrong_verb_it_says_what_it_is_for() {
    let folder = Folder::new();
    folder.run(&[]).ends(2, &["one sourced account", "parallax read one.txt two.txt"]);
    folder.run(&["raed", "a.txt"]).ends(2, &["unrecognized", "parallax read one.txt two.txt"]);
    folder.run(&["read"]).ends(2, &["<PATH>"]);
    folder.run(&["read", "--format", "xml", "a.txt"]).ends(2, &["possible values"]);
}

#[test]
fn help_shows_examples_for_each_verb() {
    for verb in ["read", "annotate", "stories", "extract", "verify"] {
        let call = Folder::new().run(&[verb, "--help"]).ends(0, &[]);
        assert!(
            call.out.contains("Examples:") && call.out.contains(&format!("parallax {verb}")),
            "{}",
            call.out
        );
    }
}

#[test]
fn every_form_of_an_account() {
    let folder = two();
    for form in ["text", "json", "html", "md"] {
        let call = folder.run(&["read", "--format", form, "a.txt", "b.txt"]).ends(0, &[]);
        assert!(!call.out.is_empty());
        assert!(!call.out.contains('\u{1b}'), "no escape sequences where nobody watches");
    }
}

#[test]
fn out_writes_a_file_or_one_file_a_story() {
    let folder = two();
    let call = folder.run(&["read", "--format", "json", "--out", "all.json", "a.txt", "b.txt"]).ends(0, &[]);
    assert!(call.out.is_empty());
    assert!(folder.read("all.json").starts_with("{\"schema\":1"));
    folder.run(&["read", "--format", "json", "--out", "each", "a.txt", "b.txt"]).ends(0, &[]);
    let files = std::fs::read_dir(folder.path().join("each")).expect("the folder").count();
    assert!(files >= 1);
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 4, "nothing is left beside");
}

#[test]
fn stories_gives_a_line_for_each_report_in_order() {
    let call = two().run(&["stories", "b.txt", "a.txt"]).ends(0, &[]);
    let reports: Vec<_> = call.lines().iter().map(|line| line["report"].clone()).collect();
    assert_eq!(reports, ["b.txt", "a.txt"]);
    assert!(call.lines().iter().all(|line| line["story"].is_string()));
}

#[test]
fn tokens_only_when_asked_for() {
    let folder = two();
    assert!(folder.run(&["annotate", "a.txt"]).lines()[0].get("tokens").is_none());
    assert!(folder.run(&["annotate", "--tokens", "a.txt"]).lines()[0]["tokens"].is_array());
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes() {
    let lines: Vec<String> = (0..300)
        .map(|n| format!("{{\"id\": {n}, \"title\": \"Fire in street {n}\", \"text\": \"A fire broke out in street {n} on Monday, police said. {n} people were hurt.\"}}"))
        .collect();
    let folder = Folder::new().with("a.jsonl", lines.join("\n"));
    let one = folder.run(&["annotate", "--jobs", "1", "a.jsonl"]).ends(0, &[]).out;
    assert_eq!(one, folder.run(&["annotate", "--jobs", "7", "a.jsonl"]).out);
    let one = folder.run(&["read", "--format", "json", "--jobs", "1", "a.jsonl"]).ends(0, &[]).out;
    assert_eq!(one, folder.run(&["read", "--format", "json", "--jobs", "5", "a.jsonl"]).out);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let lines: Vec<String> =
        (0..5000).map(|n| format!("{{\"id\": {n}, \"text\": \"A fire in street {n}.\"}}")).collect();
    let folder = Folder::new().with("a.jsonl", lines.join("\n"));
    let mut child = folder
        .command(&["extract", "a.jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut out = child.stdout.take().expect("its output");
    let mut first = [0; 16];
    out.read_exact(&mut first).expect("a first line");
    drop(out);
    let ended = child.wait_with_output().expect("it ends");
    assert!(ended.status.success());
    assert!(ended.stderr.is_empty());
}

#[test]
fn annotate_writes_words_as_conllu_under_the_ids_of_their_reports() {
    let call = two().run(&["annotate", "--format", "conllu", "a.txt", "b.txt"]).ends(0, &[]);
    let ids: Vec<&str> = call.out.lines().filter_map(|line| line.strip_prefix("# newdoc id = ")).collect();
    assert_eq!(ids, ["a.txt", "b.txt"]);
    assert!(call.out.contains("\n# sent_id = b.txt-1\n# text = "));
    let rows = call.out.lines().filter(|line| !line.starts_with("# ") && !line.is_empty());
    assert!(rows.clone().count() > 20);
    assert!(rows.clone().all(|row| row.split('\t').count() == 10));
}
