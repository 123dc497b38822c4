//! What was read in a text as CoNLL-U, the format of Universal Dependencies.

use crate::segment;
use model::{Annotation, Kind, Sentence, Token};
use std::fmt::Write;
use std::ops::Range;

/// Writes a text as CoNLL-U: one word a line, an empty line after each sentence.
///
/// - `id` opens the document (`# newdoc id`) and stands before the number of each sentence
///   (`# sent_id`), where slashes and white space are written as `%2F` and so on, since the format
///   reserves them. An empty one opens nothing, nor does a text without
///   sentences.
/// - A sentence after a line break opens a paragraph (`# newpar`).
/// - A written word that is several words of Universal Dependencies has a line of its own before
///   them: `3-4 don't`, `1-2 Marsa's`.
/// - The last column says `SpaceAfter=No`, and of names `NER=B-person`, then `NER=I-person`.
/// - Morphological features and enhanced dependencies are not known and left out.
///
/// ```
/// let document = language::English::new().read("Ferries don't sail.");
/// let table = document.conllu("harbour");
/// let rows: Vec<&str> = table.lines().collect();
/// assert_eq!(rows[..4], [
///     "# newdoc id = harbour", "# newpar", "# sent_id = harbour-1", "# text = Ferries don't sail.",
/// ]);
/// assert_eq!(rows[4], "1\tFerries\tferry\tNOUN\tNNS\t_\t4\tnsubj\t_\t_");
/// assert_eq!(rows[5], "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_");
/// assert_eq!(rows[8], "4\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No");
/// ```
#[must_use]
pub fn conllu(id: &str, text: &str, annotation: &Annotation) -> String {
    let writer = Writer { text, annotation, names: names(annotation) };
    let mut out = String::new();
    if !id.is_empty() && !annotation.sentences.is_empty() {
        let _ = writeln!(out, "# newdoc id = {}", line(id));
    }
    let prefix = if id.is_empty() { String::new() } else { encoded(id) + "-" };
    let mut before = None;
    for (number, sentence) in annotation.sentences.iter().enumerate() {
        if before.is_none_or(|end| text.get(end..sentence.span.start).is_some_and(|gap| gap.contains('\n'))) {
            out.push_str("# newpar\n");
        }
        before = Some(sentence.span.end);
        let _ = writeln!(out, "# sent_id = {prefix}{}", number + 1);
        let _ = writeln!(out, "# text = {}", line(sentence.span.of(text)));
        writer.sentence(sentence, &mut out);
        out.push('\n');
    }
    out
}

struct Writer<'a> {
    text: &'a str,
    annotation: &'a Annotation,
    /// For each token the kind of its name, and whether it is the first of it.
    names: Vec<Option<(Kind, bool)>>,
}

impl Writer<'_> {
    fn sentence(&self, sentence: &Sentence, out: &mut String) {
        let tokens = self.annotation.tokens_of(sentence);
        let mut written = 0..0;
        for (place, token) in tokens.iter().enumerate() {
            if place >= written.end {
                written = self.written(tokens, place);
                if written.len() > 1 {
                    self.range(tokens, &written, out);
                }
            }
            let inside = written.len() > 1;
            let index = sentence.tokens.start + place;
            self.row((place + 1, token), sentence, &self.misc(index, token, inside), out);
        }
    }

    /// The tokens that make the written word which begins at `first`.
    fn written(&self, tokens: &[Token], first: usize) -> Range<usize> {
        let mut end = first + 1;
        while let (Some(before), Some(after)) = (tokens.get(end - 1), tokens.get(end))
            && before.span.end == after.span.start
            && self.is_one_word(before, after)
        {
            end += 1;
        }
        first..end
    }

    fn is_one_word(&self, before: &Token, after: &Token) -> bool {
        let both = before.span.cover(after.span).of(self.text);
        // The sign of the possessive alone: "the sailors' boats".
        let possessive = after.xpos == "POS" && both.contains(char::is_alphanumeric);
        possessive || segment::is_contraction(both, before.span.len())
    }

    fn range(&self, tokens: &[Token], written: &Range<usize>, out: &mut String) {
        let (Some(first), Some(last)) = (tokens.get(written.start), tokens.get(written.end - 1)) else {
            return;
        };
        let form = word(first.span.cover(last.span).of(self.text));
        let misc = if self.is_glued(last) { "SpaceAfter=No" } else { "_" };
        let _ = writeln!(out, "{}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}", written.start + 1, written.end);
    }

    fn row(&self, (number, token): (usize, &Token), sentence: &Sentence, misc: &str, out: &mut String) {
        let head = token.head.filter(|head| sentence.tokens.contains(head));
        let (head, relation) = match head {
            Some(head) => (head - sentence.tokens.start + 1, token.relation),
            None => (0, "root"),
        };
        let _ = writeln!(
            out,
            "{number}\t{}\t{}\t{}\t{}\t_\t{head}\t{}\t_\t{misc}",
            word(token.span.of(self.text)),
            word(&token.lemma),
            token.upos.as_str(),
            word(token.xpos),
            word(relation),
        );
    }

    /// The last column; that no space follows is said of a written word, not of what it is made of.
    fn misc(&self, index: usize, token: &Token, inside: bool) -> String {
        let mut parts = Vec::new();
        if let Some((kind, first)) = self.names.get(index).copied().flatten() {
            parts.push(format!("NER={}-{}", if first { 'B' } else { 'I' }, kind.as_str()));
        }
        if !inside && self.is_glued(token) {
            parts.push("SpaceAfter=No".to_owned());
        }
        if parts.is_empty() { "_".to_owned() } else { parts.join("|") }
    }

    /// Whether the text goes on behind the token without white space.
    fn is_glued(&self, token: &Token) -> bool {
        self.text
            .get(token.span.end..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(|c| !c.is_whitespace())
    }
}

fn names(annotation: &Annotation) -> Vec<Option<(Kind, bool)>> {
    let mut kinds = vec![None; annotation.tokens.len()];
    for name in &annotation.names {
        let tokens = annotation.tokens_in(name.span);
        for (place, kind) in kinds.get_mut(tokens).into_iter().flatten().enumerate() {
            *kind = Some((name.kind, place == 0));
        }
    }
    kinds
}

/// A field: never empty, without what would break a line or a column.
fn word(value: &str) -> String {
    if value.is_empty() { "_".to_owned() } else { value.chars().map(plain).collect() }
}

/// The value of a comment: one line, single spaces.
fn line(value: &str) -> String {
    let mut made = String::with_capacity(value.len());
    for part in value.split_whitespace() {
        if !made.is_empty() {
            made.push(' ');
        }
        made.extend(part.chars().map(plain));
    }
    made
}

fn plain(c: char) -> char {
    if c.is_control() || c.is_whitespace() { '\u{FFFD}' } else { c }
}

/// An id without white space, slashes and control characters.
fn encoded(id: &str) -> String {
    let mut made = String::with_capacity(id.len());
    let mut bytes = [0; 4];
    for c in id.chars() {
        if matches!(c, '/' | '%') || c.is_whitespace() || c.is_control() {
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(made, "%{byte:02X}");
            }
        } else {
            made.push(c);
        }
    }
    made
}
