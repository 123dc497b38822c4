//! The passages outside quotation marks. Two reports of one speech share its words without either
//! copying the other; what stands outside the marks is the outlet's own.

use model::Span;

/// The pieces of `block` that stand outside quotation marks, in order.
pub(super) fn outside(text: &str, block: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = block.start;
    let mut at = block.start;
    while let Some(c) = text.get(at..block.end).and_then(|rest| rest.chars().next()) {
        let end = closing(text, at, block).filter(|_| opens(text, at, c));
        if let Some(end) = end {
            pieces.push(Span::new(start, at));
            start = end;
            at = end;
        } else {
            at += c.len_utf8();
        }
    }
    pieces.push(Span::new(start, block.end));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether the sign at `at` can open a quotation: single marks only after a space or a bracket, since
/// they are apostrophes elsewhere.
fn opens(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    match c {
        '“' | '"' | '«' | '„' => true,
        '‘' | '\'' => before.is_none_or(|before| !before.is_alphanumeric()),
        _ => false,
    }
}

/// One past the mark that closes what the mark at `at` opens. A double mark that is never closed holds
/// to the end of the paragraph, as in a speech of several paragraphs; a single one holds nothing.
fn closing(text: &str, at: usize, block: Span) -> Option<usize> {
    let rest = text.get(at..block.end)?;
    let open = rest.chars().next()?;
    let close = match open {
        '“' | '„' => '”',
        '"' => '"',
        '«' => '»',
        '‘' => '’',
        '\'' => '\'',
        _ => return None,
    };
    let single = matches!(open, '‘' | '\'');
    let ends = |found: &(usize, char)| {
        let after = rest.get(found.0 + found.1.len_utf8()..).and_then(|after| after.chars().next());
        found.1 == close && !(single && after.is_some_and(char::is_alphanumeric))
    };
    match rest.char_indices().skip(1).find(ends) {
        Some((found, mark)) => Some(at + found + mark.len_utf8()),
        None => (!single).then_some(block.end),
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, outside};

    fn left(text: &str) -> Vec<&str> {
        outside(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text).trim()).collect()
    }

    #[test]
    fn quotations_of_every_style_are_left_out() {
        assert_eq!(left("“We go,” she said. “Now.”"), ["", "she said.",][1..].to_vec());
        assert_eq!(left("He said \"no\" twice"), ["He said", "twice"]);
        assert_eq!(left("They call it ‘the crews’ dock’ here"), ["They call it", "dock’ here"]);
    }

    #[test]
    fn apostrophes_open_nothing_and_an_open_speech_ends_with_its_paragraph() {
        assert_eq!(left("The crew's wages aren't paid"), ["The crew's wages aren't paid"]);
        assert_eq!(left("She said: “It was dark and"), ["She said:"]);
        assert!(left("").is_empty());
    }
}
