//! Where output goes: standard output, or files that appear whole or not at all.

use super::Stop;
use std::fs;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::Path;

/// Standard output, buffered.
pub(super) fn standard() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// What a failed write to standard output means.
pub(super) fn stop(error: io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::PipeClosed,
        _ => Stop::Because(format!("cannot write: {error}")),
    }
}

/// Writes a file beside its place, then moves it there: a full disk leaves the old one.
pub(super) fn whole_file(path: &Path, content: &[u8]) -> Result<(), Stop> {
    let failed = |error: io::Error| Stop::Because(format!("cannot write {}: {error}", path.display()));
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = Path::new(&beside);
    let written = fs::File::create(beside).and_then(|mut file| {
        file.write_all(content)?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(beside, path));
    if moved.is_err() {
        let _ = fs::remove_file(beside);
    }
    moved.map_err(failed)
}
