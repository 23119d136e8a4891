#!/usr/bin/env python3
"""Reads every page of examples/ and holds it against examples/expected.json.

usage: examples_test.py PROGRAM LEXICON EXAMPLES

The articles must be counted right and no reference date may be wrong; of the names, times and quantities listed there (those in
chrome left out, since no layer covers chrome) a share must be found, with type or value. The shares are floors that only rise.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

FLOORS = {"names": 0.85, "name types": 0.90, "times": 0.90, "time values": 0.90, "quantities": 0.90, "intervals": 0.90,
          "reference dates": 0.80, "article starts": 0.85, "article ends": 0.85}


TYPES = {("facility", "place"), ("organisation", "org")}  # found, expected


def read(program, lexicon, path):
    done = subprocess.run([program, "analyze", "--json", "--quiet", str(path)], capture_output=True, text=True,
                          env={**os.environ, "ISNAD_LEXICON": lexicon}, timeout=60)
    return json.loads(done.stdout)


def place(text, item):
    at = -1
    for _ in range(item["occurrence"]):
        at = text.index(item["text"], at + 1)
    return at, at + len(item["text"])


def found(page, layer, wanted):
    """The item of a layer that shares the most with a span, if it shares half of both."""
    best, share = None, 0.5
    for article in page["articles"]:
        for item in article[layer]:
            b, e = item["span"]
            common = min(e, wanted[1]) - max(b, wanted[0])
            union = max(e, wanted[1]) - min(b, wanted[0])
            if common > 0 and common / union >= share:
                best, share = item, common / union
    return best


def in_chrome(page, at):
    return any(b <= at < e for b, e in (line["span"] for line in page["chrome"]))


class Tally:
    def __init__(self):
        self.hits, self.of, self.faults = {}, {}, []

    def count(self, what, right):
        self.hits[what] = self.hits.get(what, 0) + bool(right)
        self.of[what] = self.of.get(what, 0) + 1

    def check_articles(self, page, text, wanted):
        if len(page["articles"]) != wanted["article_count"]:
            self.faults.append(f"{wanted['page']}: {len(page['articles'])} articles, not {wanted['article_count']}")
            return
        for got, want in zip(page["articles"], wanted.get("articles", [])):
            self.count("article starts", text[got["spans"][0][0]:].startswith(want["first_words"]))
            self.count("article ends", text[:got["spans"][-1][1]].endswith(want["last_words"]))
            date = (got["reference_date"] or {}).get("value")
            if want["reference_date"]:
                self.count("reference dates", date == want["reference_date"])
            if date is not None and date != want["reference_date"]:
                self.faults.append(f"{wanted['page']}: dated {date}, not {want['reference_date']}")

    def look(self, layer, pages, texts, expected):
        """(item, what was found for it) for every expected item outside chrome."""
        for item in expected[layer]:
            page, wanted = pages[item["page"]], place(texts[item["page"]], item)
            if not in_chrome(page, wanted[0]):
                got = found(page, layer, wanted)
                self.count(layer, got)
                if got:
                    yield item, got

    def check_items(self, pages, texts, expected):
        for item, got in self.look("names", pages, texts, expected):
            self.count("name types", (got["type"], item["type"]) in TYPES or got["type"] == item["type"])
        for item, got in self.look("times", pages, texts, expected):
            self.count("time values", got["value"] in (item["value"], *item.get("accept", [])))
        for item, got in self.look("quantities", pages, texts, expected):
            if item["low"] is not None:
                self.count("intervals", got["low"] == item["low"] and got["high"] == item["high"])
        for item in expected["not_times"]:
            if found(pages[item["page"]], "times", place(texts[item["page"]], item)):
                self.faults.append(f"{item['page']}: {item['note']}")


def main():
    program, lexicon, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    tally, pages, texts = Tally(), {}, {}
    for wanted in expected["pages"]:
        name = wanted["page"]
        pages[name], texts[name] = read(program, lexicon, folder / name), (folder / name).read_text(encoding="utf-8")
        tally.check_articles(pages[name], texts[name], wanted)
    tally.check_items(pages, texts, expected)
    for what, floor in FLOORS.items():
        share = tally.hits.get(what, 0) / tally.of[what]
        print(f"{what:20}{share:.3f}  ({tally.hits.get(what, 0)} of {tally.of[what]}, floor {floor})")
        if share < floor:
            tally.faults.append(f"{what}: {share:.3f} is below {floor}")
    print("\n".join(tally.faults))
    sys.exit(bool(tally.faults))


if __name__ == "__main__":
    main()
