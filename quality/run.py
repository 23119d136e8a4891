"""How right Isnad is on news that it was not made with: precision, recall and F1 against quality/gold.

    run.py --binary PROGRAM [--lexicon FILE] [--ant DIR] [--out DIR]

The texts are those of the ANT corpus (DIR, or ISNAD_ANT; corpora may not be copied here): without them nothing is measured and
the reports stay as they are. Writes names.md, times.md, quantities.md and summary.tsv, the same for the same program.

The texts have no date line, as pages have: one with the reference date of the gold is put before each text, and offsets are
counted from behind it. Found and gold spans are paired one to one, best first, by intersection over union; half an overlap
(0.5) is enough for "half", "exact" wants the same characters. What overlaps a doubtful span of the gold is left out.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# The gold has three classes of names; a facility is a place there, and the other types have no class.
NAME_CLASS = {"person": "person", "organisation": "organisation", "place": "place", "facility": "place"}
# Units of the gold that are measures, and the words the engine has for them; what else is counted has no unit.
UNITS = {"year": {"year"}, "month": {"month"}, "week": {"week"}, "day": {"day"}, "hour": {"hour"}, "minute": {"minute"},
         "percent": {"percent"}, "dollar": {"USD", "DOLLAR", "dollar"}, "square kilometre": {"square kilometre", "km2"},
         "degree Celsius": {"degree Celsius", "celsius", "degC"}}
SAMPLES = 10

Item = collections.namedtuple("Item", "span kind value text")  # kind: type or unit; value: what it means


class Counts:
    """Hits, found and wanted, and what follows from them."""

    def __init__(self):
        self.hits = self.found = self.wanted = 0

    def row(self):
        precision = self.hits / self.found if self.found else 0.0
        recall = self.hits / self.wanted if self.wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return [f"{100 * value:.1f}" for value in (precision, recall, f1)] + [str(self.hits), str(self.found), str(self.wanted)]


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def pairs(gold, found, floor):
    """Pairs (gold index, found index), one to one, best overlap first."""
    scored = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            shared = overlap(g.span, f.span)
            union = g.span[1] - g.span[0] + f.span[1] - f.span[0] - shared
            if shared and shared / union >= floor:
                scored.append((-shared / union, i, j))
    out, used_gold, used_found = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((i, j))
    return out


def texts_of(corpus, articles):
    """{id: text} of the articles that the corpus holds unchanged."""
    wanted, texts = {article["id"]: article for article in articles}, {}
    for folder, _, files in os.walk(corpus):
        for name in files:
            article = wanted.get(name.removesuffix(".txt"))
            if article is None or article["id"] in texts:
                continue
            document = (pathlib.Path(folder) / name).read_text(encoding="utf-8", errors="replace")
            text = re.search(r"<TEXT>(.*?)</TEXT>", document, re.DOTALL)
            text = text.group(1).strip() if text else ""
            if hashlib.sha256(text.encode()).hexdigest() == article["sha256"]:
                texts[article["id"]] = text
    return texts


def analysed(options, articles, texts):
    """{id: (page, offset of the text in it)}"""
    with tempfile.TemporaryDirectory() as folder:
        paths, heads = [], {}
        for article in articles:
            heads[article["id"]] = f"تاريخ النشر: {article['reference']}\n"
            path = pathlib.Path(folder) / article["id"]
            path.write_text(heads[article["id"]] + texts[article["id"]] + "\n", encoding="utf-8", newline="")
            paths.append(str(path))
        environment = {**os.environ, **({"ISNAD_LEXICON": options.lexicon} if options.lexicon else {})}
        ran = subprocess.run([options.binary, "analyze", "--json", "--quiet", *paths], capture_output=True, env=environment)
    pages = {}
    for line in ran.stdout.decode("utf-8").splitlines():
        page = json.loads(line)
        identity = pathlib.Path(page["source"]["path"]).name
        pages[identity] = page, len(heads[identity])
    if len(pages) != len(articles):
        sys.exit(f"the program read {len(pages)} of {len(articles)} texts: {ran.stderr.decode(errors='replace')[-500:]}")
    return pages


def found_items(layer, page, offset, text):
    items = []
    for article in page["articles"]:
        for item in article[layer]:
            span = (item["span"][0] - offset, item["span"][1] - offset)
            if span[0] < 0:
                continue
            if layer == "names":
                kind, value = NAME_CLASS.get(item["type"]), None
            elif layer == "times":
                kind, value = item["type"], item["value"]
            else:
                kind, value = item["unit"], (item["low"], item["high"], item.get("vague", False))
            if kind is not None:
                items.append(Item(span, kind, value, text[slice(*span)]))
    return items


def gold_items(layer, article, text):
    for begin, end, *rest in article[layer]:
        if layer == "quantities":
            low, high, kind = rest
            value = (low, high)
        else:
            kind, value = (*rest, None)[:2]
        yield Item((begin, end), kind, value, text[begin:end])


def same_quantity(gold, found):
    """A lower end of 0 is an open one; what is vague in the gold has no ends, what is vague for the engine a convention."""
    (low, high), (found_low, found_high, vague) = gold, found
    if low is None and high is None:
        return vague or (found_low in (None, 0) and found_high is None)
    return (low or 0) == (found_low or 0) and high == found_high


def plain_amount(value):
    """TIMEX3 writes an amount that is not told as X, Isnad as ?."""
    return value.replace("P?", "PX").replace("PT?", "PTX") if value else value


def sample_key(error):
    return hashlib.sha1("\t".join(error).encode()).hexdigest()


class Score:
    """One layer over all articles."""

    def __init__(self, layer):
        self.layer = layer
        self.half, self.exact = Counts(), Counts()
        self.kinds = collections.defaultdict(Counts)
        self.shares = {"type": [0, 0], "value": [0, 0], "unit": [0, 0]}
        self.errors = []

    def add(self, gold, found):
        matched = pairs(gold, found, 0.5)
        exact = sum(gold[i].span == found[j].span for i, j in matched)
        for counts, hits in ((self.half, len(matched)), (self.exact, exact)):
            counts.hits, counts.found, counts.wanted = counts.hits + hits, counts.found + len(found), counts.wanted + len(gold)
        for i, j in matched:
            self.judge(gold[i], found[j])
        if self.layer != "quantities":
            self.count_kinds(gold, found)
        missed = set(range(len(gold))) - {i for i, _ in matched}
        extra = set(range(len(found))) - {j for _, j in matched}
        self.errors += [("missed", gold[i].text, str(gold[i].kind), "") for i in missed]
        self.errors += [("not in the gold", found[j].text, "", str(found[j].kind)) for j in extra]

    def count_kinds(self, gold, found):
        for kind in {item.kind for item in (*gold, *found)}:
            of_gold, of_found = ([item for item in items if item.kind == kind] for items in (gold, found))
            counts = self.kinds[kind]
            counts.hits += len(pairs(of_gold, of_found, 0.5))
            counts.found, counts.wanted = counts.found + len(of_found), counts.wanted + len(of_gold)

    def judge(self, gold, found):
        """A pair: are type, value and unit right?"""
        judged = {}
        if self.layer == "quantities":
            judged["value"] = same_quantity(gold.value, found.value)
            if gold.kind in UNITS:
                judged["unit"] = found.kind in UNITS[gold.kind]
        else:
            judged["type"] = gold.kind == found.kind
            if self.layer == "times":
                judged["value"] = plain_amount(gold.value) == plain_amount(found.value)
        for what, right in judged.items():
            self.shares[what][0] += right
            self.shares[what][1] += 1
            if not right:
                one, other = (gold.kind, found.kind) if what != "value" else (gold.value, found.value)
                self.errors.append((f"wrong {what}", gold.text, str(one), str(other)))

    def rows(self):
        """(measure, P, R, F1, hits, found, gold)"""
        rows = [["half overlap", *self.half.row()], ["exact", *self.exact.row()]]
        return rows + [[f"{kind}, half overlap", *self.kinds[kind].row()] for kind in sorted(self.kinds)]

    def share_rows(self):
        return [[f"{what} right", f"{100 * right / all_:.1f}", f"{right} of {all_}"] for what, (right, all_) in self.shares.items() if all_]


def report(score, articles):
    lines = [f"# Quality: {score.layer}", "",
             f"{articles} news articles of the ANT corpus ([gold](gold/README.md)), made by `./run quality`; see run.py for the rules.", "",
             "| | P | R | F1 | right | found | gold |", "|---|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in score.rows()]
    lines += ["", "| among pairs that overlap by half | % | |", "|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in score.share_rows()]
    lines += ["", f"## {SAMPLES} of {len(score.errors)} errors, drawn by hash", "", "| error | words | gold | found |", "|---|---|---|---|"]
    for error in sorted(set(score.errors), key=sample_key)[:SAMPLES]:
        lines.append("| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in error) + " |")
    return "\n".join(lines) + "\n"


def summary(scores, articles):
    lines = ["# made by ./run quality from quality/gold/news30.json", "layer\tmeasure\tprecision\trecall\tf1\tright\tfound\tgold"]
    for score in scores:
        lines += ["\t".join([score.layer, *row]) for row in score.rows()]
        lines += ["\t".join([score.layer, what, "", "", percent, *of.split(" of ")[:1], of.split(" of ")[1], ""]) for what, percent, of in score.share_rows()]
    return "\n".join([*lines, f"articles\tcount\t\t\t\t{articles}\t\t"]) + "\n"


def options_of(about):
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", required=True)
    options.add_argument("--lexicon")
    options.add_argument("--ant", default=os.environ.get("ISNAD_ANT"))
    options.add_argument("--out", type=pathlib.Path, default=HERE)
    options = options.parse_args()
    if not options.ant:
        print("quality: skipped: the texts of the ANT corpus are not here (--ant DIR or ISNAD_ANT)")
        sys.exit(0)
    return options


def main():
    options = options_of(__doc__)
    gold = json.loads((HERE / "gold/news30.json").read_text(encoding="utf-8"))["articles"]
    texts = texts_of(options.ant, gold)
    articles = [article for article in gold if article["id"] in texts]
    if len(articles) < len(gold):
        print(f"quality: {len(gold) - len(articles)} of {len(gold)} texts are not in {options.ant} as the gold knows them", file=sys.stderr)
    if not articles:
        return 1
    pages = analysed(options, articles, texts)
    scores = [Score(layer) for layer in ("names", "times", "quantities")]
    for score in scores:
        for article in articles:
            text = texts[article["id"]]
            doubtful = [(begin, end) for begin, end, layer in article.get("doubtful", []) if layer == score.layer]
            sure = lambda item: not any(overlap(item.span, span) for span in doubtful)
            found = found_items(score.layer, *pages[article["id"]], text)
            score.add(list(filter(sure, gold_items(score.layer, article, text))), list(filter(sure, found)))
        (options.out / f"{score.layer}.md").write_text(report(score, len(articles)), encoding="utf-8")
    (options.out / "summary.tsv").write_text(summary(scores, len(articles)), encoding="utf-8")
    print(summary(scores, len(articles)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
