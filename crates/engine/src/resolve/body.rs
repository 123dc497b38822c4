//! Names of bodies, places and other things: keys, acronyms, short forms.

use super::fold::key;
use super::lexicon::{COMPANY_WORDS, lexicon};

/// The key under which a name is looked up: the common one of well-known aliases, else its own.
pub(crate) fn common_key(name: &str) -> String {
    let own = key(name);
    match lexicon().alias(&own) {
        Some(common) => common.to_owned(),
        // "al-Zahra" and "Zahra" are one.
        None => match own.strip_prefix("al ") {
            Some(bare) if bare.len() > 3 => bare.to_owned(),
            _ => own,
        },
    }
}

/// Whether a name is written as an acronym: two to seven capitals, points allowed.
pub(crate) fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '&' | '/'));
    plain && (2..=7).contains(&letters) && capitals + 1 >= letters && capitals >= 2
}

/// Whether the acronym is made of the initials of the name, small words counted or not.
pub(crate) fn abbreviates(acronym: &str, name: &str) -> bool {
    const SMALL: [&str; 12] = ["of", "the", "for", "and", "in", "on", "to", "de", "la", "du", "des", "&"];
    let letters: String = key(acronym).chars().filter(|c| c.is_alphanumeric()).collect();
    let name = key(name);
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() < 2 || letters.chars().count() < 2 {
        return false;
    }
    let initial = |word: &&str| word.chars().next();
    let all: String = words.iter().filter_map(initial).collect();
    let long: String = words.iter().filter(|word| !SMALL.contains(*word)).filter_map(initial).collect();
    letters == all || letters == long || letters == without_country(&name, &long)
}

/// The initials without that of a leading country ("US National Weather Service": NWS).
fn without_country(name: &str, initials: &str) -> String {
    let first = name.split(' ').next().unwrap_or("");
    let rest = initials.get(1..).unwrap_or("");
    if lexicon().country(first).is_some() && rest.len() > 2 { rest.to_owned() } else { initials.to_owned() }
}

/// The key without company words at its end; the whole key where nothing else is left.
pub(crate) fn core(key: &str) -> &str {
    let mut core = key;
    while let Some((rest, last)) = core.rsplit_once(' ') {
        if !COMPANY_WORDS.contains(last) {
            break;
        }
        core = rest;
    }
    core
}

/// The key without a leading country or its adjective ("us state department": "state department").
pub(crate) fn without_leading_country(key: &str) -> Option<&str> {
    let (first, rest) = key.split_once(' ')?;
    (rest.contains(' ') && lexicon().country(first).is_some()).then_some(rest)
}

/// How a shorter name of a body relates to a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shortening {
    /// Only a company word or a leading country is left out.
    Certain,
    /// One word of it, or its beginning ("the Observatory"): needs that nothing else fits.
    Possible,
}

/// Whether `short` (a key) is a short form of `long` (a key).
pub(crate) fn shortens(short: &str, long: &str) -> Option<Shortening> {
    if short == long || short.len() < 3 || short.len() >= long.len() {
        return None;
    }
    if core(long) == core(short) || without_leading_country(long) == Some(short) {
        return Some(Shortening::Certain);
    }
    let l = lexicon();
    if l.country(short).is_some() || l.is_title(short) || l.alias(short).is_some() {
        return None;
    }
    let starts = long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    let head = before_preposition(long);
    let ends = |whole: &str| whole.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
    let words = short.split(' ').count();
    let is_generic = [
        "islamic",
        "national",
        "new",
        "state",
        "royal",
        "general",
        "united",
        "american",
        "north",
        "south",
        "east",
        "west",
        "saint",
        "san",
        "first",
        "great",
        "people",
        "international",
    ]
    .contains(&short);
    if is_generic || l.country(long.split(' ').next().unwrap_or("")).is_some() && starts && words == 1 {
        return None;
    }
    (starts || ends(head) || ends(long) && words > 1).then_some(Shortening::Possible)
}

/// The name up to its first preposition ("Syrian Observatory" of "... for Human Rights").
fn before_preposition(key: &str) -> &str {
    let cut = [" for ", " of ", " on ", " in ", " to ", " against ", " and "];
    cut.iter().filter_map(|word| key.find(word)).min().and_then(|at| key.get(..at)).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms() {
        assert!(is_acronym("ICRC") && is_acronym("U.N.") && is_acronym("MoD"));
        assert!(!is_acronym("Iran") && !is_acronym("I"));
        assert!(abbreviates("ICRC", "International Committee of the Red Cross"));
        assert!(abbreviates("NWS", "US National Weather Service"));
        assert!(!abbreviates("NWS", "National Rowing Society"));
    }

    #[test]
    fn short_forms() {
        assert_eq!(shortens("harbour lines", "harbour lines inc"), Some(Shortening::Certain));
        assert_eq!(shortens("state department", "us state department"), Some(Shortening::Certain));
        assert_eq!(shortens("observatory", "marsan observatory for sea birds"), Some(Shortening::Possible));
        assert_eq!(shortens("islamic", "islamic resistance in iraq"), None);
        assert_eq!(shortens("iraq", "islamic resistance in iraq"), None);
        assert_eq!(shortens("iran", "tigran"), None);
    }

    #[test]
    fn well_known_aliases_share_a_key() {
        assert_eq!(common_key("the U.S."), common_key("America"));
        assert_ne!(common_key("Islamic State"), common_key("Islamic Resistance in Iraq"));
    }
}
