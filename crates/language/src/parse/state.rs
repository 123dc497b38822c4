//! Where a parse stands: stack, next word, and the tree so far (the arc-hybrid system).

use crate::clusters::Classes;

/// No node.
pub const NONE: usize = usize::MAX;

/// What the parser sees of a word. Node 0 is the root; the words follow it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    /// The form's hash.
    pub form: u32,
    /// Both tags, as one number.
    pub tag: u32,
    /// Form and tag together.
    pub both: u32,
    /// The last three letters.
    pub suffix: u32,
    /// Fine and coarse class of the word.
    pub classes: Classes,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The next word goes on the stack.
    Shift,
    /// The next word becomes the head of the top of the stack, which leaves.
    Left,
    /// The word below becomes the head of the top of the stack, which leaves.
    Right,
}

impl Action {
    /// In the order of the model's classes.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// The tree so far, as seen from one node.
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    /// Its head.
    pub head: usize,
    /// The number of its relation, from 1 on.
    pub relation: u32,
    /// The outermost and the second child on its left.
    pub left: [usize; 2],
    /// The outermost and the second child on its right.
    pub right: [usize; 2],
    /// How many children on each side.
    pub counts: [u32; 2],
    /// Which relations its children on each side have, one bit each.
    pub relations: [u64; 2],
}

const BARE: Branch =
    Branch { head: NONE, relation: 0, left: [NONE; 2], right: [NONE; 2], counts: [0; 2], relations: [0; 2] };

/// Stack, next word, tree.
#[derive(Clone, Debug, Default)]
pub struct State {
    stack: Vec<usize>,
    next: usize,
    end: usize,
    branches: Vec<Branch>,
}

impl State {
    /// Begins a sentence of so many nodes, the root counted.
    pub fn begin(&mut self, nodes: usize) {
        self.stack.clear();
        self.stack.push(0);
        self.next = 1;
        self.end = nodes;
        self.branches.clear();
        self.branches.resize(nodes, BARE);
    }

    /// The node so deep in the stack.
    #[inline]
    #[must_use]
    pub fn stack(&self, depth: usize) -> usize {
        let at = self.stack.len().checked_sub(depth + 1);
        at.and_then(|at| self.stack.get(at)).copied().unwrap_or(NONE)
    }

    /// The nodes on the stack, the root first.
    #[must_use]
    pub fn stacked(&self) -> &[usize] {
        &self.stack
    }

    /// The node so far ahead.
    #[inline]
    #[must_use]
    pub fn ahead(&self, offset: usize) -> usize {
        let node = self.next + offset;
        if node < self.end { node } else { NONE }
    }

    /// How many words wait.
    #[inline]
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.end.saturating_sub(self.next)
    }

    /// The tree as seen from a node.
    #[inline]
    #[must_use]
    pub fn branch(&self, node: usize) -> &Branch {
        self.branches.get(node).unwrap_or(&BARE)
    }

    /// Whether the sentence is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.next >= self.end && self.stack.len() <= 1
    }

    /// Whether an action can be taken. The root takes one child, when no word is left.
    #[must_use]
    pub fn allows(&self, action: Action) -> bool {
        let waiting = self.next < self.end;
        match action {
            Action::Shift => waiting,
            Action::Left => waiting && self.stack.len() > 1,
            Action::Right => self.stack.len() > 2 || !waiting && self.stack.len() == 2,
        }
    }

    /// The arc that an action would draw: (head, dependent).
    #[must_use]
    pub fn arc(&self, action: Action) -> Option<(usize, usize)> {
        match action {
            Action::Shift => None,
            Action::Left => Some((self.next, self.stack(0))),
            Action::Right => Some((self.stack(1), self.stack(0))),
        }
    }

    /// Takes an action; `relation` is the number of the relation that it draws.
    pub fn take(&mut self, action: Action, relation: u32) {
        if let Some((head, dependent)) = self.arc(action) {
            self.stack.pop();
            self.attach(head, dependent, relation);
        } else {
            self.stack.push(self.next);
            self.next += 1;
        }
    }

    fn attach(&mut self, head: usize, dependent: usize, relation: u32) {
        if let Some(branch) = self.branches.get_mut(dependent) {
            (branch.head, branch.relation) = (head, relation);
        }
        let Some(branch) = self.branches.get_mut(head) else { return };
        let side = usize::from(dependent > head);
        let children = if side == 0 { &mut branch.left } else { &mut branch.right };
        *children = [dependent, children[0]];
        branch.counts[side] += 1;
        branch.relations[side] |= 1_u64.checked_shl(relation).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, State};

    #[test]
    fn draws_a_tree_with_one_root() {
        // "Ferries sail daily": 2 is the root, 1 and 3 hang on it.
        let mut state = State::default();
        state.begin(4);
        assert!(!state.allows(Action::Left) && !state.allows(Action::Right));
        for action in
            [Action::Shift, Action::Left, Action::Shift, Action::Shift, Action::Right, Action::Right]
        {
            assert!(state.allows(action));
            state.take(action, 1);
        }
        assert!(state.is_done());
        let heads: Vec<usize> = (1..4).map(|node| state.branch(node).head).collect();
        assert_eq!(heads, [2, 0, 2]);
        assert_eq!(state.branch(2).left[0], 1);
    }
}
