//! A line into pieces: words, numbers, marks.

use super::abbreviations::Abbreviation;
use super::contraction::is_apostrophe;
use super::{Piece, abbreviations, address, contraction};
use model::Span;

/// Before a hyphen these are part of the word: "co-star", "anti-war". Those that are no words of their
/// own, by the guidelines of the English treebanks.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "agro", "ante", "anti", "arch", "bi", "bio", "co", "counter", "cross", "cyber", "de", "dis", "e", "eco", "ex", "extra",
    "hyper", "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over", "para",
    "peri", "poly", "post", "pre", "pro", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super", "trans", "tri",
    "uber", "ultra", "un", "uni", "vice", "wi",
];

/// After a number without a space these are words of their own.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "am", "b", "bn", "c", "cm", "f", "ft", "g", "gb", "h", "hz", "k", "kg", "km", "kmh", "kph", "kw", "lb", "lbs", "m", "mb", "mg",
    "mhz", "ml", "mm", "mph", "mw", "oz", "p", "percent", "pm", "sq", "t", "tb", "tn", "x", "°c", "°f",
];

/// Faces of two to four marks.
const FACES: &[&str] = &[
    ":)", ":(", ":-)", ":-(", ";)", ";-)", ":D", ":P", ":-D", ":-P", "=)", "=(", ":/", ":'(", "<3", "^_^",
    ":))", "XD",
];

/// Short for several words, with a slash that parts nothing.
const SLASHED: &[&str] = &["b/c", "b/t", "n/a", "w/o"];

/// In so many places of a chunk an address is looked for at most: it keeps the work linear.
const LOOKS: usize = 8;

/// Cuts the line `span` of `text` into pieces.
pub(super) fn pieces(text: &str, span: Span, out: &mut Vec<Piece>) {
    let line = span.of(text);
    let mut at = 0;
    while let Some(rest) = line.get(at..) {
        let blank = rest.len() - rest.trim_start().len();
        at += blank;
        let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) else { return };
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let next = rest.get(length..).and_then(|after| after.trim_start().chars().next());
        let chunk = rest.get(..length).unwrap_or("");
        Chunk { chunk, base: span.start + at, next, first: out.is_empty() }.cut(out);
        at += length;
    }
}

/// Text between white space.
#[derive(Clone, Copy)]
struct Chunk<'a> {
    chunk: &'a str,
    base: usize,
    /// The first character of the chunk that follows in the line.
    next: Option<char>,
    /// Whether it opens the line.
    first: bool,
}

