//! Who said what, in whose rendering.

use model::{Attribution, Citation, Mode, QuoteRow, Reading, StoryEntity};
use std::collections::{BTreeMap, BTreeSet};

/// Renderings that share this part of the words of the shorter one are of one utterance.
const SAME_UTTERANCE: f64 = 0.6;
/// Fewer words are too few to tell.
const FEW_WORDS: usize = 3;

/// Direct and mixed speech, each utterance with every rendering of it, in order of appearance.
pub(super) fn quotes(readings: &[Reading], entities: &[StoryEntity]) -> Vec<QuoteRow> {
    let members: BTreeMap<(usize, usize), usize> = entities
        .iter()
        .enumerate()
        .flat_map(|(index, e)| e.members.iter().map(move |&at| (at, index)))
        .collect();
    let mut utterances: Vec<Utterance> = Vec::new();
    for (report, reading) in readings.iter().enumerate() {
        for attribution in &reading.attributions {
            if attribution.mode != Mode::Indirect && !told_twice(reading, attribution) {
                let speaker = attribution.speaker.and_then(|entity| members.get(&(report, entity)).copied());
                add(&mut utterances, Rendering::of(report, reading, attribution, speaker));
            }
        }
    }
    utterances.into_iter().map(|utterance| row(utterance, readings, entities)).collect()
}

/// "She said she repeated that …": the outer speech is shown, and holds the inner one.
fn told_twice(reading: &Reading, attribution: &Attribution) -> bool {
    let outer = attribution.within.and_then(|outer| reading.attributions.get(outer));
    outer.is_some_and(|outer| outer.mode != Mode::Indirect && outer.speaker == attribution.speaker)
}

struct Rendering {
    report: usize,
    words: BTreeSet<String>,
    speaker: Option<usize>,
    name: Option<String>,
    citations: Vec<Citation>,
}

struct Utterance {
    speaker: Option<usize>,
    renderings: Vec<Rendering>,
}

impl Rendering {
    fn of(report: usize, reading: &Reading, attribution: &Attribution, speaker: Option<usize>) -> Self {
        let pieces = attribution.content.iter();
        let words = pieces.clone().flat_map(|&piece| words(reading.cut(piece))).collect();
        Self {
            report,
            words,
            speaker,
            name: attribution.source.map(|source| reading.cut(source).to_owned()),
            citations: pieces.map(|&span| Citation { report, span }).collect(),
        }
    }

    fn same_utterance(&self, other: &Self) -> bool {
        let shorter = self.words.len().min(other.words.len());
        let shared = self.words.intersection(&other.words).count();
        shorter >= FEW_WORDS && shared as f64 >= SAME_UTTERANCE * shorter as f64
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
    words.map(str::to_lowercase)
}

fn add(utterances: &mut Vec<Utterance>, rendering: Rendering) {
    let home = utterances.iter_mut().find(|utterance| {
        let agrees = utterance.speaker.is_none()
            || rendering.speaker.is_none()
            || utterance.speaker == rendering.speaker;
        agrees
            && utterance.renderings.iter().all(|r| r.report != rendering.report)
            && utterance.renderings.iter().any(|r| r.same_utterance(&rendering))
    });
    match home {
        Some(utterance) => {
            utterance.speaker = utterance.speaker.or(rendering.speaker);
            utterance.renderings.push(rendering);
        }
        None => utterances.push(Utterance { speaker: rendering.speaker, renderings: vec![rendering] }),
    }
}

fn row(utterance: Utterance, readings: &[Reading], entities: &[StoryEntity]) -> QuoteRow {
    let name = utterance.speaker.and_then(|speaker| entities.get(speaker)).map(|entity| entity.name.clone());
    let written = utterance.renderings.iter().find_map(|rendering| rendering.name.clone());
    let mut citations: Vec<Citation> = utterance.renderings.into_iter().flat_map(|r| r.citations).collect();
    citations.retain(|citation| readings.get(citation.report).is_some());
    QuoteRow { speaker: utterance.speaker, name: name.or(written), citations }
}

#[cfg(test)]
mod tests {
    use super::quotes;
    use model::{Attribution, Mode, Reading, Report, Span, Stance};

    fn reading(id: &str, text: &str) -> Reading {
        let attribution = Attribution {
            source: None,
            cue: None,
            content: vec![Span::new(0, text.len())],
            mode: Mode::Direct,
            speaker: None,
            stance: Stance::Says,
            within: None,
        };
        let report = Report { id: id.into(), text: text.into(), ..Report::default() };
        Reading { report, attributions: vec![attribution], ..Reading::default() }
    }

    #[test]
    fn renderings_of_one_utterance_share_a_row() {
        let readings = [
            reading("a", "We will rebuild every single house on this shore"),
            reading("b", "rebuild every single house"),
            reading("c", "Nobody has asked us about the harbour"),
        ];
        let rows = quotes(&readings, &[]);
        assert_eq!(rows.iter().map(|row| row.citations.len()).collect::<Vec<_>>(), [2, 1]);
    }
}
