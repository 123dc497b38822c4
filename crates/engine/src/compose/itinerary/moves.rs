//! Who went where, and when: words of travel with the places that hang on them.

use super::Move;
use model::{Citation, Form, Kind, Mention, Reading, Sentence, Span, Time, TimeType, Token, Upos};
use std::collections::BTreeMap;

/// Verbs and nouns of travel whose goal follows a preposition.
const TRAVEL: [&str; 29] = [
    "travel",
    "fly",
    "head",
    "go",
    "arrive",
    "land",
    "stop",
    "return",
    "sail",
    "drive",
    "journey",
    "trip",
    "visit",
    "stopover",
    "tour",
    "leg",
    "way",
    "due",
    "move",
    "cross",
    "proceed",
    "continue",
    "come",
    "swing",
    "pilgrimage",
    "flight",
    "departure",
    "arrival",
    "take",
];
/// Verbs whose object is the goal.
const REACH: [&str; 5] = ["visit", "tour", "reach", "enter", "leave"];
/// What happens at a stop.
const MEETING: [&str; 9] =
    ["meet", "talk", "meeting", "hold", "speak", "address", "negotiation", "attend", "see"];
/// Prepositions that lead to a goal.
const GOAL: [&str; 6] = ["to", "in", "at", "into", "for", "through"];
/// Prepositions that lead from where one was.
const FROM: [&str; 2] = ["from", "of"];
/// So many tokens may stand between the word of travel and the preposition of its goal.
const REACHES: usize = 14;
/// A time that begins within so many bytes of its sentence opens it: "On Sunday, …".
const OPENING: usize = 12;
/// Verbs that leave the act to their object.
const LIGHT: [&str; 4] = ["make", "pay", "take", "begin"];
/// Words of what lies ahead.
const AHEAD: [&str; 8] = ["will", "due", "plan", "expect", "schedule", "intend", "next", "would"];

/// The moves of one report, in the order of the text.
pub(super) fn moves(
    report: usize,
    reading: &Reading,
    members: &BTreeMap<(usize, usize), usize>,
) -> Vec<Move> {
    let mut found = Vec::new();
    let mut traveller = None;
    for sentence in &reading.document.sentences {
        if reading.report.is_marginal(sentence.span) {
            continue;
        }
        let scene = Scene { report, reading, members, sentence };
        let goers = scene.goers();
        for place in scene.places() {
            let Some(cue) = scene.cue(place.span) else { continue };
            let goer = scene.goer(&goers, cue).or(traveller);
            traveller = goer;
            found.extend(goer.and_then(|goer| scene.made(goer, &place, cue.span)));
        }
    }
    found
}

/// A person of a sentence who may be the traveller.
struct Goer {
    span: Span,
    /// Index into the entities of the story.
    entity: usize,
    named: bool,
    /// "his", "her".
    possessive: bool,
}

/// One sentence with everything around it.
struct Scene<'a> {
    report: usize,
    reading: &'a Reading,
    members: &'a BTreeMap<(usize, usize), usize>,
    sentence: &'a Sentence,
}

