//! No bytes break the intake, and every span that it gives cuts.

use intake::{Reports, Settings};
use model::Report;
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Vec<Report> {
    let reports = Reports::from_bytes("a", bytes.to_vec(), Settings::default());
    reports.filter_map(Result::ok).collect()
}

fn holds(report: &Report) {
    assert!(!report.id.is_empty() && !report.text.trim().is_empty());
    let mut before = 0;
    for block in report.blocks() {
        assert!(!block.of(&report.text).is_empty(), "an empty block");
        assert!(block.start >= before, "blocks out of order");
        before = block.end;
    }
    let mut before = 0;
    for line in &report.marginalia {
        assert!(!line.span.of(&report.text).is_empty(), "an empty line");
        assert!(line.span.start >= before, "lines overlap");
        before = line.span.end;
    }
}

/// Pieces of which news pages are made, and some that they should not hold.
const PIECES: [&str; 28] = [
    "By Ann Vale",
    "MARSA (Reuters) - ",
    "(CNN) ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "Read more:",
    "Advertisement",
    "A ferry ran aground. ",
    "“No,” she said. ",
    "(Ann Vale/AP)",
    "AFP contributed to this report.",
    "Updated at 6 p.m.",
    "\u{ad}",
    "\u{200b}",
    "e\u{301}",
    "🎥",
    "— Port (@port) May 3, 2019",
    "https://t.co/a",
    "Copyright 2019",
    "U.S. ",
    "The Times Community.",
    "Correction: ",
    "\u{2028}",
    "\0",
    "漢字。",
];

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        read(&bytes).iter().for_each(holds);
    }

    #[test]
    fn any_text(text in ".{0,400}") {
        read(text.as_bytes()).iter().for_each(holds);
    }

    #[test]
    fn any_page(page in page()) {
        let reports = read(page.as_bytes());
        reports.iter().for_each(holds);
        prop_assert_eq!(reports, read(page.as_bytes()));
    }

    #[test]
    fn any_page_as_json(title in prop::option::of(page()), text in page(), raw in any::<bool>()) {
        let object = serde_json::json!({"id": "x", "title": title, "text": text, "raw": raw});
        let reports = read(object.to_string().as_bytes());
        reports.iter().for_each(holds);
        if let (true, Some(report)) = (raw, reports.first()) {
            let whole = title.map_or(text.clone(), |title| format!("{title}\n\n{text}"));
            prop_assert_eq!(&report.text, &whole);
        }
    }

    #[test]
    fn lines_are_read_one_by_one(lines in prop::collection::vec("[{\"a-z:, }]{0,30}", 0..20)) {
        let good = "{\"id\": \"good\", \"text\": \"A fire.\"}";
        let bytes = format!("{good}\n{}", lines.join("\n"));
        prop_assert!(read(bytes.as_bytes()).iter().any(|report| report.id == "good"));
    }

    #[test]
    fn the_normal_form_is_stable(text in ".{0,200}") {
        let once = intake::text::normal(&text);
        prop_assert_eq!(intake::text::normal(&once), once);
    }
}
