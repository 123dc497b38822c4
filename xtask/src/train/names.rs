//! Trains the names: makes the file of lists and the weights of the sequence model.
//!
//! Gold names of GUM and WNUT17, silver names of the Groningen Meaning Bank, and silver names that
//! the teacher (`xtask/teacher/`) made over raw news, where its cache is there.

mod augment;
mod clean;
mod lists;
mod predict;
mod tables;

pub(crate) use predict::predict;

use super::{Folders, Result};
use language::English;
use language::train::names::{self, Knowledge, Sample};
use model::{Kind, Span};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

const LISTS: &str = "names-lists.bin";
const WEIGHTS: &str = "names-weights.bin";
const ROUNDS: usize = 5;
const SILVER: usize = 2_200;
const THREADS: usize = 4;
const LIMIT: usize = 6_300_000;

/// A text with its names.
struct Example {
    text: String,
    names: Vec<(Span, Kind)>,
    /// As far as this, sentences written like headlines have names that are right: the teacher reads
    /// headlines badly.
    trusted: usize,
}

/// Raw news: for the use of capitals, and what the teacher reads.
fn news(folders: &Folders) -> PathBuf {
    folders.sets.join("../corpora/news.jsonl.gz")
}

/// What the teacher made.
fn cache(folders: &Folders, file: &str) -> PathBuf {
    folders.cache.join(file)
}

/// Makes the file of lists.
pub(crate) fn lists(folders: &Folders) -> Result<()> {
    let bytes = lists::build(&English::new(), folders)?;
    println!("  {LISTS}: {} bytes", bytes.len());
    Ok(std::fs::write(folders.weights.join(LISTS), bytes)?)
}

/// Makes the weights.
pub(crate) fn train(folders: &Folders) -> Result<()> {
    let english = English::new();
    let knowledge = Knowledge::load(&std::fs::read(folders.weights.join(LISTS))?);
    let mut samples = samples(&english, &knowledge, folders)?;
    let words: usize = samples.iter().map(Sample::len).sum();
    println!("  {} sentences, {words} words", samples.len());
    let bytes = names::train(&mut samples, ROUNDS, LIMIT, &mut |round, wrong| {
        println!("  round {round}: {:.2} % of the words wrong", 100.0 * wrong);
    });
    println!("  {WEIGHTS}: {} bytes", bytes.len());
    Ok(std::fs::write(folders.weights.join(WEIGHTS), bytes)?)
}

/// Every text of the training sets as samples. GUM, the only gold news, counts three times; of the
/// silver sets only as much is taken as pays.
fn samples(english: &English, knowledge: &Knowledge, folders: &Folders) -> Result<Vec<Sample>> {
    let mut examples = Vec::new();
    let gmb = read(&folders.sets.join("names-gmb.jsonl.gz"))?;
    examples.extend(gmb);
    for example in read(&folders.sets.join("names-gum.jsonl.gz"))? {
        examples.push(augment::with_headlines(example));
    }
    let gold = examples.len();
    examples.extend(read(&folders.sets.join("names-wnut17.jsonl.gz"))?.into_iter().step_by(2));
    let tables = tables::examples(folders, &examples, 500)?;
    examples.extend(tables);
    let silver = cache(folders, "silver-names.jsonl.gz");
    if silver.exists() && !folders.alone {
        let mut texts = read(&silver)?;
        clean::clean(&mut texts);
        examples.extend(texts.into_iter().take(SILVER).map(augment::with_headlines));
    }
    let made = in_threads(&examples, &|example| all(english, knowledge, example));
    let mut samples = Vec::new();
    for (at, of_example) in made.into_iter().enumerate() {
        let whole = examples.get(at).is_some_and(|example| at < gold && example.text.contains('\n'));
        for _ in 0..if whole { 3 } else { 1 } {
            samples.extend(of_example.iter().cloned());
        }
    }
    Ok(samples)
}

/// Applies `make` to each example, in a few threads; in the order of the examples.
fn in_threads<T: Send>(examples: &[Example], make: &(dyn Fn(&Example) -> T + Sync)) -> Vec<T> {
    let share = examples.len().div_ceil(THREADS).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = examples
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(make).collect::<Vec<T>>()))
            .collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).flatten().collect()
    })
}

/// All sentences of a text; of those written like headlines only where these are ours to trust.
fn all(english: &English, knowledge: &Knowledge, example: &Example) -> Vec<Sample> {
    let document = english.tagged(&example.text, &blocks(&example.text));
    let wanted = |span: Span, headline: bool| !headline || span.end <= example.trusted;
    names::samples(knowledge, &example.text, &document, &example.names, &wanted)
}

/// The paragraphs of a text.
pub(crate) fn blocks(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for piece in text.split("\n") {
        blocks.push(Span::new(start, start + piece.len()));
        start += piece.len() + 1;
    }
    blocks
}

/// The lines of a file, gzip or plain.
pub(crate) fn lines(path: &Path) -> Result<impl Iterator<Item = std::io::Result<String>>> {
    let file = std::fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let plain = path.extension().is_none_or(|extension| extension != "gz");
    let reader: Box<dyn std::io::Read> =
        if plain { Box::new(file) } else { Box::new(flate2::read::MultiGzDecoder::new(file)) };
    Ok(BufReader::new(reader).lines())
}

fn read(path: &Path) -> Result<Vec<Example>> {
    lines(path)?.map(|line| Ok(example(&serde_json::from_str(&line?)?))).collect()
}

/// Offsets of the file are code points; here they become bytes. Names inside of names are left out.
fn example(row: &Value) -> Example {
    let text = row["text"].as_str().unwrap_or_default().to_owned();
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut names: Vec<(Span, Kind)> = row["mentions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|mention| mention["inner"].as_bool() != Some(true))
        .filter_map(|mention| {
            let at = |key: &str| bytes.get(usize::try_from(mention[key].as_u64()?).ok()?).copied();
            Some((Span::new(at("start")?, at("end")?), kind(mention["kind"].as_str()?)?))
        })
        .collect();
    names.sort_by_key(|(span, _)| (span.start, usize::MAX - span.end));
    let mut reach = 0;
    names.retain(|(span, _)| {
        span.start >= reach && {
            reach = span.end;
            true
        }
    });
    let trusted = if text.contains('\n') { 0 } else { text.len() };
    Example { text, names, trusted }
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "person" => Kind::Person,
        "organization" => Kind::Organization,
        "place" => Kind::Place,
        "group" => Kind::Group,
        "event" => Kind::Event,
        "work" => Kind::Work,
        "facility" => Kind::Facility,
        "other" => Kind::Other,
        _ => return None,
    })
}
