//! In how many of eleven thousand news reports a word stands. With it two reports alone can be
//! compared: what both of them hold is common there, but may be rare in the world.
//!
//! `background.tsv` is made by `cargo xtask train group`: a line holds a number of reports and the
//! words that stand in so many; words in fewer than [`LEAST`] are left out.

use super::terms::{Term, TermMap, term};
use std::sync::LazyLock;

/// The reports that were counted.
const REPORTS: f64 = 11_170.0;
/// Rarer words are not in the table.
pub const LEAST: u32 = 8;
/// What is taken for a word that is not in the table.
const UNKNOWN: f64 = 1.0;

static TABLE: LazyLock<TermMap<f64>> = LazyLock::new(|| {
    let mut table = TermMap::default();
    for line in include_str!("background.tsv").lines() {
        let Some((count, words)) = line.split_once('\t') else { continue };
        let Ok(count) = count.parse::<f64>() else { continue };
        table.extend(words.split(' ').map(|word| (term(word), count)));
    }
    table
});

/// The share of news reports in which a term stands.
pub(super) fn share(term: Term) -> f64 {
    TABLE.get(&term).copied().unwrap_or(UNKNOWN) / REPORTS
}

#[cfg(test)]
mod tests {
    use super::{share, term};

    #[test]
    fn common_words_are_common() {
        assert!(share(term("the")) > 0.9);
        assert!(share(term("police")) > share(term("trawler")));
        assert!(share(term("qqzzxv")) < 0.001);
    }
}
