//! The sentences that the teacher labels: raw texts cut into sentences and words by our own rules.
//!
//! `sentences.tsv.gz`: a sentence a line, its words with tabs between. Raw news with its headlines,
//! and of the sets of names the Groningen Meaning Bank and WNUT17, for their other kinds of text.
//! Articles come in an order of their own, so that every beginning of the file is a fair sample.

use super::chance::Chance;
use super::names::lines;
use super::{Folders, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use language::train::{Segmenter, hash};
use serde_json::Value;
use std::collections::HashSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// No more words than this are written out.
const WORDS: usize = 6_000_000;
/// Shorter and longer sentences are left out.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=90;

/// Writes the sentences; gives the number of their words.
pub(crate) fn write(folders: &Folders, out: &Path) -> Result<usize> {
    let mut texts = texts(folders)?;
    Chance::new(11).shuffle(&mut texts);
    let mut out = BufWriter::new(GzEncoder::new(File::create(out)?, Compression::fast()));
    let (mut seen, mut words) = (HashSet::new(), 0);
    for text in &texts {
        for sentence in text.split('\n').flat_map(Segmenter::sentences) {
            let line = sentence.join("\t");
            let usable =
                LENGTHS.contains(&sentence.len()) && !line.chars().any(|c| c.is_control() && c != '\t');
            if usable && seen.insert(hash(line.as_bytes())) {
                writeln!(out, "{line}")?;
                words += sentence.len();
            }
        }
        if words >= WORDS {
            break;
        }
    }
    out.into_inner().map_err(|error| error.into_error())?.finish()?;
    Ok(words)
}

/// Raw texts: each article with its headline, and the short texts of the sets of names.
fn texts(folders: &Folders) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for line in lines(&folders.sets.join("../corpora/news.jsonl.gz"))? {
        let row: Value = serde_json::from_str(&line?)?;
        let part = |key: &str| row[key].as_str().unwrap_or_default();
        texts.push(format!("{}\n{}", part("title"), part("text")));
    }
    for (name, together) in [("names-gmb.jsonl.gz", 40), ("names-wnut17.jsonl.gz", 40)] {
        let mut rows = Vec::new();
        for line in lines(&folders.sets.join(name))? {
            let row: Value = serde_json::from_str(&line?)?;
            rows.push(row["text"].as_str().unwrap_or_default().to_owned());
        }
        texts.extend(rows.chunks(together).map(|rows| rows.join("\n")));
    }
    Ok(texts)
}
