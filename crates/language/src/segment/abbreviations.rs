//! Abbreviations that keep their full stop.

/// What may follow an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name or a number and never ends a sentence: "Gen.", "No.", "Jan.".
    Opens,
    /// May end a sentence: "U.S.", "Inc.", "a.m.".
    Either,
}

#[rustfmt::skip]
const OPENS: &[&str] = &[
    "adm", "amb", "art", "assoc", "asst", "atty", "ave", "brig", "bros", "c", "ca", "capt", "cf", "ch", "cllr", "cmdr", "col",
    "cpl", "ct", "cpt", "dep", "det", "dir", "dr", "drs", "e.g", "eg", "eq", "esp", "ex-gov", "ex-sen", "fig",
    "figs", "fr", "ft", "gen", "gov", "govs", "hon", "i.e", "insp", "lt", "maj", "messrs", "mgr", "mlle", "mme",
    "mr", "mrs", "ms", "msgr", "mt", "mx", "no", "nos", "op", "p.s", "pfc", "pp", "pres", "prof", "profs", "ps", "pt", "pvt",
    "rep", "reps", "rev", "rt", "sec", "sen", "sens", "sgt", "spc", "sr", "st", "ste", "supt", "v", "viz", "vol", "vols",
    "vs",
];

#[rustfmt::skip]
const EITHER: &[&str] = &[
    "a.k.a", "a.m", "al", "ala", "approx", "apr", "apt", "ariz", "ark", "aug", "blvd", "b.sc", "calif", "co", "colo",
    "conn", "corp", "dec", "del", "dept", "dist", "est", "etc", "ext", "feb", "fla", "fri", "gmbh", "govt", "ga", "ill", "inc",
    "incl", "ind", "intl", "jan", "jr", "jul", "jun", "kan", "ky", "la", "lb", "lbs", "llc", "ltd", "m.sc", "mar", "mass",
    "md", "mich", "min", "mins", "minn", "misc", "mo", "mont", "mon", "n.d", "natl", "neb", "nev", "nov", "oct", "okla",
    "ore", "oz", "p.m", "pa", "ph.d", "plc", "pty", "que", "rd", "sat", "sep", "sept", "sq", "sts", "tel", "temp", "tenn",
    "tex", "thu", "thur", "thurs", "tue", "tues", "univ", "va", "vt", "wash", "wed", "wis", "wyo", "yr", "yrs",
];

/// Abbreviations that are common words without a capital.
const CAPITAL_ONLY: &[&str] = &[
    "art", "ave", "col", "del", "dir", "fig", "gen", "hon", "ill", "ind", "mar", "mass", "miss", "mo", "mon",
    "ore", "pa", "pt", "rep", "sat", "sec", "wash", "wed", "ark", "kan", "fr", "det", "dep", "la", "ms",
    "ch", "ct", "ga", "rt", "st", "sen", "sun", "tex", "md", "va", "al", "ala", "co", "ps",
];

/// Abbreviations that are common words unless a number follows.
const BEFORE_NUMBER: &[&str] = &["c", "no", "nos", "art", "fig", "figs", "op", "min", "mar", "jun", "temp"];

/// Months and days: they keep the stop before a number or in the middle of a sentence.
const DATES: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat",
];

/// Whether `word`, which a full stop follows, is an abbreviation; `next` is the character after
/// the white space that follows the stop, where there is one.
pub(super) fn abbreviation(word: &str, next: Option<char>) -> Option<Abbreviation> {
    if word.len() > 64 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let lower = lower.as_str();
    if is_initials(word) {
        // "e.g." opens, single letters may end.
        let opens = word.contains('.') && OPENS.contains(&lower) && next.is_some();
        return Some(if opens { Abbreviation::Opens } else { Abbreviation::Either });
    }
    if word.len() > 7 {
        return None;
    }
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let number = next.is_some_and(|c| c.is_ascii_digit());
    if CAPITAL_ONLY.contains(&lower) && !capital && lower != "al" && lower != "co"
        || BEFORE_NUMBER.contains(&lower) && !number
    {
        return None;
    }
    if DATES.contains(&lower) && next.is_none() {
        return None;
    }
    if OPENS.contains(&lower) {
        return next.is_some().then_some(Abbreviation::Opens);
    }
    EITHER.contains(&lower).then_some(Abbreviation::Either)
}

/// Single letters with stops between: "U.S", "J", "a.m", "D.C".
fn is_initials(word: &str) -> bool {
    let mut parts = 0;
    let single = word.split('.').all(|part| {
        parts += 1;
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    });
    // One small letter alone is a word or a variable; one capital is an initial, save for "I".
    single && (parts > 1 || word.starts_with(char::is_uppercase) && word != "I")
}

#[cfg(test)]
mod tests {
    use super::{Abbreviation, abbreviation};

    #[test]
    fn tells_titles_from_words() {
        assert_eq!(abbreviation("Gen", Some('M')), Some(Abbreviation::Opens));
        assert_eq!(abbreviation("U.S", Some('H')), Some(Abbreviation::Either));
        assert_eq!(abbreviation("No", Some('1')), Some(Abbreviation::Opens));
        assert_eq!(abbreviation("No", Some('T')), None);
        assert_eq!(abbreviation("sat", Some('T')), None);
        assert_eq!(abbreviation("I", Some('w')), None);
        assert_eq!(abbreviation("port", None), None);
    }
}
