//! `cargo xtask train WHAT`: makes the weights that are compiled in, from nothing.
//!
//! One file for each part; a part reads sets outside the repository and writes into the `data` of
//! its crate. Everything has a fixed seed: the same sets give the same bytes.

mod align;
mod attribution;
mod chance;
mod check;
mod clusters;
mod conllu;
mod group;
mod lemmas;
mod names;
mod oracle;
mod parse;
mod sentences;
mod tags;
mod teacher;

use conllu::Row;
use language::train::Clusters;
use std::error::Error;
use std::path::{Path, PathBuf};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A part of the language model: its name and what makes it.
type Part = (&'static str, fn(&Folders) -> Result<()>);

const PARTS: &[Part] = &[
    ("clusters", clusters::train),
    ("tags", tags::train),
    ("lemmas", lemmas::train),
    ("parse", parse::train),
    ("name-lists", names::lists),
    ("names", names::train),
];

/// Where things are read and written.
pub(crate) struct Folders {
    /// The training sets.
    pub(crate) sets: PathBuf,
    /// The weights.
    pub(crate) weights: PathBuf,
    /// What the teacher made: kept outside of the repository.
    pub(crate) cache: PathBuf,
    /// Whether to do without the teacher.
    pub(crate) alone: bool,
}

/// `language [--part PART] [--data FOLDER] [--cache FOLDER] [--no-teacher]`, `attribution learn|check …`, `group FILE…` or `align WHAT FILE…`.
pub(crate) fn run(words: &[&str]) -> std::result::Result<(), String> {
    match words {
        ["language", options @ ..] => language(options).map_err(|error| error.to_string()),
        ["attribution", files @ ..] => attribution::run(files),
        ["group", files @ ..] => group::run(files),
        ["align", rest @ ..] => align::run(rest),
        _ => Err("train: there are language, group and align".to_owned()),
    }
}

/// Makes what a part needs of the teacher.
fn prepare(part: &str, folders: &Folders) -> Result<()> {
    match part {
        "tags" | "parse" => teacher::trees(folders),
        "name-lists" => teacher::word_classes(folders),
        "names" => teacher::names(folders),
        _ => Ok(()),
    }
}

impl Folders {
    /// Hands on the sentences that the teacher labelled, at most so many; none where there are none.
    fn silver(&self, most: usize, mut take: impl FnMut(Vec<Row>)) -> Result<()> {
        let path = self.cache.join("silver.conllu.gz");
        if self.alone || !path.exists() {
            return Ok(());
        }
        let mut count = 0;
        conllu::each(&path, |rows| {
            count += 1;
            if count <= most {
                take(rows);
            }
        })
    }

    /// The classes of words that were made before.
    fn clusters(&self) -> Result<Clusters> {
        Ok(Clusters::load(&std::fs::read(self.weights.join("clusters.bin"))?))
    }
}

/// Trains every part, or the one that `--part` names.
fn language(options: &[&str]) -> Result<()> {
    let value = |name: &str| {
        let at = options.iter().position(|option| *option == name)?;
        options.get(at + 1).copied()
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let sets = value("--data").map_or_else(|| root.join("../shared/train"), PathBuf::from);
    let weights = value("--weights").map_or_else(|| root.join("crates/language/data"), PathBuf::from);
    let cache = value("--cache").map_or_else(|| root.join("target/teacher"), PathBuf::from);
    let folders = Folders { sets, weights, cache, alone: options.contains(&"--no-teacher") };
    let asked = value("--part");
    if asked == Some("names-of-eval") {
        return names::predict(&folders);
    }
    if asked.is_some_and(|asked| !PARTS.iter().any(|(name, _)| *name == asked)) {
        return Err("no such part".into());
    }
    for (name, train) in PARTS {
        if asked.is_none_or(|asked| asked == *name) {
            println!("{name}");
            if !folders.alone {
                prepare(name, &folders)?;
            }
            train(&folders)?;
        }
    }
    Ok(())
}
