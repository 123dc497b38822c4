//! `cargo xtask train align WHAT`: the tables with which the alignment judges whether two claims
//! say the same. Fixed seeds: the same data give the same bytes.

mod boost;
mod judge;
mod lexicon;
mod marks;

const USAGE: &str = "\
usage: cargo xtask train align WHAT
  judge TRAIN.jsonl TRAIN.gold.jsonl [HELD.jsonl HELD.gold.jsonl]   when two claims say the same
  lexicon NEWS.jsonl.gz                                             how common terms are, which are alike";

/// Trains what the first word names.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    match words {
        ["judge", files @ ..] => judge::run(files),
        ["lexicon", news] => lexicon::run(news),
        _ => Err(USAGE.to_owned()),
    }
}

/// A file's text, unpacked where it is gzip.
fn read(path: &str) -> Result<String, String> {
    use std::io::Read as _;
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return String::from_utf8(bytes).map_err(|error| format!("{path}: {error}"));
    }
    let mut text = String::new();
    let mut unpacked = flate2::read::MultiGzDecoder::new(bytes.as_slice());
    unpacked.read_to_string(&mut text).map_err(|error| format!("{path}: {error}"))?;
    Ok(text)
}
