//! What the weights reach on gold tokens of the evaluation sets, where these are at hand.

use super::Folders;
use super::conllu::{Row, read};

/// The evaluation sets, by their file's stem.
const SETS: [&str; 4] = ["ewt-dev", "gum-dev", "gum-news-dev", "pud-1"];

/// Prints, for each set, the shares of words for which `right` gives true.
pub(crate) fn print<const N: usize>(
    folders: &Folders,
    titles: [&str; N],
    mut right: impl FnMut(&[Row]) -> Vec<[bool; N]>,
) {
    for set in SETS {
        let path = folders.sets.join(format!("../eval/syntax/{set}.conllu.gz"));
        let Ok(sentences) = read(&path) else { continue };
        let (mut hits, mut all) = ([0_usize; N], 0_usize);
        for sentence in &sentences {
            for word in right(sentence) {
                all += 1;
                for (hit, is_right) in hits.iter_mut().zip(word) {
                    *hit += usize::from(is_right);
                }
            }
        }
        let share = |hit: usize| 100.0 * hit as f64 / all.max(1) as f64;
        let cells = titles.iter().zip(hits).map(|(title, hit)| format!("{title} {:.2}", share(hit)));
        println!("  {set:13} {}", cells.collect::<Vec<_>>().join("  "));
    }
}
