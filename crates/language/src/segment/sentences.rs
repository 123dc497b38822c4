//! Pieces of one line into sentences.

use super::Piece;
use super::abbreviations::{Abbreviation, abbreviation};
use super::lexer::is_face;
use std::ops::Range;

/// Words that open a sentence after an abbreviation more often than they go on with a name.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "A", "After", "Although", "An", "And", "As", "At", "But", "By", "During", "Even", "For", "From", "He", "Her", "His",
    "How", "However", "I", "If", "In", "It", "Its", "Last", "Many", "Meanwhile", "More", "Most", "My", "No", "Now", "On",
    "One", "Our", "She", "Since", "So", "Some", "Still", "That", "The", "Their", "Then", "There", "These", "They",
    "This", "Those", "Though", "To", "Two", "Under", "We", "What", "When", "Where", "While", "Who", "Why", "With",
    "Yet", "You", "Your",
];

/// States, as they stand after a town ("in Concord, N.H.") or a party ("D-Minn."). The names that follow
/// them begin a sentence, since a comma stands where it goes on.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "d.c", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass", "md", "mich",
    "minn", "mo", "mont", "n.c", "n.d", "n.h", "n.j", "n.m", "n.y", "neb", "nev", "okla", "ore", "pa", "r.i", "s.c", "s.d",
    "tenn", "tex", "va", "vt", "w.va", "wash", "wis", "wyo",
];

/// "in South Bend, Ind. Mayor Ann Poe": with these it goes on all the same.
const OFFICES: &[&str] = &[
    "Attorney",
    "Congressman",
    "Congresswoman",
    "Councilman",
    "Councilwoman",
    "Governor",
    "Gov.",
    "Judge",
    "Mayor",
    "Police",
    "Rep.",
    "Republican",
    "Democrat",
    "Sen.",
    "Senator",
    "Sheriff",
];

/// The sentences, as ranges of pieces.
pub(super) fn ranges(text: &str, pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut index = 0;
    while index < pieces.len() {
        if index > start && stands_apart(text, pieces, index) {
            ranges.push(start..index);
            start = index;
        }
        let mut end = index + 1;
        if let Some(stop) = Stop::of(text, pieces, index) {
            end = closers(text, pieces, end);
            if end < pieces.len() && stop.ends(text, pieces, end) {
                ranges.push(start..end);
                start = end;
            }
        }
        index = end;
    }
    if start < pieces.len() {
        ranges.push(start..pieces.len());
    }
    ranges
}

/// A line of so many equal marks parts what stands before it from what follows.
const RULE: usize = 10;

/// Whether a sentence begins at the piece, whatever stands before it: a bullet, a line of marks.
fn stands_apart(text: &str, pieces: &[Piece], index: usize) -> bool {
    let piece = |index: usize| pieces.get(index).map_or("", |piece| piece.span.of(text));
    let spaced = pieces.get(index).is_some_and(|piece| piece.spaced);
    let bullet = matches!(piece(index), "•" | "▪" | "●" | "■" | "◦" | "‣");
    spaced && (bullet || is_rule(piece(index)) || is_rule(piece(index.saturating_sub(1))))
}

fn is_rule(piece: &str) -> bool {
    piece.len() >= RULE && piece.bytes().all(|b| matches!(b, b'-' | b'=' | b'*' | b'_' | b'~' | b'#'))
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    Exclamation,
    Ellipsis,
    Abbreviation,
    Face,
}

impl Stop {
    fn of(text: &str, pieces: &[Piece], index: usize) -> Option<Self> {
        let piece = pieces.get(index)?.span.of(text);
        match piece.chars().next()? {
            // ". . ."
            '.' if piece == "." && index > 0 && is_stop(text, pieces, index - 1) => Some(Self::Ellipsis),
            '.' if piece == "." => Some(Self::Full),
            '.' if piece.contains(['!', '?']) => Some(Self::Exclamation),
            '.' | '…' => Some(Self::Ellipsis),
            _ if is_face(piece) => Some(Self::Face),
            '!' | '?' | '。' | '？' | '！' => Some(Self::Exclamation),
            _ => {
                let word = piece.strip_suffix('.')?;
                let next = pieces.get(index + 1).and_then(|next| next.span.of(text).chars().next());
                let numbered = word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
                let may_end = !numbered && abbreviation(word, next) == Some(Abbreviation::Either);
                may_end.then_some(Self::Abbreviation)
            }
        }
    }

