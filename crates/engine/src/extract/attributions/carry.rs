//! Quotations that no cue took: they go on with what the speaker before them said.

use super::quotes::Quotation;
use super::shape::is_term;
use super::view::View;
use model::{Attribution, Span};

/// How many spans of attributions are looked at around a quotation.
const AROUND: usize = 40;

/// Gives each quotation that is speech and that no attribution holds to the one that it continues.
pub(super) fn carry(view: &View, found: &mut [Attribution]) {
    let spans = Spans::new(found);
    let mut holders: Vec<Option<usize>> =
        view.quotations.iter().map(|quotation| spans.holder(found, quotation.inner)).collect();
    let blocks: Vec<Span> = view.report.blocks().collect();
    for index in 0..view.quotations.len() {
        let Some(quotation) = view.quotations.get(index) else { continue };
        let held = holders.get(index).copied().flatten().is_some();
        if held || !is_speech(view, quotation, &blocks) {
            continue;
        }
        let continued = in_paragraph(view, &holders, index)
            .or_else(|| spans.speaker_before(found, quotation.span, *blocks.get(quotation.block)?))
            .or_else(|| from_paragraph_before(view, &holders, index, &blocks));
        if let Some(attribution) = continued.and_then(|holder| found.get_mut(holder)) {
            attribution.content.push(quotation.span);
        }
        if let Some(place) = holders.get_mut(index) {
            *place = continued;
        }
    }
}

/// The spans of attributions in the order of the text, so that neighbours are found quickly.
struct Spans {
    sorted: Vec<(Span, usize)>,
}

impl Spans {
    fn new(found: &[Attribution]) -> Self {
        let spans_of = |one: &Attribution| -> Vec<Span> {
            one.content.iter().copied().chain(one.cue).chain(one.source).collect()
        };
        let mut sorted: Vec<(Span, usize)> = found
            .iter()
            .enumerate()
            .flat_map(|(place, one)| spans_of(one).into_iter().map(move |span| (span, place)))
            .collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// The spans that begin before `offset`, the nearest first.
    fn before(&self, offset: usize) -> impl Iterator<Item = (Span, usize)> {
        let end = self.sorted.partition_point(|(span, _)| span.start < offset);
        self.sorted.get(..end).unwrap_or(&[]).iter().rev().take(AROUND).copied()
    }

    /// The attribution whose content holds most of a quotation, or whose cue or source stands in
    /// it; one with a source rather than one without.
    fn holder(&self, found: &[Attribution], inner: Span) -> Option<usize> {
        let takes = |span: Span, place: usize| {
            let content = found.get(place).is_some_and(|one| one.content.contains(&span));
            let shared = span.overlap(inner);
            if content { shared * 2 >= inner.len() } else { shared > 0 }
        };
        let sourced = |place: usize| found.get(place).is_some_and(|one| one.source.is_some());
        self.before(inner.end)
            .filter(|&(span, place)| takes(span, place))
            .map(|(_, place)| place)
            .min_by_key(|&place| (!sourced(place), place))
    }

    /// The one whose cue stands last before a quotation in its paragraph.
    fn speaker_before(&self, found: &[Attribution], quotation: Span, block: Span) -> Option<usize> {
        let cue = |place: usize| found.get(place).filter(|one| one.source.is_some()).and_then(|one| one.cue);
        self.before(quotation.start)
            .map(|(_, place)| place)
            .find(|&place| cue(place).is_some_and(|cue| block.contains(cue) && cue.end <= quotation.start))
    }
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
fn in_paragraph(view: &View, holders: &[Option<usize>], index: usize) -> Option<usize> {
    let block = view.quotations.get(index)?.block;
    let same = |place: &usize| view.quotations.get(*place).is_some_and(|q| q.block == block);
    let held = |place: usize| holders.get(place).copied().flatten();
    let before = (0..index).rev().take(AROUND).take_while(same).find_map(held);
    let after = || (index + 1..view.quotations.len()).take(AROUND).take_while(same).find_map(held);
    before.or_else(after)
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
    let next_to = previous.block + 1 == quotation.block;
    let introduced = blocks.get(quotation.block.checked_sub(1)?)?.of(&view.report.text).ends_with(':');
    let goes_on = next_to && (alone || !previous.closed) && !introduced;
    goes_on.then(|| holders.get(before).copied().flatten())?
}
