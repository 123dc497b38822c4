//! Readings from invented text, with names given by the test.

use model::{Annotation, Entity, Kind, Name, Reading, Report, Sentence, Span, Token, Upos};

/// A reading of `text` (a line is a block); every occurrence of a given name is a name, longer
/// ones first.
pub(crate) fn reading(text: &str, names: &[(&str, Kind)]) -> Reading {
    let mut document = Annotation::default();
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        paragraphs.push(Span::new(start, start + line.len()));
        sentences(&mut document, text, Span::new(start, start + line.len()));
        start += line.len() + 1;
    }
    let mut taken: Vec<Span> = Vec::new();
    let mut longest = names.to_vec();
    longest.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, kind) in longest {
        for (at, _) in text.match_indices(name) {
            let span = Span::new(at, at + name.len());
            if taken.iter().all(|other| !other.touches(span)) {
                taken.push(span);
                document.names.push(Name { span, kind });
            }
        }
    }
    document.names.sort_by_key(|name| name.span);
    let report = Report { text: text.to_owned(), paragraphs, ..Report::default() };
    Reading { report, document, ..Reading::default() }
}

fn sentences(document: &mut Annotation, text: &str, line: Span) {
    let mut start = line.start;
    let ends: Vec<usize> = line.of(text).match_indices(". ").map(|(at, _)| line.start + at + 1).collect();
    for end in ends.into_iter().chain([line.end]) {
        if text
            .get(start..end)
            .is_some_and(|s| s.ends_with("Mr.") || s.ends_with("Ms.") || s.ends_with("Mrs."))
        {
            continue;
        }
        let span = Span::new(start, end).trimmed(text);
        let first = document.tokens.len();
        tokens(document, text, span);
        document.sentences.push(Sentence { span, tokens: first..document.tokens.len() });
        start = end;
    }
}

fn tokens(document: &mut Annotation, text: &str, span: Span) {
    let sentence = document.sentences.len();
    let mut start = None;
    let ends = span.of(text).char_indices().map(|(at, c)| (span.start + at, c)).chain([(span.end, ' ')]);
    for (at, c) in ends {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        let word = start.take().map(|start| Span::new(start, at));
        let mark = (!c.is_whitespace()).then(|| Span::new(at, at + c.len_utf8()));
        for span in word.into_iter().chain(mark) {
            let lemma = span.of(text).to_lowercase().into_boxed_str();
            document.tokens.push(Token {
                span,
                sentence,
                lemma,
                upos: Upos::X,
                xpos: "",
                head: None,
                relation: "",
            });
        }
    }
}

/// The entity that has the name among its forms.
pub(crate) fn entity<'a>(reading: &'a Reading, name: &str) -> &'a Entity {
    let holds = |entity: &&Entity| entity.variants.iter().any(|variant| variant == name);
    reading.entities.iter().find(holds).unwrap_or_else(|| panic!("no {name} in {:?}", reading.entities))
}
