//! An entry to a report.

use super::body::body;
use super::entry::{Entry, Head};
use super::html::plain;
use super::outlet::{self, same};
use super::people::people;
use super::{dates, language};
use crate::text::assemble;
use model::Report;

/// What stands between a headline and the outlet that a feed adds to it.
const BETWEEN: [&str; 4] = [" - ", " | ", " – ", " — "];

/// The report of an entry, without an id where it has neither an address nor an identifier.
pub(super) fn report(entry: &Entry, head: &Head) -> Result<Report, &'static str> {
    let feed_outlet = head.title.as_deref().and_then(|title| outlet::of_title(title, head.site.as_deref()));
    let source = entry.outlet.as_deref().map(plain).filter(|name| !name.is_empty());
    let outlet = source.or_else(|| feed_outlet.clone()).or_else(|| publisher(entry, head));
    let title = plain(entry.title.as_deref().unwrap_or(""));
    let headline =
        [&outlet, &feed_outlet].into_iter().flatten().fold(title.as_str(), |line, o| without_outlet(line, o));
    let body = body(entry, headline, outlet.as_deref());
    if headline.is_empty() && body.paragraphs.is_empty() {
        return Err("an entry without a title and a text; it was left out");
    }
    let mut report = assemble(Some(headline), &body.paragraphs);
    let authors = if entry.authors.is_empty() { &head.authors } else { &entry.authors };
    (report.authors, report.credits) = people(authors, outlet.as_deref());
    report.id = entry.address.clone().or_else(|| entry.guid.clone()).unwrap_or_default();
    report.url.clone_from(&entry.address);
    report.outlet = outlet;
    report.published = entry.published.as_deref().and_then(dates::stamp);
    report.modified =
        entry.modified.as_deref().and_then(dates::stamp).filter(|m| Some(m) != report.published.as_ref());
    let declared = entry.language.as_deref().or(head.language.as_deref());
    report.language = language::settle(declared, &report.text);
    report.notices.extend(notices(&report, body.is_summary, entry));
    Ok(report)
}

/// Who stands behind a feed whose title names no outlet.
fn publisher(entry: &Entry, head: &Head) -> Option<String> {
    let named = entry.publisher.as_deref().or(head.publisher.as_deref()).map(plain);
    named.filter(|name| !name.is_empty()).or_else(|| outlet::of_address(entry.address.as_deref()?))
}

/// "Ferry runs aground - Harbour Post" without the outlet.
fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    let cut = BETWEEN.iter().filter_map(|mark| title.rsplit_once(mark)).find(|(_, tail)| same(tail, outlet));
    cut.map_or(title, |(line, _)| line.trim_end()).trim_end_matches(['|', '-']).trim_end()
}

fn notices(report: &Report, is_summary: bool, entry: &Entry) -> Vec<String> {
    let mut notices = Vec::new();
    let at = report.url.as_deref().map(|url| format!("; the article is at {url}")).unwrap_or_default();
    if report.paragraphs.is_empty() {
        notices.push(format!("only the feed's headline{at}"));
    } else if is_summary {
        notices.push(format!("only the feed's summary{at}"));
    }
    if let (Some(written), None) = (&entry.published, &report.published) {
        let shown: String = written.chars().take(40).collect();
        notices.push(format!("the feed's date cannot be made out and was left out: {shown}"));
    }
    notices
}
