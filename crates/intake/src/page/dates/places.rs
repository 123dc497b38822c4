//! Where the article's headline is, and which parts of a page are really beside the article.

use super::candidate::Candidate;
use super::classes::Beside;
use super::scan::{Heading, Scan};
use super::texts::short;
use super::words::{Role, folded};
use crate::page::tree::Tree;
use std::collections::BTreeSet;

/// Headings of a page that are looked at.
const MOST: usize = 60;

/// How many characters after the headline are its own.
const UNDER: usize = 120;

/// Where the headline starts and ends, in characters of text.
pub(super) type Place = (usize, usize);

/// The headings that may be the article's: those that say most of what the page's `<title>` says,
/// else every `h1`. More than one, since some pages repeat it in a bar.
pub(super) fn headlines(scan: &Scan, tree: &Tree) -> Vec<Place> {
    let title = words(&scan.title);
    let place = |heading: &Heading| (heading.start, heading.end);
    let mut most = 0;
    let mut named = Vec::new();
    for heading in scan.headings.iter().take(MOST) {
        let text = words(&short(tree, heading.node).unwrap_or_default());
        let common: usize =
            text.iter().filter(|word| title.contains(word.as_str())).map(|word| word.len()).sum();
        let length: usize = text.iter().map(|word| word.len()).sum();
        if length < 10 || common * 10 < length * 6 {
            continue;
        }
        let weight = if heading.first { common * 2 } else { common };
        if weight > most {
            named.clear();
            most = weight;
        }
        if weight == most {
            named.push(place(heading));
        }
    }
    let firsts: Vec<_> =
        scan.headings.iter().take(MOST).filter(|one| one.first && one.end > one.start).collect();
    match firsts.as_slice() {
        // A name of the outlet is short.
        [only] if !named.is_empty() && only.end - only.start < 25 => named,
        [only] => vec![place(only)],
        _ if !named.is_empty() => named,
        _ => {
            let inside: Vec<_> =
                firsts.iter().filter(|one| one.within.is_none()).map(|one| place(one)).collect();
            if inside.is_empty() { firsts.into_iter().map(place).collect() } else { inside }
        }
    }
}

fn words(text: &str) -> BTreeSet<String> {
    let text = folded(text);
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Marks what stands beside the article.
///
/// Names mislead: a part that holds the headline, or most of the page, is not beside it.
pub(super) fn mark(scan: &mut Scan, headlines: &[Place]) {
    let mut beside: Vec<Option<Beside>> = Vec::with_capacity(scan.asides.len());
    for part in &scan.asides {
        let holds_headline = headlines.iter().any(|&(start, end)| part.start <= start && end <= part.end);
        let end = part.end.min(scan.length);
        let most = (end.saturating_sub(part.start)) * 2 > scan.length && part.kind == Beside::Other;
        let own = (!holds_headline && !most).then_some(part.kind);
        // A part comes after the part around it.
        let around = part.within.and_then(|around| beside.get(around).copied().flatten());
        beside.push(match (around, own) {
            (Some(Beside::Margin) | None, own) => own.or(around),
            (around, _) => around,
        });
    }
    let around = |one: &Candidate| one.within.and_then(|around| beside.get(around).copied().flatten());
    scan.candidates.retain(|one| around(one) != Some(Beside::Menu));
    for one in &mut scan.candidates {
        // A line at the headline is the article's, whatever it is wrapped in.
        let is_at = |&(start, end): &Place| {
            one.place.is_some_and(|place| {
                (start.saturating_sub(UNDER / 4)..end.saturating_add(UNDER)).contains(&place)
            })
        };
        one.aside = match around(one) {
            Some(_) if headlines.iter().any(is_at) => false,
            // "Last modified" at the foot of a page is the page's.
            Some(Beside::Margin) => one.role == Role::Unsaid,
            around => around.is_some(),
        };
    }
}
