//! Parts of speech: universal and Penn tags, by a greedy linear tagger.
//!
//! A class of the models is a pair of both tags; the pairs stand in `data/tags.txt`. The first model
//! goes through the sentence; where it was unsure a second one looks again, which knows what the
//! words after were taken for.

mod features;

pub use features::features;
use features::second_features;

use crate::linear::{Linear, best};
use crate::word::{Casing, Word, casing};
use model::{Token, Upos};

/// The tagger with its weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tagger {
    models: Models,
    classes: Vec<(Upos, &'static str)>,
}

/// The models of both looks.
#[derive(Clone, Debug, Default)]
pub struct Models {
    /// The first look.
    pub first: Linear,
    /// The second look.
    pub second: Linear,
}

/// Where the best class of the first look is less than this ahead, there is a second look.
const UNSURE: i32 = 24_000;

impl Tagger {
    pub(crate) fn new() -> Self {
        let models = Models {
            first: Linear::load(include_bytes!("../../data/tags.bin")),
            second: Linear::load(include_bytes!("../../data/tags-again.bin")),
        };
        Self { models, classes: classes(include_str!("../../data/tags.txt")) }
    }

    /// Tags the tokens of one sentence.
    pub(crate) fn tag(&self, words: &[Word], tokens: &mut [Token], space: &mut Space) {
        self.models.tag(words, self.classes.len(), space);
        for (token, look) in tokens.iter_mut().zip(&space.looks) {
            if let Some((upos, xpos)) = self.classes.get(look.class as usize) {
                (token.upos, token.xpos) = (*upos, xpos);
            }
        }
    }
}

impl Models {
    /// Finds the classes of the words of a sentence: `space.looks`.
    pub fn tag(&self, words: &[Word], classes: usize, space: &mut Space) {
        self.look(words, classes, space);
        let casing = casing(words);
        for index in 0..words.len() {
            let Some(look) = space.looks.get(index).copied() else { break };
            if look.is_sure {
                continue;
            }
            again(words, index, casing, space);
            self.second.score(&space.features, &mut space.scores);
            let class = best(&space.scores) as u32;
            if let (Some(look), true) = (space.looks.get_mut(index), self.second.classes() > 0) {
                look.class = class;
            }
        }
    }

    /// The first look.
    pub fn look(&self, words: &[Word], classes: usize, space: &mut Space) {
        let casing = casing(words);
        let mut before = [START; 2];
        space.looks.clear();
        space.scores.clear();
        space.scores.resize(classes, 0);
        for index in 0..words.len() {
            space.features.clear();
            features(words, index, casing, before, &mut space.features);
            space.scores.fill(0);
            self.first.score(&space.features, &mut space.scores);
            let class = best(&space.scores);
            let score = space.scores.get(class).copied().unwrap_or(0);
            let near = space.scores.iter().filter(|other| **other > score.saturating_sub(UNSURE)).count();
            space.looks.push(Look { class: class as u32, is_sure: near <= 1 });
            before = [class as u32, before[0]];
        }
    }
}

/// Collects the features of a second look, and clears the scores.
pub fn again(words: &[Word], index: usize, casing: Casing, space: &mut Space) {
    let class = |offset: isize| {
        let place = index.checked_add_signed(offset);
        place.and_then(|place| space.looks.get(place)).map_or(START, |look| look.class)
    };
    let (before, first) = ([class(-1), class(-2)], [class(0), class(1), class(2)]);
    space.features.clear();
    features(words, index, casing, before, &mut space.features);
    let word = words.get(index).copied().unwrap_or_default();
    second_features(&word, before, first, &mut space.features);
    space.scores.fill(0);
}

/// What stands before the first word of a sentence in place of a class.
pub const START: u32 = 255;

/// Working space, kept from sentence to sentence.
#[derive(Debug, Default)]
pub struct Space {
    /// The features of the word that is looked at.
    pub features: Vec<u32>,
    /// A class for each word so far.
    pub looks: Vec<Look>,
    scores: Vec<i32>,
}

/// What a word was taken for.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The number of the class.
    pub class: u32,
    /// Whether no other class came near.
    pub is_sure: bool,
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
