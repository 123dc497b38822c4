//! A paragraph as sentences, roughly: enough to tell a credit from what stands before it.

use memchr::memchr_iter;
use model::Span;

/// One sentence, or what stands like one.
pub(super) struct Unit<'t> {
    /// Its place in the report.
    pub span: Span,
    /// The passage.
    pub text: &'t str,
}

impl Unit<'_> {
    /// Whether somebody is quoted in it: then it is reporting.
    pub(super) fn is_quoted(&self) -> bool {
        let opens = self.text.starts_with(['“', '"', '‘']);
        opens && self.text.chars().skip(1).any(|c| matches!(c, '”' | '"' | '’'))
    }
}

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 46] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gov", "Sen", "Rep", "Gen", "Lt", "Col", "Capt", "Sgt", "Maj", "Cmdr",
    "Adm", "Rev", "Hon", "St", "Sr", "Jr", "No", "vs", "Inc", "Ltd", "Co", "Corp", "Jan", "Feb", "Mar",
    "Apr", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "a.m", "p.m", "U.S", "U.K", "U.N", "D.C", "Fla",
    "Calif", "Wis",
];

/// The sentences of a paragraph.
pub(super) fn units(text: &str, paragraph: Span) -> Vec<Unit<'_>> {
    let body = paragraph.of(text);
    let mut units = Vec::new();
    let mut start = 0;
    for at in memchr_iter(b' ', body.as_bytes()) {
        // Nearly all words begin with a small letter, and no sentence does.
        if body.as_bytes().get(at + 1).is_some_and(u8::is_ascii_lowercase) {
            continue;
        }
        let (Some(before), Some(after)) = (body.get(start..at), body.get(at + 1..)) else { continue };
        if begins(after) && ends(before) {
            push(&mut units, text, Span::new(paragraph.start + start, paragraph.start + at));
            start = at + 1;
        }
    }
    push(&mut units, text, Span::new(paragraph.start + start, paragraph.end));
    units
}

fn push<'t>(units: &mut Vec<Unit<'t>>, text: &'t str, span: Span) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        units.push(Unit { span, text: span.of(text) });
    }
}

fn ends(before: &str) -> bool {
    let bare = before.trim_end_matches(['"', '”', '’', ')', ']', '\'']);
    if bare.ends_with(['!', '?', '…']) || bare.len() < before.len() && bare.ends_with('.') {
        return true;
    }
    let Some(bare) = bare.strip_suffix('.') else { return before.ends_with(')') && before.starts_with('(') };
    let word = bare.rsplit([' ', '(', '—']).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !initial && !ABBREVIATIONS.contains(&word)
}

fn begins(after: &str) -> bool {
    after.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“‘\"'([—–-©@".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        units(text, Span::new(0, text.len())).iter().map(|unit| unit.text).collect()
    }

    #[test]
    fn sentences_and_abbreviations() {
        assert_eq!(
            cut("Mr. Vale left at 6 a.m. on Monday. Nobody saw him."),
            ["Mr. Vale left at 6 a.m. on Monday.", "Nobody saw him."]
        );
        assert_eq!(cut("“It was calm.” Follow us."), ["“It was calm.”", "Follow us."]);
        assert_eq!(cut("J. R. Vale of the U.S. Navy wept"), ["J. R. Vale of the U.S. Navy wept"]);
    }
}
