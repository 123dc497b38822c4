//! Ids and indices lead somewhere.

use super::{Findings, list, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// References between the parts of one report.
pub(super) fn within(report: &Value, place: &str, findings: &mut Findings) {
    let entities: BTreeSet<&str> = list(report, "entities").iter().filter_map(|e| text(e, "id")).collect();
    let named = [("mentions", "entity"), ("attributions", "speaker"), ("figures", "source")];
    for (part, key) in named {
        for (index, item) in list(report, part).iter().enumerate() {
            if let Some(id) = text(item, key).filter(|id| !entities.contains(id)) {
                findings.wrong(place, format!("{part}[{index}].{key}: there is no entity {id}"));
            }
        }
    }
    let count = |part: &str| list(report, part).len() as u64;
    for (index, claim) in list(report, "claims").iter().enumerate() {
        let lists = ["figures", "times", "places"].map(|part| (part, list(claim, part), count(part)));
        for (part, indices, most) in lists {
            for at in indices.iter().filter(|at| at.as_u64().is_none_or(|at| at >= most)) {
                findings.wrong(place, format!("claims[{index}].{part}: there is no {at}"));
            }
        }
        for id in list(claim, "entities").iter().filter_map(Value::as_str).filter(|id| !entities.contains(id))
        {
            findings.wrong(place, format!("claims[{index}].entities: there is no entity {id}"));
        }
        outer(claim, "attribution", count("attributions"), &format!("{place}, claims[{index}]"), findings);
    }
    for (index, attribution) in list(report, "attributions").iter().enumerate() {
        let place = format!("{place}, attributions[{index}]");
        outer(attribution, "within", count("attributions"), &place, findings);
    }
}

/// An optional index into the attributions.
fn outer(value: &Value, key: &str, most: u64, place: &str, findings: &mut Findings) {
    let index = value.get(key).and_then(Value::as_u64);
    if let Some(index) = index.filter(|index| *index >= most) {
        findings.wrong(place, format!("{key}: there is no attribution {index}"));
    }
}

/// The text with one space for any run of white space, as forms of names are given.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Entities across reports: members exist, each stands in one, variants are written where they say.
pub(super) fn entities(story: &Value, name: &str, findings: &mut Findings) {
    let mut members: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for report in list(story, "reports") {
        let Some(id) = text(report, "id") else { continue };
        texts.insert(id, spaced(text(report, "text").unwrap_or("")));
        for entity in list(report, "entities").iter().filter_map(|entity| text(entity, "id")) {
            members.insert((id, entity), 0);
        }
    }
    for entity in list(story, "entities") {
        let place = format!("{name}, entity {}", text(entity, "name").unwrap_or("(no name)"));
        for member in list(entity, "members") {
            let (Some(report), Some(id)) = (text(member, "report"), text(member, "entity")) else { continue };
            match members.get_mut(&(report, id)) {
                Some(count) => *count += 1,
                None => findings.wrong(&place, format!("there is no entity {id} in \"{report}\"")),
            }
        }
        for variant in list(entity, "variants") {
            let Some(form) = text(variant, "text") else { continue };
            for report in list(variant, "reports").iter().filter_map(Value::as_str) {
                if texts.get(report).is_some_and(|text| !text.contains(&spaced(form))) {
                    findings.wrong(&place, format!("\"{form}\" is not written in \"{report}\""));
                }
            }
        }
    }
    for ((report, id), count) in members.iter().filter(|(_, count)| **count > 1) {
        findings.wrong(name, format!("the entity {id} of \"{report}\" is a member of {count} entities"));
    }
}
