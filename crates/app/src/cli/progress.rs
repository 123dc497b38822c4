//! Progress on standard error, for work that takes longer than a second; quiet elsewhere than on
//! a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// A line that is rewritten in place.
#[derive(Debug)]
pub(super) struct Progress {
    started: Instant,
    last: Option<Instant>,
    live: bool,
}

impl Progress {
    /// Starts the clock.
    pub(super) fn new() -> Self {
        Self { started: Instant::now(), last: None, live: stderr().is_terminal() }
    }

    /// Shows a state, at most ten times a second and not in the first second.
    pub(super) fn show(&mut self, state: impl FnOnce() -> String) {
        let due = self.last.map_or(Duration::from_secs(1), |_| Duration::from_millis(100));
        if !self.live || self.last.unwrap_or(self.started).elapsed() < due {
            return;
        }
        self.last = Some(Instant::now());
        let mut out = stderr().lock();
        let _ = write!(out, "\r\x1b[K{}", state());
        let _ = out.flush();
    }

    /// Takes the line away, so that something else can be written.
    pub(super) fn clear(&mut self) {
        if self.last.is_some() {
            let _ = write!(stderr().lock(), "\r\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
