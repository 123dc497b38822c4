#!/usr/bin/env python3
"""Labels sentences with the teacher: tab-separated words in, CoNLL-U out, both gzipped.

In pieces of some thousand sentences; of each the tenth of which the teacher is least sure is left
out. The output is raw text of others: it belongs into a cache outside the repository.
"""

import argparse
import gzip
import os
import time

import numpy
import tokenizers
import torch

import teacher as model
from trees import tree

PIECE = 8000
KEPT = 0.9


def labelled(learner, tokenizer, group, half):
    """For each sentence: how sure the teacher is, and its lines."""
    batch = model.pack(tokenizer, group)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
        tags, arcs, parts = learner(batch)
        tags, arcs = torch.log_softmax(tags.float(), -1), torch.log_softmax(arcs.float(), -1)
        sure, tag = (made.numpy() for made in tags.max(-1))
        scores = arcs.numpy()
        trees = [tree(scores[place, : len(forms), : len(forms) + 1].astype(float)) for place, forms in enumerate(group)]
        heads = torch.zeros(tag.shape, dtype=torch.long)
        for place, made in enumerate(trees):
            heads[place, : len(made)] = torch.from_numpy(numpy.asarray(made, dtype=numpy.int64))
        related = learner.related(parts, heads).argmax(-1).tolist()
    for place, (forms, made) in enumerate(zip(group, trees)):
        count = len(forms)
        confidence = sure[place, :count].mean() + scores[place, numpy.arange(count), made].mean()
        lines = []
        for at, form in enumerate(forms):
            upos, xpos = learner.pairs[tag[place, at]].split(" ")
            relation = "root" if made[at] == 0 else learner.relations[related[place][at]]
            lines.append(f"{at + 1}\t{form}\t_\t{upos}\t{xpos}\t_\t{made[at]}\t{relation}\t_\t_\n")
        yield confidence, "".join(lines) + "\n"


def pieces(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        piece = []
        for line in lines:
            piece.append(line.rstrip("\n").split("\t"))
            if len(piece) == PIECE:
                yield piece
                piece = []
        if piece:
            yield piece


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--encoder", required=True, help="folder with the tokenizer")
    parser.add_argument("--sentences", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--words", type=int, default=3_000_000)
    parser.add_argument("--half", action="store_true", help="multiply in bfloat16")
    parser.add_argument("--room", type=int, default=4000, help="pieces in a batch")
    parser.add_argument("--step", type=int, nargs=2, default=(1, 0), help="every n-th piece, from which on")
    options = parser.parse_args()
    torch.set_num_threads(1)

    learner = model.load(options.teacher)
    tokenizer = tokenizers.Tokenizer.from_file(f"{options.encoder}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    words, began = 0, time.time()
    with gzip.open(options.out + ".part", "wt", encoding="utf-8", compresslevel=3) as out:
        for number, piece in enumerate(pieces(options.sentences)):
            if number % options.step[0] != options.step[1]:
                continue
            made = {}
            for numbers in model.batches([len(forms) * 1.25 + 2 for forms in piece], options.room):
                group = [piece[at] for at in numbers]
                made.update(zip(numbers, labelled(learner, tokenizer, group, options.half)))
            least = sorted(sure for sure, _ in made.values())[int(len(made) * (1 - KEPT))]
            for at in sorted(made):
                if made[at][0] >= least:
                    out.write(made[at][1])
            words += sum(map(len, piece))
            print(f"  {words} words, {words / (time.time() - began):.0f} a second", flush=True)
            if words >= options.words:
                break
    os.replace(options.out + ".part", options.out)


if __name__ == "__main__":
    main()
