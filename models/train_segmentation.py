#!/usr/bin/env python3
"""Trains models/segmentation.tsv, the weights of the scorer of clitics (models/segmentation.md).

usage: train_segmentation.py ROWS LEXICON models/segmentation_words.txt OUT [--all] [CORPUS]

ROWS is the program isnad-segmentation-rows. A log-linear model over the ways of one word, AdaGrad, L2, integer weights.
Every fifth word of the list tests; with --all the weights that are written are of the whole list. CORPUS, if given, is
NewsFANE_Gold_2014_170K.txt: tokens with conjunctions and pronouns split off by a program, prepositions seldom. Nothing
is trained on it; a word is right when its way agrees with what the corpus splits.
"""
import collections
import math
import random
import re
import subprocess
import sys

FOLD = str.maketrans("\u0622\u0623\u0625\u0671\u0624\u0626", "\u0627\u0627\u0627\u0627\u0621\u0621")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
ARABIC = re.compile("[\u0621-\u064a]+")
CONJUNCTIONS, SECONDS = "\u0648\u0641", "\u0628\u0643\u0644\u0633"
PRONOUNS = set("\u0647\u0627 \u0647\u0645 \u0647\u0645\u0627 \u0647\u0646 \u0643\u0645 \u0646\u0627 \u0647".split())
MARBUTA, TEH = "\u0629", "\u062a"
EPOCHS, RATE, L2, SCALE = 14, 0.25, 1e-2, 100
WEIGHT = 3.0  # of an example


def ways_of(program, lexicon, words):
    """For each word its ways: (pieces, numbers of evidence)."""
    done = subprocess.run([program, lexicon, "ways"], input="\n".join(words) + "\n", capture_output=True, text=True, check=True)
    blocks = done.stdout.split("\n\n")
    out = {}
    for word, block in zip(words, blocks):
        lines = [line.split("\t") for line in block.strip("\n").split("\n") if "\t" in line]
        out[word] = [(pieces, [int(n) for n in numbers.split()]) for pieces, numbers in lines]
    return out


def corpus_words(path):
    """The written words of the corpus, with the conjunction and the pronoun that were split off, in order."""
    tokens = [MARKS.sub("", line.rstrip("\n").split("\t")[0]).translate(FOLD) for line in open(path, encoding="utf-8-sig")]
    out, i = [], 0
    while i < len(tokens):
        front = []
        while i + 1 < len(tokens) and len(tokens[i]) == 1 and tokens[i] in CONJUNCTIONS + SECONDS and ARABIC.fullmatch(tokens[i + 1]):
            if front and (tokens[i] in CONJUNCTIONS or len(front) == 2):
                break
            front.append(tokens[i])
            i += 1
        stem = tokens[i]
        i += 1
        if not ARABIC.fullmatch(stem) or len(stem) < 2:
            continue
        end = ""
        if i < len(tokens) and tokens[i] in PRONOUNS:
            end = tokens[i]
            i += 1
            if stem.endswith(MARBUTA):
                stem = stem[:-1] + TEH
        out.append(("".join(front) + stem + end, tuple(front), end))
    return out


def parts(pieces):
    """Conjunction, second proclitic, pronoun of a way."""
    split = pieces.split("+")
    first = split[0] if len(split) > 1 and split[0] in tuple(CONJUNCTIONS) else ""
    rest = split[1:] if first else split
    second = rest[0] if len(rest) > 1 and rest[0] in tuple(SECONDS) else ""
    rest = rest[1:] if second else rest
    return first, second, rest[1] if len(rest) > 1 else ""


def consistent(ways, front, end):
    """Which ways agree with a label of the corpus: its prepositions count only where it splits them."""
    out = []
    for i, (pieces, _) in enumerate(ways):
        first, second, pronoun = parts(pieces)
        wanted = front[0] if front and front[0] in CONJUNCTIONS else ""
        split = front[-1] if front and front[-1] in SECONDS else None
        if first == wanted and (split is None or second == split) and (pronoun == end or not end and len(pronoun) == 1 and pronoun != "\u0647"):
            out.append(i)
    return out


def examples(ways, labelled):
    """(ways, consistent ways, weight): the same label of the same word once, by the root of its count."""
    out = []
    for (word, key), (right, count) in labelled.items():
        if 0 < len(right) < len(ways[word]):
            out.append((ways[word], right, count))
    return out


def scores(weights, ways):
    return [sum(weights[n] for n in numbers) for _, numbers in ways]


