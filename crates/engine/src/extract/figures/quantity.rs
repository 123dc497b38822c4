//! The number of a figure: value, bounds, hedge, ranges, percent and money; and which numbers
//! are no figures.

use super::super::atoms::Atoms;
use super::super::numbers::{self, number};
use super::words::Words;
use model::Upos;

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
    if (!one.money && excluded(w, i, one.end)) || one.value > 1e15 {
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

/// Numbers that count nothing: ages, codes, addresses, ordinals, telephone numbers.
fn excluded(w: &Words<'_>, i: usize, end: usize) -> bool {
    let a = w.a;
    let parent = i > 1
        && a.is(i - 1, "of")
        && a.any(
            i - 2,
            &["father", "mother", "parent", "parents", "dad", "mom", "grandmother", "grandfather"],
        );
    let emergency = a.any(i, &["911", "999", "112"]) && i > 0 && !w.is_noun(end);
    if parent || emergency {
        return true;
    }
    glued_code(a, i, end) || age(w, i, end) || address(a, i, end) || named(w, i, end) || pronoun(w, i, end)
}

/// "F-16", "A320", "21st", "555-0100", "10:30".
fn glued_code(a: &Atoms<'_>, i: usize, end: usize) -> bool {
    let before = i > 0 && a.glued(i);
    if before
        && (a.is_word(i - 1) || a.any(i - 1, &["-", "–", "/", ":", ".", "#", "@", "_", "&"]))
        && !spaced_dash(a, i - 1)
    {
        return true;
    }
    let ordinal = a.glued(end) && a.any(end, &["st", "nd", "rd", "th"]);
    let clock = a.glued(end) && a.any(end, &[":", "/", "@", "_"]) && a.glued(end + 1);
    let digits = a.digits(i).is_some();
    let telephone = digits
        && a.dash(end)
        && a.glued(end)
        && a.digits(end + 1).is_some_and(|run| {
            run.len() >= 3 && a.digits(i).is_some_and(|first| first.len() == 3) && !a.is(end + 2, ",")
        });
    let bracketed =
        digits && a.is(end, ")") && a.digits(end + 1).is_some_and(|run| run.len() == 3) && a.dash(end + 2);
    // "20s", "6ABC", "4x4"; "100mph" is a figure.
    let letters = a.glued(end) && a.is_word(end) && digits && !super::unit::measure(a.lower(end));
    let dotted = digits && a.is(end, ".") && a.glued(end) && a.digits(end + 1).is_some() && a.glued(end + 1);
    let one = a.lower(i);
    let fraction = matches!(one, "one" | "two" | "three" | "four") && (a.hyphen(end) || !a.glued(end)) && {
        let at = if a.hyphen(end) { end + 1 } else { end };
        a.any(at, &["third", "thirds", "quarter", "quarters", "fifth", "fifths", "half", "tenth", "tenths"])
    };
    let toll_free = digits
        && a.hyphen(end)
        && (a.is_capital(end + 1)
            && a.lower(end + 1).len() > 2
            && a.written(end + 1) == a.written(end + 1).to_ascii_uppercase()
            || a.digits(end + 1).is_some_and(|run| run.len() == 3) && a.hyphen(end + 2));
    ordinal || clock || telephone || bracketed || letters || fraction || dotted || toll_free
}

/// A dash that is glued to both its words ("Baghdad—12 dead") joins no code.
fn spaced_dash(a: &Atoms<'_>, i: usize) -> bool {
    a.is(i, "—") || a.is(i, "–") && !a.glued(i)
}

/// "34-year-old", "aged 34", ", 34,".
fn age(w: &Words<'_>, i: usize, end: usize) -> bool {
    let a = w.a;
    let unit = if a.hyphen(end) { end + 1 } else { end };
    if a.any(unit, &["year", "years", "month", "months", "week", "weeks", "day", "days", "yr"]) {
        return true;
    }
    if i > 0
        && (a.any(i - 1, &["aged", "age", "ages"])
            || a.is(i - 1, "of") && i > 1 && a.any(i - 2, &["age", "ages"]))
    {
        return true;
    }
    let name = i > 1 && w.upos(i - 2) == Upos::PROPN;
    let apposition = i > 0
        && a.is(i - 1, ",")
        && (a.any(end, &[",", ".", ";", ")", "who", "was"]) || a.is(end, "and") || a.is(end, "of"));
    let bracketed = i > 0 && a.is(i - 1, "(") && a.is(end, ")");
    name && a.digits(i).is_some_and(|run| run.len() <= 2) && (apposition || bracketed)
}

/// "1900 block", "14 Harbour Street", "Route 66".
fn address(a: &Atoms<'_>, i: usize, end: usize) -> bool {
    const STREETS: [&str; 24] = [
        "street",
        "st",
        "avenue",
        "ave",
        "road",
        "rd",
        "boulevard",
        "blvd",
        "drive",
        "dr",
        "lane",
        "ln",
        "court",
        "ct",
        "place",
        "way",
        "highway",
        "parkway",
        "circle",
        "terrace",
        "trail",
        "pike",
        "square",
        "plaza",
    ];
    let block = if a.glued(end) && a.is(end, "th") { end + 1 } else { end };
    if a.any(block, &["block", "blocks"]) && a.digits(i).is_some_and(|run| run.len() >= 3) {
        return true;
    }
    a.digits(i).is_some()
        && (end..end + 5)
            .take_while(|&at| {
                a.is_capital(at)
                    || a.is(at, ".")
                    || a.digits(at).is_some()
                    || a.any(at, &["th", "nd", "rd", "st"])
            })
            .any(|at| a.any(at, &STREETS) && at > end)
}

/// "Flight 370", "No. 5", "Resolution 2254", "Apollo 11", "Group of 20", "Article 5".
fn named(w: &Words<'_>, i: usize, end: usize) -> bool {
    const BEFORE: [&str; 34] = [
        "no",
        "number",
        "numbers",
        "flight",
        "route",
        "highway",
        "interstate",
        "article",
        "section",
        "chapter",
        "page",
        "room",
        "exit",
        "gate",
        "channel",
        "level",
        "phase",
        "grade",
        "category",
        "day",
        "week",
        "version",
        "part",
        "unit",
        "station",
        "district",
        "ward",
        "class",
        "pier",
        "lot",
        "apartment",
        "suite",
        "route",
        "bus",
    ];
    let a = w.a;
    let Some(before) = i.checked_sub(1) else { return false };
    let at = if a.is(before, ".") && before > 0 { before - 1 } else { before };
    if a.any(at, &BEFORE) && !(a.is(at, "no") && before == at) && (before == at || a.any(at, &["no"])) {
        return true;
    }
    if a.is(before, "of") && before > 0 && a.is(before - 1, "group") && a.is_capital(before - 1) {
        return true;
    }
    let noun =
        w.is_noun(end) && !a.is_capital(end) || matches!(w.upos(end), Upos::ADJ | Upos::VERB | Upos::AUX);
    a.digits(i).is_some()
        && w.upos(before) == Upos::PROPN
        && a.is_capital(before)
        && a.is_word(before)
        && !noun
        && !w.is_timed(before)
        && !capitals(a, before)
}

/// Whether the words around are a headline in capitals, where capitals tell nothing.
fn capitals(a: &Atoms<'_>, i: usize) -> bool {
    let run: Vec<_> = (i.saturating_sub(3)..i + 5).filter(|&at| a.is_word(at)).collect();
    run.len() >= 5 && run.iter().all(|&at| a.is_capital(at))
}

/// "one another", "no one", "one of the", "one day".
fn pronoun(w: &Words<'_>, i: usize, end: usize) -> bool {
    let a = w.a;
    if !a.is(i, "one") || end != i + 1 {
        return false;
    }
    if i > 0
        && a.any(
            i - 1,
            &[
                "no", "the", "this", "that", "any", "every", "each", "some", "which", "only", "another",
                "day", "big", "new", "first", "last", "number",
            ],
        )
    {
        return true;
    }
    a.any(
        end,
        &[
            "day",
            "time",
            "thing",
            "way",
            "another",
            "another's",
            "such",
            "can",
            "could",
            "must",
            "might",
            "hand",
            "reason",
            "side",
            "-",
            "'",
            "’",
            "or",
            "by",
            "to",
            "point",
            "minute",
            "week",
            "month",
            "year",
        ],
    ) || (a.is(end, "of") && !a.any(end + 1, &["them", "whom"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Document;

    /// Value, bounds and unit.
    type Read = (Option<f64>, Option<f64>, Option<f64>, Option<&'static str>);

    fn read(text: &str, word: &str) -> Option<Read> {
        let a = Atoms::new(text);
        let document = Document::default();
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
