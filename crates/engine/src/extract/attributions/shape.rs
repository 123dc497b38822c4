//! From labelled words to attributions: spans, mode, stance, and which stands within which.

use super::quotes::Quotation;
use super::view::View;
use super::words::InQuote;
use super::{lexicon, roles};
use model::{Attribution, Mode, Span, Stance, Upos};
use std::ops::Range;

/// The attribution of a cue, from the labels of the words around it; none without content.
pub(super) fn attribution(view: &View, cue: &Range<usize>, labels: &[u8]) -> Option<Attribution> {
    let window = roles::window(view, cue);
    let source = source(view, cue, runs(&window, labels, roles::SOURCE)).or_else(|| subject(view, cue));
    let runs = whole(view, cue, source, bridged(view, runs(&window, labels, roles::CONTENT)));
    let pieces: Vec<Span> = runs.iter().filter_map(|run| span(view, run)).collect();
    let mut content = stretched(view, pieces, span(view, cue)?, source);
    if content.is_empty() {
        content = introduced(view, cue);
    }
    if content.is_empty() {
        return None;
    }
    let stance = stance(view, cue);
    Some(Attribution {
        source,
        cue: span(view, cue),
        mode: mode(view, &content),
        content,
        speaker: None,
        stance,
        within: None,
    })
}

/// How many tokens may part the pieces of a source.
const PARTED: usize = 6;

/// The source: the run nearest to the cue, with the runs on its side that little parts from it
/// ("the spokesman, | a former judge, | said").
fn source(view: &View, cue: &Range<usize>, runs: Vec<Range<usize>>) -> Option<Span> {
    let mut runs = bridged(view, runs);
    runs.sort_by_key(|run| (gap(run, cue), run.start));
    let mut runs = runs.into_iter();
    let mut whole = runs.next()?;
    let before = whole.end <= cue.start;
    for run in runs.filter(|run| (run.end <= cue.start) == before) {
        let between = if run.end <= whole.start { run.end..whole.start } else { whole.end..run.start };
        if between.len() <= PARTED && between.clone().all(|at| !is_verb(view, at)) {
            whole = whole.start.min(run.start)..whole.end.max(run.end);
        }
    }
    span(view, &whole)
}

/// How far before a cue its subject is looked for, in tokens.
const SUBJECT: usize = 30;

/// The subject of a cue's verb in the parse, where the labels give no source.
fn subject(view: &View, cue: &Range<usize>) -> Option<Span> {
    let tokens = &view.document.tokens;
    let unit = view.unit_of(cue.start);
    let from = unit.start.max(cue.start.saturating_sub(SUBJECT));
    let verb = |head: usize| cue.contains(&head) && is_verb(view, head);
    let is_subject = |at: &usize| {
        tokens.get(*at).is_some_and(|token| token.relation == "nsubj" && token.head.is_some_and(verb))
    };
    let subject = (from..cue.start).rev().find(is_subject)?;
    let under = |at: usize| {
        let mut here = at;
        (0..12).any(|_| {
            let found = here == subject;
            here = view.word(here).map_or(here, |word| word.head);
            found
        })
    };
    let first = (from..=subject).find(|&at| (at..=subject).all(under))?;
    let last = (subject..cue.start).take_while(|&at| under(at)).last()?;
    span(view, &(first..last + 1))
}

fn is_verb(view: &View, token: usize) -> bool {
    view.word(token).is_some_and(|word| matches!(word.upos, Upos::VERB | Upos::AUX))
}

/// `He said:` at the end of a paragraph: the quotation that opens the next one.
fn introduced(view: &View, cue: &Range<usize>) -> Vec<Span> {
    let unit = view.unit_of(cue.start);
    let Some(last) = unit.end.checked_sub(1).filter(|&last| view.text(last) == ":") else {
        return Vec::new();
    };
    let Some(colon) = view.document.tokens.get(last) else { return Vec::new() };
    let place = view.quotations.partition_point(|quotation| quotation.span.start < colon.span.end);
    let mut content = Vec::new();
    for quotation in view.quotations.iter().skip(place) {
        let from = content.last().map_or(colon.span.end, |last: &Span| last.end);
        let between = view.report.text.get(from..quotation.span.start).unwrap_or("-");
        if !between.trim().is_empty() {
            break;
        }
        content.push(quotation.span);
        if quotation.closed {
            break;
        }
    }
    content
}

