//! The language of a text. (The module is not called `language`: a crate has that name.)
//!
//! English is told by its function words first, since the statistical detectors take headlines
//! and lists of names for anything. Only text that has few of them is handed on.

use std::sync::LazyLock;

/// Letters below which nothing is concluded.
const ENOUGH: usize = 60;
/// Letters below which one English function word decides.
const SHORT: usize = 120;
/// Bytes that are looked at.
const LOOKED_AT: usize = 4000;

/// Words that English uses all the time and its neighbours do not, sorted.
#[rustfmt::skip]
const FUNCTION_WORDS: [&str; 42] = [
    "about", "after", "and", "are", "at", "be", "been", "but", "could", "for", "from", "had", "has", "have", "his",
    "if", "into", "it", "its", "not", "of", "or", "said", "says", "she", "than", "that", "the", "their", "they",
    "this", "to", "was", "were", "when", "which", "who", "will", "with", "would", "you", "your",
];

/// ISO 639-1 code, or ISO 639-3 where there is no short one; English for want of evidence.
pub(crate) fn language(text: &str) -> String {
    let sample = sample(text);
    let counts = Counts::of(sample);
    let letters = counts.letters;
    let foreign_script = letters >= 10 && counts.latin * 2 < letters;
    if !foreign_script && (letters < ENOUGH || counts.is_english()) {
        return "en".to_owned();
    }
    let Some(found) = whatlang::detect(sample) else { return "en".to_owned() };
    // The second one knows more languages, and says how sure it is.
    let first = code(whichlang::detect_language(sample).three_letter_code());
    let second = code(found.lang().code());
    let agreed = first == second && found.is_reliable();
    let sure = found.is_reliable() && found.confidence() > 0.95 && letters >= SHORT && first != "en";
    if agreed || sure || foreign_script { second } else { "en".to_owned() }
}

/// A name that a person understands, for messages.
pub(crate) fn name(code: &str) -> &str {
    let known = NAMES.iter().find(|(short, _, _)| *short == code);
    known.map_or(code, |(_, _, name)| name)
}

fn sample(text: &str) -> &str {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// What a text is made of.
#[derive(Default)]
struct Counts {
    letters: usize,
    /// Letters of Latin.
    latin: usize,
    words: usize,
    /// Words that English uses all the time.
    known: usize,
}

impl Counts {
    fn of(sample: &str) -> Self {
        let mut counts = Self::default();
        for word in sample.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            counts.words += 1;
            counts.known += usize::from(is_function_word(word));
            if word.is_ascii() {
                let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
                counts.letters += letters;
                counts.latin += letters;
            } else {
                let letters = word.chars().filter(|c| c.is_alphabetic());
                counts.letters += letters.clone().count();
                counts.latin += letters.filter(|&c| c < '\u{250}').count();
            }
        }
        counts
    }

    /// One function word of English is enough in a short text; every eighth word in a long one.
    fn is_english(&self) -> bool {
        if self.letters < SHORT { self.known > 0 } else { self.known * 8 >= self.words }
    }
}

/// A word of ASCII as a number, which compares faster than text; `None` for longer ones than are known.
fn number(word: &[u8]) -> Option<u64> {
    if word.len() > 5 {
        return None;
    }
    let (mut number, mut rest) = (0, word);
    while let [first, after @ ..] = rest {
        number = number << 8 | u64::from(first.to_ascii_lowercase());
        rest = after;
    }
    Some(number)
}

static KNOWN: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut known: Vec<u64> = FUNCTION_WORDS.iter().filter_map(|word| number(word.as_bytes())).collect();
    known.sort_unstable();
    known
});

fn is_function_word(word: &str) -> bool {
    number(word.as_bytes()).is_some_and(|number| KNOWN.binary_search(&number).is_ok())
}

fn code(three: &str) -> String {
    NAMES.iter().find(|(_, long, _)| *long == three).map_or(three, |(short, _, _)| short).to_owned()
}

