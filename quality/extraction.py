#!/usr/bin/env python3
"""How well Isnad finds the article in a page, beside other extractors, in one run.

    extraction.py --binary PROGRAM [--lexicon FILE] [--extract PROGRAM] [--data DIR] [--peers DIR]
                  [--parts deck,body,subheadings] [--out FILE] [--detail FILE] [--no-speed]

Sets, each measured where it is there:
  DIR/article-extraction-benchmark   181 pages of many languages; 4-gram shingles of words
  DIR/wcxb                           245 article pages, mostly English; bags of words
  DIR/arabic_pages                   Arabic news pages; bags of words
  tests/pages/dev, tests/pages/held  Arabic pages written for this project; bags of words, kind, title, date, author, language

DIR (or ISNAD_EXTRACTION_DATA) holds corpora that may not be copied here. Systems: Isnad; readability.js (Node with the
packages of bench/peers/package.json installed in --peers); readability-lxml (Debian: python3-readability); all visible
text; and the outputs that the first set publishes. What is missing is skipped with a message.

Precision and recall are means over pages and F1 is that of the means for the first set, as its authors do; elsewhere all
three are means over pages. A page without an article counts 1 if nothing is extracted, else 0. Pages of the two English
sets are split by the last hex digit of sha1(id): odd for development, even for nothing but measuring. --detail writes
figures of single pages, for pages of development only.
"""
import argparse
import collections
import json
import math
import os
import pathlib
import re
import tempfile

from extraction_systems import (PEERS, WITH_ARTICLE, Child, extract_result, fixtures, outside_sets, published_outputs, say,
                                systems)

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def words(text):
    """The words of a text."""
    return re.findall(r"\w+", text or "")


def bag(text):
    """Counts of lower-cased words."""
    return collections.Counter(word.lower() for word in words(text))


def shingles(text):
    """Counts of runs of four words; a shorter text is one run."""
    found = words(text)
    return collections.Counter(tuple(found[i:i + 4]) for i in range(max(1, len(found) - 3)))


def overlap(wanted, found):
    """(precision, recall, F1) of two multisets; two empty ones agree."""
    both = sum((wanted & found).values())
    more, less = sum(found.values()) - both, sum(wanted.values()) - both
    if more == less == 0:
        return 1.0, 1.0, 1.0
    precision = both / (both + more) if both else 0.0
    recall = both / (both + less) if both else 0.0
    return precision, recall, 2 * both / (2 * both + more + less)


def page_score(item, text, units):
    """(precision, recall, F1) of one page."""
    if not item.text:
        right = 0.0 if words(text) else 1.0
        return right, right, right
    return overlap(units(item.text), units(text))


def means(scores, f1_of_means):
    """Means of the scores of pages."""
    if not scores:
        return None
    precision, recall, f1 = (sum(column) / len(scores) for column in zip(*scores))
    if f1_of_means:
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1


# ---- tables

def cells(*columns):
    """A row of a Markdown table."""
    return "| " + " | ".join(columns) + " |"


def three(score):
    """Precision, recall and F1 as cells."""
    return [f"{value:.3f}" for value in score] if score else ["-"] * 3


def scores_of(group, texts):
    """The scores of the pages of a set for a system's {id: text}."""
    units = shingles if group.measure == "shingles" else bag
    return {item.id: page_score(item, texts.get(item.id, ""), units) for item in group.items}


def table_of(group, by_system):
    """The table of an outside set."""
    split = {item.id: item.development for item in group.items}
    halves = [("development", {True}), ("held back", {False}), ("all", {True, False})]
    if len(set(split.values())) == 1:
        halves = halves[2:]
    lines = [cells("system", *(f"{name} {column}" for name, _ in halves for column in ("P", "R", "F1"))),
             "|---" + "|---:" * 3 * len(halves) + "|"]
    for system, scores in by_system.items():
        row = []
        for _, wanted in halves:
            row += three(means([score for name, score in scores.items() if split[name] in wanted],
                               group.measure == "shingles"))
        lines.append(cells(system, *row))
    return lines


def groups_of(group):
    """(name, ids) of the pages of a folder of fixtures: all, with and without article, by kind."""
    kinds = collections.defaultdict(list)
    for item in group.items:
        kinds[item.truth["kind"]].append(item.id)
    with_article = [name for kind in WITH_ARTICLE for name in kinds[kind]]
    without = [item.id for item in group.items if item.id not in set(with_article)]
    short = [item.id for item in group.items if item.id in set(with_article) and len(words(item.text)) < 60]
    return [("all pages", [item.id for item in group.items]), ("with article", with_article), ("without article", without)] + [
        (kind, kinds[kind]) for kind in sorted(kinds)] + [("articles under 60 words", short)]


