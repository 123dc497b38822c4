//! Who speaks, whose figures they are, and what claims are about.

use super::describe;
use super::roles::head_noun;
use super::{Cast, Draft};
use crate::resolve::fold::fold;
use crate::resolve::lexicon::lexicon;
use model::{Form, Kind, Mode, Reading, Span, Upos};
use std::collections::BTreeMap;

/// For each attribution its speaker as a draft. A source that names nobody ("US officials")
/// becomes an entity of its own.
pub(super) fn speakers(reading: &Reading, cast: &mut Cast) -> Vec<Option<usize>> {
    let mut known = Known::new(cast);
    let mut speakers: Vec<Option<usize>> = Vec::new();
    let mut before = Before::default();
    for attribution in &reading.attributions {
        let at =
            attribution.source.or_else(|| attribution.content.first().copied()).unwrap_or_default().start;
        let speaker = match attribution.source {
            Some(source) => {
                known.speaker(reading, cast, source).or_else(|| before.meant_by(reading, cast, source))
            }
            None => known.subject(reading, attribution.cue).or_else(|| {
                let goes_on = attribution.mode == Mode::Direct && attribution.cue.is_none();
                goes_on.then(|| before.goes_on(reading, at)).flatten()
            }),
        };
        if let Some(speaker) = speaker {
            before.spoke(cast, speaker, at);
        }
        speakers.push(speaker);
    }
    speakers
}

/// Who spoke before: for "it added", "they said" and quotations that go on.
#[derive(Default)]
struct Before {
    /// The last speaker, and where.
    last: Option<(usize, usize)>,
    /// The last body that spoke, and where.
    body: Option<(usize, usize)>,
    /// The last body or people that spoke, and where.
    several: Option<(usize, usize)>,
}

/// How far back a body is still meant by "it", in sentences.
const BACK: usize = 3;

impl Before {
    fn spoke(&mut self, cast: &Cast, speaker: usize, at: usize) {
        self.last = Some((speaker, at));
        match cast.drafts.get(speaker).map(|draft| draft.kind) {
            Some(Kind::Organization) => (self.body, self.several) = (self.last, self.last),
            Some(Kind::Group | Kind::Other) => self.several = self.last,
            _ => {}
        }
    }

    /// Whom "it", "they" and "who" stand for.
    fn meant_by(&self, reading: &Reading, cast: &Cast, source: Span) -> Option<usize> {
        let near = |found: Option<(usize, usize)>| {
            let (speaker, at) = found?;
            let sentence = |offset| reading.document.sentence_at(offset).unwrap_or(0);
            (sentence(source.start).saturating_sub(sentence(at)) <= BACK).then_some(speaker)
        };
        match reading.cut(source).to_ascii_lowercase().as_str() {
            "it" => opener(reading, cast, source.start).or_else(|| near(self.body)),
            "they" => near(self.several),
            "who" => person_before(reading, cast, source.start),
            _ => None,
        }
    }

    /// A quotation without source goes on where somebody spoke in the same paragraph or the one before.
    fn goes_on(&self, reading: &Reading, at: usize) -> Option<usize> {
        let (speaker, last) = self.last?;
        let between = reading.report.text.get(last..at)?;
        (between.split('\n').filter(|line| !line.trim().is_empty()).count() <= 2).then_some(speaker)
    }
}

/// The body or country that opens the sentence, or the one before where the sentence names none:
/// "Marsa closed the port. It said …" is Marsa, whoever spoke before.
fn opener(reading: &Reading, cast: &Cast, at: usize) -> Option<usize> {
    let own = reading.document.sentence_at(at)?;
    [Some(own), own.checked_sub(1)].into_iter().flatten().find_map(|index| {
        let sentence = reading.document.sentences.get(index)?.span;
        let opens = |(span, kind, form, _): &&(Span, Kind, Form, usize)| {
            let before = Span::new(sentence.start, span.start);
            matches!(kind, Kind::Organization | Kind::Place)
                && *form == Form::Name
                && span.end <= at.min(sentence.end)
                && sentence.start <= span.start
                && matches!(reading.cut(before).trim(), "" | "The" | "the")
        };
        cast.mentions.iter().find(opens).map(|&(_, _, _, draft)| draft)
    })
}

