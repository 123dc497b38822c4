//! Dependencies: Universal Dependencies by a greedy transition parser (arc-hybrid).
//!
//! One linear model chooses the action, another the relation of the arc that the action draws. Time
//! is linear in the length of the sentence.

mod features;
mod punctuation;
mod state;

pub use features::{action_features, relation_features};
pub use state::{Action, NONE, Node, State};

use crate::linear::{Hasher, Linear, best, hash};
use crate::word::Word;
use model::{Token, Upos};

/// The parser with its weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parser {
    actions: Linear,
    relations: Linear,
    names: Vec<&'static str>,
    /// The place of the relation that only the head of a sentence has.
    root: usize,
}

/// Working space, kept from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Space {
    nodes: Vec<Node>,
    state: State,
    features: Vec<u32>,
    scores: Vec<i32>,
}

impl Parser {
    pub(crate) fn new() -> Self {
        let names: Vec<_> = include_str!("../../data/relations.txt").lines().collect();
        Self {
            actions: Linear::load(include_bytes!("../../data/actions.bin")),
            relations: Linear::load(include_bytes!("../../data/relations.bin")),
            root: names.iter().position(|name| *name == "root").unwrap_or(names.len()),
            names,
        }
    }

    /// Finds heads and relations for the tokens of one sentence, the first of which has the index `first`
    /// in its document.
    pub(crate) fn parse(&self, words: &[Word], tokens: &mut [Token], first: usize, space: &mut Space) {
        if self.actions.classes() == 0 {
            return;
        }
        space.nodes.clear();
        space.nodes.push(root());
        space
            .nodes
            .extend(words.iter().zip(&*tokens).map(|(word, token)| node(word, token.upos, token.xpos)));
        self.run(space);
        for (place, token) in tokens.iter_mut().enumerate() {
            let branch = space.state.branch(place + 1);
            token.head = branch.head.checked_sub(1).filter(|_| branch.head != NONE).map(|head| first + head);
            let relation = (branch.relation as usize).checked_sub(1).and_then(|at| self.names.get(at));
            token.relation = if token.head.is_none() { "root" } else { relation.copied().unwrap_or("dep") };
        }
    }

    fn run(&self, space: &mut Space) {
        let Space { nodes, state, features, scores } = space;
        state.begin(nodes.len());
        while !state.is_done() {
            let action = self.action(nodes, state, features);
            let relation = if let Some((head, _)) = state.arc(action) {
                relation_features(nodes, state, action, features);
                scores.clear();
                scores.resize(self.names.len(), 0);
                self.relations.score(features, scores);
                if head != 0
                    && let Some(root) = scores.get_mut(self.root)
                {
                    *root = i32::MIN;
                }
                best(scores) as u32 + 1
            } else {
                0
            };
            state.take(action, relation);
        }
    }

    /// The best action that the state allows.
    fn action(&self, nodes: &[Node], state: &State, features: &mut Vec<u32>) -> Action {
        let mut allowed = Action::ALL.into_iter().filter(|action| state.allows(*action));
        let (first, second) = (allowed.next().unwrap_or(Action::Shift), allowed.next());
        if second.is_none() {
            return first;
        }
        action_features(nodes, state, features);
        let mut scores = [0; 3];
        self.actions.score(features, &mut scores);
        let score = |action: Action| scores.get(action as usize).copied().unwrap_or(i32::MIN);
        let other = Action::ALL.into_iter().filter(|action| *action != first && state.allows(*action));
        other.fold(first, |best, action| if score(action) > score(best) { action } else { best })
    }
}

/// Gives the punctuation of one parsed sentence its heads; `first` is the index of its first token.
pub(crate) fn attach_punctuation(text: &str, tokens: &mut [Token], first: usize) {
    let leaf = |token: &Token| punctuation::Leaf {
        form: token.span.of(text).trim(),
        head: token.head.and_then(|head| head.checked_sub(first)).unwrap_or(NONE),
        is_mark: token.relation == "punct",
    };
    let mut leaves: Vec<_> = tokens.iter().map(leaf).collect();
    punctuation::attach(&mut leaves);
    for (token, leaf) in tokens.iter_mut().zip(&leaves) {
        token.head = (leaf.head != NONE).then(|| first + leaf.head);
    }
}

/// The root of every tree.
#[must_use]
pub fn root() -> Node {
    Node { form: 1, tag: 1, both: 1, suffix: 1, classes: [0; 2] }
}

/// What the parser sees of a word.
#[must_use]
pub fn node(word: &Word, upos: Upos, xpos: &str) -> Node {
    let tag = Hasher::new(upos as u32).with(hash(xpos.as_bytes())).finish() | 1;
    let both = Hasher::new(tag).with(word.form).finish() | 1;
    Node { form: word.form, tag, both, suffix: word.suffixes[2], classes: word.classes }
}
