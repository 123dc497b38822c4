//! Runs the shared scorers and collects what they print.

use super::binary;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Task or `task/set`, then metric, then value.
pub(super) type Scores = BTreeMap<String, BTreeMap<String, f64>>;

/// The rows of the points scorer that the floors hold.
const POINT_ROWS: [&str; 14] = [
    "points_f1",
    "points_precision",
    "points",
    "differs_f1",
    "single",
    "apart_joined",
    "names",
    "names_merged",
    "quotations",
    "indirect",
    "scare_quotes_taken",
    "figures",
    "dates",
    "marginalia",
];

/// The rows of the extraction scorer that the floors hold, where a set has them.
const PAGE_ROWS: [&str; 7] =
    ["shingle_f1", "word_f1", "segment_f1", "paragraph_f1", "title_accuracy", "author_f1", "date_accuracy"];

/// The rows of the syntax scorer that the floors hold beside its headline.
const SYNTAX_ROWS: [&str; 4] = ["sentences", "tokens", "upos", "uas"];

/// Scores the named tasks or sets.
pub(super) fn run(sets: &Path, tasks: &[&str]) -> Result<Scores, String> {
    let kept = std::env::temp_dir().join(format!("parallax-eval-{}", std::process::id()));
    let program = std::path::absolute(binary()).map_err(|error| format!("eval: {error}"))?;
    let mut child = Command::new("python3")
        .arg(sets.join("run"))
        .arg(program)
        .args(tasks)
        .arg("--keep")
        .arg(&kept)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("eval: python3 does not start: {error}"))?;
    let mut scores = Scores::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            eprintln!("{line}");
            collect(&line, &mut scores);
        }
    }
    let status = child.wait().map_err(|error| format!("eval: {error}"))?;
    for (set, rows) in &mut scores {
        match set.split_once('/') {
            Some(("points", name)) => {
                let all = details(sets, &kept, ("points", name), "json")?;
                rows.extend(chosen(&all["all"], &POINT_ROWS));
                rows.extend(chosen(&all, &["statements_marked"]));
            }
            Some(("extraction", name)) => {
                let all = details(sets, &kept, ("extraction", name), "jsonl")?;
                let parts = all["parts"].as_object();
                rows.extend(
                    parts
                        .into_iter()
                        .flat_map(|parts| parts.values())
                        .flat_map(|part| chosen(part, &PAGE_ROWS)),
                );
            }
            Some(("syntax", name)) => {
                let all = details(sets, &kept, ("syntax", name), "jsonl")?;
                let f1 = |row: &&str| Some(((*row).to_owned(), all[*row]["f1"].as_f64()?));
                rows.extend(SYNTAX_ROWS.iter().filter_map(f1));
            }
            _ => {}
        }
    }
    // A leftover of a few megabytes in the temporary folder harms nobody.
    let _ = std::fs::remove_dir_all(&kept);
    if status.success() { Ok(scores) } else { Err("eval: a set gave no score".to_owned()) }
}

/// `label  metric=value  …` of the shared runner.
fn collect(line: &str, scores: &mut Scores) {
    let Some((before, after)) = line.split_once('=') else { return };
    let Some((label, metric)) = before.rsplit_once(' ') else { return };
    let value = after.split_whitespace().next().and_then(|value| value.parse().ok());
    if let Some(value) = value {
        let label = label.split(',').next().unwrap_or(label).trim().to_owned();
        scores.entry(label).or_default().insert(metric.to_owned(), value);
    }
}

/// Everything that the scorer of a set says about an output that the runner kept.
fn details(sets: &Path, kept: &Path, (task, set): (&str, &str), ending: &str) -> Result<Value, String> {
    let folder = sets.join(task);
    let gold =
        [".gold.jsonl", ".gold.jsonl.gz", ".conllu.gz"].map(|ending| folder.join(format!("{set}{ending}")));
    let gold =
        gold.iter().find(|path| path.exists()).ok_or_else(|| format!("eval: {task}/{set} has no gold"))?;
    let output = Command::new("python3")
        .arg(folder.join("score.py"))
        .arg("--gold")
        .arg(gold)
        .arg("--predicted")
        .arg(kept.join(format!("{task}.{set}.{ending}")))
        .arg("--json")
        .output()
        .map_err(|error| format!("eval: python3 does not start: {error}"))?;
    first_value(&output.stdout).map_err(|error| format!("eval: {task}/{set}: {error}"))
}

/// The object that a scorer printed; some print their headline behind it.
fn first_value(output: &[u8]) -> Result<Value, String> {
    let first = serde_json::Deserializer::from_slice(output).into_iter().next();
    first.ok_or("the scorer said nothing")?.map_err(|error| error.to_string())
}

/// The named rows that are there.
fn chosen(rows: &Value, names: &[&str]) -> BTreeMap<String, f64> {
    names.iter().filter_map(|&name| Some((name.to_owned(), rows.get(name)?.as_f64()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Scores, collect, first_value};

    #[test]
    fn reads_sets_and_means_and_passes_over_the_rest() {
        let mut scores = Scores::new();
        collect("wire/dev       origin_f1=0.9700     120,000 words/s      1.0 s     50 MB", &mut scores);
        collect("stories, mean of 5        b3_f1_macro=0.8123", &mut scores);
        collect("places/lgl      not yet (exit status 2)", &mut scores);
        assert_eq!(scores["wire/dev"]["origin_f1"], 0.97);
        assert_eq!(scores["stories"]["b3_f1_macro"], 0.8123);
        assert_eq!(scores.len(), 2);
    }

    #[test]
    fn a_headline_behind_the_object_is_passed_over_and_silence_is_an_error() {
        let value = first_value(b"{\"word_f1\": 0.96}\nwcxb  word_f1=0.96\n").unwrap();
        assert_eq!(value["word_f1"], 0.96);
        assert_eq!(first_value(b"\n").unwrap_err(), "the scorer said nothing");
        assert!(first_value(b"{\"word_f1\": ").is_err());
    }
}
