//! The message of a server inside a record: status, headers, and how its body is packed.

use super::header::{Header, media};
use crate::unpack::{Problem, unpack};

/// A page as a server gave it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// The encoding that the server declared.
    pub charset: Option<String>,
    /// Whether its packed body breaks off.
    pub cut: bool,
}

/// The page of a response; `None` where it is no page, or no success.
///
/// # Errors
/// A page that is packed in a way that is not read here, or unpacks to more than `limit` bytes.
pub(super) fn page(mut block: Vec<u8>, limit: usize) -> Option<Result<Page, Packed>> {
    let (header, length) = Header::parse(&block)?;
    if !header.first.starts_with("HTTP/") || header.first.split(' ').nth(1) != Some("200") {
        return None;
    }
    let (kind, charset) = header.get("content-type").map(media).unwrap_or_default();
    let charset = charset.map(str::to_owned);
    block.drain(..length);
    if header.get("transfer-encoding").is_some_and(|value| value.to_ascii_lowercase().contains("chunked"))
        && let Some(whole) = unchunked(&block)
    {
        block = whole;
    }
    if !(is_html(&kind) || kind.is_empty() && block.trim_ascii_start().starts_with(b"<")) {
        return None;
    }
    let packing = header.get("content-encoding").unwrap_or("");
    Some(unpacked(block, packing, limit).map(|(bytes, cut)| Page { bytes, charset, cut }))
}

/// Whether a media type is a page.
pub(super) fn is_html(kind: &str) -> bool {
    matches!(kind, "text/html" | "application/xhtml+xml")
}

/// Why a body cannot be unpacked.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Packed {
    #[error("a page that is compressed with \"{0}\", which is not read here")]
    Unknown(String),
    #[error(
        "a page that unpacks to more than the limit; it is hardly an article; raise --max-page to read it"
    )]
    TooLarge,
    #[error("a page whose compressed body is broken")]
    Broken,
}

/// The body, and whether it breaks off. Many crawlers store bodies unpacked and keep the header, so
/// what looks like a page is taken as it is.
fn unpacked(body: Vec<u8>, packing: &str, limit: usize) -> Result<(Vec<u8>, bool), Packed> {
    let is_page = || body.trim_ascii_start().starts_with(b"<") || std::str::from_utf8(&body).is_ok();
    if packing.is_empty() || is_page() {
        return Ok((body, false));
    }
    match unpack(packing, body, limit) {
        (bytes, None) => Ok((bytes, false)),
        (_, Some(Problem::TooLarge)) => Err(Packed::TooLarge),
        (_, Some(Problem::Unknown(packing))) => Err(Packed::Unknown(packing)),
        (bytes, Some(Problem::Damaged(_))) if bytes.is_empty() => Err(Packed::Broken),
        (bytes, Some(Problem::Damaged(_))) => Ok((bytes, true)),
    }
}

/// The chunks put together; `None` where these are no chunks, as in archives that store bodies
/// whole and keep the header.
fn unchunked(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let end = rest.iter().take(64).position(|&byte| byte == b'\n');
        let size = end.and_then(|end| rest.get(..end)).and_then(chunk_size);
        let Some((end, size)) = end.zip(size) else {
            // What breaks off after some chunks is kept.
            return (!whole.is_empty()).then_some(whole);
        };
        if size == 0 {
            return Some(whole);
        }
        rest = rest.get(end + 1..)?;
        let part = rest.get(..size).unwrap_or(rest);
        whole.extend_from_slice(part);
        rest = rest.get(part.len()..)?;
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
}

/// A number in base sixteen, before what an extension adds.
fn chunk_size(line: &[u8]) -> Option<usize> {
    let line = std::str::from_utf8(line).ok()?;
    let digits = line.split(';').next()?.trim();
    (!digits.starts_with('+')).then(|| usize::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write};
    use std::io::Write;

    fn body(head: &str, body: &[u8]) -> Option<Result<Page, Packed>> {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n");
        page([head.as_bytes(), body].concat(), 1000)
    }

    fn bytes(page: Option<Result<Page, Packed>>) -> Vec<u8> {
        page.unwrap().unwrap().bytes
    }

    #[test]
    fn chunks() {
        let head = "Transfer-Encoding: chunked\r\n";
        assert_eq!(bytes(body(head, b"4\r\n<p>A\r\n5;x=y\r\n fire\r\n0\r\n\r\n")), b"<p>A fire");
        assert_eq!(bytes(body(head, b"4\r\n<p>A\r\nff\r\n fire")), b"<p>A fire");
        assert_eq!(bytes(body(head, b"<p>stored whole")), b"<p>stored whole");
    }

    #[test]
    fn packed_bodies() {
        let html = b"<p>A fire broke out.</p>";
        let mut gzip = write::GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(html).unwrap();
        let gzip = gzip.finish().unwrap();
        let mut zlib = write::ZlibEncoder::new(Vec::new(), Compression::default());
        zlib.write_all(html).unwrap();
        let mut raw = write::DeflateEncoder::new(Vec::new(), Compression::default());
        raw.write_all(html).unwrap();
        assert_eq!(bytes(body("Content-Encoding: gzip\r\n", &gzip)), html);
        assert_eq!(bytes(body("Content-Encoding: gzip\r\n", html)), html);
        assert_eq!(bytes(body("Content-Encoding: deflate\r\n", &zlib.finish().unwrap())), html);
        assert_eq!(bytes(body("Content-Encoding: deflate\r\n", &raw.finish().unwrap())), html);
        let cut = body("Content-Encoding: gzip\r\n", gzip.get(..gzip.len() - 8).unwrap());
        assert!(cut.unwrap().unwrap().cut);
        let brotli = [&[0x0b, 0x05, 0x80], &b"<p>A caf\xe9.."[..], &[0x03]].concat();
        assert_eq!(bytes(body("Content-Encoding: br\r\n", &brotli)), b"<p>A caf\xe9..");
        assert_eq!(bytes(body("Content-Encoding: br\r\n", "Café".as_bytes())), "Café".as_bytes());
        assert_eq!(body("Content-Encoding: br\r\n", b"\x8b\xff"), Some(Err(Packed::Broken)));
        let unknown = body("Content-Encoding: compress\r\n", b"\x1f\x9d\xff");
        assert_eq!(unknown, Some(Err(Packed::Unknown("compress".into()))));
    }

    #[test]
    fn a_body_that_unpacks_to_much() {
        let mut gzip = write::GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&[b' '; 1001]).unwrap();
        let page = body("Content-Encoding: gzip\r\n", &gzip.finish().unwrap());
        assert_eq!(page, Some(Err(Packed::TooLarge)));
    }

    #[test]
    fn only_pages_that_were_found() {
        let of = |head: &str| page(format!("{head}\r\n\r\n<p>A fire").into_bytes(), 1000);
        assert!(of("HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=big5").is_some());
        assert!(of("HTTP/1.0 200\r\nX: y").is_some());
        assert_eq!(of("HTTP/1.1 404 Not Found\r\nContent-Type: text/html"), None);
        assert_eq!(of("HTTP/1.1 200 OK\r\nContent-Type: image/png"), None);
        assert_eq!(of("<html>"), None);
    }
}
