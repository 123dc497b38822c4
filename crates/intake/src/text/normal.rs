//! The normal form of a line: NFC, single spaces, nothing invisible; quotation marks and dashes
//! stay as the outlet wrote them.

use super::repair::repaired;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The line in normal form, without white space at its ends.
#[must_use]
pub fn normal(line: &str) -> String {
    if line.is_ascii() {
        return plain(line);
    }
    let repaired = repaired(line);
    let line = repaired.as_deref().unwrap_or(line);
    let mut out = String::with_capacity(line.len());
    let mut space = false;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        // Most of a line is ASCII, which is copied word by word.
        let word = rest.bytes().position(|byte| !byte.is_ascii_graphic()).unwrap_or(rest.len());
        let (part, after) = rest.split_at(if word > 0 { word } else { c.len_utf8() });
        rest = after;
        if is_space(c) {
            space = true;
        } else if word > 0 || !is_invisible(c) {
            if std::mem::take(&mut space) && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(part);
        }
    }
    if out.chars().all(never_composes) || is_nfc_quick(out.chars()) == IsNormalized::Yes {
        return out;
    }
    out.nfc().collect()
}

/// The same for ASCII, where there is nothing to repair or to compose.
fn plain(line: &str) -> String {
    let is_space = |byte: &u8| byte.is_ascii_whitespace() || byte.is_ascii_control();
    let mut out = Vec::with_capacity(line.len());
    for word in line.as_bytes().split(is_space).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(b' ');
        }
        out.extend_from_slice(word);
    }
    String::from_utf8(out).unwrap_or_default()
}

/// [`str::trim`], faster for the white space that HTML is indented with.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_ascii().trim()
}

/// The lines of a text, whatever ends them.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'])
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Below U+0300 and among quotation marks, dashes and dots there is nothing to compose.
fn never_composes(c: char) -> bool {
    c < '\u{300}' || ('\u{2010}'..='\u{205f}').contains(&c)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Soft hyphens, zero-width marks, direction marks: nothing that a reader would see.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_invisible_marks_go_and_the_outlet_s_marks_stay() {
        assert_eq!(normal("  two\u{a0}\t words\u{200b} "), "two words");
        assert_eq!(normal("co\u{ad}op\u{feff}erate"), "cooperate");
        assert_eq!(normal("“Yes” – ‘no’ — \"so\" 'it' …"), "“Yes” – ‘no’ — \"so\" 'it' …");
        assert_eq!(normal("e\u{301}"), "é");
        assert_eq!(normal("e\u{200b}\u{301}"), "é", "composed once nothing stands between");
    }

    #[test]
    fn the_normal_form_is_its_own_normal_form() {
        for line in ["a  b", "\u{301}a", "한국 ｆull", "\u{1e9b}\u{323}", " \u{ad} x\r"] {
            assert_eq!(normal(&normal(line)), normal(line));
        }
    }

    #[test]
    fn marks_that_never_compose() {
        for c in ('\u{2010}'..='\u{205f}').filter(|&c| never_composes(c)) {
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0, "{c:?}");
        }
    }

    #[test]
    fn every_kind_of_line_end() {
        let all: Vec<&str> = lines("a\nb\r\nc\rd\u{2028}e").collect();
        assert_eq!(all, ["a", "b", "c", "d", "e"]);
    }
}
