//! Feeds and lists of addresses.
//!
//! [`read`] gives the reports of a feed: RSS 0.9 to 2.0, also as RDF, Atom 0.3 and 1.0, JSON Feed.
//! [`list`] gives the addresses of a list: OPML, sitemaps and their indexes. Whatever the format, an
//! entry is first brought into one shape (`entry`) and then made a report (`report`).
//!
//! The XML is read with `quick-xml` and by ourselves (`records`): news feeds are broken in many ways,
//! and what matters most here (the publisher in `<source>`, the time zone of a date, the entries
//! before a cut) is what the crates for feeds leave out.

mod address;
mod body;
mod dates;
mod element;
mod entry;
mod fields;
mod html;
mod json;
mod language;
mod list;
mod outlet;
mod people;
mod records;
mod report;
mod sniff;
mod teaser;

use crate::settings::size;
use crate::{Limits, charset};
use entry::Head;
pub use list::{Link, Listed, list};
use model::Report;
use records::{Record, Records};
pub(crate) use sniff::{is_json_feed, is_xml_feed};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The reports of a feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    /// What the feed calls itself.
    pub title: Option<String>,
    /// Its entries in order, each a report with an id or the reason why there is none.
    pub entries: Vec<Result<Report, String>>,
    /// What was lost otherwise.
    pub problems: Vec<String>,
}

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Another kind of file.
    #[error("neither a feed (RSS, Atom, JSON Feed) nor a list of addresses (OPML, sitemap)")]
    Other,
    /// A feed, and broken from its start.
    #[error("{0}")]
    Broken(String),
    /// More than the limit.
    #[error("a feed of {}, more than one may have ({}); cut it, or raise --max-page", size(*.0), size(*.1))]
    TooLong(usize, usize),
}

/// Where a feed comes from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'o> {
    /// Names entries that have neither an address nor an identifier.
    pub name: &'o str,
    /// Where it was found.
    pub address: Option<&'o str>,
    /// The encoding that its server declared.
    pub charset: Option<&'o str>,
}

/// The reports of a feed.
///
/// # Errors
/// When it is no feed, is broken from its start, or is too long.
pub fn read(bytes: &[u8], origin: Origin<'_>, limits: &Limits) -> Result<Feed, Unreadable> {
    if bytes.len() > limits.page {
        return Err(Unreadable::TooLong(bytes.len(), limits.page));
    }
    let (text, notice) = charset::page(bytes.to_vec(), origin.charset, origin.address);
    let mut found = if text.trim_start().starts_with('{') {
        let (head, entries, problems) = json::read(&text).map_err(Unreadable::Broken)?;
        let reports = entries.iter().map(|entry| report::report(entry, &head)).collect();
        Found { head, reports, problems }
    } else {
        xml(&text, origin.address)?
    };
    let mut failures = 0;
    let mut ids = Ids { name: origin.name, taken: HashMap::new() };
    let entries = found.reports.into_iter().enumerate().filter_map(|(index, entry)| {
        let name = format!("entry {}", index + 1);
        let mut report = match entry {
            Ok(report) => report,
            Err(reason) => {
                failures += 1;
                return (failures <= FAILURES).then(|| Err(format!("{name}: {reason}")));
            }
        };
        if report.text.len() > limits.report {
            return Some(Err(format!("{name}: {}", too_long(report.text.len(), limits))));
        }
        report.notices.extend(notice.clone());
        ids.settle(&mut report, index + 1).then_some(Ok(report))
    });
    let entries = entries.collect();
    if failures > FAILURES {
        found.problems.push(format!("{} more entries without a title and a text", failures - FAILURES));
    }
    Ok(Feed { title: found.head.title.as_deref().map(html::plain), entries, problems: found.problems })
}