/// Short code, long code of the detectors, name.
#[rustfmt::skip]
const NAMES: [(&str, &str, &str); 46] = [
    ("en", "eng", "English"), ("ar", "ara", "Arabic"), ("zh", "cmn", "Chinese"), ("nl", "nld", "Dutch"),
    ("fr", "fra", "French"), ("de", "deu", "German"), ("hi", "hin", "Hindi"), ("it", "ita", "Italian"),
    ("ja", "jpn", "Japanese"), ("ko", "kor", "Korean"), ("pt", "por", "Portuguese"), ("ru", "rus", "Russian"),
    ("es", "spa", "Spanish"), ("sv", "swe", "Swedish"), ("tr", "tur", "Turkish"), ("vi", "vie", "Vietnamese"),
    ("pl", "pol", "Polish"), ("uk", "ukr", "Ukrainian"), ("cs", "ces", "Czech"), ("el", "ell", "Greek"),
    ("he", "heb", "Hebrew"), ("fa", "pes", "Persian"), ("ur", "urd", "Urdu"), ("bn", "ben", "Bengali"),
    ("ta", "tam", "Tamil"), ("te", "tel", "Telugu"), ("th", "tha", "Thai"), ("id", "ind", "Indonesian"),
    ("ro", "ron", "Romanian"), ("hu", "hun", "Hungarian"), ("fi", "fin", "Finnish"), ("da", "dan", "Danish"),
    ("no", "nob", "Norwegian"), ("bg", "bul", "Bulgarian"), ("sr", "srp", "Serbian"), ("hr", "hrv", "Croatian"),
    ("sk", "slk", "Slovak"), ("sl", "slv", "Slovene"), ("lt", "lit", "Lithuanian"), ("lv", "lav", "Latvian"),
    ("et", "est", "Estonian"), ("ca", "cat", "Catalan"), ("az", "aze", "Azerbaijani"), ("hy", "hye", "Armenian"),
    ("ka", "kat", "Georgian"), ("am", "amh", "Amharic"),
];

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn english_also_when_short_or_in_capitals() {
        for text in [
            "Ferry runs aground",
            "FERRY WITH 212 ABOARD RUNS AGROUND OFF THE COAST OF MARSA, COASTGUARD SAYS IN A STATEMENT ON TUESDAY",
            "Marsa 3 Porto 1; Lima 2 Quito 2; Turin 0 Genoa 1; Lyon 4 Nantes 4; Graz 1 Linz 0; Bern 2 Basel 1",
        ] {
            assert_eq!(language(text), "en", "{text}");
        }
    }

    #[test]
    fn other_languages() {
        let texts = [
            (
                "de",
                "Die Fähre lief am Dienstagmorgen vor der Küste auf Grund. Verletzt wurde nach Angaben der Behörden niemand, sagte ein Sprecher.",
            ),
            (
                "fr",
                "Le ferry s'est échoué mardi matin près du port. Personne n'a été blessé, selon les autorités, qui ont ouvert une enquête.",
            ),
            (
                "es",
                "El transbordador encalló el martes por la mañana cerca del puerto. Nadie resultó herido, dijeron las autoridades locales.",
            ),
            (
                "ru",
                "Паром сел на мель во вторник утром недалеко от порта. Никто не пострадал, сообщили власти.",
            ),
            ("ar", "جنحت العبارة صباح الثلاثاء بالقرب من الميناء ولم يصب أحد بأذى، وفقا للسلطات المحلية."),
            (
                "pl",
                "Prom osiadł na mieliźnie we wtorek rano w pobliżu portu. Nikt nie został ranny, poinformowały władze portu, które wszczęły dochodzenie w sprawie przyczyn tego wypadku.",
            ),
        ];
        for (code, text) in texts {
            assert_eq!(language(text), code, "{text}");
        }
    }
}
