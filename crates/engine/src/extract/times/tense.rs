//! Whether the clause around an expression looks back or ahead.

use super::super::atoms::Atoms;
use std::ops::Range;

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// The tense of the verb nearest to the pieces `start..end`, first before them, then behind,
/// within the pieces of their sentence.
pub(super) fn tense(a: &Atoms<'_>, start: usize, end: usize, sentence: &Range<usize>) -> Tense {
    let before = (sentence.start.max(start.saturating_sub(14))..start).rev();
    let mut skipped = false;
    for i in before {
        if a.any(i, &[";", ":", "”", "\""]) {
            break;
        }
        match word(a, i) {
            // "said" behind which another clause begins does not tell the tense of that clause.
            Some(Tense::Past) if a.any(i, &["said", "says", "announced"]) && skipped => {
                return Tense::Unknown;
            }
            Some(tense) => return tense,
            None => skipped |= a.any(i, &["that"]),
        }
    }
    let behind = end..sentence.end.min(end + 10);
    behind.filter_map(|i| word(a, i)).next().unwrap_or(Tense::Unknown)
}

/// What one word says.
fn word(a: &Atoms<'_>, i: usize) -> Option<Tense> {
    let lower = a.lower(i);
    match lower {
        "will" | "ll" | "would" | "shall" | "may" | "could" | "might" | "should" | "must"
            if !a.is_capital(i) =>
        {
            Some(Tense::Future)
        }
        "expected" | "expects" | "expect" | "scheduled" | "plans" | "slated" | "due" | "hopes"
        | "intends" | "until" | "till" | "through" | "upcoming" | "expire" | "expires" | "payable"
        | "effective" => Some(Tense::Future),
        "to" if infinitive(a, i) => Some(Tense::Future),
        "by" => Some(Tense::Future)
            .filter(|_| {
                a.any(i + 1, &["early", "late", "mid", "the"])
                    || a.is_capital(i + 1)
                    || a.digits(i + 1).is_some()
            })
            .filter(|_| super::calendar::date(a, i + 1).is_some()),
        "was" | "were" | "had" | "did" | "said" | "told" | "went" | "came" | "met" | "began" | "took"
        | "made" | "held" | "left" | "won" | "lost" | "fell" | "rose" | "hit" | "found" | "gave" | "got"
        | "saw" | "sent" | "shot" | "sold" | "spoke" | "struck" | "broke" | "became" | "brought"
        | "built" | "bought" | "chose" | "died" | "fled" | "flew" | "grew" | "kept" | "knew" | "led"
        | "paid" | "ran" | "stood" | "swept" | "wrote" | "been" | "since" | "after" => Some(Tense::Past),
        _ if lower.len() > 4 && lower.ends_with("ed") && !a.is_capital(i) => Some(Tense::Past),
        _ => None,
    }
}

/// "is to", "agreed to", "planning to": an infinitive that looks ahead.
fn infinitive(a: &Atoms<'_>, i: usize) -> bool {
    const BEFORE: [&str; 16] = [
        "is",
        "are",
        "s",
        "re",
        "set",
        "ready",
        "going",
        "agreed",
        "planning",
        "promised",
        "vowed",
        "preparing",
        "plan",
        "want",
        "wants",
        "planned",
    ];
    i > 0 && a.any(i - 1, &BEFORE) && a.is_word(i + 1) && !a.is_capital(i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_back_and_ahead() {
        let of = |text: &str, word: &str| {
            let a = Atoms::new(text);
            let at = (0..a.len()).find(|&i| a.written(i) == word).unwrap_or(0);
            tense(&a, at, at + 1, &(0..a.len()))
        };
        assert_eq!(of("The council voted Friday", "Friday"), Tense::Past);
        assert_eq!(of("The council will vote Friday", "Friday"), Tense::Future);
        assert_eq!(of("On Friday the council is to vote", "Friday"), Tense::Future);
        assert_eq!(of("Talks on Friday", "Friday"), Tense::Unknown);
    }
}
