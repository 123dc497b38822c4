//! The two linear models that find who said what: cues, then the roles around each cue.
//!
//! Conditional random fields over the features of `engine::extract::attributions`.

mod chances;

use super::chance::Chance;
use chances::chances;
use engine::extract::attributions::linear::{LABELS, Rows, Scores, Table, Weights, transition};
use engine::extract::attributions::{LEAN, View, cues, found, roles};
use intake::Settings;
use language::English;
use model::{Annotation, Reading, Report, Span};
use parallax::wire;
use serde_json::Value;
use std::collections::HashMap;
use std::io::Read;
use std::ops::Range;
use std::time::{Duration, Instant};

/// A feature that is seen less often is left out.
const SEEN: u32 = 3;
/// Features that are kept for cues and for roles: those with the largest weights.
const CUE_FEATURES: usize = 100_000;
const ROLE_FEATURES: usize = 140_000;
const PASSES: usize = 6;
/// How far one step goes at most.
const RATE: f32 = 0.1;
/// The share of features that is left out at random.
const DROPPED: f64 = 0.5;
/// Gradients below this are not worth a step.
const SMALL: f32 = 0.003;

/// One annotated attribution in tokens.
struct Gold {
    cue: Range<usize>,
    source: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

/// `learn REPORTS GOLD WEIGHTS` writes the weights into a folder; `check WEIGHTS REPORTS FOUND`
/// writes what the weights of a folder find in reports, in the form that the scorer reads, without
/// the program being built anew.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["learn", reports, gold, weights] => learn_from(reports, gold, weights),
        ["check", weights, reports, found] => check(weights, reports, found),
        _ => Err("wanted: learn REPORTS GOLD WEIGHTS, or check WEIGHTS REPORTS FOUND".to_owned()),
    }
}

fn learn_from(reports: &str, gold: &str, weights: &str) -> Result<(), String> {
    let (reports, documents) = annotated(reports)?;
    let gold = read_gold(&read(gold)?, &reports, &documents)?;
    let views: Vec<View> = reports.iter().zip(&documents).map(|(r, d)| View::new(r, d)).collect();
    write(&format!("{weights}/cues.weights"), &train_cues(&views, &gold))?;
    write(&format!("{weights}/roles.weights"), &train_roles(&views, &gold))
}

fn annotated(path: &str) -> Result<(Vec<Report>, Vec<Annotation>), String> {
    let (english, settings) = (English::new(), Settings::default());
    let reports: Vec<Report> = read(path)?
        .lines()
        .map(|line| intake::report_from_json(line, &settings))
        .collect::<Result<_, _>>()?;
    let annotate = |report: &Report| english.annotate(&report.text, &report.blocks().collect::<Vec<_>>());
    let documents = reports.iter().map(annotate).collect();
    Ok((reports, documents))
}

fn check(weights: &str, reports: &str, path: &str) -> Result<(), String> {
    let load =
        |name: &str| std::fs::read(format!("{weights}/{name}.weights")).map_err(|error| error.to_string());
    let (cues, roles) = (Table::new(&load("cues")?), Table::new(&load("roles")?));
    let (reports, documents) = annotated(reports)?;
    let mut lines = String::new();
    let (mut time, mut words) = (Duration::ZERO, 0);
    for (report, document) in reports.into_iter().zip(documents) {
        let start = Instant::now();
        let attributions = found(&View::new(&report, &document), &cues, &roles, LEAN);
        time += start.elapsed();
        words += document.tokens.len();
        let reading = Reading { report, document, attributions, ..Reading::default() };
        lines.push_str(&Value::Object(wire::reading(&reading, wire::Options { tokens: false })).to_string());
        lines.push('\n');
    }
    eprintln!("{words} words in {time:.2?}");
    write(path, lines.as_bytes())
}

fn read(path: &str) -> Result<String, String> {
    let name = |error: std::io::Error| format!("{path}: {error}");
    let bytes = std::fs::read(path).map_err(name)?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_string(&mut text).map_err(name)?;
        return Ok(text);
    }
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn read_gold(text: &str, reports: &[Report], documents: &[Annotation]) -> Result<Vec<Vec<Gold>>, String> {
    let lines: Vec<Value> =
        text.lines().map(serde_json::from_str).collect::<Result<_, _>>().map_err(|e| e.to_string())?;
    let find = |id: &str| lines.iter().find(|line| line["report"] == id);
    let all = reports.iter().zip(documents).map(|(report, document)| {
        let offsets: Vec<usize> =
            report.text.char_indices().map(|(at, _)| at).chain([report.text.len()]).collect();
        let spans = |value: &Value| -> Vec<Range<usize>> {
            let spans = value.as_array().map_or(&[][..], Vec::as_slice);
            spans.iter().filter_map(|span| tokens(document, to_bytes(span, &offsets)?)).collect()
        };
        let attributions = find(&report.id).and_then(|line| line["attributions"].as_array());
        let gold = attributions.map_or(&[][..], Vec::as_slice).iter().filter_map(|one| {
            let cue = spans(&one["cue"]).into_iter().next()?;
            Some(Gold { cue, source: spans(&one["source"]), content: spans(&one["content"]) })
        });
        gold.collect()
    });
    Ok(all.collect())
}

