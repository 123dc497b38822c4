//! Reads a scenario: a title, the reports, the expectations.

use parallax::intake::{Reports, Settings};
use parallax::model::Report;
use std::path::Path;

/// What a Markdown file holds.
pub(crate) struct Scenario {
    pub(crate) reports: Vec<Report>,
    pub(crate) expectations: Vec<String>,
}

impl Scenario {
    /// `Reads: \`PATH\`` names a file of reports from the root of the repository;
    /// `## ID (OUTLET, DATE)` begins a report that stands in the scenario itself, its headline
    /// first; every line that begins with `- ` before the first report is an expectation.
    pub(crate) fn read(file: &Path, root: &Path) -> Self {
        let text = std::fs::read_to_string(file).expect("a scenario");
        let mut sections = text.split("\n## ");
        let head = sections.next().unwrap_or("");
        let lines = || head.lines().map(str::trim);
        let mut reports: Vec<Report> = Vec::new();
        for path in lines().filter_map(|line| line.strip_prefix("Reads: `")?.strip_suffix('`')) {
            let read = Reports::new(&[root.join(path)], Settings::default());
            reports.extend(read.map(|report| report.expect("a report of the samples")));
        }
        reports.extend(sections.map(inline));
        let expectations = lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect();
        Self { reports, expectations }
    }
}

fn inline(section: &str) -> Report {
    let (head, body) = section.split_once('\n').expect("a heading and a body");
    let (id, rest) = head.split_once(" (").expect("ID (OUTLET, DATE)");
    let (outlet, date) = rest.trim_end_matches(')').split_once(", ").expect("OUTLET, DATE");
    let (title, text) = body.trim().split_once("\n\n").expect("a headline and a text");
    let line =
        serde_json::json!({"id": id, "outlet": outlet, "published": date, "title": title, "text": text});
    parallax::intake::report_from_json(&line.to_string(), &Settings::default()).expect("a report")
}
