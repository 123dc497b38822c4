//! When things are said to have happened.

use model::{Citation, Reading, Span, Time, TimeType, TimelineRow};
use std::collections::BTreeMap;

/// More days than this before the first report are background.
const NEWS_DAYS: i32 = 10;

/// One row for each day, week, month or year that a report names, in order of time.
pub(super) fn timeline(readings: &[Reading]) -> Vec<TimelineRow> {
    let mut rows: BTreeMap<(String, String), Vec<Citation>> = BTreeMap::new();
    for (report, reading) in readings.iter().enumerate() {
        for (index, time) in reading.times.iter().enumerate() {
            let Some(value) = calendar_value(time) else { continue };
            let citations = rows.entry((sort_key(&value), value)).or_default();
            let citation = Citation { report, span: statement(reading, index, time.span) };
            if !citations.contains(&citation) {
                citations.push(citation);
            }
        }
    }
    let first = readings.iter().filter_map(|reading| Some(reading.report.published.as_ref()?.date)).min();
    rows.into_iter()
        .map(|((key, value), citations)| {
            let day: Option<jiff::civil::Date> = key.get(..10).and_then(|day| day.parse().ok());
            let age = first
                .zip(day)
                .and_then(|(first, day)| first.since(day).ok())
                .map_or(0, |span| span.get_days());
            TimelineRow { value, background: age > NEWS_DAYS, citations }
        })
        .collect()
}

/// The day of a moment, or the longer stretch; none for lengths and for what is vague.
fn calendar_value(time: &Time) -> Option<String> {
    if !matches!(time.kind, TimeType::Date | TimeType::Time) {
        return None;
    }
    let value = time.value.as_deref()?;
    let year = value.get(..4)?;
    if !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(time.day().map_or_else(|| value.to_owned(), |day| day.to_string()))
}

/// The first day of the stretch, so that weeks, months and years sort among days.
fn sort_key(value: &str) -> String {
    let year = value.get(..4).unwrap_or("0000");
    let rest = value.get(5..).unwrap_or("");
    if let Some(week) = rest.strip_prefix('W').and_then(|week| week.get(..2)?.parse::<i8>().ok()) {
        let monday = year.parse().ok().and_then(|year| {
            let date = jiff::civil::ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).ok()?;
            Some(date.date())
        });
        return monday.map_or_else(|| value.to_owned(), |day| day.to_string());
    }
    match rest {
        "SP" => format!("{year}-03-01"),
        "SU" => format!("{year}-06-01"),
        "FA" => format!("{year}-09-01"),
        "WI" => format!("{year}-12-01"),
        "Q1" | "H1" | "" => format!("{year}-01-01"),
        "Q2" => format!("{year}-04-01"),
        "Q3" | "H2" => format!("{year}-07-01"),
        "Q4" => format!("{year}-10-01"),
        month if month.len() == 2 => format!("{year}-{month}-01"),
        _ => value.to_owned(),
    }
}

/// The claim that names the time, else its sentence, else its own words.
fn statement(reading: &Reading, index: usize, span: Span) -> Span {
    let claim = reading.claims.iter().find(|claim| claim.times.contains(&index) || claim.span.contains(span));
    let sentence = || {
        let at = reading.document.sentence_at(span.start)?;
        reading.document.sentences.get(at).map(|sentence| sentence.span)
    };
    claim.map(|claim| claim.span).or_else(sentence).unwrap_or(span)
}

#[cfg(test)]
mod tests {
    use super::timeline;
    use model::{Reading, Report, Span, Stamp, Time, TimeType};

    fn time(kind: TimeType, value: &str) -> Time {
        Time { span: Span::new(0, 3), kind, value: Some(value.to_owned()) }
    }

    #[test]
    fn orders_days_weeks_and_months_and_leaves_out_lengths() {
        let published = Some(Stamp { date: "2024-03-08".parse().unwrap(), text: "2024-03-08".into() });
        let report = Report { text: "now".into(), published, ..Report::default() };
        let times = vec![
            time(TimeType::Date, "2024-03-07TMO"),
            time(TimeType::Duration, "P3D"),
            time(TimeType::Date, "2024-03"),
            time(TimeType::Date, "2024-W10"),
            time(TimeType::Date, "PAST_REF"),
            time(TimeType::Date, "2023"),
        ];
        let rows = timeline(&[Reading { report, times, ..Reading::default() }]);
        let shown: Vec<_> = rows.iter().map(|row| (row.value.as_str(), row.background)).collect();
        assert_eq!(shown, [("2023", true), ("2024-03", false), ("2024-W10", false), ("2024-03-07", false)]);
    }
}
