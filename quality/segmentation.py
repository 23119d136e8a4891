#!/usr/bin/env python3
"""How well words are taken apart: proclitics and pronouns against UD Arabic PUD, or against a list of words.

usage: segmentation.py ROWS LEXICON ar_pud-ud-test.conllu [--sentences|--lemmas|--parts]
       segmentation.py ROWS LEXICON words.txt

ROWS is the program isnad-segmentation-rows (models/segmentation_rows.cpp). The treebank is test only: nothing is
trained or chosen on its words, and this program prints no word of it.

Conventions. A surface word is what stands between white space: tokens joined by SpaceAfter=No. Punctuation is left out;
a surface word counts when all that is left is Arabic letters. Sentences are read whole, in context. Both sides are
compared in analysis form: no marks, no tatweel, forms of alef as one, hamza on waw and yeh as hamza. A word is right
when all its pieces are equal. The treebank does not divide the article from its noun, and "lil-" is li- and a noun in
lam; so do we. A list has a word a line, its pieces divided by '+'.
"""
import collections
import re
import subprocess
import sys

FOLD = str.maketrans("\u0622\u0623\u0625\u0671\u0624\u0626", "\u0627\u0627\u0627\u0627\u0621\u0621")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
ARABIC = re.compile("[\u0621-\u064a]+")
ENCLITICS = "\u0647\u0627 \u0647\u0645 \u0647\u0645\u0627 \u0647\u0646 \u0643\u0645 \u0646\u0627 \u0646\u064a \u0647 \u0643 \u064a".split()
NAMES = dict(zip("\u0648\u0641\u0628\u0643\u0644\u0633", "wa fa bi ka li sa".split()))
NAMES_OF_ENCLITICS = dict(zip(ENCLITICS, "ha hum huma hunna kum na ni hu ka i".split()))


def folded(form):
    return MARKS.sub("", form).translate(FOLD)


def sentences(path):
    """Sentences as lists of surface words, each a list of (form, part of speech, lemma)."""
    out, word, words = [], [], []
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            continue
        cells = line.rstrip("\n").split("\t")
        if len(cells) < 10:
            if word:
                words.append(word)
            if words:
                out.append(words)
            word, words = [], []
        elif cells[0].isdigit():
            # a preposition that marks a clause is a conjunction of ours
            word.append((cells[1], "SCONJ" if cells[7] == "mark" else cells[3], cells[2]))
            if "SpaceAfter=No" not in cells[9].split("|"):
                words.append(word)
                word = []
    return out


def text(sentence):
    return " ".join("".join(form for form, _, _ in word) for word in sentence)


def ask(program, lexicon, task, lines):
    done = subprocess.run([program, lexicon, task], input="\n".join(lines) + "\n",
                          capture_output=True, text=True, check=True)
    return done.stdout.split("\n")


def pieces_of(chunk):
    """Our pieces of what stands between white space, signs left out."""
    return [piece for word in chunk.split("\x01") for piece in word.split("+") if ARABIC.fullmatch(piece)]


def clitics(pieces):
    """The clitics among the pieces of a word, by place: ("front", "wa"), ("back", "ha")."""
    out = set()
    for i, piece in enumerate(pieces[:-1]):
        if i < 2 and piece in NAMES and len(pieces) > 1:
            out.add(("front", NAMES[piece]))
        else:
            break
    if len(pieces) > 1 and pieces[-1] in NAMES_OF_ENCLITICS:
        out.add(("back", NAMES_OF_ENCLITICS[pieces[-1]]))
    return out


def score(pairs):
    """Prints shares of right words, and precision and recall of each clitic."""
    groups, found = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(lambda: [0, 0, 0])
    for gold, ours in pairs:
        for name in ["words", "with clitics" if len(gold) > 1 else "without", "with several"][:3 if len(gold) > 2 else 2]:
            groups[name][0] += gold == ours
            groups[name][1] += 1
        wanted, got = clitics(gold), clitics(ours)
        for one in wanted | got:
            found[one][0] += one in wanted and one in got
            found[one][1] += one in wanted
            found[one][2] += one in got
    for name, (right, all_of) in sorted(groups.items(), key=lambda item: -item[1][1]):
        print(f"{name:14s} {right:6d} of {all_of:6d}  {100 * right / all_of:6.2f} %")
    for (place, name), (both, wanted, got) in sorted(found.items()):
        print(f"  {place:5s} {name:6s} {wanted:5d}  precision {100 * both / max(got, 1):6.2f}"
              f"  recall {100 * both / max(wanted, 1):6.2f}")


def pairs_of_treebank(program, lexicon, path):
    gold = sentences(path)
    for sentence, line in zip(gold, ask(program, lexicon, "split", [text(s) for s in gold])):
        chunks = line.split(" ")
        if len(chunks) != len(sentence):
            raise SystemExit("a sentence has other surface words")
        for word, chunk in zip(sentence, chunks):
            forms = [folded(form) for form, part, _ in word if part != "PUNCT"]
            if forms and all(ARABIC.fullmatch(form) for form in forms):
                yield forms, pieces_of(chunk)


