//! What the words in `class`, `id` and the like say about an element.
//!
//! Names are cut into words (`story-body__relatedLinks` is story, body, related, links) and looked
//! up whole: a "shared-content" holds no sharing buttons, and "download" is no "ad".

use super::marks::Marks;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words of what is never part of an article, however much text it holds.
const NEVER: &[&str] = &[
    "addthis",
    "addtoany",
    "breadcrumb",
    "breadcrumbs",
    "commenting",
    "commentlist",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "disqus",
    "footer",
    "modal",
    "popup",
    "gdpr",
    "jp-relatedposts",
    "livefyre",
    "login",
    "menu",
    "menus",
    "nav",
    "navbar",
    "navigation",
    "outbrain",
    "pager",
    "pagination",
    "sharedaddy",
    "signin",
    "signup",
    "subnav",
    "taboola",
    "yarpp",
    "zergnet",
    "adsense",
    "adslot",
    "adunit",
    "skyscraper",
];

/// Words of furniture: what stands around an article on every page of an outlet.
const FURNITURE: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "aboutauthor",
    "affiliate",
    "authorbio",
    "bio",
    "byline",
    "bylines",
    "caption",
    "captions",
    "comment",
    "dateline",
    "datetime",
    "dfp",
    "donate",
    "donation",
    "dropdown",
    "editsection",
    "entrymeta",
    "figcaption",
    "footer",
    "infobox",
    "masthead",
    "metering",
    "morenews",
    "mostread",
    "navbox",
    "newsletter",
    "newsletters",
    "noprint",
    "offscreen",
    "overlay",
    "piano",
    "playlist",
    "popular",
    "postinfo",
    "postmeta",
    "promo",
    "promos",
    "promoted",
    "promotion",
    "reactions",
    "readmore",
    "recirc",
    "recirculation",
    "recommendation",
    "recommendations",
    "recommended",
    "reflist",
    "related",
    "relatedposts",
    "respond",
    "rss",
    "screenreader",
    "seealso",
    "share",
    "sharebar",
    "shares",
    "sharing",
    "sidebar",
    "sidebars",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "sponsors",
    "subscribe",
    "subscriber",
    "subscription",
    "subscriptions",
    "taglist",
    "tags",
    "teaser",
    "teasers",
    "timestamp",
    "toolbar",
    "tooltip",
    "topbar",
    "trending",
    "trinity",
    "upsell",
    "visuallyhidden",
    "catlinks",
    "lightbox",
    "gallery",
    "slideshow",
];

/// Words of what is furniture where it holds little text or mostly links.
const DOUBTFUL: &[&str] = &[
    "banner",
    "carousel",
    "paywall",
    "credit",
    "credits",
    "dates",
    "hidden",
    "marketing",
    "metadata",
    "poll",
    "print-only",
    "quiz",
    "rating",
    "ratings",
    "reaction",
    "search",
    "skip",
    "slider",
    "sr",
    "toc",
    "tools",
    "widget",
    "widgets",
];

/// Words that turn a name around: "no-sidebar" and "has-sidebar" are the page beside it.
const TURNING: &[&str] = &[
    "no", "has", "with", "without", "not", "is", "enable", "enabled", "disable", "disabled", "js", "supports",
];

/// First and second words that together name the body of an article.
const BODY_FIRST: &[&str] = &[
    "article", "story", "post", "entry", "news", "blog", "content", "single", "page", "blogpost", "body",
    "text", "main", "rich", "art", "itemfull",
];
const BODY_SECOND: &[&str] = &["body", "content", "text", "copy", "contents", "bodytext", "txt"];

/// Words of what stands under a headline.
const STANDFIRST: &[&str] = &[
    "abstract",
    "deck",
    "dek",
    "description",
    "excerpt",
    "intro",
    "introduction",
    "lead",
    "lede",
    "standfirst",
    "strapline",
    "subhead",
    "subheading",
    "subheadline",
    "subtitle",
    "summary",
    "teaser",
    "sub",
    "chapo",
    "vorspann",
];

/// Single words that do.
const BODY: &[&str] = &[
    "articlebody",
    "articlecontent",
    "articletext",
    "storybody",
    "storycontent",
    "storytext",
    "postbody",
    "postcontent",
    "posttext",
    "entrycontent",
    "entrybody",
    "bodycopy",
    "bodytext",
    "newsbody",
    "newscontent",
    "newstext",
    "maincontent",
    "contentbody",
    "textcontent",
    "articlecopy",
    "postentry",
    "articlemain",
    "fulltext",
    "blogcontent",
    "blogbody",
    "richtext",
    "wysiwyg",
];

