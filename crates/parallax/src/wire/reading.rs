//! A reading as `annotate` writes it.

use super::{Offsets, names::Word, report};
use model::{Attribution, Claim, Entity, Figure, Mention, Place, Reading, Span, Time, Token};
use serde_json::{Map, Value, json};

/// What to write beyond the usual keys.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The key `tokens`.
    pub tokens: bool,
}

/// The keys of `annotate`.
#[must_use]
pub fn reading(reading: &Reading, options: Options) -> Map<String, Value> {
    let offsets = Offsets::new(&reading.report.text);
    let mut object = report::fields(&reading.report, &offsets);
    let mut put = |key: &str, values: Vec<Value>| object.insert(key.to_owned(), Value::Array(values));
    let o = &offsets;
    put("sentences", reading.document.sentences.iter().map(|sentence| o.span(sentence.span)).collect());
    if options.tokens {
        put("tokens", reading.document.tokens.iter().map(|t| token(t, o)).collect());
    }
    put("mentions", reading.mentions.iter().map(|m| mention(m, o)).collect());
    put("entities", reading.entities.iter().enumerate().map(|(i, e)| entity(i, e)).collect());
    put("places", reading.places.iter().map(|p| place(p, o)).collect());
    put("times", reading.times.iter().map(|t| time(t, o)).collect());
    put("figures", reading.figures.iter().map(|f| figure(f, o)).collect());
    put("attributions", reading.attributions.iter().map(|a| attribution(a, o)).collect());
    put("claims", reading.claims.iter().enumerate().map(|(i, c)| claim(i, c, o)).collect());
    object
}

/// The id of an entity of a report.
pub(super) fn entity_id(index: usize) -> String {
    format!("e{}", index + 1)
}

/// An object that begins with the span.
fn spanned(span: Span, offsets: &Offsets<'_>, rest: Value) -> Value {
    let mut object = Map::new();
    object.insert("start".to_owned(), json!(offsets.points(span.start)));
    object.insert("end".to_owned(), json!(offsets.points(span.end)));
    if let Value::Object(rest) = rest {
        object.extend(rest);
    }
    Value::Object(object)
}

fn token(token: &Token, offsets: &Offsets<'_>) -> Value {
    let head = token.head.and_then(|head| i64::try_from(head).ok()).unwrap_or(-1);
    spanned(
        token.span,
        offsets,
        json!({"sentence": token.sentence, "lemma": token.lemma, "upos": token.upos.as_str(),
            "xpos": token.xpos, "head": head, "deprel": token.relation}),
    )
}

fn mention(mention: &Mention, offsets: &Offsets<'_>) -> Value {
    let rest = json!({"kind": mention.kind.word(), "entity": mention.entity.map(entity_id),
        "form": mention.form.word()});
    spanned(mention.span, offsets, rest)
}

fn entity(index: usize, entity: &Entity) -> Value {
    json!({"id": entity_id(index), "kind": entity.kind.word(), "name": entity.name,
        "variants": entity.variants, "roles": entity.roles})
}

fn place(place: &Place, offsets: &Offsets<'_>) -> Value {
    let rest = json!({"name": place.name, "geonames_id": place.geonames_id,
        "latitude": place.coordinates.map(|at| at.latitude),
        "longitude": place.coordinates.map(|at| at.longitude),
        "admin1": place.admin1, "country": place.country});
    spanned(place.span, offsets, rest)
}

fn time(time: &Time, offsets: &Offsets<'_>) -> Value {
    spanned(time.span, offsets, json!({"type": time.kind.word(), "value": time.value}))
}

fn figure(figure: &Figure, offsets: &Offsets<'_>) -> Value {
    let mut scope = Map::new();
    let parts = [("place", &figure.scope.place), ("from", &figure.scope.from), ("to", &figure.scope.to)];
    for (key, value) in parts {
        if let Some(value) = value {
            scope.insert(key.to_owned(), json!(value));
        }
    }
    let rest = json!({"value": number(figure.value), "low": number(figure.low), "high": number(figure.high),
        "unit": figure.unit, "of": figure.of, "approximate": figure.approximate, "scope": scope,
        "source": figure.source.map(entity_id), "hedge": figure.hedge});
    spanned(figure.span, offsets, rest)
}

/// A number; whole ones without a point.
pub(super) fn number(value: Option<f64>) -> Value {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        Some(value) if value.fract() == 0.0 && value.abs() < 9e15 => json!(value as i64),
        Some(value) => json!(value),
        None => Value::Null,
    }
}

fn attribution(attribution: &Attribution, offsets: &Offsets<'_>) -> Value {
    let span = |span: Option<Span>| span.map(|span| offsets.span(span));
    let content: Vec<Value> = attribution.content.iter().map(|&piece| offsets.span(piece)).collect();
    let mut object = json!({"source": span(attribution.source), "cue": span(attribution.cue),
        "content": content, "mode": attribution.mode.word(),
        "speaker": attribution.speaker.map(entity_id), "stance": attribution.stance.word()});
    if let (Some(outer), Some(object)) = (attribution.within, object.as_object_mut()) {
        object.insert("within".to_owned(), json!(outer));
    }
    object
}

fn claim(index: usize, claim: &Claim, offsets: &Offsets<'_>) -> Value {
    let entities: Vec<String> = claim.entities.iter().map(|&entity| entity_id(entity)).collect();
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(format!("c{}", index + 1)));
    let rest = spanned(
        claim.span,
        offsets,
        json!({"attribution": claim.attribution, "negated": claim.negated,
            "modality": claim.modality.word(), "entities": entities, "figures": claim.figures,
            "times": claim.times, "places": claim.places}),
    );
    if let Value::Object(rest) = rest {
        object.extend(rest);
    }
    Value::Object(object)
}
