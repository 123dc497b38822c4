//! Heads of punctuation, by the rules of Universal Dependencies.
//!
//! What belongs in pairs hangs on the head of what it encloses. Other marks hang on the highest word
//! that keeps the tree projective: on the unit before or after them, whichever depends on the other.
//! The parser's own guesses are weak here, because they are made before the tree around is known.
//! All climbs are cut short, so that no text takes longer than in proportion to its length.

use super::NONE;

/// How far is looked up a tree or into a pair.
const REACH: usize = 200;
/// How many open marks are tried for a closing one.
const OPEN: usize = 8;

/// A word of a sentence, as this file sees it; heads are places in the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leaf<'a> {
    pub(crate) form: &'a str,
    pub(crate) head: usize,
    pub(crate) is_mark: bool,
}

/// Gives each mark its head; [`NONE`] is the head of the root.
pub(crate) fn attach(leaves: &mut [Leaf<'_>]) {
    let Some(root) = leaves.iter().position(|leaf| leaf.head == NONE && !leaf.is_mark) else { return };
    free_words(leaves);
    let partners = partners(leaves);
    let mut enclosing: Vec<(usize, usize)> = Vec::new();
    for at in 0..leaves.len() {
        if !is_mark(leaves, at) {
            continue;
        }
        let partner = partners.get(at).copied().unwrap_or(NONE);
        if partner < at {
            enclosing.pop();
        }
        let pair = (partner != NONE).then(|| (at.min(partner), at.max(partner)));
        let head = pair.and_then(|pair| enclosed_head(leaves, pair));
        let bounds = enclosing.last().copied();
        let head = head.or_else(|| outer_head(leaves, at, bounds)).unwrap_or(root);
        if let Some(leaf) = leaves.get_mut(at) {
            leaf.head = head;
        }
        if partner != NONE && partner > at {
            enclosing.push((at, partner));
        }
    }
}

fn is_mark(leaves: &[Leaf<'_>], at: usize) -> bool {
    leaves.get(at).is_some_and(|leaf| leaf.is_mark)
}

fn head(leaves: &[Leaf<'_>], at: usize) -> usize {
    leaves.get(at).map_or(NONE, |leaf| leaf.head)
}

/// Words that hang on a mark hang on the head of that mark instead.
fn free_words(leaves: &mut [Leaf<'_>]) {
    for at in 0..leaves.len() {
        let mut steps = 0;
        while !is_mark(leaves, at) && is_mark(leaves, head(leaves, at)) && steps < REACH {
            let above = head(leaves, head(leaves, at));
            if let Some(leaf) = leaves.get_mut(at) {
                leaf.head = above;
            }
            steps += 1;
        }
    }
}

fn closing(open: &str) -> Option<&'static str> {
    Some(match open {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        "“" => "”",
        "‘" => "’",
        "«" => "»",
        "``" => "''",
        "\"" => "\"",
        "'" => "'",
        _ => return None,
    })
}

/// For each mark of a pair the place of the other.
fn partners(leaves: &[Leaf<'_>]) -> Vec<usize> {
    let mut partners = vec![NONE; leaves.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (at, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| leaf.is_mark) {
        let from = open.len().saturating_sub(OPEN);
        let recent = open.get(from..).unwrap_or(&[]);
        if let Some(found) = recent.iter().rposition(|(_, close)| *close == leaf.form) {
            let (first, _) = recent.get(found).copied().unwrap_or((at, ""));
            open.truncate(from + found);
            for (one, other) in [(first, at), (at, first)] {
                if let Some(partner) = partners.get_mut(one) {
                    *partner = other;
                }
            }
        } else if let Some(close) = closing(leaf.form) {
            open.push((at, close));
        }
    }
    partners
}

/// The first word in a pair whose head lies outside.
fn enclosed_head(leaves: &[Leaf<'_>], (open, close): (usize, usize)) -> Option<usize> {
    let outside = |at: usize| {
        let head = head(leaves, at);
        head == NONE || head <= open || head >= close
    };
    (open + 1..close).take(REACH).find(|at| !is_mark(leaves, *at) && outside(*at))
}

/// The unit beside a mark on which it hangs, inside the pair that encloses it.
fn outer_head(leaves: &[Leaf<'_>], at: usize, bounds: Option<(usize, usize)>) -> Option<usize> {
    let (start, end) = bounds.map_or((0, leaves.len()), |(open, close)| (open + 1, close));
    let word = |place: &usize| !is_mark(leaves, *place);
    let before = (start..at).rev().take(REACH).find(word).map(|place| climb(leaves, place, (start, at)));
    let after = (at + 1..end).take(REACH).find(word).map(|place| climb(leaves, place, (at + 1, end)));
    match (before, after) {
        (Some(before), Some(after)) => Some(if hangs_on(leaves, before, after) { before } else { after }),
        (before, after) => before.or(after),
    }
}

/// The highest word above `place` that is reached without leaving the range.
fn climb(leaves: &[Leaf<'_>], mut place: usize, (start, end): (usize, usize)) -> usize {
    for _ in 0..REACH {
        let above = head(leaves, place);
        if above < start || above >= end {
            break;
        }
        place = above;
    }
    place
}

/// Whether `above` is `place` or one of the words over it.
fn hangs_on(leaves: &[Leaf<'_>], mut place: usize, above: usize) -> bool {
    for _ in 0..REACH {
        if place == above {
            return true;
        }
        place = head(leaves, place);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Leaf, NONE, attach};

    fn heads(words: &[(&str, usize)]) -> Vec<usize> {
        let leaf = |(form, head): &(&'static str, usize)| Leaf {
            form,
            head: *head,
            is_mark: !form.contains(char::is_alphanumeric),
        };
        let words: Vec<(&'static str, usize)> =
            words.iter().map(|(form, head)| (&*form.to_string().leak(), *head)).collect();
        let mut leaves: Vec<Leaf<'_>> = words.iter().map(leaf).collect();
        attach(&mut leaves);
        leaves.iter().map(|leaf| leaf.head).collect()
    }

    #[test]
    fn marks_hang_on_the_unit_that_they_set_off() {
        // "Loy , captain , left ( late ) ." with "left" as the root.
        let words = [
            ("Loy", 4),
            (",", 0),
            ("captain", 0),
            (",", 2),
            ("left", NONE),
            ("(", 0),
            ("late", 4),
            (")", 0),
            (".", 0),
        ];
        assert_eq!(heads(&words), [4, 2, 0, 0, NONE, 6, 4, 6, 4]);
    }

    #[test]
    fn words_leave_marks_and_lone_marks_stay() {
        assert_eq!(heads(&[("Go", NONE), (",", 0), ("Loy", 1)]), [NONE, 2, 0]);
        assert_eq!(heads(&[("!", NONE)]), [NONE]);
    }
}
