#!/usr/bin/env python3
"""Counts the words of a news corpus into models/word_counts.tsv: aggregates only, no text, nothing longer than a word.

usage: count_words.py OUT CORPUS.tar.xz...

A corpus is a tar of SGML-like files with <TEXT>...</TEXT>. Words are runs of Arabic letters after the analysis form of
text/normalise.h; those that occur at least ten times, in at least five articles, are kept.
"""
import collections
import re
import sys
import tarfile

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
FOLD = str.maketrans("\u0622\u0623\u0625\u0671\u0624\u0626\u06a9\u06cc", "\u0627\u0627\u0627\u0627\u0621\u0621\u0643\u064a")
WORD = re.compile("[\u0621-\u064a]+")
TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)


def articles(paths):
    for path in paths:
        with tarfile.open(path) as corpus:
            for member in corpus:
                if member.isfile():
                    content = corpus.extractfile(member).read().decode("utf-8", "replace")
                    yield from (m[1] for m in TEXT.finditer(content))


def main():
    counts, spread = collections.Counter(), collections.Counter()
    for text in articles(sys.argv[2:]):
        words = WORD.findall(MARKS.sub("", text).translate(FOLD))
        counts.update(words)
        spread.update(set(words))
    kept = sorted(w for w, n in counts.items() if n >= 10 and spread[w] >= 5 and 2 <= len(w) <= 20)
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("# table: word_counts\n# about: how often words (with their clitics) occur in a corpus of Arabic news; analysis form\n"
                  "# source: counted from the ANT corpus (models/word_counts.md)\n# licence: Apache-2.0 (counts; no text)\nar\tcount\n")
        for word in kept:
            out.write(f"{word}\t{counts[word]}\n")
    print(len(kept), "words of", sum(counts.values()), "occurrences", file=sys.stderr)


if __name__ == "__main__":
    main()
