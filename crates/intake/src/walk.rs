//! Folders to files.

use crate::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// How deep folders may lie in folders; deeper is a loop or a mistake.
const DEPTH: usize = 64;

/// The files of the paths, in their order; folders with everything below, sorted by name, hidden
/// files left out. `-` stands for standard input and stays as it is.
pub(crate) fn files(paths: &[PathBuf]) -> Vec<Result<PathBuf, Failure>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() { folder(path, 0, &mut found) } else { found.push(Ok(path.clone())) }
    }
    found
}

fn folder(path: &Path, depth: usize, found: &mut Vec<Result<PathBuf, Failure>>) {
    if depth > DEPTH {
        found.push(Err(Failure::of(path, format!("folders lie more than {DEPTH} deep; give the inner one"))));
        return;
    }
    let before = found.len();
    match entries(path) {
        Err(error) => found.push(Err(Failure::io(path, &error))),
        Ok(entries) => {
            for entry in entries {
                if entry.is_dir() { folder(&entry, depth + 1, found) } else { found.push(Ok(entry)) }
            }
        }
    }
    if depth == 0 && found.len() == before {
        found.push(Err(Failure::of(path, "no files in this folder")));
    }
}

/// Sorted by name, so that the order does not hang on the file system. Links to folders are not
/// followed: they may lead in circles.
fn entries(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let hidden = entry.file_name().as_encoded_bytes().first() == Some(&b'.');
        let folder_link = entry.file_type().is_ok_and(|kind| kind.is_symlink()) && entry.path().is_dir();
        if !hidden && !folder_link {
            entries.push(entry.path());
        }
    }
    entries.sort();
    Ok(entries)
}
