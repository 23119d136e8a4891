#!/usr/bin/env python3
"""How many names of the news the tables of the lexicon know.

    coverage.py --binary PROGRAM [--lexicon FILE] --ant DIR [--out FILE]

Two figures. On the gold (quality/gold, names marked by hand): the share of marked mentions that the engine finds as a name with a
row in the lexicon, which is the honest one. On 200 more articles, drawn by sha1 of their ids: the share of the engine's own mentions
that have a row, the rest being found by titles, class nouns and shape; it leaves out what nothing found.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = 200


def texts(corpus):
    """{DOCNO: text} of the whole corpus."""
    out = {}
    for folder, _, files in os.walk(corpus):
        for name in files:
            content = (pathlib.Path(folder) / name).read_text(encoding="utf-8", errors="replace")
            for found in re.finditer(r"<DOCNO>(.*?)</DOCNO>.*?<TEXT>(.*?)</TEXT>", content, re.DOTALL):
                out[found[1].strip()] = found[2].strip()
    return out


def names(binary, lexicon, text):
    """(start, end, table or None) of every name of every article in the text."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as page:
        page.write(text)
        page.flush()
        environment = dict(os.environ, **({"ISNAD_LEXICON": lexicon} if lexicon else {}))
        done = subprocess.run([binary, "analyze", "--json", "--quiet", page.name], capture_output=True, text=True, env=environment, check=False)
    analysis = json.loads(done.stdout)
    known = {entity["id"]: entity.get("known", "").split(":")[0] or None for entity in analysis["entities"]}
    return [(*name["span"], known[name["entity"]]) for article in analysis["articles"] for name in article["names"]]


def gold_coverage(binary, lexicon, corpus):
    gold = json.loads((HERE / "gold" / "news30.json").read_text(encoding="utf-8"))["articles"]
    covered, total = collections.Counter(), collections.Counter()
    for article in gold:
        found = names(binary, lexicon, corpus[article["id"]])
        for begin, end, kind in article["names"]:
            total[kind] += 1
            covered[kind] += any(table and min(end, e) - max(begin, b) >= 0.5 * (max(end, e) - min(begin, b)) for b, e, table in found)
    return covered, total


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--lexicon")
    options.add_argument("--ant", required=True)
    options.add_argument("--out", default=HERE / "coverage.md")
    given = options.parse_args()
    corpus = texts(given.ant)
    held_out = {a["id"] for a in json.loads((HERE / "gold" / "news30.json").read_text(encoding="utf-8"))["articles"]}
    drawn = [i for i in sorted(corpus, key=lambda i: hashlib.sha1(i.encode()).hexdigest()) if i not in held_out and len(corpus[i]) > 400]
    tables = collections.Counter()
    for article in drawn[:ARTICLES]:
        tables.update(table or "none" for _, _, table in names(given.binary, given.lexicon, corpus[article]))
    covered, total = gold_coverage(given.binary, given.lexicon, corpus)
    mentions = sum(tables.values())
    lines = ["# Coverage of the lexicon", "", "Made by quality/coverage.py; texts: ANT corpus.", "",
             "## Names marked by hand in 30 articles", "", "| type | known | marked | share |", "|---|---|---|---|"]
    for kind in sorted(total):
        lines.append(f"| {kind} | {covered[kind]} | {total[kind]} | {covered[kind] / total[kind]:.3f} |")
    lines.append(f"| all | {sum(covered.values())} | {sum(total.values())} | {sum(covered.values()) / sum(total.values()):.3f} |")
    lines += ["", f"## Names found in {ARTICLES} more articles: {mentions} mentions", "", "| table | mentions | share |", "|---|---|---|"]
    for table, count in tables.most_common():
        lines.append(f"| {table} | {count} | {count / mentions:.3f} |")
    pathlib.Path(given.out).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
