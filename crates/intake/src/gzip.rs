//! Gzip, one member after the other.

use crate::open::Source;
use flate2::bufread::GzDecoder;
use std::io::{BufRead, Error, ErrorKind, Read, Result};

/// How gzip files begin, and that they are deflated.
const MAGIC: [u8; 3] = [0x1f, 0x8b, 8];

/// Bytes that stand behind the last member and are none themselves.
#[derive(Debug, thiserror::Error)]
#[error("bytes behind the end of the gzip data; they were left out")]
pub(crate) struct Garbage;

/// Whether an error is [`Garbage`]: everything before it is whole.
pub(crate) fn is_garbage(error: &Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<Garbage>())
}

/// The unpacked bytes of all members. One read never goes over the end of a member.
pub(crate) struct Members {
    state: State,
    /// Where the member that was read last begins, until it is asked for.
    begun: Option<u64>,
}

enum State {
    Between(Window),
    Inside(Box<GzDecoder<Window>>),
    End,
}

impl Members {
    /// Starts before the first member.
    pub(crate) fn new(source: Source) -> Self {
        Self { state: State::Between(Window::new(source)), begun: None }
    }

    /// Where in the file the member begins whose first bytes the last read gave; `None` when it
    /// went on in one.
    pub(crate) fn begun(&mut self) -> Option<u64> {
        self.begun.take()
    }

    /// After an error: goes to what may be the next member. Whether there is one.
    pub(crate) fn skip(&mut self) -> bool {
        let mut window = match std::mem::replace(&mut self.state, State::End) {
            State::Between(window) => window,
            State::Inside(decoder) => {
                // A damaged member may have taken the next one in.
                let mut window = decoder.into_inner();
                window.rewind();
                window.consume(1);
                window
            }
            State::End => return false,
        };
        let found = window.find();
        self.state = State::Between(window);
        found
    }

    /// The next member, where one begins.
    fn open(&mut self, mut window: Window) -> Result<()> {
        window.pass_zeros()?;
        let head = window.peek(MAGIC.len())?;
        if head.is_empty() {
            return Ok(());
        }
        if !head.starts_with(&MAGIC) && window.offset > 0 {
            self.state = State::Between(window);
            return Err(Error::new(ErrorKind::InvalidData, Garbage));
        }
        window.mark();
        self.begun = Some(window.offset);
        self.state = State::Inside(Box::new(GzDecoder::new(window)));
        Ok(())
    }
}

impl Read for Members {
    fn read(&mut self, space: &mut [u8]) -> Result<usize> {
        loop {
            match std::mem::replace(&mut self.state, State::End) {
                State::End => return Ok(0),
                State::Between(window) => self.open(window)?,
                State::Inside(mut decoder) => match decoder.read(space) {
                    Ok(0) => {
                        self.begun = None;
                        self.state = State::Between(decoder.into_inner());
                    }
                    read => {
                        self.state = State::Inside(decoder);
                        return read;
                    }
                },
            }
        }
    }
}

/// How many bytes of a member are held, to look for the next one in them if it is damaged.
const HELD: usize = 256 << 10;

/// The packed bytes: a buffer that knows its place and shows as many bytes as one asks for.
struct Window {
    source: Source,
    buffer: Vec<u8>,
    /// Where the member begins that was opened last, or as much before `used` as is held.
    held: usize,
    used: usize,
    offset: u64,
}

impl Window {
    fn new(source: Source) -> Self {
        Self { source, buffer: Vec::new(), held: 0, used: 0, offset: 0 }
    }

    /// At least `least` bytes; fewer at the end.
    fn peek(&mut self, least: usize) -> Result<&[u8]> {
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
    fn mark(&mut self) {
        self.held = self.used;
    }

    /// Back to where the member began, if that is held still.
    fn rewind(&mut self) {
        self.offset -= (self.used - self.held) as u64;
        self.used = self.held;
    }

    /// Zeros fill the last block of a tape, and of some files.
    fn pass_zeros(&mut self) -> Result<()> {
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
    fn find(&mut self) -> bool {
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