fn to_bytes(span: &Value, offsets: &[usize]) -> Option<Span> {
    let at = |key: &str| offsets.get(usize::try_from(span[key].as_u64()?).ok()?).copied();
    Some(Span::new(at("start")?, at("end")?))
}

/// The tokens that share a byte with a span.
fn tokens(document: &Annotation, span: Span) -> Option<Range<usize>> {
    let start = document.tokens.partition_point(|token| token.span.end <= span.start);
    let end = document.tokens.partition_point(|token| token.span.start < span.end);
    (start < end).then_some(start..end)
}

/// One sequence to learn from.
struct Example {
    rows: Rows,
    labels: Vec<u8>,
}

fn train_cues(views: &[View], gold: &[Vec<Gold>]) -> Vec<u8> {
    let mut examples = Vec::new();
    for (view, gold) in views.iter().zip(gold) {
        for unit in view.units() {
            let mut labels = vec![cues::OUT; unit.len()];
            for cue in gold.iter().map(|one| &one.cue).filter(|cue| unit.contains(&cue.start)) {
                for at in cue.clone().filter(|at| unit.contains(at)) {
                    labels[at - unit.start] = if at == cue.start { cues::FIRST } else { cues::NEXT };
                }
            }
            let mut rows = Rows::default();
            cues::features(view, unit.clone(), &mut rows);
            examples.push(Example { rows, labels });
        }
    }
    learn("cues", examples, CUE_FEATURES)
}

fn train_roles(views: &[View], gold: &[Vec<Gold>]) -> Vec<u8> {
    let mut examples = Vec::new();
    for (view, gold) in views.iter().zip(gold) {
        let mut all: Vec<Range<usize>> = gold.iter().map(|one| one.cue.clone()).collect();
        all.sort_by_key(|cue| cue.start);
        for one in gold {
            let window = roles::window(view, &one.cue);
            let mut rows = Rows::default();
            roles::features(view, &one.cue, &all, &mut rows);
            let label = |at: usize| {
                let inside = |ranges: &[Range<usize>]| ranges.iter().any(|range| range.contains(&at));
                if one.cue.contains(&at) {
                    roles::CUE
                } else if inside(&one.source) {
                    roles::SOURCE
                } else if inside(&one.content) {
                    roles::CONTENT
                } else {
                    roles::OUT
                }
            };
            let labels: Vec<u8> = window.map(label).collect();
            if labels.len() == rows.len() {
                examples.push(Example { rows, labels });
            }
        }
    }
    learn("roles", examples, ROLE_FEATURES)
}

/// Weights while they are learnt, with the sums of squared gradients that set their steps.
/// Features are numbered.
struct Learning {
    weights: Vec<Scores>,
    squares: Vec<Scores>,
}

impl Weights for Learning {
    fn add(&self, feature: u32, scores: &mut Scores) {
        for (score, weight) in scores.iter_mut().zip(&self.weights[feature as usize]) {
            *score += weight;
        }
    }
}

impl Learning {
    /// One step down the gradient (Adagrad).
    fn change(&mut self, feature: u32, label: usize, gradient: f32) {
        let square = &mut self.squares[feature as usize][label];
        *square += gradient * gradient;
        self.weights[feature as usize][label] -= RATE * gradient / (square.sqrt() + 1e-3);
    }

    /// Learns from one sequence; gives its loss.
    fn learn(&mut self, example: &Example) -> f32 {
        let chances = chances(self, &example.rows, &example.labels);
        for (at, own) in chances.own.iter().enumerate() {
            let gold = usize::from(example.labels[at]);
            for (label, &chance) in own.iter().enumerate() {
                let gradient = chance - f32::from(u8::from(label == gold));
                if gradient.abs() > SMALL {
                    for &feature in example.rows.row(at) {
                        self.change(feature, label, gradient);
                    }
                }
            }
            let before = at.checked_sub(1).map_or(LABELS, |before| usize::from(example.labels[before]));
            for (previous, chances) in chances.pairs[at].iter().enumerate() {
                for (label, &chance) in chances.iter().enumerate() {
                    let gradient = chance - f32::from(u8::from(label == gold && previous == before));
                    if gradient.abs() > SMALL {
                        self.change(transition(previous), label, gradient);
                    }
                }
            }
        }
        chances.loss
    }

