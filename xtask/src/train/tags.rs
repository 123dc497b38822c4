//! The tagger: `tags.bin`, `tags.txt`.

use super::chance::Chance;
use super::check::print;
use super::conllu::{Row, treebanks};
use super::{Folders, Result};
use language::train::{Clusters, Linear, START, Trainer, Word, best, casing, tag_features};
use std::collections::BTreeMap;

const EPOCHS: usize = 6;
/// Taggers for [`jackknifed`].
const FOLDS: usize = 3;
const FOLD_EPOCHS: usize = 3;
const LIMIT: usize = 1_500_000;
/// Pairs of tags that are rarer are learnt as the most frequent pair with the same Penn tag.
const RARE: usize = 4;

pub(crate) fn train(folders: &Folders) -> Result<()> {
    let sentences = treebanks(&folders.sets)?;
    let classes = classes(&sentences);
    let clusters = folders.clusters()?;
    let all: Vec<&Vec<Row>> = sentences.iter().collect();
    let weights = learn(&all, (&classes, &clusters), EPOCHS).finish(LIMIT);
    check(folders, &Linear::load(&weights), (&classes, &clusters));
    std::fs::write(folders.weights.join("tags.bin"), weights)?;
    std::fs::write(folders.weights.join("tags.txt"), classes.join("\n") + "\n")?;
    Ok(())
}

/// Tags for every sentence from taggers that have not seen it: what a parser will meet.
pub(crate) fn jackknifed(sentences: &[Vec<Row>], clusters: &Clusters) -> Vec<Vec<(String, String)>> {
    let classes = classes(sentences);
    let known = (classes.as_slice(), clusters);
    let fold_of = |at: usize| at / 20 % FOLDS;
    let without = |fold: usize| {
        let others = sentences.iter().enumerate().filter(|(at, _)| fold_of(*at) != fold);
        let others: Vec<&Vec<Row>> = others.map(|(_, sentence)| sentence).collect();
        Linear::load(&learn(&others, known, FOLD_EPOCHS).finish(LIMIT))
    };
    let models: Vec<Linear> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || without(fold))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_default()).collect()
    });
    sentences.iter().enumerate().map(|(at, sentence)| pairs(&models[fold_of(at)], sentence, known)).collect()
}

/// Both tags for each word, by a model.
pub(crate) fn pairs(
    model: &Linear,
    sentence: &[Row],
    (classes, clusters): (&[String], &Clusters),
) -> Vec<(String, String)> {
    let mut buffer = String::new();
    let words: Vec<Word> = sentence.iter().map(|row| clusters.look(&row.form, &mut buffer)).collect();
    let pair =
        |class: &usize| classes.get(*class).and_then(|class| class.split_once(' ')).unwrap_or(("X", "FW"));
    tagged(model, &words, classes.len())
        .iter()
        .map(pair)
        .map(|(upos, xpos)| (upos.into(), xpos.into()))
        .collect()
}

fn learn(sentences: &[&Vec<Row>], (classes, clusters): (&[String], &Clusters), epochs: usize) -> Trainer {
    let mut lessons: Vec<Lesson> = sentences.iter().map(|sentence| lesson(sentence, classes)).collect();
    let mut trainer = Trainer::new(classes.len());
    let mut chance = Chance::new(3);
    let mut wrong = 0;
    for _ in 0..epochs {
        chance.shuffle(&mut lessons);
        wrong = 0;
        for lesson in &lessons {
            let words = disguised(lesson, chance.share(), clusters);
            wrong += study(&mut trainer, &words, &lesson.truths, classes.len());
        }
    }
    println!("  {wrong} wrong in the last of {epochs} epochs");
    trainer
}

/// Prints what the weights reach.
fn check(folders: &Folders, model: &Linear, known: (&[String], &Clusters)) {
    print(folders, ["UPOS", "XPOS"], |sentence| {
        let pairs = pairs(model, sentence, known);
        sentence.iter().zip(pairs).map(|(row, (upos, xpos))| [row.upos == upos, row.xpos == xpos]).collect()
    });
}

/// The classes that the model gives to the words of a sentence.
fn tagged(model: &Linear, words: &[Word], classes: usize) -> Vec<usize> {
    let casing = casing(words);
    let mut before = [START; 2];
    let mut features = Vec::new();
    (0..words.len())
        .map(|index| {
            features.clear();
            tag_features(words, index, casing, before, &mut features);
            let mut scores = vec![0; classes];
            model.score(&features, &mut scores);
            let class = best(&scores);
            before = [class as u32, before[0]];
            class
        })
        .collect()
}

struct Lesson {
    forms: Vec<String>,
    truths: Vec<usize>,
}

fn lesson(sentence: &[Row], classes: &[String]) -> Lesson {
    let class = |row: &Row| {
        let pair = format!("{} {}", row.upos, row.xpos);
        let same = classes.iter().position(|class| *class == pair);
        let ending = format!(" {}", row.xpos);
        same.or_else(|| classes.iter().position(|class| class.ends_with(&ending))).unwrap_or(0)
    };
    Lesson {
        forms: sentence.iter().map(|row| row.form.clone()).collect(),
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

/// Some sentences are learnt in capitals, in small letters or as headlines, so that the tagger knows them.
fn disguised(lesson: &Lesson, share: f64, clusters: &Clusters) -> Vec<Word> {
    let mut buffer = String::new();
    let mut word = |form: &str| clusters.look(form, &mut buffer);
    let forms = lesson.forms.iter();
    match share {
        ..0.03 => forms.map(|form| word(&form.to_uppercase())).collect(),
        0.03..0.06 => forms.map(|form| word(&form.to_lowercase())).collect(),
        0.06..0.11 => forms.map(|form| word(&title(form))).collect(),
        _ => forms.map(|form| word(form)).collect(),
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
fn study(trainer: &mut Trainer, words: &[Word], truths: &[usize], classes: usize) -> usize {
    let casing = casing(words);
    let mut before = [START; 2];
    let (mut features, mut scores, mut wrong) = (Vec::new(), vec![0.0_f32; classes], 0);
    for (index, truth) in truths.iter().enumerate() {
        features.clear();
        tag_features(words, index, casing, before, &mut features);
        scores.fill(0.0);
        trainer.score(&features, &mut scores);
        let guess = highest(&scores);
        trainer.update(&features, *truth, guess);
        trainer.tick();
        wrong += usize::from(guess != *truth);
        before = [guess as u32, before[0]];
    }
    wrong
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
