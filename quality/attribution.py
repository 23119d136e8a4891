"""How right Isnad is on who said what, and through whom: the articles of quality/gold/statements (docs/annotation/statements.md).

    attribution.py --binary PROGRAM [--lexicon FILE] [--out DIR] [--part dev|held] [--errors]
    attribution.py --agreement          the second annotator against the first, by the same rules

Contents are paired by half an overlap; optional ones count neither as hit nor as miss. Of a pair: the kind; the speaker, by overlap
with the mention in the clause or, where the subject is left out, by being the entity that the gold names; the chain, which is right
only when every link of either side has its counterpart (overlapping words) and, apart, by its links. Mentions are right when words
overlap and the entity is the gold's, or when neither side has a name for it; the subject left out of a cue is such a mention. Entities
are the same when a name of the one overlaps a name or mention of the other. `--errors` prints every error of the development part; of the held-out part only counts and
a few errors drawn by hash are ever shown. Writes attribution.md and attribution.tsv.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import run
import statement_gold

HERE = pathlib.Path(__file__).resolve().parent
GOLD = HERE / "gold/statements"
Span = collections.namedtuple("Span", "span")
# The rule of titles beside their holder's name: they link, but stand for nobody that the gold would mark.
BESIDE = "mentions.role.beside_name"
# A mixed quotation is an indirect statement here.
PLAIN = {"direct": "direct", "mixed": "indirect", "indirect": "indirect"}


def meets(a, b):
    return a[0] < b[1] and b[0] < a[1]


def meets_any(span, spans):
    return any(meets(span, other) for other in spans)


class Side:
    """One reading of an article: statements, mentions, and where each entity is named."""

    def __init__(self):
        self.statements, self.mentions, self.places = [], [], collections.defaultdict(list)
        self.nameless = set()

    def named(self, ids):
        """Whether somebody of these is called by a name anywhere, not by roles and nouns alone."""
        return any(identity not in self.nameless for identity in ids)


def side_of_gold(article):
    side = Side()
    for identity, (_, names) in article.entities.items():
        for name in names:
            side.places[identity] += statement_gold.places(article.text, name)
    roles = {article.text[slice(*mention.span)] for mention in article.mentions}
    side.nameless = {identity for identity, (kind, names) in article.entities.items()
                     if kind == "unnamed" or all(any(name in role or role in name for role in roles) for name in names)}
    for mention in article.mentions:
        if mention.kind != "speaker":
            for identity in mention.who:
                side.places[identity].append(mention.span)
    for one in article.statements:
        if one.speaker and len(one.who) == 1:
            side.places[one.who[0]].append(one.speaker)
        side.statements.append({"at": one.span, "kind": one.kind, "cue": one.cue, "speaker": one.speaker, "elided": one.elided,
                                "who": one.who, "links": [span for _, span in one.chain if span], "optional": one.optional,
                                "fact": one.fact})
    side.mentions = [{"at": mention.span, "who": mention.who, "kind": mention.kind} for mention in article.mentions]
    return side


def ids_of(entity):
    return tuple(entity) if isinstance(entity, list) else (entity,) if entity else ()


def fact_of(statement):
    """The speaker's commitment as FactBank writes it."""
    own = next((one for one in statement.get("factuality", []) if one["source"] == "speaker"), None)
    if own is None:
        return None
    value = {"certain": "CT", "probable": "PR", "possible": "PS"}.get(own["value"])
    return value + ("-" if own["polarity"] == "negative" else "+") if value else "UU"


def side_of_page(page):
    side = Side()
    for article in page["articles"]:
        for name in article["names"]:
            side.places[name["entity"]].append(tuple(name["span"]))
        for mention in article["mentions"]:
            ids = ids_of(mention["entity"])
            if mention["why"]["rule"] != BESIDE:
                side.mentions.append({"at": tuple(mention["span"]), "who": ids, "kind": mention["kind"]})
            if len(ids) == 1:
                side.places[ids[0]].append(tuple(mention["span"]))
        for one in article["statements"]:
            speaker = one["speaker"] or {"span": None, "entity": None}
            cue = tuple(one["cue"]["span"]) if one["cue"] else None
            span = tuple(speaker["span"]) if speaker["span"] else None
            side.statements.append({"at": tuple(one["span"]), "kind": one["kind"], "cue": cue, "speaker": span,
                                    "elided": one["speaker"] is not None and span is None, "who": ids_of(speaker["entity"]),
                                    "links": [tuple(link["span"]) for link in one["chain"] if link["span"]], "optional": False,
                                    "fact": fact_of(one)})
    return side


def same_entities(gold, found, wanted, given):
    """Whether every entity of a gold list is one of the found list, and none is left over."""
    same = lambda a, b: any(meets_any(span, found.places[b]) for span in gold.places[a])
    return bool(wanted) and len(wanted) == len(given) and all(any(same(a, b) for b in given) for a in wanted)


