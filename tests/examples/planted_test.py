#!/usr/bin/env python3
"""Reads all pages of examples/ as one dossier and holds its claims against what the author planted there.

usage: planted_test.py PROGRAM LEXICON EXAMPLES [--verbose]

A planted agreement (A), update (U), conflict (C) or denial (R) is met when one claim of that relation has accounts whose spans
overlap the planted words in two pages, or two places of one page where it lies in one page. A trap (T) is fallen into when two of
its places stand in one claim that says agreement, conflict or update. The floors only rise.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

FLOORS = {"agreement": 14, "update": 3, "conflict": 12, "denial": 1}
MOST_TRAPS = 0
WANTED = {"A": ("agreement",), "U": ("update",), "C": ("conflict", "update", "denial"), "R": ("denial", "conflict")}
NAMES = {"A": "agreement", "U": "update", "C": "conflict", "R": "denial"}
TRAPS = ("T2", "T3", "T4", "T5", "T8")  # those that a claim can fall into
LONGEST = 300  # a longer span is no evidence


def read(program, lexicon, paths):
    done = subprocess.run([program, "dossier", "--json", "--quiet", *map(str, paths)], capture_output=True, text=True,
                          env={**os.environ, "ISNAD_LEXICON": lexicon}, timeout=120)
    return json.loads(done.stdout)


def places(item, texts):
    """[(page, (begin, end)), ...]: every occurrence of every planted text."""
    out = []
    for at in item["at"]:
        text, found = texts[at["page"]], -1
        while (found := text.find(at["text"], found + 1)) >= 0:
            out.append((at["page"], at["text"], (found, found + len(at["text"]))))
    return out


def met(claim, spots, page_of):
    """The planted texts that accounts of the claim overlap, as {(page, text)}."""
    hit = set()
    for account in claim["accounts"]:
        b, e = account["span"]
        for page, text, (x, y) in spots:
            if page == page_of[account["document"]] and e - b <= LONGEST and min(e, y) > max(b, x):
                hit.add((page, text))
    return hit


def answers(claim, spots, page_of):
    hit = met(claim, spots, page_of)
    pages = {page for page, _, _ in spots}
    return len({page for page, _ in hit}) >= 2 or (len(pages) == 1 and len(hit) >= 2)


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    program, lexicon, folder = arguments[0], arguments[1], Path(arguments[2])
    paths = sorted(folder.glob("*.txt"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    planted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["planted"]
    dossier = read(program, lexicon, paths)
    page_of = {d["id"]: Path(d["path"]).name for d in dossier["documents"]}
    faults, hits, of = [], {}, {}
    for item in planted:
        letter, spots = item["id"][0], places(item, texts)
        if letter in WANTED and len(item["at"]) >= 2:
            claims = [c for c in dossier["claims"] if c["relation"] in WANTED[letter]]
            right = any(answers(c, spots, page_of) for c in claims)
            name = NAMES[letter]
            hits.setdefault(name, []).extend([item["id"]] * right)
            of.setdefault(name, []).append(item["id"])
    fallen = [item["id"] for item in planted if item["id"] in TRAPS and any(
        c["relation"] in ("agreement", "conflict", "update") and answers(c, places(item, texts), page_of)
        for c in dossier["claims"])]
    for name, floor in FLOORS.items():
        print(f"{name:12}{len(hits[name])} of {len(of[name])} (floor {floor})   missing:",
              *[i for i in of[name] if i not in hits[name]])
        if len(hits[name]) < floor:
            faults.append(f"{name}: {len(hits[name])} met, fewer than {floor}")
    print(f"traps fallen into: {len(fallen)} of {len(TRAPS)}", *fallen)
    if len(fallen) > MOST_TRAPS:
        faults.append(f"{len(fallen)} traps, more than {MOST_TRAPS}")
    count = {}
    for claim in dossier["claims"]:
        count[claim["relation"]] = count.get(claim["relation"], 0) + 1
    print("claims:", ", ".join(f"{k} {v}" for k, v in sorted(count.items())))
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
