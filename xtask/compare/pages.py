#!/usr/bin/env python3
"""Compares `parallax extract` with trafilatura and newspaper4k on the page sets.

    python3 xtask/compare/pages.py EVAL_FOLDER PARALLAX_BINARY [SET ...]

EVAL_FOLDER holds the page sets, their golds and score.py. All three read the same pages on one
core in one run; the time is that of reading pages, without starting the program. Prints a table.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time

try:
    import newspaper
    import trafilatura
except ImportError as missing:
    sys.exit(f"{missing.name} is missing: pip install trafilatura newspaper4k lxml_html_clean")

# Set: pages, gold.
SETS = {
    "aeb": ("aeb.jsonl.gz", "aeb.gold.jsonl"),
    "wcxb": ("wcxb.jsonl.gz", "wcxb.gold.jsonl.gz"),
    "trafilatura": ("web.jsonl.gz", "trafilatura.gold.jsonl"),
    "htmldate": ("web.jsonl.gz", "htmldate.gold.jsonl"),
    "fundus": ("fundus.jsonl.gz", "fundus.gold.jsonl"),
}
COLUMNS = ["shingle_f1", "word_f1", "segment_f1", "paragraph_f1", "title_accuracy", "author_f1", "date_accuracy"]


def report(page, title, text, authors, published):
    """What `parallax extract` would write."""
    title, paragraphs, spans = title or "", [p.strip() for p in (text or "").split("\n") if p.strip()], []
    whole = title
    for paragraph in paragraphs:
        whole += "\n\n" if whole else ""
        spans.append({"start": len(whole), "end": len(whole) + len(paragraph)})
        whole += paragraph
    return {"id": page["id"], "title": title, "text": whole, "paragraphs": spans, "authors": authors, "published": published}


def with_trafilatura(page):
    found = trafilatura.bare_extraction(page["html"], url=page.get("url"), include_comments=False, with_metadata=True)
    if found is None:
        return report(page, "", "", [], None)
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return report(page, found.title, found.text, authors, found.date)


def with_newspaper(page):
    article = newspaper.Article(page.get("url") or "http://localhost/", fetch_images=False)
    article.download(input_html=page["html"])
    article.parse()
    published = article.publish_date.isoformat() if article.publish_date else None
    return report(page, article.title, article.text, article.authors, published)


def timed(read, pages):
    """Reports and milliseconds a page."""
    reports, start = [], time.process_time()
    for page in pages:
        try:
            reports.append(read(page))
        except Exception:  # a page that the other program cannot read counts as empty
            reports.append(report(page, "", "", [], None))
    return reports, (time.process_time() - start) * 1000 / len(pages)


def with_parallax(binary, path, count):
    """The processor's time, less that of starting the program on nothing."""
    def run(file):
        before = os.times()
        done = subprocess.run([binary, "extract", file, "--jobs", "1", "--format", "jsonl"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
        after = os.times()
        spent = after.children_user + after.children_system - before.children_user - before.children_system
        return [json.loads(line) for line in done.stdout.splitlines()], spent
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as empty:
        empty.write(json.dumps({"id": "x", "text": "Nothing."}) + "\n")
        empty.flush()
        _, start = run(empty.name)
    reports, spent = run(path)
    return reports, (spent - start) * 1000 / count


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, binary, names = sys.argv[1], sys.argv[2], sys.argv[3:] or list(SETS)
    sys.path.insert(0, folder)
    from score import read_lines, score

    print("| set | program | " + " | ".join(COLUMNS) + " | ms a page |\n|" + " --- |" * (len(COLUMNS) + 3))
    read = {}
    for name in names:
        file, gold = (os.path.join(folder, part) for part in SETS[name])
        if file not in read:
            with gzip.open(file, "rt", encoding="utf-8") as lines:
                pages = [json.loads(line) for line in lines]
            read[file] = {
                "parallax": with_parallax(binary, file, len(pages)),
                "trafilatura": timed(with_trafilatura, pages),
                "newspaper4k": timed(with_newspaper, pages),
            }
        for program, (reports, spent) in read[file].items():
            parts = score(read_lines(gold), reports)["parts"].values()
            measures = {measure: value for part in parts for measure, value in part.items()}
            cells = [f"{measures[c]:.3f}".lstrip("0") if c in measures else "" for c in COLUMNS]
            print(f"| {name} | {program} | " + " | ".join(cells) + f" | {spent:.1f} |", flush=True)


if __name__ == "__main__":
    main()
