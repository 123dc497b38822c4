//! Byte offsets to code points.

use model::Span;
use serde_json::{Value, json};

/// How many bytes lie between two entries of the table.
const STEP: usize = 64;

/// Turns byte spans of one text into spans of code points.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Code points before byte `i * STEP`; empty where every character is one byte.
    table: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// Counts the characters of `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, table: Vec::new() };
        }
        let mut table = Vec::with_capacity(text.len() / STEP + 1);
        let mut points = 0;
        for (index, byte) in text.bytes().enumerate() {
            if index % STEP == 0 {
                table.push(points);
            }
            points += usize::from(starts_character(byte));
        }
        Self { text, table }
    }

    /// Code points before the byte at `offset`.
    #[must_use]
    pub fn points(&self, offset: usize) -> usize {
        let Some(before) = self.table.get(offset / STEP).or(self.table.last()) else { return offset };
        let first = (offset / STEP).min(self.table.len() - 1) * STEP;
        let bytes = self.text.as_bytes().get(first..offset.min(self.text.len())).unwrap_or(&[]);
        before + bytes.iter().filter(|&&byte| starts_character(byte)).count()
    }

    /// `{"start", "end"}` of a span.
    #[must_use]
    pub fn span(&self, span: Span) -> Value {
        json!({"start": self.points(span.start), "end": self.points(span.end)})
    }
}

fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn every_offset_counts_the_characters_before_it() {
        for text in ["plain words".repeat(30), "Ł“ódź” 北京 ".repeat(40), String::new(), "é".repeat(64)]
        {
            let offsets = Offsets::new(&text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(offsets.points(at), text[..at].chars().count());
            }
        }
    }
}
