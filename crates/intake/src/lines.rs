//! Lines of bytes with a limit on their length.

use std::io::{BufRead, ErrorKind, Result};

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
