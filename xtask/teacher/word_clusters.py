#!/usr/bin/env python3
"""Clusters the word vectors of a spaCy model (k-means, fixed seed), for the words of raw news.

Two partitions of the same vectors, fine and coarse. Output: word, fine, coarse
(from 1), tab-separated; needs numpy and spaCy 3.8.
"""

import argparse
import collections
import gzip
import json
import re

import numpy

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.'’-](?=\w))*\.?")


def partition(rows, count, rounds=15):
    random = numpy.random.default_rng(1)
    centres = rows[random.choice(len(rows), count, replace=False)].copy()
    for _ in range(rounds):
        nearest = numpy.concatenate([(part @ centres.T).argmax(1) for part in numpy.array_split(rows, 20)])
        for index in range(count):
            members = rows[nearest == index]
            if len(members):
                centre = members.sum(0)
                centres[index] = centre / max(numpy.linalg.norm(centre), 1e-6)
    return nearest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--news", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()

    from spacy.vocab import Vocab

    vocabulary = Vocab().from_disk(f"{arguments.model}/vocab")
    vectors = numpy.array(vocabulary.vectors.data, dtype=numpy.float32)
    vectors /= numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    fine, coarse = partition(vectors, 900), partition(vectors, 120)
    counts = collections.Counter()
    with gzip.open(arguments.news, "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(WORD.findall(json.loads(line)["text"]))
    row_of = vocabulary.vectors.key2row
    with open(arguments.out, "w", encoding="utf-8") as out:
        for word, count in sorted(counts.items()):
            row = row_of.get(vocabulary.strings[word])
            if count >= 2 and row is not None and row >= 0:
                out.write(f"{word}\t{fine[row] + 1}\t{coarse[row] + 1}\n")


if __name__ == "__main__":
    main()
