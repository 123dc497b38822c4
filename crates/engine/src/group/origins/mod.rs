//! Which reports of a story are one act of reporting.
//!
//! Text that stands in another report outside quotation marks ([`reuse`]) makes a copy; an agency
//! named in a line of credit ([`agencies`]) is help and makes none, but where two reports draw on one
//! agency we cannot know how much, and say so in the bounds. A wrong link is worse than a missing one.

mod agencies;
mod links;
mod quotations;
mod reuse;
mod why;

use super::order::place;
use links::{Links, Partition};
use model::{Origin, Origins, Reading};
use reuse::Text;
use std::cmp::Reverse;

/// The origins of the reports of one story.
#[must_use]
pub fn origins(readings: &[Reading]) -> Origins {
    let texts: Vec<Text> = readings.iter().map(Text::new).collect();
    let credits: Vec<Vec<&'static str>> = readings.iter().map(|r| agencies::credited(&r.report)).collect();
    let links = Links::new(&texts, places(readings, &texts));
    let groups = links.groups();
    let mut copy_of = vec![None; readings.len()];
    let mut origins = Vec::new();
    for group in groups.members() {
        let original = original(readings, &texts, &links, &credits, &group);
        for report in group.iter().filter(|report| **report != original) {
            if let Some(slot) = copy_of.get_mut(*report) {
                *slot = Some(original);
            }
        }
        let why =
            why::Why { readings, texts: &texts, links: &links, credits: &credits }.tell(original, &group);
        origins.push(Origin { reports: group, why });
    }
    Origins {
        at_least: fewest(readings, &links, &credits, groups.clone()),
        at_most: links.surely().count(),
        groups: origins,
        copy_of,
    }
}

/// For each report its place in time; among undated ones the longer come first.
fn places(readings: &[Reading], texts: &[Text]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..readings.len()).collect();
    order.sort_by_key(|index| {
        let (undated, day, moment, id, text) =
            readings.get(*index).map(|r| place(&r.report)).unwrap_or_default();
        (undated, day, moment, Reverse(texts.get(*index).map_or(0, |text| text.words)), id, text)
    });
    let mut places = vec![0; readings.len()];
    for (place, index) in order.into_iter().enumerate() {
        if let Some(slot) = places.get_mut(index) {
            *slot = place;
        }
    }
    places
}

