//! Look-ups over one account that every rendering needs.

use super::words::row_number;
use parallax::model::{
    Account, Citation, Claim, ClaimRef, Figure, FigureRow, Kind, Point, Reading, Span, Status, StoryEntity,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A sentence in which a report stands alone, in whole or in part.
pub(crate) struct Sole {
    /// The sentence.
    pub(crate) around: Span,
    /// The claims that no other origin carries, each with its point.
    pub(crate) claims: Vec<(ClaimRef, usize)>,
}

/// Where a point stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Two independent origins or more.
    Agreed,
    /// Several reports, of which nobody can tell whether they are one origin.
    Shared,
    /// Its claims disagree in substance.
    Differs,
    /// One origin.
    Sole,
}

/// One account, ready to be shown.
pub(crate) struct Desk<'a> {
    /// What is shown.
    pub(crate) account: &'a Account,
    /// (report, claim) to point, as indices.
    point_of: BTreeMap<(usize, usize), usize>,
    /// A name for each report that no other report of the account bears.
    labels: Vec<String>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(account: &'a Account) -> Self {
        let numbered = account.points.iter().enumerate();
        let point_of = numbered
            .flat_map(|(index, point)| point.claims.iter().map(move |at| ((at.report, at.claim), index)))
            .collect();
        Self { account, point_of, labels: labels(&account.readings) }
    }

    pub(crate) fn reading(&self, report: usize) -> Option<&'a Reading> {
        self.account.readings.get(report)
    }

    /// The outlet, or what tells the report apart.
    pub(crate) fn label(&self, report: usize) -> &str {
        self.labels.get(report).map_or("", String::as_str)
    }

    pub(crate) fn cut(&self, citation: Citation) -> &'a str {
        self.reading(citation.report).map_or("", |reading| reading.cut(citation.span))
    }

    pub(crate) fn claim(&self, at: ClaimRef) -> Option<&'a Claim> {
        self.reading(at.report)?.claims.get(at.claim)
    }

    pub(crate) fn citation(&self, at: ClaimRef) -> Citation {
        let span = self.claim(at).map_or(Span::default(), |claim| claim.span);
        Citation { report: at.report, span }
    }

    /// The point of a claim, as an index.
    pub(crate) fn point_of(&self, report: usize, claim: usize) -> Option<usize> {
        self.point_of.get(&(report, claim)).copied()
    }

    /// Where a point stands.
    pub(crate) fn standing(&self, point: &Point) -> Standing {
        match point.status {
            Status::Corroborated => Standing::Agreed,
            Status::Differs => Standing::Differs,
            Status::Single => {
                let origins: BTreeSet<Option<usize>> =
                    point.claims.iter().map(|at| self.account.origins.of(at.report)).collect();
                if origins.len() > 1 { Standing::Shared } else { Standing::Sole }
            }
        }
    }

    /// The points that stand there, with their indices.
    pub(crate) fn points(&self, standing: Standing) -> Vec<(usize, &'a Point)> {
        self.account.points.iter().enumerate().filter(|(_, point)| self.standing(point) == standing).collect()
    }

    /// The reports that carry a point, in order, each with its claims.
    pub(crate) fn carriers(&self, point: &Point) -> Vec<(usize, Vec<ClaimRef>)> {
        let mut carriers: BTreeMap<usize, Vec<ClaimRef>> = BTreeMap::new();
        for &at in &point.claims {
            carriers.entry(at.report).or_default().push(at);
        }
        carriers.into_iter().collect()
    }

    /// The passage that stands best for the point: near to what the other reports say, and readable
    /// on its own, a whole sentence of middle length before a piece.
    pub(crate) fn clearest(&self, point: &Point) -> Option<ClaimRef> {
        let words: Vec<(ClaimRef, BTreeSet<String>)> =
            point.claims.iter().map(|&at| (at, content_words(self.cut(self.citation(at))))).collect();
        let cost = |at: &ClaimRef| {
            let text = self.cut(self.citation(*at));
            let piece = if text.starts_with(char::is_uppercase) { 0 } else { 60 };
            let spoken =
                if self.claim(*at).is_some_and(|claim| claim.attribution.is_some()) { 25 } else { 0 };
            let remote = 200 - 2 * centrality(*at, &words);
            (
                text.chars().count().abs_diff(95) + piece + spoken + remote,
                self.label(at.report).to_owned(),
                *at,
            )
        };
        point.claims.iter().copied().min_by_key(|at| cost(at))
    }

    /// What only this report carries, sentence by sentence in the order of the text.
    pub(crate) fn singles(&self, report: usize) -> Vec<Sole> {
        let Some(reading) = self.reading(report) else { return Vec::new() };
        let mut rows: Vec<Sole> = Vec::new();
        for (index, claim) in reading.claims.iter().enumerate() {
            let at = ClaimRef { report, claim: index };
            let point = self.point_of(report, index).filter(|&point| {
                self.account.points.get(point).is_some_and(|each| {
                    // A copy repeats its original: what both carry is shown once.
                    let first = each.claims.iter().map(|at| at.report).min();
                    self.standing(each) == Standing::Sole && first == Some(report)
                })
            });
            let Some(point) = point else { continue };
            let around = self.context(Citation { report, span: claim.span });
            match rows.last_mut().filter(|row| row.around == around) {
                Some(row) => row.claims.push((at, point)),
                None => rows.push(Sole { around, claims: vec![(at, point)] }),
            }
        }
        rows
    }

    /// The passages of a row, neighbours joined where only marks stand between them.
    pub(crate) fn passages(&self, row: &Sole) -> Vec<Citation> {
        let mut passages: Vec<Citation> = Vec::new();
        for (at, _) in &row.claims {
            let next = self.citation(*at);
            if let Some(last) = passages.last_mut() {
                let between =
                    Citation { report: last.report, span: Span::new(last.span.end, next.span.start) };
                if self.cut(between).chars().all(|c| !c.is_alphanumeric()) || self.cut(between).len() < 8 {
                    last.span = last.span.cover(next.span);
                    continue;
                }
            }
            passages.push(next);
        }
        passages
    }

    /// The passage of a claim, with marks of omission where its sentence goes on.
    pub(crate) fn excerpt(&self, at: ClaimRef) -> String {
        let citation = self.citation(at);
        let around = self.context(citation);
        let rest = |start, end| {
            let rest = self.cut(Citation { report: at.report, span: Span::new(start, end) });
            rest.chars().any(char::is_alphanumeric)
        };
        let before = if rest(around.start, citation.span.start) { "… " } else { "" };
        let after = if rest(citation.span.end, around.end) { " …" } else { "" };
        format!("{before}{}{after}", self.cut(citation))
    }

    /// The speaker of a claim, by the fullest name that the report gives.
    pub(crate) fn speaker(&self, at: ClaimRef) -> Option<String> {
        let reading = self.reading(at.report)?;
        let attribution = reading.attributions.get(self.claim(at)?.attribution?)?;
        speaker_name(reading, attribution.speaker, attribution.source)
    }

    /// The number of a row; for a vague one the words of its first passage.
    pub(crate) fn number(&self, row: &FigureRow) -> String {
        let vague = row.value.is_none() && row.low.is_none() && row.high.is_none();
        match row.citations.first() {
            Some(&citation) if vague => self.cut(citation).to_owned(),
            _ => row_number(row),
        }
    }

    /// Whose number a citation of a figure row is.
    pub(crate) fn figure_source(&self, citation: Citation) -> Option<String> {
        let reading = self.reading(citation.report)?;
        let figure = self.figure(citation)?;
        speaker_name(reading, figure.source, None)
    }

    /// The figure that stands at a citation.
    pub(crate) fn figure(&self, citation: Citation) -> Option<&'a Figure> {
        self.reading(citation.report)?.figures.iter().find(|figure| figure.span == citation.span)
    }

    /// The sentence (or sentences) around a span, within its block.
    pub(crate) fn context(&self, citation: Citation) -> Span {
        let Some(reading) = self.reading(citation.report) else { return citation.span };
        let around =
            reading.document.sentences.iter().filter(|sentence| sentence.span.touches(citation.span));
        around.fold(citation.span, |span, sentence| span.cover(sentence.span))
    }

    /// The index of the claim in which a span lies.
    pub(crate) fn claim_at(&self, citation: Citation) -> Option<usize> {
        let claims = &self.reading(citation.report)?.claims;
        claims.iter().position(|claim| claim.span.touches(citation.span))
    }

    /// First and last day of publication, as written.
    pub(crate) fn days(&self) -> Option<(String, String)> {
        let stamps = self.account.readings.iter().filter_map(|reading| reading.report.published.as_ref());
        let days: Vec<_> = stamps.map(|stamp| stamp.date).collect();
        Some((days.iter().min()?.to_string(), days.iter().max()?.to_string()))
    }

    /// How many outlets there are among the reports.
    pub(crate) fn outlets(&self) -> usize {
        let named = self.account.readings.iter().filter_map(|reading| reading.report.outlet.as_deref());
        named.collect::<BTreeSet<_>>().len()
    }

    /// Rows of figures that count the same thing, with more than one value: (unit, of, rows).
    pub(crate) fn counted(&self) -> Vec<(String, Vec<&'a FigureRow>)> {
        let mut things: Vec<(String, Vec<&FigureRow>)> = Vec::new();
        for row in &self.account.figures {
            let thing = counted(row);
            match things.iter_mut().find(|(name, _)| *name == thing) {
                Some((_, rows)) => rows.push(row),
                None => things.push((thing, vec![row])),
            }
        }
        things
    }
}

