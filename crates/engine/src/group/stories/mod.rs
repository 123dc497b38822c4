//! Which reports are of one event.
//!
//! A report is compared by its heaviest words ([`profile`]), rare words in common and nearness in
//! time make a pair likely ([`pairs`]), and likely pairs make groups ([`clusters`]). The order of the
//! input plays no part: reports are taken by day, then by id.

mod clusters;
mod pairs;
mod profile;

use super::order::place;
use model::{Reading, Story};

/// Groups readings into stories; every reading is in exactly one. Ordered by first report. A story
/// has the id of its earliest report.
#[must_use]
pub fn stories(readings: &[Reading]) -> Vec<Story> {
    let mut order: Vec<(usize, &Reading)> = readings.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| place(&a.report).cmp(&place(&b.report)));
    let ordered: Vec<&Reading> = order.iter().map(|(_, reading)| *reading).collect();
    let profiles = profile::profiles(&ordered);
    let groups = clusters::clusters(profiles.len(), &pairs::pairs(&profiles));
    let story = |group: Vec<usize>| {
        let mut reports: Vec<usize> =
            group.iter().filter_map(|place| order.get(*place)).map(|(input, _)| *input).collect();
        reports.sort_unstable();
        let first = group.first().and_then(|place| ordered.get(*place));
        Story { id: first.map(|reading| reading.report.id.clone()).unwrap_or_default(), reports }
    };
    let mut stories: Vec<Story> = groups.into_iter().map(story).collect();
    stories.sort_by(|a, b| a.reports.cmp(&b.reports));
    stories
}

#[cfg(test)]
mod tests {
    use super::stories;
    use model::{Reading, Report, Span, Stamp};

    fn report(id: &str, day: &str, title: &str, body: &str) -> Reading {
        let text = format!("{title}\n\n{body}");
        Reading {
            report: Report {
                id: id.to_owned(),
                published: day.parse().ok().map(|date| Stamp { date, text: day.to_owned() }),
                headline: Some(Span::new(0, title.len())),
                paragraphs: vec![Span::new(title.len() + 2, text.len())],
                text,
                ..Report::default()
            },
            ..Reading::default()
        }
    }

    fn ferry(day: &str) -> Vec<Reading> {
        vec![
            report(
                "post",
                day,
                "Ferry with 212 aboard runs aground off Marsa",
                "The ferry Santa Lucia ran aground two miles off Marsa shortly after dawn on Tuesday with \
                 212 passengers aboard. The coastguard said 17 people were injured when the ferry struck rocks \
                 near the Zafir buoy.",
            ),
            report(
                "meridian",
                day,
                "Passengers hurt as ferry strikes rocks",
                "At least 20 people were hurt on Tuesday when a ferry, the Santa Lucia, struck rocks near the \
                 port of Marsa, hospital officials said. Captain Edo Brankov had warned of the Zafir buoy.",
            ),
        ]
    }

    fn harvest() -> Reading {
        report(
            "herald",
            "2024-03-05",
            "Olive growers count their losses",
            "Growers in the hills above Torvale said on Tuesday that frost had taken a third of the olive \
             harvest. The ministry of agriculture promised loans to growers whose trees died.",
        )
    }

    fn ids(readings: &[Reading]) -> Vec<Vec<String>> {
        let id = |report: &usize| readings.get(*report).map(|r| r.report.id.clone()).unwrap_or_default();
        let mut found: Vec<Vec<String>> = stories(readings)
            .iter()
            .map(|story| {
                let mut reports: Vec<String> = story.reports.iter().map(id).collect();
                reports.sort();
                reports.insert(0, story.id.clone());
                reports
            })
            .collect();
        found.sort();
        found
    }

    #[test]
    fn two_reports_alone_are_one_story_when_they_are_of_one_event() {
        for day in ["2024-03-05", ""] {
            assert_eq!(stories(&ferry(day)).len(), 1, "published {day:?}");
        }
        let [first, _] = &ferry("2024-03-05")[..] else { return };
        assert_eq!(stories(&[first.clone(), harvest()]).len(), 2);
    }

    #[test]
    fn the_order_of_the_input_changes_nothing() {
        let mut readings = ferry("2024-03-05");
        readings.insert(1, harvest());
        let before = ids(&readings);
        assert_eq!(before, [vec!["herald", "herald"], vec!["meridian", "meridian", "post"]]);
        readings.reverse();
        assert_eq!(ids(&readings), before);
    }

    #[test]
    fn reports_in_two_languages_stay_apart() {
        let mut readings = ferry("2024-03-05");
        for (reading, language) in readings.iter_mut().zip(["en", "mt"]) {
            reading.report.language = Some(language.to_owned());
        }
        assert_eq!(stories(&readings).len(), 2);
    }

    #[test]
    fn many_copies_are_one_story_however_common_that_makes_their_words() {
        let [first, _] = &ferry("2024-03-05")[..] else { return };
        let mut readings = vec![first.clone(); 150];
        readings.push(harvest());
        assert_eq!(stories(&readings).iter().map(|story| story.reports.len()).collect::<Vec<_>>(), [150, 1]);
    }

    #[test]
    fn empty_reports_are_stories_of_their_own() {
        assert_eq!(stories(&[Reading::default(), Reading::default()]).len(), 2);
        assert!(stories(&[]).is_empty());
    }
}