/// What a file of this kind gives: the reports of a feed; of a list, the reason why there are none.
pub(crate) fn reports(bytes: &[u8], origin: Origin<'_>, limits: &Limits) -> Vec<Result<Report, String>> {
    match read(bytes, origin, limits) {
        Ok(feed) if feed.entries.is_empty() && feed.problems.is_empty() => {
            vec![Err("a feed without entries; nothing to read".to_owned())]
        }
        Ok(feed) => feed.entries.into_iter().chain(feed.problems.into_iter().map(Err)).collect(),
        Err(Unreadable::Other) => {
            vec![Err(list(bytes, origin.charset).map_or_else(|e| e.to_string(), |l| l.advice()))]
        }
        Err(error) => vec![Err(error.to_string())],
    }
}

/// A feed before its reports have ids.
struct Found {
    head: Head,
    reports: Vec<Result<Report, &'static str>>,
    problems: Vec<String>,
}

/// RSS and Atom.
fn xml(text: &str, address: Option<&str>) -> Result<Found, Unreadable> {
    let mut found = Found { head: Head::default(), reports: Vec::new(), problems: Vec::new() };
    let mut is_feed = false;
    for record in Records::new(text, &["item", "entry"]) {
        match record {
            Record::Root(root) => {
                is_feed |= matches!(root.name.as_str(), "rss" | "feed" | "rdf" | "channel");
                fields::root(&root, &mut found.head);
            }
            Record::Head(field) => fields::head(&field, &mut found.head),
            Record::Item(_) if found.reports.len() >= ENTRIES => {
                found.problems.push(format!("more than {ENTRIES} entries; the others were left out"));
                break;
            }
            Record::Item(item) => {
                is_feed |= item.name == "entry";
                let entry = fields::entry(&item, base(&found.head, address).as_deref());
                found.reports.push(report::report(&entry, &found.head));
            }
            Record::Broken(problem) => found.problems.push(problem),
        }
    }
    if !is_feed {
        return Err(Unreadable::Other);
    }
    if text.get(..DOCTYPE).unwrap_or(text).contains("<!ENTITY") {
        found.problems.push("entities that the feed declares itself are not expanded".to_owned());
    }
    match found.problems.first() {
        Some(problem) if found.reports.is_empty() => Err(Unreadable::Broken(problem.clone())),
        _ => Ok(found),
    }
}

/// Entries without a title and a text that are named one by one.
const FAILURES: usize = 10;

/// Entries that a feed may have.
const ENTRIES: usize = 100_000;

/// Bytes in which a document type stands.
const DOCTYPE: usize = 1 << 14;

/// The address against which those in the feed are taken.
fn base(head: &Head, address: Option<&str>) -> Option<String> {
    let own = head.base.as_deref().and_then(|base| address::join(address, base));
    own.or_else(|| head.site.as_deref().and_then(|site| address::join(address, site)))
        .or_else(|| address.map(str::to_owned))
}

/// The ids of a feed's reports, each with what it stands for.
struct Ids<'o> {
    /// Of the feed.
    name: &'o str,
    /// Ids as they were written, with a number for each text that has them.
    taken: HashMap<String, Vec<u64>>,
}

impl Ids<'_> {
    /// Gives a report an id that no other has; `false` where the same entry came before.
    ///
    /// Entries that share an address and say different things are told apart by their number.
    fn settle(&mut self, report: &mut Report, number: usize) -> bool {
        if report.id.is_empty() {
            report.id = format!("{}#{number}", self.name);
        }
        let mut hasher = DefaultHasher::new();
        report.text.hash(&mut hasher);
        let text = hasher.finish();
        let same = self.taken.entry(report.id.clone()).or_default();
        if same.contains(&text) || same.len() >= SHARED {
            return false;
        }
        if !same.is_empty() {
            report.id = format!("{}#{number}", report.id);
        }
        same.push(text);
        true
    }
}

/// How many entries may share an address.
const SHARED: usize = 100;

fn too_long(length: usize, limits: &Limits) -> String {
    format!(
        "a text of {}, more than one report may have ({}); raise --max-report",
        size(length),
        size(limits.report)
    )
}
