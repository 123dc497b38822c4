//! The number of a figure: value, bounds, hedge, ranges, percent and money.

use super::super::atoms::Atoms;
use super::super::numbers::{self, number};
use super::nothing_counted::counts_nothing;
use super::words::Words;

/// A number with its hedge.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    /// First piece, with the hedge.
    pub(super) start: usize,
    /// The first piece of the number itself.
    pub(super) number: usize,
    /// The piece behind it.
    pub(super) end: usize,
    pub(super) value: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) approximate: bool,
    /// The hedging words: first piece and the piece behind.
    pub(super) hedge: Option<(usize, usize)>,
    /// What is counted, where the number says it: "dollars", "percent".
    pub(super) unit: Option<&'static str>,
}

impl Quantity {
    /// A plain number.
    pub(super) fn exact(start: usize, end: usize, value: f64) -> Self {
        Self {
            start,
            number: start,
            end,
            value: Some(value),
            low: None,
            high: None,
            approximate: false,
            hedge: None,
            unit: None,
        }
    }
}

/// A quantity whose number begins at piece `i`.
pub(super) fn quantity(w: &Words<'_>, i: usize) -> Option<Quantity> {
    let a = w.a;
    if w.is_timed(i) {
        return None;
    }
    if let Some(found) = vague(w, i) {
        return Some(found);
    }
    let one = amount(a, i)?;
    if (!one.money && counts_nothing(w, i, one.end)) || one.value > 1e15 {
        return None;
    }
    let mut found = Quantity {
        start: i,
        number: i,
        end: one.end,
        value: Some(one.value),
        low: None,
        high: None,
        approximate: a.any(i, &["dozen", "half", "couple"])
            || a.any(i + 1, &["dozen", "couple", "hundred", "thousand"]) && a.any(i, &["a", "an"]),
        hedge: None,
        unit: one.unit,
    };
    if let Some(two) = range(w, i, &one) {
        let low = if one.value < 20.0 && two.value >= 1000.0 && one.value * 1000.0 < two.value {
            one.value * 1000.0
        } else {
            one.value
        };
        let low = if two.scaled && !one.scaled && one.value < 1000.0 { one.value * two.factor } else { low };
        (found.value, found.low, found.high) = (None, Some(low), Some(two.value));
        found.end = two.end;
        found.unit = two.unit.or(one.unit);
    }
    hedged(a, &mut found);
    Some(found)
}

/// One amount: a number with its sign of money or percent.
#[derive(Clone, Copy, Debug)]
struct Amount {
    value: f64,
    end: usize,
    unit: Option<&'static str>,
    money: bool,
    scaled: bool,
    factor: f64,
}

fn amount(a: &Atoms<'_>, i: usize) -> Option<Amount> {
    let (at, sign) = match currency(a, i) {
        Some((behind, sign)) => (behind, Some(sign)),
        None => (i, None),
    };
    let n = if a.is(at, "couple") || (a.is(at, "a") && a.is(at + 1, "couple")) {
        let end = if a.is(at, "a") { at + 2 } else { at + 1 };
        if !a.any(end, &["of", "hundred", "thousand", "dozen", "more"]) {
            return None;
        }
        numbers::Number { value: 2.0, end: if a.is(end, "of") { end + 1 } else { end }, digits: false }
    } else {
        number(a, at)?
    };
    let (mut value, mut end) = (n.value, n.end);
    let mut factor = numbers::scale(a.lower(end.saturating_sub(1))).unwrap_or(1.0);
    // "$5m", "£2bn", "40k".
    if a.glued(end) {
        let letter = match a.lower(end) {
            "m" if sign.is_some() => 1e6,
            "b" if sign.is_some() => 1e9,
            "k" => 1e3,
            _ => 1.0,
        };
        if letter > 1.0 {
            (value, end, factor) = (value * letter, end + 1, letter);
        }
    }
    let (unit, end) = match sign {
        Some(sign) => (Some(sign), end),
        None => percent(a, end).map_or((None, end), |end| (Some("percent"), end)),
    };
    Some(Amount { value, end, unit, money: sign.is_some(), scaled: factor > 12.0, factor })
}

/// A sign of money and the piece behind it.
fn currency(a: &Atoms<'_>, i: usize) -> Option<(usize, &'static str)> {
    // "US$", "C$", "A$".
    let at = if a.any(i, &["us", "c", "a", "hk", "nz", "s"]) && a.is(i + 1, "$") && a.glued(i + 1) {
        i + 1
    } else {
        i
    };
    let sign = match a.lower(at) {
        "$" => "dollars",
        "£" => "pounds",
        "€" => "euros",
        "¥" => "yen",
        "₹" => "rupees",
        _ => return None,
    };
    Some((at + 1, sign))
}

