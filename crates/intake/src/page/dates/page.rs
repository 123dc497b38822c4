//! The dates of a page, seen from its headline.

use super::candidate::Candidate;
use super::places::Place;
use super::scan::Scan;

/// How many characters after a headline its date may stand.
const NEAR: usize = 700;
/// And right under it.
const UNDER: usize = 400;
/// How many before: a line above the headline, not the bar of the page.
const ABOVE: usize = 250;

/// What was found on a page.
pub(super) struct Page<'a> {
    /// The dates of the article, as far as their places tell.
    pub all: Vec<&'a Candidate>,
    /// What stands beside the article.
    pub beside: Vec<&'a Candidate>,
    /// The day in the page's address.
    pub address: Option<&'a Candidate>,
    headlines: &'a [Place],
}

impl<'a> Page<'a> {
    pub(super) fn new(scan: &'a Scan, headlines: &'a [Place], address: Option<&'a Candidate>) -> Self {
        let (beside, all) = scan.candidates.iter().partition(|one| one.aside);
        Self { all, beside, address, headlines }
    }

    pub(super) fn first(&self, is: impl Fn(&Candidate) -> bool) -> Option<&'a Candidate> {
        self.all.iter().copied().find(|one| is(one))
    }

    /// How far from the headline a date stands; none where that is too far.
    pub(super) fn distance(&self, one: &Candidate) -> Option<usize> {
        let place = one.place?;
        let distances = self.headlines.iter().filter_map(|&(start, end)| {
            if place < start {
                Some((start - place) * 2).filter(|&distance| distance <= 2 * ABOVE)
            } else {
                Some(place.saturating_sub(end)).filter(|&distance| distance <= NEAR)
            }
        });
        distances.min()
    }

    /// Whether it stands right under the headline.
    pub(super) fn is_under(&self, one: &Candidate) -> bool {
        let under = |place| self.headlines.iter().any(|&(start, end)| (start..end + UNDER).contains(&place));
        one.place.is_some_and(under)
    }
}
