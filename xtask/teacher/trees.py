"""The best tree from scores of arcs: one root, no circle (Chu-Liu and Edmonds)."""

import numpy

FAR = -1e6


def tree(scores):
    """Heads from 1 on for words (rows) over nodes (columns, 0 the root), by log-likelihood."""
    heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and not circle(heads):
        return heads
    root = int(scores[:, 0].argmax()) if not (heads == 0).any() else int(numpy.where(heads == 0, scores[:, 0], FAR).argmax())
    square = numpy.full((len(scores) + 1, len(scores) + 1), FAR)
    square[1:] = scores
    square[1:, 0] = FAR
    square[root + 1] = FAR
    square[root + 1, 0] = 0.0
    return edmonds(square)[1:]


def circle(heads):
    """Words that form a circle, as numbers from 1 on; none where there is no circle."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        at, path = start, []
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at - 1])
        if state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return []


def edmonds(scores):
    """Heads for a square matrix (rows dependents, columns heads, 0 the root)."""
    heads = scores.argmax(1)
    heads[0] = 0
    ring = circle(heads[1:])
    if not ring:
        return heads
    inside = numpy.zeros(len(scores), bool)
    inside[ring] = True
    outside = numpy.flatnonzero(~inside)
    kept = scores[ring, heads[ring]]
    # The circle becomes one node, the last.
    size = len(outside) + 1
    small = numpy.full((size, size), FAR)
    small[:-1, :-1] = scores[numpy.ix_(outside, outside)]
    leaving = scores[numpy.ix_(outside, ring)]
    small[:-1, -1] = leaving.max(1)
    entering = scores[numpy.ix_(ring, outside)] - kept[:, None]
    small[-1, :-1] = entering.max(0)
    made = edmonds(small)
    for place, node in enumerate(outside):
        if place:
            heads[node] = ring[int(leaving[place].argmax())] if made[place] == size - 1 else outside[made[place]]
    broken = ring[int(entering[:, made[-1]].argmax())]
    heads[broken] = outside[made[-1]]
    return heads
