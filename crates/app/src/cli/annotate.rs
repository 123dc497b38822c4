//! `parallax annotate`: the reading of each report.

use super::failures::Failures;
use super::input::Input;
use super::{Ending, Stop, chunks, output};
use clap::{Args, ValueEnum};
use parallax::language::{self, English};
use parallax::model::Reading;
use parallax::{journey, wire};
use serde_json::Value;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  parallax annotate report.txt
  parallax annotate --tokens --published 2023-11-06 reports/ > readings.jsonl
  parallax annotate --format conllu report.txt
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
    format: Form,
}

/// What is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// One JSON object a report
    Jsonl,
    /// Sentences, words and names as CoNLL-U
    Conllu,
}

/// The words of a report as CoNLL-U, under its id.
fn table(reading: &Reading) -> String {
    language::conllu(&reading.report.id, &reading.report.text, &reading.document)
}

pub(super) fn run(arguments: Arguments) -> Result<Ending, Stop> {
    let options = wire::Options { tokens: arguments.tokens };
    let english = English::new();
    let mut failures = Failures::default();
    let mut out = output::standard();
    let line = |reading| match arguments.format {
        Form::Jsonl => Value::Object(wire::reading(&reading, options)).to_string() + "\n",
        Form::Conllu => table(&reading),
    };
    let read = |report| journey::read_report(&english, report).map(line);
    chunks::each(&arguments.input, false, &mut failures, read, |line| {
        write!(out, "{line}").map_err(output::stop)
    })?;
    out.flush().map_err(output::stop)?;
    Ok(failures.ending())
}
