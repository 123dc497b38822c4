//! An account as Markdown, for notes and tickets.

use super::desk::{Desk, Standing, cast, counted};
use super::words::{aspect, bounds, count, day};
use parallax::model::{Account, Citation, ClaimRef, Difference, Point};
use std::fmt::Write as _;

/// All accounts, one after the other.
pub(crate) fn markdown(accounts: &[Account]) -> String {
    let pages = accounts.iter().map(|account| Page { desk: Desk::new(account), text: String::new() }.show());
    pages.collect::<Vec<_>>().join("\n---\n\n")
}

struct Page<'a> {
    desk: Desk<'a>,
    text: String,
}

/// Text in which nothing is taken for markup, on one line.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !safe.is_empty() {
            safe.push(' ');
        }
        for c in word.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
                safe.push('\\');
            }
            safe.push(c);
        }
    }
    safe
}

impl Page<'_> {
    fn show(mut self) -> String {
        self.head();
        self.points("Agreed", Standing::Agreed);
        if !self.desk.points(Standing::Shared).is_empty() {
            self.points("Shared, perhaps of one origin", Standing::Shared);
        }
        self.points("Differ", Standing::Differs);
        self.singles();
        self.quotes();
        self.figures();
        self.timeline();
        self.itinerary();
        self.cast();
        self.notices();
        self.text
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    fn head(&mut self) {
        let account = self.desk.account;
        let headline = plain(self.desk.cut(account.headline));
        self.line(&format!("# {headline}\n"));
        let origins = bounds(account.origins.at_least, account.origins.at_most);
        let reports = count(account.readings.len(), "report", "reports");
        let credit = plain(self.desk.label(account.headline.report));
        self.line(&format!("Headline of {credit}. {reports}, independent origins: {origins}.\n"));
        for origin in &account.origins.groups {
            let names: Vec<String> =
                origin.reports.iter().map(|&report| plain(self.desk.label(report))).collect();
            let why = if origin.why.is_empty() { String::new() } else { format!(": {}", plain(&origin.why)) };
            self.line(&format!("- {}{why}", names.join(", ")));
        }
    }

    fn passage(&self, at: ClaimRef) -> String {
        let speaker = self.desk.speaker(at).map_or_else(String::new, |name| format!(" ← {}", plain(&name)));
        let citation = self.desk.citation(at);
        format!("{}{speaker}: {}", plain(self.desk.label(at.report)), plain(self.desk.cut(citation)))
    }

    fn points(&mut self, name: &str, standing: Standing) {
        let points = self.desk.points(standing);
        self.line(&format!("\n## {name} ({})\n", points.len()));
        for (_, point) in points {
            self.point(point);
        }
    }

    fn singles(&mut self) {
        let number = self.desk.points(Standing::Sole).len();
        self.line(&format!("\n## Only one ({number})"));
        for report in 0..self.desk.account.readings.len() {
            self.line(&format!("\n{}\n", plain(self.desk.label(report))));
            for row in self.desk.singles(report) {
                let parts: Vec<String> =
                    self.desk.passages(&row).into_iter().map(|part| plain(self.desk.cut(part))).collect();
                let speaker = row.claims.iter().find_map(|(at, _)| self.desk.speaker(*at));
                let speaker = speaker.map_or_else(String::new, |name| format!(" ← {}", plain(&name)));
                self.line(&format!("- {}{speaker}", parts.join(" … ")));
            }
        }
    }

    fn point(&mut self, point: &Point) {
        let Some(best) = self.desk.clearest(point) else { return };
        let title = plain(&self.desk.excerpt(best));
        self.line(&format!("- **{title}**"));
        for &at in &point.claims {
            self.line(&format!("  - {}", self.passage(at)));
        }
        for difference in &point.differences {
            self.difference(difference);
        }
    }

    fn difference(&mut self, difference: &Difference) {
        let cited = difference.citations.iter().map(|&citation| self.cited(citation)).collect::<Vec<_>>();
        let note = plain(&difference.note);
        self.line(&format!("  - *{}*: {note}: {}", aspect(difference.aspect), cited.join("; ")));
    }

    fn cited(&self, citation: Citation) -> String {
        format!("“{}” ({})", plain(self.desk.cut(citation)), plain(self.desk.label(citation.report)))
    }

    fn quotes(&mut self) {
        let rows = &self.desk.account.quotes;
        self.line(&format!("\n## Who said what ({})\n", rows.len()));
        for row in rows {
            let name = plain(row.name.as_deref().unwrap_or("speaker not told"));
            let cited = row.citations.iter().map(|&citation| self.cited(citation)).collect::<Vec<_>>();
            self.line(&format!("- **{name}**: {}", cited.join("; ")));
        }
    }

    fn figures(&mut self) {
        let rows = &self.desk.account.figures;
        self.line(&format!("\n## Figures ({})\n", rows.len()));
        if rows.is_empty() {
            return;
        }
        self.line("| number | of what | where it stands |\n| ---: | --- | --- |");
        for row in rows {
            let cited = row.citations.iter().map(|&citation| self.cited(citation)).collect::<Vec<_>>();
            self.line(&format!(
                "| {} | {} | {} |",
                plain(&self.desk.number(row)),
                plain(&counted(row)),
                cited.join("; ")
            ));
        }
    }

    fn timeline(&mut self) {
        let rows = &self.desk.account.timeline;
        self.line(&format!("\n## Timeline ({})\n", rows.len()));
        for row in rows {
            let cited = row.citations.iter().map(|&citation| self.cited(citation)).collect::<Vec<_>>();
            let kind = if row.background { ", background" } else { "" };
            self.line(&format!("- **{}**{kind}: {}", day(&row.value), cited.join("; ")));
        }
    }

    fn itinerary(&mut self) {
        let rows = &self.desk.account.itinerary;
        if rows.is_empty() {
            return;
        }
        self.line(&format!("\n## Itinerary ({})\n", rows.len()));
        for (number, row) in rows.iter().enumerate() {
            let name =
                self.desk.account.entities.get(row.traveller).map_or("", |entity| entity.name.as_str());
            let when = row.value.as_deref().map_or_else(|| "day not told".to_owned(), day);
            let planned = if row.planned { ", planned" } else { "" };
            let cited = row.citations.iter().map(|&citation| self.cited(citation)).collect::<Vec<_>>();
            let place = plain(&row.place);
            self.line(&format!(
                "{}. {}: {place}, {when}{planned}: {}",
                number + 1,
                plain(name),
                cited.join("; ")
            ));
        }
    }

    fn cast(&mut self) {
        let shown = cast(self.desk.account);
        self.line(&format!("\n## Cast ({})\n", shown.len()));
        for entity in shown {
            let roles: Vec<String> = entity.roles.iter().take(3).map(|role| plain(&role.text)).collect();
            let roles = if roles.is_empty() { String::new() } else { format!(", {}", roles.join("; ")) };
            let variants: Vec<String> = entity.variants.iter().map(|variant| plain(&variant.text)).collect();
            self.line(&format!("- **{}**{roles} ({})", plain(&entity.name), variants.join("; ")));
        }
    }

    fn notices(&mut self) {
        let rows = &self.desk.account.notices;
        if rows.is_empty() {
            return;
        }
        self.line("\n## Notices\n");
        for row in rows {
            let label =
                row.report.map_or_else(String::new, |report| format!("{}: ", self.desk.label(report)));
            self.line(&format!("- {}", plain(&format!("{label}{}", row.text))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_in_a_report_stays_text() {
        assert_eq!(plain("a *b*\n<c> [d](e)"), "a \\*b\\* \\<c\\> \\[d\\](e)");
    }
}
