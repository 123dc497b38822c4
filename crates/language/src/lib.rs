//! English: text in; sentences, tokens, lemmas, tags, Universal Dependencies and names out.
//!
//! Everything is compiled in: no files, no network, no state beyond [`English`] itself.
//!
//! ```
//! let english = language::English::new();
//! let document = english.read("Gen. Tom Brandt can't sail to Marsa.\n“We wait,” he said.");
//! assert_eq!(document.sentences().count(), 2);
//!
//! let sail = document.tokens().find(|token| token.text() == "sail").unwrap();
//! assert_eq!((sail.lemma(), sail.xpos(), sail.relation()), ("sail", "VB", "root"));
//! assert_eq!(sail.children().next().unwrap().text(), "Tom");
//!
//! let name = document.names().next().unwrap();
//! assert_eq!((name.text(), name.kind()), ("Tom Brandt", language::Kind::Person));
//! assert_eq!(&document.text()[name.span().range()], "Tom Brandt");
//! ```
//!
//! [`English::read`] gives a [`Document`], which owns its text; [`English::read_all`] reads many texts
//! on several threads. Who keeps the text elsewhere, as a report does, takes [`English::annotate`]:
//! plain values whose spans stand off from the text.

mod batch;
// Parts of these are only for training, which sees them through `train`.
#[cfg_attr(not(feature = "train"), allow(unreachable_pub, dead_code))]
mod clusters;
mod conllu;
mod document;
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
pub use document::{Document, Name, Sentence, Token};
pub use model::{Annotation, Kind, Span, Upos};

use clusters::Clusters;
use lemma::Lemmas;
use names::Namer;
use parse::Parser;
use tag::Tagger;
use word::Word;

/// The examples of the README are run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The English reader with its weights.
///
/// Built once, in tens of milliseconds, and shared: reading changes nothing in it.
///
/// ```
/// fn shared<T: Send + Sync>(_: &T) {}
/// let english = language::English::new();
/// shared(&english);
/// std::thread::scope(|scope| {
///     let one = scope.spawn(|| english.read("The ferry sank.").tokens().len());
///     let other = scope.spawn(|| english.read("All safe.").tokens().len());
///     assert_eq!((one.join().unwrap(), other.join().unwrap()), (4, 3));
/// });
/// ```
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
    /// Loads the weights that are compiled in, on two threads.
    #[must_use]
    pub fn new() -> Self {
        let others = || (Tagger::new(), Namer::new(), Lemmas::new());
        let (parser, (tagger, namer, lemmas)) = batch::both(Parser::new, others);
        let clusters = Clusters::load(include_bytes!("../data/clusters.bin"));
        Self { tagger, lemmas, clusters, parser, namer }
    }

    /// Reads a text. A line break ends a sentence.
    ///
    /// Any text can be read; in another language than English the result is of little use.
    ///
    /// ```
    /// let document = language::English::new().read("FERRY AGROUND\nNobody was hurt.");
    /// assert_eq!(document.sentences().last().unwrap().text(), "Nobody was hurt.");
    /// ```
    #[must_use]
    pub fn read(&self, text: impl Into<String>) -> Document {
        let text = text.into();
        let annotation = self.annotate(&text, &[Span::new(0, text.len())]);
        Document::new(text, annotation)
    }

    /// Reads many texts on so many threads; the documents come in the order of the texts.
    ///
    /// ```
    /// let texts = vec!["The ferry sank.".to_owned(), "All safe.".to_owned()];
    /// let documents = language::English::new().read_all(texts, 2);
    /// assert_eq!(documents[1].tokens().next().unwrap().text(), "All");
    /// ```
    #[must_use]
    pub fn read_all(&self, texts: Vec<String>, threads: usize) -> Vec<Document> {
        batch::in_order(texts, threads, |text| self.read(text))
    }

    /// Reads a text that stays where it is. `blocks` are its headline and paragraphs, in order: no
    /// sentence crosses one, and what lies outside of them is not read. Nor is a block that does not
    /// fit the text.
    ///
    /// ```
    /// use language::Span;
    /// let text = "Ferry aground + Nobody was hurt.";
    /// let annotation = language::English::new().annotate(text, &[Span::new(0, 13), Span::new(16, 32)]);
    /// assert_eq!(annotation.sentences[1].span.of(text), "Nobody was hurt.");
    /// ```
    #[must_use]
    pub fn annotate(&self, text: &str, blocks: &[Span]) -> Annotation {
        let mut document = self.syntax(text, blocks, true);
        document.names = self.namer.find(text, &document);
        document
    }

    /// Reads a text as far as its tags and lemmas: what names are learnt from.
    #[cfg(feature = "train")]
    #[must_use]
    pub fn tagged(&self, text: &str, blocks: &[Span]) -> Annotation {
        self.syntax(text, blocks, false)
    }

    fn syntax(&self, text: &str, blocks: &[Span], parsed: bool) -> Annotation {
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
