//! The dates of one element: microdata, `<time>`, elements that are named after dates, attributes
//! for the page's programs.

use super::candidate::Source;
use super::classes::Named;
use super::expression::{Found, dates, value};
use super::head;
use super::texts::{has_digit, short, with_digit};
use super::words::{Role, role};
use crate::page::tree::{NodeId, Tree};
use html5ever::{LocalName, local_name};

/// Dates of one element that are taken.
const MOST: usize = 4;

/// Attributes that hold a moment where the element's text is for people.
const TOLD: [&str; 5] = ["datetime", "content", "title", "data-datetime", "data-date"];

/// A date of an element, what is said of it, and what kind of element it is.
pub(super) type Dated = (Found, Role, Source);

/// Reads an element; `named` is what its class and id say.
pub(super) fn read(tree: &Tree, id: NodeId, named: Named) -> Vec<Dated> {
    let property = tree.attribute(id, &local_name!("itemprop")).filter(|property| property.len() > 4);
    let micro = property.and_then(head::role);
    let source = match (micro, tree.is(id, &local_name!("time"))) {
        (Some(_), _) => Source::Micro,
        (None, true) => Source::Time,
        (None, false) if named.date => Source::Marked,
        _ => return data(tree, id),
    };
    let said = || micro.unwrap_or_else(|| said_of(tree, id));
    let shown = with_digit(tree, id).as_deref().map(dates).unwrap_or_default();
    let told = TOLD.iter().filter_map(|name| tree.attribute_named(id, name)).find_map(value);
    if let Some(found) = told {
        let shown = shown.first().map_or(Role::Unsaid, |found| found.role);
        return vec![(found, or(said(), shown), source)];
    }
    match shown.as_slice() {
        [] => data(tree, id),
        [only] => vec![(*only, or(only.role, said()), source)],
        several => several.iter().take(MOST).map(|found| (*found, found.role, source)).collect(),
    }
}

fn or(one: Role, other: Role) -> Role {
    if one == Role::Unsaid { other } else { one }
}

/// Moments in attributes for the page's programs: `data-timestamp`.
fn data(tree: &Tree, id: NodeId) -> Vec<Dated> {
    let dated = |(name, text): (&LocalName, &str)| {
        // No moment is shorter.
        if text.len() < 8 {
            return None;
        }
        let rest = name.strip_prefix("data-")?;
        let holds = |word: &[u8]| rest.as_bytes().windows(word.len()).any(|window| window == word);
        if !(holds(b"time") || holds(b"date") || holds(b"publish")) {
            return None;
        }
        let found = Some(text).filter(|text| has_digit(text)).and_then(value)?;
        let role = or(role_of_name(rest), said_before(tree, id));
        Some((found, role, Source::Marked))
    };
    tree.attributes(id).filter_map(dated).take(MOST).collect()
}

/// What the names of an element, or the words before it, say of its date.
fn said_of(tree: &Tree, id: NodeId) -> Role {
    let names =
        [local_name!("class"), local_name!("id")].into_iter().filter_map(|name| tree.attribute(id, &name));
    let named = names.map(role_of_name).find(|&role| role != Role::Unsaid);
    let pubdate = || tree.attribute_named(id, "pubdate").map(|_| Role::Published);
    named.or_else(pubdate).unwrap_or_else(|| said_before(tree, id))
}

fn role_of_name(name: &str) -> Role {
    let name = name.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&["publi"]) {
        Role::Published
    } else if says(&["updat", "modif", "edited", "changed", "lastmod"]) {
        Role::Modified
    } else {
        Role::Unsaid
    }
}

/// A label may stand before the element, or before one around which there is nothing else.
fn said_before(tree: &Tree, id: NodeId) -> Role {
    let around = std::iter::once(id).chain(tree.ancestors(id).take(2));
    let before = around.filter_map(|id| {
        let siblings = std::iter::successors(tree.previous(id), |&id| tree.previous(id)).take(3);
        siblings.filter_map(|id| short(tree, id)).find(|text| !text.is_empty())
    });
    before.take(1).map(|text| role(&text)).next().unwrap_or(Role::Unsaid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(html: &str, date: bool) -> Vec<(String, Role, Source)> {
        let tree = Tree::parse(html);
        let mut ids = tree.within(tree.root()).filter(|&id| tree.attribute(id, &local_name!("x")).is_some());
        let named = Named { date, beside: None };
        let found = read(&tree, ids.next().unwrap(), named);
        found.into_iter().map(|(found, role, source)| (found.moment.stamp().text, role, source)).collect()
    }

    #[test]
    fn microdata_and_time() {
        let day = || "2023-11-06".to_owned();
        assert_eq!(
            all("<span x itemprop=datePublished>6 November 2023</span>", false),
            [(day(), Role::Published, Source::Micro)]
        );
        assert_eq!(
            all("Updated <time x datetime='2023-11-06T10:15Z'>2 hours ago</time>", false),
            [("2023-11-06T10:15:00Z".to_owned(), Role::Modified, Source::Time)]
        );
        assert_eq!(all("<time x pubdate>6.11.2023</time>", false), [(day(), Role::Published, Source::Time)]);
        let label = "<h3>Published</h3><p><time x>6 Nov 2023</time></p>";
        assert_eq!(all(label, false), [(day(), Role::Published, Source::Time)]);
    }

    #[test]
    fn named_elements_and_attributes() {
        let both = all("<p x>Published 6 Nov 2023, updated 7 Nov 2023</p>", true);
        assert_eq!(both.iter().map(|one| one.1).collect::<Vec<_>>(), [Role::Published, Role::Modified]);
        let data = "<p x data-publish-time=1699265700 data-id=1699265701>Today</p>";
        assert_eq!(all(data, false), [("2023-11-06T10:15:00Z".to_owned(), Role::Published, Source::Marked)]);
        assert_eq!(all("<p x>6 November 2023</p>", false), []);
    }
}
