//! Lines that are no reporting: marked, never thrown away.
//!
//! Each rule has a file with the shapes that it knows: general shapes of English news pages, no
//! outlet's own. Most look at one sentence ([`sentence rules`](Rule)); three look for a passage
//! inside a paragraph: [`dateline`], [`post`] and [`caption`]. What a shape marks must not state
//! anything about the event, so shapes are anchored and bounded, and a quotation is never marked.

mod agencies;
mod byline;
mod caption;
mod community;
mod copyright;
mod correction;
mod credit;
mod dateline;
mod furniture;
mod narrow;
mod newsletter;
mod post;
mod related;
mod units;
mod update;

pub(crate) use agencies::name_of as agency;
use model::{Marginal, MarginalKind, Report, Span};
pub(crate) use narrow::Shape;
use narrow::narrow;
use regex::bytes::{RegexSet, RegexSetBuilder};
use std::sync::LazyLock;
use units::Unit;

/// Shapes of a sentence that is no reporting.
struct Rule {
    /// What such a sentence is.
    kind: MarginalKind,
    /// The most words that it may have.
    words: usize,
    /// Where it may stand.
    place: Place,
    /// Regular expressions; one is enough.
    shapes: &'static [&'static str],
}

/// Where a rule holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// In the last paragraphs.
    End,
}

/// Sentence rules; the first that holds gives the kind.
const RULES: [&Rule; 12] = [
    &correction::RULE,
    &update::RULE,
    &update::STAMP,
    &credit::RULE,
    &copyright::RULE,
    &newsletter::RULE,
    &newsletter::CONTACT,
    &credit::AUTHOR,
    &related::RULE,
    &community::RULE,
    &caption::SENTENCE,
    &furniture::RULE,
];

/// Some shapes in one automaton, and the rule of each.
type Shapes = (Option<RegexSet>, Vec<usize>);

/// Shapes of a sentence's beginning. Alone, they are done with most sentences at the first word.
static OPENINGS: LazyLock<Shapes> = LazyLock::new(|| shapes(is_anchored));
/// Shapes that may stand anywhere in a sentence.
static INSIDE: LazyLock<Shapes> = LazyLock::new(|| shapes(|shape| !is_anchored(shape)));

fn is_anchored(shape: &str) -> bool {
    shape.trim_start_matches("(?i)").starts_with('^')
}

fn shapes(wanted: impl Fn(&str) -> bool) -> Shapes {
    let of_rule =
        |(index, rule): (usize, &&'static Rule)| rule.shapes.iter().map(move |shape| (*shape, index));
    let all = RULES.iter().enumerate().flat_map(of_rule).filter(|(shape, _)| wanted(shape));
    let (shapes, rules): (Vec<&str>, Vec<usize>) = all.unzip();
    let shapes = shapes.into_iter().map(narrow);
    let mut set = RegexSetBuilder::new(shapes);
    (set.unicode(false).size_limit(64 << 20).dfa_size_limit(16 << 20).build().ok(), rules)
}

/// Marks the marginal lines of a report, and takes from them the agencies that are credited and,
/// where none are known, the authors.
pub fn mark(report: &mut Report) {
    let paragraphs = report.paragraphs.clone();
    let mut found: Vec<Marginal> = Vec::new();
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let from_end = paragraphs.len() - 1 - index;
        mark_paragraph(&report.text, paragraph, (index, from_end), &mut found);
    }
    byline::mark(report, &mut found);
    related::mark_list_at_end(&report.text, &paragraphs, &mut found);
    report.marginalia = merged(&report.text, found);
    report.credits = agencies::credited(report);
}

/// Bytes of the longest paragraph that is a correction throughout.
const NOTE: usize = 500;

fn mark_paragraph(text: &str, paragraph: Span, place: (usize, usize), found: &mut Vec<Marginal>) {
    let (index, from_end) = place;
    if index < 4 {
        found.extend(dateline::find(text, paragraph));
    }
    post::find(text, paragraph, found);
    caption::find(text, paragraph, found);
    for (count, unit) in units::units(text, paragraph).into_iter().enumerate() {
        match kind_of(&unit, from_end) {
            // What follows in the paragraph says how it is right.
            Some(MarginalKind::Correction) if count == 0 && paragraph.len() < NOTE => {
                found.push(Marginal { span: paragraph, kind: MarginalKind::Correction });
                return;
            }
            Some(kind) => found.push(Marginal { span: unit.span, kind }),
            None => {}
        }
    }
}

/// What a sentence is: the kind of the first rule that holds.
fn kind_of(unit: &Unit<'_>, from_end: usize) -> Option<MarginalKind> {
    let words = unit.text.bytes().filter(|&byte| byte == b' ').count() + 1;
    if words > 80 || unit.is_quoted() {
        return None;
    }
    let first = |(set, rules): &Shapes| {
        // Whether one holds at all is found out much faster than which ones do.
        let set = set.as_ref().filter(|set| set.is_match(unit.text.as_bytes()))?;
        let held = set.matches(unit.text.as_bytes());
        let rules = held.iter().filter_map(|shape| rules.get(shape).copied());
        rules.filter(|&rule| RULES.get(rule).is_some_and(|rule| may_hold(rule, words, from_end))).min()
    };
    let rule = [&*OPENINGS, &*INSIDE].into_iter().filter_map(first).min()?;
    RULES.get(rule).map(|rule| rule.kind)
}

fn may_hold(rule: &Rule, words: usize, from_end: usize) -> bool {
    words <= rule.words && (rule.place == Place::Anywhere || from_end < 4)
}

/// In order, without overlaps; neighbours of one kind become one line.
fn merged(text: &str, mut found: Vec<Marginal>) -> Vec<Marginal> {
    found.sort_by_key(|line| (line.span.start, std::cmp::Reverse(line.span.end)));
    let mut lines: Vec<Marginal> = Vec::new();
    for line in found {
        let Some(last) = lines.last_mut() else {
            lines.push(line);
            continue;
        };
        let between = text.get(last.span.end..line.span.start.max(last.span.end)).unwrap_or("");
        if last.span.touches(line.span) || (last.kind == line.kind && between == " ") {
            last.span = last.span.cover(line.span);
        } else {
            lines.push(line);
        }
    }
    lines
}

/// For the tests of the rules: the marked passages of a text with a headline.
#[cfg(test)]
fn marked(text: &str) -> Vec<(MarginalKind, String)> {
    let mut report = crate::text::plain(&format!("A headline of no account\n\n{text}"));
    mark(&mut report);
    report.marginalia.iter().map(|line| (line.kind, line.span.of(&report.text).to_owned())).collect()
}

/// For the tests of the rules: every line is marked whole, as the kind.
#[cfg(test)]
fn assert_marked(kind: MarginalKind, lines: &[&str]) {
    const BODY: &str = "The ferry ran aground at dawn, the coastguard said on Tuesday.";
    for line in lines {
        assert_eq!(marked(&format!("{BODY}\n\n{BODY}\n\n{line}")), [(kind, (*line).to_owned())], "{line}");
    }
}

/// For the tests of the rules: nothing is marked in any line.
#[cfg(test)]
fn assert_left(lines: &[&str]) {
    for line in lines {
        assert_eq!(marked(&format!("{line}\n\n{line}")), [], "{line}");
    }
}
