//! The labels of the sequence model: for each kind the begin, inside, last and only word of a name
//! (`B I L U`), and one label for words outside.

use model::Kind;

/// Kinds in the order of their labels.
pub(super) const KINDS: [Kind; 8] = [
    Kind::Person,
    Kind::Organization,
    Kind::Place,
    Kind::Group,
    Kind::Event,
    Kind::Work,
    Kind::Facility,
    Kind::Other,
];

/// How many labels there are.
pub(super) const LABELS: usize = 1 + 4 * KINDS.len();

/// The label outside of names.
pub(super) const OUTSIDE: usize = 0;

/// Where in a name a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    Begin,
    Inside,
    Last,
    Only,
}

/// The label of a word at `position` in a name of the kind with index `kind`.
pub(super) const fn label(kind: usize, position: Position) -> usize {
    1 + 4 * kind + position as usize
}

/// Position and index of the kind; none outside.
pub(super) fn parts(label: usize) -> Option<(Position, usize)> {
    let at = label.checked_sub(1)?;
    let position = match at % 4 {
        0 => Position::Begin,
        1 => Position::Inside,
        2 => Position::Last,
        _ => Position::Only,
    };
    Some((position, at / 4))
}

/// The index of a kind.
pub(super) fn index(kind: Kind) -> usize {
    KINDS.iter().position(|other| *other == kind).unwrap_or(KINDS.len() - 1)
}

/// Runs of words (first, end) with the index of their kind, from labels in a valid order.
pub(super) fn runs(labels: &[usize]) -> Vec<(usize, usize, usize)> {
    let mut runs = Vec::new();
    let mut first = 0;
    for (at, label) in labels.iter().enumerate() {
        match parts(*label) {
            Some((Position::Begin, _)) => first = at,
            Some((Position::Only, kind)) => runs.push((at, at + 1, kind)),
            Some((Position::Last, kind)) => runs.push((first, at + 1, kind)),
            _ => {}
        }
    }
    runs
}

/// Labels of `words` words from runs that do not overlap.
#[cfg(any(test, feature = "train"))]
pub(super) fn spread(words: usize, runs: &[(usize, usize, usize)]) -> Vec<usize> {
    let mut labels = vec![OUTSIDE; words];
    for &(first, end, kind) in runs {
        for (at, label_at) in labels.iter_mut().enumerate().take(end).skip(first) {
            let position = match (at == first, at + 1 == end) {
                (true, true) => Position::Only,
                (true, false) => Position::Begin,
                (false, true) => Position::Last,
                (false, false) => Position::Inside,
            };
            *label_at = label(kind, position);
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::{LABELS, label, parts, runs, spread};

    #[test]
    fn labels_and_runs_are_two_forms_of_one_thing() {
        for at in 1..LABELS {
            let (position, kind) = parts(at).unwrap_or((super::Position::Only, 99));
            assert_eq!(label(kind, position), at);
        }
        let names = [(0, 1, 2), (1, 4, 0), (5, 7, 7)];
        assert_eq!(runs(&spread(8, &names)), names);
    }
}
