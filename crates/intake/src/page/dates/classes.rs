//! What the names that page authors give their elements say about dates.

use std::sync::LazyLock;

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

/// Words that turn the rest around: "has-sidebar", "with-comments".
const TURNING: [&str; 2] = ["has", "with"];

/// Words of the parts where readers write.
const COMMENTS: [&str; 3] = ["comment", "reply", "disqus"];

/// What one word in a name is a sign of; several are added up.
type Signs = u8;
const IS_DATE: Signs = 1;
const IS_NO_DATE: Signs = 2;
const IS_TURNING: Signs = 4;
const IS_COMMENTS: Signs = 8;
const IS_FOOTER: Signs = 16;
const IS_OTHER: Signs = 32;

/// A word in small letters, and what it is a sign of.
type Word = (&'static [u8], Signs);

/// The words by their first letter: at each letter of a name only the few that begin with it are
/// compared. Pages have hundreds of names, most of them with none of the words.
static WORDS: LazyLock<[Vec<Word>; 26]> = LazyLock::new(|| {
    let lists: [(&[&str], Signs); 6] = [
        (&DATE, IS_DATE),
        (&NO_DATE, IS_NO_DATE),
        (&TURNING, IS_TURNING),
        (&COMMENTS, IS_COMMENTS),
        (&["footer"], IS_FOOTER),
        (&OTHER, IS_OTHER),
    ];
    let all =
        lists.into_iter().flat_map(|(words, sign)| words.iter().map(move |word| (word.as_bytes(), sign)));
    let mut words: [Vec<Word>; 26] = Default::default();
    for (word, sign) in all {
        if let Some(same) = word.first().and_then(|first| words.get_mut(letter(*first))) {
            same.push((word, sign));
        }
    }
    words
});

fn letter(byte: u8) -> usize {
    usize::from(byte.wrapping_sub(b'a'))
}

/// The signs of all words that stand in a name of small letters.
fn signs(name: &[u8]) -> Signs {
    let words = &*WORDS;
    let at = |(at, byte): (usize, &u8)| {
        let begins = |(word, _): &&Word| name.get(at..).is_some_and(|rest| rest.starts_with(word));
        let same = words.get(letter(*byte)).map_or(&[][..], Vec::as_slice);
        same.iter().filter(begins).fold(0, |signs, (_, sign)| signs | sign)
    };
    name.iter().enumerate().map(at).fold(0, |signs, more| signs | more)
}

fn one(name: &str) -> Named {
    let name: Vec<u8> =
        name.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_lowercase()).collect();
    let signs = signs(&name);
    let has = |sign: Signs| signs & sign > 0;
    let whole = matches!(&*name, b"time" | b"articletime" | b"entrytime" | b"newstime" | b"dato" | b"zeit");
    let date = whole || has(IS_DATE) && !has(IS_NO_DATE);
    // The wrappers of a page say what its columns are.
    let beside = if has(IS_TURNING) || name.starts_with(b"no") {
        None
    } else if has(IS_COMMENTS) {
        Some(Beside::Comments)
    } else if has(IS_FOOTER) {
        Some(Beside::Margin)
    } else {
        has(IS_OTHER).then_some(Beside::Other)
    };
    Named { beside, date }
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
