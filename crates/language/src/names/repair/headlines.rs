//! In headlines the capitals say nothing of where a name ends; the body does.

use super::votes::Register;
use super::{Context, Found};
use crate::names::lists::flag;
use crate::names::words::{Mode, Word};

/// Where a name in a headline is unknown to the body but holds names that the body knows, these
/// take its place.
pub(super) fn split(context: &Context, found: &mut Vec<Found>) {
    let register = Register::of(context, found);
    let mut kept = Vec::with_capacity(found.len());
    for mut name in found.drain(..) {
        let headline = context.mode(name.tokens.start) != Mode::Plain;
        if !headline || register.kind(&context.key(&name.tokens)).is_some() {
            kept.push(name);
            continue;
        }
        let inside = register.inside(context, &name.tokens);
        if !inside.is_empty() {
            kept.extend(inside);
        } else if trim(context, &mut name) {
            kept.push(name);
        }
    }
    *found = kept;
}

/// Cuts words at the ends that have a capital only because they stand in a headline; whether a name
/// is left.
fn trim(context: &Context, name: &mut Found) -> bool {
    let common = |word: &&Word| word.capital == 1 && !word.has(flag::GIVEN | flag::SURNAME);
    let words = context.words(&name.tokens);
    let before = words.iter().take_while(common).count();
    let after = words.iter().skip(before).rev().take_while(common).count();
    name.tokens = name.tokens.start + before..name.tokens.end - after;
    match context.words(&name.tokens) {
        [] => false,
        [only] => !matches!(only.capital, 1..=3) || only.has(flag::GIVEN | flag::SURNAME | flag::COUNTRY),
        _ => true,
    }
}
