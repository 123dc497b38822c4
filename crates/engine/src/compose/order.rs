//! The order of points: the heaviest first.

use model::{Point, Reading, Status};
use std::cmp::Reverse;

/// Sorts by independent origins, reports, and how early the reports state it.
pub(super) fn by_weight(points: Vec<Point>, readings: &[Reading]) -> Vec<Point> {
    let mut weighed: Vec<(Weight, Point)> =
        points.into_iter().map(|point| (Weight::of(&point, readings), point)).collect();
    weighed.sort_by(|one, other| one.0.cmp(&other.0));
    weighed.into_iter().map(|(_, point)| point).collect()
}

/// Smaller is heavier.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    single: bool,
    origins: Reverse<usize>,
    reports: Reverse<usize>,
    /// Mean depth of its first claim in each report, in thousandths of the report.
    depth: usize,
    /// Where it first stands, so that no two points weigh the same.
    first: (String, usize),
}

impl Weight {
    fn of(point: &Point, readings: &[Reading]) -> Self {
        let mut firsts: Vec<(usize, usize, usize)> = Vec::new();
        for at in &point.claims {
            let Some(reading) = readings.get(at.report) else { continue };
            let start = reading.claims.get(at.claim).map_or(0, |claim| claim.span.start);
            let depth = start * 1000 / reading.report.text.len().max(1);
            match firsts.iter_mut().find(|(report, ..)| *report == at.report) {
                Some(first) if start < first.2 => *first = (at.report, depth, start),
                Some(_) => {}
                None => firsts.push((at.report, depth, start)),
            }
        }
        let depth = firsts.iter().map(|first| first.1).sum::<usize>() / firsts.len().max(1);
        let id = |report: usize| readings.get(report).map_or("", |reading| reading.report.id.as_str());
        let first = firsts.iter().map(|&(report, _, start)| (id(report).to_owned(), start)).min();
        Self {
            single: point.status == Status::Single,
            origins: Reverse(point.at_least),
            reports: Reverse(firsts.len()),
            depth,
            first: first.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::by_weight;
    use model::{Claim, ClaimRef, Modality, Point, Reading, Report, Span, Status};

    fn reading(id: &str) -> Reading {
        let claim = |start| Claim {
            span: Span::new(start, start + 5),
            sentence: 0,
            attribution: None,
            negated: false,
            modality: Modality::Fact,
            entities: vec![],
            figures: vec![],
            times: vec![],
            places: vec![],
        };
        let report = Report { id: id.into(), text: "a".repeat(40), ..Report::default() };
        Reading { report, claims: vec![claim(0), claim(20)], ..Reading::default() }
    }

    fn point(claims: &[(usize, usize)]) -> Point {
        let single = claims.iter().all(|claim| claim.0 == claims[0].0);
        let origins = if single { 1 } else { 2 };
        Point {
            status: if single { Status::Single } else { Status::Corroborated },
            at_least: origins,
            at_most: origins,
            claims: claims.iter().map(|&(report, claim)| ClaimRef { report, claim }).collect(),
            differences: vec![],
            similarity: None,
            speech: false,
        }
    }

    #[test]
    fn carried_by_two_comes_before_single_and_early_before_late() {
        let readings = [reading("a"), reading("b")];
        let points = vec![point(&[(0, 1)]), point(&[(1, 0)]), point(&[(0, 0), (1, 1)])];
        let sorted = by_weight(points, &readings);
        let first: Vec<_> =
            sorted.iter().map(|point| (point.claims[0].report, point.claims[0].claim)).collect();
        assert_eq!(first, [(0, 0), (1, 0), (0, 1)]);
    }
}
