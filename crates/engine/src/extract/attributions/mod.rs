//! Who said what: direct, indirect and mixed speech with source, cue and content.
//!
//! Learned from annotated news: one linear model finds the cues ([`cues`]), another says for each
//! cue which words around it are its source and its content ([`roles`]). Rules do what needs no
//! learning: pairing quotation marks ([`quotes`]), stretching content over whole quotations,
//! nesting, mode and stance ([`shape`]), and carrying a speaker on ([`carry`]).

mod carry;
pub mod cues;
mod lexicon;
pub mod linear;
mod quotes;
pub mod roles;
mod shape;
mod view;
mod words;

pub use view::View;

use linear::{Rows, Table};
use model::{Attribution, Document, Report};
use std::sync::LazyLock;

static CUES: LazyLock<Table> = LazyLock::new(|| Table::new(include_bytes!("cues.weights")));
static ROLES: LazyLock<Table> = LazyLock::new(|| Table::new(include_bytes!("roles.weights")));

/// Added to the score of every cue label: more finds more.
const LEAN: f32 = 0.5;

/// The attributions of a report, in order of their first span; speakers are not resolved yet.
pub(super) fn attributions(report: &Report, document: &Document) -> Vec<Attribution> {
    let (find_cues, find_roles) = (&*CUES, &*ROLES);
    let view = View::new(report, document);
    let cues = cues::cues(&view, find_cues, LEAN);
    let mut rows = Rows::default();
    let mut found = Vec::new();
    for cue in &cues {
        let labels = roles::roles(&view, cue, &cues, find_roles, &mut rows);
        found.extend(shape::attribution(&view, cue, &labels));
    }
    carry::carry(&view, &mut found);
    shape::finish(&view, found)
}