impl Scene<'_> {
    fn tokens(&self) -> &[Token] {
        self.reading.document.tokens_of(self.sentence)
    }

    fn mentions(&self, kinds: &'static [Kind]) -> impl Iterator<Item = &Mention> {
        let inside = self.reading.mentions.iter().filter(|mention| self.sentence.span.contains(mention.span));
        inside.filter(move |mention| kinds.contains(&mention.kind))
    }

    /// Persons of the sentence as entities of the story.
    fn goers(&self) -> Vec<Goer> {
        let goer = |mention: &Mention| {
            let word = self.reading.cut(mention.span).to_lowercase();
            Some(Goer {
                span: mention.span,
                entity: self.entity(mention)?,
                named: mention.form == Form::Name,
                possessive: matches!(word.as_str(), "his" | "her" | "their"),
            })
        };
        self.mentions(&[Kind::Person]).filter_map(goer).collect()
    }

    fn places(&self) -> Vec<Mention> {
        self.mentions(&[Kind::Place, Kind::Facility]).copied().collect()
    }

    fn entity(&self, mention: &Mention) -> Option<usize> {
        self.members.get(&(self.report, mention.entity?)).copied()
    }

    /// Who goes: the person before a verb ("made a stop" counts as one); with a noun alone
    /// ("followed by a stop in …") whoever the sentence is about. A possessive that opens the
    /// sentence stands for the name that follows it: "Ahead of his stop in Marsa, Tarrow …".
    fn goer(&self, goers: &[Goer], cue: &Token) -> Option<usize> {
        let mut before = goers.iter().filter(|goer| goer.span.start < cue.span.start);
        let told =
            if cue.upos == Upos::NOUN && !self.is_light(cue) { before.next() } else { before.next_back() };
        let name = goers.iter().find(|goer| goer.named);
        let opens =
            |goer: &&Goer| goer.possessive && name.is_some_and(|name| goer.span.start < name.span.start);
        match told {
            Some(goer) if opens(&goer) => name.map(|goer| goer.entity),
            Some(goer) => Some(goer.entity),
            None => goers.first().map(|goer| goer.entity),
        }
    }

    /// "made a surprise stop": the verb says nothing, the noun is the act.
    fn is_light(&self, noun: &Token) -> bool {
        let tokens = self.tokens().iter();
        let near =
            tokens.filter(|token| token.span.end <= noun.span.start && token.span.end + 30 > noun.span.start);
        near.filter(|token| token.upos == Upos::VERB).any(|verb| LIGHT.contains(&verb.lemma.as_ref()))
    }

    /// The word of travel on which the place hangs, where it is a goal.
    fn cue(&self, place: Span) -> Option<&Token> {
        let tokens = self.tokens();
        let at = tokens.iter().position(|token| token.span.end > place.start)?;
        let behind = tokens.iter().find(|token| token.span.start >= place.end)?;
        if matches!(behind.upos, Upos::NOUN | Upos::PROPN) {
            // "the Marsan embassy": the place tells which embassy.
            return None;
        }
        let governor = self.governor(at)?;
        let word = tokens.get(governor)?;
        let lemma = word.lemma.as_ref();
        if FROM.contains(&lemma) {
            return None;
        }
        if !GOAL.contains(&lemma) {
            return (REACH.contains(&lemma) || lemma == "follow").then_some(word);
        }
        let before = governor.checked_sub(1).and_then(|before| tokens.get(before))?;
        if before.upos == Upos::NOUN && !is_cue(before) && !self.in_time(before.span) {
            // "an aid route to Marsa": the goal of the route, not of the traveller.
            return None;
        }
        let window = tokens.get(governor.saturating_sub(REACHES)..governor)?;
        window.iter().rev().find(|token| is_cue(token))
    }

    /// The preposition or verb before the place, over the places that it is listed with.
    fn governor(&self, place: usize) -> Option<usize> {
        let tokens = self.tokens();
        let mut at = place;
        while at > 0 {
            at -= 1;
            let token = tokens.get(at)?;
            let lemma = token.lemma.as_ref();
            if GOAL.contains(&lemma) || FROM.contains(&lemma) || REACH.contains(&lemma) {
                return Some(at);
            }
            if lemma == "by"
                && at > 0
                && tokens.get(at - 1).is_some_and(|before| before.lemma.as_ref() == "follow")
            {
                return Some(at - 1);
            }
            let passes = matches!(
                token.upos,
                Upos::DET | Upos::ADJ | Upos::PROPN | Upos::CCONJ | Upos::NOUN | Upos::NUM
            ) || lemma == ","
                || self.in_time(token.span);
            if !passes {
                return None;
            }
        }
        None
    }

    fn in_time(&self, span: Span) -> bool {
        lemma_on(span, self.reading) || self.reading.times.iter().any(|time| time.span.touches(span))
    }

    fn made(&self, traveller: usize, place: &Mention, cue: Span) -> Option<Move> {
        let entity = self.entity(place)?;
        let resolved = self.reading.places.iter().find(|each| each.span.touches(place.span));
        let country = resolved.and_then(|each| {
            let code = each.country.clone()?;
            Some((code, each.admin1.is_none()))
        });
        let when = self.when(place.span);
        let claim = self.reading.claims.iter().find(|claim| claim.span.contains(place.span));
        Some(Move {
            traveller,
            place: entity,
            country,
            name: place.span,
            planned: self.ahead(cue, place.span),
            value: when,
            citation: Citation {
                report: self.report,
                span: claim.map_or(self.sentence.span, |claim| claim.span),
            },
        })
    }

    /// The time that stands nearest after the place (before the next place), else one that opens
    /// the clause.
    fn when(&self, place: Span) -> Option<String> {
        let times = self.reading.times.iter().filter(|time| self.sentence.span.contains(time.span));
        let times: Vec<&Time> = times
            .filter(|time| matches!(time.kind, TimeType::Date | TimeType::Time) && day(time).is_some())
            .collect();
        let next = self.places().iter().map(|other| other.span.start).find(|&start| start > place.end);
        let after = times
            .iter()
            .find(|time| time.span.start >= place.end && next.is_none_or(|next| time.span.start < next));
        let near = |time: &&&Time| time.span.start - place.end < 60;
        let opens = |time: &Time| time.span.start < self.sentence.span.start + OPENING;
        let opening = times.iter().rev().find(|time| {
            let close = opens(time) || time.span.end + OPENING * 2 > place.start;
            time.span.end <= place.start && close && !self.place_between(time.span, place)
        });
        after.filter(near).or(opening).and_then(|time| day(time))
    }

    fn place_between(&self, time: Span, place: Span) -> bool {
        self.places().iter().any(|other| other.span.start >= time.end && other.span.end <= place.start)
    }

    fn ahead(&self, cue: Span, place: Span) -> bool {
        let tokens = self.tokens().iter();
        let near = tokens
            .filter(|token| token.span.end > cue.start.saturating_sub(40) && token.span.end <= place.start);
        let words: Vec<&str> = near.map(|token| token.lemma.as_ref()).collect();
        words.iter().any(|word| AHEAD.contains(word))
    }
}

fn is_cue(token: &Token) -> bool {
    let lemma = token.lemma.as_ref();
    TRAVEL.contains(&lemma) || MEETING.contains(&lemma) || REACH.contains(&lemma)
}

fn lemma_on(span: Span, reading: &Reading) -> bool {
    matches!(reading.cut(span), "on" | "On")
}

/// The day, or a longer stretch of the calendar.
fn day(time: &Time) -> Option<String> {
    time.day().map(|day| day.to_string())
}