/// The last person named before a place in its sentence.
fn person_before(reading: &Reading, cast: &Cast, at: usize) -> Option<usize> {
    let sentence = reading.document.sentences.get(reading.document.sentence_at(at)?)?.span;
    let named = cast.mentions.iter().filter(|(span, kind, form, _)| {
        *kind == Kind::Person && *form == Form::Name && sentence.start <= span.start && span.end <= at
    });
    named.max_by_key(|(span, ..)| span.start).map(|&(_, _, _, draft)| draft)
}

/// Writes the speakers, and through them the sources of figures.
pub(super) fn tie(reading: &mut Reading, speakers: &[Option<usize>], order: &[Option<usize>]) {
    for (attribution, speaker) in reading.attributions.iter_mut().zip(speakers) {
        attribution.speaker = speaker.and_then(|draft| order.get(draft).copied().flatten());
    }
    let mut contents: Vec<(Span, usize)> = Vec::new();
    for attribution in &reading.attributions {
        if let Some(speaker) = attribution.speaker {
            contents.extend(attribution.content.iter().map(|&span| (span, speaker)));
        }
    }
    contents.sort_unstable();
    for figure in &mut reading.figures {
        let end = contents.partition_point(|(span, _)| span.start <= figure.span.start);
        let around = contents.get(..end).unwrap_or(&[]).iter().rev().take(8);
        let holding = around.filter(|(span, _)| span.contains(figure.span));
        if let Some((_, speaker)) = holding.min_by_key(|(span, _)| span.len()) {
            figure.source = Some(*speaker);
        }
    }
}

/// The entities and places that stand in each claim.
pub(super) fn fill_claims(reading: &mut Reading) {
    let (mentions, places) = (&reading.mentions, &reading.places);
    for claim in &mut reading.claims {
        let from = mentions.partition_point(|mention| mention.span.start < claim.span.start);
        let inside = mentions.iter().skip(from).take_while(|mention| mention.span.start < claim.span.end);
        claim.entities.clear();
        for entity in inside.filter(|m| claim.span.contains(m.span)).filter_map(|mention| mention.entity) {
            if !claim.entities.contains(&entity) {
                claim.entities.push(entity);
            }
        }
        let from = places.partition_point(|place| place.span.start < claim.span.start);
        let inside = places.iter().enumerate().skip(from);
        claim.places = inside
            .take_while(|(_, place)| place.span.start < claim.span.end)
            .filter(|(_, place)| claim.span.contains(place.span))
            .map(|(index, _)| index)
            .collect();
    }
}

/// Mentions by their start, and the entities that were made of descriptions.
struct Known {
    mentions: BTreeMap<usize, (Span, Kind, Form, usize)>,
    described: BTreeMap<String, usize>,
}

impl Known {
    fn new(cast: &Cast) -> Self {
        let mut mentions = BTreeMap::new();
        for &mention in &cast.mentions {
            mentions.insert(mention.0.start, mention);
        }
        Self { mentions, described: BTreeMap::new() }
    }

