//! A document as CoNLL-U.

use model::{Annotation, Sentence, Token};
use std::fmt::Write;

/// Writes sentences and words as CoNLL-U: one word a line, an empty line after each sentence.
///
/// Features, enhanced dependencies and the lines of contractions are not known and left out; words
/// that no space follows say so in the last column. Heads outside the sentence count as none.
///
/// ```
/// let english = language::English::new();
/// let text = "Ferries don't sail.";
/// let document = english.annotate(text, &[model::Span::new(0, text.len())]);
/// let table = language::conllu(text, &document);
/// assert!(table.starts_with("# sent_id = 1\n# text = Ferries don't sail.\n1\tFerries\tferry\tNOUN\tNNS\t"));
/// ```
#[must_use]
pub fn conllu(text: &str, document: &Annotation) -> String {
    let mut out = String::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let _ = writeln!(out, "# sent_id = {}\n# text = {}", number + 1, plain(sentence.span.of(text)));
        let tokens = document.tokens_of(sentence);
        for (place, token) in tokens.iter().enumerate() {
            let next = tokens.get(place + 1);
            let glued = next.is_some_and(|next| next.span.start == token.span.end);
            row(&mut out, text, (place + 1, token), (sentence, glued));
        }
        out.push('\n');
    }
    out
}

fn row(out: &mut String, text: &str, (number, token): (usize, &Token), (sentence, glued): (&Sentence, bool)) {
    let head = token.head.filter(|head| sentence.tokens.contains(head));
    let head = head.map_or(0, |head| head - sentence.tokens.start + 1);
    let filled = |value: &str| if value.is_empty() { "_".to_owned() } else { plain(value) };
    let _ = writeln!(
        out,
        "{number}\t{}\t{}\t{}\t{}\t_\t{head}\t{}\t_\t{}",
        filled(token.span.of(text)),
        filled(&token.lemma),
        token.upos.as_str(),
        filled(token.xpos),
        filled(token.relation),
        if glued { "SpaceAfter=No" } else { "_" },
    );
}

/// Without characters that would break a line or a column.
fn plain(value: &str) -> String {
    value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
