//! How common terms are in news at large, and which are used alike.
//!
//! Document frequencies of stems over sentences, and vectors: positive pointwise mutual
//! information of stems within a few words of each other, reduced by a truncated singular value
//! decomposition (subspace iteration from a fixed seed). Nothing of the texts can be read back.

use engine::align::term;
use intake::Settings;
use language::English;
use std::collections::{BTreeMap, HashMap};

const OUT: &str = "../crates/engine/src/align/weights/lexicon.bin";
/// Terms in fewer sentences are left out of the table.
const LEAST: u32 = 12;
const DIMENSIONS: usize = 48;
/// Words on each side that make a term's surroundings.
const WINDOW: usize = 5;
const ROUNDS: usize = 8;

pub(crate) fn run(news: &str) -> Result<(), String> {
    let text = super::read(news)?;
    let (lines, frequencies, sentences) = read_terms(&text);
    let mut kept: Vec<(&String, u32)> = frequencies
        .iter()
        .filter(|(_, (_, count))| *count >= LEAST)
        .map(|(term, (_, count))| (term, *count))
        .collect();
    kept.sort();
    println!("{sentences} sentences, {} terms kept of {}", kept.len(), frequencies.len());
    let mut place = vec![u32::MAX; frequencies.len()];
    for (at, (term, _)) in kept.iter().enumerate() {
        place[frequencies[*term].0 as usize] = at as u32;
    }
    let matrix = information(&lines, &place, kept.len());
    let vectors = reduce(&matrix);
    write(&kept, sentences, &vectors)
}

type Frequencies = HashMap<String, (u32, u32)>;

/// Sentences as terms, the frequencies of terms, the count of sentences.
fn read_terms(text: &str) -> (Vec<Vec<u32>>, Frequencies, u32) {
    let english = English::new();
    let mut frequencies: Frequencies = HashMap::new();
    let mut lines = Vec::new();
    let settings = Settings::default();
    for report in text.lines().filter_map(|line| intake::report_from_json(line, &settings).ok()) {
        let blocks: Vec<_> = report.blocks().collect();
        let document = english.annotate(&report.text, &blocks);
        for sentence in &document.sentences {
            let tokens = document.tokens_of(sentence).iter();
            let mut line = Vec::new();
            for term in tokens.filter_map(|token| term(token, &report.text)) {
                let next = frequencies.len() as u32;
                line.push(frequencies.entry(term).or_insert((next, 0)).0);
            }
            lines.push(line);
        }
    }
    let mut counts = vec![0u32; frequencies.len()];
    for line in &lines {
        let mut terms = line.clone();
        terms.sort_unstable();
        terms.dedup();
        terms.iter().for_each(|&term| counts[term as usize] += 1);
    }
    frequencies.values_mut().for_each(|(index, count)| *count = counts[*index as usize]);
    let sentences = lines.len() as u32;
    (lines, frequencies, sentences)
}

/// Rows of positive pointwise mutual information, square roots taken to tame rare pairs.
fn information(lines: &[Vec<u32>], place: &[u32], count: usize) -> Vec<Vec<(u32, f32)>> {
    let mut pairs: HashMap<u64, f32> = HashMap::new();
    for line in lines {
        let line: Vec<u32> =
            line.iter().map(|&term| place[term as usize]).filter(|&at| at != u32::MAX).collect();
        for (at, &one) in line.iter().enumerate() {
            for (gap, &other) in line.iter().skip(at + 1).take(WINDOW).enumerate() {
                if one != other {
                    let key = (u64::from(one.min(other)) << 32) | u64::from(one.max(other));
                    *pairs.entry(key).or_insert(0.0) += 1.0 / (gap + 1) as f32;
                }
            }
        }
    }
    // In a fixed order, so that sums are the same to the last bit.
    let mut pairs: Vec<(u64, f32)> = pairs.into_iter().collect();
    pairs.sort_unstable_by_key(|&(key, _)| key);
    let mut sums = vec![0.0f64; count];
    for (key, weight) in &pairs {
        sums[(key >> 32) as usize] += f64::from(*weight);
        sums[(key & 0xffff_ffff) as usize] += f64::from(*weight);
    }
    let smooth: Vec<f64> = sums.iter().map(|sum| sum.powf(0.75)).collect();
    let (all, all_smooth): (f64, f64) = (sums.iter().sum(), smooth.iter().sum());
    let mut rows = vec![Vec::new(); count];
    for (key, weight) in pairs {
        let (a, b) = ((key >> 32) as usize, (key & 0xffff_ffff) as usize);
        if weight < 1.0 {
            continue;
        }
        let joint = f64::from(weight) / all;
        let expected = (sums[a] / all) * (smooth[b] / all_smooth);
        let other = (sums[b] / all) * (smooth[a] / all_smooth);
        let value = ((joint / expected).ln() + (joint / other).ln()) / 2.0;
        if value > 0.0 {
            rows[a].push((b as u32, value as f32));
            rows[b].push((a as u32, value as f32));
        }
    }
    rows.iter_mut().for_each(|row: &mut Vec<(u32, f32)>| row.sort_unstable_by_key(|&(at, _)| at));
    rows
}

