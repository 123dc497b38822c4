//! Live blogs, and their entries.
//!
//! Entries are elements side by side that each name a time of their own. Where the page shows none,
//! what it says of them in JSON-LD is taken.

use super::Read;
use crate::page::blocks::{Block, BlockKind};
use crate::page::tree::{NodeId, Tree};
use crate::stamp;
use crate::text::normal;
use foldhash::HashMap;
use html5ever::local_name;
use model::Stamp;
use std::collections::BTreeMap;

/// One entry of a live blog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::page) struct Entry {
    pub headline: Option<String>,
    pub paragraphs: Vec<String>,
    pub published: Option<Stamp>,
    /// Its mark within the page.
    pub anchor: Option<String>,
    /// Its own address.
    pub url: Option<String>,
}

/// Whether the page says that it is a live blog, or is built like one.
pub(super) fn is_live(read: Read<'_>) -> bool {
    if read.linked.has_type("LiveBlogPosting") {
        return true;
    }
    // Most blocks stand beside each other, and have nearly all around them in common.
    let (mut known, mut inside) = (HashMap::default(), HashMap::default());
    let mut named = |id: NodeId| *known.entry(id).or_insert_with(|| is_named_live(read.tree, id));
    let within = |block: &&Block| {
        let within = || read.tree.ancestors(block.node).any(&mut named);
        *inside.entry(read.tree.parent(block.node)).or_insert_with(within)
    };
    let blocks = read.article.iter().filter(within).count();
    blocks * 2 > read.article.len() && entries_shown(read).len() > 2
}

/// Whether the names of an element say that it is a live blog.
fn is_named_live(tree: &Tree, id: NodeId) -> bool {
    let names = [tree.attribute(id, &local_name!("class")), tree.attribute(id, &local_name!("id"))];
    names.into_iter().flatten().any(|names| {
        let names = names.to_ascii_lowercase();
        ["liveblog", "live-blog", "live_blog"].iter().any(|word| names.contains(word))
    })
}

/// The entries of a live blog, in the order of the page; none for other pages.
pub(in crate::page) fn entries(read: Read<'_>) -> Vec<Entry> {
    if !is_live(read) {
        return Vec::new();
    }
    let shown = entries_shown(read);
    if shown.len() > 1 {
        return shown;
    }
    let told: Vec<Entry> = read
        .linked
        .items
        .iter()
        .flat_map(|item| &item.updates)
        .filter_map(|update| {
            let paragraphs = crate::page::fragment(update.body.as_deref()?);
            let headline = update.headline.as_deref().map(normal).filter(|line| !line.is_empty());
            let published = update.published.as_deref().and_then(stamp);
            (!paragraphs.is_empty()).then_some(Entry {
                headline,
                paragraphs,
                published,
                anchor: None,
                url: update.url.clone(),
            })
        })
        .collect();
    if told.len() > 1 { told } else { Vec::new() }
}

/// The entries as the page shows them.
fn entries_shown(read: Read<'_>) -> Vec<Entry> {
    let times = Times::of(read.tree);
    let mut found: BTreeMap<NodeId, Vec<(NodeId, Vec<&Block>)>> = BTreeMap::new();
    for block in read.article {
        let around = std::iter::once(block.node).chain(read.tree.ancestors(block.node));
        let Some((entry, list)) = around.filter_map(|id| times.entry(read.tree, id)).last() else { continue };
        let entries = found.entry(list).or_default();
        match entries.last_mut() {
            Some((last, blocks)) if *last == entry => blocks.push(block),
            _ => entries.push((entry, vec![block])),
        }
    }
    let largest = found
        .into_values()
        .max_by_key(|entries| entries.iter().map(|(_, blocks)| blocks.len()).sum::<usize>());
    let all = largest.unwrap_or_default().into_iter();
    all.filter_map(|(id, blocks)| entry(read.tree, id, &blocks)).collect()
}

fn entry(tree: &Tree, id: NodeId, blocks: &[&Block]) -> Option<Entry> {
    let published = tree.within(id).find_map(|id| moment(tree, id));
    let heading = |block: &&&Block| block.kind == BlockKind::Heading;
    let headline = blocks.iter().take(4).find(heading).map(|block| block.text.clone());
    let rest = blocks.iter().filter(|block| Some(&block.text) != headline.as_ref() && !is_clock(&block.text));
    let paragraphs: Vec<String> = rest.map(|block| block.text.clone()).collect();
    let anchor = tree.attribute(id, &local_name!("id")).map(|id| format!("#{id}")).filter(|id| id.len() > 1);
    (!paragraphs.is_empty()).then_some(Entry { headline, paragraphs, published, anchor, url: None })
}

/// A time of day and little else.
fn is_clock(text: &str) -> bool {
    text.len() < 24 && text.starts_with(|c: char| c.is_ascii_digit()) && text.contains([':', '.'])
}

fn moment(tree: &Tree, id: NodeId) -> Option<Stamp> {
    if !tree.is(id, &local_name!("time")) {
        return None;
    }
    stamp(tree.attribute(id, &local_name!("datetime"))?).filter(|stamp| stamp.text.len() > 10)
}

/// Where elements stand side by side that each hold a time.
struct Times {
    /// Whether a node holds a time.
    holds: Vec<bool>,
    /// How many of a node's children do.
    children: Vec<u32>,
}

impl Times {
    fn of(tree: &Tree) -> Self {
        let mut times = Self { holds: vec![false; tree.len()], children: vec![0; tree.len()] };
        for time in tree.ids().filter(|&id| moment(tree, id).is_some()) {
            // What is around a node that is counted already is counted too.
            for id in std::iter::once(time).chain(tree.ancestors(time)) {
                let Some(holds) = times.holds.get_mut(id.0 as usize).filter(|holds| !**holds) else { break };
                *holds = true;
                if let Some(count) = tree.parent(id).and_then(|id| times.children.get_mut(id.0 as usize)) {
                    *count += 1;
                }
            }
        }
        times
    }

    /// The node and its list, if it is an entry of one.
    fn entry(&self, tree: &Tree, id: NodeId) -> Option<(NodeId, NodeId)> {
        let list = tree.parent(id)?;
        let holds = self.holds.get(id.0 as usize).copied().unwrap_or(false);
        let beside = self.children.get(list.0 as usize).copied().unwrap_or(0);
        (holds && beside > 1 && !tree.is(id, &local_name!("time"))).then_some((id, list))
    }
}
