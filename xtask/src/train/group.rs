//! `cargo xtask train group REPORTS.jsonl.gz…`: counts in how many reports each word stands and writes
//! the table with which the grouping tells rare words from common ones. It was made from the raw news
//! of the shared corpora, which are mostly politics, and the training reports of the figures task,
//! which are of crime: what is everyday in neither would pass for rare.
//!
//! Single words with their counts, rare ones left out: no text can be read back from it.

use engine::group::{background, terms};
use flate2::read::MultiGzDecoder;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;

pub(crate) fn run(files: &[&str]) -> Result<(), String> {
    if files.is_empty() {
        return Err("usage: cargo xtask train group REPORTS.jsonl.gz…".to_owned());
    }
    let mut reports_with: BTreeMap<String, u32> = BTreeMap::new();
    let mut reports = 0;
    for file in files {
        reports += count(file, &mut reports_with).map_err(|error| format!("{file}: {error}"))?;
    }
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/engine/src/group/background.tsv");
    std::fs::write(&out, table(&reports_with)).map_err(|error| error.to_string())?;
    println!("{reports} reports; set REPORTS in background.rs to this");
    Ok(())
}

/// Adds the words of the reports of a file; returns how many reports it holds.
fn count(file: &str, reports_with: &mut BTreeMap<String, u32>) -> std::io::Result<usize> {
    let mut reports = 0;
    for line in BufReader::new(MultiGzDecoder::new(std::fs::File::open(file)?)).lines() {
        for word in words(&serde_json::from_str(&line?)?) {
            *reports_with.entry(word).or_insert(0) += 1;
        }
        reports += 1;
    }
    Ok(reports)
}

/// The words of a report's headline and text.
fn words(report: &serde_json::Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in ["title", "text"] {
        let text = report.get(part).and_then(serde_json::Value::as_str).unwrap_or("");
        terms::each_form(text, |form| {
            found.insert(form.to_owned());
        });
    }
    found
}

/// Lines of a count and the words that have it, the highest first. Above a hundred, counts keep two
/// digits: no more is needed to tell rare from common.
fn table(reports_with: &BTreeMap<String, u32>) -> String {
    let mut by_count: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (word, count) in reports_with.iter().filter(|(_, count)| **count >= background::LEAST) {
        let unit = 10_u32.pow(count.ilog10().saturating_sub(1));
        by_count.entry(count / unit * unit).or_default().push(word);
    }
    let line = |(count, words): (&u32, &Vec<&str>)| format!("{count}\t{}\n", words.join(" "));
    by_count.iter().rev().map(line).collect()
}