class Report:
    def __init__(self):
        self.counts, self.shares = collections.defaultdict(run.Counts), collections.defaultdict(lambda: [0, 0])
        self.errors = []

    def count(self, what, hits, found, wanted):
        counts = self.counts[what]
        counts.hits, counts.found, counts.wanted = counts.hits + hits, counts.found + found, counts.wanted + wanted

    def share(self, what, right):
        self.shares[what][0] += right
        self.shares[what][1] += 1

    def article(self, name, text, gold, found):
        words = lambda span: text[slice(*span)].replace("\n", " ") if span else "-"
        self.statements(name, words, gold, found)
        self.mentions(name, words, gold, found)

    def statements(self, name, words, gold, found):
        wanted, given = gold.statements, found.statements
        pairs = run.pairs([Span(one["at"]) for one in wanted], [Span(one["at"]) for one in given], 0.5)
        free = {j for i, j in pairs if wanted[i]["optional"]}
        firm = [i for i, one in enumerate(wanted) if not one["optional"]]
        kept = [j for j in range(len(given)) if j not in free]
        matched = [(i, j) for i, j in pairs if not wanted[i]["optional"]]
        self.count("statements", len(matched), len(kept), len(firm))
        for kind in ("direct", "indirect"):
            of_kind = lambda one: PLAIN[one["kind"]] == kind
            self.count(kind, sum(of_kind(wanted[i]) and of_kind(given[j]) for i, j in matched), sum(of_kind(given[j]) for j in kept),
                       sum(of_kind(wanted[i]) for i in firm))
        for i, j in matched:
            self.pair(name, words, gold, found, wanted[i], given[j])
        self.errors += [(name, "missed", words(wanted[i]["at"]), words(wanted[i]["cue"]), "") for i in firm if i not in {i for i, _ in matched}]
        self.errors += [(name, "not in the gold", words(given[j]["at"]), words(given[j]["cue"]), "")
                        for j in kept if j not in {j for _, j in matched}]

    def pair(self, name, words, gold, found, wanted, given):
        self.share("kind", wanted["kind"] == given["kind"])
        if wanted["kind"] != given["kind"]:
            self.errors.append((name, "kind", words(wanted["at"]), wanted["kind"], given["kind"]))
        right = self.speaker_right(gold, found, wanted, given)
        self.share("speaker", right)
        if not right:
            said = [words(found.places[one][0]) for one in given["who"] if found.places[one]]
            who = [words(gold.places[one][0]) for one in wanted["who"] if gold.places[one]]
            self.errors.append((name, "speaker", words(wanted["at"])[:50], f"{words(wanted['cue'])} / {words(wanted['speaker'])} = {who}",
                                f"{words(given['speaker'])} = {said}"))
        hits = sum(meets_any(link, given["links"]) for link in wanted["links"])
        self.count("links", hits, len(given["links"]), len(wanted["links"]))
        if wanted["links"] or given["links"]:
            extra = sum(not meets_any(link, wanted["links"]) for link in given["links"])
            right = hits == len(wanted["links"]) and extra == 0
            self.share("chain", right)
            if not right:
                self.errors.append((name, "chain", words(wanted["at"])[:50], str([words(link) for link in wanted["links"]]),
                                    str([words(link) for link in given["links"]])))
        if isinstance(given["fact"], str):
            self.share("factuality", wanted["fact"] == given["fact"])
            if wanted["fact"] != given["fact"]:
                self.errors.append((name, "factuality", words(wanted["at"])[:70], f"{words(wanted['cue'])} {wanted['fact']}", given["fact"]))

    @staticmethod
    def speaker_right(gold, found, wanted, given):
        if not wanted["who"] and not wanted["speaker"]:
            return not given["who"] and not given["speaker"]
        if wanted["speaker"] and given["speaker"] and meets(wanted["speaker"], given["speaker"]):
            return True
        if given["speaker"] and not given["who"] and len(wanted["who"]) == 1:
            return meets_any(given["speaker"], gold.places[wanted["who"][0]])
        return same_entities(gold, found, wanted["who"], given["who"])

    def mentions(self, name, words, gold, found):
        elided = {one["cue"]: one["who"] for one in found.statements if one["cue"] and one["elided"]}
        nouns = [one for one in gold.mentions if one["kind"] != "speaker"]
        free = [one["at"] for one in gold.mentions if one["kind"] == "speaker"]
        for one in gold.mentions:
            if one["kind"] == "speaker":
                ids = next((who for cue, who in elided.items() if meets(cue, one["at"])), None)
                if ids is not None:
                    right = same_entities(gold, found, one["who"], ids)
                    self.share("subject left out", right)
        found_nouns = [one for one in found.mentions if not meets_any(one["at"], free)]
        right = nameless = 0
        for one in nouns:
            there = [other for other in found_nouns if meets(other["at"], one["at"])]
            good = any(same_entities(gold, found, one["who"], other["who"]) for other in there)
            if not good and not gold.named(one["who"]) and any(not other["who"] for other in there):
                good, nameless = True, nameless + 1
            right += good
            self.share(f"mention: {one['kind']}", good)
            if not good:
                self.errors.append((name, "mention", words(one["at"]), str([words(gold.places[w][0]) for w in one["who"] if gold.places[w]]),
                                    str([[words(found.places[w][0]) for w in other["who"]] for other in there])))
        resolved = [one for one in found_nouns if one["who"]]
        self.count("mentions", right, len(resolved) + nameless, len(nouns))