impl Chunk<'_> {
    fn cut(self, out: &mut Vec<Piece>) {
        let from = out.len();
        if FACES.contains(&self.chunk) {
            self.push(0, self.chunk.len(), out);
        } else if self.chunk.bytes().all(|b| b.is_ascii_alphabetic()) {
            self.word(0, self.chunk.len(), out);
        } else {
            self.mixed(out);
        }
        if let Some(piece) = out.get_mut(from) {
            piece.spaced = true;
        }
    }

    fn push(self, start: usize, end: usize, out: &mut Vec<Piece>) {
        let span = Span::new(self.base + start, self.base + end);
        if !span.is_empty() {
            out.push(Piece { span, spaced: false });
        }
    }

    fn mixed(self, out: &mut Vec<Piece>) {
        let mut at = 0;
        let mut fresh = true;
        let mut looks = 0;
        while let Some(rest) = self.chunk.get(at..) {
            let Some(c) = rest.chars().next() else { return };
            // An address begins a chunk or follows an opening mark.
            let address = if fresh && looks < LOOKS { address::length(rest) } else { None };
            looks += usize::from(fresh);
            fresh = !c.is_alphanumeric() && (fresh || matches!(c, '<' | '('));
            let end = if let Some(length) = address.or_else(|| self.face(at)) {
                self.push(at, at + length, out);
                at + length
            } else if is_letter(c) || is_tag(c, rest) || self.is_signed(c, at) {
                self.alphanumeric(at, out)
            } else if is_apostrophe(c) {
                self.apostrophe(at, out)
            } else {
                let end = at + mark_length(rest);
                self.push(at, end, out);
                end
            };
            at = end.max(at + c.len_utf8());
        }
    }

    /// The length of the face of marks that ends the chunk: "thanks:-)", but not "(see:)".
    fn face(self, at: usize) -> Option<usize> {
        let rest = self.chunk.get(at..).filter(|rest| rest.starts_with([':', ';', '=']) && rest.len() < 8)?;
        let face = FACES.iter().rev().find(|face| rest.starts_with(**face))?;
        let ends = rest.get(face.len()..)?.bytes().all(|b| matches!(b, b'.' | b'!' | b'?' | b','));
        let bracket = face.ends_with(')') && self.chunk.get(..at)?.contains('(');
        (ends && !bracket).then_some(face.len())
    }

    /// "+2", where nothing is added to.
    fn is_signed(self, c: char, at: usize) -> bool {
        let follows = self.chunk.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        let after = self.chunk.get(at + c.len_utf8()..);
        c == '+' && !follows && after.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// A word or number with what belongs to it, from `start`; gives its end.
    fn alphanumeric(self, start: usize, out: &mut Vec<Piece>) -> usize {
        let rest = self.chunk.get(start..).unwrap_or("");
        let mut end = start + word_length(rest);
        let word = self.chunk.get(start..end).unwrap_or("");
        let after = self.chunk.get(end..).unwrap_or("");
        if matches!(word, "US" | "A" | "C" | "NZ" | "HK" | "CA" | "AU" | "S") && after.starts_with('$') {
            end += 1;
            self.push(start, end, out);
        } else if after.starts_with('.') && self.keeps_stop(word, end + 1, start) {
            end += 1;
            self.number(start, end, out);
        } else {
            self.number(start, end, out);
        }
        end
    }

    /// Whether the full stop that ends at `end` belongs to `word`.
    fn keeps_stop(self, word: &str, end: usize, start: usize) -> bool {
        let rest = self.chunk.get(end..).unwrap_or("");
        let after = rest.chars().next();
        let capital = word.starts_with(char::is_uppercase);
        if rest.starts_with('.') {
            // "Marlow Inc..": one of the two ends the sentence.
            return capital && !rest.starts_with("..") && abbreviations::abbreviation(word, None).is_some();
        }
        if self.first && start == 0 && after.is_none() && self.next.is_some() && is_item_number(word) {
            return true;
        }
        let next = if after.is_none() { self.next } else { after };
        let abbreviation = abbreviations::abbreviation(word, next);
        match after {
            // "Gen.Moe"
            Some(c) if c.is_alphanumeric() => {
                capital && c.is_uppercase() && abbreviation == Some(Abbreviation::Opens)
            }
            _ => abbreviation.is_some(),
        }
    }

    /// A number is parted from its unit: "5km", "7pm".
    fn number(self, start: usize, end: usize, out: &mut Vec<Piece>) {
        let word = self.chunk.get(start..end).unwrap_or("");
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.word(start, end, out);
        }
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | '°'));
        let unit = word.get(digits.len()..).unwrap_or("");
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b':'));
        let known = UNITS.iter().any(|known| unit.trim_end_matches('.').eq_ignore_ascii_case(known))
            || matches!(unit, "a.m." | "p.m." | "a.m" | "p.m");
        // "5G" is no weight.
        let generation = unit == "G" && digits.len() == 1;
        if plain && known && !generation {
            self.push(start, start + digits.len(), out);
            self.push(start + digits.len(), end, out);
        } else {
            self.word(start, end, out);
        }
    }

    /// A word is parted at its clitics.
    fn word(self, start: usize, end: usize, out: &mut Vec<Piece>) {
        let mut cuts = [end; 4];
        let mut count = 0;
        let mut until = end;
        while count < 3
            && let Some(at) = self.chunk.get(start..until).and_then(contraction::cut)
            && at > 0
        {
            count += 1;
            until = start + at;
            if let Some(cut) = cuts.get_mut(count) {
                *cut = until;
            }
        }
        let mut from = start;
        for cut in cuts.iter().take(count + 1).rev() {
            self.push(from, *cut, out);
            from = *cut;
        }
    }

    /// An apostrophe that no letter stands before, or that no letter follows.
    fn apostrophe(self, start: usize, out: &mut Vec<Piece>) -> usize {
        let rest = self.chunk.get(start..).unwrap_or("");
        let mark = rest.chars().next().map_or(1, char::len_utf8);
        let doubled = rest.get(mark..).is_some_and(|after| after.starts_with(is_apostrophe));
        if doubled {
            let second = rest.get(mark..).and_then(|after| after.chars().next()).map_or(0, char::len_utf8);
            self.push(start, start + mark + second, out);
            return start + mark + second;
        }
        let tail = rest.get(mark..).unwrap_or("");
        let word = tail.find(|c: char| !c.is_alphanumeric()).map_or(tail, |at| tail.get(..at).unwrap_or(""));
        let year = word.len() >= 2 && word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit());
        let whole = start + mark + word.len();
        if let Some(verb) = self.chunk.get(start..whole).and_then(contraction::short_it) {
            self.push(start, start + verb, out);
            self.push(start + verb, whole, out);
            return whole;
        }
        if let Some(end) = short_and(rest) {
            self.push(start, start + end, out);
            return start + end;
        }
        let short = matches!(word, "em" | "til" | "cause" | "bout" | "n");
        let clitic = start > 0 && matches!(word, "s" | "S") && !out.is_empty();
        let end = if year || short || clitic { whole } else { start + mark };
        self.push(start, end, out);
        end
    }
}

