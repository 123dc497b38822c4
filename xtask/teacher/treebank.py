"""Sentences in CoNLL-U for the teacher: reading, classes, the look of words."""

import collections
import gzip

# A look each: what capitals and digits say, since the encoder's vocabulary has small letters only.
LOOKS = 10


def read(path):
    """Sentences as lists of [form, upos, xpos, head, relation]; ranges and empty nodes left out."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield rows
                rows = []
                continue
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                head = int(cells[6]) if cells[6].isdigit() else 0
                rows.append([cells[1], cells[3], cells[4], head, cells[7]])
    if rows:
        yield rows


def classes(sentences, rare_pair=4, rare_relation=5):
    """Pairs of tags and relations, the most frequent first."""
    pairs, relations = collections.Counter(), collections.Counter()
    for rows in sentences:
        for _, upos, xpos, _, relation in rows:
            pairs[f"{upos} {xpos}"] += 1
            relations[relation] += 1

    def often(counts, least):
        return [name for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= least]

    return often(pairs, rare_pair), often(relations, rare_relation)


def numbers(names, back):
    """The number of a name; where it is unknown, that of what `back` makes of it, or none (-100)."""
    table = {name: number for number, name in enumerate(names)}
    return lambda name: table.get(name, table.get(back(name), -100))


def look(form):
    """Small letters, a capital, capitals, mixed; digits; marks."""
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return 1 if any(c.isdigit() for c in form) else 2
    if any(c.isdigit() for c in form):
        return 3
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 4
    if upper == len(letters):
        return 5 if len(letters) == 1 else 6
    if letters[0].isupper():
        return 7 if upper == 1 else 8
    return 9