def analysed(options, articles):
    with tempfile.TemporaryDirectory() as folder:
        for article in articles:
            (pathlib.Path(folder) / f"{article.head['id']}.txt").write_text(article.text, encoding="utf-8", newline="")
        environment = {**os.environ, **({"ISNAD_LEXICON": options.lexicon} if options.lexicon else {})}
        ran = subprocess.run([options.binary, "analyze", "--json", "--quiet", folder], capture_output=True, env=environment)
        pages = [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]
    return {pathlib.Path(page["source"]["path"]).stem: page for page in pages}


def articles_of(part):
    return [statement_gold.read(path) for path in sorted(GOLD.glob(f"{part}-*.txt"))]


def report_of(options, part):
    articles, report = articles_of(part), Report()
    pages = analysed(options, articles)
    for article in articles:
        report.article(article.head["id"], article.text, side_of_gold(article), side_of_page(pages[article.head["id"]]))
    return report


def agreement():
    report = Report()
    for path in sorted((GOLD / "second").glob("*.txt")):
        first, second = statement_gold.read(GOLD / path.name), statement_gold.read(path)
        report.article(path.stem, first.text, side_of_gold(first), side_of_gold(second))
    return report


def rows_of(report):
    rows = [[what, *counts.row()] for what, counts in report.counts.items()]
    shares = [[what, f"{100 * right / all_:.1f}", str(right), str(all_)] for what, (right, all_) in sorted(report.shares.items())]
    return rows, shares


def tables(title, report):
    rows, shares = rows_of(report)
    lines = [f"## {title}", "", "| | P | R | F1 | right | found | gold |", "|---|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    lines += ["", "| right among the pairs | % | right | of |", "|---|---|---|---|"]
    return lines + ["| " + " | ".join(row) + " |" for row in shares] + [""]


def samples(report):
    lines = [f"{run.SAMPLES} of {len(report.errors)} errors of the held-out part, drawn by hash:", "", "| error | words | gold | found |",
             "|---|---|---|---|"]
    for error in sorted({error[1:] for error in report.errors}, key=run.sample_key)[:run.SAMPLES]:
        short = [cell if len(cell) <= 60 else cell[:57] + "..." for cell in error]
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in short) + " |")
    return lines + [""]


def write(options, held, development, agreed):
    lines = ["# Quality: who said what, and through whom", "",
             "120 articles of our own ([guidelines](../docs/annotation/statements.md)), made by `quality/attribution.py`, which says what counts "
             "as right. The held-out half was written and committed by somebody who had not seen the rules before they were last touched.", ""]
    lines += tables("Held-out half", held) + samples(held) + tables("Development half", development)
    lines += tables("Second annotator against the first, 30 held-out articles", agreed)
    (options.out / "attribution.md").write_text("\n".join(lines), encoding="utf-8")
    rows = ["# made by quality/attribution.py", "part\tmeasure\tprecision\trecall\tf1\tright\tfound\tgold"]
    for part, report in (("held-out", held), ("development", development), ("agreement", agreed)):
        counts, shares = rows_of(report)
        rows += ["\t".join([part, *row]) for row in counts]
        rows += ["\t".join([part, what, "", "", percent, right, all_, ""]) for what, percent, right, all_ in shares]
    (options.out / "attribution.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--binary")
    parser.add_argument("--lexicon")
    parser.add_argument("--out", type=pathlib.Path, default=HERE)
    parser.add_argument("--part", choices=("dev", "held"))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    if options.agreement or options.part:
        report = agreement() if options.agreement else report_of(options, options.part)
        print("\n".join(tables(options.part or "agreement", report)))
        if options.errors and options.part != "held":
            print("\n".join("\t".join(error) for error in report.errors))
        return 0
    write(options, report_of(options, "held"), report_of(options, "dev"), agreement())
    return 0


if __name__ == "__main__":
    sys.exit(main())
