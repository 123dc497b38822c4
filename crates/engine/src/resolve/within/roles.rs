//! Titles and roles beside a name: "Iraqi Prime Minister X", "X, a teacher", "the mayor, X".

use crate::resolve::fold::{fold, key};
use crate::resolve::lexicon::{Gender, lexicon};
use model::{Reading, Span, Upos};

/// What stands beside a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// Roles as written.
    pub(super) roles: Vec<Span>,
    /// What titles and roles tell.
    pub(super) gender: Option<Gender>,
    /// Whether a title or role stands directly before the name.
    pub(super) titled: bool,
}

/// Words that are looked at before a name.
const REACH: usize = 9;

/// Titles and roles beside the name at `span` in the passage `around` (its sentence).
pub(super) fn beside(reading: &Reading, around: Span, span: Span) -> Beside {
    let mut beside = Beside::default();
    let before = words_before(reading, Span::new(around.start, span.start));
    if let Some(title) = title_before(reading, &before) {
        beside.gender = title.gender;
        beside.titled = true;
        beside.roles.extend(title.role);
    }
    let role_after = apposition_after(reading, Span::new(span.end, around.end));
    let role_before = || apposition_before(reading, Span::new(around.start, span.start));
    if let Some(role) = role_after.or_else(role_before) {
        let told = head_noun(reading.cut(role)).and_then(|noun| lexicon().gender_of_role(&noun));
        beside.gender = beside.gender.or(told);
        beside.roles.push(role);
    }
    beside
}

struct Title {
    role: Option<Span>,
    gender: Option<Gender>,
}

/// The words of a passage, the nearest to its end first; at most [`REACH`].
fn words_before(reading: &Reading, passage: Span) -> Vec<Span> {
    let text = reading.cut(passage);
    let mut words = Vec::new();
    let mut end = text.len();
    for word in text.rsplit(char::is_whitespace).take(REACH) {
        let start = end.saturating_sub(word.len());
        if !word.is_empty() {
            words.push(Span::new(passage.start + start, passage.start + end));
        } else if end < text.len() {
            break;
        }
        end = start.saturating_sub(1);
        if start == 0 {
            break;
        }
    }
    words
}

/// The title that ends right before the name, with its modifiers.
fn title_before(reading: &Reading, before: &[Span]) -> Option<Title> {
    let (mut taken, mut gender) = (0, None);
    let mut is_role = false;
    while let Some(length) = title_length(reading, before.get(taken..).unwrap_or(&[])) {
        let words = phrase(before, taken, taken + length).map_or("", |span| reading.cut(span));
        let folded = key(words);
        let noun = folded.rsplit(' ').next().unwrap_or("").to_owned();
        gender =
            gender.or_else(|| lexicon().gender_of_role(&folded)).or_else(|| lexicon().gender_of_role(&noun));
        is_role |= !lexicon().is_honorific(&folded);
        taken += length;
        if taken >= before.len() || ends_phrase(reading, before, taken) {
            break;
        }
    }
    if taken == 0 {
        return None;
    }
    while let Some(&word) = before.get(taken) {
        if !is_modifier(reading, word) {
            break;
        }
        taken += 1;
        if reading.cut(word).starts_with(['“', '"', '‘']) {
            break;
        }
    }
    let role = if is_role { phrase(before, 0, taken) } else { None };
    Some(Title { role: role.map(|span| without_quote(reading, span)), gender })
}

/// How many words right before the name are a title or a role noun, if any.
fn title_length(reading: &Reading, before: &[Span]) -> Option<usize> {
    let nearest = *before.first()?;
    let word = reading.cut(nearest);
    if word.ends_with([',', ';', ':', ')', '”', '"', '—', '–']) {
        return None;
    }
    for length in (1..=before.len().min(4)).rev() {
        let words = reading.cut(phrase(before, 0, length)?);
        if words.contains(',') {
            continue;
        }
        if words.chars().next().is_some_and(char::is_uppercase) && lexicon().is_title(&key(words)) {
            return Some(length);
        }
    }
    let folded = fold(word.trim_start_matches(['“', '"', '‘']));
    let noun = folded.rsplit('-').next().unwrap_or("");
    let is_noun = !matches!(upos(reading, nearest), Upos::VERB | Upos::ADV | Upos::ADP | Upos::AUX);
    (is_noun && !is_everyday(&folded) && (lexicon().is_role(&folded) || lexicon().is_role(noun))).then_some(1)
}

