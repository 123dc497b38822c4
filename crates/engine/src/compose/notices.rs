//! What could not be known.

use model::{Notice, Reading, TimeType};

/// The notices of the reports, and those that follow from the reading itself.
pub(super) fn notices(readings: &[Reading]) -> Vec<Notice> {
    let mut all = Vec::new();
    for (report, reading) in readings.iter().enumerate() {
        // What stays open for want of a date is told below, word by word.
        let undated = |notice: &&String| notice.starts_with("no publication date");
        let given = reading.report.notices.iter().filter(|notice| !undated(notice)).cloned();
        all.extend(given.chain(open_times(reading)).map(|text| Notice { report: Some(report), text }));
    }
    if readings.len() == 1 {
        let text = "one report was read: nothing can be compared".to_owned();
        all.push(Notice { report: None, text });
    }
    all
}

/// Without a publication date, weekdays and "last month" stay open.
fn open_times(reading: &Reading) -> Option<String> {
    if reading.report.published.is_some() {
        return None;
    }
    let open = reading.times.iter().filter(|time| time.value.is_none() && time.kind != TimeType::Duration);
    let mut words: Vec<&str> = Vec::new();
    for time in open {
        let word = reading.cut(time.span);
        if !words.iter().any(|seen| seen.eq_ignore_ascii_case(word)) {
            words.push(word);
        }
    }
    let shown = words.iter().take(3).map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
    let more = words.len().saturating_sub(3);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(if shown.is_empty() {
        "no publication date".to_owned()
    } else {
        format!("no publication date: {shown}{rest} stay open")
    })
}
