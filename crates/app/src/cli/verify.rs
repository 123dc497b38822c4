//! `parallax verify`: an account against the reports that it was made from.

use super::failures::{Failures, complain};
use super::input::Input;
use super::{Ending, Stop, chunks, output};
use clap::Args;
use parallax::model::Report;
use parallax::verify::verify;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  parallax read --format json one.txt two.txt > account.json
  parallax verify account.json one.txt two.txt";

/// Re-check every citation, span, claim and point, and the text of every report.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// What `parallax read --format json` gave
    #[arg(value_name = "ACCOUNT.json")]
    account: PathBuf,

    #[command(flatten)]
    input: Input,
}

pub(super) fn run(arguments: Arguments) -> Result<Ending, Stop> {
    let document = document(&arguments.account)?;
    let mut failures = Failures::default();
    let mut reports: Vec<Report> = Vec::new();
    chunks::each(&arguments.input, false, &mut failures, Ok, |report| {
        reports.push(report);
        Ok(())
    })?;
    let findings = verify(&document, &reports);
    for wrong in &findings.wrong {
        complain(wrong);
    }
    let checked = format!(
        "{} stories, {} reports, {} points, {} spans",
        findings.stories, findings.reports, findings.points, findings.spans
    );
    let read = failures.ending();
    if findings.wrong.is_empty() {
        let mut out = output::standard();
        let line = format!("{}: all of it matches ({checked})", arguments.account.display());
        writeln!(out, "{line}").and_then(|()| out.flush()).map_err(output::stop)?;
        return Ok(read);
    }
    let (name, count) = (arguments.account.display(), findings.wrong.len());
    complain(format_args!("{name}: {count} things do not match ({checked})"));
    Ok(if read == Ending::Nothing { read } else { Ending::Partly })
}

fn document(path: &Path) -> Result<Value, Stop> {
    let because = |why: String| Stop::Because(format!("{}: {why}", path.display()));
    let bytes = std::fs::read(path).map_err(|error| because(format!("cannot be read: {error}")))?;
    serde_json::from_slice(&bytes).map_err(|error| because(format!("not JSON: {error}")))
}
