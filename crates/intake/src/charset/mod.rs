//! Bytes to text: which encoding, and what was guessed.
//!
//! A byte order mark is certain. Text that is valid UTF-8 is UTF-8, whatever a label says: no other
//! encoding in use gives valid UTF-8 by chance. Then a label counts (the server's, then the page's
//! own), unless what it gives is full of errors; then the detector that browsers use.

mod prescan;
mod wide;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};

/// A text, and a notice where something had to be guessed or replaced.
pub(crate) type Decoded = (String, Option<String>);

/// A text without labels: a file of plain text, a line of JSONL.
pub(crate) fn text(bytes: Vec<u8>) -> Decoded {
    marked(bytes).unwrap_or_else(|bytes| match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => unlabelled(error.as_bytes(), None),
    })
}

/// A page: `header` is the encoding that the server declared, `address` where the page was found.
pub(crate) fn page(bytes: Vec<u8>, header: Option<&str>, address: Option<&str>) -> Decoded {
    let bytes = match marked(bytes) {
        Ok(decoded) => return without_nul(decoded),
        Err(bytes) => bytes,
    };
    let label = header.and_then(known).or_else(|| prescan::declared(&bytes));
    let decoded = match String::from_utf8(bytes) {
        Ok(text) if text.contains('\u{1b}') => escaped(text, label),
        Ok(text) => (text, None),
        Err(error) => labelled(error.as_bytes(), label, address.and_then(domain)),
    };
    without_nul(decoded)
}

/// The encoding of a label, as browsers take it: "iso-8859-1" means windows-1252. One that cannot
/// be decoded safely counts as none.
fn known(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(label.trim().as_bytes())
}

/// Text that says itself what it is: by a mark at its start, or by being in UTF-16.
fn marked(bytes: Vec<u8>) -> Result<Decoded, Vec<u8>> {
    let marked = Encoding::for_bom(&bytes);
    let Some((encoding, mark)) = marked.or_else(|| wide::encoding(&bytes).map(|encoding| (encoding, 0)))
    else {
        return Err(bytes);
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or(&[]));
    Ok((text.into_owned(), broken.then(|| "some bytes are no text and were replaced".to_owned())))
}

/// Seven-bit text with escapes: Japanese mail and old pages.
fn escaped(text: String, label: Option<&'static Encoding>) -> Decoded {
    let shifts = ["\u{1b}$B", "\u{1b}$@", "\u{1b}(J"];
    if label != Some(ISO_2022_JP) && !shifts.iter().any(|shift| text.contains(shift)) {
        return (text, None);
    }
    match ISO_2022_JP.decode_without_bom_handling(text.as_bytes()) {
        (decoded, false) => (decoded.into_owned(), None),
        _ => (text, None),
    }
}

/// Bytes that are not UTF-8, under a label.
fn labelled(bytes: &[u8], label: Option<&'static Encoding>, domain: Option<&str>) -> Decoded {
    let Some(label) = label.filter(|&label| label != UTF_8) else {
        let (text, notice) = unlabelled(bytes, domain);
        let said = label.map(|label| format!("labelled {}, but ", label.name())).unwrap_or_default();
        return (text, notice.map(|notice| said + &notice));
    };
    let lossy = String::from_utf8_lossy(bytes);
    let (broken, foreign) = damage(&lossy);
    if broken * 8 < foreign {
        let notice = format!("labelled {}, but UTF-8 with {broken} bytes replaced", label.name());
        return (lossy.into_owned(), Some(notice));
    }
    let (decoded, _) = label.decode_without_bom_handling(bytes);
    let (broken, foreign) = damage(&decoded);
    if broken * 200 > foreign {
        let (text, encoding) = detected(bytes, domain);
        if damage(&text).0 * 4 < broken {
            return (
                text,
                Some(format!("labelled {}, but read as {encoding}, which may be wrong", label.name())),
            );
        }
    }
    (decoded.into_owned(), (broken > 0).then(|| format!("{broken} bytes are no text and were replaced")))
}

/// Text that is mostly UTF-8 keeps its good parts; anything else goes to the detector.
fn unlabelled(bytes: &[u8], domain: Option<&str>) -> Decoded {
    let lossy = String::from_utf8_lossy(bytes);
    let (broken, foreign) = damage(&lossy);
    if broken * 2 < foreign {
        let notice = format!("{broken} bytes are not UTF-8 and were replaced; the text may be damaged");
        return (lossy.into_owned(), Some(notice));
    }
    let (text, encoding) = detected(bytes, domain);
    (text, Some(format!("not UTF-8; read as {encoding}, which may be wrong")))
}

/// Characters that were replaced or that no table gives a meaning, and all that are not ASCII.
fn damage(text: &str) -> (usize, usize) {
    let foreign = text.chars().filter(|c| !c.is_ascii());
    foreign.fold((0, 0), |(broken, all), c| {
        (broken + usize::from(matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')), all + 1)
    })
}

fn detected(bytes: &[u8], domain: Option<&str>) -> (String, &'static str) {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(domain.map(str::as_bytes), Utf8Detection::Deny);
    (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name())
}

/// The top-level domain of an address in small letters, a hint for the detector, which takes
/// letters only.
fn domain(address: &str) -> Option<&str> {
    let host = address.split_once("://")?.1.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    let last = host.rsplit('.').next()?;
    (last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(last)
}

/// Browsers ignore NUL in the text of a page; no text means it.
fn without_nul((text, notice): Decoded) -> Decoded {
    if !text.contains('\0') {
        return (text, notice);
    }
    let dropped = "it holds NUL characters, which were dropped";
    let notice = notice.map_or_else(|| dropped.to_owned(), |notice| format!("{notice}; {dropped}"));
    (text.replace('\0', ""), Some(notice))
}

#[cfg(test)]
mod tests;
