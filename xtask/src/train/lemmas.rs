//! The rules for lemmas: `lemmas.tsv`.

use super::conllu::treebanks;
use super::{Folders, Result};
use language::train::{endings, fold, key};
use std::collections::BTreeMap;
use std::fmt::Write;

/// For each tag and ending, how often each edit makes the lemma.
type Counts = BTreeMap<(String, String), BTreeMap<(usize, String), Seen>>;

/// How often, and in how many words.
#[derive(Default)]
struct Seen {
    weight: f64,
    words: usize,
}

pub(crate) fn train(folders: &Folders) -> Result<()> {
    let mut pairs = BTreeMap::<(String, String, String), usize>::new();
    for row in treebanks(&folders.sets)?.iter().flatten() {
        let proper = row.upos == "PROPN";
        let mut folded = String::new();
        fold(&row.form, proper, &mut folded);
        let lemma = row.lemma.replace('’', "'");
        let known = row.form.bytes().any(|b| b.is_ascii_alphabetic()) && lemma != "_";
        if known {
            let tag = key(&row.xpos, proper).to_owned();
            *pairs.entry((tag, folded, lemma)).or_default() += 1;
        }
    }
    let mut counts = Counts::new();
    for ((tag, folded, lemma), count) in &pairs {
        let edit = edit(folded.trim_start_matches('^'), lemma);
        for ending in endings(folded) {
            // A word says more the oftener it is seen, but an ending is learnt from many words.
            let weight = if ending.starts_with('^') { *count as f64 } else { (1.0 + *count as f64).ln() };
            let edits = counts.entry((tag.clone(), ending.to_owned())).or_default();
            let seen = edits.entry(edit.clone()).or_default();
            seen.weight += weight;
            seen.words += 1;
        }
    }
    let rules = rules(&counts);
    println!("  {} rules", rules.len());
    std::fs::write(folders.weights.join("lemmas.tsv"), text(&rules))?;
    Ok(())
}

fn edit(word: &str, lemma: &str) -> (usize, String) {
    let same = word.char_indices().zip(lemma.chars()).find(|((_, a), b)| a != b);
    let kept = same.map_or(word.len().min(lemma.len()), |((at, _), _)| at);
    (word.len() - kept, lemma[kept..].to_owned())
}

type Rules = BTreeMap<(String, String), (usize, String)>;

/// The endings that say something else than the longest shorter ending that is kept.
fn rules(counts: &Counts) -> Rules {
    let mut ordered: Vec<_> = counts.iter().collect();
    ordered.sort_by_key(|((_, ending), _)| (ending.starts_with('^'), ending.len()));
    let mut rules = Rules::new();
    for ((tag, ending), edits) in ordered {
        let ranked = edits.iter().max_by(|a, b| a.1.weight.total_cmp(&b.1.weight).then_with(|| b.0.cmp(a.0)));
        let Some((edit, seen)) = ranked else { continue };
        let whole = ending.strip_prefix('^');
        let word = whole.map_or_else(|| format!("^?{ending}"), |_| ending.clone());
        let shorter = endings(&word).filter(|shorter| *shorter != ending && !shorter.starts_with('^'));
        let inherited = shorter
            .filter(|shorter| shorter.len() <= ending.len())
            .find_map(|shorter| rules.get(&(tag.clone(), shorter.to_owned())));
        let usual = (0, String::new());
        // What one word does says nothing of others, and no ending brings capitals with it.
        let general = seen.words >= 2 && !edit.1.contains(char::is_uppercase) || ending.is_empty();
        if inherited.unwrap_or(&usual) != edit && (whole.is_some() || general) {
            rules.insert((tag.clone(), ending.clone()), edit.clone());
        }
    }
    rules
}

fn text(rules: &Rules) -> String {
    let mut text = String::new();
    for ((tag, ending), (cut, add)) in rules {
        let _ = writeln!(text, "{tag}\t{ending}\t{cut}\t{add}");
    }
    text
}
