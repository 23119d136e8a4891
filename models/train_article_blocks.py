#!/usr/bin/env python3
"""Trains models/article_blocks.tsv: which blocks of a page are its article.

usage: train_article_blocks.py BUILD GOLD.json PAGES FIXTURES OUT.tsv

BUILD is a build folder with ISNAD_BENCH=ON (isnad-block-rows, boosted-trees, lexicon.bin). GOLD.json maps the name
of a page to the text of its article; PAGES is a folder with NAME.html for each. Pages whose sha1(NAME) ends in an
even hexadecimal digit are left out: they are for testing. FIXTURES is tests/pages/dev: NAME.html with its truth in
NAME.json, also of pages without an article; all of them teach. A block's label is the share of its words that an alignment
of the page with the text finds in it. Prints the F1 over bags of words of pages that the trees did not see.
"""
import array
import collections
import difflib
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib

WORD = re.compile(r"\w+")
VARIANTS = {0: 1.0, 1: 0.1, 2: 0.1, 3: 0.1, 4: 0.2, 5: 0.2}  # of models/block_rows.cpp, with their weights
FOLDS = 4
FIXTURE_WEIGHT, WITHOUT_ARTICLE = 1.5, 0.1  # of a fixture; of one without an article
SETTINGS = ["250", "12", "0.06", str(FOLDS), "1", "0.4", "0.12", "1", "5"]
HEAD = """# table: article_blocks
# about: boosted trees that tell the blocks of an article from the rest of its page (models/article_blocks.md)
# source: trained by models/train_article_blocks.py
# licence: CC-BY-4.0
ar\ttree
"""


def words(text):
    return [word.lower() for word in WORD.findall(text or "")]


def digest(name):
    return hashlib.sha1(name.encode()).hexdigest()


def candidates(gold, blocks):
    """Words of the blocks that may stand in the gold, each with its block."""
    known, fours = set(gold), {tuple(gold[i:i + 4]) for i in range(len(gold) - 3)}
    out, owner = [], []
    for at, block in enumerate(blocks):
        if len(block) >= 4:
            shared = sum(tuple(block[i:i + 4]) in fours for i in range(len(block) - 3))
            fits = shared * 5 >= len(block) - 3
        else:
            fits = bool(block) and all(word in known for word in block)
        if fits:
            out += block
            owner += [at] * len(block)
    return out, owner


def labels(text, blocks):
    """For each block the share of its words that stand in the text, in the order of the page."""
    gold = words(text)
    page, owner = candidates(gold, blocks)
    hits = [0] * len(blocks)
    matcher = difflib.SequenceMatcher(None, gold, page, autojunk=False)
    for _, begin, size in matcher.get_matching_blocks():
        if size == 0:
            continue
        met = set(owner[begin:begin + size])
        if size < 3 and (len(met) > 1 or len(blocks[owner[begin]]) != size):
            continue  # a word or two count only where they are a whole block
        for i in range(begin, begin + size):
            hits[owner[i]] += 1
    return [hit / len(block) if block else 0.0 for hit, block in zip(hits, blocks)]


