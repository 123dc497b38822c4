//! Characters that were decoded with the wrong table, where that is certain.
//!
//! No text has C1 control characters (U+0080 to U+009F). Where they stand, a program took bytes of
//! UTF-8 or windows-1252 for Latin-1: "didn\u{92}t", "â\u{80}\u{94}". Both are put right; a line
//! without such characters is left alone.

use encoding_rs::WINDOWS_1252;
use memchr::memchr;

/// The line with such characters put right.
pub(super) fn repaired(line: &str) -> Option<String> {
    // In UTF-8 they begin with that byte.
    if memchr(0xc2, line.as_bytes()).is_none() || !line.chars().any(is_c1) {
        return None;
    }
    let characters: Vec<char> = line.chars().collect();
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    while let Some(&c) = characters.get(at) {
        if let Some((good, length)) = characters.get(at..).and_then(utf8) {
            out.push(good);
            at += length;
            continue;
        }
        match u8::try_from(u32::from(c)) {
            Ok(byte) if is_c1(c) => out.push_str(&WINDOWS_1252.decode_without_bom_handling(&[byte]).0),
            _ => out.push(c),
        }
        at += 1;
    }
    Some(out)
}

fn is_c1(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// A character of UTF-8 whose bytes stand here as characters, and how many there are.
fn utf8(characters: &[char]) -> Option<(char, usize)> {
    let byte = |index: usize| characters.get(index).and_then(|&c| u8::try_from(u32::from(c)).ok());
    let length = match byte(0)? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = (0..length).map_while(byte).collect();
    let good = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (bytes.len() == length && !is_c1(good)).then_some((good, length))
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn what_is_certain_is_put_right() {
        assert_eq!(repaired("didn\u{92}t \u{93}stop\u{94}").as_deref(), Some("didn’t “stop”"));
        assert_eq!(repaired("MARSA â\u{80}\u{94} A cafÃ© burned").as_deref(), Some("MARSA — A café burned"));
    }

    #[test]
    fn what_is_not_is_left() {
        assert_eq!(repaired("A café, “yes” — Ã© and â€”"), None);
    }
}
