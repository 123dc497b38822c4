//! Bytes to text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// The text, and a notice where something had to be guessed.
pub(crate) fn decode(bytes: Vec<u8>) -> (String, Option<String>) {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or(&[]));
        let notice = broken.then(|| "some bytes are no text and were replaced".to_owned());
        return (text.into_owned(), notice);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => guess(error.as_bytes()),
    }
}

/// Text that is mostly UTF-8 keeps its good parts; anything else goes to the detector.
fn guess(bytes: &[u8]) -> (String, Option<String>) {
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.chars().filter(|&c| c == '\u{fffd}').count();
    let foreign = lossy.chars().filter(|&c| !c.is_ascii()).count();
    if broken * 2 < foreign {
        let notice = format!("{broken} bytes are not UTF-8 and were replaced; the text may be damaged");
        return (lossy.into_owned(), Some(notice));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _, _) = encoding.decode(bytes);
    (text.into_owned(), Some(format!("not UTF-8; read as {}, which may be wrong", encoding.name())))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn marks_and_old_encodings() {
        assert_eq!(decode("\u{feff}Café".into()), ("Café".into(), None));
        let wide: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("Łódź".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(wide).0, "Łódź");
        let (text, notice) =
            decode(b"The caf\xe9 on the Champs-\xc9lys\xe9es was closed, the mayor said.".to_vec());
        assert!(text.contains("café") && text.contains("Élysées"));
        assert!(notice.is_some_and(|notice| notice.contains("windows-1252")));
    }

    #[test]
    fn one_bad_byte_does_not_change_the_rest() {
        let (text, notice) = decode("“Yes”, she said – “and no”. \u{1}".replace('\u{1}', "").into_bytes());
        assert!(notice.is_none() && text.starts_with('“'));
        let mut bytes = "“Yes”, she said – “and no”.".as_bytes().to_vec();
        bytes.push(0xff);
        let (text, notice) = decode(bytes);
        assert!(text.starts_with("“Yes”") && notice.is_some());
    }
}
