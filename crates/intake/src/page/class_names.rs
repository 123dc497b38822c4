//! The values of `class` and `id` on a page, each known by a number.
//!
//! A page has few of them, each many times, and three readers ask what they say. So they are hashed
//! and compared once for the page; a reader reads each of them once and looks up the rest.

use super::tree::{NodeId, Tree};
use foldhash::HashMap;
use html5ever::local_name;
use html5ever::tendril::StrTendril;

/// The number of a value; an attribute that is not there has the first one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Name(u32);

impl Name {
    /// Whether the attribute is there.
    pub(super) fn is_given(self) -> bool {
        self.0 > 0
    }
}

/// The values of a page.
#[derive(Debug)]
pub(super) struct ClassNames {
    /// Begins with an empty one, for attributes that are not there.
    values: Vec<StrTendril>,
    /// For each node those of its `class` and its `id`.
    of_nodes: Vec<(Name, Name)>,
}

impl ClassNames {
    /// Numbers the values of a page.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut values = vec![StrTendril::new()];
        let mut numbers: HashMap<&str, Name> = HashMap::default();
        let mut of_nodes = vec![(Name(0), Name(0)); tree.len()];
        for (id, of_node) in tree.ids().zip(&mut of_nodes) {
            for (attribute, value) in tree.values(id) {
                let place = match *attribute {
                    local_name!("class") => &mut of_node.0,
                    local_name!("id") => &mut of_node.1,
                    _ => continue,
                };
                *place = *numbers.entry(value).or_insert_with(|| {
                    values.push(value.clone());
                    Name(u32::try_from(values.len() - 1).unwrap_or(0))
                });
            }
        }
        Self { values, of_nodes }
    }

    /// The class and the id of a node.
    pub(super) fn at(&self, id: NodeId) -> (Name, Name) {
        self.of_nodes.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// What a reader reads in each of the values.
    pub(super) fn read<T>(&self, read: impl Fn(&str) -> T) -> Said<T> {
        Said(self.values.iter().map(|value| read(value)).collect())
    }
}

/// What the values of a page say to one reader.
#[derive(Debug)]
pub(super) struct Said<T>(Vec<T>);

impl<T: Copy + Default> Said<T> {
    /// What one of them says.
    pub(super) fn of(&self, name: Name) -> T {
        self.0.get(name.0 as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_for_one_value() {
        let tree = Tree::parse("<p class=a id=b><p class=b><p class=''><p>");
        let names = tree.class_names();
        let lengths = names.read(str::len);
        let found: Vec<(Name, Name)> = tree.all(local_name!("p")).map(|id| names.at(id)).collect();
        let [(a, b), (also_b, _), (empty, _), none] = found[..] else { panic!("{found:?}") };
        assert_eq!((also_b, lengths.of(a), lengths.of(empty)), (b, 1, 0));
        assert!(empty.is_given() && none == Default::default());
    }
}
