//! A text as runs of letters, runs of digits and single marks: what the readers of times and
//! figures walk over.
//!
//! Tokens of Universal Dependencies are cut for syntax: "2023-11-05", "p.m." or "3m" are one token
//! here and four there. Dates and numbers need the pieces, so they read these.

use model::Span;

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Word,
    Digits,
    Mark,
}

#[derive(Clone, Copy, Debug)]
struct Atom {
    span: Span,
    kind: Kind,
}

/// The pieces of a text, in order.
#[derive(Debug)]
pub(super) struct Atoms<'a> {
    text: &'a str,
    lower: String,
    list: Vec<Atom>,
}

impl<'a> Atoms<'a> {
    /// Cuts a text. A blank line is a mark of its own, so that nothing is read across it.
    pub(super) fn new(text: &'a str) -> Self {
        let mut list = Vec::with_capacity(text.len() / 4);
        let mut pieces = text.char_indices().peekable();
        while let Some((start, c)) = pieces.next() {
            let kind = kind(c);
            let mut end = start + c.len_utf8();
            if c.is_whitespace() {
                let mut lines = usize::from(c == '\n');
                while let Some(&(at, c)) = pieces.peek().filter(|(_, c)| c.is_whitespace()) {
                    lines += usize::from(c == '\n');
                    end = at + c.len_utf8();
                    pieces.next();
                }
                if lines < 2 {
                    continue;
                }
            } else if kind != Kind::Mark {
                while let Some(&(at, c)) = pieces.peek().filter(|(_, c)| self::kind(*c) == kind) {
                    end = at + c.len_utf8();
                    pieces.next();
                }
            }
            list.push(Atom { span: Span::new(start, end), kind });
        }
        Self { text, lower: text.to_ascii_lowercase(), list }
    }

    /// How many pieces.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The place of a piece.
    pub(super) fn span(&self, i: usize) -> Span {
        self.list.get(i).map_or(Span::new(self.text.len(), self.text.len()), |atom| atom.span)
    }

    /// The passage from piece `start` up to, and without, piece `end`.
    pub(super) fn passage(&self, start: usize, end: usize) -> Span {
        Span::new(self.span(start).start, self.span(end.saturating_sub(1).max(start)).end)
    }

    /// A piece in lower case; empty behind the end.
    pub(super) fn lower(&self, i: usize) -> &str {
        self.span(i).of(&self.lower)
    }

    /// A piece as written.
    pub(super) fn written(&self, i: usize) -> &'a str {
        self.span(i).of(self.text)
    }

    /// Whether the piece is this word or mark; in lower case.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.lower(i) == word
    }

    /// Whether the piece is one of these words or marks.
    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        let lower = self.lower(i);
        words.contains(&lower)
    }

    /// Whether the pieces from `i` on are these; gives the piece behind them.
    pub(super) fn all(&self, i: usize, words: &[&str]) -> Option<usize> {
        words.iter().enumerate().all(|(k, word)| self.is(i + k, word)).then_some(i + words.len())
    }

    /// A run of digits.
    pub(super) fn digits(&self, i: usize) -> Option<&'a str> {
        self.list.get(i).filter(|atom| atom.kind == Kind::Digits).map(|atom| atom.span.of(self.text))
    }

    /// Whether the piece is a word.
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|atom| atom.kind == Kind::Word)
    }

    /// Whether the piece begins with a capital letter.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.written(i).starts_with(char::is_uppercase)
    }

    /// Whether nothing stands between the piece and the one before.
    pub(super) fn glued(&self, i: usize) -> bool {
        i > 0 && self.list.get(i).is_some_and(|atom| atom.span.start == self.span(i - 1).end)
    }

    /// Whether the piece is a hyphen or dash that joins two words.
    pub(super) fn hyphen(&self, i: usize) -> bool {
        self.any(i, &["-", "–", "‑"]) && self.glued(i) && self.glued(i + 1)
    }

    /// Whether the piece is a hyphen or dash.
    pub(super) fn dash(&self, i: usize) -> bool {
        self.any(i, &["-", "–", "—", "‑"])
    }

    /// Behind an apostrophe and s, if they stand here ("year's").
    pub(super) fn possessive(&self, i: usize) -> Option<usize> {
        (self.any(i, &["'", "’"]) && self.glued(i) && self.glued(i + 1) && self.is(i + 1, "s"))
            .then_some(i + 2)
    }

    /// The first piece that begins at or behind `offset`.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.list.partition_point(|atom| atom.span.start < offset)
    }
}

fn kind(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Digits
    } else if c.is_alphabetic() {
        Kind::Word
    } else {
        Kind::Mark
    }
}

#[cfg(test)]
mod tests {
    use super::Atoms;

    #[test]
    fn cuts_words_digits_and_marks() {
        let atoms = Atoms::new("On Łódź-2, 8p.m.\n\nNext");
        let pieces: Vec<_> = (0..atoms.len()).map(|i| atoms.written(i)).collect();
        assert_eq!(pieces, ["On", "Łódź", "-", "2", ",", "8", "p", ".", "m", ".", "\n\n", "Next"]);
        assert!(atoms.hyphen(2) && atoms.glued(6) && !atoms.glued(1));
        assert_eq!(atoms.lower(99), "");
        assert_eq!(atoms.all(6, &["p", ".", "m", "."]), Some(10));
    }
}
