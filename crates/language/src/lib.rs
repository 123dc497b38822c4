//! English: text in, sentences, tokens, tags and names out.
//!
//! Everything is compiled in: no files, no network, no state beyond [`English`] itself.

#[cfg(feature = "train")]
pub mod linear;
#[cfg(not(feature = "train"))]
mod linear;
mod segment;

use model::{Document, Span};

/// The English reader with its weights.
#[derive(Debug, Default)]
pub struct English {}

impl English {
    /// Loads the weights that are compiled in.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }

    /// Reads a text. `blocks` are its headline and paragraphs, in order: no sentence crosses one.
    #[must_use]
    pub fn annotate(&self, text: &str, blocks: &[Span]) -> Document {
        segment::segment(text, blocks)
    }
}
