//! A date that a page shows or tells, and from where it was taken.

use super::expression::Found;
use super::moment::Moment;
use super::words::Role;
use jiff::civil::Date;

/// Where on the page a date stands. The order is that of how far each is to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// Linked data (JSON-LD).
    Linked,
    /// A `<meta>` of the head.
    Meta,
    /// An attribute of microdata (`itemprop`) or the like.
    Micro,
    /// `<time>`.
    Time,
    /// An element whose class or id says that it holds a date.
    Marked,
    /// A line of text near the headline.
    Line,
    /// The page's address.
    Address,
    /// When linked data says that the page, or a film or picture on it, was made.
    Created,
    /// A value in a script.
    Script,
}

/// A date that may be the page's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub moment: Moment,
    /// The other day that the same digits may mean.
    pub other: Option<Date>,
    pub role: Role,
    pub source: Source,
    /// How many characters of text stand before it on the page; none for what is not shown.
    pub place: Option<usize>,
    /// The part of the page around it that is beside the article, as its name has it.
    pub within: Option<usize>,
    /// Whether it stands among comments, other articles or the like.
    pub aside: bool,
}

impl Candidate {
    /// A date that is not shown on the page.
    pub(super) fn told(found: &Found, role: Role, source: Source) -> Self {
        let (moment, other) = (found.moment, found.other);
        Self { moment, other, role, source, place: None, within: None, aside: false }
    }
}
