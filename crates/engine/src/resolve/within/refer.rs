//! Pronouns and descriptions, resolved where the antecedent is plain.

use super::salience::Salience;
use super::{Cast, describe};
use crate::resolve::lexicon::Gender;
use model::{Form, Kind, Mode, Reading, Span, Upos};
use std::collections::{BTreeMap, BTreeSet};

/// Goes through the text once; each mention lifts its entity, each pronoun asks who is meant.
pub(super) fn refer(reading: &Reading, cast: &mut Cast) {
    let mut named: BTreeMap<usize, (Span, usize)> = BTreeMap::new();
    for &(span, _, _, draft) in &cast.mentions {
        named.insert(span.start, (span, draft));
    }
    let mut sources: Vec<Span> = reading.attributions.iter().filter_map(|a| a.source).collect();
    sources.sort_unstable();
    let quotes = quotes(reading, &named);
    let mut walk =
        Walk { reading, salience: Salience::default(), quotes, sources, speakers: BTreeSet::new(), cast };
    let mut until = 0;
    for (at, token) in reading.document.tokens.iter().enumerate() {
        if let Some(&(span, draft)) = named.get(&token.span.start) {
            walk.name(at, span, draft);
            until = span.end;
        } else if token.span.start >= until
            && let Some(end) = walk.other(at)
        {
            until = end;
        }
    }
}

/// A passage of speech, with its speaker where a name in the source tells it.
struct Quote {
    span: Span,
    direct: bool,
    speaker: Option<usize>,
}

/// The contents of the attributions in order.
fn quotes(reading: &Reading, named: &BTreeMap<usize, (Span, usize)>) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    for attribution in &reading.attributions {
        let inside = |source: Span| named.range(source.start..source.end).map(|(_, &(_, draft))| draft);
        let speaker = attribution.source.and_then(|source| inside(source).next());
        let direct = attribution.mode == Mode::Direct;
        quotes.extend(attribution.content.iter().map(|&span| Quote { span, direct, speaker }));
    }
    quotes.sort_by_key(|quote| quote.span);
    quotes
}

struct Walk<'a> {
    reading: &'a Reading,
    salience: Salience,
    quotes: Vec<Quote>,
    /// The sources of attributions, in order.
    sources: Vec<Span>,
    /// Persons who spoke so far.
    speakers: BTreeSet<usize>,
    cast: &'a mut Cast,
}

/// What a known gender is worth against an unknown one.
const KNOWN_GENDER: f32 = 1.6;
/// What having spoken is worth to the pronoun of a speaker.
const SPOKE: f32 = 1.5;

/// A pronoun of a single person.
#[derive(Clone, Copy)]
struct Pronoun {
    gender: Gender,
    subject: bool,
}

fn pronoun(text: &str) -> Option<Pronoun> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("he") || is("she") {
        let gender = if is("he") { Gender::Male } else { Gender::Female };
        return Some(Pronoun { gender, subject: true });
    }
    if is("him") || is("his") || is("himself") {
        return Some(Pronoun { gender: Gender::Male, subject: false });
    }
    (is("her") || is("hers") || is("herself")).then_some(Pronoun { gender: Gender::Female, subject: false })
}

