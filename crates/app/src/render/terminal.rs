//! An account in the terminal, readable at 80 columns.

use super::desk::{Desk, Standing, counted};
use super::words::{bounds, count, day};
use super::{View, desk, words};
use parallax::model::{Account, Aspect, ClaimRef, Difference, Point};
use std::fmt::Write as _;

/// Rows of a section that are shown unless all are asked for.
const FIRST_ROWS: usize = 12;

/// All accounts, one after the other.
pub(crate) fn terminal(accounts: &[Account], view: View) -> String {
    let mut text = String::new();
    for (index, account) in accounts.iter().enumerate() {
        if index > 0 {
            let _ = writeln!(text, "\n{}\n", "─".repeat(view.width));
        }
        text.push_str(&Page { desk: Desk::new(account), view, text: String::new() }.show());
    }
    text
}

struct Page<'a> {
    desk: Desk<'a>,
    view: View,
    text: String,
}

/// SGR codes.
const BOLD: &str = "1";
const DIM: &str = "2";
const GREEN: &str = "32";
const YELLOW: &str = "33";

impl Page<'_> {
    fn show(mut self) -> String {
        self.head();
        self.points("AGREED", "carried by two or more independent origins", Standing::Agreed);
        self.shared();
        self.differ();
        self.single();
        self.quotes();
        self.figures();
        self.timeline();
        self.itinerary();
        self.cast();
        self.notices();
        self.text
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.view.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// `first` before the first line, as many spaces before the others.
    fn wrapped(&mut self, first: &str, text: &str, code: Option<&str>) {
        let indent = textwrap::core::display_width(first);
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let room = self.view.width.saturating_sub(indent).max(20);
        for (index, line) in textwrap::wrap(&flat, room).iter().enumerate() {
            let lead = if index == 0 { first.to_owned() } else { " ".repeat(indent) };
            let line = code.map_or_else(|| line.to_string(), |code| self.paint(code, line));
            self.line(&format!("{lead}{line}"));
        }
    }

    fn section(&mut self, name: &str, number: usize, rest: &str) {
        self.line("");
        let title = self.paint(BOLD, name);
        let rest = if rest.is_empty() { String::new() } else { format!("  {rest}") };
        self.line(&format!("{title}  {number}{rest}"));
    }

    fn head(&mut self) {
        let account = self.desk.account;
        let headline = self.desk.cut(account.headline).to_owned();
        self.wrapped("", &headline, Some(BOLD));
        let credit = self.desk.label(account.headline.report).to_owned();
        let days = self.desk.days().map_or_else(String::new, |(first, last)| {
            if first == last {
                format!(", {}", day(&first))
            } else {
                format!(", {} to {}", day(&first), day(&last))
            }
        });
        let credit = self.paint(DIM, &format!("headline of {credit}{days}"));
        self.line(&credit);
        let origins = &account.origins;
        let mut parts = vec![count(account.readings.len(), "report", "reports")];
        if self.desk.outlets() > 0 {
            parts.push(count(self.desk.outlets(), "outlet", "outlets"));
        }
        let independent = if origins.at_most == 1 { "independent origin" } else { "independent origins" };
        parts.push(format!("{} {independent}", bounds(origins.at_least, origins.at_most)));
        self.line(&parts.join(" · "));
        for origin in &account.origins.groups {
            let names: Vec<&str> = origin.reports.iter().map(|&report| self.desk.label(report)).collect();
            let why = if origin.why.is_empty() { String::new() } else { format!(": {}", origin.why) };
            let row = format!("{}{why}", names.join(", "));
            self.wrapped("  · ", &row, None);
        }
    }

    /// How many rows of `all` are shown.
    fn shown(&self, all: usize) -> usize {
        if self.view.all { all } else { all.min(FIRST_ROWS) }
    }

    fn more(&mut self, all: usize) {
        let hidden = all - self.shown(all);
        if hidden > 0 {
            let note = self.paint(DIM, &format!("     … {hidden} more (--all shows them)"));
            self.line(&note);
        }
    }

    fn points(&mut self, name: &str, what: &str, standing: Standing) {
        let points = self.desk.points(standing);
        self.section(name, points.len(), what);
        for (number, (_, point)) in points.iter().take(self.shown(points.len())).enumerate() {
            self.point(number + 1, point);
        }
        self.more(points.len());
    }

    /// Where several reports may be one origin, what they share is no corroboration.
    fn shared(&mut self) {
        if !self.desk.points(Standing::Shared).is_empty() {
            self.points("SHARED", "carried by several reports that may be one origin", Standing::Shared);
        }
    }

    fn point(&mut self, number: usize, point: &Point) {
        let Some(best) = self.desk.clearest(point) else { return };
        let title = self.desk.excerpt(best);
        self.wrapped(&format!("{number:>4} "), &title, Some(GREEN));
        self.wordings(point, Some(best));
        // Who says it stands beside each wording already.
        for difference in
            point.differences.iter().filter(|difference| difference.aspect != Aspect::Attribution)
        {
            self.difference(difference, 5);
        }
    }

    /// One line for each report, the shown passage first told by its outlet alone.
    fn wordings(&mut self, point: &Point, best: Option<ClaimRef>) {
        for (report, claims) in self.desk.carriers(point) {
            let Some(&at) = claims.iter().find(|at| Some(**at) == best).or(claims.first()) else { continue };
            let speaker = self.desk.speaker(at).map_or_else(String::new, |name| format!(" ← {name}"));
            let label = self.desk.label(report).to_owned();
            let head = format!("     {}{speaker}: ", self.paint(BOLD, &label));
            let body = if Some(at) == best { "as above".to_owned() } else { self.desk.excerpt(at) };
            self.hanging(&head, &body, 7);
        }
    }

    /// A first line that begins with `head`, the rest indented.
    fn hanging(&mut self, head: &str, body: &str, indent: usize) {
        let plain = anstream::adapter::strip_str(head).to_string();
        let flat = body.split_whitespace().collect::<Vec<_>>().join(" ");
        let options = textwrap::Options::new(self.view.width)
            .initial_indent(&plain)
            .subsequent_indent("                    ".get(..indent).unwrap_or(""));
        for (index, line) in textwrap::wrap(&flat, options).iter().enumerate() {
            let line = if index == 0 { line.replacen(&plain, head, 1) } else { line.to_string() };
            self.line(&line);
        }
    }

    fn differ(&mut self) {
        let points = self.desk.points(Standing::Differs);
        self.section("DIFFER", points.len(), "");
        for (_, point) in points.iter().take(self.shown(points.len())) {
            let substantial: Vec<&Difference> =
                point.differences.iter().filter(|difference| difference.aspect.is_substantial()).collect();
            for difference in substantial {
                self.difference(difference, 2);
            }
        }
        self.more(points.len());
    }

    fn difference(&mut self, difference: &Difference, indent: usize) {
        let code = if difference.aspect.is_substantial() { YELLOW } else { DIM };
        let lead = " ".repeat(indent);
        let aspect = self.paint(code, words::aspect(difference.aspect));
        self.hanging(&format!("{lead}{aspect}: "), &difference.note, indent + 2);
        let mut seen = Vec::new();
        for &citation in &difference.citations {
            let cut = self.desk.cut(citation);
            if seen.contains(&(citation.report, cut)) {
                continue;
            }
            seen.push((citation.report, cut));
            let head = format!("{lead}  {}: ", self.desk.label(citation.report));
            let body = format!("“{cut}”");
            self.hanging(&head, &body, indent + 4);
        }
    }

    fn single(&mut self) {
        let points = self.desk.points(Standing::Sole);
        let read = count(self.desk.account.readings.len(), "report", "reports");
        self.section("ONLY ONE", points.len(), &format!("of {read} read"));
        let reports = self.desk.account.readings.len();
        let each = if self.view.all { usize::MAX } else { (FIRST_ROWS / reports.max(1)).max(4) };
        for report in 0..reports {
            let rows = self.desk.singles(report);
            if rows.is_empty() {
                continue;
            }
            let label = self.paint(BOLD, self.desk.label(report));
            self.line(&format!("  {label}"));
            for row in rows.iter().take(each) {
                let parts: Vec<&str> =
                    self.desk.passages(row).into_iter().map(|part| self.desk.cut(part)).collect();
                let speaker = row.claims.iter().find_map(|(at, _)| self.desk.speaker(*at));
                let speaker = speaker.map_or_else(String::new, |name| format!(" ← {name}"));
                self.wrapped("     ", &format!("{}{speaker}", parts.join(" … ")), None);
            }
            if rows.len() > each {
                let note = self.paint(DIM, &format!("     … {} more (--all shows them)", rows.len() - each));
                self.line(&note);
            }
        }
    }

    fn quotes(&mut self) {
        let rows = &self.desk.account.quotes;
        self.section("WHO SAID WHAT", rows.len(), "");
        let mut speaker = None;
        for row in rows.iter().take(self.shown(rows.len())) {
            let name = row.name.as_deref().unwrap_or("speaker not told");
            if speaker != Some(name) {
                speaker = Some(name);
                let name = self.paint(BOLD, name);
                self.line(&format!("  {name}"));
            }
            for &citation in &row.citations {
                let head = format!("     {}: ", self.desk.label(citation.report));
                let body = self.desk.cut(citation).to_owned();
                self.hanging(&head, &body, 7);
            }
        }
        self.more(rows.len());
    }

    fn figures(&mut self) {
        let rows = &self.desk.account.figures;
        self.section("FIGURES", rows.len(), "");
        for row in rows.iter().take(self.shown(rows.len())) {
            let mut sources = Vec::new();
            for &citation in &row.citations {
                let speaker =
                    self.desk.figure_source(citation).map_or_else(String::new, |name| format!(" ← {name}"));
                let source = format!("{}{speaker}", self.desk.label(citation.report));
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            let scope = row.scope.place.as_ref().map_or_else(String::new, |place| format!(", {place}"));
            let head = format!("{:>14}  {}{scope}", self.desk.number(row), counted(row));
            self.hanging(&format!("{head} · "), &sources.join("; "), 16);
        }
        self.more(rows.len());
    }

    fn timeline(&mut self) {
        let rows = &self.desk.account.timeline;
        self.section("TIMELINE", rows.len(), "");
        for row in rows.iter().take(self.shown(rows.len())) {
            let Some(&citation) = row.citations.first() else { continue };
            let kind = if row.background { "  background" } else { "" };
            let reports: std::collections::BTreeSet<usize> =
                row.citations.iter().map(|each| each.report).collect();
            let when = self.paint(BOLD, &day(&row.value));
            self.line(&format!("  {when}  {}{kind}", count(reports.len(), "report", "reports")));
            let head = format!("     {}: ", self.desk.label(citation.report));
            let body = self.desk.cut(citation).to_owned();
            self.hanging(&head, &body, 7);
        }
        self.more(rows.len());
    }

    fn itinerary(&mut self) {
        let rows = &self.desk.account.itinerary;
        if rows.is_empty() {
            return;
        }
        self.section("ITINERARY", rows.len(), "");
        let mut traveller = None;
        for row in rows {
            if traveller != Some(row.traveller) {
                traveller = Some(row.traveller);
                let name =
                    self.desk.account.entities.get(row.traveller).map_or("", |entity| entity.name.as_str());
                let name = self.paint(BOLD, name);
                self.line(&format!("  {name}"));
            }
            let when = row.value.as_deref().map_or_else(|| "day not told".to_owned(), day);
            let planned = if row.planned { " (planned)" } else { "" };
            let reports: std::collections::BTreeSet<usize> =
                row.citations.iter().map(|each| each.report).collect();
            let labels: Vec<&str> = reports.iter().map(|&report| self.desk.label(report)).collect();
            let line = format!("{}{planned} · {when} · {}", row.place, labels.join(", "));
            self.wrapped("     → ", &line, None);
        }
    }

    fn cast(&mut self) {
        let shown = desk::cast(self.desk.account);
        self.section("CAST", shown.len(), "");
        for entity in shown.iter().take(self.shown(shown.len())) {
            let name = self.paint(BOLD, &entity.name);
            let roles: Vec<&str> = entity.roles.iter().take(3).map(|role| role.text.as_str()).collect();
            let roles = if roles.is_empty() { String::new() } else { format!(", {}", roles.join("; ")) };
            self.line(&format!("  {name}{roles}"));
            if entity.variants.len() > 1 {
                let named = entity.variants.iter().map(|variant| {
                    let outlets: Vec<&str> =
                        variant.reports.iter().map(|&report| self.desk.label(report)).collect();
                    format!("{} ({})", variant.text, outlets.join(", "))
                });
                let named = named.collect::<Vec<_>>().join("; ");
                self.wrapped("     ", &named, None);
            }
        }
        self.more(shown.len());
    }

    fn notices(&mut self) {
        let rows = &self.desk.account.notices;
        if rows.is_empty() {
            return;
        }
        self.section("NOTICES", rows.len(), "");
        for row in rows {
            let label =
                row.report.map_or_else(String::new, |report| format!("{}: ", self.desk.label(report)));
            self.wrapped("  ", &format!("{label}{}", row.text), None);
        }
    }
}