def score_lemmas(program, lexicon, path):
    """Whether the lemma of the treebank is among our candidates, and the first of them, for words taken apart alike."""
    kinds = collections.defaultdict(lambda: [0, 0, 0])
    gold = sentences(path)
    for sentence, line in zip(gold, ask(program, lexicon, "lemmas", [text(s) for s in gold])):
        for word, chunk in zip(sentence, line.split(" ")):
            parts = [(folded(form), part, folded(lemma)) for form, part, lemma in word if part != "PUNCT"]
            ours = [piece.partition("\x02") for piece in chunk.split("\x01")]
            ours = [(head.split("+"), told.split(",")[1:])
                    for head, _, told in ours if ARABIC.fullmatch(head.replace("+", ""))]
            if len(ours) != 1 or ours[0][0] != [form for form, _, _ in parts]:
                continue
            stems = [p for p in parts if p[1] in ("NOUN", "VERB", "ADJ", "PROPN", "AUX", "ADV", "X")]
            if len(stems) != 1:
                continue
            wanted, lemmas = searched(stems[0][2]), [searched(lemma) for lemma in ours[0][1]]
            for kind in ("all", stems[0][1]):
                kinds[kind][0] += wanted in lemmas
                kinds[kind][1] += wanted == lemmas[0]
                kinds[kind][2] += 1
    for kind, (among, first, of) in sorted(kinds.items(), key=lambda item: -item[1][2]):
        print(f"lemmas {kind:6s} {of:6d}  among {100 * among / of:6.2f} %  first {100 * first / of:6.2f} %")


def searched(form):
    return form.replace("\u0629", "\u0647").replace("\u0649", "\u064a")


PARTS = {"NOUN": "noun", "DET": "noun", "PROPN": "proper", "VERB": "verb", "AUX": "verb", "ADJ": "adjective", "ADP": "preposition",
         "CCONJ": "conjunction", "SCONJ": "conjunction", "PRON": "pronoun", "PART": "particle", "ADV": "adverb", "NUM": "number",
         "X": "proper", "SYM": "other", "INTJ": "particle"}


def score_parts(program, lexicon, path):
    """The part of speech of the stem of words taken apart alike; signs and words of other scripts left out."""
    kinds, confused = collections.defaultdict(lambda: [0, 0]), collections.Counter()
    gold = sentences(path)
    for sentence, line in zip(gold, ask(program, lexicon, "lemmas", [text(s) for s in gold])):
        for word, chunk in zip(sentence, line.split(" ")):
            parts = [(folded(form), part) for form, part, _ in word if part != "PUNCT"]
            ours = [piece.partition("\x02") for piece in chunk.split("\x01")]
            ours = [(head.split("+"), told.split(",")[0])
                    for head, _, told in ours if ARABIC.fullmatch(head.replace("+", ""))]
            if len(ours) != 1 or ours[0][0] != [form for form, _ in parts]:
                continue
            place = len(parts) - 1 - (len(parts) > 1 and parts[-1][1] == "PRON" and parts[-1][0] in NAMES_OF_ENCLITICS)
            wanted = PARTS.get(parts[place][1], "other")
            confused[(wanted, ours[0][1])] += wanted != ours[0][1]
            for kind in ("all", wanted):
                kinds[kind][0] += wanted == ours[0][1]
                kinds[kind][1] += 1
    for kind, (right, of) in sorted(kinds.items(), key=lambda item: -item[1][1]):
        print(f"part of speech {kind:12s} {of:6d}  right {100 * right / of:6.2f} %")
    print(", ".join(f"{a} as {b}: {n}" for (a, b), n in confused.most_common(12)))


def score_sentences(program, lexicon, path):
    """Ends of sentences found again in twenty sentences joined by a space; the last end of a text does not count."""
    gold = [text(s) for s in sentences(path)]
    groups = [gold[i:i + 20] for i in range(0, len(gold), 20)]
    hits = found = wanted = 0
    for group, line in zip(groups, ask(program, lexicon, "sentences", [" ".join(group) for group in groups])):
        ends = [set(accumulated(parts)) for parts in (group, line.split("\x01"))]
        hits, wanted, found = hits + len(ends[0] & ends[1]), wanted + len(ends[0]), found + len(ends[1])
    precision, recall = hits / found, hits / wanted
    print(f"sentence ends   P {precision:.4f}  R {recall:.4f}  F1 {2 * precision * recall / (precision + recall):.4f}"
          f"   ({hits} of {wanted} gold, {found} found)")


def accumulated(parts):
    """Where each part but the last ends, in characters that are no white space."""
    at = 0
    for part in parts[:-1]:
        at += len("".join(part.split()))
        yield at


def pairs_of_list(program, lexicon, path):
    gold = [line.split()[0].split("+") for line in open(path, encoding="utf-8") if line.strip() and line[0] != "#"]
    for pieces, line in zip(gold, ask(program, lexicon, "split", ["".join(pieces) for pieces in gold])):
        yield pieces, pieces_of(line)


def main():
    program, lexicon, path = sys.argv[1:4]
    if "--parts" in sys.argv:
        return score_parts(program, lexicon, path)
    if "--lemmas" in sys.argv:
        return score_lemmas(program, lexicon, path)
    if "--sentences" in sys.argv:
        return score_sentences(program, lexicon, path)
    score(list((pairs_of_treebank if path.endswith(".conllu") else pairs_of_list)(program, lexicon, path)))


if __name__ == "__main__":
    main()
