//! The headline that a reader sees.
//!
//! A page may have many headings, a logo among them, and its titles name the site and are written
//! for search engines. So the headings are asked which of them the titles confirm; where none is
//! confirmed, the titles themselves are the headline.

use super::head::{Head, Heading};
use super::linked::Linked;
use super::plain::plain;
use super::title::{SiteNames, tails, without_bar, without_last_part, without_site};
use super::words::{key, key_words, likeness, main_words};
use crate::page::tree::NodeId;

/// The headline and the heading that it was read from.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub text: Option<String>,
    pub node: Option<NodeId>,
    /// The number of that heading in the order of the page.
    pub order: usize,
}

/// What the page says that its title is.
struct Claim {
    text: String,
    words: Vec<String>,
    key: String,
}

/// Likeness from which a title confirms an `h1`.
const CONFIRMS: f32 = 0.25;
/// The same where it is the only one.
const CONFIRMS_ONE: f32 = 0.12;
/// Nodes within which the logo stands.
const LOGOS: usize = 2000;
/// Likeness from which a title makes another element a headline.
const IS: f32 = 0.8;
/// Characters beyond which a title is a description.
const LONG: usize = 300;

/// Chooses the headline.
pub(super) fn find(head: &Head, linked: &Linked, names: &SiteNames) -> Found {
    let claims = claims(head, linked, names);
    let tails = head.title.as_deref().map(tails).unwrap_or_default();
    let titles = Titles { claims: &claims, names, tails, short: short(head, linked, names) };
    let first: Vec<&Heading> = head.headings.iter().filter(|h| h.level == 1 && !titles.is_site(h)).collect();
    // A page's only h1 is its headline unless the titles speak of something else altogether.
    let least = if first.len() == 1 { CONFIRMS_ONE } else { CONFIRMS };
    let others = head.headings.iter().filter(|h| h.is_named || matches!(h.level, 2..=4));
    let heading = titles
        .best(first.iter().copied(), least)
        .or_else(|| titles.best(others, IS))
        .or_else(|| first.first().copied().filter(|_| claims.is_empty()));
    let Some(heading) = heading else {
        let text = claims.first().map(|claim| without_last_part(&claim.text).to_owned());
        return Found { text, ..Found::default() };
    };
    let text = Some(titles.text_of(heading).to_owned());
    Found { text, node: Some(heading.place.node), order: heading.place.order }
}

/// What the headings are held against.
struct Titles<'p> {
    claims: &'p [Claim],
    names: &'p SiteNames,
    /// Where the site's name stands in the `<title>`.
    tails: Vec<&'p str>,
    /// The shorter form of its headline that an article gives out for sharing.
    short: Option<String>,
}

impl Titles<'_> {
    /// The logo, or what the title ends in.
    fn is_site(&self, heading: &Heading) -> bool {
        let text = key(&heading.text);
        heading.is_logo && heading.place.order < LOGOS || self.tails.iter().any(|tail| key(tail) == text)
    }

    /// The heading that the titles confirm most; of like ones the first that stands in the article.
    fn best<'h>(&self, headings: impl Iterator<Item = &'h Heading>, least: f32) -> Option<&'h Heading> {
        let mut best: Option<(&Heading, f32)> = None;
        for heading in headings.filter(|heading| heading.text.chars().count() <= LONG) {
            let words = main_words(&key_words(&heading.text));
            let mut score =
                self.claims.iter().map(|claim| likeness(&words, &claim.words)).fold(0.0, f32::max);
            if heading.place.away.is_some() || heading.place.is_hidden {
                score -= 0.15;
            }
            if self.names.is(&heading.text) {
                score -= 0.5;
            }
            if score >= least && best.is_none_or(|(_, so_far)| score > so_far + 0.1) {
                best = Some((heading, score));
            }
        }
        best.map(|(heading, _)| heading)
    }

    /// The heading without a section's name before or after it.
    fn text_of<'h>(&'h self, heading: &'h Heading) -> &'h str {
        let text = key(&heading.text);
        let is_rest = |claim: &&Claim| {
            let claim = &claim.key;
            let before = text.strip_suffix(claim.as_str()).is_some_and(|before| !before.is_empty());
            // Behind it only where an element of its own begins there.
            let first = heading.parts.first().map(|part| key(part));
            before || text.starts_with(claim.as_str()) && text != *claim && first.as_ref() == Some(claim)
        };
        match self.claims.iter().find(is_rest).filter(|claim| claim.words.len() >= 3) {
            Some(claim) => &claim.text,
            None => self.short_of(heading).unwrap_or_else(|| without_bar(&heading.text)),
        }
    }

    /// The shorter form, where it leaves out some words of the heading and changes none.
    fn short_of(&self, heading: &Heading) -> Option<&str> {
        let short = self.short.as_deref()?;
        let (words, all) = (key_words(short), key_words(&heading.text));
        let mut rest = all.iter();
        let is_part = words.iter().all(|word| rest.any(|other| other == word));
        (is_part && words.len() >= 4 && words.len() < all.len() && words.len() * 5 >= all.len() * 3)
            .then_some(short)
    }
}

/// Only of pages that say they are articles: elsewhere that title is written for search engines.
fn short(head: &Head, linked: &Linked, names: &SiteNames) -> Option<String> {
    let is_news = linked.articles().any(|item| item.types.iter().any(|kind| kind.contains("NewsArticle")));
    let is_article = is_news || head.first(&["og:type"]) == Some("article");
    let given = head.first(&["og:title"]).filter(|title| is_article && title.chars().count() <= LONG)?;
    Some(without_site(&plain(given), names).to_owned())
}

/// The page's titles without the site's name, the most reliable first.
fn claims(head: &Head, linked: &Linked, names: &SiteNames) -> Vec<Claim> {
    #[rustfmt::skip]
    const METAS: [&str; 12] = [
        "og:title", "twitter:title", "itemprop:headline", "parsely-title", "sailthru.title", "citation_title", "dc.title",
        "dcterms.title", "article:title", "cxenseparse:title", "mrf:title", "title",
    ];
    let article = linked.article();
    let linked = article.and_then(|item| item.headline.clone().or_else(|| item.name.clone()));
    let metas = METAS.iter().filter_map(|name| head.first(&[name]).map(plain));
    let title = head.title.as_deref().map(plain);
    let mut claims: Vec<Claim> = Vec::new();
    let short = |text: &String| text.chars().count() <= LONG * 2;
    for text in linked.into_iter().chain(metas).chain(title).filter(short) {
        let text = without_site(&text, names).to_owned();
        let key = key(&text);
        if !key.is_empty() && text.chars().count() <= LONG && !names.0.contains(&key) {
            let words = main_words(&key_words(&text));
            claims.push(Claim { text, words, key });
        }
    }
    claims
}
