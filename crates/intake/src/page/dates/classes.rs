//! What the names that page authors give their elements say about dates.

/// What a part of a page is, that is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// What readers wrote.
    Comments,
    /// The end of a page or of an article, or what stands beside it.
    Margin,
    /// Other articles, advertisements.
    Other,
    /// Menus, and bars with the day of today.
    Menu,
}

/// What the names of an element say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// It stands beside the article.
    pub beside: Option<Beside>,
    /// It holds a date.
    pub date: bool,
}

impl Named {
    /// What a class says, or the id of an element; several names are parted by spaces.
    pub(super) fn of(names: &str) -> Self {
        names.split_ascii_whitespace().take(40).map(one).fold(Self::default(), Self::and)
    }

    /// What two names say together.
    pub(super) fn and(self, other: Self) -> Self {
        Self { beside: self.beside.or(other.beside), date: self.date || other.date }
    }
}

/// Names of parts of a page that belong to other articles.
const OTHER: [&str; 24] = [
    "related",
    "recommend",
    "sidebar",
    "teaser",
    "widget",
    "trending",
    "latest",
    "popular",
    "promo",
    "newsletter",
    "mostread",
    "readmore",
    "morenews",
    "carousel",
    "slider",
    "ticker",
    "breaking",
    "outbrain",
    "taboola",
    "sponsored",
    "navigation",
    "upnext",
    "archive",
    "copyright",
];

/// Parts of the names of dates.
const DATE: [&str; 10] = [
    "date",
    "publish",
    "posted",
    "timestamp",
    "datum",
    "fecha",
    "pubtime",
    "posttime",
    "lastmod",
    "modified",
];

/// And names that hold such a part without being one.
const NO_DATE: [&str; 7] = ["candidate", "validate", "mandate", "upcoming", "birth", "lastvisit", "expir"];

fn one(name: &str) -> Named {
    let name: String =
        name.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let holds = |words: &[&str]| holds(name.as_bytes(), words);
    let whole = matches!(&*name, "time" | "articletime" | "entrytime" | "newstime" | "dato" | "zeit");
    let date = whole || holds(&DATE) && !holds(&NO_DATE);
    // The wrappers of a page say what its columns are: "has-sidebar", "with-comments".
    let beside = if holds(&["has", "with"]) || name.starts_with("no") {
        None
    } else if holds(&["comment", "reply", "disqus"]) {
        Some(Beside::Comments)
    } else if holds(&["footer"]) {
        Some(Beside::Margin)
    } else {
        holds(&OTHER).then_some(Beside::Other)
    };
    Named { beside, date }
}

/// Whether one of the words stands in a short name. To compare at each place is several times faster
/// than to set up a search for each word, and pages have hundreds of names.
fn holds(name: &[u8], words: &[&str]) -> bool {
    let begins = |rest: &[u8], word: &[u8]| rest.first() == word.first() && rest.starts_with(word);
    (0..name.len())
        .filter_map(|at| name.get(at..))
        .any(|rest| words.iter().any(|word| begins(rest, word.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_the_article() {
        for name in ["comments-area", "relatedPosts", "col-4 sidebar", "c-teaser"] {
            assert!(Named::of(name).beside.is_some(), "{name}");
        }
        for name in ["", "entry-content", "page has-sidebar", "post-meta"] {
            assert!(Named::of(name).beside.is_none(), "{name}");
        }
    }

    #[test]
    fn dates() {
        for name in [
            "entry-date",
            "articleDate",
            "post_timestamp",
            "time",
            "updated-date",
            "posted-on",
            "datePublished",
        ] {
            assert!(Named::of(name).date, "{name}");
        }
        for name in ["candidate-list", "sometimes", "title", "birthdate", "author"] {
            assert!(!Named::of(name).date, "{name}");
        }
    }
}
