//! The dates in linked data (JSON-LD), of the things that a page can be itself.

use super::candidate::{Candidate, Source};
use super::expression::value;
use super::words::Role;
use crate::page::meta::{Item, Linked};

/// The dates of the page's items: articles first, then pages, then films and the like, which are
/// more often something on the page.
pub(super) fn read(linked: &Linked) -> Vec<Candidate> {
    let mut out = Vec::new();
    for rank in [Rank::Article, Rank::Page, Rank::Thing] {
        let source = if rank == Rank::Thing { Source::Created } else { Source::Linked };
        for item in linked.items.iter().filter(|item| self::rank(item) == Some(rank)) {
            for (text, role) in [(&item.published, Role::Published), (&item.modified, Role::Modified)] {
                let found = text.as_deref().and_then(value);
                out.extend(found.map(|found| Candidate::told(&found, role, source)));
            }
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Article,
    Page,
    Thing,
}

fn rank(item: &Item) -> Option<Rank> {
    let is = |kinds: &[&str]| kinds.iter().any(|kind| item.is(kind));
    if item.is_article() {
        Some(Rank::Article)
    } else if item.types.iter().any(|kind| kind.ends_with("Page"))
        || is(&["Recipe", "HowTo", "CreativeWork", "Review"])
    {
        Some(Rank::Page)
    } else if is(&["VideoObject", "AudioObject", "PodcastEpisode", "Product", "Dataset", "Course", "Book"]) {
        Some(Rank::Thing)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tree::Tree;

    #[test]
    fn the_article_before_what_else_is_on_the_page() {
        let tree = Tree::parse(
            r#"<script type="application/ld+json">[{"@type": "VideoObject", "dateCreated": "2022-01-02"},
            {"@type": "Event", "datePublished": "2022-01-03"}, {"@type": "WebPage", "datePublished": "2022-01-04"},
            {"@type": "NewsArticle", "datePublished": "2023-11-06T10:15:00Z", "dateModified": "2023-11-07"}]</script>"#,
        );
        let found: Vec<_> = read(&Linked::parse(&tree))
            .into_iter()
            .map(|one| (one.moment.stamp().text, one.source))
            .collect();
        let expected = [
            ("2023-11-06T10:15:00Z", Source::Linked),
            ("2023-11-07", Source::Linked),
            ("2022-01-04", Source::Linked),
            ("2022-01-02", Source::Created),
        ];
        assert_eq!(found, expected.map(|(text, source)| (text.to_owned(), source)));
    }
}