def fixture_tables(group, by_system):
    """F1 by kind, and precision and recall."""
    names = list(by_system)
    lines = [cells("pages", "number", *(f"{name} {column}" for name in names for column in ("P", "R", "F1"))),
             "|---|---:" + "|---:" * 3 * len(names) + "|"]
    for title, ids in groups_of(group):
        if ids:
            lines.append(cells(title, str(len(ids)),
                               *(cell for name in names for cell in three(means([by_system[name][i] for i in ids], False)))))
    return lines


def layouts_table(group, by_system):
    """F1 of each layout."""
    layouts = collections.defaultdict(list)
    for item in group.items:
        layouts[item.truth["layout"]].append(item.id)
    lines = [cells("layout", "pages", *by_system), "|---|---:" + "|---:" * len(by_system) + "|"]
    for layout in sorted(layouts):
        lines.append(cells(layout, str(len(layouts[layout])), *(
            f"{means([scores[i] for i in layouts[layout]], False)[2]:.3f}" for scores in by_system.values())))
    return lines


def same(left, right):
    """Whether two short texts are the same but for white space."""
    return " ".join((left or "").split()) == " ".join((right or "").split())


def dated(wanted, found):
    """right, wrong or missing, by the day."""
    return "missing" if not found else "right" if found[:10] == wanted[:10] else "wrong"


def clock(wanted, found):
    """Whether a date-time has the same day and minute as the wanted one (zones compared as written)."""
    return bool(found) and found[:16] == wanted[:16]


def facts(group, results):
    """{measure: (right, of)} of what else the truth of the fixtures knows."""
    out = collections.OrderedDict()

    def count(name, right):
        old = out.get(name, (0, 0))
        out[name] = (old[0] + bool(right), old[1] + 1)

    for item in group.items:
        truth, found = item.truth, results.get(item.id, {})
        count("kind", found.get("kind") == truth["kind"])
        if truth["kind"] not in WITH_ARTICLE:
            count("no article where there is none", not words(found.get("text")))
            continue
        count("title exact", same(truth["title"], found.get("title")))
        count("language", (found.get("language") or "")[:2] == truth["language"])
        if truth["published"]:
            verdict = dated(truth["published"], found.get("published"))
            for name in ("right", "wrong", "missing"):
                count("published " + name, verdict == name)
            if "T" in truth["published"]:
                count("published to the minute", clock(truth["published"], found.get("published")))
        if truth["modified"]:
            count("modified right", dated(truth["modified"], found.get("modified")) == "right")
        if truth["authors"]:
            count("authors found", all(any(name in text for text in found.get("authors") or []) for name in truth["authors"]))
        for key in ("deck", "section", "canonical", "outlet"):
            if truth[key]:
                count(key, same(truth[key], found.get(key)))
        for second in truth["second"]:
            count("second article found", any(same(second["title"], title) for title in found.get("second") or []))
    return out


def facts_table(group, by_system):
    """The counts of facts of systems that give any."""
    counted = {name: facts(group, results) for name, results in by_system.items()}
    shown = list(dict.fromkeys(measure for found in counted.values() for measure in found))
    lines = [cells("of the page", *counted), "|---" + "|---:" * len(counted) + "|"]
    for measure in shown:
        row = []
        for name, found in counted.items():
            right, of = found[measure]
            given = name == "Isnad" or measure in GIVEN.get(name, ())
            row.append(f"{right} of {of}" if given else "-")
        lines.append(cells(measure, *row))
    return lines


# Which facts a peer gives at all.
GIVEN = {"readability.js": ("no article where there is none", "title exact", "language", "published right",
                            "published wrong", "published missing", "published to the minute", "authors found"),
         "readability-lxml": ("no article where there is none", "title exact")}


def coarse(speed):
    """A speed with two digits."""
    if speed <= 0:
        return "-"
    digits = 1 - int(math.floor(math.log10(speed)))
    return f"{round(speed, digits):.0f}" if digits <= 0 else f"{round(speed, digits)}"