/// Words of the article with all that belongs to it.
const ARTICLE: &[&str] =
    &["article", "story", "post", "entry", "hentry", "content", "main", "blogpost", "text", "body"];

const FURNITURE_WORD: u16 = 1;
const TURNING_WORD: u16 = 2;
const FIRST_WORD: u16 = 4;
const SECOND_WORD: u16 = 8;
const BODY_WORD: u16 = 16;
const ARTICLE_WORD: u16 = 32;
const NEVER_WORD: u16 = 64;
const DOUBTFUL_WORD: u16 = 128;
const STANDFIRST_WORD: u16 = 256;

static WORDS: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let lists = [
        (FURNITURE, FURNITURE_WORD),
        (NEVER, NEVER_WORD),
        (DOUBTFUL, DOUBTFUL_WORD),
        (STANDFIRST, STANDFIRST_WORD),
        (TURNING, TURNING_WORD),
        (BODY_FIRST, FIRST_WORD),
        (BODY_SECOND, SECOND_WORD),
        (BODY, BODY_WORD),
        (ARTICLE, ARTICLE_WORD),
    ];
    let mut words = HashMap::new();
    for (list, bit) in lists {
        for word in list {
            *words.entry(*word).or_default() |= bit;
        }
    }
    words
});

/// What the names in an attribute say.
pub(super) fn read(names: &str) -> Marks {
    names
        .split_ascii_whitespace()
        .filter(|name| !name.contains('['))
        .fold(Marks::NONE, |marks, name| marks | read_name(name))
}

fn read_name(name: &str) -> Marks {
    let (mut all, mut body, mut last) = (0, false, 0);
    let mut pair = String::with_capacity(32);
    let mut before = 0;
    for word in words(name) {
        let start = pair.len();
        pair.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        // "most-read" is looked up as "mostread" too.
        let mut bits = pair.get(start..).and_then(|word| WORDS.get(word)).copied().unwrap_or(0);
        if start > before {
            all |= pair.get(before..).and_then(|pair| WORDS.get(pair)).copied().unwrap_or(0);
        }
        before = start;
        bits |= 0;
        body |= bits & BODY_WORD > 0 || (last & FIRST_WORD > 0 && bits & SECOND_WORD > 0);
        all |= bits;
        last = bits;
    }
    let standfirst = if all & STANDFIRST_WORD > 0 { Marks::STANDFIRST } else { Marks::NONE };
    standfirst
        | if all & TURNING_WORD > 0 {
            Marks::NONE
        } else if all & NEVER_WORD > 0 {
            Marks::NEVER
        } else if all & FURNITURE_WORD > 0 {
            Marks::FURNITURE
        } else if all & DOUBTFUL_WORD > 0 {
            Marks::DOUBTFUL
        } else if body {
            Marks::BODY
        } else if all & ARTICLE_WORD > 0 {
            Marks::ARTICLE
        } else {
            Marks::NONE
        }
}

/// The words of a name: cut at all that is no letter or digit, and before a capital after a small
/// letter; numbers at their end are left out.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(camel);
    parts.map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit())).filter(|word| !word.is_empty())
}

fn camel(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let bytes = rest.as_bytes();
        let cut = bytes
            .iter()
            .zip(bytes.iter().skip(1))
            .position(|(one, two)| one.is_ascii_lowercase() && two.is_ascii_uppercase())
            .map_or(rest.len(), |at| at + 1);
        let (word, after) = rest.split_at_checked(cut)?;
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        assert_eq!(read("story-body"), Marks::BODY);
        assert_eq!(read("StoryBody wide"), Marks::BODY);
        assert_eq!(read("story-body__relatedLinks"), Marks::FURNITURE);
        assert_eq!(read("shared-load download"), Marks::NONE);
        assert_eq!(read("no-sidebar"), Marks::NONE);
        assert_eq!(read("ad-300x250 ad2"), Marks::FURNITURE);
        assert_eq!(read("w-node-b5343ad4-d1b4"), Marks::NONE);
        assert_eq!(read("newsletter-box"), Marks::FURNITURE);
    }
}
