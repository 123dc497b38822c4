//! Stories with marked points: labels for pairs of claims, and the measure of joined points.
//!
//! The rules are those of the scorer of the shared set `points`.

use language::English;
use model::{ClaimRef, Reading, StoryEntity};
use parallax::journey;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A passage in code points of a report of the story.
type Passage = (usize, usize, usize);

/// A story with what careful readers found in it.
pub(crate) struct Marked {
    pub(crate) readings: Vec<Reading>,
    pub(crate) entities: Vec<StoryEntity>,
    points: Vec<Statement>,
    /// For each report, for each claim, the points that it states.
    stated: Vec<Vec<BTreeSet<usize>>>,
}

struct Statement {
    passages: Vec<Passage>,
    reports: BTreeSet<usize>,
    optional: bool,
}

/// What stands in the account, against what should.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measure {
    right: f64,
    given: f64,
    found: f64,
    wanted: f64,
}

impl Measure {
    pub(crate) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.given += other.given;
        self.found += other.found;
        self.wanted += other.wanted;
    }

    pub(crate) fn precision(&self) -> f64 {
        self.right / self.given.max(1e-9)
    }

    pub(crate) fn recall(&self) -> f64 {
        self.found / self.wanted.max(1e-9)
    }

    pub(crate) fn f1(&self) -> f64 {
        2.0 * self.precision() * self.recall() / (self.precision() + self.recall()).max(1e-9)
    }
}

/// The stories of a set, read.
pub(crate) fn load(input: &str, gold: &str) -> Result<Vec<Marked>, String> {
    let settings = intake::Settings::default();
    let text = super::read(input)?;
    let reports: Result<Vec<_>, _> =
        text.lines().map(|line| intake::report_from_json(line, &settings)).collect();
    let readings = journey::read_reports(&English::new(), reports?).into_iter().filter_map(Result::ok);
    let mut by_id: BTreeMap<String, Reading> =
        readings.map(|reading| (reading.report.id.clone(), reading)).collect();
    let mut stories = Vec::new();
    for line in super::read(gold)?.lines().filter(|line| !line.trim().is_empty()) {
        let entry: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let ids: Vec<&str> = list(&entry, "reports").filter_map(Value::as_str).collect();
        let readings: Vec<Reading> = ids.iter().filter_map(|&id| by_id.remove(id)).collect();
        let place = |id: &str| readings.iter().position(|reading| reading.report.id == id);
        let points: Vec<Statement> = list(&entry, "points").map(|point| statement(point, place)).collect();
        let stated = readings.iter().enumerate().map(|(at, reading)| stated(at, reading, &points)).collect();
        let entities = engine::resolve::across(&readings);
        stories.push(Marked { readings, entities, points, stated });
    }
    Ok(stories)
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn statement(point: &Value, place: impl Fn(&str) -> Option<usize>) -> Statement {
    let number = |value: &Value, key: &str| Some(value.get(key)?.as_u64()? as usize);
    let passage = |value: &Value| {
        Some((place(value.get("report")?.as_str()?)?, number(value, "start")?, number(value, "end")?))
    };
    let passages: Vec<Passage> = list(point, "passages").filter_map(passage).collect();
    let named: BTreeSet<usize> = list(point, "reports").filter_map(|id| place(id.as_str()?)).collect();
    let all = passages.iter().map(|passage| passage.0).collect();
    Statement {
        passages,
        reports: if named.is_empty() { all } else { named },
        optional: point.get("optional").and_then(Value::as_bool).unwrap_or(false),
    }
}

fn stated(report: usize, reading: &Reading, points: &[Statement]) -> Vec<BTreeSet<usize>> {
    let text = &reading.report.text;
    let offset = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    let claims = reading.claims.iter().map(|claim| (offset(claim.span.start), offset(claim.span.end)));
    let states = |claim: (usize, usize), passage: &Passage| {
        let common = claim.1.min(passage.2).saturating_sub(claim.0.max(passage.1));
        let (one, other) = (claim.1 - claim.0, passage.2 - passage.1);
        passage.0 == report && common > 0 && common * 2 >= one.min(other) && common * 5 >= one.max(other)
    };
    let found = claims.map(|claim| {
        let points = points.iter().enumerate();
        points
            .filter(|(_, point)| point.passages.iter().any(|p| states(claim, p)))
            .map(|(at, _)| at)
            .collect()
    });
    found.collect()
}

impl Marked {
    fn points_of(&self, claim: ClaimRef) -> Option<&BTreeSet<usize>> {
        self.stated.get(claim.report)?.get(claim.claim)
    }

    /// Whether two claims say the same; `None` where only one of two readings says so.
    pub(crate) fn same(&self, one: ClaimRef, other: ClaimRef) -> Option<bool> {
        let (Some(a), Some(b)) = (self.points_of(one), self.points_of(other)) else { return Some(false) };
        let mut shared = a.intersection(b).filter_map(|&at| self.points.get(at)).peekable();
        if shared.peek().is_none() {
            return Some(false);
        }
        shared.any(|point| !point.optional).then_some(true)
    }

    /// Measures joined points.
    pub(crate) fn measure<'a>(&self, joined: impl Iterator<Item = &'a [ClaimRef]>) -> Measure {
        let mut measure = Measure::default();
        let mut found: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        for claims in joined {
            let mut held: BTreeMap<usize, Vec<ClaimRef>> = BTreeMap::new();
            for &claim in claims {
                held.entry(claim.report).or_default().push(claim);
            }
            let reports: Vec<&Vec<ClaimRef>> = held.values().collect();
            for (at, one) in reports.iter().enumerate() {
                for other in reports.iter().skip(at + 1) {
                    self.add_pair(&mut measure, &mut found, one, other);
                }
            }
        }
        measure.found = found.len() as f64;
        for point in self.points.iter().filter(|point| !point.optional) {
            measure.wanted += (point.reports.len() * point.reports.len().saturating_sub(1) / 2) as f64;
        }
        measure
    }

    fn add_pair(
        &self,
        measure: &mut Measure,
        found: &mut BTreeSet<(usize, usize, usize)>,
        one: &[ClaimRef],
        other: &[ClaimRef],
    ) {
        let pairs = one.iter().flat_map(|&a| other.iter().map(move |&b| (a, b)));
        let verdicts: Vec<bool> = pairs.filter_map(|(a, b)| self.same(a, b)).collect();
        if !verdicts.is_empty() {
            measure.given += 1.0;
            measure.right += verdicts.iter().filter(|&&right| right).count() as f64 / verdicts.len() as f64;
        }
        let points = |claims: &[ClaimRef]| -> BTreeSet<usize> {
            claims.iter().filter_map(|&claim| self.points_of(claim)).flatten().copied().collect()
        };
        let (Some(a), Some(b)) = (one.first(), other.first()) else { return };
        let (a, b) = (a.report, b.report);
        for at in points(one).intersection(&points(other)) {
            let asked = self.points.get(*at).is_some_and(|point| {
                !point.optional && point.reports.contains(&a) && point.reports.contains(&b)
            });
            if asked {
                found.insert((*at, a.min(b), a.max(b)));
            }
        }
    }
}
