//! Any text as English: `cargo +nightly fuzz run language`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::language::English;
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);

fuzz_target!(|text: &str| {
    let document = ENGLISH.read(text);
    let mut end = 0;
    for token in document.tokens() {
        let span = token.span();
        assert!(span.start >= end && !span.is_empty() && !span.of(text).is_empty());
        assert!(text[end..span.start].trim().is_empty(), "nothing is left out");
        assert!(token.sentence().span().contains(span));
        assert_eq!(token.head().is_none(), token.relation() == "root");
        end = span.end;
    }
    assert!(text[end..].trim().is_empty());
    for sentence in document.sentences() {
        let roots = sentence.tokens().filter(|token| token.head().is_none()).count();
        assert_eq!(roots, 1, "{}", sentence.text());
    }
    let mut end = 0;
    for name in document.names() {
        assert!(name.span().start >= end && name.tokens().len() > 0, "{name:?}");
        end = name.span().end;
    }
    let rows = document.conllu("x").lines().filter(|line| line.contains('\t')).count();
    assert!(rows >= document.tokens().len());
});
