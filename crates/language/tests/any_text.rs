//! Any text gives exact spans, whole sentences and trees, in time and memory that grow with its length.

use language::{Document, English, Span};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static ENGLISH: LazyLock<English> = LazyLock::new(English::new);

/// What is mutated: a bit of everything that stands in reports.
const REPORT: &str = "\
FERRY RUNS AGROUND: 17 HURT, OWNER SAYS ‘SORRY’
MARSA, 3 March (Coastal News)—The ferry Astrid Lund ran aground two miles off Marsa at 5:30 p.m. on Tuesday, \
injuring 17 people, the U.S. coastguard said. “We can’t sail,” Gen. Omar al-Rashidi told Harbour Post. “Nobody \
was… killed.” Dr. Ann P. Loy-Moe (of St. Magnus’ hospital) wouldn't say more than: “No. 10 isn't safe!” He'd've \
paid $1,250,000.50, she added — or 12% of Marlow Inc.'s debt.

• See https://harbour.example/a?b=1, write to desk@marsa.example. #storm 👍🏽
By I. Writer and A.N. Other/Bay News; the International Committee of the Red Cross (ICRC) contributed.";

/// Every character that is no white space lies in one token, every token in its sentence; every
/// sentence is a tree; names are whole tokens.
fn check(text: &str) -> Document {
    let document = ENGLISH.read(text);
    let mut end = 0;
    for token in document.tokens() {
        let span = token.span();
        assert!(span.start >= end && !span.is_empty(), "tokens in order");
        assert!(!token.text().is_empty(), "tokens on character boundaries");
        assert!(text[end..span.start].trim().is_empty(), "nothing is left out");
        end = span.end;
        assert!(token.sentence().span().contains(span));
        assert!(token.head().is_none_or(|head| head.sentence().index() == token.sentence().index()));
        assert_eq!(token.head().is_none(), token.relation() == "root");
    }
    assert!(text[end..].trim().is_empty());
    for sentence in document.sentences() {
        assert_eq!(sentence.tokens().filter(|token| token.head().is_none()).count(), 1, "one root");
    }
    let mut end = 0;
    for name in document.names() {
        let (first, last) = (name.tokens().next(), name.tokens().last());
        assert!(name.span().start >= end, "names in order");
        assert_eq!(first.map(|token| token.span().start), Some(name.span().start), "names are whole tokens");
        assert_eq!(last.map(|token| token.span().end), Some(name.span().end), "names are whole tokens");
        end = name.span().end;
    }
    document
}

