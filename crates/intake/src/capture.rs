//! A capture: bytes as received, and what they hold.
//!
//! Captures are cheap to come by, one after the other; [`Capture::read`], which decodes, parses and
//! cleans them, is a pure function, so that many can be read at once.

use crate::{Failure, Settings, charset, complete, feed, jsonl, page, reports::too_long, text};
use model::Report;
use serde_json::json;

/// Bytes as received, with what is known of where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capture {
    /// A path, a path with a line or an offset, or an address: names it in messages.
    pub name: String,
    /// The bytes and what they hold.
    pub content: Content,
    /// Where it was fetched from.
    pub address: Option<String>,
    /// The encoding that the server declared.
    pub charset: Option<String>,
    /// When it was fetched: never when it was published.
    pub fetched: Option<String>,
    /// Whether it is a record of an archive, which may hold one address several times.
    pub archived: bool,
    /// What its reports should say about it.
    pub notices: Vec<String>,
}

/// Bytes by what they hold, not yet decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One line of JSONL.
    Line(Vec<u8>),
    /// A plain text.
    Text(Vec<u8>),
    /// An HTML page.
    Page(Vec<u8>),
    /// RSS, Atom, JSON Feed, OPML or a sitemap.
    Feed(Vec<u8>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Text(Vec::new())
    }
}

/// What a capture gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The name of the capture.
    pub name: String,
    /// Whether it is a record of an archive.
    pub archived: bool,
    /// Its reports, each or the reason why there is none.
    pub reports: Vec<Result<Report, Failure>>,
}

impl Capture {
    /// A capture of which nothing more is known.
    pub(crate) fn new(name: String, content: Content) -> Self {
        Self { name, content, ..Self::default() }
    }

    /// How many bytes it holds.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.content {
            Content::Line(bytes) | Content::Text(bytes) | Content::Page(bytes) | Content::Feed(bytes) => {
                bytes.len()
            }
        }
    }

    /// Decodes, parses and cleans it: one report from most captures, many from a feed.
    #[must_use]
    pub fn read(mut self, settings: &Settings) -> Outcome {
        // Feeds of one outlet share their entries as the records of an archive may share an address.
        let archived = self.archived || matches!(self.content, Content::Feed(_));
        let reports = match std::mem::take(&mut self.content) {
            Content::Line(bytes) => vec![line(bytes, settings)],
            Content::Text(bytes) => vec![plain(bytes)],
            Content::Page(bytes) => vec![self.page(bytes, settings)],
            Content::Feed(bytes) => {
                let (address, charset) = (self.address.as_deref(), self.charset.as_deref());
                feed::reports(&bytes, feed::Origin { name: &self.name, address, charset }, &settings.limits)
            }
        };
        let finished = |report: Result<Report, String>| {
            let finished = report.and_then(|mut report| {
                report.notices.splice(0..0, self.notices.iter().cloned());
                complete::finish(report, &self.name, settings)
            });
            finished.map_err(|reason| Failure { name: self.name.clone(), reason })
        };
        let reports = reports.into_iter().map(finished).collect();
        Outcome { name: self.name, archived, reports }
    }

    /// An article of the web. What an archive or a server holds under an address is known by it;
    /// a page in a file by the address that it gives itself.
    fn page(&self, bytes: Vec<u8>, settings: &Settings) -> Result<Report, String> {
        let address = self.address.as_deref();
        let (html, notice) = charset::page(bytes, self.charset.as_deref(), address);
        let mut report = page::read(&html, address).map_err(|error| error.to_string())?;
        if report.text.len() > settings.limits.report {
            return Err(too_long(report.text.len(), settings));
        }
        report.notices.extend(notice);
        report.id = address.map(str::to_owned).or_else(|| report.url.clone()).unwrap_or_default();
        let fetched = self.fetched.iter().map(|moment| ("fetched".to_owned(), json!(moment).to_string()));
        report.extra.extend(fetched);
        Ok(report)
    }
}

fn line(bytes: Vec<u8>, settings: &Settings) -> Result<Report, String> {
    let (line, notice) = charset::text(bytes);
    let mut report = jsonl::report(line.trim_start_matches('\u{feff}'), settings)?;
    report.notices.extend(notice);
    Ok(report)
}

fn plain(bytes: Vec<u8>) -> Result<Report, String> {
    let (decoded, notice) = charset::text(bytes);
    let mut report = text::plain(&decoded);
    if report.text.is_empty() {
        return Err("empty; nothing to read".to_owned());
    }
    report.notices.extend(notice);
    Ok(report)
}
