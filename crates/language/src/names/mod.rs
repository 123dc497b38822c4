//! Named entities: persons, organizations, places, groups, events, works, facilities.
//!
//! A linear sequence model reads each sentence with what the lists know of its words and with what
//! the rest of the document shows of them ([`evidence`]); [`repair`] then makes the names of a
//! document agree with each other.

mod decode;
mod evidence;
mod features;
mod labels;
mod lists;
mod repair;
#[cfg(feature = "train")]
pub(crate) mod train;
mod words;

use crate::linear::Linear;
use decode::{CLOSED_WORD, Lattice, Scores, Steps};
use evidence::Cues;
use labels::LABELS;
use lists::Lists;
use model::{Annotation, Name, Span};
use words::{Mode, Word};

/// What the features of all models for names are made with.
#[derive(Debug, Default)]
pub struct Knowledge {
    lists: Lists,
    cues: Cues,
}

impl Knowledge {
    /// Reads the file of lists.
    #[must_use]
    pub fn load(lists: &[u8]) -> Self {
        Self { lists: Lists::load(lists), cues: Cues::default() }
    }

    /// The words of a document, sentence by sentence.
    fn read(&self, text: &str, document: &Annotation) -> Vec<(Vec<Word>, Mode)> {
        let mut sentences: Vec<_> = document
            .sentences
            .iter()
            .map(|sentence| words::read(text, document, sentence, &self.lists))
            .collect();
        evidence::fill(&mut sentences, &self.cues);
        sentences
    }
}

/// Finds names.
#[derive(Debug, Default)]
pub struct Namer {
    knowledge: Knowledge,
    model: Linear,
    steps: Steps,
}

impl Namer {
    /// With the lists and weights that are compiled in.
    #[must_use]
    pub fn new() -> Self {
        Self::load(
            include_bytes!("../../data/names-lists.bin"),
            include_bytes!("../../data/names-weights.bin"),
        )
    }

    /// From the file of lists and the weights.
    #[must_use]
    pub fn load(lists: &[u8], weights: &[u8]) -> Self {
        let model = Linear::load(weights);
        let mut steps = Steps::default();
        for (before, scores) in steps.0.iter_mut().enumerate() {
            *scores = score(&model, &[features::step(before)]);
        }
        Self { knowledge: Knowledge::load(lists), model, steps }
    }

    /// The names of a document that has sentences, tokens and tags; in order, not overlapping.
    #[must_use]
    pub fn find(&self, text: &str, document: &Annotation) -> Vec<Name> {
        let sentences = self.knowledge.read(text, document);
        let mut found = Vec::new();
        let mut lattice = Lattice::default();
        let (mut scores, mut buffer) = (Vec::new(), Vec::new());
        for ((words, mode), sentence) in sentences.iter().zip(&document.sentences) {
            self.weigh(words, *mode, &mut buffer, &mut scores);
            let labels = lattice.decode(&scores, &self.steps);
            for (first, end, kind) in labels::runs(&labels) {
                found.push(repair::Found {
                    tokens: sentence.tokens.start + first..sentence.tokens.start + end,
                    kind: labels::KINDS[kind],
                });
            }
        }
        let context = repair::Context::new(sentences);
        repair::repair(&context, found)
            .into_iter()
            .filter_map(|name| {
                let tokens = document.tokens.get(name.tokens)?;
                let span = Span::new(tokens.first()?.span.start, tokens.last()?.span.end);
                Some(Name { span, kind: name.kind })
            })
            .collect()
    }

    /// The scores of each word of a sentence.
    fn weigh(&self, words: &[Word], mode: Mode, buffer: &mut Vec<u32>, scores: &mut Vec<Scores>) {
        scores.clear();
        let runs = features::runs(words);
        for (at, run) in runs.iter().enumerate() {
            if !features::is_open(words, at) {
                scores.push(CLOSED_WORD);
                continue;
            }
            features::collect(words, mode, *run, at, buffer);
            scores.push(score(&self.model, buffer));
        }
    }
}

fn score(model: &Linear, features: &[u32]) -> Scores {
    let mut sums = [0_i32; LABELS];
    model.score(features, &mut sums);
    sums.map(|sum| sum as f32)
}

#[cfg(test)]
mod tests {
    use crate::English;
    use model::{Kind, Span};

    /// The names of a text, each paragraph a block, with the first letters of their kinds.
    fn names(text: &str) -> Vec<String> {
        let mut start = 0;
        let blocks: Vec<Span> = text
            .split('\n')
            .map(|block| {
                let span = Span::new(start, start + block.len());
                start = span.end + 1;
                span
            })
            .collect();
        let document = English::new().annotate(text, &blocks);
        let kind = |kind: Kind| format!("{kind:?}").to_lowercase().chars().take(3).collect::<String>();
        document.names.iter().map(|name| format!("{} {}", kind(name.kind), name.span.of(text))).collect()
    }

    #[test]
    fn titles_are_no_part_of_names_and_particles_are() {
        let text = "US Secretary of State Dana Whitfield met Iraqi Prime Minister Omar al-Rashidi in Baghdad.\n\
            \"We agree,\" al-Rashidi said. Gen. Tom Brandt and Mohammed bin Salim stayed in Tel Aviv.";
        let wanted = [
            "pla US",
            "per Dana Whitfield",
            "gro Iraqi",
            "per Omar al-Rashidi",
            "pla Baghdad",
            "per al-Rashidi",
            "per Tom Brandt",
            "per Mohammed bin Salim",
            "pla Tel Aviv",
        ];
        assert_eq!(names(text), wanted);
    }

    #[test]
    fn headlines_follow_the_body() {
        let text = "WHITFIELD MEETS IRAQI PM\nDana Whitfield met the Iraqi prime minister on Monday.";
        assert_eq!(names(text), ["per WHITFIELD", "gro IRAQI", "per Dana Whitfield", "gro Iraqi"]);
        let text = "Brandt Says Nothing Of War\nTom Brandt spoke in March.";
        assert_eq!(names(text), ["per Brandt", "per Tom Brandt"]);
    }

    #[test]
    fn organizations_keep_their_parts_and_letters_in_brackets() {
        let text = "The International Committee of the Red Cross (ICRC) and the World Bank met in Geneva.";
        assert_eq!(
            names(text),
            ["org International Committee of the Red Cross", "org ICRC", "org World Bank", "pla Geneva"]
        );
    }

    #[test]
    fn odd_input_gives_no_panic() {
        for text in ["", "-", "/ / /", "A/B/", "al-", "( ) (", "М. Ф.", "É’s É’s\nÉ’S", "BIN BIN - / S. S."]
        {
            let _ = names(text);
        }
    }
}