proptest! {
    #[test]
    fn any_characters(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn what_texts_are_made_of(parts in prop::collection::vec(
        prop::sample::select(vec![
            "Marsa", "’s", "n't", "'", "\"", "“", "”", ".", "...", "U.S.", "No", "1", ",", "-", "--", " ", " ", "\n", "(", ")",
            "co", "www.", "@", "://", "é", "e\u{301}", "👍🏽", "\u{200D}", "\u{202E}", "שלום", "$", "%", "am", "\u{A0}", "\0",
            "<", "+", "'n'", "tis", ":-)", "•", "==========", "w/o", "al-", "?", "Inc.",
        ]), 0..60)) {
        check(&parts.concat());
    }

    #[test]
    fn a_report_with_something_wrong_in_it(changes in prop::collection::vec(
        (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_u8, any::<char>()), 1..20)) {
        let mut text: Vec<char> = REPORT.chars().collect();
        for (at, other, change, new) in changes {
            let (at, other) = (at.index(text.len()), other.index(text.len()));
            match change {
                0 => { text.remove(at); }
                1 => text[at] = new,
                2 => text.insert(at, new),
                _ => { let moved = text[at.min(other)..at.max(other)].to_vec(); text.splice(at..at, moved); }
            }
            text.truncate(3_000);
            if text.is_empty() { break; }
        }
        check(&text.into_iter().collect::<String>());
    }
}

proptest! {
    #[test]
    fn blocks_that_do_not_fit_the_text_are_passed_over(
        spans in prop::collection::vec((0..900_usize, 0..900_usize), 0..6)) {
        let blocks: Vec<Span> = spans.into_iter().map(|(start, end)| Span { start, end }).collect();
        let annotation = ENGLISH.annotate(REPORT, &blocks);
        for token in &annotation.tokens {
            prop_assert!(!token.span.of(REPORT).is_empty());
            prop_assert!(blocks.iter().any(|block| block.contains(token.span)));
        }
        let _ = language::conllu("x", REPORT, &annotation);
    }
}

#[test]
fn every_beginning_of_a_report() {
    for (end, _) in REPORT.char_indices() {
        check(&REPORT[..end]);
    }
}

#[test]
fn other_writing_systems_and_combining_marks() {
    for text in [
        "قال رئيس الوزراء إن السفينة غرقت. لم يصب أحد.",
        "הספינה שקעה ליד מרסה. איש לא נפגע.",
        "フェリーは座礁した。けが人はいない。",
        "Паром сел на мель. Никто не пострадал.",
        "Z\u{361}a\u{30A}\u{327}l\u{336}g\u{489}o\u{35F} s\u{334}a\u{338}i\u{335}l\u{337}s.",
        "\u{202E}.desrever si sihT\u{202C} Then not.",
        "\u{301}\u{302} \u{301}. \u{200D}\u{FE0F}",
        "१२३ ४५६, ١٢٣٫٥ ½ ⅓ Ⅷ ①",
        "— … – “ ” ( ) !!! 123 456 % $ €",
        "\u{FEFF}\u{FFFD}\u{0}\u{7F}\u{E000}",
    ] {
        check(text);
    }
    let document = check("הספינה שקעה ליד מרסה. איש לא נפגע.");
    assert_eq!(document.sentences().count(), 2);
}

#[test]
fn a_token_of_a_megabyte_and_a_sentence_of_many_tokens() {
    assert_eq!(check(&"a".repeat(1_000_000)).tokens().len(), 1);
    let document = check(&"word ".repeat(100_000));
    assert_eq!((document.sentences().count(), document.tokens().len()), (1, 100_000));
    assert_eq!(check(&"\u{301}".repeat(500_000)).sentences().count(), 1);
    if let Some(peak) = peak() {
        assert!(peak < 400_000, "{peak} kB of memory at the most");
    }
}

/// The most memory that the process has had so far, in kilobytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Texts that are one thing again and again, and texts of ever new names.
fn monotonous(length: usize) -> Vec<(String, String)> {
    let units = [
        "a",
        ".",
        "'",
        "-",
        "a.",
        "a-",
        "@",
        "1,",
        "://",
        "(",
        "n't",
        "é",
        "[1]",
        "a'",
        "\"'",
        "1-",
        "_",
        "<",
        "+1",
        "$",
        ":)",
        "a/",
        "•",
        ". ",
        "a. ",
        "A. ",
        "A ",
        "al-",
        "A/",
        "( ",
        "“ ",
        "Marsa ",
        "Marsa's ",
        "Gen. Loy ",
        "a.b",
        "x\n",
        "Loy said.\n",
        "a@b<",
        "'n'",
        "MARSA ",
        "(ICRC) ",
        "of the ",
        "==========",
        "and, ",
    ];
    let repeated = units.iter().map(|unit| ((*unit).to_owned(), unit.repeat(length / unit.len())));
    let name = |number: usize| {
        let letter = |place: u32| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8);
        let first = letter(0).to_ascii_uppercase();
        [first, letter(1), letter(2), letter(3)].into_iter().collect::<String>()
    };
    let row = |form: fn(&mut String, &str)| {
        let mut text = String::new();
        (0..length / 20).for_each(|number| form(&mut text, &name(number)));
        text
    };
    let names = [
        ("new names", row(|text, name| text.extend(["Tom ", name, " met the port. "]))),
        ("new speakers", row(|text, name| text.extend([name, " said so on May 3.\n"]))),
        ("new letters", row(|text, name| text.extend([name, " Bay Port (", &name.to_uppercase(), ") "]))),
    ];
    repeated.chain(names.map(|(unit, text)| (unit.to_owned(), text))).collect()
}

/// The least of three: what a busy machine adds is left out.
fn time(text: &str) -> Duration {
    let once = || {
        let began = Instant::now();
        let _ = ENGLISH.read(text);
        began.elapsed()
    };
    once().min(once()).min(once())
}

#[test]
fn time_grows_with_the_length_and_not_with_its_square() {
    const TIMES: usize = 12;
    let (short, long) = (monotonous(2_000), monotonous(2_000 * TIMES));
    for ((unit, short), (_, long)) in short.iter().zip(&long) {
        let (little, much) = (time(short), time(long));
        // Twelve times as long may take 48 times as long; with the square it would be 144 times.
        let most = little * 4 * TIMES as u32 + Duration::from_millis(20);
        assert!(much < most, "{unit:?}: {little:?}, then {much:?}");
    }
}
