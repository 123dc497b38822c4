//! Gradient boosting of small regression trees for a yes-or-no question.

use std::fmt::Write as _;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Boost {
    /// In each bag.
    pub(crate) trees: usize,
    pub(crate) depth: usize,
    pub(crate) rate: f32,
    /// A leaf holds at least this sum of second derivatives.
    pub(crate) least: f32,
    /// Pull of leaves towards zero.
    pub(crate) ridge: f32,
    /// Share of features that a tree may use, in percent.
    pub(crate) columns: u64,
    /// Share of rows that a tree sees, in percent.
    pub(crate) rows: u64,
}

impl Default for Boost {
    fn default() -> Self {
        Self { trees: 120, depth: 4, rate: 0.06, least: 6.0, ridge: 4.0, columns: 40, rows: 70 }
    }
}

const BINS: usize = 48;
/// Models of which the mean is taken.
const BAGS: usize = 2;

/// Examples by column, each value as the number of its bin.
struct Binned {
    columns: Vec<Vec<u8>>,
    /// For each column, the greatest value of each bin but the last.
    edges: Vec<Vec<f32>>,
}

struct Node {
    split: Option<(usize, u8, f32)>,
    value: f32,
    children: (usize, usize),
}

/// Trains a model, written as the engine reads it.
pub(crate) fn fit(rows: &[&[f32]], labels: &[f32], weights: &[f32], boost: Boost) -> String {
    let binned = bin(rows);
    let (positive, all) = labels
        .iter()
        .zip(weights)
        .fold((0.0, 0.0), |(p, a), (&label, &weight)| (p + label * weight, a + weight));
    let base = (positive.max(1e-3) / (all - positive).max(1e-3)).ln();
    let mut model = format!("{base}\n");
    let mut random = Random(20_231_105);
    let mut scores = Vec::new();
    for tree in 0..boost.trees * BAGS {
        // Each bag starts anew from other draws; their mean varies less than any of them.
        if tree % boost.trees == 0 {
            scores = vec![base; rows.len()];
        }
        let gradients: Vec<(f32, f32)> = scores
            .iter()
            .zip(labels.iter().zip(weights))
            .map(|(&score, (&label, &weight))| {
                let p = 1.0 / (1.0 + (-score).exp());
                (weight * (label - p), weight * (p * (1.0 - p)).max(1e-6))
            })
            .collect();
        let sample: Vec<u32> = (0..rows.len() as u32).filter(|_| random.percent() < boost.rows).collect();
        let columns: Vec<usize> =
            (0..binned.columns.len()).filter(|_| random.percent() < boost.columns).collect();
        let mut nodes = Vec::new();
        grow(&binned, &gradients, sample, &columns, boost, &mut nodes);
        for (row, score) in scores.iter_mut().enumerate() {
            *score += leaf(&nodes, &binned, row);
        }
        write_tree(&mut model, &nodes);
    }
    model
}

fn bin(rows: &[&[f32]]) -> Binned {
    let count = rows.first().map_or(0, |row| row.len());
    let mut binned = Binned { columns: Vec::new(), edges: Vec::new() };
    for column in 0..count {
        let mut values: Vec<f32> = rows.iter().map(|row| row[column]).collect();
        values.sort_by(f32::total_cmp);
        let mut edges: Vec<f32> = (1..BINS).map(|bin| values[bin * values.len() / BINS]).collect();
        // Rare high values carry much: the last bin is cut finer.
        edges
            .extend([0.985, 0.99, 0.995, 0.9975].map(|share| values[(share * values.len() as f32) as usize]));
        edges.dedup();
        let place = |value: f32| edges.partition_point(|&edge| edge < value) as u8;
        binned.columns.push(rows.iter().map(|row| place(row[column])).collect());
        binned.edges.push(edges);
    }
    binned
}

fn grow(
    binned: &Binned,
    gradients: &[(f32, f32)],
    rows: Vec<u32>,
    columns: &[usize],
    boost: Boost,
    nodes: &mut Vec<Node>,
) -> usize {
    let (g, h) = total(gradients, &rows);
    let at = nodes.len();
    nodes.push(Node { split: None, value: boost.rate * g / (h + boost.ridge), children: (0, 0) });
    if boost.depth == 0 || h < 2.0 * boost.least {
        return at;
    }
    let best = columns.iter().filter_map(|&column| best_cut(binned, gradients, &rows, column, boost, (g, h)));
    let Some((gain, column, cut)) = best.max_by(|a, b| a.0.total_cmp(&b.0)) else { return at };
    if gain <= 0.5 {
        return at;
    }
    let (yes, no): (Vec<u32>, Vec<u32>) =
        rows.into_iter().partition(|&row| binned.columns[column][row as usize] <= cut);
    let threshold = binned.edges[column][usize::from(cut)];
    nodes[at].split = Some((column, cut, threshold));
    let below = Boost { depth: boost.depth - 1, ..boost };
    let yes = grow(binned, gradients, yes, columns, below, nodes);
    let no = grow(binned, gradients, no, columns, below, nodes);
    nodes[at].children = (yes, no);
    at
}

fn total(gradients: &[(f32, f32)], rows: &[u32]) -> (f32, f32) {
    rows.iter().map(|&row| gradients[row as usize]).fold((0.0, 0.0), |(g, h), (a, b)| (g + a, h + b))
}

/// The best place to cut a column: its gain, the column, the last bin that goes to the left.
fn best_cut(
    binned: &Binned,
    gradients: &[(f32, f32)],
    rows: &[u32],
    column: usize,
    boost: Boost,
    (g, h): (f32, f32),
) -> Option<(f32, usize, u8)> {
    let mut bins = [(0.0f32, 0.0f32); BINS + 8];
    let values = &binned.columns[column];
    for &row in rows {
        let bin = &mut bins[usize::from(values[row as usize])];
        let (a, b) = gradients[row as usize];
        *bin = (bin.0 + a, bin.1 + b);
    }
    let score = |g: f32, h: f32| g * g / (h + boost.ridge);
    let mut best: Option<(f32, usize, u8)> = None;
    let (mut left_g, mut left_h) = (0.0, 0.0);
    for (cut, bin) in bins.iter().enumerate().take(binned.edges[column].len()) {
        left_g += bin.0;
        left_h += bin.1;
        if left_h < boost.least || h - left_h < boost.least {
            continue;
        }
        let gain = score(left_g, left_h) + score(g - left_g, h - left_h) - score(g, h);
        if best.is_none_or(|(most, _, _)| gain > most) {
            best = Some((gain, column, cut as u8));
        }
    }
    best
}

fn leaf(nodes: &[Node], binned: &Binned, row: usize) -> f32 {
    let mut at = 0;
    while let Some((column, cut, _)) = nodes[at].split {
        at = if binned.columns[column][row] <= cut { nodes[at].children.0 } else { nodes[at].children.1 };
    }
    nodes[at].value
}

fn write_tree(model: &mut String, nodes: &[Node]) {
    let words = nodes.iter().map(|node| match node.split {
        Some((column, _, threshold)) => {
            format!("{column}:{threshold}:{}:{}", node.children.0, node.children.1)
        }
        None => format!("{:.5}", node.value / BAGS as f32),
    });
    let _ = writeln!(model, "{}", words.collect::<Vec<_>>().join(" "));
}

/// A small generator with a fixed seed (xorshift).
struct Random(u64);

impl Random {
    fn percent(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) % 100
    }
}
