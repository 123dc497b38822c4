//! What a claim is compared by: weighted terms, names, numbers, verbs, its place in the report.

use super::lexicon::Lexicon;
use super::stem::term;
use model::{Claim, ClaimRef, Mode, Reading, Span, StoryEntity, Token, Upos};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Weighted terms, by index into [`Story::terms`], ascending.
pub(super) type Bag = Vec<(u32, f32)>;

/// A term in this story.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Rarity in news at large.
    pub(super) rarity: f32,
    /// The same, less where the whole story is full of it.
    pub(super) weight: f32,
    /// In the background lexicon.
    pub(super) entry: Option<u32>,
    claims: u32,
}

/// A claim, ready to be compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Which claim it is.
    pub(super) at: Option<ClaimRef>,
    /// Its report, as the rank in an order that does not depend on the input's.
    pub(super) report: usize,
    /// Index into [`Story::sentences`].
    pub(super) sentence: usize,
    /// Weighted terms and their Euclidean norm and sum.
    pub(super) bag: Bag,
    pub(super) norm: f32,
    pub(super) mass: f32,
    /// Neighbouring terms, as pairs of indices.
    pub(super) bigrams: Vec<(u32, u32)>,
    /// Terms that are written with a capital inside a sentence, or tagged as names.
    pub(super) names: Vec<u32>,
    /// Terms that are tagged as verbs.
    pub(super) verbs: Vec<u32>,
    /// Numbers, in digits.
    pub(super) numbers: Vec<String>,
    /// Entities of the story.
    pub(super) entities: Vec<usize>,
    /// TIMEX3 values.
    pub(super) times: Vec<String>,
    /// Weighted mean of the vectors of its terms, of length one.
    pub(super) vector: Vec<f32>,
    /// Words.
    pub(super) words: f32,
    /// How far from the start of the report, 0 to 1.
    pub(super) position: f32,
    /// Whether it stands in the headline or the first sentence of the body.
    pub(super) lead: bool,
    /// Whether it is somebody's words, and whose.
    pub(super) speech: bool,
    pub(super) quoted: bool,
    pub(super) speaker: Option<usize>,
    pub(super) negated: bool,
    pub(super) fact: bool,
}

/// A sentence's weighted terms.
#[derive(Clone, Debug, Default)]
pub(super) struct Whole {
    pub(super) bag: Bag,
    pub(super) norm: f32,
    pub(super) mass: f32,
    /// Every word in lower case, sorted; filled where the report is this one sentence.
    pub(super) words: Vec<String>,
}

/// The claims of a story, ready to be compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    pub(super) terms: Vec<Term>,
    pub(super) profiles: Vec<Profile>,
    pub(super) sentences: Vec<Whole>,
    /// For each story entity, in how many claims it stands.
    pub(super) entity_claims: Vec<u32>,
    pub(super) reports: usize,
    index: HashMap<String, u32>,
}

impl Story {
    /// Profiles of all claims, by report in an order that does not depend on the input's.
    pub(super) fn new(readings: &[Reading], entities: &[StoryEntity]) -> Self {
        let mut order: Vec<usize> = (0..readings.len()).collect();
        order.sort_by_key(|&at| readings.get(at).map(|reading| (&reading.report.id, &reading.report.text)));
        let mut story_entity = BTreeMap::new();
        for (index, entity) in entities.iter().enumerate() {
            story_entity.extend(entity.members.iter().map(|&member| (member, index)));
        }
        let mut story =
            Self { entity_claims: vec![0; entities.len()], reports: readings.len(), ..Self::default() };
        for (rank, &report) in order.iter().enumerate() {
            if let Some(reading) = readings.get(report) {
                story.add_report(reading, report, rank, &story_entity);
            }
        }
        story.weigh();
        story
    }

