//! Names as the language stage found them, put right where the list of names or the report tells.

use crate::resolve::body::common_key;
use crate::resolve::fold::{fold, without_possessive};
use crate::resolve::lexicon::{COMPANY_WORDS, lexicon};
use model::{Kind, Reading, Span};
use std::collections::HashSet;

/// Heads of bodies that go on with "of" or "for": "Ministry of …", "Office for …".
const HEADS: [&str; 34] = [
    "ministry",
    "department",
    "committee",
    "university",
    "bank",
    "bureau",
    "office",
    "organization",
    "organisation",
    "council",
    "association",
    "society",
    "federation",
    "academy",
    "institute",
    "board",
    "commission",
    "union",
    "league",
    "party",
    "court",
    "chamber",
    "church",
    "house",
    "college",
    "agency",
    "government",
    "centre",
    "center",
    "foundation",
    "observatory",
    "museum",
    "fund",
    "school",
];

/// Words before the name of a storm.
const STORMS: [&str; 4] = ["typhoon", "hurricane", "cyclone", "storm"];

/// Titles that begin names of bodies as well ("General Motors", "Star Alliance").
const DOUBTFUL: [&str; 9] =
    ["major", "chief", "star", "captain", "premier", "partner", "deputy", "private", "editor"];

/// Words that make a body of "General".
const GENERAL: [&str; 24] = [
    "motors",
    "electric",
    "mills",
    "dynamics",
    "assembly",
    "hospital",
    "council",
    "election",
    "staff",
    "secretary",
    "atomics",
    "foods",
    "store",
    "court",
    "strike",
    "directorate",
    "counsel",
    "conference",
    "command",
    "synod",
    "elections",
    "lamps",
    "congress",
    "prosecutor",
];

/// The names of the report, in order.
pub(super) fn repaired(reading: &Reading) -> Vec<(Span, Kind)> {
    let mut names: Vec<(Span, Kind)> = Vec::new();
    for name in &reading.document.names {
        let text = without_possessive(reading.cut(name.span));
        let span = Span::new(name.span.start, name.span.start + text.len()).trimmed(&reading.report.text);
        if span.is_empty() || is_office(reading, span) {
            continue;
        }
        match names.last_mut() {
            Some((last, kind)) if goes_on(reading, *last, *kind, span) => *last = last.cover(span),
            _ => names.extend(at_comma(reading, span, name.kind)),
        }
    }
    for (span, kind) in &mut names {
        (*span, *kind) = without_title(reading, *span, *kind);
        if let Some(known) = lexicon().kind_of_alias(&common_key(reading.cut(*span)))
            && *kind != Kind::Group
        {
            *kind = known;
        }
    }
    name_storms(reading, &mut names);
    names
}

/// "Harbour Day, Council" is two names; "Lamps, Inc." and "Cole, Basri & Co" are one.
fn at_comma(reading: &Reading, span: Span, kind: Kind) -> Vec<(Span, Kind)> {
    let text = reading.cut(span);
    let Some((before, after)) = text.split_once(", ") else { return vec![(span, kind)] };
    let first = after.split([' ', ',']).next().unwrap_or("");
    let one = text.contains(['&', '+'])
        || text.contains(" and ")
        || COMPANY_WORDS.contains(fold(first).trim_matches('.'));
    if one || kind == Kind::Person || kind == Kind::Work || after.trim().is_empty() {
        return vec![(span, kind)];
    }
    let cut = span.start + before.len();
    vec![(Span::new(span.start, cut), kind), (Span::new(cut + 2, span.end), kind)]
}

/// The state of a "Secretary of State" is no body.
fn is_office(reading: &Reading, span: Span) -> bool {
    let before = reading.report.text.get(..span.start).unwrap_or("");
    reading.cut(span) == "State" && (before.ends_with("Secretary of ") || before.ends_with("secretary of "))
}

