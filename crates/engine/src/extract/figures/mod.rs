//! Numbers with what they count, what happened to it, and where and when it holds.
//!
//! [`quantity`] reads the number with its hedge, [`unit`] the noun phrase behind it, [`predicate`]
//! the verb beside it, [`scope`] place and window; [`draft`] puts them together, sentence by
//! sentence, and [`ellipsis`] takes what a figure leaves out from the one before ("17 attacks in
//! Iraq and 12 in Syria").

mod draft;
mod ellipsis;
mod forms;
mod nothing_counted;
mod predicate;
mod quantity;
mod scope;
mod unit;
mod words;

use super::atoms::Atoms;
use model::{Annotation, Figure, Report, Time};
use words::Words;

/// The figures of a report, in order; sources are not resolved yet.
pub(super) fn figures(
    report: &Report,
    document: &Annotation,
    times: &[Time],
    atoms: &Atoms<'_>,
) -> Vec<Figure> {
    let words = Words::new(atoms, document, times);
    let mut figures = Vec::new();
    for sentence in &document.sentences {
        let pieces = words.of(sentence.span);
        let drafts = draft::drafts(&words, &pieces);
        if drafts.is_empty() {
            continue;
        }
        let window = scope::window(&words, times, sentence.span);
        for (k, draft) in drafts.iter().enumerate() {
            let next = drafts.get(k + 1).map_or(pieces.end, |next| next.start());
            let mut figure = draft.figure(&words);
            figure.scope.place = scope::place(&words, &report.text, document, draft.end()..next);
            if !draft.is_measured() {
                (figure.scope.from, figure.scope.to) = window.clone();
            }
            figures.push(figure);
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::English;
    use model::Span;

    /// The figures of a text, as "value unit of".
    fn read(text: &str) -> Vec<String> {
        let whole = Span::new(0, text.len());
        let report = Report { text: text.to_owned(), paragraphs: vec![whole], ..Report::default() };
        let document = English::new().annotate(text, &[whole]);
        let atoms = Atoms::new(text);
        let times = super::super::times::times(&report, &document, &atoms);
        let show = |f: &Figure| {
            let number = match (f.value, f.low, f.high) {
                (Some(value), ..) => value.to_string(),
                (None, Some(low), Some(high)) => format!("{low}-{high}"),
                _ => "?".to_owned(),
            };
            let of = f.of.as_deref().unwrap_or("-");
            format!("{number} {} {of}", f.unit.as_deref().unwrap_or("-"))
        };
        figures(&report, &document, &times, &atoms).iter().map(show).collect()
    }

    #[test]
    fn reads_what_is_counted_and_what_happened() {
        for (text, figures) in [
            (
                "Gunmen killed at least 12 people and abducted some 240 near the lake.",
                vec!["12 people killed", "240 people abducted"],
            ),
            (
                "The death toll rose to 34, with nine still missing.",
                vec!["34 people killed", "9 people missing"],
            ),
            ("Some 900 troops were deployed to the border.", vec!["900 troops deployed"]),
            ("Two dozen boats were damaged by the storm.", vec!["24 boats damaged"]),
            ("The quake injured between 50 and 60 residents.", vec!["50-60 residents injured"]),
            ("The fine was $2.5 million.", vec!["2500000 dollars -"]),
            ("Seventeen sailors drowned.", vec!["17 sailors drowned"]),
        ] {
            assert_eq!(read(text), figures, "{text}");
        }
    }

    #[test]
    fn takes_what_is_left_out_from_the_figure_before() {
        let attacks = read("The ministry counted 17 attacks in Iraq and 12 in Syria.");
        assert_eq!(attacks, ["17 attacks counted", "12 attacks counted"]);
        assert_eq!(read("One man was killed and another wounded."), ["1 man killed", "1 man wounded"]);
    }

    #[test]
    fn tells_victims_from_agents() {
        assert_eq!(read("Two officers shot and killed the driver."), ["2 officers -"]);
        assert_eq!(read("The two passengers were not injured."), ["2 passengers unhurt"]);
        assert_eq!(read("Two sailors suffered a burn wound."), ["2 sailors injured"]);
    }

    #[test]
    fn leaves_ages_dates_and_speech_alone() {
        for text in [
            "A 34-year-old man was arrested on 3 May 2014.",
            "Anna Berg, 34, lives at 14 Elm Street.",
            "Call 555-0100 for help.",
            "It was one of the worst storms.",
        ] {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }

    /// Pieces of figures and times in any order: nothing panics, spans stay in the text and in order.
    #[test]
    fn odd_input_does_no_harm() {
        const WORDS: [&str; 40] = [
            "one", "2", "3-5", "of", "the", "-", "killed", "another", "$", "%", ",", "and", "between", "a",
            "dozen", "hundred", "million", "May", "5", "1999", "BC", "'", "s", "last", "year", ".", "p.m.",
            "q4", "shot", "who", "were", "(", "20s", "łódź", "—", "to", "half", "9/11", "first", "century",
        ];
        let english = English::new();
        let mut state = 7_u64;
        for _ in 0..300 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let pick = usize::try_from(state >> 33).unwrap_or(0);
                text.push_str(WORDS.get(pick % WORDS.len()).copied().unwrap_or(""));
                text.push_str(if pick % 7 == 0 { "" } else { " " });
            }
            let whole = Span::new(0, text.len());
            let report = Report { text: text.clone(), paragraphs: vec![whole], ..Report::default() };
            let document = english.annotate(&text, &[whole]);
            let atoms = Atoms::new(&text);
            let times = super::super::times::times(&report, &document, &atoms);
            let found = figures(&report, &document, &times, &atoms);
            assert!(found.iter().all(|figure| !figure.span.of(&text).is_empty()), "{text}");
            assert!(times.is_sorted_by_key(|time| time.span.start), "{text}");
        }
    }

    #[test]
    fn keeps_the_window() {
        let text = "Between March 3 and March 9, 2014 there were 17 attacks.";
        let whole = Span::new(0, text.len());
        let report = Report { text: text.to_owned(), paragraphs: vec![whole], ..Report::default() };
        let document = English::new().annotate(text, &[whole]);
        let atoms = Atoms::new(text);
        let times = super::super::times::times(&report, &document, &atoms);
        let found = figures(&report, &document, &times, &atoms);
        let scope = found.first().map(|figure| figure.scope.clone()).unwrap_or_default();
        assert_eq!(scope.to.as_deref(), Some("2014-03-09"));
    }
}