/// The ranges of tokens that carry a label.
fn runs(window: &Range<usize>, labels: &[u8], wanted: u8) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (token, _) in window.clone().zip(labels).filter(|&(_, &label)| label == wanted) {
        match runs.last_mut() {
            Some(run) if run.end == token => run.end = token + 1,
            _ => runs.push(token..token + 1),
        }
    }
    runs
}

/// Joins runs that only signs part.
fn bridged(view: &View, runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(runs.len());
    for run in runs {
        let signs = |between: Range<usize>| between.into_iter().all(|at| is_sign(view, at));
        match joined.last_mut() {
            Some(last) if signs(last.end..run.start) => last.end = run.end,
            _ => joined.push(run),
        }
    }
    joined
}

/// How many tokens may be missing inside a piece of content.
const MISSING: usize = 3;

/// Content that nothing but a word or three parts is one piece, and a scrap that lies apart from
/// it on the same side of the cue is none; speech goes on behind its cue and its source only.
fn whole(
    view: &View,
    cue: &Range<usize>,
    source: Option<Span>,
    runs: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    let starts = |at: usize| view.document.tokens.get(at).map_or(0, |token| token.span.start);
    let apart = |between: Range<usize>| {
        let (from, to) = (starts(between.start), starts(between.end));
        between.contains(&cue.start) || source.is_some_and(|source| source.start >= from && source.end <= to)
    };
    let mut pieces: Vec<Range<usize>> = Vec::with_capacity(runs.len());
    for run in runs {
        let Some(last) = pieces.last_mut().filter(|last| !apart(last.end..run.start)) else {
            pieces.push(run);
            continue;
        };
        if run.start - last.end <= MISSING {
            last.end = run.end;
        } else if is_scrap(view, last, &run) {
            *last = run;
        } else if !is_scrap(view, &run, last) {
            pieces.push(run);
        }
    }
    pieces
}

/// Whether a run is short beside another and holds no quotation.
fn is_scrap(view: &View, run: &Range<usize>, beside: &Range<usize>) -> bool {
    let quoted = run.clone().any(|at| view.word(at).is_some_and(|word| word.quoted == InQuote::Opening));
    !quoted && (run.len() <= 3 || run.len() * 3 <= beside.len())
}

fn is_sign(view: &View, token: usize) -> bool {
    !view.text(token).chars().any(char::is_alphanumeric)
}

fn gap(run: &Range<usize>, cue: &Range<usize>) -> usize {
    if run.end <= cue.start { cue.start - run.end } else { run.start.saturating_sub(cue.end) }
}

/// The passage of a range of tokens, without signs at its ends.
fn span(view: &View, run: &Range<usize>) -> Option<Span> {
    let keep =
        |at: &usize| !is_sign(view, *at) || matches!(view.text(*at), "$" | "£" | "€" | ":" if run.len() == 1);
    let first = run.clone().find(keep)?;
    let last = run.clone().rev().find(keep)?;
    let tokens = &view.document.tokens;
    Some(Span::new(tokens.get(first)?.span.start, tokens.get(last)?.span.end))
}

/// Content that takes most of a quotation takes all of it, with its marks.
fn stretched(view: &View, pieces: Vec<Span>, cue: Span, source: Option<Span>) -> Vec<Span> {
    let mut content: Vec<Span> = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        for quotation in view.quotations_in(piece) {
            let shared = quotation.inner.overlap(piece);
            let most = shared * 2 >= quotation.inner.len()
                || (shared > 0
                    && quotation.inner.start >= piece.start
                    && shared * 3 >= quotation.inner.len());
            let free =
                !quotation.span.touches(cue) && !source.is_some_and(|source| source.touches(quotation.span));
            if shared > 0 && most && free {
                piece = piece.cover(quotation.span);
            }
        }
        match content.last_mut() {
            Some(last) if last.touches(piece) => *last = last.cover(piece),
            _ => content.push(piece),
        }
    }
    content
}