fn content_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
}

/// How much a claim shares with those of other reports, 0 to 100.
fn centrality(at: ClaimRef, words: &[(ClaimRef, BTreeSet<String>)]) -> usize {
    let Some((_, own)) = words.iter().find(|(claim, _)| *claim == at) else { return 0 };
    let others: Vec<usize> = words
        .iter()
        .filter(|(claim, _)| claim.report != at.report)
        .map(|(_, other)| 100 * own.intersection(other).count() / own.len().max(other.len()).max(1))
        .collect();
    others.iter().sum::<usize>() / others.len().max(1)
}

/// "people killed", "attacks".
pub(crate) fn counted(row: &FigureRow) -> String {
    let parts = [row.unit.as_deref(), row.of.as_deref()];
    let mut words: Vec<&str> = parts.into_iter().flatten().collect();
    words.dedup();
    words.join(" ")
}

/// The people and bodies that act in the account, those in most reports and with most mentions
/// first; those that only a credit names are none of it.
pub(crate) fn cast(account: &Account) -> Vec<&StoryEntity> {
    let mentions = |entity: &StoryEntity| -> usize {
        let of_member = |&(report, member): &(usize, usize)| {
            let Some(reading) = account.readings.get(report) else { return 0 };
            let own = reading.mentions.iter().filter(|mention| mention.entity == Some(member));
            own.filter(|mention| !reading.report.is_marginal(mention.span)).count()
        };
        entity.members.iter().map(of_member).sum()
    };
    let acts = |entity: &&StoryEntity| {
        matches!(entity.kind, Kind::Person | Kind::Organization | Kind::Group | Kind::Facility | Kind::Event)
    };
    let mut shown: Vec<&StoryEntity> =
        account.entities.iter().filter(acts).filter(|entity| mentions(entity) > 0).collect();
    shown.sort_by_cached_key(|entity| {
        let reports: BTreeSet<usize> = entity.members.iter().map(|member| member.0).collect();
        let rank = match entity.kind {
            Kind::Person => 0,
            Kind::Group => 2,
            _ => 1,
        };
        (rank == 2, Reverse(reports.len()), rank, Reverse(mentions(entity)), entity.name.clone())
    });
    shown
}

fn speaker_name(reading: &Reading, speaker: Option<usize>, source: Option<Span>) -> Option<String> {
    let entity = speaker.and_then(|entity| reading.entities.get(entity));
    entity.map(|entity| entity.name.clone()).or_else(|| Some(reading.cut(source?).to_owned()))
}

/// The outlet where it is told and one report alone has it; else outlet and number, or the id's end.
fn labels(readings: &[Reading]) -> Vec<String> {
    let names: Vec<String> = readings
        .iter()
        .map(|reading| {
            let report = &reading.report;
            let id = report.id.rsplit('/').find(|part| !part.is_empty()).unwrap_or(&report.id);
            let short = id.rsplit_once('.').map_or(id, |(stem, end)| if end.len() <= 5 { stem } else { id });
            report.outlet.clone().unwrap_or_else(|| short.to_owned())
        })
        .collect();
    let unique = |(index, name): (usize, &String)| {
        let same = names.iter().filter(|other| *other == name).count();
        let nth = names.iter().take(index + 1).filter(|other| *other == name).count();
        if same > 1 { format!("{name} ({nth})") } else { name.clone() }
    };
    names.iter().enumerate().map(unique).collect()
}
