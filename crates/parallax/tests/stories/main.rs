//! The scenarios of `tests/stories`: each is a Markdown file with the reports (or where they
//! stand) and what their account must show, one expectation a line.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

mod expectation;
mod scenario;

use parallax::{journey, language::English, model::Account, wire};
use scenario::Scenario;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn accounts(scenario: &Scenario, backwards: bool) -> Vec<Account> {
    let mut reports = scenario.reports.clone();
    if backwards {
        reports.reverse();
    }
    let readings = journey::read_reports(&English::new(), reports);
    let readings: Vec<_> = readings.into_iter().map(|reading| reading.expect("a reading")).collect();
    let stories = journey::stories(&readings).expect("stories");
    journey::accounts(readings, stories).into_iter().map(|account| account.expect("an account")).collect()
}

/// Every point as the passages that it holds, so that orders can be compared.
fn points(accounts: &[Account]) -> Vec<Vec<(String, usize, usize)>> {
    let mut points: Vec<Vec<(String, usize, usize)>> = Vec::new();
    for account in accounts {
        for point in &account.points {
            let claims = point.claims.iter().map(|at| {
                let reading = &account.readings[at.report];
                let span = reading.claims[at.claim].span;
                (reading.report.id.clone(), span.start, span.end)
            });
            let mut claims: Vec<_> = claims.collect();
            claims.sort();
            points.push(claims);
        }
    }
    points.sort();
    points
}

#[test]
fn every_scenario_shows_what_it_must() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root().join("tests/stories"))
        .expect("the folder of scenarios")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    assert!(files.len() >= 2, "no scenarios were found");
    let mut failures = Vec::new();
    for file in files {
        let scenario = Scenario::read(&file, &root());
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(!scenario.expectations.is_empty(), "{name} expects nothing");
        let forwards = accounts(&scenario, false);
        for expectation in &scenario.expectations {
            if let Err(reason) = expectation::holds(expectation, &forwards) {
                failures.push(format!("{name}: {expectation}\n    {reason}"));
            }
        }
        if points(&forwards) != points(&accounts(&scenario, true)) {
            failures.push(format!("{name}: another order of the reports gives other points"));
        }
        let bytes = |accounts: &[Account]| -> String {
            accounts.iter().map(|account| wire::account(account).to_string()).collect()
        };
        if bytes(&forwards) != bytes(&accounts(&scenario, false)) {
            failures.push(format!("{name}: a second run gives other bytes"));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
