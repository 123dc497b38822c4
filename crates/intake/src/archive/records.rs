//! The records of an archive, one after the other. A broken one is named and passed over, and the
//! next header is looked for.

use super::broken::Broken;
use super::header::{self, Header};
use super::stream::{Stream, Trouble};

/// What is kept of a block that is too large: enough to tell what it is.
const HEAD: usize = 64 << 10;
/// What is set aside at once for a block, whatever length it claims.
const RESERVED: usize = 1 << 20;
/// Bytes that may be read twice, beside one for each that was read.
const AGAIN: u64 = 256 << 20;

/// One record.
#[derive(Debug)]
pub(super) struct Record {
    /// Where in the file it begins.
    pub place: String,
    /// Its header.
    pub header: Header,
    /// Its bytes.
    pub block: Vec<u8>,
    /// Whether there are more bytes than the limit; then `block` has the first of them.
    pub too_large: bool,
}

/// Reads records.
pub(super) struct Records {
    stream: Stream,
    limit: usize,
    /// A header must be looked for.
    lost: bool,
    /// Bytes that were read twice.
    again: u64,
}

/// What was passed over on the way to a header.
enum Passed {
    Bytes(u64),
    UpToHeader(u64),
    Nothing,
}

impl Records {
    /// Starts at the first record. Blocks of more than `limit` bytes are passed over.
    pub(super) fn new(stream: Stream, limit: usize) -> Self {
        Self { stream, limit, lost: false, again: 0 }
    }

    /// The next record, or where and why there is none; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Result<Record, (String, Broken)>> {
        if std::mem::take(&mut self.lost) && !self.find_header() {
            return None;
        }
        // Trouble stays, and is met again below, where it gets its place.
        let _ = self.pass_line_ends();
        let place = self.stream.place();
        let record = self.record(place.clone())?;
        self.lost = record.is_err();
        Some(record.map_err(|broken| (place, broken)))
    }

    fn record(&mut self, place: String) -> Option<Result<Record, Broken>> {
        let window = match self.stream.available() {
            Ok([]) => return None,
            Ok(_) => self.stream.peek(header::MOST),
            Err(trouble) => return Some(Err(trouble.into())),
        };
        if !is_header(window) {
            let cut = window.len() < 6 && b"WARC/".starts_with(window.get(..5).unwrap_or(window));
            return Some(Err(if cut { Broken::Cut } else { Broken::NoHeader }));
        }
        let Some((header, length)) = Header::parse(window) else {
            let broken = if window.len() < header::MOST { Broken::Cut } else { Broken::NoHeader };
            self.stream.consume(1);
            return Some(Err(broken));
        };
        self.stream.consume(length);
        let Some(length) = header.get("content-length").and_then(|length| length.parse().ok()) else {
            return Some(Err(Broken::NoLength));
        };
        let too_large = length > self.limit as u64;
        let block = if too_large { self.pass(length) } else { self.block(length) };
        Some(block.map(|block| Record { place, header, block, too_large }))
    }

    /// The bytes of a record, where something that may follow it follows them.
    fn block(&mut self, length: u64) -> Result<Vec<u8>, Broken> {
        let mut block = Vec::with_capacity(usize::try_from(length).unwrap_or(0).min(RESERVED));
        while (block.len() as u64) < length {
            if !block.is_empty() && self.member_is_record() {
                return Err(Broken::WrongLength);
            }
            let window = self.stream.available()?;
            if window.is_empty() {
                return Err(Broken::Cut);
            }
            let left = usize::try_from(length).unwrap_or(usize::MAX) - block.len();
            let part = left.min(window.len());
            block.extend_from_slice(window.get(..part).unwrap_or(window));
            self.stream.consume(part);
        }
        let before = self.stream.consumed();
        match self.pass_line_ends() {
            Err(trouble) if !self.stream.trouble_is_next() => return Err(trouble.into()),
            _ => {}
        }
        // Two line ends close a record, whatever stands behind them.
        let closed = self.stream.consumed() - before >= 4;
        let next = self.stream.peek(8);
        if closed || next.is_empty() || is_header(next) {
            return Ok(block);
        }
        self.put_back(&block);
        Err(Broken::WrongLength)
    }

    /// Too long a length takes the next record in: it is put back. Not without end: where every
    /// record claims the rest of the file, that would take forever.
    fn put_back(&mut self, block: &[u8]) {
        let Some(back) = next_header(block).and_then(|at| block.get(at..)) else { return };
        if self.again <= AGAIN + self.stream.consumed() {
            self.again += back.len() as u64;
            self.stream.put_back(back);
        }
    }

    /// The first bytes of a large record; goes on behind its end.
    ///
    /// A wrong length must not take the rest of the archive in, so a header ends it too.
    fn pass(&mut self, length: u64) -> Result<Vec<u8>, Broken> {
        let mut head = self.stream.peek(HEAD).to_vec();
        head.truncate(usize::try_from(length).unwrap_or(HEAD));
        let mut left = length;
        while left > 0 {
            match self.advance(left)? {
                Passed::Nothing => return Err(Broken::Cut),
                Passed::UpToHeader(bytes) if bytes < left => return Err(Broken::WrongLength),
                Passed::UpToHeader(bytes) | Passed::Bytes(bytes) => left -= bytes,
            }
        }
        Ok(head)
    }

    /// Goes to the next header at the start of a line or member. Whether there is one.
    fn find_header(&mut self) -> bool {
        if is_header(self.stream.peek(8)) {
            return true;
        }
        loop {
            match self.advance(u64::MAX) {
                Ok(Passed::UpToHeader(_)) => return true,
                Ok(Passed::Bytes(_)) => {}
                Ok(Passed::Nothing) => return false,
                Err(_) if self.stream.recover() => {}
                Err(_) => return false,
            }
        }
    }

    /// Passes over bytes at hand, up to `most` and up to a header.
    fn advance(&mut self, most: u64) -> Result<Passed, Trouble> {
        if self.member_is_record() {
            return Ok(Passed::UpToHeader(0));
        }
        let part = self.stream.available()?.len().min(usize::try_from(most).unwrap_or(usize::MAX));
        if part == 0 {
            return Ok(Passed::Nothing);
        }
        let found = next_header(self.stream.peek(part + 8)).filter(|&at| at <= part);
        self.stream.consume(found.unwrap_or(part));
        Ok(found.map_or(Passed::Bytes(part as u64), |at| Passed::UpToHeader(at as u64)))
    }

    /// Whether a gzip member begins here, and a record with it.
    fn member_is_record(&mut self) -> bool {
        is_header(self.stream.peek(8)) && self.stream.at_member()
    }

    /// What closes a record: two line ends; none or more do no harm.
    fn pass_line_ends(&mut self) -> Result<(), Trouble> {
        loop {
            let window = self.stream.available()?;
            let ends = window.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            if ends == 0 {
                return Ok(());
            }
            self.stream.consume(ends);
        }
    }
}

/// "WARC/1.0" and its relatives.
fn is_header(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/") && bytes.get(5).is_some_and(u8::is_ascii_digit)
}

/// Where a header begins at the start of a line.
fn next_header(bytes: &[u8]) -> Option<usize> {
    let line = |window: &[u8]| window.first() == Some(&b'\n') && window.get(1..).is_some_and(is_header);
    bytes.windows(7).position(line).map(|at| at + 1)
}