/// The length of "'n'" at the start of `rest`.
fn short_and(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix(is_apostrophe)?.strip_prefix('n')?;
    let after = inside.strip_prefix(is_apostrophe)?;
    Some(rest.len() - after.len())
}

/// Whether the word is a face of marks.
pub(super) fn is_face(word: &str) -> bool {
    FACES.contains(&word)
}

/// Letters, digits and the marks that combine with them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}') && c != '\u{200D}'
}

/// "#storm" and "@desk" are one token; "#1" is two.
fn is_tag(c: char, rest: &str) -> bool {
    matches!(c, '#' | '@') && rest.chars().nth(1).is_some_and(char::is_alphabetic)
}

/// "1", "12", "4.1": what numbers the item of a list.
fn is_item_number(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// The length of the word at the start of `rest`.
fn word_length(rest: &str) -> usize {
    let mut before = None;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let inside = match (before, c) {
            (None, _) | (_, '_') => true,
            _ if is_letter(c) => true,
            (Some(previous), _) => joins(previous, c, next, (rest, at)),
        };
        if !inside {
            return at;
        }
        before = Some(c);
    }
    rest.len()
}

/// Whether the mark `c` between two characters holds a word together.
fn joins(previous: char, c: char, next: Option<char>, (rest, at): (&str, usize)) -> bool {
    let Some(next) = next else { return false };
    let digits = previous.is_ascii_digit() && next.is_ascii_digit();
    match c {
        ',' | ':' => digits,
        '.' => digits || next.is_alphabetic() && holds_letters(rest, at),
        '/' => digits || is_slashed(rest, at),
        '&' => previous.is_uppercase() && next.is_uppercase() && at <= 3,
        '-' | '\u{2011}' => {
            next.is_alphanumeric() && (is_prefix(rest, at) || digits && is_telephone(rest, at))
        }
        _ if is_apostrophe(c) => previous.is_alphanumeric() && next.is_alphabetic(),
        _ => false,
    }
}

/// "U.S" goes on, "end.The" does not: single letters, or endings of files.
fn holds_letters(rest: &str, at: usize) -> bool {
    let before = rest.get(..at).unwrap_or("");
    let part = before.rsplit('.').next().unwrap_or("");
    let after = rest.get(at + 1..).unwrap_or("");
    let following =
        after.find(|c: char| !c.is_alphanumeric()).map_or(after, |end| after.get(..end).unwrap_or(""));
    let single = part.chars().take(2).count() == 1 && following.chars().take(3).count() <= 2;
    let degree = matches!(before, "Ph" | "M" | "B") && following.len() <= 2;
    let file =
        matches!(following, "doc" | "pdf" | "xls" | "html" | "htm" | "jpg" | "exe" | "txt" | "mp3" | "png");
    single || degree || file
}

/// "w/o": short for two words.
fn is_slashed(rest: &str, at: usize) -> bool {
    let end = rest.get(at + 1..).and_then(|after| after.find(|c: char| !c.is_alphanumeric()));
    let word = rest.get(..end.map_or(rest.len(), |end| at + 1 + end)).unwrap_or("");
    SLASHED.iter().any(|short| short.eq_ignore_ascii_case(word))
}

