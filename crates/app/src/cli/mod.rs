//! The command line: one file for each verb.
//!
//! Exit status: 0 when everything was read, 1 when something could not be read or does not match,
//! 2 when the call was wrong or nothing could be read.

mod annotate;
mod chunks;
mod extract;
mod failures;
mod fetching;
mod input;
mod output;
mod progress;
mod read;
mod stories;
mod verify;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use std::io::{Write, stderr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

const WHAT_FOR: &str = "\
Parallax reads several news reports of one event and gives one sourced account:
what they agree on, where they differ, what only one of them carries, who said
what. Every line of it is a passage of a report.

Try:
  parallax read one.txt two.txt
";

const VERBS: &str =
    "Verbs: read, annotate, stories, extract, verify. `parallax VERB --help` shows examples.\n";

/// Several news reports in, one sourced account out.
#[derive(Debug, Parser)]
#[command(name = "parallax", version, before_help = WHAT_FOR, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Read reports and give an account of each event
    Read(read::Arguments),
    /// Give the reading of each report: speech, figures, times, names, claims
    Annotate(annotate::Arguments),
    /// Tell which reports are of one event
    Stories(stories::Arguments),
    /// Give each report as clean text with what is known about it
    Extract(extract::Arguments),
    /// Check an account against the reports that it was made from
    Verify(verify::Arguments),
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// All read.
    Good,
    /// Something could not be read, or does not match.
    Partly,
    /// The call was wrong, or nothing could be read.
    Nothing,
}

/// Runs the call and gives its exit status.
pub(crate) fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refused(&error),
    };
    // A fault inside one report is caught and named where it happens; this hook keeps the default
    // one from writing a trace in between. RUST_BACKTRACE brings it back.
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
    let ending = catch_unwind(AssertUnwindSafe(|| verb(cli.verb)));
    let ending = ending.unwrap_or_else(|_| {
        failures::complain("a fault of the program; RUST_BACKTRACE=1 shows where. Please report it.");
        Err(Stop::Said)
    });
    match ending {
        Ok(Ending::Good) | Err(Stop::PipeClosed) => ExitCode::SUCCESS,
        Ok(Ending::Partly) => ExitCode::from(1),
        Ok(Ending::Nothing) | Err(Stop::Said) => ExitCode::from(2),
        Err(Stop::Because(why)) => {
            failures::complain(why);
            ExitCode::from(2)
        }
    }
}

/// Why a call stopped before its end.
#[derive(Debug)]
enum Stop {
    /// Nobody reads the output any more: that is no error.
    PipeClosed,
    /// The reason stands on standard error already.
    Said,
    /// For a person.
    Because(String),
}

fn verb(verb: Verb) -> Result<Ending, Stop> {
    match verb {
        Verb::Read(arguments) => read::run(arguments),
        Verb::Annotate(arguments) => annotate::run(arguments),
        Verb::Stories(arguments) => stories::run(arguments),
        Verb::Extract(arguments) => extract::run(arguments),
        Verb::Verify(arguments) => verify::run(arguments),
    }
}

/// A call that could not be understood, or that asked for help.
fn refused(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(stderr(), "{WHAT_FOR}\n{VERBS}");
            ExitCode::from(2)
        }
        ErrorKind::InvalidSubcommand => {
            let _ = error.print();
            let _ = write!(stderr(), "\n{WHAT_FOR}\n{VERBS}");
            ExitCode::from(2)
        }
        _ => {
            let _ = error.print();
            ExitCode::from(2)
        }
    }
}