/// Behind "%", "percent", "per cent", "percentage points".
fn percent(a: &Atoms<'_>, i: usize) -> Option<usize> {
    match a.lower(i) {
        "%" => Some(i + 1),
        "percent" | "pct" => Some(i + 1),
        "per" if a.is(i + 1, "cent") => Some(i + 2),
        "percentage" if a.any(i + 1, &["point", "points"]) => Some(i + 2),
        "-" if a.hyphen(i) && a.is(i + 1, "percent") => Some(i + 2),
        _ => None,
    }
}

/// The upper end of a range: "between 5 and 7", "20 to 30", "10-12".
fn range(w: &Words<'_>, i: usize, one: &Amount) -> Option<Amount> {
    let a = w.a;
    let between = i > 0 && a.is(i - 1, "between");
    let from = i > 0 && a.is(i - 1, "from");
    let joined = (a.any(one.end, &["to"]) && !from)
        || (between && a.any(one.end, &["and", "to"]))
        || (a.any(one.end, &["-", "–"]) && a.glued(one.end) && a.glued(one.end + 1))
        || (a.any(one.end, &["or"]) && !one.money && one.value < 13.0);
    if !joined {
        return None;
    }
    let two = amount(a, one.end + 1)?;
    // "fell 1 percent to $254" is no range.
    if one.unit != two.unit && one.unit.is_some() && !(between && one.money) {
        return None;
    }
    let order = two.value > one.value || two.scaled && two.value * 1000.0 > one.value;
    // "3-0", "224-194" and "2 to 1" are scores; "1-2-3" is a code.
    let code = a.any(two.end, &["-", "–"]) && a.glued(two.end) && a.digits(two.end + 1).is_some();
    (order && !code && two.value > 0.0).then_some(two)
}

