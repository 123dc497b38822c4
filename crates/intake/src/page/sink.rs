//! What `html5ever` finds, put into a [`Tree`].

use super::depth::Shallow;
use super::pass_over::{Passed, pass_over};
use super::tree::{Data, Element, Node, NodeId, Tree};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, QualName};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};

/// The tree while it grows. `html5ever` calls it through shared references.
pub(super) struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// Stands in where a name is asked of something that has none.
    nameless: RefCell<QualName>,
}

impl Sink {
    /// Parses a whole page.
    pub(super) fn parse(html: &str) -> Tree {
        let sink = Self {
            nodes: RefCell::new(Vec::with_capacity(html.len() / 40)),
            nameless: RefCell::new(QualName::new(None, html5ever::ns!(), html5ever::local_name!(""))),
        };
        sink.add(Data::Root);
        let options = TreeBuilderOpts { drop_doctype: true, ..TreeBuilderOpts::default() };
        let builder = Shallow::new(TreeBuilder::new(sink, options));
        let tokenizer = Tokenizer::new(builder, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        // The tokenizer stops behind scripts and at declared encodings as well: nobody runs the ones
        // here, and the text is decoded already.
        while !input.is_empty() {
            let _ = tokenizer.feed(&input);
            let Some((what, tag)) = tokenizer.sink.held() else { continue };
            match pass_over(what, &input) {
                Passed::Over => {}
                Passed::Kept(text) => tokenizer.sink.hand_on_whole(tag, text),
                Passed::Left => tokenizer.sink.hand_on(tag),
            }
        }
        tokenizer.end();
        tokenizer.sink.into_builder().sink.finish()
    }

    fn add(&self, data: Data) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        let id = NodeId(u32::try_from(nodes.len()).unwrap_or(u32::MAX));
        nodes.push(Node { parent: None, first: None, last: None, previous: None, next: None, data });
        id
    }

    fn change(&self, id: NodeId, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(id.0 as usize) {
            change(node);
        }
    }

    fn look<T>(&self, id: NodeId, look: impl FnOnce(&Node) -> Option<T>) -> Option<T> {
        self.nodes.borrow().get(id.0 as usize).and_then(look)
    }

    /// Takes a node out of the place where it stands.
    fn detach(&self, id: NodeId) {
        let Some(links) = self.look(id, |node| Some((node.parent, node.previous, node.next))) else { return };
        let (parent, previous, next) = links;
        match previous {
            Some(previous) => self.change(previous, |node| node.next = next),
            None => parent.into_iter().for_each(|parent| self.change(parent, |node| node.first = next)),
        }
        match next {
            Some(next) => self.change(next, |node| node.previous = previous),
            None => parent.into_iter().for_each(|parent| self.change(parent, |node| node.last = previous)),
        }
        self.change(id, |node| (node.parent, node.previous, node.next) = (None, None, None));
    }

    /// Puts a node in front of another, or at the end of the parent.
    fn attach(&self, parent: NodeId, child: NodeId, before: Option<NodeId>) {
        self.detach(child);
        let previous = match before {
            Some(before) => self.look(before, |node| node.previous),
            None => self.look(parent, |node| node.last),
        };
        self.change(child, |node| (node.parent, node.previous, node.next) = (Some(parent), previous, before));
        match previous {
            Some(previous) => self.change(previous, |node| node.next = Some(child)),
            None => self.change(parent, |node| node.first = Some(child)),
        }
        match before {
            Some(before) => self.change(before, |node| node.previous = Some(child)),
            None => self.change(parent, |node| node.last = Some(child)),
        }
    }

    /// Adds text to a text node; whether it is one.
    fn extend(&self, id: Option<NodeId>, more: &StrTendril) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let node = id.and_then(|id| nodes.get_mut(id.0 as usize));
        match node.map(|node| &mut node.data) {
            Some(Data::Text(text)) => {
                text.push_tendril(more);
                true
            }
            _ => false,
        }
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        Tree::of(self.nodes.into_inner())
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        NodeId(0)
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        let name = Ref::filter_map(self.nodes.borrow(), |nodes| match &nodes.get(target.0 as usize)?.data {
            Data::Element(element) => Some(&element.name),
            _ => None,
        });
        name.unwrap_or_else(|_| self.nameless.borrow())
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        self.add(Data::Element(Element { name, attributes }))
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.add(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.add(Data::Other)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendNode(child) => self.attach(*parent, child, None),
            NodeOrText::AppendText(text) => {
                if !self.extend(self.look(*parent, |node| node.last), &text) {
                    let child = self.add(Data::Text(text));
                    self.attach(*parent, child, None);
                }
            }
        }
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let Some(parent) = self.look(*sibling, |node| node.parent) else { return };
        match child {
            NodeOrText::AppendNode(child) => self.attach(parent, child, Some(*sibling)),
            NodeOrText::AppendText(text) => {
                if !self.extend(self.look(*sibling, |node| node.previous), &text) {
                    let child = self.add(Data::Text(text));
                    self.attach(parent, child, Some(*sibling));
                }
            }
        }
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        if self.look(*element, |node| node.parent).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The contents of a template are not shown by a browser: they hang on nothing.
    fn get_template_contents(&self, _: &NodeId) -> NodeId {
        self.add(Data::Root)
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.change(*target, |node| {
            let Data::Element(element) = &mut node.data else { return };
            for attribute in attributes {
                if element.attributes.iter().all(|there| there.name != attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        while let Some(child) = self.look(*node, |node| node.first) {
            self.attach(*new_parent, child, None);
        }
    }
}
