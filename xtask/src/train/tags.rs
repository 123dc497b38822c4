//! The tagger: `tags.bin`, `tags-again.bin`, `tags.txt`.
//!
//! Learnt from the treebanks and, where the teacher has made some, silver sentences. The second look is
//! learnt from the words of which the first was unsure, from its guesses there.

use super::chance::Chance;
use super::check::print;
use super::conllu::{Row, treebanks};
use super::{Folders, Result};
use language::train::{
    Clusters, Linear, START, TagModels, TagSpace, Trainer, Word, casing, look_again, tag_features,
};
use std::collections::BTreeMap;

/// Passes over the treebanks alone; over treebanks and silver sentences together.
const EPOCHS: [usize; 2] = [6, 3];
/// In a pass with silver sentences, so often comes each gold one.
const GOLD: usize = 4;
/// Taggers for [`jackknifed`].
const FOLDS: usize = 3;
const FOLD_EPOCHS: usize = 3;
/// So many silver sentences help them.
const FOLD_SILVER: usize = 20_000;
const LIMITS: [usize; 2] = [1_900_000, 1_100_000];
/// So many words are learnt as if they were unknown.
const HIDDEN: f64 = 0.05;
/// Pairs of tags that are rarer are learnt as the most frequent pair with the same Penn tag.
const RARE: usize = 4;

pub(crate) fn train(folders: &Folders) -> Result<()> {
    let sentences = treebanks(&folders.sets)?;
    let classes = classes(&sentences);
    let clusters = folders.clusters()?;
    let gold = sentences.iter().map(|sentence| lesson(sentence, &classes)).collect();
    let silver = silver_lessons(folders, &classes, usize::MAX)?;
    let epochs = EPOCHS[usize::from(!silver.is_empty())];
    let lessons = Lessons { gold, silver: &silver };
    let bytes = learn(&lessons, (&classes, &clusters), epochs);
    check(folders, &load(&bytes), (&classes, &clusters));
    std::fs::write(folders.weights.join("tags.bin"), &bytes[0])?;
    std::fs::write(folders.weights.join("tags-again.bin"), &bytes[1])?;
    std::fs::write(folders.weights.join("tags.txt"), classes.join("\n") + "\n")?;
    Ok(())
}

/// What a tagger learns from.
struct Lessons<'a> {
    gold: Vec<Lesson>,
    silver: &'a [Lesson],
}

/// The silver sentences, where there are any.
fn silver_lessons(folders: &Folders, classes: &[String], most: usize) -> Result<Vec<Lesson>> {
    let mut lessons = Vec::new();
    folders.silver(most, |rows| lessons.push(lesson(&rows, classes)))?;
    Ok(lessons)
}

/// Tags for every sentence from taggers that have not seen it: what a parser will meet.
pub(crate) fn jackknifed(
    folders: &Folders,
    sentences: &[Vec<Row>],
    clusters: &Clusters,
) -> Result<Vec<Vec<(String, String)>>> {
    let classes = classes(sentences);
    let known = (classes.as_slice(), clusters);
    let silver = &silver_lessons(folders, &classes, FOLD_SILVER)?;
    let fold_of = |at: usize| at / 20 % FOLDS;
    let without = |fold: usize| {
        let others = sentences.iter().enumerate().filter(|(at, _)| fold_of(*at) != fold);
        let gold = others.map(|(_, sentence)| lesson(sentence, known.0)).collect();
        load(&learn(&Lessons { gold, silver }, known, FOLD_EPOCHS))
    };
    let models: Vec<TagModels> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || without(fold))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_default()).collect()
    });
    let tags = |(at, sentence): (usize, &Vec<Row>)| pairs(&models[fold_of(at)], sentence, known);
    Ok(sentences.iter().enumerate().map(tags).collect())
}

/// Both tags for each word, by a model.
pub(crate) fn pairs(
    models: &TagModels,
    sentence: &[Row],
    (classes, clusters): (&[String], &Clusters),
) -> Vec<(String, String)> {
    let mut buffer = String::new();
    let words: Vec<Word> = sentence.iter().map(|row| clusters.look(&row.form, &mut buffer)).collect();
    let pair =
        |class: &usize| classes.get(*class).and_then(|class| class.split_once(' ')).unwrap_or(("X", "FW"));
    let mut space = TagSpace::default();
    models.tag(&words, classes.len(), &mut space);
    space
        .looks
        .iter()
        .map(|look| look.class as usize)
        .map(|class| pair(&class))
        .map(|(upos, xpos)| (upos.into(), xpos.into()))
        .collect()
}

/// The models of both looks, as bytes.
fn learn(lessons: &Lessons, known: (&[String], &Clusters), epochs: usize) -> [Vec<u8>; 2] {
    let first = pass(lessons, known, epochs, None).finish(LIMITS[0]);
    let models = TagModels { first: Linear::load(&first), ..TagModels::default() };
    let second = pass(lessons, known, epochs, Some(&models)).finish(LIMITS[1]);
    [first, second]
}

pub(crate) fn load(bytes: &[Vec<u8>; 2]) -> TagModels {
    TagModels { first: Linear::load(&bytes[0]), second: Linear::load(&bytes[1]) }
}

