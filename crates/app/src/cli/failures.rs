//! What could not be read: named on standard error, counted for the exit status.

use super::{Ending, progress::Progress};
use parallax::intake::Failure;
use std::io::Write;

/// A line on standard error; nobody listening there is no reason to stop.
pub(super) fn complain(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr().lock(), "parallax: {line}");
}

/// Names shown one by one before the rest is only counted.
const SHOWN: usize = 1000;

/// Counts what was read and what was not.
#[derive(Debug, Default)]
pub(super) struct Failures {
    failed: usize,
    read: usize,
}

impl Failures {
    /// The value, or the failure named and counted.
    pub(super) fn keep<T>(&mut self, result: Result<T, Failure>, progress: &mut Progress) -> Option<T> {
        match result {
            Ok(value) => {
                self.read += 1;
                Some(value)
            }
            Err(failure) => {
                self.fail(&failure, progress);
                None
            }
        }
    }

    /// The same for something that was counted as read before.
    pub(super) fn keep_on<T>(&mut self, result: Result<T, Failure>, progress: &mut Progress) -> Option<T> {
        result.map_err(|failure| self.fail(&failure, progress)).ok()
    }

    /// How many were read so far.
    pub(super) fn read(&self) -> usize {
        self.read
    }

    fn fail(&mut self, failure: &Failure, progress: &mut Progress) {
        self.failed += 1;
        progress.clear();
        if self.failed <= SHOWN {
            complain(failure);
        } else if self.failed == SHOWN + 1 {
            complain("… more could not be read; only counted from here on");
        }
    }

    /// The last word on standard error, and how the call ended.
    pub(super) fn ending(&self) -> Ending {
        let total = self.read + self.failed;
        if self.failed > SHOWN || self.failed > 0 && total > 1 {
            complain(format_args!("{} of {total} could not be read; the others were", self.failed));
        }
        match (self.read, self.failed) {
            (0, _) => Ending::Nothing,
            (_, 0) => Ending::Good,
            _ => Ending::Partly,
        }
    }
}
