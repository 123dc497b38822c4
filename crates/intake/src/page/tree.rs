//! A parsed page: an arena of nodes, in the order of the page.
//!
//! `html5ever` does the parsing as the HTML standard says; this file only keeps what it finds. An
//! arena with links between nodes is read many times faster than a tree of shared pointers, and
//! nothing that walks it needs recursion.

use super::class_names::ClassNames;
use super::sink::Sink;
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};
use std::cell::OnceCell;

/// A node of a [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(super) u32);

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    class_names: OnceCell<ClassNames>,
}

/// One node and its neighbours.
#[derive(Debug)]
pub(super) struct Node {
    pub parent: Option<NodeId>,
    pub first: Option<NodeId>,
    pub last: Option<NodeId>,
    pub previous: Option<NodeId>,
    pub next: Option<NodeId>,
    pub data: Data,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The page itself, or the hidden contents of a `template`.
    Root,
    Element(Element),
    Text(StrTendril),
    /// Comments and processing instructions: kept as places only.
    Other,
}

#[derive(Debug)]
pub(super) struct Element {
    pub name: QualName,
    pub attributes: Vec<Attribute>,
}

/// A step of a walk in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A node begins.
    Enter(NodeId),
    /// An element whose children have all been seen ends.
    Leave(NodeId),
}

// The rest of the page reading takes these up.
#[allow(dead_code)]
impl Tree {
    /// Parses a page.
    pub(crate) fn parse(html: &str) -> Self {
        Sink::parse(html)
    }

    pub(super) fn of(nodes: Vec<Node>) -> Self {
        Self { nodes, class_names: OnceCell::new() }
    }

    /// The page itself.
    pub(crate) fn root(&self) -> NodeId {
        NodeId(0)
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.node(id)?.data {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The name of an element; `None` for other nodes.
    pub(crate) fn name(&self, id: NodeId) -> Option<&LocalName> {
        self.element(id).map(|element| &element.name.local)
    }

    /// Whether the node is an element of that name.
    pub(crate) fn is(&self, id: NodeId, name: &LocalName) -> bool {
        self.name(id) == Some(name)
    }

    /// The text of a text node.
    pub(crate) fn text(&self, id: NodeId) -> Option<&str> {
        match &self.node(id)?.data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, id: NodeId, name: &LocalName) -> Option<&str> {
        self.attributes(id).find(|(there, _)| *there == name).map(|(_, value)| value)
    }

    /// The same for names that HTML does not know.
    pub(crate) fn attribute_named(&self, id: NodeId, name: &str) -> Option<&str> {
        self.attributes(id).find(|(there, _)| **there == *name).map(|(_, value)| value)
    }

    /// All attributes of an element, names and values.
    pub(crate) fn attributes(&self, id: NodeId) -> impl Iterator<Item = (&LocalName, &str)> {
        self.values(id).map(|(name, value)| (name, &**value))
    }

    /// The same with the values as they are kept.
    pub(super) fn values(&self, id: NodeId) -> impl Iterator<Item = (&LocalName, &StrTendril)> {
        let attributes = self.element(id).map_or(&[][..], |element| &element.attributes);
        attributes.iter().map(|attribute| (&attribute.name.local, &attribute.value))
    }

    /// The values of `class` and `id`, numbered when they are asked for first.
    pub(super) fn class_names(&self) -> &ClassNames {
        self.class_names.get_or_init(|| ClassNames::of(self))
    }

    /// How many nodes there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// All nodes, in the order in which they were made.
    pub(crate) fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// The element around a node.
    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.parent
    }

    /// The node's ancestors, the nearest first.
    pub(crate) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |&id| self.parent(id))
    }

    /// The nodes directly inside.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let first = self.node(id).and_then(|node| node.first);
        std::iter::successors(first, |&id| self.next(id))
    }

    /// The node after this one, inside the same element.
    pub(crate) fn next(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.next
    }

    /// The node before this one, inside the same element.
    pub(crate) fn previous(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.previous
    }

    /// Everything inside a node and the node itself, in document order.
    pub(crate) fn within(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.walk(id).filter_map(|step| match step {
            Step::Enter(id) => Some(id),
            Step::Leave(_) => None,
        })
    }

    /// The same with the ends of elements.
    pub(crate) fn walk(&self, id: NodeId) -> Walk<'_> {
        Walk { tree: self, top: id, next: Some(Step::Enter(id)) }
    }

    /// All elements of a name, in document order.
    pub(crate) fn all(&self, name: LocalName) -> impl Iterator<Item = NodeId> + '_ {
        self.within(self.root()).filter(move |&id| self.is(id, &name))
    }

    /// All text inside a node, as it stands.
    pub(crate) fn text_within(&self, id: NodeId) -> String {
        self.within(id).filter_map(|id| self.text(id)).collect()
    }
}

/// See [`Tree::walk`].
pub(crate) struct Walk<'t> {
    tree: &'t Tree,
    top: NodeId,
    next: Option<Step>,
}

impl Walk<'_> {
    /// Leaves out what is inside the node that was entered last.
    pub(crate) fn skip_inside(&mut self) {
        if let Some(Step::Enter(inside)) = self.next
            && let Some(parent) = self.tree.parent(inside)
        {
            self.next = Some(Step::Leave(parent));
        }
    }

    fn after(&self, id: NodeId) -> Option<Step> {
        if id == self.top {
            return None;
        }
        match self.tree.next(id) {
            Some(next) => Some(Step::Enter(next)),
            None => self.tree.parent(id).map(Step::Leave),
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let step = self.next?;
        self.next = match step {
            Step::Enter(id) => match self.tree.node(id) {
                Some(Node { first: Some(first), .. }) => Some(Step::Enter(*first)),
                Some(Node { data: Data::Element(_) | Data::Root, .. }) => Some(Step::Leave(id)),
                _ => self.after(id),
            },
            Step::Leave(id) => self.after(id),
        };
        Some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5ever::local_name;

    #[test]
    fn walks_in_document_order_and_passes_over() {
        let tree = Tree::parse("<p>One <b>two</b> three<ul><li>four</ul>five");
        let body = tree.all(local_name!("body")).next().unwrap();
        assert_eq!(tree.text_within(body), "One two threefourfive");
        let mut walk = tree.walk(body);
        let mut seen = String::new();
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(id) if tree.is(id, &local_name!("b")) => walk.skip_inside(),
                Step::Enter(id) => seen.push_str(tree.text(id).unwrap_or("")),
                Step::Leave(_) => {}
            }
        }
        assert_eq!(seen, "One  threefourfive");
    }

    #[test]
    fn attributes_and_neighbours() {
        let tree = Tree::parse("<div class=story><i>a</i><p id=x>b</div>");
        let div = tree.all(local_name!("div")).next().unwrap();
        assert_eq!(tree.attribute(div, &local_name!("class")), Some("story"));
        let names: Vec<_> = tree.children(div).filter_map(|id| tree.name(id)).map(|name| &**name).collect();
        assert_eq!(names, ["i", "p"]);
        let last = tree.children(div).last().unwrap();
        assert_eq!(tree.parent(last), Some(div));
        assert!(tree.previous(last).is_some_and(|id| tree.is(id, &local_name!("i"))));
    }
}
