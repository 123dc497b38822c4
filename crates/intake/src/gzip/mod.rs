//! Gzip, one member after the other.

mod window;

use crate::open::Source;
use flate2::bufread::GzDecoder;
use std::io::{BufRead, Error, ErrorKind, Read, Result};
use window::Window;

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