    /// The `keep` features with the largest weights, each averaged over all steps, in the form
    /// that the program reads.
    fn packed(&self, names: &[u32], keep: usize) -> Vec<u8> {
        let size = |scores: &Scores| scores.iter().fold(0f32, |most, weight| most.max(weight.abs()));
        let mut all: Vec<(u32, Scores)> =
            names.iter().enumerate().skip(1).map(|(row, &name)| (name, self.weights[row])).collect();
        all.sort_by(|one, other| size(&other.1).total_cmp(&size(&one.1)).then(one.0.cmp(&other.0)));
        all.truncate(keep);
        let largest = all.get(all.len() / 2000).map_or(1.0, |(_, scores)| size(scores)).max(f32::EPSILON);
        #[allow(clippy::cast_possible_truncation)]
        let byte = |weight: f32| (weight / largest * 127.0).round().clamp(-127.0, 127.0) as i8;
        all.retain(|(_, scores)| scores.iter().any(|&weight| byte(weight) != 0));
        all.sort_by_key(|&(name, _)| name);
        eprintln!("{} of {} features kept; 127 stands for {largest}", all.len(), names.len());
        let pack = |(name, scores): (u32, Scores)| {
            let weights = scores.map(|weight| byte(weight).to_le_bytes()[0]);
            name.to_le_bytes().into_iter().chain(weights)
        };
        #[allow(clippy::cast_possible_truncation)]
        let thinning = 1.0 - DROPPED as f32;
        let scale = (0u32, (largest / 127.0 * thinning).to_le_bytes());
        scale.0.to_le_bytes().into_iter().chain(scale.1).chain(all.into_iter().flat_map(pack)).collect()
    }
}

/// Numbers the features that are seen often enough; a transition's number is its own.
fn number(examples: &mut [Example]) -> Vec<u32> {
    let mut seen: HashMap<u32, u32> = HashMap::new();
    for example in examples.iter() {
        for at in 0..example.rows.len() {
            for &feature in example.rows.row(at) {
                *seen.entry(feature).or_default() += 1;
            }
        }
    }
    let mut names: Vec<u32> = [0].into_iter().chain((0..=LABELS).map(transition)).collect();
    let mut often: Vec<u32> =
        seen.into_iter().filter(|&(_, times)| times >= SEEN).map(|(name, _)| name).collect();
    often.sort_unstable();
    names.extend(often.into_iter().filter(|&feature| feature > transition(LABELS)));
    let numbers: HashMap<u32, u32> = names.iter().zip(0u32..).map(|(&name, number)| (name, number)).collect();
    for example in examples {
        let mut rows = Rows::default();
        for at in 0..example.rows.len() {
            example
                .rows
                .row(at)
                .iter()
                .filter_map(|name| numbers.get(name))
                .for_each(|&number| rows.push(number));
            rows.end(example.rows.allowed(at));
        }
        example.rows = rows;
    }
    names
}

/// The sequence without some of its features, so that no weight leans on one other alone.
fn thinned(example: &Example, chance: &mut Chance) -> Example {
    let mut rows = Rows::default();
    for at in 0..example.rows.len() {
        for &feature in example.rows.row(at) {
            if chance.share() >= DROPPED {
                rows.push(feature);
            }
        }
        rows.end(example.rows.allowed(at));
    }
    Example { rows, labels: example.labels.clone() }
}

/// A conditional random field over the sequences, by stochastic gradient descent.
fn learn(name: &str, mut examples: Vec<Example>, keep: usize) -> Vec<u8> {
    let names = number(&mut examples);
    let zero = || vec![Scores::default(); names.len()];
    let mut learning = Learning { weights: zero(), squares: zero() };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chance = Chance::new(1);
    for pass in 1..=PASSES {
        chance.shuffle(&mut order);
        let loss: f64 = order
            .iter()
            .map(|&index| f64::from(learning.learn(&thinned(&examples[index], &mut chance))))
            .sum();
        eprintln!("{name}: pass {pass}, loss {loss:.0} over {} sequences", examples.len());
    }
    learning.packed(&names, keep)
}

fn write(path: &str, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{path}: {error}"))
}
