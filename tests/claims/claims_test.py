#!/usr/bin/env python3
"""Small stories and what must become of them: figures (numbers.txt), hours, days, places and statements (events.txt).

usage: claims_test.py PROGRAM LEXICON CASES

Of numbers.txt only claims of kind number count, of the others all but those.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def read_cases(path):
    """[(name, [(day, headline, [paragraph])], [(word, relation, property, values)])]"""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if word == "case":
            cases.append((rest, [], []))
        elif word == "page":
            day, _, text = rest.partition(": ")
            headline, *paragraphs = text.split(" | ")
            cases[-1][1].append((day, headline, paragraphs))
        elif word in ("want", "never"):
            relation, *more = rest.split()
            cases[-1][2].append((word, relation, more[0] if more else None, more[1:]))
    return cases


def claims_of(program, lexicon, pages, numbers):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (day, headline, paragraphs) in enumerate(pages):
            year, month, date = day.split("-")
            path = Path(folder) / f"page{number}.txt"
            path.write_text("\n".join([headline, f"{date}/{month}/{year}", *paragraphs]) + "\n", encoding="utf-8")
            paths.append(path)
        done = subprocess.run([program, "dossier", "--json", "--quiet", *map(str, paths)], capture_output=True, text=True,
                              env={**os.environ, "ISNAD_LEXICON": lexicon}, timeout=60)
        return [claim for claim in json.loads(done.stdout)["claims"] if (claim["kind"] == "number") == numbers]


def fault(claims, word, relation, about, values):
    """What is wrong, or None."""
    same = [c for c in claims if c["relation"] == relation and about in (None, c["about"]["property"])]
    shown = [[a["value"] for a in c["accounts"]] for c in same]
    if word == "never":
        return f"{relation} of {shown}" if same else None
    right = any(not values or set(values) == set(each) and len(each) >= len(values) for each in shown)
    return None if right else f"no {relation} {about} of {values}, but {shown}"


def main():
    program, lexicon, path = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    faults = checks = 0
    for name, pages, wanted in read_cases(path):
        claims = claims_of(program, lexicon, pages, path.stem == "numbers")
        for want in wanted:
            checks += 1
            wrong = fault(claims, *want)
            if wrong:
                faults += 1
                print(f"{name}: {wrong}")
    print(f"{checks} checks, {faults} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
