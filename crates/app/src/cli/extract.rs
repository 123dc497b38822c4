//! `parallax extract`: reports as clean text with what is known about them.

use super::failures::Failures;
use super::input::Input;
use super::{Ending, Stop, chunks, output};
use clap::{Args, ValueEnum};
use parallax::model::Report;
use parallax::wire;
use serde_json::Value;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  parallax extract report.txt
  parallax extract --follow https://post.example/feed > reports.jsonl
  parallax extract --outlet \"Harbour Post\" reports/ > reports.jsonl";

/// One JSON object a report.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The form of the output
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Lines,
}

/// The one form of verbs that give a line for each report.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Lines {
    /// One JSON object a line
    Jsonl,
}

pub(super) fn run(arguments: Arguments) -> Result<Ending, Stop> {
    let Lines::Jsonl = arguments.format;
    let mut failures = Failures::default();
    let mut out = output::standard();
    let line = |report: Report| Ok(Value::Object(wire::report(&report)).to_string());
    chunks::each(&arguments.input, false, &mut failures, line, |line| {
        writeln!(out, "{line}").map_err(output::stop)
    })?;
    out.flush().map_err(output::stop)?;
    Ok(failures.ending())
}
