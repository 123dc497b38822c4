//! Training, evaluation, tidiness: never shipped.

mod eval;
mod gazetteer;
mod tidy;
mod train;
mod weights;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK
  eval [--check | --update] [TASK/SET…]   score the program on the shared sets
  gazetteer PLACES SMALL OUT              pack the tables of places for the engine
  tidy                                    hold the rules of the house
  weights                                 write the list of the language model's weights
  train language [--part NAME] [--data FOLDER] [--cache FOLDER] [--no-teacher]
                                          the sets (default: ../shared/train), and where what the
                                          teacher makes is kept (default: target/teacher)
  train attribution learn REPORTS GOLD WEIGHTS
                                          who said what; WEIGHTS is a folder
  train attribution check WEIGHTS REPORTS FOUND
  train group NEWS.jsonl.gz               how rare words are in the news
  train align judge|lexicon FILE…         when two claims say the same";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["eval", ..] => eval::run(arguments.get(1..).unwrap_or(&[])),
        ["gazetteer", ..] => gazetteer::run(arguments.get(1..).unwrap_or(&[])),
        ["tidy"] => tidy::run(),
        ["weights"] => weights::write(&weights::folder()),
        ["train", rest @ ..] => train::run(rest),
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
