//! Quotations that no cue took: they go on with what the speaker before them said.

use super::quotes::Quotation;
use super::shape::is_term;
use super::view::View;
use model::{Attribution, Span};

/// Gives each quotation that is speech and that no attribution holds to the one that it continues.
pub(super) fn carry(view: &View, found: &mut [Attribution]) {
    let mut holders: Vec<Option<usize>> = view.quotations.iter().map(|q| holder(found, q.inner)).collect();
    let blocks: Vec<Span> = view.report.blocks().collect();
    for index in 0..view.quotations.len() {
        let Some(quotation) = view.quotations.get(index) else { continue };
        if holders.get(index).copied().flatten().is_some() || !is_speech(view, quotation, &blocks) {
            continue;
        }
        let continued = in_paragraph(view, &holders, index, found)
            .or_else(|| from_paragraph_before(view, &holders, index, &blocks));
        if let Some(holder) = continued {
            if let Some(attribution) = found.get_mut(holder) {
                attribution.content.push(quotation.span);
            }
            if let Some(place) = holders.get_mut(index) {
                *place = Some(holder);
            }
        }
    }
}

/// The attribution whose content holds most of a quotation.
fn holder(found: &[Attribution], inner: Span) -> Option<usize> {
    let holds = |one: &Attribution| one.content.iter().any(|piece| piece.overlap(inner) * 2 >= inner.len());
    let cut = |one: &Attribution| {
        one.cue.is_some_and(|cue| cue.touches(inner)) || one.source.is_some_and(|s| s.touches(inner))
    };
    found.iter().position(|one| holds(one) || cut(one))
}

/// Whether a quotation reads as somebody's speech without a cue: several words, a sentence's
/// beginning or end, no name or title.
fn is_speech(view: &View, quotation: &Quotation, blocks: &[Span]) -> bool {
    let text = &view.report.text;
    let inner = quotation.inner.of(text);
    let words = inner.split_whitespace().count();
    let block = blocks.get(quotation.block).copied().unwrap_or_default();
    let before = text.get(block.start..quotation.span.start).unwrap_or("").trim_end();
    let starts = inner.starts_with(|c: char| c.is_uppercase() || c == '…' || c == '[');
    let opens = before.is_empty() || before.ends_with(['.', '?', '!', ':', '”', '"', ',']);
    let ends = inner.ends_with(['.', '?', '!', ',', '…', '—']) || !quotation.closed;
    words >= 3 && opens && (starts || ends) && (ends || words >= 8) && !is_term(view, quotation)
}

/// The one who speaks in the quotation before in the same paragraph, else in the one after.
fn in_paragraph(
    view: &View,
    holders: &[Option<usize>],
    index: usize,
    found: &[Attribution],
) -> Option<usize> {
    let block = view.quotations.get(index)?.block;
    let same = |place: &usize| view.quotations.get(*place).is_some_and(|q| q.block == block);
    let held = |place: usize| holders.get(place).copied().flatten();
    let before = (0..index).rev().take_while(same).find_map(held);
    let quotation = view.quotations.get(index)?.span;
    // "He was plain. "We sail."": the nearest speaker before it in the paragraph.
    let nearest = || {
        found.iter().enumerate().rev().find_map(|(place, one)| {
            let block = view.report.blocks().nth(block)?;
            let inside = one.cue.is_some_and(|cue| block.contains(cue) && cue.end <= quotation.start);
            (inside && one.source.is_some()).then_some(place)
        })
    };
    let after = || (index + 1..view.quotations.len()).take_while(same).find_map(held);
    before.or_else(after).or_else(nearest)
}

/// The speaker of the paragraph before, where this one is nothing but quotation.
fn from_paragraph_before(
    view: &View,
    holders: &[Option<usize>],
    index: usize,
    blocks: &[Span],
) -> Option<usize> {
    let quotation = view.quotations.get(index)?;
    let block = blocks.get(quotation.block)?;
    let alone = quotation.span.len() * 10 >= block.len() * 8;
    let before = index.checked_sub(1)?;
    let previous = view.quotations.get(before)?;
    let next_to = previous.block + 1 == quotation.block || previous.block == quotation.block;
    let introduced = blocks.get(quotation.block.checked_sub(1)?)?.of(&view.report.text).ends_with(':');
    (next_to && (alone || !previous.closed) && !introduced).then(|| holders.get(before).copied().flatten())?
}
