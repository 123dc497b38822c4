//! A passage of a report as a byte range.

use std::ops::Range;

/// Bytes `start..end` of a report's text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; an end before the start gives an empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing lies in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The passage; empty where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    #[must_use]
    pub fn holds(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Bytes that both share.
    #[must_use]
    pub fn overlap(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// Whether both share a byte.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        self.overlap(other) > 0
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same passage without white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let passage = self.of(text);
        let start = self.start + (passage.len() - passage.trim_start().len());
        Self::new(start, start + passage.trim().len())
    }

    /// As a range of bytes.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn cuts_and_compares() {
        let text = "  Łódź, 3 May ";
        let whole = Span::new(0, text.len());
        assert_eq!(whole.trimmed(text).of(text), "Łódź, 3 May");
        assert_eq!(Span::new(3, 4).of(text), "", "inside a character nothing is cut");
        assert!(Span::new(0, 4).touches(Span::new(3, 9)) && !Span::new(0, 4).touches(Span::new(4, 9)));
        assert_eq!(Span::new(5, 2), Span::new(5, 5));
    }
}
