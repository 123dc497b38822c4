//! The parser: `actions.bin`, `relations.bin`, `relations.txt`.
//!
//! Learnt with a dynamic oracle (Goldberg and Nivre 2013): the parser mostly follows its own guesses,
//! also into wrong trees, and learns which actions lose the fewest arcs from there. The tags that it
//! sees are, in the treebanks, those of taggers that have not seen the sentence; in silver sentences, of
//! which the tagger has seen too many to know them by heart, its own.

use super::chance::Chance;
use super::check::print;
use super::conllu::{Row, treebanks};
use super::oracle::Gold;
use super::tags::{highest, jackknifed, load, pairs};
use super::{Folders, Result};
use language::train::{
    Action, Clusters, Linear, Node, State, TagModels, Trainer, action_features, best, node,
    relation_features, root, upos,
};
use std::collections::BTreeMap;

/// Passes over the treebanks alone; over treebanks and silver sentences together.
const EPOCHS: [usize; 2] = [8, 3];
/// In a pass with silver sentences, so often comes each gold one.
const GOLD: usize = 3;
const LIMITS: [usize; 2] = [9_500_000, 4_500_000];
/// How often a wrong guess is followed, once the first epoch is over.
const EXPLORES: f64 = 0.9;
/// Rarer relations are learnt without their subtype.
const RARE: usize = 5;

pub(crate) fn train(folders: &Folders) -> Result<()> {
    let sentences = treebanks(&folders.sets)?;
    let clusters = folders.clusters()?;
    let names = names(&sentences);
    let tags = jackknifed(folders, &sentences, &clusters)?;
    let together = sentences.iter().zip(&tags);
    let gold: Vec<Lesson> = together.map(|(rows, tags)| lesson(rows, tags, (&names, &clusters))).collect();
    let silver = silver_lessons(folders, (&names, &clusters))?;
    let (epochs, copies) = if silver.is_empty() { (EPOCHS[0], 1) } else { (EPOCHS[1], GOLD) };
    let mut lessons: Vec<&Lesson> = std::iter::repeat_n(&gold, copies).flatten().chain(&silver).collect();
    let mut learner = Learner::new(names.len());
    for epoch in 0..epochs {
        learner.chance.shuffle(&mut lessons);
        learner.explores = epoch > 0;
        (learner.arcs, learner.right) = (0, 0);
        for lesson in &lessons {
            learner.study(lesson);
        }
        let sizes = (learner.actions.len(), learner.relations.len());
        println!("  epoch {epoch}: {} of {} arcs right, weights {sizes:?}", learner.right, learner.arcs);
    }
    let bytes = [learner.actions.finish(LIMITS[0]), learner.relations.finish(LIMITS[1])];
    std::fs::write(folders.weights.join("actions.bin"), &bytes[0])?;
    std::fs::write(folders.weights.join("relations.bin"), &bytes[1])?;
    std::fs::write(folders.weights.join("relations.txt"), names.join("\n") + "\n")?;
    check(folders, [&bytes[0], &bytes[1]].map(|bytes| Linear::load(bytes)), (&names, &clusters))
}

/// A sentence as the parser sees it, and its tree.
struct Lesson {
    nodes: Vec<Node>,
    heads: Vec<u16>,
    relations: Vec<u8>,
}

impl Lesson {
    fn gold(&self) -> Gold {
        let heads = self.heads.iter().map(|head| usize::from(*head)).collect();
        Gold::new(heads, self.relations.iter().map(|relation| u32::from(*relation)).collect())
    }
}

fn lesson(rows: &[Row], tags: &[(String, String)], (names, clusters): (&[String], &Clusters)) -> Lesson {
    let heads = rows.iter().map(|row| row.head.map_or(0, |head| head as u16 + 1)).collect();
    let relations = rows.iter().map(|row| number(&row.relation, names) as u8).collect();
    Lesson { nodes: nodes(rows, tags, clusters), heads, relations }
}

/// The silver sentences with the tags of the tagger that stands in the folder.
fn silver_lessons(folders: &Folders, known: (&[String], &Clusters)) -> Result<Vec<Lesson>> {
    let (tagger, classes) = tagger(folders)?;
    let mut lessons = Vec::new();
    folders.silver(usize::MAX, |rows| {
        let tags = pairs(&tagger, &rows, (&classes, known.1));
        lessons.push(lesson(&rows, &tags, known));
    })?;
    Ok(lessons)
}

/// The tagger that stands in the folder, and its classes.
fn tagger(folders: &Folders) -> Result<(TagModels, Vec<String>)> {
    let bytes = |name: &str| std::fs::read(folders.weights.join(name));
    let tagger = load(&[bytes("tags.bin")?, bytes("tags-again.bin")?]);
    let classes = std::fs::read_to_string(folders.weights.join("tags.txt"))?;
    Ok((tagger, classes.lines().map(str::to_owned).collect()))
}

fn nodes(rows: &[Row], tags: &[(String, String)], clusters: &Clusters) -> Vec<Node> {
    let mut buffer = String::new();
    let words = rows.iter().zip(tags).map(|(row, (universal, penn))| {
        let word = clusters.look(&row.form, &mut buffer);
        node(&word, upos(universal), penn)
    });
    std::iter::once(root()).chain(words).collect()
}

