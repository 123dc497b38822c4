//! The bytes of an archive, unpacked, with the places where gzip members begin.
//!
//! Archives are mostly packed record by record, sometimes as a whole, sometimes cut anywhere; so
//! records are read from one stream, and the ends of members are only a hint: a member that begins
//! with a header begins a record.

use crate::gzip::{Members, is_garbage};
use crate::open::Source;
use std::collections::VecDeque;
use std::io::{Error, ErrorKind, Read};

/// Bytes that are unpacked at once.
const STEP: usize = 64 << 10;

/// Where the bytes come from.
enum Input {
    Plain(Source),
    Packed(Box<Members>),
}

/// A window onto the unpacked bytes.
pub(crate) struct Stream {
    input: Input,
    buffer: Vec<u8>,
    /// What was consumed of the buffer.
    used: usize,
    /// Bytes before the window.
    at: u64,
    /// Members that begin in the window or began last before it: where in the unpacked bytes, and
    /// where in the file.
    members: VecDeque<(u64, u64)>,
    ended: bool,
    /// What lies behind the bytes of the window.
    trouble: Option<Trouble>,
    /// Whether that is behind the end of a whole member.
    next: bool,
}

/// Why the stream stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The file ends inside a gzip member.
    Cut,
    /// Bytes that are no gzip member.
    Garbage,
    /// In the words of the decoder or the system.
    Other(String),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        if is_garbage(&error) {
            return Self::Garbage;
        }
        if error.kind() == ErrorKind::UnexpectedEof { Self::Cut } else { Self::Other(error.to_string()) }
    }
}

impl Stream {
    /// Tells by the first bytes whether they are packed.
    pub(crate) fn new(source: Source, packed: bool) -> Self {
        let input = if packed { Input::Packed(Box::new(Members::new(source))) } else { Input::Plain(source) };
        Self {
            input,
            buffer: Vec::new(),
            used: 0,
            at: 0,
            members: VecDeque::new(),
            ended: false,
            trouble: None,
            next: false,
        }
    }

    /// How many unpacked bytes were consumed.
    pub(super) fn consumed(&self) -> u64 {
        self.at
    }

    /// At least `least` bytes without consuming them; fewer at the end or before trouble.
    pub(super) fn peek(&mut self, least: usize) -> &[u8] {
        while self.buffer.len() - self.used < least && !self.ended && self.trouble.is_none() {
            self.fill();
        }
        self.buffer.get(self.used..).unwrap_or(&[])
    }

    /// The bytes at hand up to the next member; none at the end. Trouble comes once everything
    /// before it is consumed, and stays until [`Self::recover`].
    pub(super) fn available(&mut self) -> Result<&[u8], Trouble> {
        if self.peek(1).is_empty()
            && let Some(trouble) = &self.trouble
        {
            return Err(trouble.clone());
        }
        let next = self.members.iter().map(|&(begin, _)| begin).find(|&begin| begin > self.at);
        let most = next.and_then(|begin| usize::try_from(begin - self.at).ok()).unwrap_or(usize::MAX);
        let window = self.buffer.get(self.used..).unwrap_or(&[]);
        Ok(window.get(..most).unwrap_or(window))
    }

    /// Goes on behind some of the bytes that were shown.
    pub(super) fn consume(&mut self, bytes: usize) {
        let bytes = bytes.min(self.buffer.len() - self.used);
        self.used += bytes;
        self.at += bytes as u64;
        while self.members.get(1).is_some_and(|&(begin, _)| begin <= self.at) {
            self.members.pop_front();
        }
    }

    /// Puts bytes back that were consumed last.
    pub(super) fn put_back(&mut self, bytes: &[u8]) {
        self.buffer.splice(..self.used, bytes.iter().copied());
        self.used = 0;
        self.at = self.at.saturating_sub(bytes.len() as u64);
    }

    /// Whether the next byte is the first of a gzip member.
    pub(super) fn at_member(&self) -> bool {
        self.members.front().is_some_and(|&(begin, _)| begin == self.at)
    }

    /// Where in the file the next byte stands: for packed files the member, and how far into it.
    pub(super) fn place(&self) -> String {
        match self.members.front() {
            None => self.at.to_string(),
            Some(&(begin, member)) if begin == self.at => member.to_string(),
            Some(&(begin, member)) => format!("{member}+{}", self.at.saturating_sub(begin)),
        }
    }

    /// Whether everything before the trouble is whole, and it lies in what follows.
    pub(super) fn trouble_is_next(&self) -> bool {
        self.next
    }

    /// After trouble: goes to the next member. Whether there is one.
    pub(super) fn recover(&mut self) -> bool {
        self.trouble = None;
        match &mut self.input {
            Input::Plain(_) => false,
            Input::Packed(members) => members.skip(),
        }
    }

    fn fill(&mut self) {
        self.buffer.drain(..self.used);
        self.used = 0;
        let held = self.buffer.len();
        self.buffer.resize(held + STEP, 0);
        let space = self.buffer.get_mut(held..).unwrap_or(&mut []);
        let read = match &mut self.input {
            Input::Plain(source) => source.read(space),
            Input::Packed(members) => members.read(space),
        };
        self.buffer.truncate(held + *read.as_ref().unwrap_or(&0));
        match read {
            Ok(0) => self.ended = true,
            Ok(_) => drop(self.begins(held)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => {
                let begins = self.begins(held);
                let trouble = Trouble::from(error);
                self.next = begins || trouble == Trouble::Garbage;
                self.trouble = Some(trouble);
            }
        }
    }

    /// Notes a member that begins behind the first `held` bytes of the window. Whether one does.
    fn begins(&mut self, held: usize) -> bool {
        if let Input::Packed(members) = &mut self.input
            && let Some(offset) = members.begun()
        {
            self.members.push_back((self.at + held as u64, offset));
            self.consume(0);
            return true;
        }
        false
    }
}
