//! Captures in chunks: enough for all workers, few enough for memory, in the order of the input.
//!
//! While the workers read one chunk, the next is fetched from the disk and unpacked.

use super::Stop;
use super::failures::Failures;
use super::fetching::Source;
use super::input::Input;
use super::progress::{Progress, Reading};
use parallax::intake::{Capture, Failure, Ids, Outcome, Settings};
use parallax::journey;
use parallax::model::Report;
use rayon::prelude::*;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

/// Captures of one worker in a chunk, by number and by bytes.
const MOST: usize = 64;
const BYTES: usize = 4 << 20;

/// Captures in the order of the input, and how far they reach into it.
#[derive(Default)]
struct Chunk {
    captures: Vec<Result<Capture, Failure>>,
    files: (usize, usize),
    taken: u64,
    passed: u64,
}

/// Reads all reports of a call on all workers: `work` is done on many at once, `sink` takes its
/// results one by one in the order of the input.
pub(super) fn each<T: Send>(
    input: &Input,
    grouped: bool,
    failures: &mut Failures,
    work: impl Fn(Report) -> Result<T, Failure> + Sync,
    mut sink: impl FnMut(T) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let workers = input.workers()?;
    let settings = input.settings(grouped);
    let mut progress = Progress::new();
    let mut ids = Ids::default();
    let source = input.captures(settings.limits)?;
    let size = if progress.is_live() { source.size() } else { None };
    let tally = source.tally();
    let mut chunks = Chunks::new(source, workers)?;
    while let Some(chunk) = chunks.next(|| {
        if let Some((done, known)) = tally.as_ref().map(|tally| tally()) {
            progress.show(|| format!("{done} of {known} addresses fetched"));
        }
    }) {
        let outcomes: Vec<Outcome> =
            chunk.captures.into_par_iter().map(|capture| outcome(capture, &settings)).collect();
        let reports: Vec<_> = outcomes.into_iter().flat_map(|outcome| ids.admit(outcome)).collect();
        let done: Vec<_> = reports.into_par_iter().map(|report| report.map(&work)).collect();
        for result in done {
            let result = failures.keep(result, &mut progress);
            if let Some(value) = result.and_then(|result| failures.keep_on(result, &mut progress)) {
                sink(value)?;
            }
        }
        let bytes = size.map(|size| (chunk.taken, size));
        let (reports, passed) = (failures.read(), chunk.passed);
        progress.reading(Reading { reports, passed, files: chunk.files, bytes });
    }
    Ok(())
}

fn outcome(capture: Result<Capture, Failure>, settings: &Settings) -> Outcome {
    match capture {
        Ok(capture) => journey::reports(capture, settings),
        Err(failure) => Outcome { name: failure.name.clone(), archived: false, reports: vec![Err(failure)] },
    }
}

/// The chunks of a call.
enum Chunks {
    /// Made by a thread of its own, which stays one ahead of the workers.
    Ahead(mpsc::Receiver<Chunk>, Option<JoinHandle<()>>),
    /// Made when they are wanted: one worker is one thread.
    Here(Box<Source>),
}

impl Chunks {
    fn new(mut source: Source, workers: usize) -> Result<Self, Stop> {
        if workers == 1 && source.tally().is_none() {
            return Ok(Self::Here(Box::new(source)));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let ahead =
            move || while next(&mut source, workers).is_some_and(|chunk| sender.send(chunk).is_ok()) {};
        let started = std::thread::Builder::new().name("captures".to_owned()).spawn(ahead);
        let started = started
            .map_err(|error| Stop::Because(format!("cannot start a thread: {error}; try --jobs 1")))?;
        Ok(Self::Ahead(receiver, Some(started)))
    }

    /// The next one; `waiting` is called now and then while it is not there.
    fn next(&mut self, mut waiting: impl FnMut()) -> Option<Chunk> {
        loop {
            match self {
                Self::Here(source) => return next(source, 1),
                Self::Ahead(receiver, ahead) => match receiver.recv_timeout(Duration::from_millis(200)) {
                    Ok(chunk) => return Some(chunk),
                    Err(mpsc::RecvTimeoutError::Timeout) => waiting(),
                    Err(mpsc::RecvTimeoutError::Disconnected) => {
                        return ahead.take()?.join().err().map(|_| broken());
                    }
                },
            }
        }
    }
}

/// The rest of the input, where the thread that fetches it failed: that must not look like its end.
fn broken() -> Chunk {
    let reason = "a fault of the program while it fetched the rest; what came before is read".to_owned();
    let captures = vec![Err(Failure { name: "input".to_owned(), reason })];
    Chunk { captures, ..Chunk::default() }
}

/// What comes next: as much as is good, and not more than is there where a server must be waited for.
fn next(source: &mut Source, workers: usize) -> Option<Chunk> {
    let mut chunk = Vec::new();
    let mut bytes = 0;
    while chunk.len() < workers * MOST && bytes < workers * BYTES && (chunk.is_empty() || source.ready()) {
        let Some(capture) = source.next() else { break };
        bytes += capture.as_ref().map_or(0, Capture::size);
        chunk.push(capture);
    }
    let (files, left) = source.files();
    let (taken, passed) = (source.taken(), source.passed());
    (!chunk.is_empty()).then(|| Chunk { captures: chunk, files: (files - left, files), taken, passed })
}