/// The number of a relation, from 1 on.
fn number(relation: &str, names: &[String]) -> u32 {
    let find = |wanted: &str| names.iter().position(|name| name == wanted);
    let plain = relation.split(':').next().unwrap_or(relation);
    find(relation).or_else(|| find(plain)).map_or(0, |at| at as u32 + 1)
}

/// The relations, the most frequent first.
fn names(sentences: &[Vec<Row>]) -> Vec<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for row in sentences.iter().flatten() {
        *counts.entry(&row.relation).or_default() += 1;
    }
    let mut names: Vec<(&str, usize)> = counts.into_iter().filter(|(_, count)| *count >= RARE).collect();
    names.sort_by_key(|(name, count)| (usize::MAX - count, *name));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

struct Learner {
    actions: Trainer,
    relations: Trainer,
    count: usize,
    chance: Chance,
    explores: bool,
    arcs: usize,
    right: usize,
    state: State,
    features: Vec<u32>,
}

impl Learner {
    fn new(count: usize) -> Self {
        Self {
            actions: Trainer::new(Action::ALL.len()),
            relations: Trainer::new(count),
            count,
            chance: Chance::new(5),
            explores: false,
            arcs: 0,
            right: 0,
            state: State::default(),
            features: Vec::new(),
        }
    }

    fn study(&mut self, lesson: &Lesson) {
        let gold = lesson.gold();
        self.state.begin(lesson.nodes.len());
        while !self.state.is_done() {
            let action = self.choose(&lesson.nodes, &gold);
            let relation =
                self.state.arc(action).map_or(0, |arc| self.relate((&lesson.nodes, &gold), action, arc));
            self.state.take(action, relation);
        }
    }

    /// Guesses an action, learns from it, and gives the one to take.
    fn choose(&mut self, nodes: &[Node], gold: &Gold) -> Action {
        let allowed: Vec<Action> =
            Action::ALL.into_iter().filter(|action| self.state.allows(*action)).collect();
        if let [only] = allowed.as_slice() {
            return *only;
        }
        action_features(nodes, &self.state, &mut self.features);
        let mut scores = [0.0; 3];
        self.actions.score(&self.features, &mut scores);
        let costs = Action::ALL.map(|action| gold.cost(&self.state, action));
        let least = allowed.iter().map(|action| costs[*action as usize]).min().unwrap_or(0);
        let score = |action: &&Action| scores[**action as usize];
        let highest = |a: &&Action, b: &&Action| score(a).total_cmp(&score(b));
        let Some(guess) = allowed.iter().max_by(highest).copied() else { return Action::Shift };
        let good = allowed.iter().filter(|action| costs[**action as usize] == least);
        let truth = good.max_by(highest).copied().unwrap_or(guess);
        self.actions.tick();
        if costs[guess as usize] > least {
            self.actions.update(&self.features, truth as usize, guess as usize);
            return if self.explores && self.chance.share() < EXPLORES { guess } else { truth };
        }
        guess
    }

    /// Guesses the relation of an arc, learns from it where the arc is right, and gives the guess.
    fn relate(
        &mut self,
        (nodes, gold): (&[Node], &Gold),
        action: Action,
        (head, dependent): (usize, usize),
    ) -> u32 {
        relation_features(nodes, &self.state, action, &mut self.features);
        let mut scores = vec![0.0; self.count];
        self.relations.score(&self.features, &mut scores);
        let guess = highest(&scores);
        self.arcs += 1;
        if gold.head(dependent) == head {
            self.right += 1;
            self.relations.tick();
            if let Some(truth) = (gold.relation(dependent) as usize).checked_sub(1) {
                self.relations.update(&self.features, truth, guess);
            }
        }
        guess as u32 + 1
    }
}

/// Prints what the weights reach with the tags of the tagger that stands in the folder.
fn check(folders: &Folders, models: [Linear; 2], (names, clusters): (&[String], &Clusters)) -> Result<()> {
    let (tagger, classes) = tagger(folders)?;
    print(folders, ["UAS", "LAS"], |rows| {
        let tags = pairs(&tagger, rows, (&classes, clusters));
        let state = parsed(&models, &nodes(rows, &tags, clusters), names.len());
        let right = |(at, row): (usize, &Row)| {
            let branch = state.branch(at + 1);
            let head = branch.head == row.head.map_or(0, |head| head + 1);
            let name = (branch.relation as usize)
                .checked_sub(1)
                .and_then(|at| names.get(at))
                .map_or("", String::as_str);
            let plain = |relation: &str| relation.split(':').next().unwrap_or("").to_owned();
            [head, head && plain(name) == plain(&row.relation)]
        };
        rows.iter().enumerate().map(right).collect()
    });
    Ok(())
}

/// Parses with finished models.
fn parsed([actions, relations]: &[Linear; 2], nodes: &[Node], count: usize) -> State {
    let (mut state, mut features) = (State::default(), Vec::new());
    state.begin(nodes.len());
    while !state.is_done() {
        action_features(nodes, &state, &mut features);
        let mut scores = [0; 3];
        actions.score(&features, &mut scores);
        let allowed = Action::ALL.into_iter().rev().filter(|action| state.allows(*action));
        let Some(action) = allowed.max_by_key(|action| scores[*action as usize]) else { break };
        relation_features(nodes, &state, action, &mut features);
        let mut scores = vec![0; count];
        relations.score(&features, &mut scores);
        state.take(action, best(&scores) as u32 + 1);
    }
    state
}
