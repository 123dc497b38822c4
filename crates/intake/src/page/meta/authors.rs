//! Who wrote it, as names.
//!
//! What the page states for machines is believed first where it names people; many pages state
//! their own name or a login there, and then the byline that a reader sees knows better.

use super::head::{Byline, BylineKind, Head};
use super::headline;
use super::linked::Linked;
use super::names::{begins_byline, is_opening, is_other, is_person, names, turned};
use super::title::SiteNames;
use super::words::{key, key_words};
use crate::page::tree::{NodeId, Tree};

/// Authors of one report that are kept.
const MANY: usize = 30;
/// Nodes after the headline within which a byline is the report's.
const BELOW: usize = 500;
/// Nodes after the headline within which a line that begins with "By" is.
const NEAR: usize = 150;
/// Nodes before it.
const ABOVE: usize = 120;
/// Nodes between the names of one byline.
const TOGETHER: usize = 60;

/// Chooses the authors.
pub(super) fn find(
    tree: &Tree,
    head: &Head,
    linked: &Linked,
    headline: &headline::Found,
    site: &SiteNames,
) -> Vec<String> {
    let stated = [in_linked(linked), in_metas(head)];
    let seen = in_bylines(tree, &head.bylines, headline);
    let is_own = |name: &String| is_person(name) && !site.is(name);
    let people = |names: &[String]| names.iter().any(is_own);
    let own = |names: &[String]| names.iter().all(|name| site.is(name));
    let mut choices: Vec<&[String]> = stated.iter().map(Vec::as_slice).collect();
    // What a reader sees is believed first where it knows more, or knows better.
    let differs =
        |names: &[String]| !names.iter().any(|name| seen.names.iter().any(|other| is_same(name, other)));
    let first = stated.iter().find(|names| people(names));
    let better = first.is_some_and(|names| differs(names)) && seen.is_near && people(&seen.names);
    choices.insert(if better { 0 } else { choices.len() }, &seen.names);
    choices.retain(|names| !names.is_empty());
    // Stable: people before other names before the site itself.
    choices.sort_by_key(|names| {
        if people(names) {
            0
        } else if own(names) {
            2
        } else {
            1
        }
    });
    without_site(choices.first().map(|names| names.to_vec()).unwrap_or_default(), site)
}

/// Beside people the name of the outlet says nothing.
fn without_site(mut names: Vec<String>, site: &SiteNames) -> Vec<String> {
    if names.iter().any(|name| !site.is(name)) {
        names.retain(|name| !site.is(name));
    }
    names.truncate(MANY);
    names
}