    fn speaker(&mut self, reading: &Reading, cast: &mut Cast, source: Span) -> Option<usize> {
        let source = source.trimmed(&reading.report.text);
        if source.is_empty() {
            return None;
        }
        let inside: Vec<_> =
            self.mentions.range(source.start..source.end).map(|(_, &mention)| mention).collect();
        if let Some(draft) = bearer(reading, cast, source) {
            return Some(draft);
        }
        let person = inside.iter().find(|(span, kind, form, _)| {
            *kind == Kind::Person && *form == Form::Name && is_head(reading, source, *span)
        });
        let whole = |span: Span| span.overlap(source) * 3 >= source.len() * 2;
        let referring = inside.iter().find(|(span, _, form, _)| *form != Form::Name && whole(*span));
        let body = inside.iter().find(|(span, kind, form, _)| {
            *form == Form::Name && *kind != Kind::Person && is_head(reading, source, *span)
        });
        let leading =
            || inside.iter().find(|(span, _, form, _)| *form != Form::Name && span.start == source.start);
        let chosen = person.or(referring).or(body).or_else(leading).copied();
        let Some((span, kind, form, draft)) = chosen else { return self.described(reading, cast, source) };
        let rest = reading.report.text.get(span.end..source.end.max(span.end)).unwrap_or("");
        if kind == Kind::Organization && form == Form::Name && is_generic(rest) && !rest.trim().is_empty() {
            // "Xinhua news agency" is a form of the name as well.
            if let Some(draft) = cast.drafts.get_mut(draft) {
                draft
                    .add_form(reading.cut(span.cover(source)).get(span.start - source.start..).unwrap_or(""));
            }
        }
        Some(draft)
    }

    /// The mention that is the subject of a cue whose source was not found.
    fn subject(&self, reading: &Reading, cue: Option<Span>) -> Option<usize> {
        let tokens = &reading.document.tokens;
        let inside = reading.document.tokens_in(cue?);
        let sentence = tokens.get(inside.start)?.sentence;
        let around = reading.document.sentences.get(sentence)?.tokens.clone();
        let subject = tokens.get(around)?.iter().find(|token| {
            token.relation.starts_with("nsubj") && token.head.is_some_and(|head| inside.contains(&head))
        })?;
        let (_, &(span, _, _, draft)) = self.mentions.range(..=subject.span.start).next_back()?;
        span.contains(subject.span).then_some(draft)
    }

    /// The entity of a source that is no name; an earlier one with the same words is taken again.
    fn described(&mut self, reading: &Reading, cast: &mut Cast, source: Span) -> Option<usize> {
        let span = description_of(reading, source);
        let text = reading.cut(span);
        let folded = fold(text);
        if folded.len() < 2 || is_open_pronoun(&folded) || !is_nominal(reading, span) {
            return None;
        }
        let candidates = describe::persons(cast, text);
        if let [one] = candidates.as_slice() {
            cast.mentions.push((span, Kind::Person, Form::Description, *one));
            return Some(*one);
        }
        let kind = kind_of(&folded);
        let draft = match self.described.get(&folded) {
            Some(&draft) => draft,
            None => {
                let mut draft = Draft::new(kind);
                draft.add_form(text);
                if kind == Kind::Person {
                    draft.add_role(text);
                }
                let draft = cast.open(draft);
                self.described.insert(folded, draft);
                draft
            }
        };
        cast.mentions.push((span, kind, Form::Description, draft));
        Some(draft)
    }
}

/// The only person with this very role, set off from the name by a comma ("X, senator of Y, said").
fn bearer(reading: &Reading, cast: &Cast, source: Span) -> Option<usize> {
    let text = reading.cut(description_of(reading, source));
    let has = |draft: &Draft| draft.kind == Kind::Person && draft.roles.iter().any(|role| role == text);
    let mut bearers = cast.drafts.iter().enumerate().filter(|(_, draft)| has(draft));
    let (only, _) = bearers.next()?;
    bearers.next().is_none().then_some(only)
}

/// Nouns after the name of a body that say what it is: "the Xinhua news agency".
const GENERIC: [&str; 18] = [
    "news",
    "agency",
    "group",
    "company",
    "newspaper",
    "network",
    "channel",
    "website",
    "magazine",
    "daily",
    "broadcaster",
    "radio",
    "television",
    "organization",
    "organisation",
    "movement",
    "monitoring",
    "militia",
];

fn is_generic(words: &str) -> bool {
    words.split_whitespace().all(|word| GENERIC.contains(&word))
}

