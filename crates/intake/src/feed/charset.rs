//! Bytes of XML or JSON to text.
//!
//! XML says its encoding in its first line, and is often wrong: programs convert the text and leave
//! the line. Bytes that are UTF-8 are therefore taken as UTF-8 whatever the line says.

use crate::charset::text as decode;
use encoding_rs::{Encoding, UTF_8};

/// Bytes in which the declaration must end.
const DECLARATION: usize = 256;

/// The text, and a notice where something had to be guessed; `charset` is what the server declared.
pub(super) fn text(bytes: &[u8], charset: Option<&str>) -> (String, Option<String>) {
    let marked = Encoding::for_bom(bytes).is_some();
    let served = || charset.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let declared = declared(bytes)
        .or_else(served)
        .filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible());
    if let (Some(encoding), false) = (declared, marked) {
        if std::str::from_utf8(bytes).is_err() {
            let (text, _, broken) = encoding.decode(bytes);
            let lost = text.chars().filter(|&c| c == '\u{fffd}').count();
            if !broken || lost * 1000 < text.len() {
                let notice =
                    broken.then(|| format!("{lost} bytes are not {} and were replaced", encoding.name()));
                return (text.into_owned(), notice);
            }
        }
    } else if !marked && let Some(text) = wide(bytes) {
        return (text, None);
    }
    let (mut text, notice) = decode(bytes.to_vec());
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    (text, notice)
}

/// What the XML declaration says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION.min(bytes.len()))?;
    let head = String::from_utf8_lossy(head);
    let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start_matches(['=', ' ', '\t', '\n', '\r']);
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Encoding::for_label(value.get(1..)?.split(quote).next()?.as_bytes())
}

/// UTF-16 without a mark: every second byte of `<?` is zero.
fn wide(bytes: &[u8]) -> Option<String> {
    let encoding = match bytes.get(..4)? {
        [b'<', 0, b'?' | b'r' | b'f', 0] => encoding_rs::UTF_16LE,
        [0, b'<', 0, b'?' | b'r' | b'f'] => encoding_rs::UTF_16BE,
        _ => return None,
    };
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn the_declaration_counts_unless_it_is_wrong() {
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><t>caf\xe9</t>";
        assert!(text(latin, None).0.contains("café") && text(latin, None).1.is_none());
        let left = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><t>café</t>";
        assert!(text(left.as_bytes(), None).0.contains("café"));
        let wrong = b"<?xml version='1.0' encoding='utf-8'?><t>The caf\xe9 on the Champs-\xc9lys\xe9es was closed.</t>";
        assert!(text(wrong, None).0.contains("Élysées") && text(wrong, None).1.is_some());
        assert!(text(b"<t>caf\xe9</t>", Some("iso-8859-1")).0.contains("café"));
        let japanese = b"<?xml version='1.0' encoding='Shift_JIS'?><t>\x93\x8c\x8b\x9e</t>";
        assert!(text(japanese, None).0.contains("東京"));
    }

    #[test]
    fn marks_and_wide_characters() {
        assert_eq!(text("\u{feff}<rss/>".as_bytes(), None).0, "<rss/>");
        let wide: Vec<u8> =
            "<?xml version='1.0'?><t>é</t>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(text(&wide, None).0.contains("<t>é</t>"));
        let marked: Vec<u8> =
            [0xfe, 0xff].into_iter().chain("<t>é</t>".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(text(&marked, None).0, "<t>é</t>");
    }
}
