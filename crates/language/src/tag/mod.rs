//! Parts of speech: universal and Penn tags, by a greedy linear tagger.
//!
//! A class of the model is a pair of both tags; the pairs stand in `data/tags.txt`.

mod features;

pub use features::features;

use crate::linear::{Linear, best};
use crate::word::{Word, casing};
use model::{Token, Upos};

/// The tagger with its weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tagger {
    model: Linear,
    classes: Vec<(Upos, &'static str)>,
}

impl Tagger {
    pub(crate) fn new() -> Self {
        let model = Linear::load(include_bytes!("../../data/tags.bin"));
        Self { model, classes: classes(include_str!("../../data/tags.txt")) }
    }

    /// Tags the tokens of one sentence.
    pub(crate) fn tag(&self, words: &[Word], tokens: &mut [Token], space: &mut Space) {
        let casing = casing(words);
        let mut before = [START; 2];
        for (index, token) in tokens.iter_mut().enumerate() {
            space.features.clear();
            features(words, index, casing, before, &mut space.features);
            space.scores.clear();
            space.scores.resize(self.classes.len(), 0);
            self.model.score(&space.features, &mut space.scores);
            let class = best(&space.scores);
            if let Some((upos, xpos)) = self.classes.get(class) {
                (token.upos, token.xpos) = (*upos, xpos);
            }
            before = [class as u32, before[0]];
        }
    }
}

/// What stands before the first word of a sentence in place of a class.
pub const START: u32 = 255;

/// Working space, kept from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Space {
    features: Vec<u32>,
    scores: Vec<i32>,
}

/// The classes in the order of the model, one a line: "NOUN NN".
fn classes(list: &'static str) -> Vec<(Upos, &'static str)> {
    let class = |line: &'static str| {
        let (upos, xpos) = line.split_once(' ')?;
        let upos = Upos::ALL.into_iter().find(|known| known.as_str() == upos)?;
        Some((upos, xpos))
    };
    list.lines().filter_map(class).collect()
}
