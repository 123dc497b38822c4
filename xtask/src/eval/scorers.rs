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
    let points = kept.join("points.dev.json");
    if points.exists() {
        scores.insert("points/dev".to_owned(), point_rows(sets, &points)?);
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

fn point_rows(sets: &Path, predicted: &Path) -> Result<BTreeMap<String, f64>, String> {
    let folder = sets.join("points");
    let output = Command::new("python3")
        .arg(folder.join("score.py"))
        .arg("--gold")
        .arg(folder.join("dev.gold.jsonl"))
        .arg("--predicted")
        .arg(predicted)
        .arg("--json")
        .output()
        .map_err(|error| format!("eval: python3 does not start: {error}"))?;
    let rows: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("eval: points: {error}"))?;
    let value = |row: &str| Some((row.to_owned(), rows.get("all")?.get(row)?.as_f64()?));
    let mut rows: BTreeMap<String, f64> = POINT_ROWS.iter().filter_map(|row| value(row)).collect();
    rows.extend(value("statements_marked"));
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::{Scores, collect};

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
}
