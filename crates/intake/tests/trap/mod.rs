//! A trap: its page, the report that is expected, and how the two differ.

use intake::{Reports, Settings};
use model::Report;
use serde::Deserialize;
use std::path::PathBuf;

/// What a page is to give. Keys that are left out are not compared.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// Where the page was found.
    address: Option<String>,
    /// The reason why there is no report.
    unreadable: Option<String>,
    title: Option<String>,
    authors: Option<Vec<String>>,
    outlet: Option<String>,
    url: Option<String>,
    language: Option<String>,
    published: Option<String>,
    modified: Option<String>,
    credits: Option<Vec<String>>,
    paragraphs: Option<Vec<String>>,
    /// `kind: passage`
    marginalia: Option<Vec<String>>,
    /// Words of each notice.
    notices: Option<Vec<String>>,
}

pub(crate) struct Trap {
    expected: Expected,
    page: Vec<u8>,
}

/// The names of all traps.
pub(crate) fn names() -> Vec<String> {
    let files = std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let pages = files.filter(|path| path.extension().is_some_and(|kind| kind == "html"));
    let mut names: Vec<String> =
        pages.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A file beside the traps.
pub(crate) fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

impl Trap {
    pub(crate) fn load(name: &str) -> Self {
        let expected = String::from_utf8(file(&format!("{name}.toml"))).unwrap();
        let expected = toml::from_str(&expected).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
        Self { expected, page: file(&format!("{name}.html")) }
    }

    /// What is not as expected: the key, and a text to be read by a person.
    pub(crate) fn differences(&self) -> Vec<(&'static str, String)> {
        let wanted = &self.expected;
        let report = match self.read() {
            Ok(report) => report,
            Err(reason) => {
                let told = lines(&wanted.unreadable.iter().cloned().collect::<Vec<_>>(), &[reason]);
                return told.map(|told| ("unreadable", told)).into_iter().collect();
            }
        };
        let text = |span: model::Span| span.of(&report.text).to_owned();
        let stamp = |stamp: &Option<model::Stamp>| stamp.as_ref().map(|stamp| stamp.text.clone());
        let marginalia: Vec<String> = report
            .marginalia
            .iter()
            .map(|line| format!("{:?}: {}", line.kind, text(line.span)).to_lowercase())
            .collect();
        let lower = |lines: &Vec<String>| lines.iter().map(|line| line.to_lowercase()).collect::<Vec<_>>();
        let paragraphs: Vec<String> = report.paragraphs.iter().map(|&span| text(span)).collect();
        [
            ("unreadable", one(&wanted.unreadable, None)),
            ("title", one(&wanted.title, report.headline.map(text))),
            ("authors", many(&wanted.authors, &report.authors)),
            ("outlet", one(&wanted.outlet, report.outlet.clone())),
            ("url", one(&wanted.url, report.url.clone())),
            ("language", one(&wanted.language, report.language.clone())),
            ("published", one(&wanted.published, stamp(&report.published))),
            ("modified", one(&wanted.modified, stamp(&report.modified))),
            ("credits", many(&wanted.credits, &report.credits)),
            ("paragraphs", many(&wanted.paragraphs, &paragraphs)),
            ("marginalia", many(&wanted.marginalia.as_ref().map(lower), &marginalia)),
            ("notices", notices(&wanted.notices, &report.notices)),
        ]
        .into_iter()
        .filter_map(|(key, told)| Some((key, told?)))
        .collect()
    }

    /// The report; pages of other encodings go through the whole intake.
    fn read(&self) -> Result<Report, String> {
        let Ok(html) = std::str::from_utf8(&self.page) else {
            let mut reports = Reports::from_bytes("page.html", self.page.clone(), Settings::default());
            return reports.next().ok_or("no report")?.map_err(|failure| failure.reason);
        };
        let read = intake::page::read(html, self.expected.address.as_deref());
        let mut report = read.map_err(|error| error.to_string())?;
        intake::clean::mark(&mut report);
        Ok(report)
    }
}

/// An empty string stands for nothing.
fn one(wanted: &Option<String>, found: Option<String>) -> Option<String> {
    let wanted = wanted.as_ref()?;
    let wanted: Vec<String> = Some(wanted.clone()).filter(|wanted| !wanted.is_empty()).into_iter().collect();
    lines(&wanted, &found.into_iter().collect::<Vec<_>>())
}

fn many(wanted: &Option<Vec<String>>, found: &[String]) -> Option<String> {
    lines(wanted.as_ref()?, found)
}

/// Each notice must hold the words, and there must be no other.
fn notices(wanted: &Option<Vec<String>>, found: &[String]) -> Option<String> {
    let wanted = wanted.as_ref()?;
    let same =
        wanted.len() == found.len() && wanted.iter().zip(found).all(|(words, found)| found.contains(words));
    if same { None } else { lines(wanted, found) }
}

/// What is missing and what is too much, in order; nothing where both are the same.
fn lines(wanted: &[String], found: &[String]) -> Option<String> {
    if wanted == found {
        return None;
    }
    let missing =
        wanted.iter().filter(|line| !found.contains(line)).map(|line| format!("  missing  {line}\n"));
    let more = found.iter().filter(|line| !wanted.contains(line)).map(|line| format!("  found    {line}\n"));
    let told: String = missing.chain(more).collect();
    Some(if told.is_empty() { format!("  in another order or number: {found:?}\n") } else { told })
}