/// Role nouns that stand before a name without being its title now and then ("head", "star").
fn is_everyday(folded: &str) -> bool {
    ["number", "partner", "fellow", "general", "private", "head", "major"].contains(&folded)
}

/// The passage from the nearest word numbered `from` up to, not including, word `to`.
fn phrase(before: &[Span], from: usize, to: usize) -> Option<Span> {
    Some(Span::new(before.get(to.checked_sub(1)?)?.start, before.get(from)?.end))
}

fn ends_phrase(reading: &Reading, before: &[Span], at: usize) -> bool {
    before.get(at).is_none_or(|&word| reading.cut(word).ends_with([',', ';', ':', ')', '”', '—', '–', '.']))
}

/// The tag of the word that begins there; `X` where none is known.
fn upos(reading: &Reading, word: Span) -> Upos {
    let at = reading.document.tokens.partition_point(|token| token.span.end <= word.start);
    reading.document.tokens.get(at).map_or(Upos::X, |token| token.upos)
}

/// Whether the word may stand in a role before its noun ("former", "State Department", "Iraqi").
fn is_modifier(reading: &Reading, word: Span) -> bool {
    let text = reading.cut(word);
    if text.ends_with([',', ';', ':', ')', '”', '"', '—', '–', '-']) || text.starts_with('(') {
        return false;
    }
    if text.ends_with('.') && text.chars().filter(|&c| c == '.').count() < 2 {
        return false;
    }
    let folded = fold(text);
    let text = text.trim_start_matches(['“', '"', '‘']);
    const NEVER: [&str; 24] = [
        "the",
        "a",
        "an",
        "and",
        "but",
        "or",
        "that",
        "when",
        "while",
        "as",
        "after",
        "before",
        "told",
        "says",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "both",
    ];
    const OFTEN: [&str; 18] = [
        "former",
        "acting",
        "deputy",
        "vice",
        "senior",
        "chief",
        "then",
        "current",
        "outgoing",
        "incoming",
        "opposition",
        "state",
        "foreign",
        "prime",
        "assistant",
        "interim",
        "local",
        "veteran",
    ];
    if NEVER.contains(&folded.as_str()) {
        return false;
    }
    match upos(reading, word) {
        Upos::ADJ | Upos::NOUN | Upos::PROPN => true,
        Upos::X => {
            OFTEN.contains(&folded.as_str())
                || lexicon().country(&folded).is_some()
                || text.chars().next().is_some_and(char::is_uppercase)
        }
        _ => OFTEN.contains(&folded.as_str()),
    }
}

fn without_quote(reading: &Reading, span: Span) -> Span {
    let text = reading.cut(span);
    let lead = text.len() - text.trim_start_matches(['“', '"', '‘', '(']).len();
    Span::new(span.start + lead, span.end)
}

/// "X, 34, a teacher at Y," and "X, director of Z,": the role after the name.
fn apposition_after(reading: &Reading, passage: Span) -> Option<Span> {
    let text = reading.cut(passage);
    let mut rest = text.strip_prefix(',')?;
    let mut start = passage.start + 1;
    if let Some((age, after)) = rest.split_once(',')
        && age.trim().len() <= 3
        && age.trim().chars().all(|c| c.is_ascii_digit())
    {
        start += age.len() + 1;
        rest = after;
    }
    let end = rest
        .find([',', ';', '—', '–', '(', '”', '"', '\n'])
        .unwrap_or_else(|| rest.trim_end_matches(['.', '!', '?', '”', '"']).len());
    let end = rest.find(" who ").map_or(end, |who| end.min(who));
    role_phrase(reading, up_to_verb(reading, Span::new(start, start + end)))
}

/// The phrase up to its first finite verb, which belongs to the sentence around it.
fn up_to_verb(reading: &Reading, phrase: Span) -> Span {
    let document = &reading.document;
    let tokens = document.tokens.get(document.tokens_in(phrase)).unwrap_or(&[]);
    let verb = tokens.iter().find(|token| {
        matches!(token.xpos, "VBD" | "VBZ" | "VBP" | "MD")
            || matches!(
                reading.cut(token.span),
                "said" | "says" | "told" | "was" | "is" | "has" | "had" | "whose"
            )
    });
    Span::new(phrase.start, verb.map_or(phrase.end, |verb| verb.span.start))
}

