//! XML that is read as it comes: records one after the other, whatever is wrong around them.
//!
//! Feeds and sitemaps are lists of records (`item`, `entry`, `url`, …) after a few fields about the
//! whole. [`Records`] gives both as small trees, so that memory does not grow with their number.
//! Feeds are often not well formed: end tags that are missing or cross, bare `&`, undeclared
//! prefixes, a cut in the middle. None of that loses more than the record in which it stands.
//! Entities that a document declares itself are never expanded, so that none can grow.

use super::element::{Element, Names, text_of};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::VecDeque;

/// Open elements that are remembered; what lies deeper is text of the elements around it.
const DEPTH: usize = 128;
/// Levels of a record's tree: itself, its fields, their parts and the parts of those.
const LEVELS: usize = 4;
/// Children that an element may have.
const CHILDREN: usize = 1000;
/// Elements of HTML that stand open in fields that are not escaped.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];
/// How often reading is taken up again behind broken mark-up.
const RESTARTS: usize = 32;

/// What a list is made of.
#[derive(Debug)]
pub(super) enum Record {
    /// The outermost element or the channel in it, without what they hold.
    Root(Element),
    /// A field about the whole list.
    Head(Element),
    /// One of its records.
    Item(Element),
    /// Something was lost; the words say what.
    Broken(String),
}

/// The records of a text.
pub(super) struct Records<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    /// Where in the text the reader began.
    base: usize,
    /// Names of the records.
    items: &'static [&'static str],
    names: Names,
    /// Names of the open elements, the outermost first.
    open: Vec<String>,
    /// How many open elements are too deep to be remembered.
    deeper: usize,
    /// The record or field that is being read, with its open descendants.
    tree: Vec<Branch>,
    ready: VecDeque<Record>,
    /// Records that were finished.
    finished: usize,
    restarts: usize,
    done: bool,
}

/// An open element of a tree.
struct Branch {
    element: Element,
    /// Its place among the open elements.
    depth: usize,
    /// Where its content begins.
    start: usize,
    has_tags: bool,
    is_item: bool,
}