    fn add_report(
        &mut self,
        reading: &Reading,
        report: usize,
        rank: usize,
        story_entity: &BTreeMap<(usize, usize), usize>,
    ) {
        let first = self.sentences.len();
        let mut tokens_of = Vec::new();
        for sentence in &reading.document.sentences {
            let tokens = reading.document.tokens_of(sentence);
            let terms: Vec<Option<u32>> =
                tokens.iter().map(|token| self.term(token, &reading.report.text)).collect();
            let bag = counted(terms.iter().flatten().copied());
            let words =
                if reading.document.sentences.len() == 1 { words(reading, tokens) } else { Vec::new() };
            self.sentences.push(Whole { bag, words, ..Whole::default() });
            tokens_of.push(terms);
        }
        let lead = reading.document.sentences.iter().find(|sentence| {
            reading.report.headline.is_none_or(|headline| !headline.contains(sentence.span))
                && !reading.report.is_marginal(sentence.span)
        });
        let lead = lead.map_or(0, |sentence| sentence.span.end);
        for (number, claim) in reading.claims.iter().enumerate() {
            let mut profile = Profile {
                at: Some(ClaimRef { report, claim: number }),
                report: rank,
                sentence: first + claim.sentence,
                lead: claim.span.end <= lead,
                ..Profile::default()
            };
            let sentence = reading.document.sentences.get(claim.sentence);
            let range = reading.document.tokens_in(claim.span);
            let skip = range.start.saturating_sub(sentence.map_or(0, |sentence| sentence.tokens.start));
            let terms = tokens_of.get(claim.sentence).and_then(|terms| terms.get(skip..skip + range.len()));
            let tokens = reading.document.tokens.get(range).unwrap_or(&[]);
            fill_words(&mut profile, tokens, terms.unwrap_or(&[]), &reading.report.text);
            fill_found(&mut profile, reading, claim, |entity| story_entity.get(&(report, entity)).copied());
            for &(term, _) in &profile.bag {
                if let Some(term) = self.terms.get_mut(term as usize) {
                    term.claims += 1;
                }
            }
            for &entity in &profile.entities {
                if let Some(count) = self.entity_claims.get_mut(entity) {
                    *count += 1;
                }
            }
            self.profiles.push(profile);
        }
    }

    fn term(&mut self, token: &Token, text: &str) -> Option<u32> {
        let stem = term(token, text)?;
        if let Some(&index) = self.index.get(&stem) {
            return Some(index);
        }
        let index = u32::try_from(self.terms.len()).ok()?;
        let entry = Lexicon::get().find(&stem);
        let rarity = Lexicon::get().rarity(entry);
        self.terms.push(Term { rarity, weight: rarity, entry, claims: 0 });
        self.index.insert(stem, index);
        Some(index)
    }

    /// Fills the weights, now that it is known how common each term is in the story.
    fn weigh(&mut self) {
        let all = self.profiles.len() as f32 + 30.0;
        for term in &mut self.terms {
            let share = (all / (term.claims as f32).max(1.0)).ln() / all.ln();
            term.weight = term.rarity * share;
        }
        let terms = &self.terms;
        for profile in &mut self.profiles {
            (profile.norm, profile.mass) = weigh_bag(&mut profile.bag, terms);
            profile.vector = mean_vector(&profile.bag, terms);
        }
        for sentence in &mut self.sentences {
            (sentence.norm, sentence.mass) = weigh_bag(&mut sentence.bag, terms);
        }
    }
}

fn words(reading: &Reading, tokens: &[Token]) -> Vec<String> {
    let words = tokens.iter().map(|token| reading.cut(token.span).to_lowercase());
    let words: BTreeSet<String> = words.filter(|word| word.starts_with(char::is_alphanumeric)).collect();
    words.into_iter().collect()
}

fn weigh_bag(bag: &mut Bag, terms: &[Term]) -> (f32, f32) {
    for (term, weight) in bag.iter_mut() {
        *weight = terms.get(*term as usize).map_or(0.0, |term| term.weight);
    }
    (bag.iter().map(|(_, w)| w * w).sum::<f32>().sqrt(), bag.iter().map(|(_, w)| w).sum())
}

