//! The headers of a record, and those of an HTTP message: the same lines of names and values.

/// Bytes that headers may have.
pub(super) const MOST: usize = 64 << 10;

/// Lines of `name: value`.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// The line above the others.
    pub first: String,
    fields: Vec<(String, String)>,
}

impl Header {
    /// The header at the start of the bytes, and how long it is with the empty line that ends it;
    /// `None` where no such line comes.
    pub(super) fn parse(bytes: &[u8]) -> Option<(Self, usize)> {
        let mut header = Self::default();
        let mut at = 0;
        loop {
            let rest = bytes.get(at..)?.get(..MOST.min(bytes.len() - at))?;
            let end = rest.iter().position(|&byte| byte == b'\n')?;
            let line = String::from_utf8_lossy(rest.get(..end)?);
            let first = at == 0;
            at += end + 1;
            let line = line.trim_end_matches('\r');
            if line.is_empty() {
                return Some((header, at));
            }
            header.add(line, first);
        }
    }

    fn add(&mut self, line: &str, first: bool) {
        if first {
            line.clone_into(&mut self.first);
        } else if line.starts_with([' ', '\t']) {
            // A value that goes on.
            if let Some((_, value)) = self.fields.last_mut() {
                *value = format!("{value} {}", line.trim()).trim_start().to_owned();
            }
        } else if let Some((name, value)) = line.split_once(':') {
            self.fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    /// The first value of a name that is given in small letters.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }
}

/// "text/html; charset=utf-8" → `text/html` in small letters, and the charset.
pub(crate) fn media(value: &str) -> (String, Option<&str>) {
    let mut parts = value.split(';');
    let kind = parts.next().unwrap_or("").trim().to_ascii_lowercase();
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
    });
    (kind, charset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values() {
        let bytes =
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=\"big5\"\nX:\r\nodd\r\n\r\nbody";
        let (header, length) = Header::parse(bytes).unwrap();
        assert_eq!((&*header.first, bytes.get(length..)), ("HTTP/1.1 200 OK", Some(&b"body"[..])));
        assert_eq!(media(header.get("content-type").unwrap()), ("text/html".into(), Some("big5")));
        assert_eq!((header.get("x"), header.get("odd")), (Some(""), None));
        assert!(Header::parse(b"HTTP/1.1 200 OK\r\nno end").is_none());
    }
}
