//! Every number with what it counts, one row for each value of each thing.

use model::{Citation, Figure, FigureRow, Origins, Reading, Scope};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Words that tell of the same fate, under one head.
const FATES: [(&str, &[&str]); 7] = [
    (
        "killed",
        &[
            "killed",
            "dead",
            "died",
            "die",
            "dies",
            "deaths",
            "death",
            "slain",
            "fatalities",
            "fatally",
            "murdered",
        ],
    ),
    ("injured", &["injured", "wounded", "hurt", "injuries", "wounding", "injuring", "wounds"]),
    ("shot", &["shot", "gunned"]),
    ("arrested", &["arrested", "detained", "arrests", "custody"]),
    ("abducted", &["abducted", "kidnapped", "seized", "hostage", "hostages"]),
    ("missing", &["missing", "unaccounted"]),
    ("displaced", &["displaced", "evacuated", "fled", "homeless"]),
];

/// Words for human beings that do not tell which.
const PEOPLE: [&str; 8] =
    ["people", "persons", "person", "victims", "others", "individuals", "lives", "casualties"];

/// The rows, the most carried first.
pub(super) fn figures(readings: &[Reading], origins: &Origins) -> Vec<FigureRow> {
    let mut rows: BTreeMap<Key, Vec<(usize, &Figure)>> = BTreeMap::new();
    for (report, reading) in readings.iter().enumerate() {
        for figure in reading.figures.iter().filter(|figure| !reading.report.is_marginal(figure.span)) {
            rows.entry(Key::of(figure)).or_default().push((report, figure));
        }
    }
    let mut rows: Vec<FigureRow> = rows.into_values().map(|carried| row(&carried, origins)).collect();
    rows.sort_by_key(|row| {
        let reports: BTreeSet<usize> = row.citations.iter().map(|citation| citation.report).collect();
        (
            Reverse(row.origins),
            Reverse(reports.len()),
            Reverse(row.of.is_some()),
            Reverse(row.citations.len()),
        )
    });
    rows
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    numbers: [Option<u64>; 3],
    unit: String,
    of: String,
    scope: Option<String>,
}

impl Key {
    fn of(figure: &Figure) -> Self {
        let bits = |number: Option<f64>| number.map(f64::to_bits);
        let of = head(figure.of.as_deref().unwrap_or(""));
        let mut unit = figure.unit.as_deref().unwrap_or("").to_lowercase();
        if PEOPLE.contains(&unit.as_str()) || (unit == of && !unit.is_empty()) {
            unit = String::new();
        }
        let of = if of.is_empty() { fate(&unit).map(str::to_owned).unwrap_or_default() } else { of };
        if fate(&unit).is_some() {
            unit = String::new();
        }
        Self {
            numbers: [bits(figure.value), bits(figure.low), bits(figure.high)],
            unit,
            of,
            scope: figure.scope.place.as_ref().map(|place| place.to_lowercase()),
        }
    }
}

fn head(of: &str) -> String {
    let lower = of.to_lowercase();
    lower.split_whitespace().find_map(fate).map_or(lower.clone(), str::to_owned)
}

fn fate(word: &str) -> Option<&'static str> {
    FATES.iter().find(|(_, words)| words.contains(&word)).map(|(head, _)| *head)
}

fn row(carried: &[(usize, &Figure)], origins: &Origins) -> FigureRow {
    let independent: BTreeSet<Option<usize>> =
        carried.iter().map(|&(report, _)| origins.of(report)).collect();
    let citations = carried.iter().map(|&(report, figure)| Citation { report, span: figure.span }).collect();
    let Some(&(_, first)) = carried.first() else { return FigureRow::default() };
    FigureRow {
        value: first.value,
        low: first.low,
        high: first.high,
        unit: most_used(carried.iter().filter_map(|(_, figure)| figure.unit.as_deref())),
        of: most_used(carried.iter().filter_map(|(_, figure)| figure.of.as_deref())),
        approximate: carried.iter().any(|(_, figure)| figure.approximate),
        scope: widest(carried),
        origins: independent.len(),
        citations,
    }
}

fn most_used<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts.into_iter().max_by_key(|&(word, count)| (count, Reverse(word))).map(|(word, _)| word.to_owned())
}

/// The scope of the figure that tells most about it.
fn widest(carried: &[(usize, &Figure)]) -> Scope {
    let told =
        |scope: &Scope| [&scope.place, &scope.from, &scope.to].iter().filter(|part| part.is_some()).count();
    carried
        .iter()
        .map(|(_, figure)| &figure.scope)
        .max_by_key(|scope| told(scope))
        .cloned()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::figures;
    use model::{Figure, Origin, Origins, Reading};

    fn figure(value: f64, unit: &str, of: &str) -> Figure {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Figure { value: Some(value), unit: text(unit), of: text(of), ..Figure::default() }
    }

    fn alone(count: usize) -> Origins {
        let groups = (0..count).map(|report| Origin { reports: vec![report], why: String::new() }).collect();
        Origins { at_least: count, at_most: count, groups, copy_of: vec![None; count] }
    }

    #[test]
    fn joins_words_for_one_fate_and_keeps_numbers_apart() {
        let reading = |figures: Vec<Figure>| Reading { figures, ..Reading::default() };
        let readings = [
            reading(vec![figure(4.0, "people", "killed"), figure(9.0, "sailors", "rescued")]),
            reading(vec![figure(4.0, "", "dead"), figure(5.0, "people", "killed")]),
        ];
        let rows = figures(&readings, &alone(2));
        let shown: Vec<_> = rows.iter().map(|row| (row.value, row.origins)).collect();
        assert_eq!(shown.first(), Some(&(Some(4.0), 2)));
        assert_eq!(shown.len(), 3);
    }
}