fn is_prefix(rest: &str, at: usize) -> bool {
    let before = rest.get(..at).unwrap_or("");
    let word = before.rsplit(['-', '\u{2011}']).next().unwrap_or("");
    word.len() <= 7 && PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(word))
}

/// "555-0134", "020-7946-0011": groups of three digits or one, the last of four.
fn is_telephone(rest: &str, at: usize) -> bool {
    const LONGEST: usize = 20;
    let length = rest.bytes().take(LONGEST + 1).take_while(|b| b.is_ascii_digit() || *b == b'-').count();
    let run = rest.get(..length).unwrap_or("");
    if at >= length || length > LONGEST {
        return false;
    }
    let mut groups = run.split('-');
    let last = groups.next_back().unwrap_or("");
    last.len() == 4 && groups.clone().count() > 0 && groups.all(|group| matches!(group.len(), 1 | 3))
}

/// The length of the mark at the start of `rest`: one character, a run of the same, an emoji.
fn mark_length(rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    if matches!(first, '.' | '!' | '?') {
        return rest.find(|c| !matches!(c, '.' | '!' | '?')).unwrap_or(rest.len());
    }
    if matches!(
        first,
        '-' | '=' | '*' | '_' | '~' | '+' | '<' | '>' | '#' | '|' | '`' | '^' | '…' | '—' | '–' | '$'
    ) {
        return rest.find(|c| c != first).unwrap_or(rest.len());
    }
    let mut end = first.len_utf8();
    let flag = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    let mut previous = first;
    for c in rest.chars().skip(1) {
        let extends =
            matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{200D}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}')
                || previous == '\u{200D}'
                || flag(first) && flag(c) && end == first.len_utf8();
        if !extends {
            break;
        }
        end += c.len_utf8();
        previous = c;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use model::Span;

    fn cut(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        pieces(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|piece| piece.span.of(text)).collect()
    }

    #[test]
    fn words_to_the_conventions_of_ud() {
        let expected = "They|do|n't|know|;|we|can|not|.";
        assert_eq!(cut("They don't know; we cannot.").join("|"), expected);
        let expected = "Marsa|'s|nine|-|month|-|old|co-star|,|al|-|Loy";
        assert_eq!(cut("Marsa's nine-month-old co-star, al-Loy").join("|"), expected);
        assert_eq!(cut("the sailors’ “home”—safe").join("|"), "the|sailors|’|“|home|”|—|safe");
        assert_eq!(cut("I'd've gone").join("|"), "I|'d|'ve|gone");
    }

    #[test]
    fn numbers_money_times_addresses() {
        let expected = "$|1,200.50|,|US$|5|,|10|%|at|7:30|pm|on|9/11|,|5|km|,|1990s|,|2|-|1|.";
        assert_eq!(cut("$1,200.50, US$5, 10% at 7:30pm on 9/11, 5km, 1990s, 2-1.").join("|"), expected);
        assert_eq!(cut("(desk@marsa.example)").join("|"), "(|desk@marsa.example|)");
        assert_eq!(
            cut("Call 555-0134, see http://a.example/b.").join("|"),
            "Call|555-0134|,|see|http://a.example/b|."
        );
        assert_eq!(cut("#storm #1 👍🏽👍 :-) ... ?!").join("|"), "#storm|#|1|👍🏽|👍|:-)|...|?!");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_eq!(
            cut("Gen. Moe left the U.S. in Sept. with A. Loy.").join("|"),
            "Gen.|Moe|left|the|U.S.|in|Sept.|with|A.|Loy|."
        );
        assert_eq!(cut("No. 10 said “no.”").join("|"), "No.|10|said|“|no|.|”");
    }

    #[test]
    fn odd_text_is_cut_whole() {
        for text in [
            "'''",
            "...''.'",
            "a\u{301}b\u{200D}",
            "’s",
            "--'--",
            "@",
            "#",
            "\u{1F1E6}\u{1F1E6}\u{1F1E6}",
            "n't",
        ] {
            assert_eq!(cut(text).concat(), text);
        }
    }
}