impl<'t> Records<'t> {
    /// The records of those names.
    pub(super) fn new(text: &'t str, items: &'static [&'static str]) -> Self {
        Self {
            text,
            reader: reader(text),
            base: 0,
            items,
            names: Names::default(),
            open: Vec::new(),
            deeper: 0,
            tree: Vec::new(),
            ready: VecDeque::new(),
            finished: 0,
            restarts: 0,
            done: false,
        }
    }

    fn offset(&self) -> usize {
        self.base + usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn step(&mut self) {
        let before = self.offset();
        match self.reader.read_event() {
            Ok(Event::Start(tag)) => _ = self.start(&tag),
            Ok(Event::Empty(tag)) => {
                let deeper = self.deeper;
                if self.start(&tag) {
                    self.close_to(self.open.len().saturating_sub(1), before);
                }
                self.deeper = self.deeper.min(deeper);
            }
            Ok(Event::End(tag)) => self.end(tag.name().as_ref(), before),
            Ok(Event::Eof) => self.end_of_text(),
            Ok(event) => {
                let Some(text) = text_of(&event) else { return };
                for branch in self.tree.iter_mut().filter(|branch| !branch.is_item) {
                    branch.element.text.push_str(&text);
                }
            }
            Err(error) => self.restart(&error.to_string()),
        }
    }

    /// Opens an element; `false` where it is not remembered as open.
    fn start(&mut self, tag: &BytesStart<'_>) -> bool {
        let element = self.names.element(tag);
        let is_item = self.items.contains(&element.name.as_str()) && !self.open.is_empty();
        if is_item && let Some(first) = self.tree.first() {
            // The end tag of the record before is missing, or records lie in records.
            let (depth, at) = (first.depth, self.offset());
            self.close_to(depth, at);
        }
        if self.open.len() >= DEPTH {
            self.deeper += 1;
            return false;
        }
        if let Some(branch) = self.tree.last_mut() {
            branch.has_tags = true;
            if VOID.contains(&element.name.as_str()) {
                return false;
            }
        }
        self.open.push(element.name.clone());
        if self.open.len() == 1 && !self.items.contains(&element.name.as_str()) {
            self.ready.push_back(Record::Root(element));
            return true;
        }
        let is_container = self.tree.is_empty() && element.name == "channel";
        if is_container {
            self.ready.push_back(Record::Root(element));
            return true;
        }
        let parent_has_room = match self.tree.last() {
            Some(branch) => branch.element.children.len() < CHILDREN && branch.depth + 2 == self.open.len(),
            None => true,
        };
        if parent_has_room && self.tree.len() < LEVELS {
            let (depth, start) = (self.open.len() - 1, self.offset());
            self.tree.push(Branch { element, depth, start, has_tags: false, is_item: is_item || depth == 0 });
        }
        true
    }

    fn end(&mut self, name: &str, before: usize) {
        let name = self.names.canonical(&name.to_ascii_lowercase());
        if self.deeper > 0 && !self.tree.iter().any(|branch| branch.element.name == name) {
            self.deeper -= 1;
            return;
        }
        if let Some(depth) = self.open.iter().rposition(|open| *open == name) {
            self.close_to(depth, before);
        }
    }

    /// Closes the open elements from that depth on; their content ends at `at`.
    fn close_to(&mut self, depth: usize, at: usize) {
        self.open.truncate(depth);
        self.deeper = 0;
        while self.tree.last().is_some_and(|branch| branch.depth >= depth) {
            let Some(branch) = self.tree.pop() else { return };
            let mut element = branch.element;
            if branch.has_tags && !branch.is_item {
                element.markup = self.text.get(branch.start..at).map(str::to_owned);
            }
            match self.tree.last_mut() {
                Some(parent) => parent.element.children.push(element),
                None if branch.is_item => {
                    self.finished += 1;
                    self.ready.push_back(Record::Item(element));
                }
                None => self.ready.push_back(Record::Head(element)),
            }
        }
    }

    /// Broken mark-up: the record in which it stands is given up and the next one looked for.
    fn restart(&mut self, what: &str) {
        let failed = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
        let at = self.base.saturating_add(failed).min(self.text.len());
        self.restarts += 1;
        let next = self.next_item(at + 1).filter(|_| self.restarts <= RESTARTS);
        let lost = if self.tree.is_empty() { "" } else { " in the midst of an entry, which is left out" };
        let goes_on = if next.is_some() { "what follows is read" } else { "nothing after it can be read" };
        let words = format!("broken at byte {at} ({what}) after {} entries{lost}; {goes_on}", self.finished);
        self.ready.push_back(Record::Broken(words));
        let kept = self.tree.first().map_or(self.open.len(), |branch| branch.depth);
        self.tree.clear();
        self.open.truncate(kept);
        self.deeper = 0;
        match next.and_then(|next| Some((next, self.text.get(next..)?))) {
            Some((next, rest)) => {
                self.base = next;
                self.reader = reader(rest);
            }
            None => self.done = true,
        }
    }

    /// Where the next record opens; before the outermost element, the next tag of any kind.
    fn next_item(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(found) = bytes.get(at..)?.iter().position(|&byte| byte == b'<') {
            if self.open.is_empty() {
                return Some(at + found);
            }
            let name = bytes.get(at + found + 1..)?;
            let opens = |item: &&&str| {
                name.get(..item.len()).is_some_and(|start| start.eq_ignore_ascii_case(item.as_bytes()))
                    && name
                        .get(item.len())
                        .is_some_and(|&byte| matches!(byte, b'>' | b' ' | b'\n' | b'\r' | b'\t'))
            };
            if self.items.iter().any(|item| opens(&item)) {
                return Some(at + found);
            }
            at += found + 1;
        }
        None
    }

    fn end_of_text(&mut self) {
        self.done = true;
        if self.open.is_empty() {
            return;
        }
        let cut = if self.tree.is_empty() { "" } else { " in the midst of an entry, which is left out" };
        let words = format!("the file breaks off after {} entries{cut}; fetch it again", self.finished);
        self.tree.clear();
        self.ready.push_back(Record::Broken(words));
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                return Some(record);
            }
            if self.done {
                return None;
            }
            self.step();
        }
    }
}

/// A reader that lets pass what can be let pass.
fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}