/// Eigenvectors of the symmetric matrix, each scaled by the square root of its eigenvalue.
fn reduce(matrix: &[Vec<(u32, f32)>]) -> Vec<Vec<f32>> {
    let mut seed = 0x9e37_79b9_7f4a_7c15u64;
    let mut random = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 40) as f32 / 16_777_216.0 - 0.5
    };
    let wide = DIMENSIONS + 8;
    let mut basis: Vec<Vec<f32>> = matrix.iter().map(|_| (0..wide).map(|_| random()).collect()).collect();
    for round in 0..ROUNDS {
        orthonormal(&mut basis);
        basis = multiply(matrix, &basis);
        println!("round {round}");
    }
    let strength: Vec<f32> =
        (0..wide).map(|d| basis.iter().map(|row| row[d] * row[d]).sum::<f32>().sqrt()).collect();
    orthonormal(&mut basis);
    for row in &mut basis {
        row.truncate(DIMENSIONS);
        row.iter_mut().zip(&strength).for_each(|(x, strength)| *x *= strength.sqrt());
    }
    basis
}

fn multiply(matrix: &[Vec<(u32, f32)>], basis: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let wide = basis.first().map_or(0, Vec::len);
    let row = |row: &Vec<(u32, f32)>| {
        let mut sum = vec![0.0f32; wide];
        for &(at, value) in row {
            sum.iter_mut().zip(&basis[at as usize]).for_each(|(sum, x)| *sum += value * x);
        }
        sum
    };
    matrix.iter().map(row).collect()
}

/// Gram-Schmidt over columns.
fn orthonormal(basis: &mut [Vec<f32>]) {
    let wide = basis.first().map_or(0, Vec::len);
    for d in 0..wide {
        let mut dots = vec![0.0f64; d];
        for row in basis.iter() {
            dots.iter_mut().zip(row).for_each(|(dot, x)| *dot += f64::from(*x) * f64::from(row[d]));
        }
        for row in basis.iter_mut() {
            let less: f64 = dots.iter().zip(row.iter()).map(|(dot, x)| dot * f64::from(*x)).sum();
            row[d] -= less as f32;
        }
        let norm = basis.iter().map(|row| f64::from(row[d]).powi(2)).sum::<f64>().sqrt().max(1e-12);
        basis.iter_mut().for_each(|row| row[d] = (f64::from(row[d]) / norm) as f32);
    }
}

fn write(kept: &[(&String, u32)], sentences: u32, vectors: &[Vec<f32>]) -> Result<(), String> {
    let mut bytes = vec![DIMENSIONS as u8];
    let mut names = BTreeMap::new();
    for ((term, count), vector) in kept.iter().zip(vectors) {
        let Ok(length) = u8::try_from(term.len()) else { continue };
        let rarity = (f64::from(sentences) / f64::from(*count)).ln() * 16.0;
        let most = vector.iter().fold(1e-9f32, |most, x| most.max(x.abs()));
        bytes.push(length);
        bytes.extend(term.as_bytes());
        bytes.push(rarity.round().clamp(0.0, 255.0) as u8);
        bytes.extend(vector.iter().map(|x| ((x / most * 127.0).round() as i8).cast_unsigned()));
        names.insert(term.as_str(), vector);
    }
    for probe in ["kill", "arrest", "minister", "soldier", "missil", "vot", "wound", "di"] {
        println!("{probe}: {}", nearest(&names, probe).join(" "));
    }
    println!("{} bytes", bytes.len());
    let path = format!("{}/{OUT}", env!("CARGO_MANIFEST_DIR"));
    std::fs::write(&path, bytes).map_err(|error| format!("{path}: {error}"))
}

fn nearest(names: &BTreeMap<&str, &Vec<f32>>, probe: &str) -> Vec<String> {
    let Some(here) = names.get(probe) else { return Vec::new() };
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
    let alike = |other: &[f32]| dot(here, other) / (dot(here, here) * dot(other, other)).sqrt().max(1e-9);
    let mut all: Vec<(f32, &str)> = names.iter().map(|(name, vector)| (alike(vector), *name)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all.iter().skip(1).take(9).map(|(score, name)| format!("{name} {score:.2}")).collect()
}