/// "the mayor of Y, X,": the role before the name, set off by a comma.
fn apposition_before(reading: &Reading, passage: Span) -> Option<Span> {
    let text = reading.cut(passage).trim_end().strip_suffix(',')?;
    let from = text.rfind([',', ';', '—', '–', '“', '"', '\n']).map_or(0, |at| at + 1);
    let segment = text.get(from..)?;
    let folded = segment.to_ascii_lowercase();
    let start = ["the ", "a ", "an ", "his ", "her ", "its ", "their "]
        .iter()
        .filter_map(|word| {
            let inner = folded.rfind(&format!(" {word}")).map(|at| at + 1);
            inner.or_else(|| folded.starts_with(word).then_some(0))
        })
        .filter(|&at| head_noun(segment.get(at..).unwrap_or("")).is_some())
        .max()?;
    role_phrase(reading, Span::new(passage.start + from + start, passage.start + text.len()))
}

/// The phrase without its article, where its head says what a person is.
fn role_phrase(reading: &Reading, phrase: Span) -> Option<Span> {
    let phrase = phrase.trimmed(&reading.report.text);
    let text = reading.cut(phrase);
    if text.is_empty() || text.split_whitespace().count() > 14 {
        return None;
    }
    head_noun(text)?;
    const LEADS: [&str; 8] = ["the", "a", "an", "his", "her", "its", "their", "often"];
    let mut start = 0;
    while let Some((word, _)) = text.get(start..).and_then(|rest| rest.split_once(' '))
        && LEADS.contains(&fold(word).as_str())
    {
        start += word.len() + 1;
    }
    Some(Span::new(phrase.start + start, phrase.end))
}

/// The noun before the first preposition, singular, where it is a role.
pub(super) fn head_noun(phrase: &str) -> Option<String> {
    const ENDS: [&str; 24] = [
        "of", "for", "at", "in", "with", "to", "from", "who", "whose", "and", "on", "under", "that", "which",
        "was", "is", "said", "near", "based", "known", "told", "says", "has", "had",
    ];
    let mut head = None;
    for word in phrase.split_whitespace() {
        let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
        if ENDS.contains(&folded.as_str()) {
            break;
        }
        head = Some(folded);
    }
    let head = head?;
    let noun = head.rsplit('-').next().unwrap_or("").to_owned();
    [head, noun].into_iter().find(|noun| lexicon().is_role(noun))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::within::testing::reading;

    fn roles(text: &str, name: &str) -> Vec<String> {
        let reading = reading(text, &[]);
        let start = text.find(name).unwrap_or(0);
        let whole = Span::new(0, text.len());
        let beside = beside(&reading, whole, Span::new(start, start + name.len()));
        beside.roles.iter().map(|&role| reading.cut(role).to_owned()).collect()
    }

    #[test]
    fn before_a_name() {
        assert_eq!(
            roles("The visit by Marsan Prime Minister Omar Basri ended.", "Omar Basri"),
            ["Marsan Prime Minister"]
        );
        assert_eq!(roles("It was said by Secretary of State Ann Cole.", "Ann Cole"), ["Secretary of State"]);
        assert_eq!(roles("On Sunday Mr. Cole left.", "Cole"), [""; 0]);
        assert_eq!(roles("“Former President Lee Hart is ill.", "Lee Hart"), ["Former President"]);
        assert_eq!(roles("They went to see Ann Cole.", "Ann Cole"), [""; 0]);
    }

    #[test]
    fn beside_a_name() {
        assert_eq!(
            roles("Ann Cole, 34, a teacher at the school, fled.", "Ann Cole"),
            ["teacher at the school"]
        );
        assert_eq!(roles("Ann Cole, director of the port, fled.", "Ann Cole"), ["director of the port"]);
        assert_eq!(roles("They met the mayor of Marsa, Ann Cole, there.", "Ann Cole"), ["mayor of Marsa"]);
        assert_eq!(roles("Ann Cole, speaking in Marsa, fled.", "Ann Cole"), [""; 0]);
        assert_eq!(roles("In Marsa, Ann Cole fled.", "Ann Cole"), [""; 0]);
    }
}