    /// Whether a sentence ends before `pieces[end]`.
    fn ends(self, text: &str, pieces: &[Piece], end: usize) -> bool {
        let Some(next) = pieces.get(end) else { return true };
        if !next.spaced {
            return self.is_run_on(text, pieces, end);
        }
        let first = opening_word(text, pieces, end);
        let Some(letter) = first.chars().next() else { return false };
        let quoted = end > 0 && pieces.get(end - 1).is_some_and(|piece| is_closer(piece.span.of(text)));
        match self {
            Self::Abbreviation => STARTERS.contains(&first) || is_state(text, pieces, end),
            _ if letter.is_lowercase() && quoted => false,
            Self::Full | Self::Exclamation if letter.is_lowercase() => !is_name_with_mark(text, pieces, end),
            _ if letter.is_lowercase() => false,
            Self::Ellipsis | Self::Face => letter.is_uppercase() && first != "I",
            Self::Full | Self::Exclamation => !is_continuation(letter),
        }
    }
    /// A sentence that begins without a space: "the end.Then", "safe?no", "sank...Nobody".
    fn is_run_on(self, text: &str, pieces: &[Piece], end: usize) -> bool {
        let word =
            |at: Option<usize>| at.and_then(|at| pieces.get(at)).map_or("", |piece| piece.span.of(text));
        let (before, mark, after) = (word(end.checked_sub(2)), word(end.checked_sub(1)), word(Some(end)));
        let mut letters = after.chars();
        let capital =
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
        let small = after.len() > 1 && after.chars().all(char::is_lowercase);
        let lower = before.len() > 2 && before.chars().all(char::is_lowercase);
        match self {
            Self::Abbreviation | Self::Face => false,
            Self::Ellipsis => capital && before.len() > 2 && before.chars().all(char::is_alphabetic),
            // "Baghdad.Then", but not "Asp.Net"
            Self::Full => capital && (lower || before.len() > 2 && STARTERS.contains(&after)),
            Self::Exclamation => (capital || small && mark.ends_with('?')) && lower,
        }
    }
}

/// Whether the name of a state ends before `pieces[end]`, and the sentence with it.
fn is_state(text: &str, pieces: &[Piece], end: usize) -> bool {
    let piece = |back: usize| {
        let index = end.checked_sub(back)?;
        Some(pieces.get(index)?.span.of(text))
    };
    let (Some(mark), Some(state), Some(next)) = (piece(2), piece(1), piece(0)) else { return false };
    matches!(mark, "," | "-")
        && next.starts_with(char::is_uppercase)
        && !OFFICES.contains(&next)
        && state
            .strip_suffix('.')
            .is_some_and(|state| STATES.iter().any(|known| known.eq_ignore_ascii_case(state)))
}

/// Whether the piece is a lone full stop.
fn is_stop(text: &str, pieces: &[Piece], index: usize) -> bool {
    pieces.get(index).is_some_and(|piece| piece.span.of(text) == ".")
}

/// "Yahoo! said": the mark belongs to a name.
fn is_name_with_mark(text: &str, pieces: &[Piece], end: usize) -> bool {
    let word = |back: usize| {
        end.checked_sub(back).and_then(|at| pieces.get(at)).map_or("", |piece| piece.span.of(text))
    };
    word(1) == "!" && word(2).starts_with(char::is_uppercase)
}

/// The first word from `index` on, past marks that open.
fn opening_word<'a>(text: &'a str, pieces: &[Piece], index: usize) -> &'a str {
    let words = pieces.iter().skip(index).take(4).map(|piece| piece.span.of(text));
    words.clone().find(|word| !is_opener(word)).or_else(|| words.clone().next()).unwrap_or("")
}

fn is_opener(word: &str) -> bool {
    matches!(word, "“" | "‘" | "\"" | "'" | "``" | "(" | "[" | "«" | "''" | "-" | "—" | "–" | "*" | "•")
}

/// Marks with which no sentence begins.
fn is_continuation(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | ')' | ']' | '%' | '.' | '!' | '?' | '”' | '’' | '/')
}

fn is_closer(word: &str) -> bool {
    matches!(word, "”" | "’" | "\"" | "'" | "''" | ")" | "]" | "»" | "’’")
}

/// The index after the closing marks that follow without a space.
fn closers(text: &str, pieces: &[Piece], mut index: usize) -> usize {
    while let Some(piece) = pieces.get(index)
        && !piece.spaced
        && is_closer(piece.span.of(text))
    {
        index += 1;
    }
    index + reference(text, pieces.get(index..).unwrap_or(&[]))
}

/// How many pieces the numbers of notes take: "in Marsa. [17] The".
fn reference(text: &str, pieces: &[Piece]) -> usize {
    let mut length = 0;
    while let Some([open, number, close]) = pieces.get(length..length + 3)
        && open.span.of(text) == "["
        && number.span.of(text).bytes().all(|b| b.is_ascii_digit())
        && close.span.of(text) == "]"
    {
        length += 3;
    }
    length
}
