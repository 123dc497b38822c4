//! Training, evaluation, tidiness: never shipped.

mod eval;
mod tidy;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK
  eval [--check | --update] [TASK/SET…]   score the program on the shared sets
  tidy                                    hold the rules of the house";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or(&[]);
    let outcome = match arguments.first().map(String::as_str) {
        Some("eval") => eval::run(rest),
        Some("tidy") => tidy::run(),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