fn mean_vector(bag: &Bag, terms: &[Term]) -> Vec<f32> {
    let mut mean: Vec<f32> = Vec::new();
    for (term, weight) in bag {
        let vector = Lexicon::get().vector(terms.get(*term as usize).and_then(|term| term.entry));
        mean.resize(vector.len().max(mean.len()), 0.0);
        for (sum, x) in mean.iter_mut().zip(vector) {
            *sum += weight * x;
        }
    }
    let norm = mean.iter().map(|x| x * x).sum::<f32>().sqrt();
    if norm > 0.0 {
        mean.iter_mut().for_each(|x| *x /= norm);
    }
    mean
}

fn counted(terms: impl Iterator<Item = u32>) -> Bag {
    let set: BTreeSet<u32> = terms.collect();
    set.into_iter().map(|term| (term, 0.0)).collect()
}

fn fill_words(profile: &mut Profile, tokens: &[Token], terms: &[Option<u32>], text: &str) {
    profile.bag = counted(terms.iter().flatten().copied());
    let line: Vec<u32> = terms.iter().flatten().copied().collect();
    profile.bigrams = line.iter().copied().zip(line.iter().copied().skip(1)).collect();
    profile.bigrams.sort_unstable();
    profile.bigrams.dedup();
    let (mut names, mut verbs, mut numbers) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (at, (token, term)) in tokens.iter().zip(terms).enumerate() {
        let written = token.span.of(text);
        profile.words += f32::from(u8::from(written.chars().next().is_some_and(char::is_alphanumeric)));
        numbers.extend(number(written));
        let Some(term) = *term else { continue };
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        if token.upos == Upos::PROPN || (token.upos == Upos::X && capital && at > 0) {
            names.insert(term);
        }
        if token.upos == Upos::VERB {
            verbs.insert(term);
        }
    }
    profile.names = names.into_iter().collect();
    profile.verbs = verbs.into_iter().collect();
    profile.numbers = numbers.into_iter().collect();
}

fn fill_found(
    profile: &mut Profile,
    reading: &Reading,
    claim: &Claim,
    story_entity: impl Fn(usize) -> Option<usize>,
) {
    let entities: BTreeSet<usize> =
        claim.entities.iter().filter_map(|&entity| story_entity(entity)).collect();
    profile.entities = entities.into_iter().collect();
    let times = claim.times.iter().filter_map(|&time| reading.times.get(time)?.value.clone());
    profile.times = times.collect::<BTreeSet<String>>().into_iter().collect();
    let spoken = claim.attribution.and_then(|index| reading.attributions.get(index));
    profile.speech = spoken.is_some();
    profile.quoted =
        spoken.is_some_and(|spoken| spoken.mode != Mode::Indirect) || in_quotes(reading, claim.span);
    profile.speaker = spoken.and_then(|spoken| spoken.speaker).and_then(story_entity);
    profile.negated = claim.negated;
    profile.fact = matches!(claim.modality, model::Modality::Fact | model::Modality::Alleged);
    // A report of one sentence has no order in which its author told things.
    let single = reading.document.sentences.len() < 2;
    profile.lead &= !single;
    profile.position =
        if single { 0.5 } else { claim.span.start as f32 / reading.report.text.len().max(1) as f32 };
}

fn in_quotes(reading: &Reading, span: Span) -> bool {
    reading.cut(span).contains(['“', '”', '"'])
}

/// A number in digits: "1,600" and "1600", "three" and "3" are one.
fn number(word: &str) -> Option<String> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(word.replace(',', ""));
    }
    #[rustfmt::skip]
    const WORDS: [&str; 19] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];
    let lower = word.to_lowercase();
    WORDS.iter().position(|&known| known == lower).map(|at| (at + 2).to_string())
}
