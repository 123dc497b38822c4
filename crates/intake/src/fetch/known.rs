//! What a server says of a page beside its bytes.

use crate::archive::media;
use crate::{Capture, Content};

/// What is known of a fetched page.
pub(super) struct Known {
    address: String,
    content_type: String,
    fetched: Option<String>,
}

impl Known {
    /// From the headers of an answer.
    pub(super) fn new(address: String, content_type: Option<String>, date: Option<&str>) -> Self {
        Self { address, content_type: content_type.unwrap_or_default(), fetched: date.and_then(moment) }
    }

    /// A capture with what the server said. A record of an archive or a line has its own address.
    pub(super) fn told(&self, mut capture: Capture) -> Capture {
        let (kind, charset) = media(&self.content_type);
        let is_html = matches!(kind.as_str(), "text/html" | "application/xhtml+xml");
        if let (Content::Text(bytes), true) = (&mut capture.content, is_html) {
            capture.content = Content::Page(std::mem::take(bytes));
        }
        if !capture.archived && !matches!(capture.content, Content::Line(_)) {
            capture.address = Some(self.address.clone());
            capture.charset = charset.filter(|charset| !charset.is_empty()).map(str::to_owned);
            capture.fetched.clone_from(&self.fetched);
        }
        capture
    }
}

/// The `Date` of a server as a moment of RFC 3339.
fn moment(date: &str) -> Option<String> {
    jiff::fmt::rfc2822::parse(date).ok().map(|date| date.timestamp().to_string())
}

#[cfg(test)]
mod tests {
    use super::{Capture, Content, Known, moment};

    fn told(content_type: &str, capture: Capture) -> Capture {
        let address = "https://post.example/a".to_owned();
        Known::new(address, Some(content_type.to_owned()), None).told(capture)
    }

    #[test]
    fn what_a_server_says_comes_second() {
        let bare = || Capture { content: Content::Text(b"A ferry".to_vec()), ..Capture::default() };
        let page = told("Text/HTML; Charset=\"Shift_JIS\"", bare());
        assert_eq!(
            (page.content, page.charset.as_deref()),
            (Content::Page(b"A ferry".to_vec()), Some("Shift_JIS"))
        );
        assert_eq!(told("text/plain", bare()).content, bare().content);
        assert_eq!(told("text/html; charset=", bare()).charset, None);
        let feed = Capture { content: Content::Feed(b"<rss>".to_vec()), ..Capture::default() };
        assert!(matches!(told("text/html", feed).content, Content::Feed(_)));
        // What brings its own address keeps it.
        let record = Capture { archived: true, address: Some("https://a.example/".to_owned()), ..bare() };
        assert_eq!(told("application/warc", record.clone()), record);
        let line = Capture { content: Content::Line(b"{}".to_vec()), ..Capture::default() };
        assert_eq!(told("application/json", line.clone()), line);
    }

    #[test]
    fn when_it_was_fetched() {
        assert_eq!(moment("Tue, 03 Mar 2026 09:00:00 GMT").as_deref(), Some("2026-03-03T09:00:00Z"));
        assert_eq!(moment("yesterday"), None);
    }
}
