//! When a page was published and last changed.
//!
//! [`scan`] walks once over the page and gathers every date that may be its own, from linked data,
//! the head, marked elements and lines of text; [`choose`] decides which of them are. All of them
//! are read by the one reader of [`expression`].
//!
//! A moment keeps the time zone that the page gives. Where it gives none, the day is all that is
//! told: a time without its zone cannot be compared with another outlet's.

mod address;
mod calendar;
mod candidate;
mod choose;
mod classes;
mod clock;
mod element;
mod expression;
mod head;
mod linked;
mod moment;
mod order;
mod page;
mod places;
mod refine;
mod scan;
mod script;
mod texts;
mod tokens;
mod words;
mod zone;

use super::meta::Linked;
use super::tree::Tree;
use model::Stamp;

/// The two dates, each where the page tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dates {
    pub published: Option<Stamp>,
    pub modified: Option<Stamp>,
    /// What a reader should know of how they were found.
    pub notices: Vec<String>,
}

/// Reads them from the page; `address` is where the page was found.
pub(super) fn read(tree: &Tree, linked: &Linked, address: Option<&str>) -> Dates {
    let in_linked = linked::read(linked);
    let mut scan = scan::scan(tree, in_linked.is_empty());
    scan.candidates.splice(0..0, in_linked);
    order::settle(&mut scan.candidates, order::of_page(tree, address));
    let headlines = places::headlines(&scan, tree);
    places::mark(&mut scan, &headlines);
    let in_address = address.and_then(address::read);
    choose::choose(&page::Page::new(&scan, &headlines, in_address.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(html: &str, address: &str) -> Dates {
        let tree = Tree::parse(html);
        read(&tree, &Linked::parse(&tree), Some(address))
    }

    fn published(html: &str) -> Option<String> {
        dates(html, "https://example.org/ferry").published.map(|stamp| stamp.text)
    }

    fn page(head: &str, line: &str, more: &str) -> String {
        format!(
            "<head><title>Ferry runs aground at dawn | Harbour Post</title>{head}</head><body><nav>6 May 2024</nav>\
             <h1>Ferry runs aground at dawn</h1>{line}<p>A ferry ran aground near the lighthouse.</p>{more}</body>"
        )
    }

    const TOLD: &str = "<meta property='article:published_time' content='2023-11-07T02:30:10Z'>";

    #[test]
    fn what_is_told_with_the_clock_and_zone_of_what_is_shown() {
        assert_eq!(published(&page(TOLD, "", "")).as_deref(), Some("2023-11-07T02:30:10Z"));
        let shown = page(TOLD, "<p>Nov. 6, 2023, 9:30 p.m. ET</p>", "");
        assert_eq!(published(&shown).as_deref(), Some("2023-11-06T21:30:10-05:00"));
        let clock = page(TOLD, "<p>November 6, 2023 at 6:30 pm</p>", "");
        assert_eq!(published(&clock).as_deref(), Some("2023-11-06T18:30:10-08:00"));
    }

    #[test]
    fn the_day_shown_is_the_outlets_own() {
        let found = dates(&page(TOLD, "<p>Nov. 6, 2023</p>", ""), "https://example.org/ferry");
        assert_eq!(found.published.map(|stamp| stamp.text).as_deref(), Some("2023-11-06"));
        assert!(
            found.notices.iter().any(|notice| notice.contains("2023-11-07T02:30:10Z")),
            "{:?}",
            found.notices
        );
    }

    #[test]
    fn a_line_at_the_headline_and_none_beside_the_article() {
        let line = page(
            "",
            "<p>Published 6 November 2023 | Updated 7 November 2023</p>",
            "<div class=related>1 May 2024</div>",
        );
        let found = dates(&line, "https://example.org/ferry");
        assert_eq!(found.published.map(|stamp| stamp.text).as_deref(), Some("2023-11-06"));
        assert_eq!(found.modified.map(|stamp| stamp.text).as_deref(), Some("2023-11-07"));
        assert!(found.notices.is_empty());
        assert_eq!(
            published(&page("", "<p>Von Ann Vale, 6. November 2023</p>", "")).as_deref(),
            Some("2023-11-06")
        );
    }

    #[test]
    fn a_move_to_another_system_is_no_publication() {
        let found = dates(&page(TOLD, "", ""), "https://example.org/2021/03/05/ferry");
        assert_eq!(found.published.map(|stamp| stamp.text).as_deref(), Some("2021-03-05"));
        assert_eq!(found.notices.len(), 1);
    }

    #[test]
    fn digits_are_read_as_the_page_writes_them() {
        let line = "<p>06/11/2023</p>";
        assert_eq!(published(&page("", line, "")), None, "nothing says which it is");
        let british = format!("<html lang=en-GB>{}", page("", line, ""));
        assert_eq!(published(&british).as_deref(), Some("2023-11-06"));
    }

    #[test]
    fn what_rests_on_little_is_said() {
        let found = dates(&page("", "<p>Updated 7 November 2023</p>", ""), "https://example.org/ferry");
        assert_eq!(found.published.map(|stamp| stamp.text).as_deref(), Some("2023-11-07"));
        assert!(found.notices.iter().any(|notice| notice.contains("last change")), "{:?}", found.notices);
        assert_eq!(dates("<p>No date at all</p>", "https://example.org/").published, None);
    }
}
