"""How right Isnad is on statements and events of news that it was not made with: quality/gold/speech16.json.

    speech.py --binary PROGRAM [--lexicon FILE] [--ant DIR] [--out DIR]

Texts, date line, offsets and pairing as in run.py, but that the offsets of this gold count in the corpus file. Statements are
paired by half an overlap of their contents, events by 0.15 (a trigger with more or fewer roles is the same event). Writes
statements.md, events.md and speech.tsv, the same for the same program.
"""
import collections
import datetime
import email.utils
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import run

HERE = pathlib.Path(__file__).resolve().parent
Span = collections.namedtuple("Span", "span")


class Text:
    """An article of the corpus: its running text, and where that stands in the file."""

    def __init__(self, content):
        body = re.search(r"<TEXT>\s*(.*?)\s*</TEXT>", content, re.DOTALL)
        time = re.search(r"<TIME>(.*?)</TIME>", content, re.DOTALL)
        self.whole, self.text, self.begin = content, body.group(1), body.start(1)
        self.head = f"تاريخ النشر: {self.day(time.group(1).strip() if time else '')}\n"

    @staticmethod
    def day(time):
        try:
            return email.utils.parsedate_to_datetime(time).date().isoformat()
        except (TypeError, ValueError):
            found = re.search(r"\d{4}-\d\d-\d\d", time)
            return found[0] if found else datetime.date(2018, 1, 1).isoformat()

    def page(self):
        return self.head + self.text + "\n"

    def in_file(self, span):
        shift = self.begin - len(self.head)
        return span[0] + shift, span[1] + shift


def texts_of(corpus, articles):
    texts = {}
    for article in articles:
        path = pathlib.Path(corpus) / article["id"]
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == article["sha256"]:
            texts[article["id"]] = Text(path.read_bytes().decode("utf-8"))
    return texts


def analysed(options, texts):
    pages = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, (identity, text) in enumerate(texts.items()):
            path = pathlib.Path(folder) / f"{number}.txt"
            path.write_text(text.page(), encoding="utf-8", newline="")
            environment = {**os.environ, **({"ISNAD_LEXICON": options.lexicon} if options.lexicon else {})}
            ran = subprocess.run([options.binary, "analyze", "--json", "--quiet", str(path)], capture_output=True, env=environment)
            pages[identity] = json.loads(ran.stdout)
    return pages


def overlaps(span, spans):
    return any(run.overlap(span, other) for other in spans)


class Score:
    """One layer over all articles: pairs, shares of the pairs, and error samples."""

    def __init__(self, layer, floor):
        self.layer, self.floor = layer, floor
        self.pairs, self.kinds = run.Counts(), collections.defaultdict(run.Counts)
        self.shares, self.errors = collections.defaultdict(lambda: [0, 0]), []

    def add(self, gold, found, judge, text, kind_of):
        optional = [item for item in gold if item.get("optional")]
        gold = [item for item in gold if not item.get("optional")]
        found = self.without_answers_to(optional, gold, found)
        matched = run.pairs([Span((g["start"], g["end"])) for g in gold], [Span(f["at"]) for f in found], self.floor)
        self.count(self.pairs, len(matched), len(found), len(gold))
        for kind in sorted({kind_of(item) for item in (*gold, *found)}):
            hits = sum(kind_of(gold[i]) == kind == kind_of(found[j]) for i, j in matched)
            self.count(self.kinds[kind], hits, sum(kind_of(f) == kind for f in found), sum(kind_of(g) == kind for g in gold))
        for i, j in matched:
            for what, right in judge(gold[i], found[j]).items():
                self.shares[what][0] += right
                self.shares[what][1] += 1
                if not right:
                    self.errors.append((f"wrong {what}", text.whole[gold[i]["start"]:gold[i]["end"]], kind_of(gold[i]), kind_of(found[j])))
        left_gold, left_found = set(range(len(gold))) - {i for i, _ in matched}, set(range(len(found))) - {j for _, j in matched}
        self.errors += [("missed", text.whole[gold[i]["start"]:gold[i]["end"]], kind_of(gold[i]), "") for i in left_gold]
        self.errors += [("not in the gold", text.whole[slice(*found[j]["at"])], "", kind_of(found[j])) for j in left_found]

    def without_answers_to(self, optional, gold, found):
        """Found items less those that answer an optional gold item and no other: neither right nor wrong."""
        both = [Span((item["start"], item["end"])) for item in (*gold, *optional)]
        answered = {j for i, j in run.pairs(both, [Span(item["at"]) for item in found], self.floor) if i >= len(gold)}
        return [item for j, item in enumerate(found) if j not in answered]

    @staticmethod
    def count(counts, hits, found, wanted):
        counts.hits, counts.found, counts.wanted = counts.hits + hits, counts.found + found, counts.wanted + wanted

    def rows(self):
        return [["all", *self.pairs.row()]] + [[f"{kind}, of this kind", *self.kinds[kind].row()] for kind in sorted(self.kinds)]

    def share_rows(self):
        return [[f"{what} right", f"{100 * right / all_:.1f}", f"{right} of {all_}"] for what, (right, all_) in sorted(self.shares.items()) if all_]


