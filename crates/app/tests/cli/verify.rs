//! `verify` holds an account against its reports, and fails loudly.

use crate::call::{FERRY, FERRY_TOO, Folder};
use serde_json::{Value, json};

fn account() -> (Folder, Value) {
    let folder = Folder::new().with("a.txt", FERRY).with("b.txt", FERRY_TOO);
    let call = folder.run(&["read", "--format", "json", "a.txt", "b.txt"]).ends(0, &[]);
    (folder, serde_json::from_str(&call.out).expect("JSON"))
}

/// The verdict on an account after a change.
#[track_caller]
fn after(change: impl FnOnce(&mut Value), status: i32, said: &[&str]) {
    let (folder, mut account) = account();
    change(&mut account);
    let folder = folder.with("account.json", account.to_string());
    folder.run(&["verify", "account.json", "a.txt", "b.txt"]).ends(status, said);
}

#[test]
fn what_was_not_touched_matches() {
    let (folder, account) = account();
    let folder = folder.with("account.json", account.to_string());
    let call = folder.run(&["verify", "account.json", "a.txt", "b.txt"]).ends(0, &[]);
    assert!(call.out.contains("all of it matches"));
}

#[test]
fn one_changed_letter_is_named() {
    let change = |account: &mut Value| {
        let text = &mut account["stories"][0]["reports"][0]["text"];
        *text = json!(text.as_str().expect("a text").replace("ran aground", "ran around"));
    };
    after(change, 1, &["report a.txt", "its text is not the stored one from character"]);
}

#[test]
fn a_moved_span_is_named() {
    let change = |account: &mut Value| account["stories"][0]["points"][0]["claims"][0]["start"] = json!(1);
    after(change, 1, &["is no claim of the report", "stands in no point"]);
    let change = |account: &mut Value| account["stories"][0]["headline"]["end"] = json!(100_000);
    after(change, 1, &["headline", "cuts nothing from a text of"]);
}

#[test]
fn lost_points_and_strange_reports_are_named() {
    let change = |account: &mut Value| account["stories"][0]["points"] = json!([]);
    after(change, 1, &["stands in no point"]);
    let change = |account: &mut Value| account["stories"][0]["headline"]["report"] = json!("elsewhere");
    after(change, 1, &["cites the report \"elsewhere\", which is not in the story"]);
    let change = |account: &mut Value| account["stories"][0]["origins"]["groups"] = json!([]);
    after(change, 1, &["stands in 0 origins"]);
}

#[test]
fn a_report_that_is_not_given_is_named() {
    let (folder, account) = account();
    let folder = folder.with("account.json", account.to_string()).with("c.txt", "Other\n\nA fire.");
    folder.run(&["verify", "account.json", "c.txt"]).ends(1, &["report a.txt: not among the reports given"]);
}

#[test]
fn what_is_no_account_is_said() {
    let folder = Folder::new().with("a.txt", FERRY).with("x.json", "{}").with("y.json", "no");
    folder.run(&["verify", "x.json", "a.txt"]).ends(1, &["schema: missing"]);
    folder.run(&["verify", "y.json", "a.txt"]).ends(2, &["y.json: not JSON"]);
    folder.run(&["verify", "z.json", "a.txt"]).ends(2, &["z.json: cannot be read"]);
}
