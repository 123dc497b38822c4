//! The reports in full, their passages lit, with the way back to the points.

use super::Page;
use crate::render::words::day;
use maud::{Markup, html as markup};
use parallax::model::{Citation, MarginalKind, Reading, Span, Status};

impl Page<'_> {
    pub(super) fn reports(&self) -> Markup {
        markup! { @for report in 0..self.desk.account.readings.len() { (self.report(report)) } }
    }

    fn report(&self, report: usize) -> Markup {
        let Some(reading) = self.desk.reading(report) else { return markup! {} };
        let stamp = reading.report.published.as_ref().map(|stamp| day(&stamp.date.to_string()));
        let title = reading.report.headline.map_or("no headline", |span| reading.cut(span));
        markup! {
            details.report id={ "s" (self.story) "-r" (report) } open[self.desk.account.readings.len() <= 4] {
                summary {
                    (self.marks.named(&self.desk, report))
                    @if let Some(stamp) = stamp { " " span.quiet { (stamp) } }
                    span.title { (title) }
                }
                @for block in reading.report.blocks() {
                    @let headline = Some(block) == reading.report.headline;
                    p class=(if headline { "headline" } else { "body" }) { (self.block(report, reading, block)) }
                }
                @if let Some(url) = reading.report.url.as_deref().filter(|url| url.starts_with("http")) {
                    p.quiet { a href=(url) rel="noreferrer" { (url) } }
                }
            }
        }
    }

    /// The block cut at its claims, each with its anchor and the way to its point.
    fn block(&self, report: usize, reading: &Reading, block: Span) -> Markup {
        let claims = reading.claims.iter().enumerate().filter(|(_, claim)| block.contains(claim.span));
        let mut at = block.start;
        let mut pieces: Vec<Markup> = Vec::new();
        for (index, claim) in claims {
            if claim.span.start < at {
                continue;
            }
            pieces.push(self.between(report, reading, Span::new(at, claim.span.start)));
            pieces.push(self.lit(report, index, claim.span));
            at = claim.span.end;
        }
        pieces.push(self.between(report, reading, Span::new(at, block.end)));
        markup! { @for piece in &pieces { (piece) } }
    }

    fn lit(&self, report: usize, claim: usize, span: Span) -> Markup {
        let text = self.desk.cut(Citation { report, span });
        let point = self.desk.point_of(report, claim);
        let status = point.and_then(|point| self.desk.account.points.get(point)).map(|point| point.status);
        let class = match status {
            Some(Status::Corroborated) => "lit agreed",
            Some(Status::Differs) => "lit differs",
            _ => "lit single",
        };
        markup! {
            span class=(class) id={ "s" (self.story) "-r" (report) "-c" (claim) } {
                @match point {
                    Some(point) => { a href={ "#s" (self.story) "-p" (point) } { (text) } }
                    None => { (text) }
                }
            }
        }
    }

    /// Text outside claims: lines that are no reporting are set apart.
    fn between(&self, report: usize, reading: &Reading, span: Span) -> Markup {
        let text = self.desk.cut(Citation { report, span });
        let line = reading.report.marginalia.iter().find(|line| line.span.touches(span));
        match line {
            Some(line) if !text.trim().is_empty() => markup! {
                span.marginal title=(marginal(line.kind)) { (text) }
            },
            _ => markup! { (text) },
        }
    }
}

fn marginal(kind: MarginalKind) -> &'static str {
    match kind {
        MarginalKind::Credit => "credit: no reporting",
        MarginalKind::Update => "update notice: no reporting",
        MarginalKind::Correction => "correction",
        MarginalKind::Promotion => "promotion: no reporting",
        MarginalKind::Byline => "byline",
        MarginalKind::Dateline => "dateline",
    }
}
