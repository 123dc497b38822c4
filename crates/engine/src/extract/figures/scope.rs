//! Where and when a figure holds, as its clause says: "17 attacks in Iraq and 12 in Syria", "1,400
//! arrests between March and May".

use super::words::Words;
use model::{Annotation, Kind, Span, Time};
use std::ops::Range;

/// The first place with a preposition in front, behind a figure and before the next one, in the
/// pieces `behind`.
pub(super) fn place(
    w: &Words<'_>,
    text: &str,
    document: &Annotation,
    behind: Range<usize>,
) -> Option<String> {
    let span = w.a.passage(behind.start, behind.end.max(behind.start + 1));
    let first = document.names.partition_point(|name| name.span.start < span.start);
    let names = document.names.iter().skip(first).take_while(|name| name.span.end <= span.end);
    let mut places = names.filter(|name| matches!(name.kind, Kind::Place));
    places.find_map(|name| {
        let mut at = w.a.at(name.span.start);
        // "in the Gaza Strip", "in northern Iraq".
        for _ in 0..3 {
            at = at.checked_sub(1)?;
            if w.a.any(at, &["in", "across", "near", "at", "inside", "throughout", "around", "outside"]) {
                return Some(name.span.of(text).to_owned());
            }
            let between = w.a.any(
                at,
                &[
                    "the",
                    "northern",
                    "southern",
                    "eastern",
                    "western",
                    "central",
                    "northeastern",
                    "northwestern",
                    "southeastern",
                    "southwestern",
                    "parts",
                    "of",
                    "neighboring",
                    "neighbouring",
                ],
            );
            if !between {
                return None;
            }
        }
        None
    })
}

/// "between A and B", "from A to B", "since A" in a sentence.
pub(super) fn window(w: &Words<'_>, times: &[Time], span: Span) -> (Option<String>, Option<String>) {
    let first = times.partition_point(|time| time.span.start < span.start);
    let inside: Vec<&Time> = times.iter().skip(first).take_while(|time| time.span.end <= span.end).collect();
    for (k, one) in inside.iter().enumerate() {
        let Some(before) = w.a.at(one.span.start).checked_sub(1) else { continue };
        let value = one.value.as_deref().filter(|value| value.starts_with(|c: char| c.is_ascii_digit()));
        match w.a.lower(before) {
            "since" => return (value.map(str::to_owned), None),
            "between" | "from" => {
                let Some(two) = inside.get(k + 1).filter(|two| two.span.start < one.span.end + 12) else {
                    continue;
                };
                return (value.map(str::to_owned), two.value.clone());
            }
            _ => {}
        }
    }
    (None, None)
}
