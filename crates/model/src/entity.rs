//! Mentions in a report, and the entities that they stand for.

use crate::Span;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A human being.
    Person,
    /// A body: company, ministry, party, armed group, team.
    Organization,
    /// A country, town, region, sea.
    Place,
    /// A people, nationality or religion.
    Group,
    /// A war, storm, tournament, feast.
    Event,
    /// A book, film, law, newspaper edition.
    Work,
    /// A building, airport, bridge, base.
    Facility,
    /// Any other name.
    Other,
}

impl Kind {
    /// In small letters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Group => "group",
            Self::Event => "event",
            Self::Work => "work",
            Self::Facility => "facility",
            Self::Other => "other",
        }
    }
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A name.
    Name,
    /// "he", "they".
    Pronoun,
    /// "the Iraqi premier".
    Description,
}

/// A passage that stands for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its place.
    pub span: Span,
    /// The kind that it has here.
    pub kind: Kind,
    /// How it refers.
    pub form: Form,
    /// Index into the entities of the report; every name has one once resolved.
    pub entity: Option<usize>,
}

/// A person, organization, place … of one report.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Its fullest name in the report.
    pub name: String,
    /// Every form of the name, the fullest first.
    pub variants: Vec<String>,
    /// "Iraqi Prime Minister", as written.
    pub roles: Vec<String>,
}

/// The same entity across the reports of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryEntity {
    /// What it is.
    pub kind: Kind,
    /// The name that most reports use in full.
    pub name: String,
    /// Every form of the name.
    pub variants: Vec<Variant>,
    /// Roles, as written.
    pub roles: Vec<Variant>,
    /// (report, entity of that report), as indices; each entity of a report is in one story entity.
    pub members: Vec<(usize, usize)>,
}

/// A wording and the reports that use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// As written.
    pub text: String,
    /// Indices of reports, ascending.
    pub reports: Vec<usize>,
}
