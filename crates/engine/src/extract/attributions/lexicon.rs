//! The lexicon of cues: verbs, nouns and other words that pass on what somebody says or thinks,
//! with their class (a feature of the learned parts) and their stance.

use model::{Stance, Upos};
use std::collections::HashMap;
use std::sync::LazyLock;

/// One sense of a word as a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// The class, as a number above 0.
    pub(super) class: u8,
    /// What a speaker does with it.
    pub(super) stance: Stance,
}

#[derive(Default)]
struct Senses {
    verb: Option<Cue>,
    noun: Option<Cue>,
    other: Option<Cue>,
}

static CUES: LazyLock<HashMap<&'static str, Senses>> = LazyLock::new(|| {
    let mut cues: HashMap<&str, Senses> = HashMap::new();
    let mut classes: Vec<&str> = Vec::new();
    for line in include_str!("cues.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(word), Some(part), Some(class), Some(stance)) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let place = classes.iter().position(|&known| known == class).unwrap_or_else(|| {
            classes.push(class);
            classes.len() - 1
        });
        let cue = Cue { class: u8::try_from(place + 1).unwrap_or(u8::MAX), stance: read_stance(stance) };
        let senses = cues.entry(word).or_default();
        match part {
            "v" => senses.verb = Some(cue),
            "n" => senses.noun = Some(cue),
            _ => senses.other = Some(cue),
        }
    }
    cues
});

/// The sense of a word with this lemma and tag.
pub(super) fn cue(lemma: &str, upos: Upos) -> Option<Cue> {
    let senses = CUES.get(lemma)?;
    match upos {
        Upos::VERB | Upos::AUX => senses.verb,
        Upos::NOUN => senses.noun,
        Upos::PROPN => senses.other,
        Upos::X => senses.verb.or(senses.noun).or(senses.other),
        _ => senses.other,
    }
}

fn read_stance(name: &str) -> Stance {
    match name {
        "denies" => Stance::Denies,
        "accuses" => Stance::Accuses,
        "urges" => Stance::Urges,
        "promises" => Stance::Promises,
        "questions" => Stance::Questions,
        "warns" => Stance::Warns,
        "claims" => Stance::Claims,
        "condemns" => Stance::Condemns,
        "praises" => Stance::Praises,
        "confirms" => Stance::Confirms,
        "believes" => Stance::Believes,
        "hopes" => Stance::Hopes,
        "agrees" => Stance::Agrees,
        _ => Stance::Says,
    }
}

#[cfg(test)]
mod tests {
    use super::cue;
    use model::{Stance, Upos};

    #[test]
    fn a_word_is_a_cue_by_its_part_of_speech() {
        assert_eq!(cue("deny", Upos::VERB).map(|cue| cue.stance), Some(Stance::Denies));
        assert_eq!(cue("warning", Upos::NOUN).map(|cue| cue.stance), Some(Stance::Warns));
        assert_eq!(cue("table", Upos::NOUN), None);
        assert_eq!(cue("say", Upos::PROPN), None);
    }
}
