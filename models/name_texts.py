#!/usr/bin/env python3
"""Makes the training texts of the tagger of names from the ANT corpus and models/name_annotations.txt.

usage: name_texts.py OUT CORPUS_FOLDER

Writes OUT/ID.txt (title and text of the article, one line a paragraph), OUT/ID.gold (lines "begin end type", code points) and
OUT/texts.list for train-names. An article whose text is not the annotated one is left out and named.
"""
import hashlib
import pathlib
import re
import sys

ANNOTATIONS = pathlib.Path(__file__).with_name("name_annotations.txt")


def text_of(document):
    parts = []
    for tag in ("TITLE", "TEXT"):
        found = re.search(rf"<{tag}>(.*?)</{tag}>", document, re.S)
        parts.append(found[1].strip() if found else "")
    return "\n".join(line.strip() for line in "\n".join(parts).split("\n") if line.strip())


def main():
    out, corpus = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    rows = [line.rstrip("\n").split("\t") for line in ANNOTATIONS.open(encoding="utf-8") if not line.startswith("#")][1:]
    wanted = {row[0]: row for row in rows}
    paths = []
    for path in sorted(corpus.rglob("*.txt")):
        row = wanted.get(path.stem)
        if row is None:
            continue
        text = text_of(path.read_text(encoding="utf-8", errors="replace"))
        if hashlib.sha256(text.encode()).hexdigest() != row[1]:
            continue
        del wanted[path.stem]
        (out / f"{path.stem}.txt").write_text(text, encoding="utf-8")
        marks = re.findall(r"(\d+)-(\d+)([A-Z])", row[2])
        (out / f"{path.stem}.gold").write_text("".join(" ".join(mark) + "\n" for mark in marks), encoding="utf-8")
        paths.append(out / f"{path.stem}.txt")
    (out / "texts.list").write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    print(f"{len(paths)} texts; missing: {' '.join(sorted(wanted)) or 'none'}", file=sys.stderr)


if __name__ == "__main__":
    main()
