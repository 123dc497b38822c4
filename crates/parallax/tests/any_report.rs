//! No report breaks the journey: every one is read, every citation of its account holds, and the
//! same reports give the same bytes.

#![allow(clippy::expect_used, reason = "what the test asserts")]

use intake::{Reports, Settings};
use model::Report;
use parallax::{journey, language::English, verify::verify, wire};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);

/// Pieces of news, in any order: what makes rules fire, and what should not trip them.
#[rustfmt::skip]
const PIECES: [&str; 65] = [
    "Ann Vale", "Mayor Ann Vale", "Ann\t Vale", "Vale", "the mayor", "he", "She", "Marsa", "the Coastal News Agency", "AFP", "Russian",
    " said ", " told reporters ", " added ", " according to ", " denied ", "warned that ", "will ", "not ", "was killed",
    "“", "”", "\"", "‘", "’", "'s ", "’s ", "(", ")", "—", " – ", "-", ", ", ". ", "? ", "! ", "… ", "; ", ": ",
    "at least 17 people", "two dozen", "close to 10,000", "$5bn", "3.5 percent", "1,2,3", "12-15", "half", "1/2", "0",
    "on Tuesday", "last month", "in March 2019", "November 3", "6 p.m.", "yesterday", "since 1990s", "2019-02-30",
    "\n\n", "\n", " ", "and ", "who ", "\u{301}", "🎥", "北京",
];

fn body() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// Reports of such bodies, dated or not; a body without any words gives none.
fn reports(bodies: &[(String, bool)]) -> Vec<Report> {
    let line = |(index, (body, dated)): (usize, &(String, bool))| {
        let published = dated.then_some("2023-11-06");
        json!({"id": index, "title": "Ferry runs aground off Marsa", "text": body, "published": published})
            .to_string()
    };
    let lines: Vec<String> = bodies.iter().enumerate().map(line).collect();
    Reports::from_bytes("a.jsonl", lines.join("\n").into_bytes(), Settings::default())
        .filter_map(Result::ok)
        .collect()
}

/// The document of `read --format json`, in one story or as the program groups.
fn document(reports: &[Report], together: bool) -> Value {
    let read = journey::read_reports(&ENGLISH, reports.to_vec());
    let readings: Vec<_> = read.into_iter().map(|reading| reading.expect("every report is read")).collect();
    let stories = if together {
        vec![model::Story { id: "s".into(), reports: (0..readings.len()).collect() }]
    } else {
        journey::stories(&readings).expect("grouping holds")
    };
    let accounts = journey::accounts(readings, stories).into_iter();
    let accounts: Vec<Value> = accounts.map(|account| wire::account(&account.expect("an account"))).collect();
    json!({"schema": 1, "stories": accounts})
}

fn check(bodies: &[(String, bool)], together: bool) {
    let reports = reports(bodies);
    let document = document(&reports, together && !reports.is_empty());
    let wrong = verify(&document, &reports).wrong;
    assert!(wrong.is_empty(), "{wrong:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_pieces_of_news(bodies in prop::collection::vec((body(), any::<bool>()), 1..4), together in any::<bool>()) {
        check(&bodies, together);
    }

    #[test]
    fn any_text(text in ".{0,300}", dated in any::<bool>()) {
        check(&[(text, dated)], true);
    }

    #[test]
    fn the_same_reports_give_the_same_bytes(bodies in prop::collection::vec((body(), any::<bool>()), 1..4)) {
        let reports = reports(&bodies);
        prop_assert_eq!(document(&reports, false).to_string(), document(&reports, false).to_string());
    }
}

#[test]
fn long_sentences_and_many_quotation_marks() {
    let pieces = [
        "word ".repeat(4000),
        "“".repeat(500),
        "17 ".repeat(2000),
        "Ann Vale said ".repeat(800),
        "(".repeat(900),
    ];
    for text in pieces {
        check(&[(text, true)], true);
    }
}
