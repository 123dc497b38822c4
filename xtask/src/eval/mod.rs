//! `cargo xtask eval`: the program on the shared evaluation sets, held against `eval/baseline.toml`.

mod baseline;
mod scorers;

use baseline::Baseline;
use std::path::Path;
use std::process::Command;

/// Where the evaluation sets stand, beside the checkout.
const SETS: &str = "../shared/eval";
/// The tasks that apply so far.
const TASKS: [&str; 11] = [
    "points",
    "stories",
    "accounts",
    "claims",
    "wire",
    "attribution",
    "figures",
    "syntax",
    "times",
    "names",
    "extraction",
];

/// Scores the program; `--check` fails below a floor, `--update` raises the floors.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    if !Path::new(SETS).is_dir() {
        return Err(format!("eval: {SETS} is missing: the evaluation sets stand beside the checkout"));
    }
    let flags = ["--check", "--update"];
    let named: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|argument| !argument.starts_with("--")).collect();
    if let Some(unknown) =
        arguments.iter().find(|argument| argument.starts_with("--") && !flags.contains(&argument.as_str()))
    {
        return Err(format!("eval: unknown option {unknown}; there are --check and --update"));
    }
    build()?;
    let tasks = if named.is_empty() { TASKS.to_vec() } else { named };
    let scores = scorers::run(Path::new(SETS), &tasks)?;
    let mut baseline = Baseline::load()?;
    print!("{}", baseline.table(&scores));
    if arguments.iter().any(|argument| argument == "--update") {
        baseline.raise(&scores);
        baseline.save()?;
    }
    if arguments.iter().any(|argument| argument == "--check") {
        return baseline.check(&scores);
    }
    Ok(())
}

/// Builds the program as it is shipped.
fn build() -> Result<(), String> {
    let status = Command::new("cargo")
        .args(["build", "--release", "--package", "parallax-app"])
        .status()
        .map_err(|error| format!("eval: cargo does not start: {error}"))?;
    if status.success() { Ok(()) } else { Err("eval: the program does not build".to_owned()) }
}

/// The program that was built.
fn binary() -> std::path::PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), std::path::PathBuf::from);
    target.join("release/parallax")
}