/// The original of a group: the earliest; an agency's before others of the same time; then the one
/// that shares most with the rest, since each copy has only a part of the original; then one that
/// credits nobody; then the longer. Without a date for each nothing can be said of the earliest.
fn original(
    readings: &[Reading],
    texts: &[Text],
    links: &Links,
    credits: &[Vec<&'static str>],
    group: &[usize],
) -> usize {
    let report = |index: usize| readings.get(index).map(|reading| &reading.report);
    let dated = group.iter().all(|index| report(*index).is_some_and(|report| report.published.is_some()));
    let rank = |index: &usize| {
        let report = report(*index);
        let order = report.map(place);
        let time = order.filter(|_| dated).map(|(_, day, moment, ..)| (day, moment));
        let agency = report.is_some_and(agencies::is_agency);
        let words = texts.get(*index).map_or(0, |text| text.words);
        let credits = credits.get(*index).is_some_and(|credits| !credits.is_empty());
        let closeness = links.closeness(*index, group);
        (time, Reverse(agency), Reverse(closeness), credits, Reverse(words), order)
    };
    group.iter().copied().min_by_key(rank).unwrap_or_default()
}

/// The fewest origins that there may be: doubtful links count, and reports that draw on one agency or
/// come from one outlet may be one.
fn fewest(
    readings: &[Reading],
    links: &Links,
    credits: &[Vec<&'static str>],
    mut groups: Partition,
) -> usize {
    for (a, b) in links.doubtful() {
        groups.join(a, b);
    }
    let mut first_with = std::collections::BTreeMap::new();
    for (index, reading) in readings.iter().enumerate() {
        let agencies = credits.get(index).into_iter().flatten().map(|agency| ("agency", *agency));
        let outlet = reading.report.outlet.as_deref().map(|outlet| ("outlet", outlet));
        for key in agencies.chain(outlet) {
            groups.join(index, *first_with.entry(key).or_insert(index));
        }
    }
    groups.count()
}

#[cfg(test)]
mod tests {
    use super::origins;
    use model::{Origins, Reading, Report, Sentence, Span, Stamp};

    const AGENCY: &str = "The ferry Santa Lucia ran aground two miles off Marsa shortly after dawn on Tuesday.\n\
        The coastguard took all 212 passengers off within three hours and brought them to the old customs house.\n\
        \u{201c}The sea was calm and the light was good when she struck,\u{201d} said the harbour master, Ana Brill.\n\
        Seventeen people were treated for cuts and bruises at the hospital of Marsa, a spokesman said.\n\
        The company that runs the line said it would refund all tickets and was looking into the course she took.";
    const OWN: &str = "Pilar Ostro was asleep on the car deck when the Santa Lucia hit the rocks below the lighthouse.\n\
        She is one of 212 people whom fishermen and lifeboats landed here before the morning was over.\n\
        \u{201c}The sea was calm and the light was good when she struck,\u{201d} said the harbour master, Ana Brill.\n\
        Nobody at the quay could say why a ship that has crossed this bay for nine years left the channel.";

    fn reading(outlet: &str, published: &str, body: &str) -> Reading {
        let mut paragraphs = Vec::new();
        let mut at = 0;
        for line in body.split('\n') {
            paragraphs.push(Span::new(at, at + line.len()));
            at += line.len() + 1;
        }
        let date = published.get(..10).and_then(|day| day.parse().ok());
        let mut reading = Reading {
            report: Report {
                id: outlet.to_lowercase(),
                outlet: Some(outlet.to_owned()),
                published: date.map(|date| Stamp { date, text: published.to_owned() }),
                text: body.to_owned(),
                paragraphs: paragraphs.clone(),
                ..Report::default()
            },
            ..Reading::default()
        };
        reading.document.sentences =
            paragraphs.into_iter().map(|span| Sentence { span, tokens: 0..0 }).collect();
        reading
    }

    fn groups(found: &Origins) -> Vec<&[usize]> {
        found.groups.iter().map(|origin| origin.reports.as_slice()).collect()
    }

    #[test]
    fn a_reprint_with_an_added_paragraph_is_a_copy_of_the_earliest() {
        let added =
            format!("{AGENCY}\nThe road to the harbour stays closed until Thursday, the town hall said.");
        let found = origins(&[
            reading("Harbour Post", "2024-03-05T18:00:00Z", &added),
            reading("Coastal News", "2024-03-05T09:00:00Z", AGENCY),
            reading("The Meridian", "2024-03-05T07:00:00Z", OWN),
        ]);
        assert_eq!(groups(&found), [&[0, 1][..], &[2]]);
        assert_eq!(found.copy_of, [Some(1), None, None]);
        assert_eq!((found.at_least, found.at_most), (2, 2));
        assert!(found.groups.first().is_some_and(|origin| origin.why.contains("stands in")));
    }

    #[test]
    fn shared_quotations_make_no_copy_and_a_shared_agency_only_a_doubt() {
        let credit = "\nThe Associated Press contributed to this report.";
        let found = origins(&[
            reading("Harbour Post", "2024-03-05", &format!("{AGENCY}{credit}")),
            reading("The Meridian", "2024-03-05", &format!("{OWN}{credit}")),
        ]);
        assert_eq!(groups(&found), [[0], [1]]);
        assert_eq!((found.at_least, found.at_most), (1, 2));
        assert!(found.groups.iter().all(|origin| origin.why == "own text; credits AP"));
    }

    #[test]
    fn a_patchwork_of_two_reports_does_not_make_these_one() {
        let halves: Vec<&str> = AGENCY.lines().chain(OWN.lines()).collect();
        let found = origins(&[
            reading("Harbour Post", "2024-03-05", AGENCY),
            reading("The Meridian", "2024-03-05", OWN),
            reading("Digest", "2024-03-06", &halves.join("\n")),
        ]);
        assert!(
            found.groups.iter().all(|origin| !(origin.reports.contains(&0) && origin.reports.contains(&1)))
        );
    }

    #[test]
    fn nothing_and_empty_reports_are_origins_of_their_own() {
        assert_eq!(origins(&[]), Origins::default());
        assert_eq!(origins(&[Reading::default(), Reading::default()]).groups.len(), 2);
    }
}
