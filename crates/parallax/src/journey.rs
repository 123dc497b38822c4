//! The journey: reports in, readings, stories and accounts out.
//!
//! Whatever happens inside a report or a story stays there: it gives a [`Failure`] with its name,
//! and the others go on.

use crate::{foreign, guard::guarded};
use intake::{Capture, Failure, Outcome, Settings};
use language::English;
use model::{Account, Reading, Report, Story};
use rayon::prelude::*;

/// The reports of one capture, decoded, parsed and cleaned.
#[must_use]
pub fn reports(capture: Capture, settings: &Settings) -> Outcome {
    let (name, archived) = (capture.name.clone(), capture.archived);
    let read = guarded(&name, || capture.read(settings));
    read.unwrap_or_else(|failure| Outcome { name, archived, reports: vec![Err(failure)] })
}

/// One report, read.
///
/// # Errors
/// When the program fails on it.
pub fn read_report(english: &English, report: Report) -> Result<Reading, Failure> {
    let id = report.id.clone();
    guarded(&id, || {
        let blocks: Vec<_> = report.blocks().collect();
        let document = english.annotate(&report.text, &blocks);
        if !foreign::is_english(&report) {
            return foreign::reading(report, document);
        }
        engine::resolve::within(engine::extract::extract(report, document))
    })
}

/// All reports, read on all cores of the current pool; in the order of the input.
#[must_use]
pub fn read_reports(english: &English, reports: Vec<Report>) -> Vec<Result<Reading, Failure>> {
    reports.into_par_iter().map(|report| read_report(english, report)).collect()
}

/// Grouping by the program.
///
/// # Errors
/// When the program fails on the reports together.
pub fn stories(readings: &[Reading]) -> Result<Vec<Story>, Failure> {
    guarded("grouping", || engine::group::stories(readings))
}

/// Grouping as the input gives it.
///
/// # Errors
/// When a report brings no story along; the intake refuses such reports before.
pub fn grouped(readings: &[Reading]) -> Result<Vec<Story>, Failure> {
    let mut stories: Vec<Story> = Vec::new();
    let mut place = std::collections::HashMap::new();
    for (index, reading) in readings.iter().enumerate() {
        let id = reading.report.story.clone().ok_or_else(|| Failure {
            name: reading.report.id.clone(),
            reason: "no key \"story\", which --grouped needs".to_owned(),
        })?;
        let at = *place.entry(id.clone()).or_insert(stories.len());
        match stories.get_mut(at) {
            Some(story) => story.reports.push(index),
            None => stories.push(Story { id, reports: vec![index] }),
        }
    }
    Ok(stories)
}

/// The account of one story.
///
/// # Errors
/// When the program fails on it.
pub fn account(id: String, readings: Vec<Reading>) -> Result<Account, Failure> {
    let name = format!("story {id}");
    guarded(&name, || {
        let origins = engine::group::origins(&readings);
        let entities = engine::resolve::across(&readings);
        let points = engine::align::points(&readings, &entities, &origins);
        engine::compose::account(id, readings, origins, entities, points)
    })
}

/// The accounts of all stories, in their order.
#[must_use]
pub fn accounts(readings: Vec<Reading>, stories: Vec<Story>) -> Vec<Result<Account, Failure>> {
    let mut readings: Vec<Option<Reading>> = readings.into_iter().map(Some).collect();
    let mut take = |index: usize| readings.get_mut(index).and_then(Option::take);
    let work: Vec<(String, Vec<Reading>)> = stories
        .into_iter()
        .map(|story| (story.id, story.reports.into_iter().filter_map(&mut take).collect()))
        .collect();
    work.into_par_iter().map(|(id, readings)| account(id, readings)).collect()
}