def train(data, size, seed=7):
    weights, squares = [0.0] * size, [1e-6] * size
    order = random.Random(seed)
    data = list(data)
    for epoch in range(EPOCHS):
        order.shuffle(data)
        for ways, right, weight in data:
            raw = scores(weights, ways)
            top = max(raw)
            odds = [math.exp(s - top) for s in raw]
            total, mass = sum(odds), sum(odds[i] for i in right)
            if mass / total > 0.9999:
                continue
            slope = collections.defaultdict(float)
            for i, (_, numbers) in enumerate(ways):
                pull = odds[i] / total - (odds[i] / max(mass, 1e-300) if i in right else 0.0)
                if abs(pull) > 1e-6:
                    for n in numbers:
                        slope[n] += pull * weight
            for n, value in slope.items():
                value += L2 * weights[n]
                squares[n] += value * value
                weights[n] -= RATE * value / math.sqrt(squares[n])
    return weights


def accuracy(weights, data):
    right = total = 0.0
    for ways, wanted, weight in data:
        raw = scores(weights, ways)
        right += weight * (raw.index(max(raw)) in wanted)
        total += weight
    return 100 * right / max(total, 1e-9)


def label_corpus(ways, words):
    counted = collections.Counter(words)
    return {(word, (front, end)): (consistent(ways[word], front, end), count) for (word, front, end), count in counted.items()}


def label_list(ways, lines):
    out = {}
    for pieces in lines:
        word = pieces.replace("+", "")
        right = [i for i, (way, _) in enumerate(ways[word]) if way == pieces]
        if not right:
            print("no such way:", pieces, file=sys.stderr)
        out[(word, pieces)] = (right, 1)
    return out


def exceptions(weights, ways, lines):
    """Words of the list that the weights take apart in another way: they are kept by themselves."""
    for pieces in lines:
        raw = scores(weights, ways[pieces.replace("+", "")])
        best = ways[pieces.replace("+", "")][raw.index(max(raw))][0] if raw else pieces
        if best != pieces and any(way == pieces for way, _ in ways[pieces.replace("+", "")]):
            yield pieces


def write(path, rows, weights, kept):
    rows = sorted(rows.items())
    with open(path, "w", encoding="utf-8") as out:
        out.write("# table: segmentation\n# about: weights of the evidence for the ways to take a word apart (models/segmentation.md); a row is a\n"
                  "# about: kind of evidence and a clitic, its numbers are the weights of the buckets;\n"
                  "# about: an equals sign and a word: how it is taken apart, whatever the weights say\n"
                  "# source: trained by models/train_segmentation.py\n# licence: CC-BY-4.0\nar\tweights\n")
        for (first, name), following in zip(rows, [n for n, _ in rows[1:]] + [len(weights)]):
            values = [round(SCALE * w) for w in weights[first:following]][:48]
            while values and values[-1] == 0:
                values.pop()
            if values:
                out.write(f"{name}\t{' '.join(map(str, values))}\n")
        for pieces in sorted(kept):
            out.write(f"={pieces.replace('+', '')}\t{pieces}\n")


def main():
    options = [word for word in sys.argv[1:] if word != "--all"]
    program, lexicon, own, out = options[:4]
    words = corpus_words(options[4]) if len(options) > 4 else []
    lines = list(dict.fromkeys(line.split()[0] for line in open(own, encoding="utf-8") if line.strip() and line[0] != "#"))
    ways = ways_of(program, lexicon, sorted({w for w, _, _ in words} | {line.replace("+", "") for line in lines}))
    rows = {int(n): name for n, name in (line.split("\t") for line in subprocess.run(
        [program, lexicon, "rows"], capture_output=True, text=True, check=True).stdout.strip().split("\n"))}
    training = examples(ways, label_list(ways, lines if "--all" in sys.argv else [x for i, x in enumerate(lines) if i % 5]))
    test = examples(ways, label_list(ways, lines[::5]))
    weights = train([(ways_, right, WEIGHT) for ways_, right, _ in training], max(rows) + 48)
    weights = [round(SCALE * w) / SCALE for w in weights]
    for name, data in (("training", training), ("test", test), ("corpus", examples(ways, label_corpus(ways, words)))):
        print(f"{name:9s} {accuracy(weights, data):6.2f} % of {len(data)} ambiguous words")
    write(out, rows, weights, exceptions(weights, ways, lines))


if __name__ == "__main__":
    main()
