//! What a person sees, whole: the accounts of the samples, and what the program says of itself.
//!
//! They change whenever the reading or the rendering does; look at the difference, then renew them:
//! `INSTA_UPDATE=always cargo nextest run --cargo-profile quick -p parallax-app`.

use crate::call::{Call, Folder};

const FERRY: &str = include_str!("../../../../examples/ferry.jsonl");
const JOURNEY: &str = include_str!("../../../../examples/journey.jsonl");

/// A call at 80 columns, with the samples at hand.
fn run(arguments: &[&str]) -> Call {
    let folder = Folder::new().with("ferry.jsonl", FERRY).with("journey.jsonl", JOURNEY);
    let mut command = folder.command(arguments);
    Call::of(command.env("COLUMNS", "80").env("NO_COLOR", "1").output().expect("the program runs"))
}

/// Compares with the snapshot of that name, whichever test it stands in.
fn holds(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn the_ferry_in_the_terminal() {
    holds("ferry.txt", &run(&["read", "ferry.jsonl"]).ends(0, &[]).out);
}

#[test]
fn the_ferry_as_markdown() {
    holds("ferry.md", &run(&["read", "--format", "md", "ferry.jsonl"]).ends(0, &[]).out);
}

#[test]
fn the_journey_in_the_terminal() {
    holds("journey.txt", &run(&["read", "journey.jsonl"]).ends(0, &[]).out);
}

#[test]
fn the_journey_as_markdown() {
    holds("journey.md", &run(&["read", "--format", "md", "journey.jsonl"]).ends(0, &[]).out);
}

#[test]
fn the_program_alone() {
    holds("alone", &run(&[]).ends(2, &[]).said);
}

#[test]
fn a_wrong_verb() {
    holds("wrong-verb", &run(&["raed", "ferry.jsonl"]).ends(2, &[]).said);
}

#[test]
fn the_help_of_read() {
    holds("read-help", &run(&["read", "--help"]).ends(0, &[]).out);
}
