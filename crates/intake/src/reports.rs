//! All reports of a call, one after the other.

use crate::kind::Kind;
use crate::lines::{self, Line};
use crate::open::{Opened, Source, look, open};
use crate::settings::size;
use crate::{Failure, Settings, clean, decode, idiom, jsonl, text, walk};
use model::Report;
use std::collections::HashSet;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// The reports of some paths, in order, each or the reason why there is none.
pub struct Reports {
    files: std::vec::IntoIter<Result<PathBuf, Failure>>,
    total: usize,
    at_hand: Option<(PathBuf, Vec<u8>)>,
    lines: Option<Lines>,
    seen: HashSet<String>,
    settings: Settings,
}

/// A JSONL file that is being read.
struct Lines {
    path: PathBuf,
    source: Source,
    number: usize,
}

impl Reports {
    /// Lists the files of the paths; opens none yet.
    #[must_use]
    pub fn new(paths: &[PathBuf], settings: Settings) -> Self {
        Self::over(walk::files(paths), None, settings)
    }

    /// The reports of one file that is in memory already.
    #[must_use]
    pub fn from_bytes(name: &str, bytes: Vec<u8>, settings: Settings) -> Self {
        Self::over(Vec::new(), Some((name.into(), bytes)), settings)
    }

    fn over(
        files: Vec<Result<PathBuf, Failure>>,
        at_hand: Option<(PathBuf, Vec<u8>)>,
        settings: Settings,
    ) -> Self {
        let total = files.len();
        Self { files: files.into_iter(), total, at_hand, lines: None, seen: HashSet::new(), settings }
    }

    /// How many files there are, and how many have not been opened yet.
    #[must_use]
    pub fn files(&self) -> (usize, usize) {
        (self.total, self.files.len())
    }

    /// The next line of the open file; `None` at its end.
    fn next_line(&mut self) -> Option<Result<Report, Failure>> {
        let open = self.lines.as_mut()?;
        loop {
            open.number += 1;
            let name = format!("{}:{}", open.path.display(), open.number);
            let line = match lines::next(&mut *open.source, self.settings.limits.line) {
                Ok(Line::Whole(line)) => line,
                Ok(Line::TooLong) => {
                    let limit = size(self.settings.limits.line);
                    return Some(Err(Failure { name, reason: format!("the line is longer than {limit}") }));
                }
                Ok(Line::End) => {
                    self.lines = None;
                    return None;
                }
                Err(error) => {
                    let failure = Failure { name, ..Failure::io(&open.path, &error) };
                    self.lines = None;
                    return Some(Err(failure));
                }
            };
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            return Some(self.report_of(line, name));
        }
    }

    fn report_of(&mut self, line: Vec<u8>, name: String) -> Result<Report, Failure> {
        let (line, notice) = decode::decode(line);
        let line = line.trim_start_matches('\u{feff}');
        match jsonl::report(line, &self.settings) {
            Ok(mut report) => {
                report.notices.extend(notice);
                self.finish(report, name)
            }
            Err(reason) => Err(Failure { name, reason }),
        }
    }

    /// A file: a report, or lines to be read one by one.
    fn next_file(
        &mut self,
        path: PathBuf,
        opened: Result<Opened, Failure>,
    ) -> Option<Result<Report, Failure>> {
        let opened = match opened {
            Ok(opened) => opened,
            Err(failure) => return Some(Err(failure)),
        };
        match opened.kind {
            Kind::Refused(why) => Some(Err(Failure::of(&path, why))),
            Kind::Jsonl => {
                self.lines = Some(Lines { path, source: opened.source, number: 0 });
                None
            }
            Kind::Text => Some(self.text(&path, opened.source)),
        }
    }

    fn text(&mut self, path: &Path, source: Source) -> Result<Report, Failure> {
        let limit = self.settings.limits.report;
        let mut bytes = Vec::new();
        source.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| Failure::io(path, &error))?;
        if bytes.len() > limit {
            return Err(Failure::of(path, too_long(bytes.len(), &self.settings)));
        }
        let (decoded, notice) = decode::decode(bytes);
        let mut report = text::plain(&decoded);
        if report.text.is_empty() {
            return Err(Failure::of(path, "empty; nothing to read"));
        }
        report.notices.extend(notice);
        self.finish(report, path.display().to_string())
    }

    /// What every report gets, wherever it comes from.
    fn finish(&mut self, mut report: Report, name: String) -> Result<Report, Failure> {
        if report.id.is_empty() {
            report.id.clone_from(&name);
        }
        if !self.seen.insert(report.id.clone()) {
            let reason = format!("a second report with the id \"{}\"; ids must be unique", report.id);
            return Err(Failure { name, reason });
        }
        if self.settings.grouped && report.story.is_none() {
            let reason = format!("the report \"{}\" has no key \"story\", which --grouped needs", report.id);
            return Err(Failure { name, reason });
        }
        report.outlet = report.outlet.or_else(|| self.settings.outlet.clone());
        report.published = report.published.or_else(|| self.settings.published.clone());
        complete(&mut report);
        Ok(report)
    }
}

impl Iterator for Reports {
    type Item = Result<Report, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(result) = self.next_line() {
                return Some(result);
            }
            if let Some((path, bytes)) = self.at_hand.take() {
                let opened = look(Box::new(Cursor::new(bytes)), &path);
                if let Some(result) = self.next_file(path, opened) {
                    return Some(result);
                }
                continue;
            }
            let result = match self.files.next()? {
                Ok(path) => {
                    let opened = open(&path);
                    self.next_file(path, opened)
                }
                Err(failure) => Some(Err(failure)),
            };
            if result.is_some() {
                return result;
            }
        }
    }
}

/// Language, lines that are no reporting, and the notices that follow from what is there.
fn complete(report: &mut Report) {
    let language = report.language.get_or_insert_with(|| idiom::language(&report.text)).clone();
    if is_english(&language) {
        clean::mark(report);
    } else {
        let name = idiom::name(&language);
        report.notices.push(format!("in {name}, not English: kept and grouped, not read in depth"));
    }
    if report.published.is_none() {
        report.notices.push("no publication date: weekdays and \"last month\" stay open".to_owned());
    }
}

/// Whether a language code means English.
fn is_english(code: &str) -> bool {
    let code = code.to_ascii_lowercase();
    code == "en" || code == "eng" || code.starts_with("en-") || code.starts_with("en_")
}

/// The message for a text that passes the limit.
pub(crate) fn too_long(length: usize, settings: &Settings) -> String {
    let limit = settings.limits.report;
    format!(
        "a text of {}{}, more than one report may have ({}); cut it into reports, or raise --max-report",
        size(length.min(limit)),
        if length > limit { " or more" } else { "" },
        size(limit),
    )
}
