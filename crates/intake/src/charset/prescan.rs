//! The encoding that a page declares in its first bytes, read as the HTML standard's "prescan a
//! byte stream to determine its encoding" reads it, and the XML declaration.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// The standard looks at 1024 bytes and parses again where the declaration comes later; looking
/// further at once comes to the same.
const LOOKED_AT: usize = 8 << 10;

/// The declared encoding. A page whose declaration can be read is not in UTF-16, whatever it says.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let label = xml(head).or_else(|| Scan { rest: head }.label())?;
    let encoding = Encoding::for_label_no_replacement(&label)?;
    match encoding {
        encoding if encoding == UTF_16LE || encoding == UTF_16BE => Some(UTF_8),
        encoding if encoding == X_USER_DEFINED => Some(WINDOWS_1252),
        encoding => Some(encoding),
    }
}

/// `<?xml version="1.0" encoding="…"?>`
fn xml(head: &[u8]) -> Option<Vec<u8>> {
    let rest = head.strip_prefix(b"<?xml")?;
    let declaration = rest.get(..rest.iter().position(|&byte| byte == b'>')?)?;
    let at = find(declaration, b"encoding")?;
    let value = declaration.get(at + 8..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, value) = value.split_first().filter(|(quote, _)| matches!(quote, b'"' | b'\''))?;
    value.split(|byte| byte == quote).next().map(<[u8]>::to_vec)
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what))
}

/// What is left of the first bytes.
struct Scan<'b> {
    rest: &'b [u8],
}

/// A name and its value, both in small letters.
type Attribute = (Vec<u8>, Vec<u8>);

impl Scan<'_> {
    /// The label of the first `<meta>` that has one.
    fn label(mut self) -> Option<Vec<u8>> {
        loop {
            let open = self.rest.iter().position(|&byte| byte == b'<')?;
            self.skip(open);
            if self.rest.starts_with(b"<!--") {
                // "<!-->" is a whole comment.
                self.skip(2);
                let end = find(self.rest, b"-->")?;
                self.skip(end + 3);
            } else if self.at_meta() {
                self.skip(6);
                if let Some(label) = self.meta() {
                    return Some(label);
                }
            } else if self.at_tag() {
                let end = self.rest.iter().position(|&byte| is_space(byte) || byte == b'>')?;
                self.skip(end);
                while self.attribute().is_some() {}
            } else if matches!(self.rest.get(1), Some(b'!' | b'/' | b'?')) {
                let end = self.rest.iter().position(|&byte| byte == b'>')?;
                self.skip(end + 1);
            } else {
                self.skip(1);
            }
        }
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or(&[]);
    }

    fn at_meta(&self) -> bool {
        let name = self.rest.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"<meta"));
        name && self.rest.get(5).is_some_and(|&byte| is_space(byte) || byte == b'/')
    }

    fn at_tag(&self) -> bool {
        let name = self.rest.strip_prefix(b"</").or_else(|| self.rest.strip_prefix(b"<"));
        name.and_then(<[u8]>::first).is_some_and(u8::is_ascii_alphabetic)
    }

    /// What one `<meta>` declares: by `charset`, or by `content` beside the right `http-equiv`.
    fn meta(&mut self) -> Option<Vec<u8>> {
        let (mut label, mut content, mut content_type) = (None, None, false);
        while let Some((name, value)) = self.attribute() {
            match &*name {
                b"http-equiv" => content_type |= value == b"content-type",
                b"content" if content.is_none() => content = in_content(&value),
                b"charset" if label.is_none() => label = Some(value),
                _ => {}
            }
        }
        label.or_else(|| content.filter(|_| content_type))
    }

    /// The next attribute; `None` at the end of the tag.
    fn attribute(&mut self) -> Option<Attribute> {
        let start = self.rest.iter().position(|&byte| !is_space(byte) && byte != b'/')?;
        self.skip(start);
        if self.rest.starts_with(b">") {
            return None;
        }
        let ends = |byte: u8| is_space(byte) || matches!(byte, b'/' | b'>');
        // A name may start with "=", never hold one further on.
        let name = self.take(1, |byte| byte == b'=' || ends(byte));
        let after = self.rest.trim_ascii_start();
        let Some(value) = after.strip_prefix(b"=") else { return Some((name, Vec::new())) };
        self.rest = value.trim_ascii_start();
        let value = match self.rest.first()? {
            &quote @ (b'"' | b'\'') => {
                self.skip(1);
                let value = self.take(0, |byte| byte == quote);
                self.skip(1);
                value
            }
            b'>' => Vec::new(),
            _ => self.take(0, |byte| is_space(byte) || byte == b'>'),
        };
        Some((name, value))
    }

    /// Bytes in small letters up to the first, from the place `from` on, for which `ends` holds.
    fn take(&mut self, from: usize, ends: impl Fn(u8) -> bool) -> Vec<u8> {
        let found = self.rest.iter().skip(from).position(|&byte| ends(byte));
        let end = found.map_or(self.rest.len(), |end| end + from);
        let taken = self.rest.get(..end).unwrap_or(&[]).to_ascii_lowercase();
        self.skip(end);
        taken
    }
}

/// "text/html; charset=…"
fn in_content(content: &[u8]) -> Option<Vec<u8>> {
    let mut rest = content;
    loop {
        rest = rest.get(find(rest, b"charset")? + 7..)?;
        let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") else { continue };
        let value = value.trim_ascii_start();
        let ends: fn(&u8) -> bool = match value.first()? {
            b'"' => |&byte| byte == b'"',
            b'\'' => |&byte| byte == b'\'',
            _ => |&byte| is_space(byte) || byte == b';',
        };
        let quoted = matches!(value.first(), Some(b'"' | b'\''));
        return value.get(usize::from(quoted)..)?.split(ends).next().map(<[u8]>::to_vec);
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

#[cfg(test)]
mod tests {
    use super::declared;

    fn name(head: &str) -> Option<&'static str> {
        declared(head.as_bytes()).map(encoding_rs::Encoding::name)
    }

    #[test]
    fn declarations_in_all_their_forms() {
        let forms = [
            ("<meta charset=\"shift_jis\">", "Shift_JIS"),
            ("<!DOCTYPE html>\n<HTML><META CHARSET = 'EUC-KR' />", "EUC-KR"),
            ("<meta charset=iso-8859-1>", "windows-1252"),
            ("<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>", "GBK"),
            ("<meta content=\"text/html; charset = 'big5'; x\" http-equiv=content-type>", "Big5"),
            ("<?xml version=\"1.0\" encoding='koi8-r'?><html>", "KOI8-R"),
            ("<meta charset=utf-16>", "UTF-8"),
            ("<!-- <meta charset=big5> --><a title='<meta charset=gbk>'><meta charset=utf-8>", "UTF-8"),
            ("<!--><meta charset=big5>", "Big5"),
            ("<p = x><1><meta name=a content=b><meta charset=big5>", "Big5"),
        ];
        for (head, encoding) in forms {
            assert_eq!(name(head), Some(encoding), "{head}");
        }
    }

    #[test]
    fn what_declares_nothing() {
        let heads = [
            "",
            "<",
            "<meta",
            "<meta charset",
            "<meta charset=",
            "<meta charset=>",
            "<meta charset=\"none-such\">",
            "<meta content='text/html; charset=big5'>",
            "<meta http-equiv=content-type content='charset charset'>",
            "<metadata charset=big5>",
            "<!-- <meta charset=big5>",
            "<?xml encoding=\"big5\"",
        ];
        for head in heads {
            assert_eq!(name(head), None, "{head}");
        }
    }
}