/// Whether the name is the head of the source: nothing before it makes it a complement ("a
/// spokesman for X"), nothing after it an owner or a modifier ("X's aide", "X officials").
fn is_head(reading: &Reading, source: Span, name: Span) -> bool {
    const LINKS: [&str; 16] = [
        "for", "of", "to", "from", "by", "in", "at", "with", "near", "close", "around", "under", "on",
        "against", "inside", "within",
    ];
    // What a person wrote or gave out speaks for that person.
    const WORDS: [&str; 16] = [
        "statement",
        "report",
        "letter",
        "message",
        "tweet",
        "post",
        "readout",
        "figures",
        "data",
        "documents",
        "remarks",
        "comments",
        "email",
        "memo",
        "interview",
        "words",
    ];
    let before = reading.report.text.get(source.start..name.start).unwrap_or("");
    let before = before.rsplit(',').next().unwrap_or("");
    let mut owed = false;
    for word in before.split_whitespace() {
        let word = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
        if LINKS.contains(&word.as_str()) {
            owed = !(matches!(word.as_str(), "by" | "from")
                && before.split_whitespace().any(|other| WORDS.contains(&fold(other).as_str())));
        }
    }
    if owed {
        return false;
    }
    let after = reading.report.text.get(name.end..source.end.max(name.end)).unwrap_or("");
    let after = after.trim_start();
    if after.starts_with("'s")
        || after.starts_with("’s")
        || after.starts_with("' ")
        || after.starts_with("’ ")
    {
        return false;
    }
    let word = after.split_whitespace().next().unwrap_or("");
    if is_generic(after) {
        return true;
    }
    let plain = word.chars().all(|c| c.is_alphanumeric() || c == '-') && !word.is_empty();
    !plain
        || LINKS.contains(&word)
        || ["and", "who", "which", "himself", "herself", "itself", "or"].contains(&word)
}

/// The source without article, apposition and relative clause; at most ten words.
fn description_of(reading: &Reading, source: Span) -> Span {
    let text = reading.cut(source);
    let cuts = [", ", " who ", " that ", " which ", " — ", " – ", " ("];
    let mut end = cuts.iter().filter_map(|cut| text.find(cut)).min().unwrap_or(text.len());
    if let Some((at, _)) = text.match_indices(' ').nth(9) {
        end = end.min(at);
    }
    let articles = ["the ", "The ", "a ", "A ", "an ", "An "];
    let lead = articles.iter().find(|article| text.starts_with(**article)).map_or(0, |article| article.len());
    Span::new(source.start + lead, source.start + end.max(lead)).trimmed(&reading.report.text)
}

/// Whether the passage can name somebody: a noun in it, and no verb or preposition first.
fn is_nominal(reading: &Reading, span: Span) -> bool {
    let document = &reading.document;
    let tokens = document.tokens.get(document.tokens_in(span)).unwrap_or(&[]);
    let tagged = tokens.iter().any(|token| token.upos != Upos::X);
    let noun = tokens.iter().any(|token| matches!(token.upos, Upos::NOUN | Upos::PROPN));
    let first = tokens.first().map_or(Upos::X, |token| token.upos);
    !tagged || noun && !matches!(first, Upos::VERB | Upos::ADP | Upos::AUX | Upos::SCONJ)
}

/// A pronoun that was not resolved names nobody.
fn is_open_pronoun(folded: &str) -> bool {
    [
        "he", "she", "they", "it", "we", "i", "you", "this", "that", "these", "those", "who", "which", "his",
        "her", "one", "him", "them", "us", "me", "what",
    ]
    .contains(&folded)
}

