//! What came before what, by the words between two stops of one sentence.

use super::Move;
use model::{Reading, Span};

/// The first place was left before the second was reached (entities of the story).
pub(super) type Order = (usize, usize);

/// Between two places: the first came first.
const THEN: [&str; 5] = ["followed by", "before ", "and then", "ahead of", "then "];
/// Between two places: the second came first.
const EARLIER: [&str; 4] = ["after ", "following ", "having ", "from "];
/// At the head of a sentence, before its first place: that place came later.
const OPENS_LATER: [&str; 2] = ["ahead of", "before "];
/// The same: that place came earlier.
const OPENS_EARLIER: [&str; 3] = ["after ", "following ", "from "];

/// Pairs of places that one breath names, the town within the land: "to the West Isles to meet the
/// mayor in Marsa".
pub(super) fn nested(reading: &Reading, moves: &[Move]) -> Vec<(usize, usize)> {
    let pairs = moves.windows(2).filter_map(|pair| {
        let [first, second] = pair else { return None };
        let words = reading.cut(Span::new(first.name.end, second.name.start));
        let lower = words.to_lowercase();
        let parted =
            words.contains([',', ';', '.', '\n']) || lower.contains(" and ") || lower.contains(" then ");
        let told = THEN.iter().chain(&EARLIER).any(|word| lower.contains(word));
        let inside = lower.ends_with(" in ") || lower.ends_with(" at ");
        (inside && !parted && !told && first.traveller == second.traveller)
            .then_some((first.place, second.place))
    });
    pairs.collect()
}

/// How a sentence takes up the stop that was told.
const VISIT: [&str; 6] = ["the visit ", "the trip ", "the stop ", "his visit ", "her visit ", "their visit "];

/// The orders that the sentences of one report tell.
pub(super) fn orders(reading: &Reading, moves: &[Move]) -> Vec<Order> {
    let mut found = Vec::new();
    for sentence in &reading.document.sentences {
        let stops: Vec<&Move> = moves.iter().filter(|each| sentence.span.contains(each.name)).collect();
        for pair in stops.windows(2) {
            let [first, second] = pair else { continue };
            found.extend(between(reading, first, second));
        }
        found.extend(stops.first().and_then(|first| opening(reading, sentence.span, first, moves)));
        found.extend(stops.first().and_then(|first| this_visit(reading, sentence.span, first, moves)));
    }
    found
}

fn between(reading: &Reading, first: &Move, second: &Move) -> Option<Order> {
    let words = reading.cut(Span::new(first.name.end, second.name.start)).to_lowercase();
    let (one, other) = (first.place, second.place);
    if one == other {
        return None;
    }
    if THEN.iter().any(|word| words.contains(word)) {
        return Some((one, other));
    }
    EARLIER.iter().any(|word| words.contains(word)).then_some((other, one))
}

/// "The visit came after a stop in B": the visit is what the last sentence about a stop began with.
fn this_visit(reading: &Reading, sentence: Span, first: &Move, moves: &[Move]) -> Option<Order> {
    let head = reading.cut(Span::new(sentence.start, first.name.start)).to_lowercase();
    let visit = VISIT.iter().any(|word| head.starts_with(word));
    if !visit || !EARLIER.iter().any(|word| head.contains(word)) {
        return None;
    }
    let last = moves.iter().rfind(|each| each.name.start < sentence.start)?;
    let within = |span: Span| reading.document.sentence_at(span.start);
    let told = moves.iter().find(|each| within(each.name) == within(last.name))?;
    (told.place != first.place).then_some((first.place, told.place))
}

/// "Ahead of his stop in A, she met …in B" and "From A she will travel to B": A may be no move
/// itself, so every place of the sentence's head counts.
fn opening(reading: &Reading, sentence: Span, first: &Move, moves: &[Move]) -> Option<Order> {
    let head = reading.cut(Span::new(sentence.start, first.name.start)).to_lowercase();
    let earlier_name = reading.mentions.iter().find(|mention| {
        sentence.contains(mention.span)
            && mention.span.end <= first.name.start
            && mention.kind == model::Kind::Place
    })?;
    let name = reading.cut(earlier_name.span);
    let same = moves.iter().find(|each| reading.cut(each.name) == name)?;
    if same.place == first.place {
        return None;
    }
    if OPENS_LATER.iter().any(|word| head.starts_with(word)) {
        return Some((first.place, same.place));
    }
    OPENS_EARLIER.iter().any(|word| head.starts_with(word)).then_some((same.place, first.place))
}
