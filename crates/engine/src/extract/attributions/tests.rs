//! What is read in whole texts, with the weights that are compiled in; all of them invented.

use super::attributions;
use language::English;
use model::{Attribution, Mode, Report, Span, Stance};

fn report(paragraphs: &[&str]) -> Report {
    let mut report = Report::default();
    for paragraph in paragraphs {
        if !report.text.is_empty() {
            report.text.push_str("\n\n");
        }
        let start = report.text.len();
        report.text.push_str(paragraph);
        report.paragraphs.push(Span::new(start, report.text.len()));
    }
    report
}

fn read(paragraphs: &[&str]) -> (Report, Vec<Attribution>) {
    let report = report(paragraphs);
    let document = English::new().annotate(&report.text, &report.paragraphs);
    let found = attributions(&report, &document);
    (report, found)
}

/// Source and content of each attribution, without signs at the ends.
fn said(paragraphs: &[&str]) -> Vec<(String, String)> {
    let (report, found) = read(paragraphs);
    let cut = |span: Span| span.of(&report.text).trim_matches(['“', '”', ',', '.', '"']).to_owned();
    let content =
        |one: &Attribution| one.content.iter().map(|&span| cut(span)).collect::<Vec<_>>().join(" | ");
    found.iter().map(|one| (one.source.map_or(String::new(), cut), content(one))).collect()
}

#[test]
fn a_headline_of_something_that_happens_is_nobodys_words() {
    let text = "Ferry with 212 aboard runs aground off Port Selwick";
    let headline = Span::new(0, text.len());
    let report = Report { text: text.to_owned(), headline: Some(headline), ..Report::default() };
    let document = English::new().annotate(&report.text, &[headline]);
    assert_eq!(attributions(&report, &document), []);
    let text = "Mayor says ferry was overloaded";
    let headline = Span::new(0, text.len());
    let report = Report { text: text.to_owned(), headline: Some(headline), ..Report::default() };
    let document = English::new().annotate(&report.text, &[headline]);
    assert_eq!(attributions(&report, &document).len(), 1);
}

#[test]
fn speech_around_its_cue_is_one_attribution() {
    let text = "“The bridge is safe,” the mayor said. “We will open it in May.”";
    assert_eq!(said(&[text]), [("the mayor".into(), "The bridge is safe | We will open it in May".into())]);
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    let found = said(&[
        "“The bridge is safe,” Ana Ferreira said on Tuesday.",
        "“We will open it in May, and nobody will need the ferry any more.”",
    ]);
    assert_eq!(found.len(), 1);
    assert!(found[0].0.contains("Ferreira") && found[0].1.ends_with("any more"));
}

#[test]
fn reported_speech_has_its_source_and_its_clause() {
    let found = said(&["The harbour authority said that the ferry had run aground shortly after dawn."]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "The harbour authority");
    assert!(found[0].1.ends_with("the ferry had run aground shortly after dawn"));
}

#[test]
fn a_trailing_source_takes_the_sentence_before_it() {
    let found = said(&["Two sailors were injured in the collision, according to the coastguard."]);
    assert_eq!(found, [("the coastguard".into(), "Two sailors were injured in the collision".into())]);
}

#[test]
fn a_question_and_its_cue_are_one_sentence() {
    let found = said(&["“Why was nobody warned about the storm?” Ferreira asked."]);
    assert_eq!(found, [("Ferreira".into(), "Why was nobody warned about the storm?".into())]);
}

#[test]
fn a_name_in_quotation_marks_is_not_speech() {
    let (_, found) =
        read(&["The group known as “Friends of the Northern Harbour” met in the town hall on Monday."]);
    assert!(found.iter().all(|one| one.mode == Mode::Indirect));
}

#[test]
fn the_cue_tells_the_stance() {
    let (_, found) = read(&["The ministry denied that the ferry had been overloaded."]);
    assert_eq!(found.iter().map(|one| one.stance).collect::<Vec<_>>(), [Stance::Denies]);
}

#[test]
fn nothing_breaks_on_marks_alone() {
    for text in ["", "“", "””””", "said", "“said” said “said”", "' ' '' \" \"", ":", "“:”:"]
    {
        let _ = read(&[text]);
    }
}
