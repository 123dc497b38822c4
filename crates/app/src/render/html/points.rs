//! Points: what reports agree on, where they differ, what only one carries.

use super::Page;
use crate::render::desk::{Sole, Standing};
use crate::render::words::aspect;
use maud::{Markup, html as markup};
use parallax::model::{Aspect, Citation, ClaimRef, Difference, Point, Span, Status};

/// More single points of one report than these are folded.
const SINGLES: usize = 8;

impl Page<'_> {
    /// Where a claim stands in the report below.
    pub(super) fn place(&self, at: ClaimRef) -> String {
        format!("#s{}-r{}-c{}", self.story, at.report, at.claim)
    }

    /// The place of any citation: the claim in which it lies, else the report.
    pub(super) fn place_of(&self, citation: Citation) -> String {
        match self.desk.claim_at(citation) {
            Some(claim) => self.place(ClaimRef { report: citation.report, claim }),
            None => format!("#s{}-r{}", self.story, citation.report),
        }
    }

    pub(super) fn agreed(&self) -> Markup {
        let points = self.desk.points(Standing::Agreed);
        markup! {
            @if points.is_empty() { p.quiet { "Nothing that two independent origins carry was found." } }
            @for (index, point) in points { (self.point(index, point)) }
        }
    }

    /// What several reports carry of which nobody can tell whether they are one origin.
    pub(super) fn shared(&self) -> Markup {
        markup! {
            p.quiet { "Carried by several reports that may draw on one origin: no corroboration." }
            @for (index, point) in self.desk.points(Standing::Shared) { (self.point(index, point)) }
        }
    }

    fn point(&self, index: usize, point: &Point) -> Markup {
        let title = self.desk.clearest(point).map(|at| self.within_sentence(at, false));
        markup! {
            details.point id={ "s" (self.story) "-p" (index) } {
                summary {
                    span.passage { @if let Some(title) = &title { (title) } }
                    span.carriers {
                        @for (report, _) in self.desk.carriers(point) { (self.marks.mark(&self.desk, report)) }
                        @if point.differences.iter().any(|difference| difference.aspect == Aspect::Wording) {
                            span.tag { "words differ" }
                        }
                    }
                }
                (self.wordings_of(point))
                // Who says it stands beside each wording already.
                @for difference in point.differences.iter().filter(|each| each.aspect != Aspect::Attribution) {
                    (self.difference(difference))
                }
            }
        }
    }

    /// The wordings of a point side by side, each within its sentence.
    fn wordings_of(&self, point: &Point) -> Markup {
        markup! {
            div.sides {
                @for (report, claims) in self.desk.carriers(point) {
                    div.side {
                        (self.marks.named(&self.desk, report))
                        @for at in claims { (self.wording_of(at)) }
                    }
                }
            }
        }
    }

    fn wording_of(&self, at: ClaimRef) -> Markup {
        markup! {
            blockquote {
                (self.within_sentence(at, true))
                @if let Some(speaker) = self.desk.speaker(at) { footer { "← " (speaker) } }
            }
        }
    }

    /// The claim, with the rest of its sentence set back.
    fn within_sentence(&self, at: ClaimRef, linked: bool) -> Markup {
        let citation = self.desk.citation(at);
        let context = self.desk.context(citation);
        let cut = |start, end| self.desk.cut(Citation { report: at.report, span: Span::new(start, end) });
        markup! {
            span.around { (cut(context.start, citation.span.start)) }
            @if linked { a href=(self.place(at)) { (self.desk.cut(citation)) } } @else { (self.desk.cut(citation)) }
            span.around { (cut(citation.span.end, context.end)) }
        }
    }

    pub(super) fn differ(&self) -> Markup {
        markup! {
            @for (index, point) in self.desk.points(Standing::Differs) {
                div.card id={ "s" (self.story) "-p" (index) } {
                    @for difference in point.differences.iter().filter(|d| d.aspect.is_substantial()) {
                        (self.difference(difference))
                    }
                    details {
                        summary { "the passages in full" }
                        (self.wordings_of(point))
                    }
                }
            }
        }
    }

    fn difference(&self, difference: &Difference) -> Markup {
        let class = if difference.aspect.is_substantial() { "difference substance" } else { "difference" };
        let mut seen = Vec::new();
        let rows = difference.citations.iter().filter(|citation| {
            let row = (citation.report, self.desk.cut(**citation));
            !seen.contains(&row) && {
                seen.push(row);
                true
            }
        });
        markup! {
            div class=(class) {
                p { span.aspect { (aspect(difference.aspect)) } " " (difference.note) }
                dl {
                    @for &citation in rows {
                        dt { (self.marks.named(&self.desk, citation.report)) }
                        dd { a href=(self.place_of(citation)) { (self.desk.cut(citation)) } }
                    }
                }
            }
        }
    }

    /// Differences in wording inside agreed points.
    pub(super) fn wordings(&self) -> Vec<&Difference> {
        let points = self.desk.account.points.iter().filter(|point| point.status != Status::Single);
        points.flat_map(|point| &point.differences).filter(|d| d.aspect == Aspect::Wording).collect()
    }

    pub(super) fn wording(&self) -> Markup {
        markup! { @for difference in self.wordings() { (self.difference(difference)) } }
    }

    pub(super) fn single(&self) -> Markup {
        let read = self.desk.account.readings.len();
        markup! {
            p.quiet { "Carried by one origin among the " (read) " reports that were read." }
            @for report in 0..read {
                @let rows = self.desk.singles(report);
                @if !rows.is_empty() {
                    h3 { (self.marks.named(&self.desk, report)) " " span.n { (rows.len()) } }
                    ul.singles { @for row in rows.iter().take(SINGLES) { (self.single_row(row)) } }
                    @if rows.len() > SINGLES {
                        details.rest {
                            summary { (rows.len() - SINGLES) " more" }
                            ul.singles { @for row in rows.iter().skip(SINGLES) { (self.single_row(row)) } }
                        }
                    }
                }
            }
        }
    }

    /// The sentence, with what this report alone carries set off from the rest.
    fn single_row(&self, row: &Sole) -> Markup {
        let Some(&(first, _)) = row.claims.first() else { return markup! {} };
        let mut at = row.around.start;
        let mut pieces: Vec<Markup> = Vec::new();
        for &(claim, point) in &row.claims {
            let citation = self.desk.citation(claim);
            let before = Citation { report: claim.report, span: Span::new(at, citation.span.start) };
            pieces.push(markup! {
                span.around { (self.desk.cut(before)) }
                a id={ "s" (self.story) "-p" (point) } href=(self.place(claim)) { (self.desk.cut(citation)) }
            });
            at = citation.span.end;
        }
        let after = Citation { report: first.report, span: Span::new(at, row.around.end) };
        let speaker = row.claims.iter().find_map(|(claim, _)| self.desk.speaker(*claim));
        markup! {
            li {
                @for piece in &pieces { (piece) }
                span.around { (self.desk.cut(after)) }
                @if let Some(speaker) = speaker { " " span.quiet { "← " (speaker) } }
            }
        }
    }
}