/// Takes the hedging words around a quantity into it.
fn hedged(a: &Atoms<'_>, q: &mut Quantity) {
    let point = q.value;
    if q.number > 0 && q.value.is_none() && a.any(q.number - 1, &["between"]) {
        q.start = q.number - 1;
    }
    if let Some((length, bound)) = before(a, q.start) {
        q.start -= length;
        q.hedge = Some((q.start, q.start + length));
        q.approximate = true;
        match bound {
            Bound::Low => q.low = q.low.or(point),
            Bound::High => q.high = q.high.or(point),
            Bound::About => {}
        }
    }
    let behind = a
        .all(q.end, &["or", "more"])
        .map(|end| (end, Bound::Low))
        .or_else(|| a.all(q.end, &["or", "so"]).map(|end| (end, Bound::About)));
    let plus = a.is(q.end, "+") && a.glued(q.end) || a.hyphen(q.end) && a.is(q.end + 1, "plus");
    if let Some((end, bound)) = behind {
        q.hedge = q.hedge.or(Some((q.end, end)));
        q.approximate = true;
        q.end = end;
        if bound == Bound::Low {
            q.low = q.low.or(point);
        }
    } else if plus {
        q.end += if a.is(q.end, "+") { 1 } else { 2 };
        q.approximate = true;
        q.low = q.low.or(point);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Low,
    High,
    About,
}

/// The hedge that ends in front of piece `i`: how many pieces, and which bound it sets.
fn before(a: &Atoms<'_>, i: usize) -> Option<(usize, Bound)> {
    const HEDGES: [(&[&str], Bound); 44] = [
        (&["at", "least"], Bound::Low),
        (&["no", "fewer", "than"], Bound::Low),
        (&["no", "less", "than"], Bound::Low),
        (&["not", "less", "than"], Bound::Low),
        (&["no", "more", "than"], Bound::High),
        (&["not", "more", "than"], Bound::High),
        (&["well", "over"], Bound::Low),
        (&["just", "over"], Bound::Low),
        (&["just", "under"], Bound::High),
        (&["just", "below"], Bound::High),
        (&["slightly", "more", "than"], Bound::Low),
        (&["more", "than"], Bound::Low),
        (&["fewer", "than"], Bound::High),
        (&["less", "than"], Bound::High),
        (&["upwards", "of"], Bound::Low),
        (&["in", "excess", "of"], Bound::Low),
        (&["as", "many", "as"], Bound::High),
        (&["as", "much", "as"], Bound::High),
        (&["as", "high", "as"], Bound::High),
        (&["as", "few", "as"], Bound::Low),
        (&["up", "to"], Bound::High),
        (&["at", "most"], Bound::High),
        (&["a", "maximum", "of"], Bound::High),
        (&["a", "minimum", "of"], Bound::Low),
        (&["close", "to"], Bound::About),
        (&["an", "estimated"], Bound::About),
        (&["in", "the", "region", "of"], Bound::About),
        (&["over"], Bound::Low),
        (&["exceed"], Bound::Low),
        (&["exceeding"], Bound::Low),
        (&["exceeds"], Bound::Low),
        (&["exceeded"], Bound::Low),
        (&["under"], Bound::High),
        (&["below"], Bound::High),
        (&["above"], Bound::Low),
        (&["some"], Bound::About),
        (&["about"], Bound::About),
        (&["around"], Bound::About),
        (&["roughly"], Bound::About),
        (&["approximately"], Bound::About),
        (&["nearly"], Bound::About),
        (&["almost"], Bound::About),
        (&["circa"], Bound::About),
        (&["estimated"], Bound::About),
    ];
    HEDGES.iter().find_map(|(words, bound)| {
        let start = i.checked_sub(words.len())?;
        a.all(start, words).map(|_| (words.len(), *bound))
    })
}

/// "dozens of", "scores of", "hundreds of", "tens of thousands of".
fn vague(w: &Words<'_>, i: usize) -> Option<Quantity> {
    const WORDS: [&str; 6] = ["dozens", "scores", "hundreds", "thousands", "millions", "billions"];
    let a = w.a;
    let (first, mut end) = if a.any(i, &["tens", "hundreds"]) && a.is(i + 1, "of") && a.any(i + 2, &WORDS) {
        (i, i + 3)
    } else if a.any(i, &WORDS) {
        (i, i + 1)
    } else {
        return None;
    };
    let bare = end;
    if a.is(end, "of") {
        end += 1;
    } else if !a.any(end, &["more", "were", "have", "are", "killed", "dead", "injured", "wounded", "missing"])
    {
        return None;
    }
    let hedge = Some((first, bare));
    Some(Quantity {
        start: i,
        number: i,
        end,
        value: None,
        low: None,
        high: None,
        approximate: true,
        hedge,
        unit: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Annotation;

    /// Value, bounds and unit.
    type Read = (Option<f64>, Option<f64>, Option<f64>, Option<&'static str>);

    fn read(text: &str, word: &str) -> Option<Read> {
        let a = Atoms::new(text);
        let document = Annotation::default();
        let w = Words::new(&a, &document, &[]);
        let at = (0..a.len()).find(|&i| a.written(i) == word)?;
        quantity(&w, at).map(|q| (q.value, q.low, q.high, q.unit))
    }

    #[test]
    fn reads_bounds_and_ranges() {
        assert_eq!(read("at least 12 sailors", "12"), Some((Some(12.0), Some(12.0), None, None)));
        assert_eq!(read("up to 1,000 sheep", "1"), Some((Some(1000.0), None, Some(1000.0), None)));
        assert_eq!(read("between 5 and 7 boats", "5"), Some((None, Some(5.0), Some(7.0), None)));
        assert_eq!(read("20-30 boats", "20"), Some((None, Some(20.0), Some(30.0), None)));
        assert_eq!(read("5-6,000 visitors", "5"), Some((None, Some(5000.0), Some(6000.0), None)));
        assert_eq!(
            read("between $1 billion to $3 billion", "$"),
            Some((None, Some(1e9), Some(3e9), Some("dollars")))
        );
        assert_eq!(read("between 8% and 15.5%", "8"), Some((None, Some(8.0), Some(15.5), Some("percent"))));
        assert_eq!(read("fined £2.5m", "£"), Some((Some(2.5e6), None, None, Some("pounds"))));
    }

    #[test]
    fn leaves_codes_and_ages_alone() {
        for (text, word) in [
            ("an F-16 jet", "16"),
            ("the 21st boat", "21"),
            ("a 34-year-old man", "34"),
            ("aged 34", "34"),
            ("call 555-0100 now", "555"),
            ("the 1900 block of Elm Street", "1900"),
            ("14 Elm Street", "14"),
            ("flight 370 left", "370"),
            ("one another", "one"),
        ] {
            assert_eq!(read(text, word), None, "{text}");
        }
    }
}
