#!/usr/bin/env python3
"""Names on ANERcorp and, out of domain, on AQMAR: trains the tagger's program and scores it on whole names.

    camel.py --train PROGRAM --lexicon FILE [--anercorp DIR] [--aqmar DIR] [--out FILE]

DIR, or ISNAD_ANERCORP, holds camel_split_reconstructed_train.txt and _test.txt (a word and its IOB2 tag a line, sentences parted
by empty lines; CC BY-SA, no copy here); without it nothing is measured. ISNAD_AQMAR holds the articles of AQMAR (Mohit et al. 2012)
in the same form: Wikipedia, other subjects, another notion of "other"; the model of the training part is scored on them as it is. A
name is right when its words and its type are. Twenty sentences of a corpus make a document. The shipped model is another one: it is
not trained on ANERcorp and follows our own conventions (models/name_tags.md).
"""
import argparse
import collections
import os
import pathlib
import subprocess
import sys
import tempfile

import run

SETTINGS = ["outside=-0.75", "looks=2", "jackknife=3"]
TYPES = {"PERS": "persons", "ORG": "organisations", "LOC": "places", "MISC": "other"}


def conll(sources, target):
    """The corpora with one spelling of each tag; slips of the keyboard in AQMAR's tags mean "other"."""
    lines = []
    for source in sources:
        for line in source.read_text(encoding="utf-8").replace("\r", "").split("\n"):
            word, _, tag = line.strip().rpartition(" ")
            side, _, kind = tag.partition("-")
            known = {"PER": "PERS", "PERS": "PERS", "LOC": "LOC", "ORG": "ORG"}.get(kind, "MISC")
            lines.append(f"{word} {side}-{known}" if word and side in "BI" else f"{word} O" if word else "")
        lines.append("")
    target.write_text("\n".join(lines), encoding="utf-8")
    return target


def names_of(tags):
    """{(first, end): type} of a sentence's tags."""
    names, i = {}, 0
    while i < len(tags):
        end = i + 1
        if tags[i] != "O":
            kind = tags[i][2:]
            while end < len(tags) and tags[end] == f"I-{kind}":
                end += 1
            names[i, end] = kind
        i = end
    return names


def sentences(path):
    rows = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            rows.append(line.rsplit(" ", 2))
        elif rows:
            yield rows
            rows = []


class Score:
    def __init__(self):
        self.counts = collections.defaultdict(run.Counts)
        self.confusion = collections.Counter()  # (type in the gold, type found)
        self.errors = []

    def add(self, rows):
        gold, found = names_of([row[1] for row in rows]), names_of([row[2] for row in rows])
        for kind in ("all", *TYPES):
            of_kind = lambda names: {item for item in names.items() if kind in ("all", item[1])}
            counts = self.counts[kind]
            counts.hits += len(of_kind(gold) & of_kind(found))
            counts.found += len(of_kind(found))
            counts.wanted += len(of_kind(gold))
        for span in sorted(gold.keys() | found.keys()):
            pair = gold.get(span, "no name with these words"), found.get(span, "no name with these words")
            self.confusion[pair] += 1
            if pair[0] != pair[1]:
                self.errors.append((" ".join(row[0] for row in rows[span[0]:span[1]]), *pair))


def table(title, score):
    lines = [f"## {title}", "", "| | P | R | F1 | right | found | gold |", "|---|---|---|---|---|---|---|"]
    lines += [f"| {TYPES.get(kind, kind)} | " + " | ".join(score.counts[kind].row()) + " |" for kind in ("all", *TYPES)]
    kinds = [*TYPES, "no name with these words"]
    lines += ["", "| gold \\ found | " + " | ".join(kinds) + " |", "|---" * (len(kinds) + 1) + "|"]
    lines += [f"| {a} | " + " | ".join(str(score.confusion[a, b]) for b in kinds) + " |" for a in kinds]
    lines += ["", f"{run.SAMPLES} of {len(score.errors)} errors, drawn by hash:", "", "| words | gold | found |", "|---|---|---|"]
    lines += [f"| {words} | {a} | {b} |" for words, a, b in sorted(set(score.errors), key=run.sample_key)[:run.SAMPLES]]
    return lines + [""]


def measured(options, train, test, work):
    tags = work / "tags"
    subprocess.run([options.train, options.lexicon, f"train={train}", f"dev={test}", f"tags={tags}", *SETTINGS], check=True,
                   capture_output=True)
    score = Score()
    for rows in sentences(tags):
        score.add(rows)
    return score


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", required=True, help="the program train-names")
    parser.add_argument("--lexicon", required=True)
    parser.add_argument("--anercorp", type=pathlib.Path, default=os.environ.get("ISNAD_ANERCORP"))
    parser.add_argument("--aqmar", type=pathlib.Path, default=os.environ.get("ISNAD_AQMAR"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).with_name("camel.md"))
    options = parser.parse_args()
    if not options.anercorp:
        print("camel.py: ISNAD_ANERCORP is not set: nothing measured", file=sys.stderr)
        return 0
    folder = pathlib.Path(options.anercorp)
    lines = ["# Quality: names on ANERcorp and AQMAR", "",
             f"Made by `quality/camel.py`: the program of `models/train_names.cpp` with the settings `{' '.join(SETTINGS)}`, trained on the "
             "training part of the CAMeL split; whole names. The settings were chosen by cross-validation on the training part.", ""]
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        train, test = (conll([folder / f"camel_split_reconstructed_{part}.txt"], work / f"{part}.conll") for part in ("train", "test"))
        score = measured(options, train, test, work)
        lines += table("ANERcorp, test part of the CAMeL split (25,008 tokens)", score)
        lines += ["A plain conditional random field has 72.9 F1 there, AraBERT and CAMeLBERT 81 to 83.", ""]
        print("CAMeL split:", *score.counts["all"].row())
        if options.aqmar:
            score = measured(options, train, conll(sorted(pathlib.Path(options.aqmar).rglob("*.txt")), work / "aqmar.conll"), work)
            lines += table("AQMAR, all 28 articles, out of domain", score)
            print("AQMAR:", *score.counts["all"].row())
    options.out.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
