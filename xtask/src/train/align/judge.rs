//! When two claims say the same: trees boosted on pairs of claims from stories with marked points.
//!
//! Two rounds (see the engine's `align::likeness`). The second is trained on scores that the first
//! gave to stories it had not seen. Reports precision, recall and F1 of joined points by
//! cross-validation over stories, and on a held set where one is given.

use super::boost::{Boost, fit};
use super::marks::{Marked, Measure, load};
use engine::align::{Comparison, Settings, Trees};

const FOLDS: usize = 5;
const WEIGHTS: &str = "../crates/engine/src/align/weights";

struct Story {
    marked: Marked,
    comparison: Comparison,
    /// 1, 0, or no number where readers disagree.
    labels: Vec<Option<f32>>,
    weights: Vec<f32>,
}

pub(crate) fn run(files: &[&str]) -> Result<(), String> {
    let [input, gold, held @ ..] = files else { return Err("two files are needed".to_owned()) };
    let stories = prepare(load(input, gold)?);
    let counted: usize = stories.iter().map(|story| story.labels.len()).sum();
    let positive = stories.iter().flat_map(|s| &s.labels).filter(|label| **label == Some(1.0)).count();
    println!("{} stories, {counted} pairs, {positive} of them the same", stories.len());

    let alone = across_folds(&stories, &features(&stories), first());
    let beside = second_features(&stories, &alone);
    let scores = across_folds(&stories, &beside, second());
    println!("first round alone: {}", describe(&best(&stories, &alone)));
    let chosen = best(&stories, &scores);
    println!("both rounds: {}", describe(&chosen));
    let usual = Settings::default();
    println!("both rounds, as shipped: {}", describe(&(measure(&stories, &scores, usual), usual)));

    let alone_model = train(&stories, &features(&stories), None, first());
    let beside_model = train(&stories, &beside, None, second());
    write("alone.txt", &alone_model)?;
    write("beside.txt", &beside_model)?;
    if let [input, gold] = held {
        let held = prepare(load(input, gold)?);
        let alone = predict(&held, &features(&held), &Trees::read(&alone_model));
        let scores = predict(&held, &second_features(&held, &alone), &Trees::read(&beside_model));
        println!("held, at these settings: {}", describe(&(measure(&held, &scores, chosen.1), chosen.1)));
        println!("held, as shipped:        {}", describe(&(measure(&held, &scores, usual), usual)));
        println!("held, at its best:       {}", describe(&best(&held, &scores)));
    }
    Ok(())
}

fn first() -> Boost {
    Boost::default()
}

fn second() -> Boost {
    Boost { trees: 80, ..Boost::default() }
}

fn write(name: &str, model: &str) -> Result<(), String> {
    let path = format!("{}/{WEIGHTS}/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::write(&path, model).map_err(|error| format!("{path}: {error}"))
}

fn prepare(marked: Vec<Marked>) -> Vec<Story> {
    let story = |marked: Marked| {
        let comparison = Comparison::new(&marked.readings, &marked.entities);
        let claims = comparison.claims();
        let label = |same: bool| f32::from(u8::from(same));
        let labels = claims.iter().map(|&(one, other)| marked.same(one, other).map(label)).collect();
        let weights =
            claims.iter().map(|(one, other)| if one.report == other.report { 0.5 } else { 1.0 }).collect();
        Story { marked, comparison, labels, weights }
    };
    marked.into_iter().map(story).collect()
}

type Rows = Vec<Vec<Vec<f32>>>;

fn features(stories: &[Story]) -> Rows {
    stories.iter().map(|story| story.comparison.features.clone()).collect()
}

fn second_features(stories: &[Story], alone: &[Vec<f32>]) -> Rows {
    stories.iter().zip(alone).map(|(story, alone)| story.comparison.beside(alone)).collect()
}

/// Trains on all stories but those of a fold.
fn train(stories: &[Story], rows: &Rows, without: Option<usize>, boost: Boost) -> String {
    let (mut examples, mut labels, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (story, rows)) in stories.iter().zip(rows).enumerate() {
        if without == Some(at % FOLDS) {
            continue;
        }
        for ((row, label), weight) in rows.iter().zip(&story.labels).zip(&story.weights) {
            if let Some(label) = label {
                examples.push(row.as_slice());
                labels.push(*label);
                weights.push(*weight);
            }
        }
    }
    fit(&examples, &labels, &weights, boost)
}

/// The scores that each story gets from a model which has not seen it.
fn across_folds(stories: &[Story], rows: &Rows, boost: Boost) -> Vec<Vec<f32>> {
    let models: Vec<Trees> = std::thread::scope(|scope| {
        let fold = |fold| scope.spawn(move || Trees::read(&train(stories, rows, Some(fold), boost)));
        let running: Vec<_> = (0..FOLDS).map(fold).collect();
        running.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    let scored = rows.iter().enumerate().map(|(at, rows)| {
        let model = &models[at % FOLDS];
        rows.iter().map(|row| model.probability(row)).collect()
    });
    scored.collect()
}

fn predict(stories: &[Story], rows: &Rows, model: &Trees) -> Vec<Vec<f32>> {
    let scored =
        stories.iter().zip(rows).map(|(_, rows)| rows.iter().map(|row| model.probability(row)).collect());
    scored.collect()
}

fn measure(stories: &[Story], scores: &[Vec<f32>], settings: Settings) -> Measure {
    let mut all = Measure::default();
    for (story, scores) in stories.iter().zip(scores) {
        let points = story.comparison.join(scores, settings);
        all.add(story.marked.measure(points.iter().map(|(claims, _)| claims.as_slice())));
    }
    all
}

/// The settings with the best F1.
fn best(stories: &[Story], scores: &[Vec<f32>]) -> (Measure, Settings) {
    let mut best: Option<(Measure, Settings)> = None;
    for pair in [0.3, 0.35, 0.4, 0.45, 0.5] {
        for mean in [0.1, 0.15, 0.2, 0.25, 0.3] {
            let settings = Settings { pair, mean, ..Settings::default() };
            let found = measure(stories, scores, settings);
            if best.as_ref().is_none_or(|(most, _)| found.f1() > most.f1()) {
                best = Some((found, settings));
            }
        }
    }
    best.unwrap_or((Measure::default(), Settings::default()))
}

fn describe((measure, settings): &(Measure, Settings)) -> String {
    let (p, r, f1) = (measure.precision(), measure.recall(), measure.f1());
    format!("P {p:.3} R {r:.3} F1 {f1:.3} with {settings:?}")
}
