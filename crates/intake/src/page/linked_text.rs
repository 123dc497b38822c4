//! The text of an article as a page tells it to machines (`articleBody` in JSON-LD), for pages whose
//! own text is put there by a script or kept behind a wall.

use super::meta::Linked;
use super::{blocks::Block, fragment};
use crate::text::normal;

/// Bytes from which on it is an article and no teaser.
const LONG: usize = 600;

/// The paragraphs that are told, where the page shows less than two fifths of them.
pub(super) fn paragraphs(linked: &Linked, shown: &[Block]) -> Option<Vec<String>> {
    let told = lines(linked.article()?.body.as_deref()?);
    let length: usize = told.iter().map(String::len).sum();
    let shown: usize = shown.iter().map(|block| block.text.len()).sum();
    (length >= LONG && shown * 5 < length * 2).then_some(told)
}

/// Some outlets write HTML there, also escaped twice, some one paragraph a line.
fn lines(body: &str) -> Vec<String> {
    if body.contains("&lt;/p&gt;") {
        return lines(&fragment(body).join("\n"));
    }
    if body.contains("</p>") || body.contains("<br") {
        return fragment(body);
    }
    body.lines().map(normal).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use crate::page::read;

    const BODY: &str =
        "The ferry ran aground at dawn near the old lighthouse, the coastguard said on Tuesday. ";

    fn page(told: &str, shown: &str) -> String {
        format!(
            "<title>Ferry aground</title><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\
             \"headline\":\"Ferry aground\",\"articleBody\":\"{told}\"}}</script><main><h1>Ferry aground</h1>{shown}</main>"
        )
    }

    #[test]
    fn a_page_that_a_script_fills_is_read_from_what_it_tells() {
        let told = format!("{}\\n\\n{}", BODY.repeat(4), BODY.repeat(4));
        for shown in ["", "<p>The ferry ran aground at dawn, and nobody was hurt, it was said.</p>"] {
            let report = read(&page(&told, shown), None).unwrap();
            assert_eq!(report.paragraphs.len(), 2, "{shown}");
            assert!(report.notices.iter().any(|notice| notice.contains("JSON-LD")), "{:?}", report.notices);
        }
        let html = format!("<p>{}</p><p>{}</p>", BODY.repeat(4), BODY.repeat(4));
        let escaped = html.replace('<', "&lt;").replace('>', "&gt;");
        for told in [html, escaped] {
            assert_eq!(read(&page(&told, ""), None).unwrap().paragraphs.len(), 2, "{told}");
        }
    }

    #[test]
    fn what_is_shown_goes_first() {
        let report = read(&page(&BODY.repeat(8), &format!("<p>{}</p>", BODY.repeat(6))), None).unwrap();
        assert!(report.notices.iter().all(|notice| !notice.contains("JSON-LD")));
        assert!(read(&page("A teaser.", ""), None).is_err());
    }

    #[test]
    fn a_page_that_is_missing_has_no_text_to_tell() {
        let told = page(&BODY.repeat(8), "").replace("Ferry aground</title>", "404 - Page not found</title>");
        let told = told.replace("<h1>Ferry aground</h1>", "<h1>Page not found</h1>");
        assert!(
            read(&told, None)
                .map_or(true, |report| report.notices.iter().all(|notice| !notice.contains("JSON-LD")))
        );
    }
}
