//! A short text cut into numbers, words and signs.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits running.
    Number,
    /// Letters running.
    Word,
    /// Any other character but white space.
    Sign(char),
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub kind: Kind,
    pub text: &'t str,
    /// Where it starts, in bytes.
    pub start: usize,
    /// Whether nothing stands between it and the token before it.
    pub glued: bool,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Tokens, asked by place; places beyond the end hold nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a, 't>(pub &'a [Token<'t>]);

impl<'t> Row<'_, 't> {
    pub(super) fn get(self, at: usize) -> Option<Token<'t>> {
        self.0.get(at).copied()
    }

    /// A number of at most so many digits.
    pub(super) fn number(self, at: usize, digits: usize) -> Option<i16> {
        let token = self.get(at).filter(|token| token.kind == Kind::Number && token.text.len() <= digits)?;
        token.text.parse().ok()
    }

    pub(super) fn word(self, at: usize) -> Option<&'t str> {
        self.get(at).filter(|token| token.kind == Kind::Word).map(|token| token.text)
    }

    pub(super) fn sign(self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// Whether a token stands there that touches the one before it.
    pub(super) fn is_glued(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    /// The place after as many tokens as `skip` takes, at most `limit`.
    pub(super) fn skip(self, from: usize, limit: usize, skip: impl Fn(Token<'t>) -> bool) -> usize {
        (from..from + limit).find(|&at| !self.get(at).is_some_and(&skip)).unwrap_or(from + limit)
    }
}

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut glued = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let (kind, length) = match first {
            c if c.is_ascii_digit() => (Kind::Number, run(rest, |c| c.is_ascii_digit())),
            // Signs of Chinese and Japanese dates stand between numbers, never inside a word.
            '年' | '月' | '日' => (Kind::Word, first.len_utf8()),
            c if c.is_alphabetic() => (Kind::Word, run(rest, |c| c.is_alphabetic() || is_accent(c))),
            c => (Kind::Sign(c), c.len_utf8()),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if first.is_whitespace() {
            glued = false;
        } else if !is_invisible(first) {
            out.push(Token { kind, text: token, start, glued });
            glued = true;
        }
    }
    out
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !belongs(c)).unwrap_or(text.len())
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_words_and_signs() {
        let seen: Vec<_> =
            tokens("am 6th\u{a0}Nov., 2023年1月").iter().map(|token| (token.text, token.glued)).collect();
        let expected = [
            ("am", false),
            ("6", false),
            ("th", true),
            ("Nov", false),
            (".", true),
            (",", true),
            ("2023", false),
            ("年", true),
            ("1", true),
            ("月", true),
        ];
        assert_eq!(seen, expected);
    }
}
