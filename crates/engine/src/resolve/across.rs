//! Entities across the reports of a story.

use model::{Reading, StoryEntity, Variant};

/// Joins the entities of the reports; each of them is a member of exactly one story entity.
#[must_use]
pub fn across(readings: &[Reading]) -> Vec<StoryEntity> {
    let mut all = Vec::new();
    for (report, reading) in readings.iter().enumerate() {
        for (index, entity) in reading.entities.iter().enumerate() {
            let variant = |text: &String| Variant { text: text.clone(), reports: vec![report] };
            all.push(StoryEntity {
                kind: entity.kind,
                name: entity.name.clone(),
                variants: entity.variants.iter().map(variant).collect(),
                roles: entity.roles.iter().map(variant).collect(),
                members: vec![(report, index)],
            });
        }
    }
    all
}
