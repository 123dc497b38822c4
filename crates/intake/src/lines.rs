//! Lines of bytes with a limit on their length, and the captures that they are.

use crate::capture::{Capture, Content};
use crate::open::Source;
use crate::{Failure, settings::size};
use std::io::{BufRead, ErrorKind, Result};
use std::path::Path;

/// The lines of one JSONL file, each a capture; empty ones are passed over.
pub(crate) struct Lines {
    file: String,
    /// Nothing once its end or an error is reached.
    source: Option<Source>,
    number: usize,
    limit: usize,
}

impl Lines {
    /// Starts before the first line.
    pub(crate) fn new(file: String, source: Source, limit: usize) -> Self {
        Self { file, source: Some(source), number: 0, limit }
    }
}

impl Iterator for Lines {
    type Item = std::result::Result<Capture, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = next(&mut **self.source.as_mut()?, self.limit);
            self.number += 1;
            let name = format!("{}:{}", self.file, self.number);
            match line {
                Ok(Line::Whole(line)) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Line::Whole(line)) => return Some(Ok(Capture::new(name, Content::Line(line)))),
                Ok(Line::TooLong) => {
                    let reason = format!("the line is longer than {}", size(self.limit));
                    return Some(Err(Failure { name, reason }));
                }
                Ok(Line::End) => self.source = None,
                Err(error) => {
                    self.source = None;
                    return Some(Err(Failure { name, ..Failure::io(Path::new(""), &error) }));
                }
            }
        }
    }
}

/// One line, or the end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Bytes without the line's end.
    Whole(Vec<u8>),
    /// Longer than the limit; it was skipped.
    TooLong,
    /// Nothing is left.
    End,
}

/// The next line. No more than `limit` bytes of it are ever held.
pub(crate) fn next(source: &mut dyn BufRead, limit: usize) -> Result<Line> {
    let mut line = Vec::new();
    let mut too_long = false;
    loop {
        let chunk = match source.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if chunk.is_empty() {
            return Ok(finish(line, too_long, true));
        }
        let end = chunk.iter().position(|&byte| byte == b'\n');
        let part = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or(chunk);
        if line.len() + part.len() > limit {
            too_long = true;
            line = Vec::new();
        }
        if !too_long {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        source.consume(used);
        if end.is_some() {
            return Ok(finish(line, too_long, false));
        }
    }
}

fn finish(mut line: Vec<u8>, too_long: bool, at_end: bool) -> Line {
    if too_long {
        return Line::TooLong;
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    if at_end && line.is_empty() { Line::End } else { Line::Whole(line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_skipped_and_the_next_one_is_whole() {
        let mut source: &[u8] = b"ab\r\n\nabcdefgh\nlast";
        let mut seen = Vec::new();
        loop {
            match next(&mut source, 5).unwrap() {
                Line::End => break,
                line => seen.push(line),
            }
        }
        let whole = |text: &str| Line::Whole(text.into());
        assert_eq!(seen, [whole("ab"), whole(""), Line::TooLong, whole("last")]);
    }
}
