//! In headlines the capitals say nothing of where a name ends; the body does.

use super::votes::Register;
use super::{Context, Found};
use crate::names::words::Mode;

/// Where a name in a headline is unknown to the body but holds names that the body knows, these
/// take its place.
pub(super) fn split(context: &Context, found: &mut Vec<Found>) {
    let register = Register::of(context, found);
    let mut kept = Vec::with_capacity(found.len());
    for name in found.drain(..) {
        let headline = context.mode(name.tokens.start) != Mode::Plain;
        if !headline || name.tokens.len() == 1 || register.kind(&context.key(&name.tokens)).is_some() {
            kept.push(name);
            continue;
        }
        let inside = register.inside(context, &name.tokens);
        if inside.is_empty() {
            kept.push(name);
        } else {
            kept.extend(inside);
        }
    }
    *found = kept;
}
