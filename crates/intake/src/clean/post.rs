//! The signature of an embedded post: links, name, handle, date. The words of the post stay.

use super::narrow::Shape;
use memchr::memmem;
use model::{Marginal, MarginalKind::Promotion, Span};
use std::sync::LazyLock;

static SIGNATURE: LazyLock<Shape> = LazyLock::new(|| {
    Shape::new(
        r#"(?:["”]?\s*(?:https?://\S+|pic\.twitter\.com/\w+)\s*)*[—–-]{1,2} ?[^—–@()\n]{1,70}\(@\w{1,30}\)(?: (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4})?"#,
    )
});

/// Finds the signatures in a paragraph.
pub(super) fn find(text: &str, paragraph: Span, found: &mut Vec<Marginal>) {
    let body = paragraph.of(text);
    if memmem::find(body.as_bytes(), b"(@").is_none() {
        return;
    }
    for post in SIGNATURE.find_iter(body) {
        let span = Span::new(paragraph.start + post.start, paragraph.start + post.end);
        found.push(Marginal { span: span.trimmed(text), kind: Promotion });
    }
}

#[cfg(test)]
mod tests {
    use super::super::marked;

    #[test]
    fn the_signature_is_marked_and_the_words_stay() {
        let marked = marked(
            "We are safe and on our way home. https://t.co/abc123 — Port of Marsa (@portmarsa) March 3, 2019",
        );
        assert_eq!(marked.len(), 1);
        assert!(marked.iter().all(|(_, text)| text.starts_with("https") && text.ends_with("2019")));
    }
}
