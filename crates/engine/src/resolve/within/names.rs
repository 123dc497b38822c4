//! The names of a report with their keys, their settled kinds and what stands beside them.

use super::repair::repaired;
use super::roles::{Beside, beside};
use crate::resolve::body;
use crate::resolve::fold::key;
use crate::resolve::lexicon::lexicon;
use crate::resolve::person::PersonName;
use model::{Kind, Reading, Span};
use std::collections::{HashMap, HashSet};

/// A name in its place.
#[derive(Clone, Debug)]
pub(super) struct NameMention {
    /// Without article and possessive.
    pub(super) span: Span,
    /// Settled over the whole report.
    pub(super) kind: Kind,
    /// The common key.
    pub(super) key: String,
    /// Its parts, for persons.
    pub(super) person: Option<PersonName>,
    /// Titles and roles.
    pub(super) beside: Beside,
}

/// The names in order; a name in lines that are no reporting counts as well.
pub(super) fn names(reading: &Reading) -> Vec<NameMention> {
    let mut names: Vec<NameMention> =
        repaired(reading).into_iter().map(|(span, kind)| name_mention(reading, span, kind)).collect();
    settle_kinds(&mut names);
    for name in &mut names {
        if name.kind == Kind::Person {
            let text = reading.cut(name.span);
            name.person = Some(PersonName::new(text));
            name.key = key(text);
        }
    }
    names
}

fn name_mention(reading: &Reading, span: Span, kind: Kind) -> NameMention {
    let sentence = reading.document.sentence_at(span.start).unwrap_or(0);
    let around = reading.document.sentences.get(sentence).map_or(span, |sentence| sentence.span);
    let beside = if matches!(kind, Kind::Person | Kind::Place | Kind::Organization | Kind::Other) {
        beside(reading, around, span)
    } else {
        Beside::default()
    };
    NameMention { span, kind, key: body::common_key(reading.cut(span)), person: None, beside }
}

/// One name has one kind in a report, save for surnames that are places too.
fn settle_kinds(names: &mut [NameMention]) {
    let mut counts: HashMap<String, Vec<(Kind, usize)>> = HashMap::new();
    let mut surnames: HashSet<String> = HashSet::new();
    for name in names.iter_mut() {
        if name.beside.titled && is_bare_surname(name) {
            name.kind = Kind::Person;
        }
        if name.kind == Kind::Person
            && let Some((_, last)) = name.key.rsplit_once(' ')
        {
            surnames.insert(last.to_owned());
        }
        let kinds = counts.entry(name.key.clone()).or_default();
        match kinds.iter_mut().find(|(kind, _)| *kind == name.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((name.kind, 1)),
        }
    }
    for name in names.iter_mut() {
        let known_place = lexicon().country(&name.key).is_some() || lexicon().alias(&name.key).is_some();
        if surnames.contains(&name.key) {
            if !known_place && name.kind != Kind::Group {
                name.kind = Kind::Person;
            }
            continue;
        }
        let Some(kinds) = counts.get(&name.key) else { continue };
        let most = kinds.iter().map(|(_, count)| *count).max().unwrap_or(0);
        if let Some((kind, _)) = kinds.iter().find(|(_, count)| *count == most) {
            name.kind = *kind;
        }
    }
}

/// A single word after a title, and neither a country nor an acronym: "President Barazi".
fn is_bare_surname(name: &NameMention) -> bool {
    matches!(name.kind, Kind::Place | Kind::Other)
        && !name.key.contains(' ')
        && lexicon().country(&name.key).is_none()
        && lexicon().alias(&name.key).is_none()
}
