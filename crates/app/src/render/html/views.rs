//! The views beside the points: quotations, figures, timeline, itinerary, cast, notices.

use super::{Page, chart};
use crate::render::desk::cast;
use crate::render::words::{day, kind};
use maud::{Markup, html as markup};
use parallax::model::{Citation, FigureRow, QuoteRow, StoryEntity};

impl Page<'_> {
    fn cited(&self, citation: Citation) -> Markup {
        markup! {
            (self.marks.mark(&self.desk, citation.report)) " "
            a href=(self.place_of(citation)) { (self.desk.cut(citation)) }
        }
    }

    pub(super) fn quotes(&self) -> Markup {
        let mut speakers: Vec<(&str, Vec<&QuoteRow>)> = Vec::new();
        for row in &self.desk.account.quotes {
            let name = row.name.as_deref().unwrap_or("Speaker not told");
            match speakers.iter_mut().find(|(speaker, _)| *speaker == name) {
                Some((_, rows)) => rows.push(row),
                None => speakers.push((name, vec![row])),
            }
        }
        markup! {
            @for (name, rows) in speakers {
                h3 { (name) }
                ul.quotes {
                    @for row in rows {
                        li { @for &citation in &row.citations { blockquote { (self.cited(citation)) } } }
                    }
                }
            }
        }
    }

    pub(super) fn figures(&self) -> Markup {
        markup! {
            @for (thing, rows) in self.desk.counted() {
                div.figure {
                    h3 { @if thing.is_empty() { "not told what" } @else { (thing) } }
                    (chart::dots(&self.desk, &rows))
                    table { tbody { @for row in rows { (self.figure_row(row)) } } }
                }
            }
        }
    }

    fn figure_row(&self, row: &FigureRow) -> Markup {
        let scope = [&row.scope.place, &row.scope.from, &row.scope.to];
        let scope: Vec<&str> = scope.into_iter().filter_map(|part| part.as_deref()).collect();
        markup! {
            tr {
                th scope="row" { (self.desk.number(row)) }
                td {
                    @for &citation in &row.citations {
                        span.cited {
                            (self.cited(citation))
                            @if let Some(source) = self.desk.figure_source(citation) { span.quiet { " ← " (source) } }
                        } " "
                    }
                    @if !scope.is_empty() { span.quiet { (scope.join(" to ")) } }
                }
            }
        }
    }

    pub(super) fn timeline(&self) -> Markup {
        markup! {
            ol.timeline {
                @for row in &self.desk.account.timeline {
                    li class=(if row.background { "background" } else { "news" }) {
                        div.when { (day(&row.value)) @if row.background { span.quiet { " background" } } }
                        div { @for &citation in &row.citations { p { (self.cited(citation)) } } }
                    }
                }
            }
        }
    }

    pub(super) fn itinerary(&self) -> Markup {
        let rows = &self.desk.account.itinerary;
        let mut travellers: Vec<usize> = rows.iter().map(|row| row.traveller).collect();
        travellers.dedup();
        markup! {
            @for traveller in travellers {
                h3 { (self.desk.account.entities.get(traveller).map_or("", |entity| entity.name.as_str())) }
                ol.stops {
                    @for row in rows.iter().filter(|row| row.traveller == traveller) {
                        li class=(if row.planned { "planned" } else { "made" }) {
                            b { (row.place) }
                            " " span.quiet { (row.value.as_deref().map_or_else(|| "day not told".to_owned(), day)) }
                            @if row.planned { " " span.tag { "planned" } }
                            @for &citation in &row.citations { p { (self.cited(citation)) } }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn cast(&self) -> Markup {
        let shown = cast(self.desk.account);
        let (first, rest) = shown.split_at(shown.len().min(16));
        markup! {
            ul.cast { @for entity in first { (self.member(entity)) } }
            @if !rest.is_empty() {
                details.rest {
                    summary { (rest.len()) " more" }
                    ul.cast { @for entity in rest { (self.member(entity)) } }
                }
            }
        }
    }

    fn member(&self, entity: &StoryEntity) -> Markup {
        let mut roles: Vec<String> = Vec::new();
        for role in &entity.roles {
            if !roles.iter().any(|seen| seen.eq_ignore_ascii_case(&role.text)) {
                roles.push(role.text.clone());
            }
        }
        markup! {
            li {
                b { (entity.name) } " " span.tag { (kind(entity.kind)) }
                @if !roles.is_empty() { " " span.quiet { (roles.join("; ")) } }
                @if entity.variants.len() > 1 {
                    ul.variants {
                        @for variant in &entity.variants {
                            li {
                                (variant.text) " "
                                @for &report in &variant.reports { (self.marks.mark(&self.desk, report)) }
                            }
                        }
                    }
                } @else {
                    " " @for variant in &entity.variants {
                        @for &report in &variant.reports { (self.marks.mark(&self.desk, report)) }
                    }
                }
            }
        }
    }

    pub(super) fn notices(&self) -> Markup {
        markup! {
            ul.notices {
                @for notice in &self.desk.account.notices {
                    li {
                        @if let Some(report) = notice.report { (self.marks.named(&self.desk, report)) ": " }
                        (notice.text)
                    }
                }
            }
        }
    }
}
