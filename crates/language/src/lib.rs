//! English: text in, sentences, tokens, tags and names out.
//!
//! Everything is compiled in: no files, no network, no state beyond [`English`] itself.

// Parts of these are only for training, which sees them through `train`.
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod clusters;
mod conllu;
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod lemma;
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod linear;
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod names;
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod parse;
mod segment;
mod table;
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod tag;
#[cfg(feature = "train")]
pub mod train;
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod word;

pub use conllu::conllu;

use clusters::Clusters;
use lemma::Lemmas;
use model::{Document, Span};
use names::Namer;
use parse::Parser;
use tag::Tagger;
use word::Word;

/// The English reader with its weights.
#[derive(Debug)]
pub struct English {
    tagger: Tagger,
    lemmas: Lemmas,
    clusters: Clusters,
    parser: Parser,
    namer: Namer,
}

impl Default for English {
    fn default() -> Self {
        Self::new()
    }
}

impl English {
    /// Loads the weights that are compiled in.
    #[must_use]
    pub fn new() -> Self {
        Self {
            tagger: Tagger::new(),
            lemmas: Lemmas::new(),
            clusters: Clusters::load(include_bytes!("../data/clusters.bin")),
            parser: Parser::new(),
            namer: Namer::new(),
        }
    }

    /// Reads a text. `blocks` are its headline and paragraphs, in order: no sentence crosses one.
    #[must_use]
    pub fn annotate(&self, text: &str, blocks: &[Span]) -> Document {
        let mut document = self.syntax(text, blocks, true);
        document.names = self.namer.find(text, &document);
        document
    }

    /// Reads a text as far as its tags and lemmas: what names are learnt from.
    #[cfg(feature = "train")]
    #[must_use]
    pub fn tagged(&self, text: &str, blocks: &[Span]) -> Document {
        self.syntax(text, blocks, false)
    }

    fn syntax(&self, text: &str, blocks: &[Span], parsed: bool) -> Document {
        let mut document = segment::segment(text, blocks);
        let mut buffer = String::new();
        let words: Vec<Word> = document
            .tokens
            .iter()
            .map(|token| self.clusters.look(token.span.of(text), &mut buffer))
            .collect();
        let mut space = tag::Space::default();
        let mut place = parse::Space::default();
        for sentence in &document.sentences {
            let range = sentence.tokens.clone();
            let (Some(words), Some(tokens)) = (words.get(range.clone()), document.tokens.get_mut(range))
            else {
                continue;
            };
            self.tagger.tag(words, tokens, &mut space);
            if parsed {
                self.parser.parse(words, tokens, sentence.tokens.start, &mut place);
                parse::attach_punctuation(text, tokens, sentence.tokens.start);
            }
        }
        for token in &mut document.tokens {
            token.lemma = self.lemmas.lemma(token.span.of(text), (token.upos, token.xpos), &mut buffer);
        }
        document
    }
}
