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

/// How far a call has come with its input.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// Reports that were read.
    pub reports: usize,
    /// Records of archives that are no pages.
    pub passed: u64,
    /// Files that were opened, of how many.
    pub files: (usize, usize),
    /// Bytes that were taken from the files, as they lie on the disk, of how many; nothing where
    /// that is not known.
    pub bytes: Option<(u64, u64)>,
}

impl Progress {
    /// Starts the clock.
    pub(super) fn new() -> Self {
        Self { started: Instant::now(), last: None, live: stderr().is_terminal() }
    }

    /// Whether anybody watches.
    pub(super) fn is_live(&self) -> bool {
        self.live
    }

    /// Shows how far the reading is.
    pub(super) fn reading(&mut self, reading: Reading) {
        let spent = self.started.elapsed();
        self.show(|| line(reading, spent));
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

/// "12,400 reports, 3 of 9 files, 310 reports a second, 2 min left"
fn line(reading: Reading, spent: Duration) -> String {
    let mut line = format!("{} reports", grouped(reading.reports as u64));
    if reading.passed > 0 {
        line += &format!(" ({} other records)", grouped(reading.passed));
    }
    let (opened, files) = reading.files;
    if files > 1 {
        line += &format!(", {} of {} files", grouped(opened as u64), grouped(files as u64));
    }
    let rate = reading.reports as f64 / spent.as_secs_f64().max(0.001);
    line += &if rate < 10.0 { format!(", {rate:.1} a second") } else { format!(", {rate:.0} a second") };
    let left = reading.bytes.and_then(|(taken, of)| left(taken, of, spent));
    line + &left.map(|left| format!(", {left} left")).unwrap_or_default()
}

/// How long the rest takes if it goes on as it did, once that says something.
fn left(taken: u64, of: u64, spent: Duration) -> Option<String> {
    let share = taken as f64 / of.max(1) as f64;
    if share < 0.01 || taken > of {
        return None;
    }
    let seconds = (spent.as_secs_f64() * (1.0 - share) / share).round();
    Some(match seconds {
        0.0..60.0 => format!("{seconds} s"),
        60.0..5400.0 => format!("{:.0} min", seconds / 60.0),
        _ => format!("{:.1} h", seconds / 3600.0),
    })
}

/// 12400 → "12,400".
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Reading, line};
    use std::time::Duration;

    #[test]
    fn what_is_shown() {
        let of = |reports, files, bytes| {
            line(Reading { reports, passed: 0, files, bytes }, Duration::from_secs(40))
        };
        assert_eq!(
            of(12_400, (3, 9), Some((1, 4))),
            "12,400 reports, 3 of 9 files, 310 a second, 2 min left"
        );
        assert_eq!(of(60, (1, 1), Some((8, 9))), "60 reports, 1.5 a second, 5 s left");
        let archive = Reading { reports: 8, passed: 1200, files: (1, 1), bytes: None };
        assert_eq!(line(archive, Duration::from_secs(2)), "8 reports (1,200 other records), 4.0 a second");
        assert_eq!(of(60, (1, 1), None), "60 reports, 1.5 a second");
        assert_eq!(of(60, (1, 1), Some((1, 1_000_000))), "60 reports, 1.5 a second", "too early to tell");
    }
}
