//! Any text gives exact spans, whole sentences and trees, in bounded time.

use language::English;
use model::{Annotation, Span};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);

fn read(text: &str) -> Annotation {
    ENGLISH.annotate(text, &[Span::new(0, text.len())])
}

/// Every character that is no white space lies in one token, and every token in its sentence.
fn check(text: &str) {
    let document = read(text);
    let mut end = 0;
    for token in &document.tokens {
        assert!(token.span.start >= end && !token.span.is_empty(), "tokens in order");
        assert!(!token.span.of(text).is_empty(), "tokens on character boundaries");
        assert!(text[end..token.span.start].trim().is_empty(), "nothing is left out");
        end = token.span.end;
        let sentence = &document.sentences[token.sentence];
        assert!(sentence.span.contains(token.span));
        assert!(token.head.is_none_or(|head| sentence.tokens.contains(&head)));
    }
    assert!(text[end..].trim().is_empty());
    for sentence in &document.sentences {
        let roots = document.tokens_of(sentence).iter().filter(|token| token.head.is_none()).count();
        assert_eq!(roots, 1, "one root");
    }
    assert!(language::conllu("", text, &document).lines().count() >= document.tokens.len());
}

proptest! {
    #[test]
    fn any_characters(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn what_texts_are_made_of(parts in prop::collection::vec(
        prop::sample::select(vec![
            "Marsa", "’s", "n't", "'", "\"", "“", "”", ".", "...", "U.S.", "No", "1", ",", "-", "--", " ", " ", "\n", "(", ")",
            "co", "www.", "@", "://", "é", "e\u{301}", "👍🏽", "\u{200D}", "\u{202E}", "שלום", "$", "%", "am", "\u{A0}", "\0",
        ]), 0..60)) {
        check(&parts.concat());
    }
}

#[test]
fn every_beginning_of_a_text() {
    let text =
        "“We can’t sail,” Gen. Loy said at 5 p.m. (the U.S. side won’t, either)… No. 10’s co-star: 3-1!";
    for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
        check(&text[..end]);
    }
}

#[test]
fn huge_tokens_and_sentences_take_bounded_time() {
    let began = Instant::now();
    for unit in
        ["a", ".", "'", "-", "a.", "a-", "@", "1,", "://", "(", "n't", "é", "[1]", "a'", "\"'", "1-", "_"]
    {
        check(&unit.repeat(100_000 / unit.len()));
    }
    check(&"a".repeat(1_000_000));
    check(&"word ".repeat(100_000));
    check(&"\u{301}".repeat(100_000));
    assert!(began.elapsed() < Duration::from_secs(120), "{:?}", began.elapsed());
}
