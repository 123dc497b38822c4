//! The best sequence of labels (Viterbi), with only those steps that a name can take: what is begun
//! is ended, in one kind.

use super::labels::{KINDS, LABELS, OUTSIDE, Position, label};

/// Scores of one word for each label.
pub(super) type Scores = [f32; LABELS];

/// The scores of a word that can be part of no name.
pub(super) const CLOSED_WORD: Scores = {
    let mut scores = [f32::NEG_INFINITY; LABELS];
    scores[OUTSIDE] = 0.0;
    scores
};

/// Scores of a step from one label (first index) to the next.
#[derive(Clone, Debug)]
pub(super) struct Steps(pub(super) [Scores; LABELS]);

impl Default for Steps {
    fn default() -> Self {
        Self([[0.0; LABELS]; LABELS])
    }
}

/// Reused between sentences.
#[derive(Debug, Default)]
pub(super) struct Lattice {
    back: Vec<[u8; LABELS]>,
}

/// Labels after which no name is open, and those that may follow them.
const fn ends(open: Position) -> [usize; KINDS.len() * 2 + 1] {
    let mut list = [OUTSIDE; KINDS.len() * 2 + 1];
    let mut kind = 0;
    while kind < KINDS.len() {
        list[1 + 2 * kind] = label(kind, open);
        list[2 + 2 * kind] = label(kind, Position::Only);
        kind += 1;
    }
    list
}
const CLOSED: [usize; 17] = ends(Position::Last);
const OPENING: [usize; 17] = ends(Position::Begin);

impl Lattice {
    /// The labels with the highest score in all.
    pub(super) fn decode(&mut self, words: &[Scores], steps: &Steps) -> Vec<usize> {
        self.back.clear();
        let Some(first) = words.first() else { return Vec::new() };
        let mut best = [f32::NEG_INFINITY; LABELS];
        for at in OPENING {
            best[at] = first[at];
        }
        for word in words.iter().skip(1) {
            let mut next = [f32::NEG_INFINITY; LABELS];
            let mut from = [0_u8; LABELS];
            let is_closed = word[LABELS - 1] == f32::NEG_INFINITY;
            for to in OPENING.iter().copied().take(if is_closed { 1 } else { OPENING.len() }) {
                for before in CLOSED {
                    take(&best, before, steps, to, &mut next, &mut from);
                }
            }
            if !is_closed {
                for kind in 0..KINDS.len() {
                    for to in [label(kind, Position::Inside), label(kind, Position::Last)] {
                        take(&best, label(kind, Position::Begin), steps, to, &mut next, &mut from);
                        take(&best, label(kind, Position::Inside), steps, to, &mut next, &mut from);
                    }
                }
            }
            for (score, own) in next.iter_mut().zip(word) {
                *score += own;
            }
            best = next;
            self.back.push(from);
        }
        self.trace(&best)
    }

    fn trace(&self, best: &Scores) -> Vec<usize> {
        let mut at = OUTSIDE;
        for end in CLOSED {
            if best[end] > best[at] {
                at = end;
            }
        }
        let mut labels = vec![at];
        for from in self.back.iter().rev() {
            at = usize::from(from[at]);
            labels.push(at);
        }
        labels.reverse();
        labels
    }
}

/// Takes a step, where it is better than those before.
#[inline]
fn take(best: &Scores, before: usize, steps: &Steps, to: usize, next: &mut Scores, from: &mut [u8; LABELS]) {
    let score = best[before] + steps.0[before][to];
    if score > next[to] {
        next[to] = score;
        from[to] = before as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::{LABELS, Lattice, Steps};
    use crate::names::labels::{Position, label, runs};

    #[test]
    fn a_name_is_closed_even_where_its_last_word_looks_outside() {
        let mut words = [[0.0; LABELS]; 3];
        words[0][label(0, Position::Begin)] = 5.0;
        words[1][label(0, Position::Last)] = 1.0;
        words[1][0] = 2.0;
        words[2][0] = 1.0;
        let labels = Lattice::default().decode(&words, &Steps::default());
        assert_eq!(runs(&labels), [(0, 2, 0)]);
        assert!(Lattice::default().decode(&[], &Steps::default()).is_empty());
    }
}