/// What a described source is.
fn kind_of(folded: &str) -> Kind {
    const BODIES: [&str; 40] = [
        "police",
        "government",
        "ministry",
        "army",
        "military",
        "council",
        "court",
        "committee",
        "company",
        "firm",
        "department",
        "office",
        "agency",
        "administration",
        "commission",
        "party",
        "group",
        "organization",
        "organisation",
        "bank",
        "university",
        "hospital",
        "school",
        "union",
        "team",
        "club",
        "parliament",
        "senate",
        "bureau",
        "service",
        "presidency",
        "palace",
        "embassy",
        "coalition",
        "newspaper",
        "network",
        "channel",
        "station",
        "association",
        "observatory",
    ];
    let head = folded.split([',']).next().unwrap_or("");
    let links = [" of ", " for ", " in ", " from ", " with ", " at ", " to ", " on ", " by "];
    let head =
        links.iter().filter_map(|link| head.find(link)).min().and_then(|at| head.get(..at)).unwrap_or(head);
    let noun = head.split_whitespace().next_back().unwrap_or("");
    if BODIES.contains(&noun) {
        Kind::Organization
    } else if head_noun(head).is_some() || lexicon().is_role(noun) {
        Kind::Person
    } else if noun.ends_with('s') && !noun.ends_with("ss") || noun == "people" || noun == "authorities" {
        Kind::Group
    } else {
        Kind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::reading;
    use super::super::within;
    use model::Kind::{Organization, Person};
    use model::{Attribution, Mode, Span, Stance};

    /// The name of the speaker of an attribution with that source.
    fn speaker(text: &str, source: &str, names: &[(&str, model::Kind)]) -> Option<String> {
        let mut read = reading(text, names);
        let start = text.rfind(source).unwrap_or(0);
        read.attributions.push(Attribution {
            source: Some(Span::new(start, start + source.len())),
            cue: None,
            content: vec![Span::new(0, 4)],
            mode: Mode::Indirect,
            speaker: None,
            stance: Stance::Says,
            within: None,
        });
        let read = within(read);
        let speaker = read.attributions.first()?.speaker?;
        read.entities.get(speaker).map(|entity| entity.name.clone())
    }

    #[test]
    fn the_head_of_the_source_speaks() {
        let names = [("Ann Cole", Person), ("Harbour Board", Organization), ("Cole", Person)];
        let told = |source: &str| speaker(&format!("It sank, {source} said."), source, &names);
        assert_eq!(told("Ann Cole").as_deref(), Some("Ann Cole"));
        assert_eq!(told("Harbour Board spokesman Ann Cole").as_deref(), Some("Ann Cole"));
        assert_eq!(told("Ann Cole, a spokesman for the Harbour Board").as_deref(), Some("Ann Cole"));
        assert_eq!(
            told("a spokesman for the Harbour Board").as_deref(),
            Some("spokesman for the Harbour Board")
        );
        assert_eq!(told("the Harbour Board").as_deref(), Some("Harbour Board"));
        assert_eq!(told("Harbour Board officials").as_deref(), Some("Harbour Board officials"));
        assert_eq!(told("Cole's lawyer").as_deref(), Some("Cole's lawyer"));
        assert_eq!(told("a statement by Ann Cole").as_deref(), Some("Ann Cole"));
        assert_eq!(told("they"), None);
    }

    #[test]
    fn it_is_the_country_that_opens_the_sentence() {
        use model::Kind::Place;
        let names = [("Marsa", Place), ("Harbour Board", Organization)];
        let text = "The Harbour Board said so. Marsa closed the port. It is to stay shut, it said.";
        let opened = "Marsa closed the port, it said.";
        assert_eq!(speaker(opened, "it", &names).as_deref(), Some("Marsa"));
        assert_eq!(speaker(text, "it", &names).as_deref(), Some("Marsa"));
        assert_eq!(speaker("The boat sank, it said.", "it", &names), None);
    }

    #[test]
    fn a_pronoun_speaks_for_its_person() {
        let text = "Ann Cole came on Sunday. The boat sank, she said.";
        assert_eq!(speaker(text, "she", &[("Ann Cole", Person)]).as_deref(), Some("Ann Cole"));
    }
}