def judge_statement(gold, found):
    """Of a pair: kind; speaker by overlap of the mention in the clause, or of the fullest name where the subject is elided."""
    judged = {"kind": found["kind"] in (gold["type"], *gold.get("accept_types", []))}
    wanted = [tuple(span) for key in ("speaker", "speaker_antecedent") for span in (gold.get(key) or [])]
    named = [tuple(span) for span in (gold.get("speaker_name") or [])]
    if wanted or named:
        judged["speaker"] = overlaps_any(found["speaker_spans"], wanted + named)
    if gold.get("carriers"):
        judged["carrier"] = overlaps_any(found["chain_spans"], [(c["start"], c["end"]) for c in gold["carriers"]])
    return judged


def judge_event(gold, found):
    right = found["type"] in (gold["type"], *gold.get("accept_types", []))
    judged = {"type": right}
    if gold.get("actors"):
        judged["type and actor"] = right and overlaps_any(found["actor_spans"], [tuple(span) for span in gold["actors"]])
    return judged


def overlaps_any(spans, others):
    return any(overlaps(span, others) for span in spans)


def found_statements(page, text):
    for article in page["articles"]:
        names = collections.defaultdict(list)
        for name in article["names"]:
            names[name["entity"]].append(text.in_file(name["span"]))
        for item in article["statements"]:
            speaker = item["speaker"] or {"span": None, "entity": None}
            spans = [text.in_file(speaker["span"])] if speaker["span"] else []
            entities = speaker["entity"] if isinstance(speaker["entity"], list) else [speaker["entity"]]
            spans += [] if spans else [span for entity in entities for span in names[entity]]
            chain = [text.in_file(link["span"]) for link in item["chain"] if link["span"]]
            yield {**item, "at": text.in_file(item["span"]), "speaker_spans": spans, "chain_spans": chain}


def found_events(page, text):
    for article in page["articles"]:
        for item in article["events"]:
            yield {**item, "at": text.in_file(item["span"]), "actor_spans": [text.in_file(span) for span in item["actor_spans"]]}


def report(score, articles):
    lines = [f"# Quality: {score.layer}", "", f"{articles} news articles of the ANT corpus ([gold](gold/README.md)), made by `./run quality`; see speech.py for the rules.",
             "", "| | P | R | F1 | right | found | gold |", "|---|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in score.rows()]
    lines += ["", "| among the pairs | % | |", "|---|---|---|"] + ["| " + " | ".join(row) + " |" for row in score.share_rows()]
    lines += ["", f"## {run.SAMPLES} of {len(score.errors)} errors, drawn by hash", "", "| error | words | gold | found |", "|---|---|---|---|"]
    for error in sorted(set(score.errors), key=run.sample_key)[:run.SAMPLES]:
        short = [cell if len(cell) <= 60 else cell[:57] + "..." for cell in error]
        lines.append("| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in short) + " |")
    return "\n".join(lines) + "\n"


def main():
    options = run.options_of(__doc__)
    gold = json.loads((HERE / "gold/speech16.json").read_text(encoding="utf-8"))["articles"]
    texts = texts_of(options.ant, gold)
    if len(texts) < len(gold):
        print(f"quality: {len(gold) - len(texts)} of {len(gold)} texts are not in {options.ant} as the gold knows them", file=sys.stderr)
    if not texts:
        return 1
    pages = analysed(options, texts)
    statements, events = Score("statements", 0.5), Score("events", 0.15)
    for article in (article for article in gold if article["id"] in texts):
        page, text = pages[article["id"]], texts[article["id"]]
        in_text = lambda item: article["body"][0] <= item["at"][0] < article["body"][1] and not overlaps(item["at"], article["excluded"])
        statements.add(article["statements"], list(filter(in_text, found_statements(page, text))), judge_statement, text,
                       lambda item: item["kind"] if "at" in item else item["type"])
        events.add(article["events"], list(filter(in_text, found_events(page, text))), judge_event, text, lambda item: item["type"])
    lines = ["# made by ./run quality from quality/gold/speech16.json", "layer\tmeasure\tprecision\trecall\tf1\tright\tfound\tgold"]
    for score in (statements, events):
        (options.out / f"{score.layer}.md").write_text(report(score, len(texts)), encoding="utf-8")
        lines += ["\t".join([score.layer, *row]) for row in score.rows()]
        lines += ["\t".join([score.layer, what, "", "", percent, *of.split(" of "), ""]) for what, percent, of in score.share_rows()]
    (options.out / "speech.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