fn in_linked(linked: &Linked) -> Vec<String> {
    let Some(article) = linked.articles().find(|item| !item.authors.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    for named in &article.authors {
        let inside = names(&named.name);
        add(
            if named.is_organization && inside.len() != 1 { vec![named.name.clone()] } else { inside },
            &mut found,
        );
    }
    found
}

fn in_metas(head: &Head) -> Vec<String> {
    #[rustfmt::skip]
    const METAS: [&str; 17] = [
        "citation_author", "author", "article:author_name", "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "mrf:authors",
        "dcsext.author", "article:author", "og:article:author", "book:author", "dc.creator",
        "dcterms.creator", "dc.creator.name", "shareaholic:article_author_name", "itemprop:author",
    ];
    let mut best: Vec<String> = Vec::new();
    for name in METAS {
        let mut found = Vec::new();
        for value in head.all(name) {
            let catalogue = name.starts_with("dc") || name.starts_with("citation");
            add(names(&if catalogue { turned(value) } else { value.to_owned() }), &mut found);
        }
        found.retain(|name| !is_slug(name));
        let people = |names: &[String]| names.iter().filter(|name| is_person(name)).count();
        if !found.is_empty() && (best.is_empty() || people(&best) == 0 && people(&found) > 0) {
            best = found;
        }
    }
    if best.is_empty()
        && head
            .first(&["twitter:label1"])
            .is_some_and(|label| label.ends_with("by") || label.ends_with("von"))
    {
        best = head.first(&["twitter:data1"]).map(names).unwrap_or_default();
    }
    best
}

/// "ann-vale" of an address.
fn is_slug(name: &str) -> bool {
    name.contains('-') && !name.contains(|c: char| c.is_uppercase() || c == ' ')
}

/// The authors that a reader sees.
#[derive(Debug, Default)]
struct Seen {
    names: Vec<String>,
    /// Right at the headline.
    is_near: bool,
}

/// The byline nearest below the headline, then one above it, then one anywhere in the article.
fn in_bylines(tree: &Tree, bylines: &[Byline], headline: &headline::Found) -> Seen {
    let around: Vec<NodeId> = headline.node.map(|node| tree.ancestors(node).collect()).unwrap_or_default();
    let here = |byline: &&Byline| {
        byline.place.away.is_none_or(|away| around.contains(&away)) && !byline.place.is_hidden
    };
    let here: Vec<&Byline> = bylines.iter().filter(here).collect();
    let order = headline.order;
    let below = |byline: &&&Byline| {
        let far = byline.place.order.saturating_sub(order);
        headline.node.is_some()
            && far > 0
            && far <= if byline.kind == BylineKind::Text { NEAR } else { BELOW }
    };
    let above = |byline: &&&Byline| byline.place.order <= order && byline.place.order + ABOVE >= order;
    let mut near = cluster(here.iter().filter(below).copied());
    if near.is_empty() {
        near = cluster(here.iter().rev().filter(above).copied());
    }
    if !near.is_empty() {
        return Seen { names: near, is_near: true };
    }
    let anywhere = |kind: BylineKind| cluster(here.iter().copied().filter(|byline| byline.kind == kind));
    let found = anywhere(BylineKind::Stated);
    Seen { names: if found.is_empty() { anywhere(BylineKind::Class) } else { found }, is_near: false }
}

/// The names of the first byline that has some, and of those right beside it.
fn cluster<'h>(bylines: impl Iterator<Item = &'h Byline>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut first: Option<&Byline> = None;
    for byline in bylines {
        let mut names = of_byline(byline);
        if let Some(first) = first {
            if byline.place.order.abs_diff(first.place.order) > TOGETHER {
                break;
            }
            if byline.kind == BylineKind::Text && first.kind != BylineKind::Text {
                continue;
            }
            names.retain(|name| is_person(name));
        }
        if !names.is_empty() {
            first = first.or(Some(byline));
            add(names, &mut found);
        }
    }
    found
}

/// The names in one byline: links to authors, else people, else what stands first.
fn of_byline(byline: &Byline) -> Vec<String> {
    let mut found = Vec::new();
    let mut others = Vec::new();
    let mut linked = Vec::new();
    let (mut after_by, mut of_other) = (false, false);
    for piece in &byline.pieces {
        if is_other(&piece.text) {
            (after_by, of_other) = (false, true);
            continue;
        }
        let opens = begins_byline(&piece.text);
        of_other &= !opens;
        if byline.kind == BylineKind::Text && !opens && !after_by && found.is_empty() && others.is_empty() {
            // Only a date may stand before "By".
            if piece.text.contains(|c: char| c.is_ascii_digit()) || piece.text.chars().count() < 4 {
                continue;
            } else {
                break;
            }
        }
        let (people, rest): (Vec<String>, Vec<String>) =
            names(&piece.text).into_iter().partition(|name| is_person(name));
        if !of_other {
            if piece.is_author {
                linked.extend(people.iter().chain(&rest).cloned());
            }
            if byline.kind != BylineKind::Text || opens || after_by {
                add(people, &mut found);
            }
            if opens || after_by || byline.kind != BylineKind::Text {
                others.extend(rest.into_iter().filter(|name| is_titled(name) || byline.pieces.len() == 1));
            }
        }
        after_by = opens && is_opening(&piece.text) || after_by && key(&piece.text).is_empty();
        of_other &= is_other(&piece.text) || key(&piece.text).is_empty();
    }
    if !linked.is_empty() {
        let mut names = Vec::new();
        add(linked, &mut names);
        return names;
    }
    if found.is_empty() { others.into_iter().take(1).collect() } else { found }
}

/// Few words, each with a capital: "Harbour Team", "gull42".
fn is_titled(name: &str) -> bool {
    let words = name.split(' ').count();
    words == 1 || words <= 4 && name.split(' ').all(|word| word.starts_with(|c: char| !c.is_lowercase()))
}

/// Adds names that are not there yet; a name inside a longer one is the same.
fn add(names: Vec<String>, found: &mut Vec<String>) {
    for name in names {
        if found.len() < MANY && !found.iter().any(|known| is_same(known, &name)) {
            found.push(name);
        }
    }
}

/// Whether one name holds all words of the other.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (key_words(one), key_words(other));
    one.iter().all(|word| other.contains(word)) || other.iter().all(|word| one.contains(word))
}
