//! What was reached, as floors (and, where lower is better, ceilings).

use super::scorers::Scores;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const FILE: &str = "eval/baseline.toml";
/// A change of weights or of rounding may move a score by this much without being a loss.
const TOLERANCE: f64 = 0.003;
/// Metrics of which less is better.
const LOWER: [&str; 4] = ["apart_joined", "names_merged", "scare_quotes_taken", "statements_marked"];

const HEADER: &str = "\
# What `cargo xtask eval` reached on the development sets; `--check` fails where a score falls
# below (for apart_joined, names_merged, scare_quotes_taken, statements_marked: rises above).
# `cargo xtask eval --update` raises these; lowering one by hand needs its reason in the commit.
";

/// Task or set, then metric, then the value that is held.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Baseline(BTreeMap<String, BTreeMap<String, f64>>);

impl Baseline {
    pub(super) fn load() -> Result<Self, String> {
        match std::fs::read_to_string(FILE) {
            Ok(text) => toml::from_str(&text).map_err(|error| format!("{FILE}: {error}")),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(format!("{FILE}: {error}")),
        }
    }

    pub(super) fn save(&self) -> Result<(), String> {
        let mut text = HEADER.to_owned();
        for (set, metrics) in &self.0 {
            let _ = writeln!(text, "\n[\"{set}\"]");
            for (metric, value) in metrics {
                let _ = writeln!(text, "{metric} = {value:.4}");
            }
        }
        std::fs::write(FILE, text).map_err(|error| format!("{FILE}: {error}"))
    }

    fn held(&self, set: &str, metric: &str) -> Option<f64> {
        self.0.get(set)?.get(metric).copied()
    }

    /// Takes over what is better than what was held.
    pub(super) fn raise(&mut self, scores: &Scores) {
        for (set, metrics) in scores {
            for (metric, &value) in metrics {
                let held = self.0.entry(set.clone()).or_default().entry(metric.clone()).or_insert(value);
                *held = if LOWER.contains(&metric.as_str()) { held.min(value) } else { held.max(value) };
            }
        }
    }

    /// One line for each score, with what is held.
    pub(super) fn table(&self, scores: &Scores) -> String {
        let mut text = format!("\n{:28} {:22} {:>8} {:>8}\n", "set", "metric", "score", "held");
        for (set, metrics) in scores {
            for (metric, value) in metrics {
                let held = self.held(set, metric).map_or_else(|| "-".to_owned(), |held| format!("{held:.4}"));
                let _ = writeln!(text, "{set:28} {metric:22} {value:8.4} {held:>8}");
            }
        }
        text
    }

    /// Names every score that fell below what is held, and every held one that was not measured.
    pub(super) fn check(&self, scores: &Scores) -> Result<(), String> {
        let mut fallen = String::new();
        for (set, metrics) in scores {
            for (metric, &value) in metrics {
                let Some(held) = self.held(set, metric) else { continue };
                let loss = if LOWER.contains(&metric.as_str()) { value - held } else { held - value };
                if loss > TOLERANCE {
                    let _ = write!(fallen, "\n  {set} {metric}: {value:.4}, held {held:.4}");
                }
            }
        }
        if scores.is_empty() || self.0.is_empty() {
            return Err("eval: nothing was measured or nothing is held".to_owned());
        }
        if fallen.is_empty() { Ok(()) } else { Err(format!("eval: below what is held:{fallen}")) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Scores};

    fn scores(value: f64, wrong: f64) -> Scores {
        let metrics = [("points_f1".to_owned(), value), ("apart_joined".to_owned(), wrong)];
        [("points/dev".to_owned(), metrics.into_iter().collect())].into_iter().collect()
    }

    #[test]
    fn holds_floors_and_ceilings() {
        let mut baseline = Baseline::default();
        baseline.raise(&scores(0.55, 0.08));
        assert!(baseline.check(&scores(0.56, 0.05)).is_ok());
        assert!(baseline.check(&scores(0.54, 0.05)).is_err(), "a fallen floor");
        assert!(baseline.check(&scores(0.56, 0.10)).is_err(), "a risen ceiling");
        assert!(baseline.check(&Scores::new()).is_err(), "nothing measured is no pass");
        baseline.raise(&scores(0.50, 0.20));
        assert!(baseline.check(&scores(0.551, 0.08)).is_ok(), "raising never lowers");
    }
}
