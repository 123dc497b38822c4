//! The packed bytes of a file.

use super::MAGIC;
use crate::open::Source;
use std::io::{BufRead, Read, Result};

/// How many bytes of a member are held, to look for the next one in them if it is damaged.
const HELD: usize = 256 << 10;

/// The packed bytes: a buffer that knows its place and shows as many bytes as one asks for.
pub(super) struct Window {
    source: Source,
    buffer: Vec<u8>,
    /// Where the member begins that was opened last, or as much before `used` as is held.
    held: usize,
    used: usize,
    /// Where in the file the next byte stands.
    pub(super) offset: u64,
}

impl Window {
    pub(super) fn new(source: Source) -> Self {
        Self { source, buffer: Vec::new(), held: 0, used: 0, offset: 0 }
    }

    /// At least `least` bytes; fewer at the end.
    pub(super) fn peek(&mut self, least: usize) -> Result<&[u8]> {
        while self.buffer.len() - self.used < least {
            if self.used - self.held > HELD {
                self.held = self.used;
            }
            self.buffer.drain(..self.held);
            self.used -= self.held;
            self.held = 0;
            let more = self.source.fill_buf()?;
            if more.is_empty() {
                break;
            }
            self.buffer.extend_from_slice(more);
            let read = more.len();
            self.source.consume(read);
        }
        Ok(self.buffer.get(self.used..).unwrap_or(&[]))
    }

    /// A member begins here.
    pub(super) fn mark(&mut self) {
        self.held = self.used;
    }

    /// Back to where the member began, if that is held still.
    pub(super) fn rewind(&mut self) {
        self.offset -= (self.used - self.held) as u64;
        self.used = self.held;
    }

    /// Zeros fill the last block of a tape, and of some files.
    pub(super) fn pass_zeros(&mut self) -> Result<()> {
        loop {
            let window = self.peek(1)?;
            let zeros = window.iter().take_while(|&&byte| byte == 0).count();
            if zeros == 0 {
                return Ok(());
            }
            self.consume(zeros);
        }
    }

    /// Goes to the next bytes that begin a member. Whether there are any.
    pub(super) fn find(&mut self) -> bool {
        loop {
            let Ok(window) = self.peek(4) else { return false };
            let begins = |bytes: &[u8]| {
                bytes.starts_with(&MAGIC) && bytes.get(3).is_some_and(|flags| flags & 0xe0 == 0)
            };
            if let Some(at) = window.windows(4).position(begins) {
                self.consume(at);
                return true;
            }
            if window.len() < 4 {
                return false;
            }
            let passed = window.len() - 3;
            self.consume(passed);
        }
    }
}

impl Read for Window {
    fn read(&mut self, space: &mut [u8]) -> Result<usize> {
        let read = self.fill_buf()?.read(space)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Window {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        self.peek(1)
    }

    fn consume(&mut self, bytes: usize) {
        let bytes = bytes.min(self.buffer.len() - self.used);
        self.used += bytes;
        self.offset += bytes as u64;
    }
}