/// Learns the first look or, where the models know that one, the second.
fn pass(
    lessons: &Lessons,
    (classes, clusters): (&[String], &Clusters),
    epochs: usize,
    first: Option<&TagModels>,
) -> Trainer {
    let copies = if lessons.silver.is_empty() { 1 } else { GOLD };
    let gold = std::iter::repeat_n(&lessons.gold, copies).flatten();
    let mut lessons: Vec<&Lesson> = gold.chain(lessons.silver).collect();
    let mut trainer = Trainer::new(classes.len());
    let mut chance = Chance::new(3);
    let (mut wrong, mut words) = (0, 0);
    let mut space = TagSpace::default();
    for _ in 0..epochs {
        chance.shuffle(&mut lessons);
        (wrong, words) = (0, 0);
        for lesson in &lessons {
            let mut forms = disguised(lesson, chance.share(), clusters);
            hide(&mut forms, &mut chance);
            let (count, errors) = match first {
                None => (forms.len(), study(&mut trainer, &forms, &lesson.truths, classes.len())),
                Some(models) => {
                    models.look(&forms, classes.len(), &mut space);
                    study_again(&mut trainer, &forms, &lesson.truths, (classes.len(), &mut space))
                }
            };
            wrong += errors;
            words += count;
        }
    }
    println!("  {wrong} of {words} wrong in the last of {epochs} epochs");
    trainer
}

/// Prints what the weights reach.
fn check(folders: &Folders, model: &TagModels, known: (&[String], &Clusters)) {
    print(folders, ["UPOS", "XPOS"], |sentence| {
        let pairs = pairs(model, sentence, known);
        sentence.iter().zip(pairs).map(|(row, (upos, xpos))| [row.upos == upos, row.xpos == xpos]).collect()
    });
}

struct Lesson {
    /// The words, with tabs between.
    forms: String,
    truths: Vec<u8>,
}

fn lesson(sentence: &[Row], classes: &[String]) -> Lesson {
    let class = |row: &Row| {
        let pair = format!("{} {}", row.upos, row.xpos);
        let same = classes.iter().position(|class| *class == pair);
        let ending = format!(" {}", row.xpos);
        same.or_else(|| classes.iter().position(|class| class.ends_with(&ending))).unwrap_or(0) as u8
    };
    Lesson {
        forms: sentence.iter().map(|row| row.form.as_str()).collect::<Vec<_>>().join("\t"),
        truths: sentence.iter().map(class).collect(),
    }
}

/// The pairs of tags, the most frequent first.
fn classes(sentences: &[Vec<Row>]) -> Vec<String> {
    let mut counts = BTreeMap::<String, usize>::new();
    for row in sentences.iter().flatten() {
        *counts.entry(format!("{} {}", row.upos, row.xpos)).or_default() += 1;
    }
    let mut pairs: Vec<(String, usize)> = counts.into_iter().filter(|(_, count)| *count >= RARE).collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    pairs.truncate(START as usize);
    pairs.into_iter().map(|(pair, _)| pair).collect()
}

/// Some words are learnt as if they were unknown.
fn hide(words: &mut [Word], chance: &mut Chance) {
    for word in words {
        if chance.share() < HIDDEN {
            (word.form, word.classes) = (0, [0; 2]);
        }
    }
}

/// Some sentences are learnt in capitals, in small letters or as headlines, so that the tagger knows them.
fn disguised(lesson: &Lesson, share: f64, clusters: &Clusters) -> Vec<Word> {
    let mut buffer = String::new();
    let mut word = |form: &str| clusters.look(form, &mut buffer);
    let forms = lesson.forms.split('\t');
    match share {
        ..0.03 => forms.map(|form| word(&form.to_uppercase())).collect(),
        0.03..0.06 => forms.map(|form| word(&form.to_lowercase())).collect(),
        0.06..0.11 => forms.map(|form| word(&title(form))).collect(),
        _ => forms.map(word).collect(),
    }
}

/// As in a headline: a capital for every word of more than three letters.
pub(crate) fn title(form: &str) -> String {
    let mut letters = form.chars();
    match letters.next() {
        Some(first) if form.len() > 3 => first.to_uppercase().chain(letters).collect(),
        _ => form.into(),
    }
}

/// One pass over a sentence with the trainer's own guesses as history; gives the number of errors.
fn study(trainer: &mut Trainer, words: &[Word], truths: &[u8], classes: usize) -> usize {
    let casing = casing(words);
    let mut before = [START; 2];
    let (mut features, mut scores, mut wrong) = (Vec::new(), vec![0.0_f32; classes], 0);
    for (index, truth) in truths.iter().map(|truth| usize::from(*truth)).enumerate() {
        features.clear();
        tag_features(words, index, casing, before, &mut features);
        scores.fill(0.0);
        trainer.score(&features, &mut scores);
        let guess = highest(&scores);
        trainer.update(&features, truth, guess);
        trainer.tick();
        wrong += usize::from(guess != truth);
        before = [guess as u32, before[0]];
    }
    wrong
}

/// The same for a second look at the words of which the first was unsure: how many, and the errors.
fn study_again(
    trainer: &mut Trainer,
    words: &[Word],
    truths: &[u8],
    (classes, space): (usize, &mut TagSpace),
) -> (usize, usize) {
    let casing = casing(words);
    let (mut scores, mut wrong, mut all) = (vec![0.0_f32; classes], 0, 0);
    for (index, truth) in truths.iter().map(|truth| usize::from(*truth)).enumerate() {
        if space.looks[index].is_sure {
            continue;
        }
        look_again(words, index, casing, space);
        scores.fill(0.0);
        trainer.score(&space.features, &mut scores);
        let guess = highest(&scores);
        trainer.update(&space.features, truth, guess);
        trainer.tick();
        wrong += usize::from(guess != truth);
        all += 1;
        space.looks[index].class = guess as u32;
    }
    (all, wrong)
}

/// The class with the highest score, the first of equals.
pub(crate) fn highest(scores: &[f32]) -> usize {
    let mut best = (0, f32::MIN);
    for (class, score) in scores.iter().enumerate() {
        if *score > best.1 {
            best = (class, *score);
        }
    }
    best.0
}
