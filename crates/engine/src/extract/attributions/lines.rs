//! Whole paragraphs that attribute by their shape alone: a signed quotation, a line of a
//! transcript.

use super::quotes::Quotation;
use super::shape::mode;
use super::view::View;
use model::{Attribution, Span, Stance};

/// Names and titles take this many words at most.
const NAME_WORDS: usize = 7;

/// The attributions of signed quotations and transcript lines.
pub(super) fn lines(view: &View) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut place = 0;
    for (index, block) in view.report.blocks().enumerate() {
        while view.quotations.get(place).is_some_and(|quotation| quotation.block < index) {
            place += 1;
        }
        let first = view.quotations.get(place).filter(|quotation| quotation.block == index);
        found.extend(first.and_then(|first| signed(view, block, first)).or_else(|| transcript(view, block)));
    }
    found
}

/// `“We shall sail.” — A. Harbourmaster`: a paragraph of one quotation and a name behind a dash.
fn signed(view: &View, block: Span, quotation: &Quotation) -> Option<Attribution> {
    let text = &view.report.text;
    let behind = text.get(quotation.span.end..block.end)?;
    let dash = behind.trim_start().chars().next().filter(|c| matches!(c, '―' | '—' | '–' | '-'))?;
    let start = quotation.span.end + (behind.len() - behind.trim_start().len());
    let cue = Span::new(start, start + dash.len_utf8());
    let source = Span::new(cue.end, block.end).trimmed(text);
    let alone = quotation.span.start == block.start && quotation.inner.len() > 20;
    (alone && is_name(source.of(text))).then(|| line(view, source, cue, quotation.span))
}

/// `HARBOURMASTER: We shall sail.`: a speaker in capitals, a colon, what is said.
fn transcript(view: &View, block: Span) -> Option<Attribution> {
    let text = &view.report.text;
    let body = block.of(text);
    let opening = body.len() - body.trim_start_matches(['"', '“']).len();
    let colon = body.find(':').filter(|colon| (3..60).contains(colon))?;
    let source = Span::new(block.start + opening, block.start + colon).trimmed(text);
    let name = source.of(text);
    let capitals = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
    let cue = Span::new(block.start + colon, block.start + colon + 1);
    let said = Span::new(cue.end, block.end).trimmed(text);
    let spoken =
        said.of(text).split_whitespace().count() >= 3 && said.of(text).chars().any(char::is_lowercase);
    (capitals && spoken && is_name(name)).then(|| line(view, source, cue, said))
}

fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    begins && (1..=NAME_WORDS).contains(&words) && !text.contains(['"', '“', '”', '?', '!', ':'])
}

fn line(view: &View, source: Span, cue: Span, content: Span) -> Attribution {
    Attribution {
        source: Some(source),
        cue: Some(cue),
        mode: mode(view, &[content]),
        content: vec![content],
        speaker: None,
        stance: Stance::Says,
        within: None,
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::extract::attributions::View;
    use model::{Annotation, Report, Span};

    fn found(text: &str) -> Vec<(String, String)> {
        let report =
            Report { text: text.to_owned(), paragraphs: vec![Span::new(0, text.len())], ..Report::default() };
        let document = Annotation::default();
        let cut = |span: Span| span.of(text).to_owned();
        let all = lines(&View::new(&report, &document));
        all.iter()
            .map(|one| {
                (
                    one.source.map_or(String::new(), cut),
                    one.content.first().map_or(String::new(), |&s| cut(s)),
                )
            })
            .collect()
    }

    #[test]
    fn a_name_behind_a_dash_signs_a_quotation() {
        let signed = found("“We have waited long enough for this bridge.” ― Ana Ferreira");
        assert_eq!(signed, [("Ana Ferreira".into(), "“We have waited long enough for this bridge.”".into())]);
        assert!(
            found("“We have waited long enough” – and so had the rest of the town, it turned out").is_empty()
        );
    }

    #[test]
    fn a_speaker_in_capitals_opens_a_line_of_a_transcript() {
        let spoken = found("\"FERREIRA: The bridge will open in May.");
        assert_eq!(spoken, [("FERREIRA".into(), "The bridge will open in May.".into())]);
        assert!(found("UPDATE: 10:30").is_empty());
        assert!(found("Ferreira: The bridge will open in May.").is_empty(), "left to the learned part");
    }
}