/// Direct where quotation marks hold nearly all of the content, mixed where they hold some.
pub(super) fn mode(view: &View, content: &[Span]) -> Mode {
    let text = &view.report.text;
    let letters = |span: Span| span.of(text).chars().filter(|c| c.is_alphanumeric()).count();
    let total: usize = content.iter().map(|&span| letters(span)).sum();
    let mut quoted = 0;
    for &piece in content {
        for quotation in view.quotations_in(piece).filter(|quotation| !is_term(view, quotation)) {
            let start = piece.start.max(quotation.inner.start);
            quoted += letters(Span::new(start, piece.end.min(quotation.inner.end)));
        }
    }
    if quoted * 10 >= total * 9 && total > 0 {
        Mode::Direct
    } else if quoted > 0 {
        Mode::Mixed
    } else {
        Mode::Indirect
    }
}

/// Words before a quotation that make it a name or a term.
const NAMING: [&str; 16] = [
    "called",
    "dubbed",
    "named",
    "titled",
    "entitled",
    "nicknamed",
    "as",
    "so-called",
    "means",
    "meaning",
    "term",
    "word",
    "marked",
    "labelled",
    "labeled",
    "codenamed",
];

/// Whether a quotation is a name, a title or a term rather than speech: introduced as one, or
/// capitalised throughout, and without a sign of the sentence at its end.
pub(super) fn is_term(view: &View, quotation: &Quotation) -> bool {
    let text = &view.report.text;
    let words: Vec<&str> = quotation.inner.of(text).split_whitespace().collect();
    let before = text.get(..quotation.span.start).unwrap_or("").trim_end();
    let introduced = before.rsplit(char::is_whitespace).next().is_some_and(|word| NAMING.contains(&word));
    let capital = |word: &&str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let long = words.iter().filter(|word| word.len() > 3).count();
    let capitals = words.iter().filter(|word| word.len() > 3).filter(|word| capital(word)).count();
    let ends = quotation.inner.of(text).ends_with(['?', '!']);
    words.len() <= 8
        && !ends
        && ((introduced && words.len() <= 5)
            || (words.len() >= 2 && long >= 2 && capitals == long && words.first().is_some_and(capital)))
}

/// What the speaker does, by the cue's main word.
fn stance(view: &View, cue: &Range<usize>) -> Stance {
    let head = roles::head(view, cue);
    let sense =
        |at: usize| view.document.tokens.get(at).and_then(|token| lexicon::cue(&token.lemma, token.upos));
    let noun = || {
        cue.clone().rev().filter(|&at| view.word(at).is_some_and(|w| w.upos == Upos::NOUN)).find_map(sense)
    };
    match sense(head).map_or(Stance::Says, |cue| cue.stance) {
        Stance::Says => noun().map_or(Stance::Says, |cue| cue.stance),
        stance => stance,
    }
}

/// Sorts by the first span and says which attribution stands within which.
pub(super) fn finish(view: &View, mut found: Vec<Attribution>) -> Vec<Attribution> {
    for one in &mut found {
        one.content.sort_unstable();
        one.mode = mode(view, &one.content);
    }
    found.sort_by_key(|one| (first(one), one.cue));
    let within: Vec<Option<usize>> = (0..found.len()).map(|index| holder(&found, index)).collect();
    for (one, within) in found.iter_mut().zip(within) {
        one.within = within;
    }
    found
}

fn first(one: &Attribution) -> usize {
    let spans = one.content.iter().chain(&one.source).chain(&one.cue);
    spans.map(|span| span.start).min().unwrap_or(0)
}

/// The attribution with the smallest piece of content that holds the cue of another.
fn holder(found: &[Attribution], index: usize) -> Option<usize> {
    let cue = found.get(index)?.cue?;
    // Pieces that hold each other's cues are a mistake of reading: the earlier one is the outer one.
    let mutual = |other: &Attribution| {
        let own = found.get(index).map_or(&[][..], |one| &one.content);
        other.cue.is_some_and(|cue| own.iter().any(|piece| piece.contains(cue)))
    };
    let lo = index.saturating_sub(40);
    found
        .iter()
        .enumerate()
        .skip(lo)
        .take(80)
        .filter(|&(place, other)| place != index && (place < index || !mutual(other)))
        .filter_map(|(place, other)| {
            let piece = other.content.iter().find(|piece| piece.contains(cue))?;
            Some((piece.len(), place))
        })
        .min()
        .map(|(_, place)| place)
}