class Matrix:
    """Rows for boosted-trees: numbers, label, weight, fold."""

    def __init__(self):
        self.values, self.label, self.weight = array.array("f"), array.array("f"), array.array("f")
        self.fold = array.array("i")

    def add(self, page, known, variant, fold, page_weight):
        width = len(page["rows"]) // len(page["texts"])
        share = [known["labels"][i] for i in page["kept"]]
        size = [known["sizes"][i] for i in page["kept"]]
        gold = sum(a * b for a, b in zip(share, size))
        for i, (label, count) in enumerate(zip(share, size)):
            weight = (min(1, (count + 1) / (gold + 20)) * 50 + 0.05) * VARIANTS[variant] * page_weight
            if variant and not label and count < 8:  # a quarter of the small lines of chrome stands for all
                if zlib.crc32(f"{page['path']} {variant} {i}".encode()) % 4:
                    continue
                weight *= 4
            self.values.extend(page["rows"][i * width:(i + 1) * width])
            self.label.append(label if label > 0.3 else 0.0)
            self.weight.append(weight)
            self.fold.append(fold)

    def write(self, path):
        with open(path, "wb") as out:
            out.write(struct.pack("<II", len(self.label), len(self.values) // len(self.label)))
            for part in (self.values, self.label, self.weight, self.fold):
                part.tofile(out)


def read_pages(build, names, folder, variant):
    paths = "".join(os.path.join(folder, name + ".html") + "\n" for name in names)
    command = [os.path.join(build, "isnad-block-rows"), os.path.join(build, "lexicon.bin"), str(variant), "-"]
    process = subprocess.run(command, input=paths, capture_output=True, text=True, check=True)
    for line in process.stdout.split("\n")[:-1]:
        page = json.loads(line)
        yield os.path.basename(page["path"])[:-5], page


def f1(gold, blocks):
    a, b = collections.Counter(words(gold)), collections.Counter(words(" ".join(blocks)))
    both = sum((a & b).values())
    return 2 * both / max(1, sum(a.values()) + sum(b.values()))


def report(what, gold, pages, scores, at):
    """Prints the mean F1 of the pages of a set that hold an article; gives where the next set begins."""
    found = []
    for name, texts in pages:
        mine = scores[at:at + len(texts)]
        at += len(texts)
        least = min(0, max(mine) - 1.5)
        if gold[name]:
            found.append((f1(gold[name], [text for text, score in zip(texts, mine) if score > least]), name))
    mean = sum(score for score, _ in found) / len(found)
    print(f"{what}: {len(found)} pages, F1 of words in {FOLDS}-fold cross-validation: {mean:.4f}")
    print(" ".join(f"{name[:24]} {score:.2f}" for score, name in sorted(found)[:24]))
    return at


def truth_of(path):
    """The text of a fixture: deck, body, further articles and posts; empty for a page without an article."""
    with open(path) as file:
        truth = json.load(file)
    if truth["kind"] not in ("article", "live blog"):
        return ""
    parts = [truth, *truth.get("second", []), *truth.get("posts", [])]
    texts = [truth.get("deck") or ""]
    for part in parts:
        for text in part.get("body") or []:
            texts.append(text if isinstance(text, str) else text["text"])
    return "\n".join(texts)


class Set:
    """Pages with their texts."""

    def __init__(self, what, gold, folder, weight):
        self.what, self.gold, self.folder, self.weight, self.pages = what, gold, folder, weight, []

    def weight_of(self, name):
        return self.weight if self.gold[name] else self.weight * WITHOUT_ARTICLE


def write_table(model, columns, path):
    with open(model) as lines, open(path, "w") as out:
        out.write(HEAD)
        for number, line in enumerate(lines):
            tree = re.sub(r"(?:^|(?<= ))(\d+):", lambda match: columns[int(match[1])] + ":", line.strip())
            out.write(f"block tree {number}\t{tree}\n")


def add_set(build, pages, variant, known, matrix):
    """Adds the pages of a set in a variant; variant 0 comes first and finds the labels."""
    for name, page in read_pages(build, sorted(pages.gold), pages.folder, variant):
        if variant == 0:
            blocks = [words(text) for text in page["texts"]]
            known[name] = {"labels": labels(pages.gold[name], blocks), "sizes": [len(block) for block in blocks]}
            pages.pages.append((name, page["texts"]))
        matrix.add(page, known[name], variant, int(digest(name)[:8], 16) % FOLDS, pages.weight_of(name))


def sets_of(gold_path, folder, fixtures):
    with open(gold_path) as file:
        gold = json.load(file)
    odd = {name: text for name, text in gold.items() if int(digest(name)[-1], 16) % 2 == 1}
    names = [name[:-5] for name in os.listdir(fixtures) if name.endswith(".html")]
    own = {name: truth_of(os.path.join(fixtures, name + ".json")) for name in names}
    return [Set("outside sets", odd, folder, 1.0), Set("fixtures", own, fixtures, FIXTURE_WEIGHT)]


def main():
    build, gold_path, folder, fixtures, out = sys.argv[1:6]
    known, matrix, sets = {}, Matrix(), sets_of(gold_path, folder, fixtures)
    for variant in VARIANTS:
        for pages in sets:
            add_set(build, pages, variant, known, matrix)
    with tempfile.TemporaryDirectory() as work:
        data, model, scores = (os.path.join(work, name) for name in ("data", "model", "scores"))
        matrix.write(data)
        subprocess.run([os.path.join(build, "boosted-trees"), data, model, scores, *SETTINGS], check=True)
        values, at = array.array("f"), 0
        with open(scores, "rb") as file:
            values.frombytes(file.read())
        for pages in sets:
            at = report(pages.what, pages.gold, pages.pages, values, at)
        columns = subprocess.run([os.path.join(build, "isnad-block-rows"), "--columns"], capture_output=True,
                                 text=True, check=True).stdout.split()
        write_table(model, columns, out)


if __name__ == "__main__":
    main()
