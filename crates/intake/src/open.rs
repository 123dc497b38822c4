//! Opening a file or standard input, and unpacking gzip as it is read.

use crate::Failure;
use crate::gzip::Members;
use crate::kind::{HEAD, Kind, kind};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A source of bytes that is read once, from its start.
pub(crate) type Source = Box<dyn BufRead + Send>;

/// A file whose kind is known and of which nothing is lost.
pub(crate) struct Opened {
    /// What it holds.
    pub kind: Kind,
    /// All of its bytes, unpacked.
    pub source: Source,
}

/// Opens `path` (`-` is standard input) and looks at its first bytes. What is taken from a file
/// from now on is counted in `taken`.
pub(crate) fn open(path: &Path, taken: &Arc<AtomicU64>) -> Result<Opened, Failure> {
    if path.as_os_str() == "-" {
        return look(Box::new(BufReader::new(std::io::stdin())), path);
    }
    let file = File::open(path).map_err(|error| Failure::io(path, &error))?;
    let counted = Counted { file, taken: Arc::clone(taken) };
    look(Box::new(BufReader::with_capacity(1 << 16, counted)), path)
}

/// A file whose bytes are counted as they are taken.
struct Counted {
    file: File,
    taken: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, space: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(space)?;
        self.taken.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// The same for bytes that are at hand.
pub(crate) fn look(raw: Source, path: &Path) -> Result<Opened, Failure> {
    let failed = |error: std::io::Error| Failure::io(path, &error);
    let (head, source) = peek(raw).map_err(failed)?;
    if !head.starts_with(&[0x1f, 0x8b]) {
        return opened(&head, source, path);
    }
    let mut start = Vec::new();
    let looked_at = Members::new(Box::new(Cursor::new(head))).take(5).read_to_end(&mut start);
    if looked_at.is_ok() && start == b"WARC/" {
        // An archive is unpacked record by record, so that one broken record stays one.
        return Ok(Opened { kind: Kind::Archive { packed: true }, source });
    }
    let unpacked: Source = Box::new(BufReader::with_capacity(1 << 16, Members::new(source)));
    let (head, unpacked) = peek(unpacked).map_err(failed)?;
    opened(&head, unpacked, path)
}

fn opened(head: &[u8], source: Source, path: &Path) -> Result<Opened, Failure> {
    if head.iter().all(u8::is_ascii_whitespace) && head.len() < HEAD {
        return Err(Failure::of(path, "empty; nothing to read"));
    }
    Ok(Opened { kind: kind(head, path), source })
}

/// The first bytes, and the source with them in front again.
fn peek(mut source: Source) -> std::io::Result<(Vec<u8>, Source)> {
    let mut head = Vec::with_capacity(HEAD);
    match source.by_ref().take(HEAD as u64).read_to_end(&mut head) {
        // It is met again behind the head.
        Err(_) if !head.is_empty() => {}
        read => drop(read?),
    }
    let again: Source = Box::new(Cursor::new(head.clone()).chain(source));
    Ok((head, again))
}