impl Walk<'_> {
    /// The direct speech around a place, the innermost.
    fn quote_at(&self, offset: usize) -> Option<&Quote> {
        let end = self.quotes.partition_point(|quote| quote.span.start <= offset);
        let around = self.quotes.get(..end).unwrap_or(&[]).iter().rev().take(4);
        around.into_iter().find(|quote| quote.direct && quote.span.holds(offset))
    }

    fn name(&mut self, token: usize, span: Span, draft: usize) {
        if self.cast.drafts.get(draft).is_none_or(|draft| draft.kind != Kind::Person) {
            return;
        }
        let weight = self.weight(token, span);
        let sentence = self.sentence(token);
        self.salience.lift(draft, sentence, weight);
        if self.speaks(span) {
            self.speakers.insert(draft);
        }
    }

    fn sentence(&self, token: usize) -> usize {
        self.reading.document.tokens.get(token).map_or(0, |token| token.sentence)
    }

    /// Whether the passage lies in the source of an attribution.
    fn speaks(&self, span: Span) -> bool {
        let end = self.sources.partition_point(|source| source.start <= span.start);
        end.checked_sub(1).and_then(|at| self.sources.get(at)).is_some_and(|source| source.contains(span))
    }

    /// Subjects weigh most, owners ("Cole's") least; names in quotations less than others.
    fn weight(&self, token: usize, span: Span) -> f32 {
        let document = &self.reading.document;
        let tokens = document.tokens_in(span);
        let relation = document.tokens.get(tokens.clone()).unwrap_or(&[]).iter().find_map(|token| {
            let outside = token.head.is_none_or(|head| !tokens.contains(&head));
            (outside && !token.relation.is_empty()).then_some(token.relation)
        });
        let next = document.tokens.get(tokens.end);
        let owner = next.is_some_and(|next| matches!(self.reading.cut(next.span), "'s" | "’s" | "'" | "’"));
        let before_verb = next.is_some_and(|next| matches!(next.upos, Upos::VERB | Upos::AUX));
        let starts = token.checked_sub(1).is_none_or(|before| self.sentence(before) != self.sentence(token));
        let grammatical = match relation {
            Some(relation) if relation.starts_with("nsubj") => 1.0,
            _ if owner => 0.4,
            _ if before_verb => 1.0,
            Some("obj" | "iobj") => 0.6,
            _ if starts => 0.9,
            _ => 0.5,
        };
        if self.quote_at(span.start).is_some() {
            grammatical * 0.5
        } else if self.speaks(span) {
            grammatical + 0.4
        } else {
            grammatical
        }
    }

    /// A pronoun or a description that begins at the token; gives its end where it was resolved.
    fn other(&mut self, token: usize) -> Option<usize> {
        let span = self.reading.document.tokens.get(token)?.span;
        let text = self.reading.cut(span);
        if let Some(pronoun) = pronoun(text) {
            return self.third_person(token, span, pronoun);
        }
        match text {
            "I" | "me" | "my" | "My" | "myself" => self.first_person(span),
            "the" | "The" => self.description(token),
            _ => None,
        }
    }

    fn first_person(&mut self, span: Span) -> Option<usize> {
        let speaker = self.quote_at(span.start)?.speaker?;
        let is_person = self.cast.drafts.get(speaker)?.kind == Kind::Person;
        is_person.then(|| self.cast.mentions.push((span, Kind::Person, Form::Pronoun, speaker)))?;
        Some(span.end)
    }

    fn third_person(&mut self, token: usize, span: Span, pronoun: Pronoun) -> Option<usize> {
        let sentence = self.sentence(token);
        self.salience.forget(sentence);
        let speaker = self.quote_at(span.start).and_then(|quote| quote.speaker);
        let drafts = &self.cast.drafts;
        let speaks = self.speaks(span);
        let scale = |draft: usize| {
            // Who spoke speaks on.
            let spoke = if speaks && self.speakers.contains(&draft) { SPOKE } else { 1.0 };
            match drafts.get(draft).map(|draft| draft.gender) {
                _ if speaker == Some(draft) => 0.0,
                Some(Some(gender)) if gender == pronoun.gender => KNOWN_GENDER * spoke,
                Some(None) => spoke,
                _ => 0.0,
            }
        };
        let draft = self.salience.plainest(sentence, scale)?;
        let weight = if pronoun.subject { 0.8 } else { 0.3 };
        self.salience.lift(draft, sentence, weight);
        if let Some(draft) = self.cast.drafts.get_mut(draft) {
            draft.gender = draft.gender.or(Some(pronoun.gender));
        }
        self.cast.mentions.push((span, Kind::Person, Form::Pronoun, draft));
        Some(span.end)
    }

    fn description(&mut self, token: usize) -> Option<usize> {
        let span = describe::description_at(self.reading, token)?;
        let text = self.reading.cut(span);
        let sentence = self.sentence(token);
        let draft = match describe::persons(self.cast, text).as_slice() {
            [] => {
                let draft = describe::body(self.cast, text)?;
                let short = text.get(4..).unwrap_or("").to_owned();
                self.cast.drafts.get_mut(draft)?.add_form(&short);
                draft
            }
            [one] => *one,
            several => {
                let scale = |draft: usize| if several.contains(&draft) { 1.0 } else { 0.0 };
                self.salience.plainest(sentence, scale)?
            }
        };
        let kind = self.cast.drafts.get(draft)?.kind;
        if kind == Kind::Person {
            self.salience.lift(draft, sentence, 0.7);
        }
        self.cast.mentions.push((span, kind, Form::Description, draft));
        Some(span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::reading;
    use super::super::within;
    use model::Form;
    use model::Kind::Person;

    fn pronouns(text: &str, names: &[&str]) -> Vec<(String, String)> {
        let names: Vec<_> = names.iter().map(|name| (*name, Person)).collect();
        let read = within(reading(text, &names));
        let resolved = read.mentions.iter().filter(|mention| mention.form == Form::Pronoun);
        resolved
            .filter_map(|m| Some((read.cut(m.span).to_owned(), read.entities.get(m.entity?)?.name.clone())))
            .collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(pronoun, name)| ((*pronoun).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn gender_tells() {
        let text = "Anna Cole met Mark Basri on Sunday. She left early. He stayed.";
        assert_eq!(
            pronouns(text, &["Anna Cole", "Mark Basri"]),
            pairs(&[("She", "Anna Cole"), ("He", "Mark Basri")])
        );
    }

    #[test]
    fn two_alike_stay_open() {
        let text = "The row between Tom Cole and Mark Basri grew. He left.";
        assert_eq!(pronouns(text, &["Tom Cole", "Mark Basri"]), pairs(&[]));
    }

    #[test]
    fn nobody_before_stays_open() {
        assert_eq!(pronouns("He left. It rained.", &[]), pairs(&[]));
    }
}
