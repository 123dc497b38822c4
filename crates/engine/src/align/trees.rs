//! Boosted regression trees: the learned judgement on numbers that describe a pair of claims.

/// A sum of trees, as `xtask train align` writes it.
///
/// One tree a line: nodes in order, each `feature:threshold:yes:no` (to `yes` where the value is
/// at most the threshold) or a leaf's value; children are indices into the line.
#[derive(Clone, Debug, Default)]
pub struct Trees {
    base: f32,
    nodes: Vec<Node>,
    roots: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Node {
    Leaf(f32),
    Ask { feature: usize, threshold: f32, yes: usize, no: usize },
}

impl Trees {
    /// Reads what training wrote; a line that cannot be read ends the model there.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut trees = Self::default();
        let mut lines = text.lines();
        trees.base = lines.next().and_then(|line| line.trim().parse().ok()).unwrap_or(0.0);
        for line in lines {
            let start = trees.nodes.len();
            let nodes: Option<Vec<Node>> = line.split_whitespace().map(|node| parse(node, start)).collect();
            let Some(nodes) = nodes.filter(|nodes| !nodes.is_empty()) else { break };
            trees.roots.push(start);
            trees.nodes.extend(nodes);
        }
        trees
    }

    /// The probability that the model gives.
    #[must_use]
    pub fn probability(&self, features: &[f32]) -> f32 {
        let sum: f32 = self.roots.iter().map(|&root| self.leaf(root, features)).sum();
        1.0 / (1.0 + (-(self.base + sum)).exp())
    }

    fn leaf(&self, root: usize, features: &[f32]) -> f32 {
        let mut at = root;
        loop {
            match self.nodes.get(at) {
                Some(&Node::Ask { feature, threshold, yes, no }) => {
                    let value = features.get(feature).copied().unwrap_or(0.0);
                    let next = if value <= threshold { yes } else { no };
                    if next <= at {
                        return 0.0;
                    }
                    at = next;
                }
                Some(&Node::Leaf(value)) => return value,
                None => return 0.0,
            }
        }
    }
}

fn parse(node: &str, start: usize) -> Option<Node> {
    let mut parts = node.split(':');
    let first = parts.next()?;
    let Some(threshold) = parts.next() else { return first.parse().ok().map(Node::Leaf) };
    let yes: usize = parts.next()?.parse().ok()?;
    let no: usize = parts.next()?.parse().ok()?;
    let feature = first.parse().ok()?;
    Some(Node::Ask { feature, threshold: threshold.parse().ok()?, yes: start + yes, no: start + no })
}

#[cfg(test)]
mod tests {
    use super::Trees;

    #[test]
    fn asks_and_answers() {
        let trees = Trees::read("-1\n0:0.5:1:2 -2 3\n1\n");
        assert!(trees.probability(&[0.9]) > 0.9 && trees.probability(&[0.1]) < 0.2);
        assert!(trees.probability(&[]) < 0.2, "a missing value counts as zero");
    }

    #[test]
    fn a_broken_line_ends_the_model() {
        let trees = Trees::read("0\nx:y\n5");
        assert!((trees.probability(&[1.0]) - 0.5).abs() < 1e-6);
        let loops = Trees::read("0\n0:1:0:0");
        assert!((loops.probability(&[0.0]) - 0.5).abs() < 1e-6);
    }
}
