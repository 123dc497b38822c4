//! WARC archives, plain or packed with gzip: each page in them is a capture.
//!
//! Read once from the start, record by record, in memory that does not grow: [`stream`] unpacks,
//! [`records`] cuts into records and finds its way behind broken ones, [`http`] reads what a server
//! said. Requests, metadata, pictures, errors of servers are passed over quietly.

mod broken;
mod header;
mod http;
mod records;
mod stream;

use crate::capture::{Capture, Content};
use crate::settings::size;
use crate::{Failure, stamp};
use header::Header;
pub(crate) use header::media;
use http::Page;
use records::{Record, Records};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
pub(crate) use stream::Stream;

/// The pages of one archive.
pub(crate) struct Archive {
    file: String,
    records: Records,
    limit: usize,
    pages: u64,
    others: u64,
    /// The others of all archives of a call.
    passed: Arc<AtomicU64>,
    ended: bool,
}

impl Archive {
    /// Starts at the first record. Pages of more than `limit` bytes are not read; records that are
    /// no pages are counted in `passed`.
    pub(crate) fn new(file: String, stream: Stream, limit: usize, passed: Arc<AtomicU64>) -> Self {
        let records = Records::new(stream, limit);
        Self { file, records, limit, pages: 0, others: 0, passed, ended: false }
    }

    /// Says so where nothing in the archive is a page.
    fn end(&mut self) -> Option<Failure> {
        if std::mem::replace(&mut self.ended, true) || self.pages > 0 {
            return None;
        }
        let reason = format!("an archive without pages ({} other records passed over)", self.others);
        Some(Failure { name: self.file.clone(), reason })
    }

    /// The capture of a record, if it is one.
    fn capture(&self, record: Record) -> Option<Result<Capture, String>> {
        let Record { place, header, block, too_large } = record;
        let page = match page(&header, block, too_large, self.limit)? {
            Ok(page) => page,
            Err(reason) => return Some(Err(reason)),
        };
        let cut = page.cut || header.get("warc-truncated").is_some();
        let address = header.get("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned());
        Some(Ok(Capture {
            name: format!("{}@{place}", self.file),
            content: Content::Page(page.bytes),
            address: address.filter(|address| !address.is_empty()),
            charset: page.charset,
            fetched: header.get("warc-date").filter(|date| stamp(date).is_some()).map(str::to_owned),
            archived: true,
            notices: cut
                .then(|| "cut off when it was archived; its end may be missing".to_owned())
                .into_iter()
                .collect(),
        }))
    }
}

impl Iterator for Archive {
    type Item = Result<Capture, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let (place, reason) = match self.records.next() {
                None => return self.end().map(Err),
                Some(Err((place, broken))) => (place, broken.to_string()),
                Some(Ok(record)) => {
                    let place = record.place.clone();
                    match self.capture(record) {
                        None => {
                            self.others += 1;
                            self.passed.fetch_add(1, Ordering::Relaxed);
                            continue;
                        }
                        Some(Ok(capture)) => {
                            self.pages += 1;
                            return Some(Ok(capture));
                        }
                        Some(Err(reason)) => (place, reason),
                    }
                }
            };
            self.pages += 1;
            return Some(Err(Failure { name: format!("{}@{place}", self.file), reason }));
        }
        None
    }
}

/// The page in a record; `None` where there is none.
fn page(header: &Header, block: Vec<u8>, too_large: bool, limit: usize) -> Option<Result<Page, String>> {
    let page = match header.get("warc-type")?.to_ascii_lowercase().as_str() {
        "response" => http::page(block, limit)?.map_err(|packed| packed.to_string()),
        "resource" => {
            let (kind, charset) = media(header.get("content-type")?);
            let charset = charset.map(str::to_owned);
            http::is_html(&kind).then_some(Ok(Page { bytes: block, charset, cut: false }))?
        }
        _ => return None,
    };
    if too_large {
        let limit = size(limit);
        return Some(Err(format!(
            "a page of more than {limit}, the limit; it is hardly an article; raise --max-page to read it"
        )));
    }
    Some(page)
}
