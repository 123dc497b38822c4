//! Which of a page's dates are its own.

use super::Dates;
use super::candidate::{Candidate, Source};
use super::moment::Moment;
use super::page::Page;
use super::refine::{Refined, refined};
use super::words::Role;

/// More days than a news report is worked on.
const REWRITTEN: i32 = 30;

/// On what the date of publication rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ground {
    /// What the page tells machines, or shows at its headline.
    Plain,
    /// The page shows another day than it tells machines.
    Shown,
    Address,
    /// Something on the page that is not surely the page.
    Made,
    Script,
    /// A date somewhere on the page.
    Somewhere,
    Modified,
}

/// Decides.
pub(super) fn choose(page: &Page<'_>) -> Dates {
    let chosen = published(page);
    let mut notices = Vec::new();
    let mut stamped = |rough: Moment, not_before: Option<Moment>, name: &str| {
        let Refined { moment, told } = refined(rough, page, not_before.is_some());
        if not_before.is_some_and(|first| moment.date < first.date) {
            return rough;
        }
        if let Some(told) = told {
            let told = told.stamp().text;
            notices.push(format!(
                "date {name}: the page tells {told} and shows {}; the day shown is given",
                moment.date
            ));
        }
        moment
    };
    let published = chosen.map(|(_, one)| stamped(one.moment, None, "of publication"));
    // A page that does not say when it was published has no date of a change either: see `Ground`.
    let modified = modified(page, published).map(|moment| stamped(moment, published, "of the last change"));
    notices.extend(
        chosen.and_then(|(ground, _)| notice(ground)).map(|why| format!("date of publication: {why}")),
    );
    Dates {
        published: published.map(|moment| moment.stamp()),
        modified: modified.map(|moment| moment.stamp()),
        notices,
    }
}

/// What a reader should know of a date that rests on little.
fn notice(ground: Ground) -> Option<&'static str> {
    match ground {
        Ground::Plain => None,
        Ground::Shown => Some("the one that the page shows, which is not the one that it tells machines"),
        Ground::Address => Some("taken from the page's address"),
        Ground::Made => Some("that of something on the page; the page itself tells none"),
        Ground::Script => Some("taken from a script of the page"),
        Ground::Somewhere => Some("taken from a line of the page that does not say what it dates"),
        Ground::Modified => Some("that of the last change; the page tells no other"),
    }
}

fn published<'a>(page: &Page<'a>) -> Option<(Ground, &'a Candidate)> {
    let shown = shown(page);
    let told = told(page, shown);
    if let Some(told) = told
        && let Some(other) = contradiction(page, told, shown)
    {
        return Some((Ground::Shown, other));
    }
    let first = |source, role: fn(Role) -> bool| page.first(|one| one.source == source && role(one.role));
    let not_modified: fn(Role) -> bool = |role| role != Role::Modified;
    let said = said(page).filter(|said| shown.is_none_or(|shown| said.moment.date <= shown.moment.date));
    told.or_else(|| unsaid_meta(page))
        .or(said)
        .or(shown.filter(|one| one.source != Source::Line))
        .map(|one| (Ground::Plain, one))
        .or(page.address.map(|one| (Ground::Address, one)))
        .or(shown.map(|one| (Ground::Plain, one)))
        .or_else(|| changed_near(page).map(|one| (Ground::Modified, one)))
        .or_else(|| first(Source::Created, |_| true).map(|one| (Ground::Made, one)))
        .or_else(|| first(Source::Time, not_modified).map(|one| (Ground::Somewhere, one)))
        .or_else(|| first(Source::Marked, not_modified).map(|one| (Ground::Somewhere, one)))
        .or_else(|| first(Source::Script, not_modified).map(|one| (Ground::Script, one)))
        .or_else(|| first(Source::Line, not_modified).map(|one| (Ground::Somewhere, one)))
        .or_else(|| page.first(|one| one.role == Role::Modified).map(|one| (Ground::Modified, one)))
        .or_else(|| beside(page).map(|one| (Ground::Somewhere, one)))
}

