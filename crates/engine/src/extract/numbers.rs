//! Numbers in digits and in words, as times and figures share them.

use super::atoms::Atoms;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// What it is.
    pub(super) value: f64,
    /// The piece behind it.
    pub(super) end: usize,
    /// Whether it begins with digits.
    pub(super) digits: bool,
}

/// Reads a number that begins at piece `i`: "1,400", "1.2 million", "2 1/2", "twenty-one",
/// "two hundred and six", "a hundred", "half a million", "two dozen".
pub(super) fn number(a: &Atoms<'_>, i: usize) -> Option<Number> {
    if let Some((value, end)) = digits(a, i) {
        let (value, end) = scaled(a, value, end);
        return Some(Number { value, end, digits: true });
    }
    if let Some(end) = a.all(i, &["half", "a"]).filter(|&end| scale(a.lower(end)).is_some()) {
        let (value, end) = scaled(a, 0.5, end);
        return Some(Number { value, end, digits: false });
    }
    let (value, end) = if a.any(i, &["a", "an"]) && scale(a.lower(i + 1)).is_some() {
        if a.is(i + 2, "of") && !a.is(i + 1, "dozen") {
            return None;
        }
        words_after(a, 1.0, i + 1)?
    } else {
        words(a, i)?
    };
    Some(Number { value, end, digits: false })
}

/// Digits with groups, a decimal point or a fraction.
fn digits(a: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    let mut run = a.digits(i)?.to_owned();
    let mut end = i + 1;
    while run.len() <= 15 && a.is(end, ",") && a.glued(end) && a.glued(end + 1) {
        let Some(group) = a.digits(end + 1).filter(|group| group.len() == 3) else { break };
        run.push_str(group);
        end += 2;
    }
    if a.is(end, ".")
        && a.glued(end)
        && a.glued(end + 1)
        && let Some(decimals) = a.digits(end + 1)
    {
        run.push('.');
        run.push_str(decimals);
        end += 2;
    }
    let mut value: f64 = run.parse().ok()?;
    if let Some((part, behind)) = fraction(a, end).filter(|_| !run.contains('.')) {
        value += part;
        end = behind;
    }
    Some((value, end))
}

/// "1/2" or "½" behind a whole number.
fn fraction(a: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    match a.lower(i) {
        "½" => return Some((0.5, i + 1)),
        "¼" => return Some((0.25, i + 1)),
        "¾" => return Some((0.75, i + 1)),
        _ => {}
    }
    let at = if a.hyphen(i) { i + 1 } else { i };
    let joined = a.is(at + 1, "/") && a.glued(at + 1) && a.glued(at + 2) && (at > i || !a.glued(at));
    let (over, under) = (a.digits(at)?, a.digits(at + 2)?);
    if !joined || over.len() != 1 || under.len() != 1 {
        return None;
    }
    let (over, under): (f64, f64) = (over.parse().ok()?, under.parse().ok()?);
    (over < under).then_some((over / under, at + 3))
}

/// Multiplies by scale words behind a number.
fn scaled(a: &Atoms<'_>, mut value: f64, mut end: usize) -> (f64, usize) {
    loop {
        let at = if a.hyphen(end) { end + 1 } else { end };
        let Some(factor) = scale(a.lower(at)) else { return (value, end) };
        value *= factor;
        end = at + 1;
    }
}

/// A number in words.
fn words(a: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    let first = small(a.lower(i))?;
    let mut value = f64::from(first);
    let mut end = i + 1;
    if (20..100).contains(&first) && first % 10 == 0 {
        let at = if a.hyphen(end) { end + 1 } else { end };
        if let Some(unit) = small(a.lower(at)).filter(|&unit| unit > 0 && unit < 10) {
            value += f64::from(unit);
            end = at + 1;
        }
    }
    words_after(a, value, end)
}

/// Scale words, and what follows them, behind a small number.
fn words_after(a: &Atoms<'_>, value: f64, end: usize) -> Option<(f64, usize)> {
    let (mut value, mut end) = scaled(a, value, end);
    if value < 100.0 || value % 100.0 != 0.0 || a.is(end - 1, "dozen") {
        return Some((value, end));
    }
    let at = if a.is(end, "and") { end + 1 } else { end };
    if let Some((rest, behind)) =
        words(a, at).filter(|&(rest, _)| rest != 0.0 && (rest < value || a.is(end - 1, "hundred")))
    {
        // "a hundred | thirty million": the scale multiplies both.
        let scale = [1e9, 1e6, 1e3].into_iter().find(|&scale| rest >= scale);
        match scale.filter(|_| a.is(end - 1, "hundred")) {
            Some(scale) => value = value * scale + rest,
            None => value += rest,
        }
        end = behind;
    }
    Some((value, end))
}

/// The factor of a scale word.
pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mn" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

/// A number word below hundred.
pub(super) fn small(word: &str) -> Option<u8> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if !matches!(word.len(), 3..=9) {
        return None;
    }
    if let Some(at) = UNITS.iter().position(|&unit| unit == word) {
        return u8::try_from(at).ok();
    }
    TENS.iter().position(|&ten| ten == word).and_then(|at| u8::try_from(20 + 10 * at).ok())
}

/// An ordinal below hundred: "third", "21st", "twenty-first"; gives the piece behind it.
pub(super) fn ordinal(a: &Atoms<'_>, i: usize) -> Option<(u8, usize)> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(digits) = a.digits(i) {
        let ending = a.glued(i + 1) && a.any(i + 1, &["st", "nd", "rd", "th"]);
        return if ending { Some((digits.parse().ok()?, i + 2)) } else { None };
    }
    let one = |i: usize| {
        let at = WORDS.iter().position(|&word| a.is(i, word))?;
        u8::try_from(at + 1).ok()
    };
    match a.lower(i) {
        "thirtieth" => Some((30, i + 1)),
        "twenty" | "thirty" if a.hyphen(i + 1) => {
            let tens = if a.is(i, "twenty") { 20 } else { 30 };
            one(i + 2).filter(|&unit| unit < 10).map(|unit| (tens + unit, i + 3))
        }
        _ => one(i).map(|value| (value, i + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, usize)> {
        number(&Atoms::new(text), 0).map(|n| (n.value, n.end))
    }

    #[test]
    fn reads_digits_and_words() {
        for (text, value) in [
            ("1,400 men", 1400.0),
            ("1.2 million", 1.2e6),
            ("2 1/2 years", 2.5),
            ("2½ years", 2.5),
            ("twenty-one", 21.0),
            ("two hundred and six", 206.0),
            ("a hundred thirty million", 1.3e8),
            ("two hundred fifty thousand", 2.5e5),
            ("three thousand five hundred", 3500.0),
            ("half a million", 5e5),
            ("two dozen boats", 24.0),
            ("a dozen", 12.0),
            ("a hundred and five", 105.0),
        ] {
            assert_eq!(read(text).map(|n| n.0), Some(value), "{text}");
        }
    }

    #[test]
    fn leaves_other_words_alone() {
        for text in ["a boat", "hundreds of", "only", "tenant", "a hundred of them"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("12, 400").map(|n| n.1), Some(1), "a list is no group of digits");
    }

    #[test]
    fn reads_ordinals() {
        let of = |text: &str| ordinal(&Atoms::new(text), 0).map(|(value, _)| value);
        assert_eq!(of("third"), Some(3));
        assert_eq!(of("21st"), Some(21));
        assert_eq!(of("twenty-first"), Some(21));
        assert_eq!(of("21 st"), None);
    }
}
