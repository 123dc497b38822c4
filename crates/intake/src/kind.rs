//! What a file holds: told from its first bytes, then from its name.

use crate::{charset, feed};
use std::path::Path;

/// How many bytes are looked at.
pub(crate) const HEAD: usize = 8 << 10;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Plain text: one report.
    Text,
    /// One report a line.
    Jsonl,
    /// An HTML page.
    Page,
    /// RSS, Atom, JSON Feed, OPML or a sitemap.
    Feed,
    /// A WARC archive.
    Archive {
        /// Whether it is packed with gzip.
        packed: bool,
    },
    /// Known, and not read; the words say what to do.
    Refused(&'static str),
}

const XML: &str = "an XML file; give its text, or JSONL with the key \"text\"";
const ARRAY: &str = "a JSON array; give one report a line (jq -c '.[]' FILE | parallax … -)";
const PRETTY: &str = "a JSON object over several lines; give one report a line (jq -c . FILE | parallax … -)";
const ACCOUNT: &str =
    "an account or another single JSON document, not reports; give one report a line, with the key \"text\"";
const BINARY: &str = "a binary file, not text; convert it to text first";
const PDF: &str = "a PDF; convert it to text first (pdftotext FILE -)";
const ZIP: &str = "a ZIP archive or office document; unpack or convert it to text first";
const IMAGE: &str = "a picture or recording, not text";
const COMPRESSED: &str = "compressed in a way that is not read here (only gzip is); unpack it first";

/// Byte sequences at the start of well-known files.
const MAGIC: [(&[u8], &str); 14] = [
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
    (b"\x89PNG", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF8", IMAGE),
    (b"ID3", IMAGE),
    (b"OggS", IMAGE),
    (b"RIFF", IMAGE),
    (b"\x7fELF", BINARY),
    (b"SQLite format 3\0", BINARY),
    (b"BZh", COMPRESSED),
    (b"\xfd7zXZ\0", COMPRESSED),
    (b"\x28\xb5\x2f\xfd", COMPRESSED),
    (b"\x1f\x8b", "gzip inside gzip; unpack it once"),
];

/// Tells the kind from the first bytes and, where they leave it open, from the name.
pub(crate) fn kind(head: &[u8], path: &Path) -> Kind {
    if let Some((_, why)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Kind::Refused(why);
    }
    if head.starts_with(b"WARC/") {
        return Kind::Archive { packed: false };
    }
    let (start, _) = charset::text(head.to_vec());
    let start = start.trim_start_matches('\u{feff}').trim_start();
    // Pages are read whatever stands in them.
    let kind = if start.starts_with('<') { markup(start) } else { None };
    if let Some(kind) = kind {
        return kind;
    }
    let wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    if !wide && is_binary(start.as_bytes()) {
        return Kind::Refused(BINARY);
    }
    if let Some(kind) = structured(start) {
        return kind;
    }
    let named = |endings: &[&str]| endings.iter().any(|ending| name(path).ends_with(ending));
    match () {
        () if named(&[".jsonl", ".ndjson", ".jsonlines"]) => Kind::Jsonl,
        // Something was written above the page, or the page begins with its text.
        () if named(&[".html", ".htm", ".xhtml"]) && start.contains('<') || holds_page(start) => Kind::Page,
        () => Kind::Text,
    }
}

/// Whether a page begins further down, below what a server or a program wrote above it.
fn holds_page(start: &str) -> bool {
    let lower = start.to_ascii_lowercase();
    let begins = ["<!doctype html", "<html>", "<html "].iter().any(|tag| lower.contains(tag));
    begins && (lower.contains("<head") || lower.contains("<body"))
}

/// NUL bytes, or many control characters: no text has them.
fn is_binary(head: &[u8]) -> bool {
    let control =
        head.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0b | 0x0c | 0x1b));
    head.contains(&0) || control.count() * 20 > head.len()
}

/// JSON and mark-up by their first characters.
fn structured(start: &str) -> Option<Kind> {
    if let Some(rest) = start.strip_prefix('[') {
        let rest = rest.trim_start();
        return rest.starts_with(['{', '[']).then_some(Kind::Refused(ARRAY));
    }
    object(start.strip_prefix('{')?)
}

/// What begins with "<".
fn markup(start: &str) -> Option<Kind> {
    if feed::is_xml_feed(start) {
        return Some(Kind::Feed);
    }
    let lower: String = start.chars().take(1500).collect::<String>().to_ascii_lowercase();
    let has = |tag: &str| lower.contains(tag);
    if has("<!doctype html") || has("<html") || has("<head>") || has("<body") || has("<meta ") {
        return Some(Kind::Page);
    }
    if has("<?xml") {
        return Some(Kind::Refused(XML));
    }
    let fragment = ["<!--", "<p>", "<p ", "<div", "<article", "<h1", "<title", "<script", "<a ", "<span"];
    fragment.iter().any(|tag| lower.starts_with(tag)).then_some(Kind::Page)
}

/// What follows an opening brace.
fn object(rest: &str) -> Option<Kind> {
    let inner = rest.trim_start();
    let first_line = rest.lines().next().unwrap_or("");
    if feed::is_json_feed(rest) {
        return Some(Kind::Feed);
    }
    if inner.starts_with("\"schema\"") {
        return Some(Kind::Refused(ACCOUNT));
    }
    if first_line.trim().is_empty() && inner.starts_with('"') {
        return Some(Kind::Refused(PRETTY));
    }
    (inner.starts_with('"') || inner.starts_with('}')).then_some(Kind::Jsonl)
}

/// The name in small letters, without the ending that says it is packed.
fn name(path: &Path) -> String {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("").to_ascii_lowercase();
    name.strip_suffix(".gz").map(str::to_owned).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &str, name: &str) -> Kind {
        kind(head.as_bytes(), Path::new(name))
    }

    #[test]
    fn content_first_then_the_name() {
        assert_eq!(of("{\"id\": 1}\n", "a.txt"), Kind::Jsonl);
        assert_eq!(of("not json\n{\"id\": 1}\n", "a.jsonl.gz"), Kind::Jsonl);
        assert_eq!(of("Ferry runs aground\n\nA ferry …", "a.dat"), Kind::Text);
        assert_eq!(of("{sic} is how the letter began.\n", "a.txt"), Kind::Text);
        assert_eq!(of("[The mayor] spoke.", "a.txt"), Kind::Text);
        assert_eq!(of("<!DOCTYPE html><html>", "a.txt"), Kind::Page);
        assert_eq!(of("<?xml version='1.0'?>\n<rss version='2.0'>", "a.txt"), Kind::Feed);
        assert_eq!(of("Ferry runs aground<p>A ferry …", "a.HTM.gz"), Kind::Page);
        assert_eq!(of("Warning: line 3\n<!DOCTYPE html><html><head>", "a"), Kind::Page);
        assert_eq!(of("Use the tag <html> for pages.", "a.txt"), Kind::Text);
        assert_eq!(of("{\"html\": \"<html><head>\"}", "a.html"), Kind::Jsonl);
        assert_eq!(of("<3 is what the sign said.", "a.txt"), Kind::Text);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let refused = [
            ("<?xml version='1.0'?><note/>", XML),
            ("[\n  {\"id\": 1}", ARRAY),
            ("{\n  \"id\": 1", PRETTY),
            ("{\"schema\": 1, \"stories\": []}", ACCOUNT),
            ("%PDF-1.7", PDF),
            ("a\0b", BINARY),
        ];
        for (head, why) in refused {
            assert_eq!(of(head, "a.txt"), Kind::Refused(why), "{head}");
        }
    }
}
