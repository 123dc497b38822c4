//! `parallax stories`: which reports are of one event.

use super::extract::Lines;
use super::failures::Failures;
use super::input::Input;
use super::read::readings;
use super::{Ending, Stop, output};
use clap::Args;
use parallax::journey;
use serde_json::json;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  parallax stories reports/
  parallax stories monday.jsonl tuesday.jsonl.gz > stories.jsonl";

/// One line a report: {\"report\": id, \"story\": id}.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The form of the output
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Lines,
}

pub(super) fn run(arguments: Arguments) -> Result<Ending, Stop> {
    let Lines::Jsonl = arguments.format;
    let mut failures = Failures::default();
    let readings = readings(&arguments.input, false, &mut failures)?;
    let stories = journey::stories(&readings).map_err(|failure| Stop::Because(failure.to_string()))?;
    let mut story_of = vec![""; readings.len()];
    for story in &stories {
        for &report in &story.reports {
            if let Some(slot) = story_of.get_mut(report) {
                *slot = &story.id;
            }
        }
    }
    let mut out = output::standard();
    for (reading, story) in readings.iter().zip(story_of) {
        writeln!(out, "{}", json!({"report": reading.report.id, "story": story})).map_err(output::stop)?;
    }
    out.flush().map_err(output::stop)?;
    Ok(failures.ending())
}
