"""How right the times of Isnad are on 50 Arabic news texts: identification and value against quality/gold/timex50.json.

    timex.py --program build/release/isnad-expressions --lexicon build/release/lexicon.bin [--texts DIR] [--out DIR] [--development]

DIR (or ISNAD_TIMEX) holds the *.tml files of the corpus, whose own tags are the output of a rule system (silver); without them
nothing is measured and the report stays as it is. Texts with odd numbers served development, those with even numbers are only
counted. Found and gold spans are paired one to one, best first; an overlap of half the longer span counts as half. What pairs
only with an optional item, or overlaps one by half, is left out. Values are compared for pairs whose value the text itself
fixes (`anchored` in the gold); the texts state no reference date, and none is given to the program.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys

from run import Counts, overlap

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "gold"))
from timex_text import timex_text  # noqa: E402

LINE = "\x1e"  # what isnad-expressions reads as the end of a line inside a text

Item = collections.namedtuple("Item", "span kind values anchored optional text")


def half(a, b):
    """Whether two spans share half of the longer one."""
    return 2 * overlap(a, b) >= max(a[1] - a[0], b[1] - b[0])


def pairs(gold, found):
    """(gold index, found index), one to one, the best overlap first."""
    scored = sorted((-overlap(g.span, f.span) / max(g.span[1] - g.span[0], f.span[1] - f.span[0]), i, j)
                    for i, g in enumerate(gold) for j, f in enumerate(found) if half(g.span, f.span))
    out, used_gold, used_found = [], set(), set()
    for _, i, j in scored:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((i, j))
    return out


def gold_items(document, text):
    for item in document["times"]:
        span = item["begin"], item["end"]
        values = {item["value"], *item.get("accept", [])}
        yield Item(span, item["type"], values, item.get("anchored", True), item.get("optional", False), text[slice(*span)])


def silver_items(data):
    """The TIMEX3 tags of the file, with offsets of the plain text."""
    text = timex_text(data)
    at, out = 0, []
    for match in re.finditer(r'<TIMEX3\b([^>]*)>(.*?)</TIMEX3>', data.decode("utf-8").replace("\r", ""), re.DOTALL):
        words = re.sub(r"<[^>]*>", "", match.group(2))
        fields = dict(re.findall(r'(\w+)="([^"]*)"', match.group(1)))
        found = text.find(words, at)
        if found >= 0:
            at = found + len(words)
            out.append(Item((found, at), fields.get("type"), {fields.get("value")}, True, False, words))
    return out


def found_items(options, texts):
    lines = "\n".join("\t" + text.replace("\n", LINE) for text in texts) + "\n"
    ran = subprocess.run([options.program, options.lexicon], input=lines, capture_output=True, text=True, encoding="utf-8")
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    if len(found) != len(texts):
        sys.exit(f"the program read {len(found)} of {len(texts)} texts: {ran.stderr[-500:]}")
    return [[Item(tuple(item["span"]), item["type"], {item["value"]}, True, False, text[slice(*item["span"])]) for item in one["times"]]
            for one, text in zip(found, texts)]


def plain(value):
    """One spelling: an unknown amount is X, an hour of an unknown day has no day."""
    return value.replace("P?", "PX").replace("PT?", "PTX").replace("XXXX-XX-XXT", "T").strip()


def same_value(gold, found):
    """Equal spellings; a Hijri year is right as the two Gregorian years that it touches."""
    wanted, have = {plain(value) for value in gold.values if value}, {plain(value) for value in found.values}
    years = {"/".join(dict.fromkeys(part[:4] for part in value.split("/"))) for value in have if value.count("/") == 1 and len(value) == 21}
    return bool(wanted & (have | years))


class Score:
    def __init__(self):
        self.half, self.exact = Counts(), Counts()
        self.types = [0, 0]
        self.values = [0, 0]
        self.errors = []

    def add(self, gold, found, where):
        matched = pairs(gold, found)
        sure = [item for item in gold if not item.optional]
        left_out = {j for i, j in matched if gold[i].optional}
        left_out |= {j for j, item in enumerate(found) if any(g.optional and half(g.span, item.span) for g in gold)} - {
            j for i, j in matched if not gold[i].optional}
        matched = [(i, j) for i, j in matched if not gold[i].optional]
        kept = len(found) - len(left_out)
        exact = sum(gold[i].span == found[j].span for i, j in matched)
        for counts, hits in ((self.half, len(matched)), (self.exact, exact)):
            counts.hits, counts.found, counts.wanted = counts.hits + hits, counts.found + kept, counts.wanted + len(sure)
        for i, j in matched:
            self.types[0] += gold[i].kind == found[j].kind
            self.types[1] += 1
            if gold[i].span != found[j].span:
                self.errors.append((where, "extent", gold[i].text, found[j].text, ""))
            if gold[i].anchored:
                self.values[0] += same_value(gold[i], found[j])
                self.values[1] += 1
                if not same_value(gold[i], found[j]):
                    self.errors.append((where, "value", gold[i].text, ", ".join(sorted(gold[i].values)), ", ".join(found[j].values)))
            if gold[i].kind != found[j].kind:
                self.errors.append((where, "type", gold[i].text, gold[i].kind, found[j].kind))
        paired = {i for i, _ in matched}
        self.errors += [(where, "missed", item.text, item.kind, "") for i, item in enumerate(gold) if i not in paired and not item.optional]
        taken = {j for _, j in matched} | left_out
        self.errors += [(where, "extra", item.text, item.kind, ", ".join(item.values)) for j, item in enumerate(found) if j not in taken]

    def cells(self):
        share = lambda pair: f"{100 * pair[0] / pair[1]:.1f} ({pair[0]} of {pair[1]})" if pair[1] else ""
        return [*self.half.row()[:3], *self.exact.row()[:3], share(self.types), share(self.values)]


def options_of(about):
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/release/isnad-expressions")
    options.add_argument("--lexicon", default="build/release/lexicon.bin")
    options.add_argument("--texts", default=os.environ.get("ISNAD_TIMEX"))
    options.add_argument("--out", type=pathlib.Path, default=HERE)
    options.add_argument("--development", action="store_true", help="list the errors in texts with odd numbers")
    options = options.parse_args()
    if not options.texts:
        print("timex: skipped: the texts are not here (--texts DIR or ISNAD_TIMEX)")
        sys.exit(0)
    return options


def report(scores):
    lines = ["# Quality: times in 50 news texts", "",
             "Texts of [Dahmri's corpus](https://github.com/dahmri/Enhancing-HeidelTime-for-Time-expression-Annotation-in-Arabic-News) with"
             " [gold](gold/README.md) of this project, made by `quality/timex.py`, which says how pairs are made. Odd texts served"
             " development, even ones were only counted. \"Silver\" is what the corpus itself has: the output of a rule system.", "",
             "| | P half | R half | F1 half | P exact | R exact | F1 exact | type | value |", "|---|---|---|---|---|---|---|---|---|"]
    for name, score in scores.items():
        lines.append("| " + " | ".join([name, *score.cells()]) + " |")
    return "\n".join(lines) + "\n"


def main():
    options = options_of(__doc__)
    gold = json.loads((HERE / "gold/timex50.json").read_text(encoding="utf-8"))["documents"]
    gold = [document for document in gold if not document.get("duplicate_of")]
    data = [(pathlib.Path(options.texts) / f"{document['id']}.tml").read_bytes() for document in gold]
    texts = [timex_text(one) for one in data]
    found = found_items(options, texts)
    scores = {f"{system}, {part}": Score() for system in ("Isnad", "silver") for part in ("odd", "even", "all")}
    for document, one, text, items in zip(gold, data, texts, found):
        part = "odd" if int(document["id"].removeprefix("doc")) % 2 else "even"
        wanted = list(gold_items(document, text))
        for system, have in (("Isnad", items), ("silver", silver_items(one))):
            for name in (part, "all"):
                scores[f"{system}, {name}"].add(wanted, have, document["id"])
    if options.development:
        for error in scores["Isnad, odd"].errors:
            print("\t".join(error))
    else:
        (options.out / "timex.md").write_text(report(scores), encoding="utf-8")
    for name, score in scores.items():
        if not options.development or name.endswith("odd"):
            print(name, *score.cells(), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
