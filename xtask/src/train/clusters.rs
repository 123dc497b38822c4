//! Classes of words that stand in the same surroundings: `clusters.bin`, from raw news.
//!
//! Exchange clustering: each word moves to the class that raises the mutual information between
//! classes and neighbours (the word before, the word after) the most, until few words move. Two
//! partitions are made, a fine and a coarse one. Only hashes of words and numbers of classes are
//! written: nothing of the text.

use super::{Folders, Result};
use flate2::read::MultiGzDecoder;
use language::train::{Segmenter, Word, write_clusters};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};

/// Words rarer than this have no class.
const LEAST: u32 = 8;
/// Only so many of the most frequent words count as neighbours.
const NEIGHBOURS: usize = 6_000;
const SIZES: [usize; 2] = [512, 64];
const ROUNDS: usize = 8;

pub(crate) fn train(folders: &Folders) -> Result<()> {
    let corpus = folders.sets.join("../corpora/news.jsonl.gz");
    let counts = Counts::read(&corpus)?;
    println!("  {} words", counts.forms.len());
    let classes: Vec<Vec<u16>> = SIZES.iter().map(|size| exchange(&counts, *size)).collect();
    let rows =
        counts.forms.iter().enumerate().map(|(word, form)| (*form, [classes[0][word], classes[1][word]]));
    let bytes = write_clusters(rows.collect());
    println!("  {} bytes", bytes.len());
    std::fs::write(folders.weights.join("clusters.bin"), bytes)?;
    Ok(())
}

/// Words by falling frequency, with their neighbours.
struct Counts {
    forms: Vec<u32>,
    /// For each word: (neighbour, times); neighbours before and after have numbers of their own.
    around: Vec<Vec<(u32, u32)>>,
    totals: Vec<u32>,
}

impl Counts {
    fn read(corpus: &std::path::Path) -> Result<Self> {
        let sentences = sentences(corpus)?;
        let mut frequencies = HashMap::<u32, u32>::new();
        for form in sentences.iter().flatten() {
            *frequencies.entry(*form).or_default() += 1;
        }
        let mut ranked: Vec<(u32, u32)> =
            frequencies.into_iter().filter(|(_, count)| *count >= LEAST).collect();
        ranked.sort_by_key(|(form, count)| (u32::MAX - count, *form));
        let numbers: HashMap<u32, u32> =
            ranked.iter().zip(0..).map(|((form, _), number)| (*form, number)).collect();
        let mut pairs = HashMap::<(u32, u32), u32>::new();
        let edge = NEIGHBOURS as u32;
        let limited = |number: Option<u32>| number.filter(|number| *number < edge).unwrap_or(edge);
        for sentence in &sentences {
            let known: Vec<Option<u32>> = sentence.iter().map(|form| numbers.get(form).copied()).collect();
            for (at, word) in known.iter().enumerate() {
                let Some(word) = word else { continue };
                let before = at.checked_sub(1).map_or(edge + 1, |before| limited(known[before]));
                let after = known.get(at + 1).map_or(edge + 1, |after| limited(*after));
                *pairs.entry((*word, before)).or_default() += 1;
                *pairs.entry((*word, edge + 2 + after)).or_default() += 1;
            }
        }
        let mut around = vec![Vec::new(); ranked.len()];
        for ((word, neighbour), times) in pairs {
            around[word as usize].push((neighbour, times));
        }
        around.iter_mut().for_each(|list| list.sort_unstable());
        let totals = around.iter().map(|list| list.iter().map(|(_, times)| times).sum()).collect();
        Ok(Self { forms: ranked.into_iter().map(|(form, _)| form).collect(), around, totals })
    }
}

/// The sentences of the corpus as hashes of their words.
fn sentences(corpus: &std::path::Path) -> Result<Vec<Vec<u32>>> {
    let file = File::open(corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let mut sentences = Vec::new();
    let mut buffer = String::new();
    for line in BufReader::new(MultiGzDecoder::new(file)).lines() {
        let article: serde_json::Value = serde_json::from_str(&line?)?;
        let text = article["text"].as_str().unwrap_or("");
        for sentence in Segmenter::sentences(text) {
            sentences.push(sentence.iter().map(|word| Word::new(word, &mut buffer).form).collect());
        }
    }
    Ok(sentences)
}

/// Gives each word a class from 1 on.
fn exchange(counts: &Counts, size: usize) -> Vec<u16> {
    let words = counts.forms.len();
    let mut class: Vec<usize> = (0..words).map(|word| word % size).collect();
    let mut joint = vec![0_u32; (2 * NEIGHBOURS + 4) * size];
    let mut totals = vec![0_u32; size];
    for (word, class) in class.iter().enumerate() {
        shift(counts, word, (&mut joint, &mut totals), (*class, size), true);
    }
    let mut gains = vec![0.0_f32; size];
    for round in 0..ROUNDS {
        let mut moved = 0;
        for (word, class) in class.iter_mut().enumerate() {
            shift(counts, word, (&mut joint, &mut totals), (*class, size), false);
            gains.fill(0.0);
            for (neighbour, times) in &counts.around[word] {
                let row = &joint[*neighbour as usize * size..][..size];
                let alone = entropy(*times);
                for (gain, count) in gains.iter_mut().zip(row) {
                    *gain += if *count == 0 { alone } else { entropy(count + times) - entropy(*count) };
                }
            }
            for (gain, total) in gains.iter_mut().zip(&totals) {
                *gain -= entropy(total + counts.totals[word]) - entropy(*total);
            }
            let best =
                (0..size).fold(*class, |best, other| if gains[other] > gains[best] { other } else { best });
            moved += usize::from(best != *class);
            *class = best;
            shift(counts, word, (&mut joint, &mut totals), (best, size), true);
        }
        println!("  {size} classes, round {round}: {moved} moved");
    }
    class.into_iter().map(|class| class as u16 + 1).collect()
}

/// Puts a word into a class, or takes it out.
fn shift(
    counts: &Counts,
    word: usize,
    state: (&mut [u32], &mut [u32]),
    (class, size): (usize, usize),
    enters: bool,
) {
    let (joint, totals) = state;
    let change = |count: &mut u32, by: u32| *count = if enters { *count + by } else { *count - by };
    for (neighbour, times) in &counts.around[word] {
        change(&mut joint[*neighbour as usize * size + class], *times);
    }
    change(&mut totals[class], counts.totals[word]);
}

/// `n log n`, from a table where `n` is small.
fn entropy(count: u32) -> f32 {
    static TABLE: std::sync::LazyLock<Vec<f32>> = std::sync::LazyLock::new(|| (0..4096).map(exact).collect());
    TABLE.get(count as usize).copied().unwrap_or_else(|| exact(count))
}

fn exact(count: u32) -> f32 {
    if count == 0 { 0.0 } else { (f64::from(count) * f64::from(count).ln()) as f32 }
}
