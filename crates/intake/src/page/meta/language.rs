//! The language that a page says it is in.
//!
//! Templates say "en" on pages of every language, so that a page is believed only where all that it
//! says agrees; otherwise the language is left to be told from the text.

use super::head::Head;
use super::linked::Linked;

/// ISO 639-1 code, where the page is sure.
pub(super) fn find(head: &Head, linked: &Linked) -> Option<String> {
    let article = linked.article().and_then(|item| item.language.as_deref());
    let metas = ["og:locale", "content-language", "dc.language", "inlanguage"]
        .iter()
        .filter_map(|name| head.first(&[name]));
    let said = head.language.as_deref().into_iter().chain(article).chain(metas);
    let mut codes = said.filter_map(code);
    let first = codes.next()?;
    codes.all(|code| code == first).then_some(first)
}

/// "en" of "en-GB", "en_US".
fn code(said: &str) -> Option<String> {
    let first = said.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    (first.len() == 2 && first.chars().all(|c| c.is_ascii_alphabetic())).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_the_page_agrees_with_itself() {
        let page = |lang: &str, locale: &str| {
            let metas = vec![("og:locale".to_owned(), locale.to_owned())];
            find(&Head { language: Some(lang.to_owned()), metas, ..Head::default() }, &Linked::default())
        };
        assert_eq!(page("en-GB", "en_US").as_deref(), Some("en"));
        assert_eq!(page("en", "de_DE"), None);
        assert_eq!(page("", ""), None);
    }
}
