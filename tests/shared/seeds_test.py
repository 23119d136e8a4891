#!/usr/bin/env python3
"""Holds the reference pages, when they lie beside the checkout, against their floors.

usage: seeds_test.py PROGRAM SHARED

Runs SHARED/score/seeds.py twice, on the pages and on the same pages with people, countries, numbers and years exchanged.
Each figure must reach its floor, and the two runs must agree within 0.05 (agreements and conflicts,
of which there are 12 and 9, within one). Exits with 77 (skipped) when SHARED is absent.
"""
import re
import subprocess
import sys
from pathlib import Path

FLOORS = {"pages with right article count": 0.80, "reference dates stated on the page": 1.0, "names, half overlap": 0.90,
          "type right": 0.95, "dates with the right value": 0.90, "quantities, span": 0.85, "interval right": 0.90,
          "statements, content": 0.80, "kind right (of all gold)": 0.75, "speaker right (of all gold)": 0.75, "events, span": 0.60,
          "type right (of all gold)": 0.70, "main articles in one story": 1.0, "episodes (0+2 together, rest apart)": 1.0,
          "agreements found": 0.30, "conflicts found": 0.20, "spellings of the leader in one entity": 1.0}
MOST_TRAPS = 1
NEAR = {"agreements found": 0.084, "conflicts found": 0.112}  # one of 12, one of 9


def figures(program, shared, *options):
    done = subprocess.run([sys.executable, str(shared / "score" / "seeds.py"), program, *options], capture_output=True,
                          text=True, timeout=300)
    out, wrong, traps = {}, None, None
    for line in done.stdout.splitlines():
        found = re.match(r"\s*(.*?)\s+(?:P [\d.]+\s+R [\d.]+\s+F1 )?(\d\.\d{3})\s", line)
        if found:
            out.setdefault(found[1], float(found[2]))
        if line.startswith("reference dates, all right"):
            wrong = int(re.search(r"wrong (\d+)", line)[1])
        if line.startswith("traps fallen into"):
            traps = int(re.search(r"\)\s+(\d+)", line)[1])
    return out, wrong, traps


def main():
    program, shared = sys.argv[1], Path(sys.argv[2])
    if not (shared / "score" / "seeds.py").is_file():
        print(f"skipped: no reference pages at {sys.argv[2]}")
        sys.exit(77)
    plain, wrong, traps = figures(program, shared)
    swapped, _, traps_swapped = figures(program, shared, "--swapped")
    faults = ["a reference date is wrong"] if wrong else []
    faults += [f"{n} traps fallen into" for n in (traps, traps_swapped) if n is None or n > MOST_TRAPS]
    for name, floor in FLOORS.items():
        print(f"{name:40}{plain.get(name, 0):.3f}  exchanged {swapped.get(name, 0):.3f}  floor {floor}")
        if plain.get(name, 0) < floor:
            faults.append(f"{name} is below its floor")
        if plain.get(name, 0) - swapped.get(name, 0) > NEAR.get(name, 0.05):
            faults.append(f"{name} falls by more than {NEAR.get(name, 0.05)} on the exchanged pages")
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
