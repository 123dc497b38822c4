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
        let mut room = vec![0; names.len()];
        let mut named = Self::default();
        for name in names.split_ascii_whitespace().take(40) {
            named = named.and(one(letters(name, &mut room)));
        }
        named
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

/// Words with their signs, those that begin with the same letter together.
struct Words {
    of_letter: [Vec<(&'static [u8], Signs)>; 26],
    /// For each first letter a bit for each second one: most places of a name begin no word.
    second: [u32; 26],
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lists: [(&[&'static str], Signs); 6] = [
        (&DATE, IS_DATE),
        (&NO_DATE, IS_NO_DATE),
        (&TURNING, IS_TURNING),
        (&COMMENTS, IS_COMMENTS),
        (&["footer"], IS_FOOTER),
        (&OTHER, IS_OTHER),
    ];
    let mut words = Words { of_letter: Default::default(), second: [0; 26] };
    for (list, sign) in lists {
        list.iter().for_each(|word| words.add(word.as_bytes(), sign));
    }
    words
});

impl Words {
    fn add(&mut self, word: &'static [u8], sign: Signs) {
        let [first, second, ..] = word else { return };
        if let (Some(same), Some(seconds)) =
            (self.of_letter.get_mut(letter(*first)), self.second.get_mut(letter(*first)))
        {
            same.push((word, sign));
            *seconds |= 1 << letter(*second);
        }
    }

    /// The signs of all words that stand in a name of small letters.
    fn signs(&self, name: &[u8]) -> Signs {
        let mut signs = 0;
        for (at, pair) in name.windows(2).enumerate() {
            let &[first, second] = pair else { continue };
            let seconds = self.second.get(letter(first)).copied().unwrap_or(0);
            if seconds >> letter(second) & 1 > 0 {
                signs |= self.beginning(name.get(at..).unwrap_or(&[]));
            }
        }
        signs
    }

    /// The signs of the words that a text begins with.
    fn beginning(&self, text: &[u8]) -> Signs {
        let same = text.first().and_then(|first| self.of_letter.get(letter(*first)));
        let begins = same.into_iter().flatten().filter(|(word, _)| text.starts_with(word));
        begins.fold(0, |signs, (_, sign)| signs | sign)
    }
}

/// The number of a small letter.
fn letter(byte: u8) -> usize {
    usize::from(byte.wrapping_sub(b'a') & 31)
}

/// The letters of a name, in small ones; there has to be room for all of its bytes.
fn letters<'r>(name: &str, room: &'r mut [u8]) -> &'r [u8] {
    let mut count = 0;
    for byte in name.bytes() {
        // Written in any case, and over again unless it is one: names are short, and this has no branch.
        if let Some(place) = room.get_mut(count) {
            *place = byte.to_ascii_lowercase();
        }
        count += usize::from(byte.is_ascii_alphabetic());
    }
    room.get(..count).unwrap_or(&[])
}

/// What one name says, as letters in small ones.
fn one(name: &[u8]) -> Named {
    let signs = WORDS.signs(name);
    let has = |sign: Signs| signs & sign > 0;
    let whole = matches!(name, b"time" | b"articletime" | b"entrytime" | b"newstime" | b"dato" | b"zeit");
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
