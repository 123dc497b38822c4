//! The names in a byline: "By ANN VALE and Tom Reed, Harbour correspondent" is two people.

use super::name_words::{
    NO_PERSON, NOBODY, OPENINGS, OTHERS, PARTICLES, is_date, is_degree, is_end, is_month,
};
use super::plain::plain;
use super::words::key;

/// Whether a line may begin a byline: "By", "By Ann", "Von Ann", "Written by: Ann".
pub(super) fn begins_byline(line: &str) -> bool {
    let Some(rest) = after_opening(line) else { return false };
    let first = rest.chars().next();
    first.is_none_or(|c| c.is_uppercase() || !c.is_ascii() && c.is_alphabetic())
}

/// Whether the line is "By" and its like alone.
pub(super) fn is_opening(line: &str) -> bool {
    after_opening(line).is_some_and(str::is_empty)
}

/// Whether the line names somebody who worked on it without writing it: "Reviewed by Ann Vale".
pub(super) fn is_other(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    OTHERS.iter().any(|other| line.get(..other.len()).is_some_and(|head| head.eq_ignore_ascii_case(other)))
}

/// The line without "By" and its like; `None` where it has none.
fn after_opening(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['–', '—', '-', '|', '•', ' ']);
    let first = line.bytes().next()?.to_ascii_lowercase();
    // Every line of a page is asked.
    let opening =
        OPENINGS.iter().filter(|opening| opening.bytes().next() == Some(first)).find(|opening| {
            let head = line.get(..opening.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(opening))
                && line
                    .get(opening.len()..)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '\u{a0}']))
        })?;
    line.get(opening.len()..).map(|rest| rest.trim_start_matches([' ', ':', '\u{a0}']))
}

/// The names in the text of a byline, or in a value that holds authors.
pub(crate) fn names(text: &str) -> Vec<String> {
    let text = plain(text);
    let mut rest = text.as_str();
    while let Some(after) = after_opening(rest) {
        rest = after;
    }
    if is_address(rest) || is_other(rest) {
        return Vec::new();
    }
    let without = without_brackets(rest);
    let mut names: Vec<String> = Vec::new();
    for (index, part) in parts(&without).into_iter().enumerate() {
        let Some(name) = name(part) else { continue };
        // After the first name come roles and towns as well as names.
        if index > 0 && !is_person(&name) && !(names.len() == 1 && index == 1 && is_given_name(&name, &names))
        {
            continue;
        }
        if !names.iter().any(|known| key(known) == key(&name)) {
            names.push(name);
        }
    }
    names
}

/// "Vale, Ann" of catalogues, the right way round.
pub(crate) fn turned(text: &str) -> String {
    match text.split_once(',') {
        Some((last, first)) if !first.contains(',') && !last.trim().contains(' ') => {
            format!("{} {}", first.trim(), last.trim())
        }
        _ => text.to_owned(),
    }
}

/// Whether it looks like the full name of a person.
pub(crate) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let cased = name.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    if !cased {
        return (2..=12).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic);
    }
    let like = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(word);
    let other = |part: &str| NO_PERSON.binary_search(&part.to_lowercase().as_str()).is_ok();
    // "Editor-at-large" is a role, "Anne-Marie" a name.
    let other = |word: &&str| word.split('-').any(other);
    (2..=5).contains(&words.len())
        && words.iter().all(like)
        && !words.iter().any(other)
        && !name.contains(|c: char| c.is_numeric() || matches!(c, '@' | '!' | '?' | ':'))
}

/// "Maria and Tom": a first name beside another.
fn is_given_name(name: &str, names: &[String]) -> bool {
    let one = |name: &str| !name.contains(' ') && name.starts_with(char::is_uppercase);
    one(name) && names.iter().all(|name| one(name))
}

/// Addresses of the web and of mail, and handles.
fn is_address(text: &str) -> bool {
    let mail = text.contains('@') && !text.contains(' ');
    text.contains("://") || text.starts_with("www.") || text.starts_with('/') || mail
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let keep = |c: &char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    text.chars().filter(keep).collect()
}