/// "Committee" + "of the" + "Red Cross" is one name.
fn goes_on(reading: &Reading, last: Span, kind: Kind, next: Span) -> bool {
    let between = reading.report.text.get(last.end..next.start).unwrap_or("");
    let text = fold(reading.cut(last));
    let noun = text.rsplit(' ').next().unwrap_or("");
    kind != Kind::Person
        && HEADS.contains(&noun)
        && matches!(between, " of " | " of the " | " for " | " for the ")
}

/// "Rabbi Ann Cole" is the name "Ann Cole"; a single word after a title is a person.
fn without_title(reading: &Reading, span: Span, kind: Kind) -> (Span, Kind) {
    if !matches!(kind, Kind::Person | Kind::Organization | Kind::Other) {
        return (span, kind);
    }
    let text = reading.cut(span);
    let mut start = 0;
    while let Some((word, rest)) = text.get(start..).and_then(|rest| rest.split_once(' ')) {
        let folded = fold(word).replace('.', "");
        let title = lexicon().is_title(&folded) && (!lexicon().is_given(&folded) || rest.contains(' '));
        let doubtful = || match folded.as_str() {
            "general" => GENERAL.contains(&fold(rest).as_str()),
            _ => DOUBTFUL.contains(&folded.as_str()),
        };
        if !title || rest.trim().is_empty() || kind != Kind::Person && doubtful() {
            break;
        }
        start += word.len() + 1;
    }
    let rest = text.get(start..).unwrap_or("");
    if start == 0 || !rest.chars().next().is_some_and(char::is_uppercase) {
        return (span, kind);
    }
    if kind == Kind::Person || !rest.contains(' ') && lexicon().alias(&fold(rest)).is_none() {
        return (Span::new(span.start + start, span.end), Kind::Person);
    }
    (span, kind)
}

/// A storm is an event, also where it is called by its name alone.
fn name_storms(reading: &Reading, names: &mut [(Span, Kind)]) {
    let mut storms: HashSet<String> = HashSet::new();
    for (span, kind) in names.iter_mut() {
        let text = fold(reading.cut(*span));
        if let Some((before, storm)) = text.rsplit_once(' ')
            && STORMS.contains(&before.rsplit(' ').next().unwrap_or(""))
        {
            storms.insert(storm.to_owned());
            *kind = Kind::Event;
        }
    }
    if storms.is_empty() {
        return;
    }
    for (_, kind) in names.iter_mut().filter(|(span, _)| storms.contains(&fold(reading.cut(*span)))) {
        *kind = Kind::Event;
    }
}

#[cfg(test)]
mod tests {
    use super::repaired;
    use crate::resolve::within::testing::reading;
    use model::Kind::{self, Event, Organization, Person, Place};

    fn found(text: &str, names: &[(&str, Kind)]) -> Vec<(String, Kind)> {
        let reading = reading(text, names);
        repaired(&reading).into_iter().map(|(span, kind)| (reading.cut(span).to_owned(), kind)).collect()
    }

    #[test]
    fn bodies_go_on() {
        let names = [("Ministry", Organization), ("Sea Rescue", Organization), ("Marsa", Place)];
        assert_eq!(
            found("The Ministry of Sea Rescue met.", &names),
            [("Ministry of Sea Rescue".to_owned(), Organization)]
        );
        assert_eq!(found("Sea Rescue of Marsa met.", &names).len(), 2);
    }

    #[test]
    fn titles_are_no_names() {
        let names =
            [("Rabbi Ann Cole", Person), ("Colonel Basri", Organization), ("General Lamps", Organization)];
        let found = found("Rabbi Ann Cole met Colonel Basri at General Lamps.", &names);
        let expected = [("Ann Cole", Person), ("Basri", Person), ("General Lamps", Organization)];
        assert_eq!(found, expected.map(|(name, kind)| (name.to_owned(), kind)));
    }

    #[test]
    fn storms_are_events() {
        let names = [("Typhoon Bela", Organization), ("Bela", Person)];
        assert!(found("Typhoon Bela came. Bela went.", &names).iter().all(|(_, kind)| *kind == Event));
    }
}
