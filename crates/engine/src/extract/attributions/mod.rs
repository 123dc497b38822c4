//! Who said what: direct, indirect and mixed speech with source, cue and content.
//!
//! Learned from annotated news: one linear model finds the cues ([`cues`]), another says for each
//! cue which words around it are its source and its content ([`roles`]). Rules do what needs no
//! learning: pairing quotation marks ([`quotes`]), stretching content over whole quotations,
//! nesting, mode and stance ([`shape`]), and carrying a speaker on ([`carry`]).

mod backstop;
mod carry;
pub mod cues;
mod lexicon;
pub mod linear;
mod lines;
mod quotes;
pub mod roles;
mod shape;
#[cfg(test)]
mod tests;
mod view;
mod words;

pub use view::View;

use linear::{Rows, Table, Weights};
use model::{Annotation, Attribution, Report};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static CUES: LazyLock<Table> = LazyLock::new(|| Table::new(include_bytes!("cues.weights")));
static ROLES: LazyLock<Table> = LazyLock::new(|| Table::new(include_bytes!("roles.weights")));

/// Added to the score of every cue label: more finds more.
pub const LEAN: f32 = 0.5;

/// The attributions of a report, in order of their first span; speakers are not resolved yet.
pub(super) fn attributions(report: &Report, document: &Annotation) -> Vec<Attribution> {
    found(&View::new(report, document), &*CUES, &*ROLES, LEAN)
}

/// The attributions that given weights find; `lean` makes it find more.
pub fn found(
    view: &View,
    find_cues: &impl Weights,
    find_roles: &impl Weights,
    lean: f32,
) -> Vec<Attribution> {
    let mut rows = Rows::default();
    let mut found = Vec::new();
    for unit in view.units() {
        let cues = cues::cues(view, unit, find_cues, lean, &mut rows);
        let missed = backstop::missed(view, unit, &cues);
        for cue in cues.iter().chain(&missed).filter(|cue| cues::is_plausible(view, unit, cue)) {
            let labels = roles::roles(view, cue, &cues, find_roles, &mut rows);
            found.extend(shape::attribution(view, cue, &labels));
        }
    }
    let lines = lines::lines(view);
    let by_shape: BTreeSet<_> = lines.iter().map(|line| line.cue).collect();
    found.retain(|one| !by_shape.contains(&one.cue));
    found.extend(lines);
    carry::carry(view, &mut found);
    shape::finish(view, found)
}
