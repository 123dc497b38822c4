//! Shapes written for characters, as shapes over bytes.
//!
//! "Any character, forty times" or "a letter of any script, forty times" is an automaton of tens of
//! thousands of states when it knows UTF-8, and takes as long to build as hundreds of pages take to
//! read. Over bytes it is small. What is lost does not matter here: every character that is not
//! ASCII counts as a letter, and lengths are counted in bytes.

use regex::bytes::{Regex, RegexBuilder};
use std::fmt::Write;
use std::ops::Range;

/// A shape over bytes, looked for in text.
pub(crate) struct Shape(Option<Regex>);

impl Shape {
    pub(crate) fn new(shape: &str) -> Self {
        Self(RegexBuilder::new(&narrow(shape)).unicode(false).build().ok())
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|shape| shape.is_match(text.as_bytes()))
    }

    /// The first passage of the shape.
    pub(crate) fn find(&self, text: &str) -> Option<Range<usize>> {
        self.find_iter(text).next()
    }

    /// All passages of the shape.
    pub(crate) fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let all = self.0.iter().flat_map(|shape| shape.find_iter(text.as_bytes()));
        all.map(|found| found.range()).filter(|range| text.get(range.clone()).is_some())
    }

    /// The passage of a group of that name, where the whole shape holds.
    pub(crate) fn group<'t>(&self, text: &'t str, name: &str) -> Option<&'t str> {
        text.get(self.0.as_ref()?.captures(text.as_bytes())?.name(name)?.range())
    }
}

/// Bytes of all characters that are not ASCII.
const FOREIGN: &str = r"\x80-\xff";
/// Capitals of ASCII, and how the letters of Latin, Greek and Cyrillic begin.
const CAPITAL: &str = r"A-Z\xc3-\xdf";

/// The shape over bytes, to be built without Unicode.
pub(super) fn narrow(shape: &str) -> String {
    let mut out = String::with_capacity(shape.len() * 2);
    let mut rest = shape;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '[' => class(rest, &mut out),
            '\\' => escape(rest, &mut out),
            _ => {
                if c.is_ascii() {
                    out.push(c);
                } else {
                    literal(c, &mut out);
                }
                c.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or("");
    }
    out
}

/// A character that is not ASCII, as one thing that may be repeated.
fn literal(c: char, out: &mut String) {
    out.push_str("(?:");
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, r"\x{byte:02x}");
    }
    out.push(')');
}

/// An escape outside a class; how long it was.
fn escape(rest: &str, out: &mut String) -> usize {
    if rest.starts_with(r"\p{Lu}") {
        let _ = write!(out, "[{CAPITAL}]");
        return r"\p{Lu}".len();
    }
    match rest.get(..2) {
        Some(r"\w") => {
            let _ = write!(out, r"[\w{FOREIGN}]");
        }
        Some(pair) => out.push_str(pair),
        None => out.push('\\'),
    }
    2
}

/// A class; how long it was. One that is negated keeps all characters that are not ASCII.
fn class(rest: &str, out: &mut String) -> usize {
    let (mut inside, mut foreign) = (String::new(), Vec::new());
    let mut at = 1;
    while let Some(c) = rest.get(at..).and_then(|rest| rest.chars().next()) {
        let here = rest.get(at..).unwrap_or("");
        at += c.len_utf8();
        match c {
            ']' => break,
            '\\' if here.starts_with(r"\p{Lu}") => {
                inside.push_str(CAPITAL);
                at += r"p{Lu}".len();
                // Among others the rest of a letter's bytes has to pass as well.
                if !rest.get(at..).is_some_and(|rest| rest.starts_with(']')) || inside != CAPITAL {
                    inside.push_str(r"\x80-\xbf");
                }
            }
            '\\' => {
                let next = here.chars().nth(1).unwrap_or('\\');
                inside.push('\\');
                inside.push(next);
                if next == 'w' {
                    inside.push_str(FOREIGN);
                }
                at += next.len_utf8();
            }
            _ if c.is_ascii() => inside.push(c),
            _ => foreign.push(c),
        }
    }
    if inside.starts_with('^') || inside.contains(FOREIGN) || foreign.is_empty() {
        let _ = write!(out, "[{inside}]");
        return at;
    }
    out.push_str("(?:");
    for c in foreign {
        literal(c, out);
        out.push('|');
    }
    // A class of nothing would be an error.
    match inside.is_empty() {
        true => {
            out.pop();
        }
        false => {
            let _ = write!(out, "[{inside}]");
        }
    }
    out.push(')');
    at
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn shapes_over_bytes_hold_what_they_held() {
        let cases: [(&str, &[&str], &[&str]); 7] = [
            (r"^don['’]t$", &["don't", "don’t"], &["don`t", "dont"]),
            (r"^[^.]{2,5}$", &["ab", "a—b"], &["a.b", "a—b—c"]),
            (r"^\p{Lu}[\w.’-]+$", &["Émile", "O’Neill", "Vale"], &["vale", "“Vale"]),
            (r"^[\p{Lu}][\p{Lu}.’-]+$", &["SÃO", "O’NEILL"], &["São", "“NO”"]),
            (r"(?i)^\W*©\W*(?:by|—)$", &["© BY", "“©” —"], &["by"]),
            (r"^a[—–]b$", &["a–b"], &["ab"]),
            (r"^[_*·—–-]{2,}$", &["—–", "**"], &["—"]),
        ];
        for (shape, held, left) in cases {
            for text in held {
                assert!(Shape::new(shape).is_match(text), "{shape} {text}");
            }
            for text in left {
                assert!(!Shape::new(shape).is_match(text), "{shape} {text}");
            }
        }
    }
}