def measure(options, groups, parts, data):
    """(sections of the report, rows of detail)."""
    paths = [item.html for group in groups for item in group.items]
    running, speeds = {}, {}
    for system in systems(options, parts):
        try:
            running[system.name], seconds = system.results(paths)
        except (OSError, RuntimeError) as error:
            say(f"{system.name} skipped: {error}")
            continue
        if options.speed:
            speeds[system.name] = system.speed(paths, seconds)
    if options.extract and options.speed:
        environment = dict(os.environ, **({"ISNAD_LEXICON": options.lexicon} if options.lexicon else {}))
        lexicon = options.lexicon or str(pathlib.Path(options.binary).parent / "lexicon.bin")
        system = Child("Isnad, extraction only", [options.extract, lexicon], False, extract_result, environment)
        try:
            speeds[system.name] = system.speed(paths, system.results(paths)[1])
        except (OSError, RuntimeError) as error:
            say(f"{system.name} skipped: {error}")
    return report(groups, running, speeds, published_outputs(data), parts)


def versions():
    """What the peers are."""
    pinned = json.loads((PEERS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return ("Peers: readability.js is @mozilla/readability {} over linkedom {}; readability-lxml is the Debian package "
            "python3-readability 0.8.1; block elements of what they give become line breaks. Published: the outputs that "
            "lie with the set.").format(pinned["@mozilla/readability"], pinned["linkedom"])


def report(groups, running, speeds, outputs, parts):
    """The lines of the report and the rows of single pages."""
    lines, detail = list(HEAD), []
    lines += [versions(), "", "Parts of Isnad's articles that count as text: " + ", ".join(sorted(parts)) + ".", ""]
    for group in groups:
        results = {name: {item.id: found.get(item.html, {}) for item in group.items} for name, found in running.items()}
        texts = {name: {i: found.get("text", "") for i, found in by_id.items()} for name, by_id in results.items()}
        if group.name == "article-extraction-benchmark":
            texts.update(outputs)
        scores = {name: scores_of(group, by_id) for name, by_id in texts.items()}
        lines += ["## " + group.name, "", f"{len(group.items)} pages, {group.measure}.", ""]
        if group.name.startswith("pages/"):
            lines += fixture_tables(group, scores) + [""]
            lines += facts_table(group, {name: results[name] for name in results if name == "Isnad" or name in GIVEN}) + [""]
            if group.name.endswith("dev"):
                lines += layouts_table(group, scores) + [""]
        else:
            lines += table_of(group, scores) + [""]
        for item in group.items:
            if item.development:
                detail += [f"{group.name}\t{item.id}\t{name}\t" + "\t".join(f"{v:.3f}" for v in scores[name][item.id])
                           for name in scores]
    if speeds:
        slowest = min(speeds.values())
        lines += ["## Speed", "", "Pages a second of user time over all sets, start-up left out, two digits; these vary from run to run. "
                  "`Isnad` is the whole analysis (names, times, quantities, statements, events) with its JSON.", "",
                  cells("system", "pages/s", "ratio"), "|---|---:|---:|"]
        lines += [cells(name, coarse(speed), coarse(speed / slowest)) for name, speed in speeds.items()] + [""]
    return lines, detail


HEAD = ["# Extraction of articles", "",
        "Made by `quality/extraction.py`, which says how it is measured: P precision, R recall, F1. The corpora of others are "
        "not part of this repository. A page of the folders `pages/` without an article counts 1 if nothing is extracted, else 0; "
        "decks count as part of the article there, second articles do not.", ""]


def main():
    """Measures and writes the report."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--binary", required=True, help="isnad")
    options.add_argument("--lexicon", help="compiled lexicon")
    options.add_argument("--extract", help="isnad-extract, for the speed of extraction alone")
    options.add_argument("--data", default=os.environ.get("ISNAD_EXTRACTION_DATA", ""), help="folder of the outside sets")
    options.add_argument("--pages", default=str(ROOT / "tests" / "pages"), help="folder of the fixtures")
    options.add_argument("--peers", default=str(PEERS), help="folder where node_modules is")
    options.add_argument("--python", default="/usr/bin/python3", help="the interpreter with readability and lxml")
    options.add_argument("--parts", default="deck,body,subheadings", help="of deck, body, subheadings, title")
    options.add_argument("--out", default=str(HERE / "extraction.md"))
    options.add_argument("--detail", help="TSV of single pages, development pages only")
    options.add_argument("--no-speed", dest="speed", action="store_false")
    options = options.parse_args()
    data = pathlib.Path(options.data)
    with tempfile.TemporaryDirectory() as scratch:
        groups = outside_sets(data, pathlib.Path(scratch)) if options.data else []
        if not groups:
            say("the outside sets are not measured: no --data")
        groups += [fixtures(pathlib.Path(options.pages) / name) for name in ("dev", "held")
                   if (pathlib.Path(options.pages) / name).is_dir()]
        lines, detail = measure(options, groups, set(options.parts.split(",")), data)
    pathlib.Path(options.out).write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    if options.detail:
        pathlib.Path(options.detail).write_text("\n".join(detail) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
