//! `parallax annotate`: the reading of each report.

use super::extract::Lines;
use super::failures::Failures;
use super::input::Input;
use super::{Ending, Stop, chunks, output};
use clap::Args;
use parallax::language::English;
use parallax::{journey, wire};
use rayon::prelude::*;
use serde_json::Value;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  parallax annotate report.txt
  parallax annotate --tokens --published 2023-11-06 reports/ > readings.jsonl
  zcat reports.jsonl.gz | parallax annotate -";

/// One JSON object a report: speech, figures, times, names, claims.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: Input,

    /// Also words with their tags and relations
    #[arg(long)]
    tokens: bool,

    /// The form of the output
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Lines,
}

pub(super) fn run(arguments: Arguments) -> Result<Ending, Stop> {
    let Lines::Jsonl = arguments.format;
    let options = wire::Options { tokens: arguments.tokens };
    let workers = arguments.input.workers()?;
    let english = English::new();
    let mut failures = Failures::default();
    let mut out = output::standard();
    let reports = arguments.input.reports(false);
    chunks::each(reports, workers, &mut failures, |reports, failures, progress| {
        let line = |reading| Value::Object(wire::reading(&reading, options)).to_string();
        let lines: Vec<_> =
            reports.into_par_iter().map(|report| journey::read_report(&english, report).map(line)).collect();
        for line in lines {
            if let Some(line) = failures.keep_on(line, progress) {
                writeln!(out, "{line}").map_err(output::stop)?;
            }
        }
        Ok(())
    })?;
    out.flush().map_err(output::stop)?;
    Ok(failures.ending())
}