/// The text between commas, "and" and their like.
fn parts(text: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = vec![text];
    for between in [";", " | ", "|", " • ", "•", " · ", " – ", " — ", " - ", " / ", "\u{2028}", ","]
    {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    for between in [" and ", " AND ", " And ", " & ", " und ", " et ", " y ", " with "] {
        parts = parts.into_iter().flat_map(|part| split_people(part, between)).collect();
    }
    let leading = |part: &&str| {
        ["and ", "AND ", "& ", "with ", "und "]
            .iter()
            .find_map(|word| part.trim_start().strip_prefix(word).map(str::len))
    };
    let cut = |part| leading(&part).and_then(|len| part.get(part.len() - len..)).unwrap_or(part);
    parts.into_iter().map(cut).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Cut at the word where people, or first names, stand on both sides; "Salt & Wind" stays.
fn split_people<'t>(part: &'t str, between: &str) -> Vec<&'t str> {
    let sides: Vec<&str> = part.split(between).collect();
    let words = |side: &str| side.trim().split(' ').count();
    let loose = between == " & " && sides.iter().all(|side| words(side) == 1);
    let institution = part.contains(" for ") || part.contains(" of ");
    if sides.len() < 2 || loose || institution && !sides.iter().any(|side| is_person(side.trim())) {
        return vec![part];
    }
    sides
}

/// One name without what follows it: place, outlet, date, degree.
fn name(part: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for word in part.split(' ').filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let tail = matches!(lower.as_str(), "for" | "in" | "at" | "from" | "of" | "on" | "via" | "special");
        if tail && words.len() >= 2 && is_person(&words.join(" "))
            || is_end(&lower) && (!words.is_empty() || !is_month(&lower))
        {
            break;
        }
        // Handles and addresses of mail.
        if word.contains('@') {
            break;
        }
        words.push(word);
    }
    while words.last().is_some_and(|word| is_degree(word) || key(word).is_empty()) && words.len() > 1 {
        words.pop();
    }
    let name = words.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '®' | '\'' | '’'));
    let name = name.trim_start_matches(['.', '\'', '’']);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let short = name.chars().count() <= 60 && name.split(' ').count() <= 7;
    let nobody = NOBODY.contains(&key(name).as_str());
    (letters >= 2 && short && !nobody && !is_date(name) && !is_address(name)).then(|| cased(name))
}

/// A name in capitals gets small letters.
fn cased(name: &str) -> String {
    let shouted = name.contains(' ')
        && !name.contains(char::is_lowercase)
        && name
            .split(' ')
            .all(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1 || word.ends_with('.'));
    if !shouted || !is_person(name) {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    let mut start = true;
    for c in name.chars() {
        if start {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        start = !c.is_alphabetic() || start && out.ends_with("Mc");
        if out.ends_with("Mc") && out.chars().rev().nth(2).is_none_or(|before| !before.is_alphabetic()) {
            start = true;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_in_bylines() {
        let cases: [(&str, &[&str]); 22] = [
            ("By Ann Vale", &["Ann Vale"]),
            ("By ANN VALE and TOM O'MOOR, Harbour correspondents", &["Ann Vale", "Tom O'Moor"]),
            ("Written by: Ann Vale, PhD, Tom Reed & Li Moor", &["Ann Vale", "Tom Reed", "Li Moor"]),
            ("Ann Vale For Harbour.Example", &["Ann Vale"]),
            ("By Ann Vale in Marsa", &["Ann Vale"]),
            ("by Ann Vale March 5, 2024", &["Ann Vale"]),
            ("Ann Vale | Harbour News | Published 5 March", &["Ann Vale"]),
            ("Von Ann Vale und Tom Reed", &["Ann Vale", "Tom Reed"]),
            ("Maria and Tom", &["Maria", "Tom"]),
            ("Centre for Tides and Harbours", &["Centre for Tides and Harbours"]),
            ("Salt & Wind", &["Salt & Wind"]),
            ("Harbour Post Staff", &["Harbour Post Staff"]),
            ("https://example.org/ann", &[]),
            ("ann@example.org", &[]),
            ("admin", &[]),
            ("5 March 2024", &[]),
            ("April 25, 2024", &[]),
            ("Reviewed by Ann Vale", &[]),
            ("By", &[]),
            ("Analysis by Ann-Marie Vale, HPN Editor-at-large", &["Ann-Marie Vale"]),
            ("This post was written by Ann Vale", &["Ann Vale"]),
            ("Ann Vale ann@example.org", &["Ann Vale"]),
        ];
        for (line, wanted) in cases {
            assert_eq!(names(line), wanted, "{line}");
        }
    }

    #[test]
    fn names_of_catalogues() {
        assert_eq!(turned("Vale, Ann"), "Ann Vale");
        assert_eq!(turned("Ann Vale, Tom Reed"), "Ann Vale, Tom Reed");
    }

    #[test]
    fn where_a_byline_begins() {
        assert!(begins_byline("By Ann Vale") && begins_byline("By") && begins_byline("Written by: Ann"));
        assert!(!begins_byline("by the sea") && !begins_byline("Byron Vale") && !begins_byline("Bypass"));
    }
}
