//! Reads treebanks in CoNLL-U.

use super::Result;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// One word of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) form: String,
    pub(crate) lemma: String,
    pub(crate) upos: String,
    pub(crate) xpos: String,
    /// Index into the sentence; none for the root.
    pub(crate) head: Option<usize>,
    pub(crate) relation: String,
}

/// The treebanks that everything is learnt from.
pub(crate) const TREEBANKS: [&str; 2] = ["ud-ewt-train.conllu.gz", "ud-gum-train.conllu.gz"];

/// The sentences of the training treebanks in a folder.
pub(crate) fn treebanks(folder: &Path) -> Result<Vec<Vec<Row>>> {
    let mut sentences = Vec::new();
    for name in TREEBANKS {
        sentences.extend(read(&folder.join(name))?);
    }
    Ok(sentences)
}

/// The sentences of one gzipped file.
pub(crate) fn read(path: &Path) -> Result<Vec<Vec<Row>>> {
    let mut sentences = Vec::new();
    each(path, |rows| sentences.push(rows))?;
    Ok(sentences)
}

/// Hands on the sentences of one gzipped file, one after the other.
pub(crate) fn each(path: &Path, mut take: impl FnMut(Vec<Row>)) -> Result<()> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows = Vec::new();
    for line in BufReader::new(MultiGzDecoder::new(file)).lines() {
        let line = line?;
        if line.is_empty() {
            if !rows.is_empty() {
                take(std::mem::take(&mut rows));
            }
        } else if !line.starts_with("# ") {
            rows.extend(row(&line));
        }
    }
    Ok(())
}

/// A word line; ranges and empty nodes are none.
fn row(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, upos, xpos, _, head, relation, ..] = cells.as_slice() else { return None };
    id.parse::<usize>().ok()?;
    Some(Row {
        form: (*form).into(),
        lemma: (*lemma).into(),
        upos: (*upos).into(),
        xpos: (*xpos).into(),
        head: head.parse::<usize>().ok()?.checked_sub(1),
        relation: (*relation).into(),
    })
}
