//! An account as `read --format json` writes it.

use super::reading::{entity_id, number, reading};
use super::{Offsets, Options, names::Word};
use model::{Account, Citation, FigureRow, Point, QuoteRow, StopRow, StoryEntity, TimelineRow, Variant};
use serde_json::{Map, Value, json};

/// One account.
#[must_use]
pub fn account(account: &Account) -> Value {
    let writer = Writer {
        account,
        offsets: account.readings.iter().map(|reading| Offsets::new(&reading.report.text)).collect(),
    };
    json!({
        "id": account.id,
        "headline": writer.citation(account.headline),
        "first_published": stamps(account).min().map(|(_, text)| text),
        "last_published": stamps(account).max().map(|(_, text)| text),
        "reports": writer.reports(),
        "origins": writer.origins(),
        "entities": account.entities.iter().enumerate().map(|(i, e)| writer.entity(i, e)).collect::<Vec<_>>(),
        "points": account.points.iter().enumerate().map(|(i, p)| writer.point(i, p)).collect::<Vec<_>>(),
        "figures": account.figures.iter().map(|row| writer.figure(row)).collect::<Vec<_>>(),
        "timeline": account.timeline.iter().map(|row| writer.time(row)).collect::<Vec<_>>(),
        "itinerary": account.itinerary.iter().map(|row| writer.stop(row)).collect::<Vec<_>>(),
        "quotes": account.quotes.iter().map(|row| writer.quote(row)).collect::<Vec<_>>(),
        "notices": account.notices.iter().map(|notice| json!({
            "report": notice.report.map(|report| writer.report_id(report)), "text": notice.text,
        })).collect::<Vec<_>>(),
    })
}

fn stamps(account: &Account) -> impl Iterator<Item = (jiff::civil::Date, &str)> {
    let stamps = account.readings.iter().filter_map(|reading| reading.report.published.as_ref());
    stamps.map(|stamp| (stamp.date, stamp.text.as_str()))
}

fn origin_id(index: usize) -> String {
    format!("o{}", index + 1)
}

struct Writer<'a> {
    account: &'a Account,
    offsets: Vec<Offsets<'a>>,
}

impl Writer<'_> {
    fn report_id(&self, report: usize) -> &str {
        self.account.readings.get(report).map_or("", |reading| reading.report.id.as_str())
    }

    fn report_ids(&self, reports: &[usize]) -> Vec<&str> {
        reports.iter().map(|&report| self.report_id(report)).collect()
    }

    fn citation(&self, citation: Citation) -> Value {
        let points =
            |offset| self.offsets.get(citation.report).map_or(offset, |offsets| offsets.points(offset));
        let text =
            self.account.readings.get(citation.report).map_or("", |reading| reading.cut(citation.span));
        json!({"report": self.report_id(citation.report), "start": points(citation.span.start),
            "end": points(citation.span.end), "text": text})
    }

    fn citations(&self, citations: &[Citation]) -> Vec<Value> {
        citations.iter().map(|&citation| self.citation(citation)).collect()
    }

    fn reports(&self) -> Vec<Value> {
        let origins = &self.account.origins;
        let readings = self.account.readings.iter().enumerate();
        let written = readings.map(|(index, each)| {
            let mut object: Map<String, Value> = reading(each, Options::default());
            let copied = origins.copy_of.get(index).copied().flatten();
            object.insert("origin".to_owned(), json!(origins.of(index).map(origin_id)));
            object.insert("copy_of".to_owned(), json!(copied.map(|original| self.report_id(original))));
            Value::Object(object)
        });
        written.collect()
    }

    fn origins(&self) -> Value {
        let origins = &self.account.origins;
        let groups = origins.groups.iter().enumerate().map(|(index, origin)| {
            json!({"id": origin_id(index), "reports": self.report_ids(&origin.reports), "why": origin.why})
        });
        json!({"at_least": origins.at_least, "at_most": origins.at_most, "groups": groups.collect::<Vec<_>>()})
    }

    fn variants(&self, variants: &[Variant]) -> Vec<Value> {
        let each = variants.iter();
        each.map(|v| json!({"text": v.text, "reports": self.report_ids(&v.reports)})).collect()
    }

    fn entity(&self, index: usize, entity: &StoryEntity) -> Value {
        let members = entity.members.iter();
        let members: Vec<Value> = members
            .map(|&(report, member)| json!({"report": self.report_id(report), "entity": entity_id(member)}))
            .collect();
        json!({"id": entity_id(index), "kind": entity.kind.word(), "name": entity.name,
            "variants": self.variants(&entity.variants), "roles": self.variants(&entity.roles),
            "members": members})
    }

    fn point(&self, index: usize, point: &Point) -> Value {
        let claims: Vec<Value> = point
            .claims
            .iter()
            .filter_map(|at| {
                let claim = self.account.readings.get(at.report)?.claims.get(at.claim)?;
                let mut object = self.citation(Citation { report: at.report, span: claim.span });
                object.as_object_mut()?.insert("attribution".to_owned(), json!(claim.attribution));
                Some(object)
            })
            .collect();
        let differences: Vec<Value> = point
            .differences
            .iter()
            .map(|difference| {
                json!({"aspect": difference.aspect.word(), "note": difference.note,
                    "citations": self.citations(&difference.citations)})
            })
            .collect();
        let mut object = json!({"id": format!("p{}", index + 1), "status": point.status.word(),
            "origins": {"at_least": point.at_least, "at_most": point.at_most},
            "claims": claims, "differences": differences, "speech": point.speech});
        if let (Some(similarity), Some(object)) = (point.similarity, object.as_object_mut()) {
            object.insert("similarity".to_owned(), json!((similarity * 1000.0).round() / 1000.0));
        }
        object
    }

    fn figure(&self, row: &FigureRow) -> Value {
        json!({"value": number(row.value), "low": number(row.low), "high": number(row.high),
            "unit": row.unit, "of": row.of, "approximate": row.approximate,
            "scope": {"place": row.scope.place, "from": row.scope.from, "to": row.scope.to},
            "origins": row.origins, "citations": self.citations(&row.citations)})
    }

    fn time(&self, row: &TimelineRow) -> Value {
        json!({"value": row.value, "background": row.background, "citations": self.citations(&row.citations)})
    }

    fn stop(&self, row: &StopRow) -> Value {
        json!({"traveller": entity_id(row.traveller), "place": row.place, "value": row.value,
            "planned": row.planned, "citations": self.citations(&row.citations)})
    }

    fn quote(&self, row: &QuoteRow) -> Value {
        json!({"speaker": row.speaker.map(entity_id), "name": row.name, "citations": self.citations(&row.citations)})
    }
}
