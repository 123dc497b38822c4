//! The journey: reports in, readings, stories and accounts out.

use language::English;
use model::{Account, Reading, Report, Story};
use rayon::prelude::*;

/// One report, read.
#[must_use]
pub fn read_report(english: &English, report: Report) -> Reading {
    let blocks: Vec<_> = report.blocks().collect();
    let document = english.annotate(&report.text, &blocks);
    engine::resolve::within(engine::extract::extract(report, document))
}

/// All reports, read on all cores of the current pool; in the order of the input.
#[must_use]
pub fn read_reports(english: &English, reports: Vec<Report>) -> Vec<Reading> {
    reports.into_par_iter().map(|report| read_report(english, report)).collect()
}

/// Grouping as the input gives it; the error names a report that has no story.
///
/// # Errors
/// When a report brings no story along.
pub fn grouped(readings: &[Reading]) -> Result<Vec<Story>, String> {
    let mut stories: Vec<Story> = Vec::new();
    let mut place = std::collections::HashMap::new();
    for (index, reading) in readings.iter().enumerate() {
        let id = reading.report.story.clone().ok_or_else(|| reading.report.id.clone())?;
        let at = *place.entry(id.clone()).or_insert(stories.len());
        match stories.get_mut(at) {
            Some(story) => story.reports.push(index),
            None => stories.push(Story { id, reports: vec![index] }),
        }
    }
    Ok(stories)
}

/// The account of one story.
#[must_use]
pub fn account(id: String, readings: Vec<Reading>) -> Account {
    let origins = engine::group::origins(&readings);
    let entities = engine::resolve::across(&readings);
    let points = engine::align::points(&readings, &entities, &origins);
    engine::compose::account(id, readings, origins, entities, points)
}

/// The accounts of all stories, in their order.
#[must_use]
pub fn accounts(readings: Vec<Reading>, stories: Vec<Story>) -> Vec<Account> {
    let mut readings: Vec<Option<Reading>> = readings.into_iter().map(Some).collect();
    let mut take = |index: usize| readings.get_mut(index).and_then(Option::take);
    let work: Vec<(String, Vec<Reading>)> = stories
        .into_iter()
        .map(|story| (story.id, story.reports.into_iter().filter_map(&mut take).collect()))
        .collect();
    work.into_par_iter().map(|(id, readings)| account(id, readings)).collect()
}
