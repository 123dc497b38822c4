//! `parallax read`: reports in, accounts out. The main job.

use super::failures::Failures;
use super::input::Input;
use super::progress::Progress;
use super::{Ending, Stop, chunks, output};
use crate::render::{self, View};
use anstream::ColorChoice;
use clap::{Args, ValueEnum};
use parallax::language::English;
use parallax::model::{Account, Reading};
use parallax::{journey, wire};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  parallax read one.txt two.txt
  parallax read https://post.example/ferry https://daily.example/ferry
  parallax read --published 2023-11-06 --format html --out account.html reports/
  parallax read --grouped --format json reports.jsonl > accounts.json";

/// An account of each event.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The form of the output
    #[arg(long, value_enum, default_value = "text")]
    format: Format,

    /// Write to this file, or one file a story into this folder
    #[arg(long, value_name = "FILE|DIR")]
    out: Option<PathBuf>,

    /// Show every row of every view
    #[arg(long)]
    all: bool,

    /// Take the key "story" of the input as the grouping
    #[arg(long)]
    grouped: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    Text,
    /// One JSON object with everything
    Json,
    /// One page that needs nothing else
    Html,
    /// Markdown
    Md,
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Html => "html",
            Self::Md => "md",
        }
    }
}

pub(super) fn run(arguments: Arguments) -> Result<Ending, Stop> {
    let mut failures = Failures::default();
    let readings = readings(&arguments.input, arguments.grouped, &mut failures)?;
    if readings.is_empty() {
        return Ok(failures.ending());
    }
    let stories = if arguments.grouped { journey::grouped(&readings) } else { journey::stories(&readings) };
    let stories = stories.map_err(|failure| Stop::Because(failure.to_string()))?;
    let mut progress = Progress::new();
    progress.show(|| format!("{} reports read, {} stories", readings.len(), stories.len()));
    let accounts: Vec<Account> = journey::accounts(readings, stories)
        .into_iter()
        .filter_map(|account| failures.keep_on(account, &mut progress))
        .collect();
    drop(progress);
    write(&arguments, &accounts)?;
    Ok(failures.ending())
}

/// All readings of a call, in the order of the input.
pub(super) fn readings(input: &Input, grouped: bool, failures: &mut Failures) -> Result<Vec<Reading>, Stop> {
    let english = English::new();
    let mut readings = Vec::new();
    let read = |report| journey::read_report(&english, report);
    chunks::each(input, grouped, failures, read, |reading| {
        readings.push(reading);
        Ok(())
    })?;
    Ok(readings)
}

fn write(arguments: &Arguments, accounts: &[Account]) -> Result<(), Stop> {
    let Some(path) = &arguments.out else {
        let mut out = output::standard();
        let text = shown(arguments, accounts, true);
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(output::stop)?;
        return Ok(());
    };
    if !is_folder(path) {
        return output::whole_file(path, shown(arguments, accounts, false).as_bytes());
    }
    std::fs::create_dir_all(path)
        .map_err(|error| Stop::Because(format!("cannot make {}: {error}", path.display())))?;
    let mut taken = BTreeSet::new();
    for account in accounts {
        let name = file_name(&account.id, &mut taken);
        let file = path.join(format!("{name}.{}", arguments.format.ending()));
        output::whole_file(&file, shown(arguments, std::slice::from_ref(account), false).as_bytes())?;
    }
    Ok(())
}

/// The accounts in the form of the call.
fn shown(arguments: &Arguments, accounts: &[Account], to_standard: bool) -> String {
    let colour = to_standard && anstream::AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    let view = View { all: arguments.all, width: width(), colour };
    match arguments.format {
        Format::Text => render::terminal(accounts, view),
        Format::Html => render::html(accounts),
        Format::Md => render::markdown(accounts),
        Format::Json => json(accounts),
    }
}

/// The object of the contract, one story at a time: as values all of them would take ten times the
/// memory of their text.
fn json(accounts: &[Account]) -> String {
    let mut text = String::from("{\"schema\":1,\"stories\":[");
    for (index, account) in accounts.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&wire::account(account).to_string());
    }
    text.push_str("]}\n");
    text
}

/// The columns to write for: those that the shell tells, within what reads well.
fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    told.unwrap_or(80).clamp(40, 120)
}

/// A folder is there, or the path ends like one, or it has no ending that a file would have.
fn is_folder(path: &Path) -> bool {
    let slash = path.as_os_str().as_encoded_bytes().ends_with(b"/");
    path.is_dir() || slash || !path.exists() && path.extension().is_none()
}

/// The id of a story as the name of a file: letters, digits and dashes, each name once.
fn file_name(id: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = id.trim_matches(|c: char| !c.is_alphanumeric()).chars().take(80).map(plain).collect();
    let name = if name.is_empty() { "story".to_owned() } else { name };
    let mut unique = name.clone();
    let mut number = 2;
    while !taken.insert(unique.clone()) {
        unique = format!("{name}-{number}");
        number += 1;
    }
    unique
}
