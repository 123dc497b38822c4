//! The account of a story: its points and the views over them.

use crate::{Citation, Origins, Point, Reading, Scope, StoryEntity};

/// What the reports of one event say together. Every row cites passages.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The story's id.
    pub id: String,
    /// A headline (or first sentence) of one of the reports.
    pub headline: Citation,
    /// In the order of the input; `report` indices anywhere in the account refer to these.
    pub readings: Vec<Reading>,
    /// Who reported independently.
    pub origins: Origins,
    /// Across reports.
    pub entities: Vec<StoryEntity>,
    /// The heaviest first.
    pub points: Vec<Point>,
    /// The most carried first.
    pub figures: Vec<FigureRow>,
    /// By value.
    pub timeline: Vec<TimelineRow>,
    /// Stops of a journey, in order.
    pub itinerary: Vec<StopRow>,
    /// Each quotation with every rendering.
    pub quotes: Vec<QuoteRow>,
    /// What could not be known.
    pub notices: Vec<Notice>,
}

/// One value of one thing counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureRow {
    /// The number.
    pub value: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// What is counted.
    pub unit: Option<String>,
    /// What happened to it.
    pub of: Option<String>,
    /// Whether any report gives it as approximate.
    pub approximate: bool,
    /// Where and when it holds.
    pub scope: Scope,
    /// Independent origins that carry it.
    pub origins: usize,
    /// The passages.
    pub citations: Vec<Citation>,
}

/// One time, and what is said to have happened then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// TIMEX3 value.
    pub value: String,
    /// Whether it lies well before the first report.
    pub background: bool,
    /// The claims that name it.
    pub citations: Vec<Citation>,
}

/// One stop of a journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopRow {
    /// Who travels: index into the entities of the account.
    pub traveller: usize,
    /// The place as written.
    pub place: String,
    /// TIMEX3 value of the day, where it is told.
    pub value: Option<String>,
    /// Whether the stop lies ahead.
    pub planned: bool,
    /// The passages.
    pub citations: Vec<Citation>,
}

/// One utterance in every rendering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteRow {
    /// Index into the entities of the account.
    pub speaker: Option<usize>,
    /// The speaker as written.
    pub name: Option<String>,
    /// The renderings.
    pub citations: Vec<Citation>,
}

/// Something that a reader should know about the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Index into the reports of the story; none for the whole story.
    pub report: Option<usize>,
    /// In words for a person.
    pub text: String,
}
