//! On whose word the sides state it.

use super::Found;
use super::sides::Side;
use model::{Aspect, Citation, Difference, StoryEntity};
use std::collections::BTreeMap;

/// Sides that name different speakers, or of which some name one and others none.
pub(super) fn difference(entities: &[StoryEntity], sides: &[Side<'_>]) -> Option<Found> {
    if sides.len() < 2 {
        return None;
    }
    let mut by_speaker: BTreeMap<String, Vec<Citation>> = BTreeMap::new();
    for side in sides {
        let (speaker, citation) = speaker(entities, side)?;
        by_speaker.entry(speaker).or_default().push(citation);
    }
    if by_speaker.len() < 2 {
        return None;
    }
    let names: Vec<&str> = by_speaker.keys().map(String::as_str).collect();
    let note = names.join(" / ");
    let citations = by_speaker.into_values().flatten().collect();
    let difference = Difference { aspect: Aspect::Attribution, note, citations };
    Some(Found { difference, substantial: false })
}

/// The speaker of a side, by the name that the story has for him.
fn speaker(entities: &[StoryEntity], side: &Side<'_>) -> Option<(String, Citation)> {
    let first = side.claims.first()?;
    let spoken = side
        .claims
        .iter()
        .find_map(|claim| Some((claim, side.reading.attributions.get(claim.attribution?)?)));
    let Some((claim, attribution)) = spoken else {
        return Some(("the report's own word".to_owned(), side.citation(first.span)));
    };
    let known = attribution.speaker.and_then(|speaker| {
        let of_story = entities.iter().find(|entity| entity.members.contains(&(side.report, speaker)));
        of_story.map(|entity| entity.name.clone())
    });
    let written = || attribution.source.map(|source| side.reading.cut(source).to_owned());
    Some((known.or_else(written)?, side.citation(claim.span)))
}