/// The date that the page tells machines; of several the one that it also shows.
fn told<'a>(page: &Page<'a>, shown: Option<&Candidate>) -> Option<&'a Candidate> {
    let known = shown.or(page.address);
    [Source::Linked, Source::Meta, Source::Micro].into_iter().find_map(|source| {
        let is = |one: &Candidate| one.source == source && one.role == Role::Published;
        let agrees = |one: &Candidate| known.is_some_and(|known| known.moment.same_day(&one.moment));
        page.first(|one| is(one) && agrees(one)).or_else(|| page.first(is))
    })
}

/// A `<meta>` of a date that is not said to be anything, unless it is when the page was changed.
fn unsaid_meta<'a>(page: &Page<'a>) -> Option<&'a Candidate> {
    let is_change = |one: &Candidate| {
        page.first(|other| {
            other.role == Role::Modified
                && other.moment.clock.is_some()
                && other.moment.date == one.moment.date
        })
        .is_some_and(|change| {
            change.moment.clock.map(|clock| clock.time) == one.moment.clock.map(|clock| clock.time)
        })
    };
    page.first(|one| one.source == Source::Meta && one.role == Role::Unsaid && !is_change(one))
}

/// "Updated: …" at the headline, where the page says nothing else: better than a line elsewhere.
fn changed_near<'a>(page: &Page<'a>) -> Option<&'a Candidate> {
    page.first(|one| one.role == Role::Modified && page.distance(one).is_some())
}

/// The date that the page shows nearest to its headline.
fn shown<'a>(page: &Page<'a>) -> Option<&'a Candidate> {
    let near = page.all.iter().filter(|one| one.role != Role::Modified && one.source > Source::Micro);
    let near = near.filter_map(|one| Some((page.distance(one)?, *one)));
    near.min_by_key(|(distance, one)| (one.role != Role::Published, *distance, one.source))
        .map(|(_, one)| one)
}

/// The one date of which the page says in words that it was published then.
fn said<'a>(page: &Page<'a>) -> Option<&'a Candidate> {
    let is =
        |one: &Candidate| one.place.is_some() && one.source > Source::Micro && one.role == Role::Published;
    let first = page.first(is)?;
    page.all.iter().filter(|one| is(one)).all(|one| one.moment.same_day(&first.moment)).then_some(first)
}

/// A date that is to be believed more than the one that the page tells machines.
fn contradiction<'a>(
    page: &Page<'a>,
    told: &Candidate,
    shown: Option<&'a Candidate>,
) -> Option<&'a Candidate> {
    let days = |other: &Candidate| (other.moment.date - told.moment.date).get_days();
    if let Some(address) = page.address {
        // An address is made once; what is told after a move to another system is the day of that.
        return Some(address).filter(|address| days(address) < -1);
    }
    if let Some(shown) = shown.filter(|shown| page.is_under(shown)) {
        // An earlier day is from before such a move; one long after is that of the text as it stands.
        let is_change =
            page.first(|one| one.role == Role::Modified && one.moment.same_day(&shown.moment)).is_some();
        if days(shown) < -1 || days(shown) > REWRITTEN && !is_change {
            return Some(shown);
        }
        if shown.moment.same_day(&told.moment) {
            return None;
        }
    }
    said(page).filter(|said| days(said) < -1)
}

/// The last resort: the one near the headline, or the one day that stands anywhere on the page.
fn beside<'a>(page: &Page<'a>) -> Option<&'a Candidate> {
    let near = page.beside.iter().filter_map(|one| Some((page.distance(one)?, *one)));
    let first = page.beside.first()?;
    let only = || page.beside.iter().all(|one| one.moment.same_day(&first.moment)).then_some(*first);
    near.min_by_key(|(distance, _)| *distance).map(|(_, one)| one).or_else(only)
}

/// The date of the last change: as told before as shown, and none before publication.
fn modified(page: &Page<'_>, published: Option<Moment>) -> Option<Moment> {
    let best = page.all.iter().filter(|one| one.role == Role::Modified).min_by_key(|one| one.source)?;
    let before = published.is_some_and(|published| {
        best.moment.date < published.date
            || both_timed(best.moment, published) && best.moment.instant() < published.instant()
    });
    (!before).then_some(best.moment)
}

fn both_timed(one: Moment, other: Moment) -> bool {
    one.zone().is_some() && other.zone().is_some()
}
