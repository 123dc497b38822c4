//! The dynamic oracle of the arc-hybrid system: how many arcs of the tree an action loses.

use language::train::{Action, NONE, State};

/// The tree of a sentence; node 0 is the root.
pub(crate) struct Gold {
    heads: Vec<usize>,
    relations: Vec<u32>,
    children: Vec<Vec<usize>>,
}

impl Gold {
    /// From the head and the relation of each word.
    pub(crate) fn new(heads: Vec<usize>, relations: Vec<u32>) -> Self {
        let mut children = vec![Vec::new(); heads.len() + 1];
        for (place, head) in heads.iter().enumerate() {
            if let Some(children) = children.get_mut(*head) {
                children.push(place + 1);
            }
        }
        Self { heads, relations, children }
    }

    pub(crate) fn head(&self, node: usize) -> usize {
        node.checked_sub(1).and_then(|place| self.heads.get(place)).copied().unwrap_or(NONE)
    }

    pub(crate) fn relation(&self, node: usize) -> u32 {
        node.checked_sub(1).and_then(|place| self.relations.get(place)).copied().unwrap_or(0)
    }

    fn children(&self, node: usize) -> &[usize] {
        self.children.get(node).map_or(&[], Vec::as_slice)
    }

    /// The arcs of the tree that could still be drawn before the action and cannot after it.
    pub(crate) fn cost(&self, state: &State, action: Action) -> usize {
        let (top, below, next) = (state.stack(0), state.stack(1), state.ahead(0));
        // A word waits when it has not come onto the stack yet.
        let waits = |node: usize| node != NONE && next != NONE && node >= next;
        let waiting_children = |node| self.children(node).iter().filter(|child| waits(**child)).count();
        match action {
            Action::Shift => {
                if next == NONE {
                    return 0;
                }
                let stacked = state.stacked();
                let deeper = stacked.split_last().map_or(&[][..], |(_, deeper)| deeper);
                // The root takes its child at the end, from wherever it lies.
                let lost_head = deeper.contains(&self.head(next)) && self.head(next) != 0;
                let lost = self.children(next).iter().filter(|child| stacked.contains(child)).count();
                lost + usize::from(lost_head)
            }
            Action::Left => {
                let head = self.head(top);
                let lost_head = head != next && (head == below || waits(head));
                usize::from(lost_head) + waiting_children(top)
            }
            Action::Right => usize::from(waits(self.head(top))) + waiting_children(top),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Gold;
    use language::train::{Action, State};

    #[test]
    fn actions_of_the_tree_cost_nothing() {
        // "Ferries sail daily": "sail" is the root.
        let gold = Gold::new(vec![2, 0, 2], vec![1, 1, 1]);
        let mut state = State::default();
        state.begin(4);
        for action in
            [Action::Shift, Action::Left, Action::Shift, Action::Shift, Action::Right, Action::Right]
        {
            assert_eq!(gold.cost(&state, action), 0, "{action:?}");
            state.take(action, 1);
        }
    }

    #[test]
    fn a_lost_arc_costs_one() {
        let gold = Gold::new(vec![2, 0, 2], vec![1, 1, 1]);
        let mut state = State::default();
        state.begin(4);
        state.take(Action::Shift, 0);
        assert_eq!(gold.cost(&state, Action::Shift), 1, "the first word is left behind");
    }
}
