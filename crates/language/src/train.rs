//! What training looks at; the weights are made by `cargo xtask train language`.

use model::{Span, Upos};

pub use crate::clusters::{Clusters, write as write_clusters};
pub use crate::lemma::{LONGEST, endings, fold, key};
pub use crate::linear::{Hasher, Linear, Trainer, best, hash};
pub use crate::parse::{Action, NONE, Node, State, action_features, node, relation_features, root};
pub use crate::tag::{
    Models as TagModels, START, Space as TagSpace, again as look_again, features as tag_features,
};
pub use crate::word::{Casing, Word, casing};

/// The universal tag of that name.
#[must_use]
pub fn upos(name: &str) -> Upos {
    Upos::ALL.into_iter().find(|upos| upos.as_str() == name).unwrap_or(Upos::X)
}

/// Sentences and words of a text, by the rules of the reader.
#[derive(Debug)]
pub struct Segmenter;

impl Segmenter {
    /// The words of each sentence.
    #[must_use]
    pub fn sentences(text: &str) -> Vec<Vec<&str>> {
        let document = crate::segment::segment(text, &[Span::new(0, text.len())]);
        let words = |sentence| document.tokens_of(sentence).iter().map(|token| token.span.of(text)).collect();
        document.sentences.iter().map(words).collect()
    }
}

/// Training of the names.
pub mod names {
    pub use crate::names::train::{Sample, encode_lists, flag_named, key, samples, train};
    pub use crate::names::{Knowledge, Namer};
}
