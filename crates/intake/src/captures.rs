//! All captures of a call, one after the other.

use crate::archive::{Archive, Stream};
use crate::capture::{Capture, Content};
use crate::kind::Kind;
use crate::lines::Lines;
use crate::open::{Opened, Source, look, open};
use crate::settings::size;
use crate::{Failure, Limits, gzip, walk};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The captures of some paths, in order, each or the reason why there is none.
///
/// Files are opened when their turn comes, and those that hold many reports are read piece by
/// piece: memory does not grow with the input.
pub struct Captures {
    files: std::vec::IntoIter<Result<PathBuf, Failure>>,
    total: usize,
    at_hand: Option<(PathBuf, Vec<u8>)>,
    /// What is left of a file that holds many captures.
    pieces: Box<dyn Iterator<Item = Result<Capture, Failure>> + Send>,
    /// Bytes that were taken from files.
    taken: Arc<AtomicU64>,
    /// Records of archives that are no pages.
    passed: Arc<AtomicU64>,
    limits: Limits,
}

impl Captures {
    /// Lists the files of the paths; opens none yet.
    #[must_use]
    pub fn new(paths: &[PathBuf], limits: Limits) -> Self {
        Self::over(walk::files(paths), None, limits)
    }

    /// The captures of one file that is in memory already.
    #[must_use]
    pub fn from_bytes(name: &str, bytes: Vec<u8>, limits: Limits) -> Self {
        Self::over(Vec::new(), Some((name.into(), bytes)), limits)
    }

    fn over(
        files: Vec<Result<PathBuf, Failure>>,
        at_hand: Option<(PathBuf, Vec<u8>)>,
        limits: Limits,
    ) -> Self {
        let total = files.len();
        Self {
            files: files.into_iter(),
            total,
            at_hand,
            pieces: Box::new(std::iter::empty()),
            taken: Arc::default(),
            passed: Arc::default(),
            limits,
        }
    }

    /// How many files there are, and how many have not been opened yet.
    #[must_use]
    pub fn files(&self) -> (usize, usize) {
        (self.total, self.files.len())
    }

    /// How many bytes were taken from files so far, packed as they are.
    #[must_use]
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// How many records of archives were passed over so far, being no pages.
    #[must_use]
    pub fn passed(&self) -> u64 {
        self.passed.load(Ordering::Relaxed)
    }

    /// How many bytes the files have that were not opened yet; nothing where that is not known, as
    /// for standard input. Asks the system about each file.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        let size = |file: &Result<PathBuf, Failure>| match file {
            Ok(path) if path.as_os_str() == "-" => None,
            Ok(path) => Some(path.metadata().map_or(0, |about| about.len())),
            Err(_) => Some(0),
        };
        self.files.as_slice().iter().map(size).sum()
    }

    /// A file: one capture; or none yet, and its pieces from now on.
    fn next_file(&mut self, path: &Path, opened: Opened) -> Option<Result<Capture, Failure>> {
        let Opened { kind, source } = opened;
        let limits = self.limits;
        let read = match kind {
            Kind::Refused(why) => return Some(Err(Failure::of(path, why))),
            Kind::Jsonl => {
                self.pieces = Box::new(Lines::new(path.display().to_string(), source, limits.line));
                return None;
            }
            Kind::Archive { packed } => {
                let file = path.display().to_string();
                let passed = Arc::clone(&self.passed);
                self.pieces = Box::new(Archive::new(file, Stream::new(source, packed), limits.page, passed));
                return None;
            }
            Kind::Text => whole(path, source, limits.report, TEXT, Content::Text),
            Kind::Page => whole(path, source, limits.page, PAGE, Content::Page),
            Kind::Feed => whole(path, source, limits.page, FEED, Content::Feed),
        };
        Some(read)
    }
}

impl Iterator for Captures {
    type Item = Result<Capture, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(piece) = self.pieces.next() {
                return Some(piece);
            }
            let (path, opened) = if let Some((path, bytes)) = self.at_hand.take() {
                let opened = look(Box::new(Cursor::new(bytes)), &path);
                (path, opened)
            } else {
                match self.files.next()? {
                    Ok(path) => {
                        let opened = open(&path, &self.taken);
                        (path, opened)
                    }
                    Err(failure) => return Some(Err(failure)),
                }
            };
            match opened {
                Err(failure) => return Some(Err(failure)),
                Ok(opened) => {
                    if let Some(result) = self.next_file(&path, opened) {
                        return Some(result);
                    }
                }
            }
        }
    }
}

/// What a file is called in messages, and what to do where it is too large.
type Words = (&'static str, &'static str);

const TEXT: Words = ("a text", "cut it into reports, or raise --max-report");
const PAGE: Words = ("a page", "it is hardly an article; raise --max-page to read it");
const FEED: Words = ("a feed", "raise --max-page to read it");

/// All bytes of a file, if there are no more than `limit`.
fn whole(
    path: &Path,
    source: Source,
    limit: usize,
    words: Words,
    content: fn(Vec<u8>) -> Content,
) -> Result<Capture, Failure> {
    let mut bytes = Vec::new();
    let read = source.take(limit as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > limit {
        let (what, advice) = words;
        let limit = size(limit);
        return Err(Failure::of(path, format!("{what} of more than {limit}, the limit; {advice}")));
    }
    let garbage = read.as_ref().err().filter(|error| gzip::is_garbage(error)).map(ToString::to_string);
    if let (Err(error), None) = (&read, &garbage) {
        return Err(Failure::io(path, error));
    }
    let notices = garbage.into_iter().collect();
    Ok(Capture { notices, ..Capture::new(path.display().to_string(), content(bytes)) })
}
