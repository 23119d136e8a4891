#!/usr/bin/env python3
"""How right the dates of publication and the inferred reference dates are, on pages whose dates are known.

    dates.py --binary PROGRAM [--ant DIR] [--html DIR]... [--pages DIR] [--split even|odd|all] [--verbose] [--out FILE]

Sets, each left out with a message where its folder is absent:
  fixtures  tests/pages/dev of this repository: HTML pages with NAME.json ("published", "modified")
  --html    folders of HTML pages with known dates: html/*.html[.gz] beside gold.json (by name, "date"), or
            ground-truth/*.json ("ground_truth": {"publish_date"}); or the variable ISNAD_DATED_PAGES, parted by ':'
  --pages   a folder with truth.tsv (file, published, modified, split dev or test, address; "-" for none) and the pages it names
  --ant     a folder of crawl pages SOURCE-SUBJECT-NUMBER-YYYYMMDD.txt that open with a line " date YYYY-MM-DD ": read with
            the line, then without it for the inference (ISNAD_ANT_PAGES)
Of sets without a split, items with an even SHA-1 of their name are reported, the odd ones are for development.

P: right among those published; coverage: published among those that have a date. Right is the same day, or the month where the
page states no more. For the inference: how often a day or interval was inferred, how often the true day lies within, and how wide.
Texts stay where they are: only figures are written.
"""
import argparse
import glob
import gzip
import hashlib
import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def parity(name):
    return "odd" if int(hashlib.sha1(name.encode()).hexdigest(), 16) % 2 else "even"


def analyze(binary, path):
    run = subprocess.run([binary, "analyze", "--json", path], capture_output=True, text=True)
    try:
        return json.loads(run.stdout.splitlines()[0])
    except (IndexError, ValueError):
        return {"articles": []}


def analyze_at(binary, path, address, scratch):
    """A text with the address it came from, as a record of JSON Lines; without it where records are not read."""
    record = os.path.join(scratch, "page.jsonl")
    with open(path, encoding="utf-8") as page, open(record, "w", encoding="utf-8") as out:
        out.write(json.dumps({"url": address, "text": page.read()}, ensure_ascii=False) + "\n")
    result = analyze(binary, record)
    return result if result.get("source", {}).get("address") else analyze(binary, path)


def first_article(result):
    return result["articles"][0] if result.get("articles") else None


def html_items(folder):
    """(name, bytes, date) of a folder of HTML pages."""
    gold = os.path.join(folder, "gold.json")
    if os.path.exists(gold):
        for name, item in sorted(json.load(open(gold, encoding="utf-8")).items()):
            for path in glob.glob(os.path.join(folder, "html", glob.escape(name) + "*")):
                yield name, path, (item.get("date") or None)
    for path in sorted(glob.glob(os.path.join(folder, "ground-truth", "*.json"))):
        truth = json.load(open(path, encoding="utf-8"))
        date = truth.get("ground_truth", truth).get("publish_date")
        name = pathlib.Path(path).stem
        for page in glob.glob(os.path.join(folder, "html", name + ".html*")):
            yield name, page, (date[:10] if date else None)


class Score:
    def __init__(self, title, verbose, lenient=True):
        self.title, self.verbose, self.lenient = title, verbose, lenient  # lenient: truth may lack dates
        self.right = self.wrong = self.missing = self.none = self.invented = 0
        self.modified_right = self.modified_wrong = self.modified_missing = 0

    def take(self, name, truth, article):
        found = (article or {}).get("published")
        value = found["value"] if found else None
        if not truth:
            self.none += 1
            self.invented += value is not None and not self.lenient
            return
        if value is None:
            self.missing += 1
        elif value == truth or (len(truth) == 7 and value.startswith(truth)):
            self.right += 1
            return
        else:
            self.wrong += 1
        if self.verbose:
            print(f"{self.title}: {name}: true {truth}, found {value} ({found and found['why']})", flush=True)

    def take_modified(self, name, truth, article):
        found = ((article or {}).get("modified") or {}).get("value")
        if not truth:
            return
        self.modified_right += found == truth
        self.modified_wrong += found not in (None, truth)
        self.modified_missing += found is None

    def row(self):
        published = self.right + self.wrong
        dated = published + self.missing
        if dated == 0:
            return None
        precision = self.right / max(1, published + self.invented)
        return (f"| {self.title} | {dated} | {precision:.3f} | {published / dated:.3f} | "
                f"{self.right} | {self.wrong + self.invented} | {self.missing} |")


def unpacked(path, folder):
    if not path.endswith(".gz"):
        return path
    out = os.path.join(folder, pathlib.Path(path).stem)
    with gzip.open(path, "rb") as packed, open(out, "wb") as plain:
        plain.write(packed.read())
    return out


def fixtures(options, rows):
    folder = HERE.parent / "tests" / "pages" / "dev"
    if not folder.is_dir():
        return print("no fixtures: tests/pages/dev is absent")
    score = Score("fixtures of this repository (dev)", options.verbose)
    modified = Score("", False)
    for truth in sorted(folder.glob("*.json")):
        page = truth.with_suffix(".html")
        item = json.loads(truth.read_text(encoding="utf-8"))
        article = first_article(analyze(options.binary, str(page)))
        if item.get("kind") not in ("article", "live blog"):
            continue
        score.take(truth.stem, (item.get("published") or "")[:10] or None, article)
        modified.take_modified(truth.stem, (item.get("modified") or "")[:10] or None, article)
    rows.append(score.row())
    print(f"fixtures, modified: right {modified.modified_right}, wrong {modified.modified_wrong}, "
          f"missing {modified.modified_missing}")


def html_sets(options, rows):
    folders = options.html or [f for f in os.environ.get("ISNAD_DATED_PAGES", "").split(":") if f]
    if not folders:
        print("no HTML pages with dates: name their folders with --html")
    with tempfile.TemporaryDirectory() as scratch:
        for folder in folders:
            score = Score(f"HTML pages of {os.path.basename(folder.rstrip('/'))}", options.verbose)
            for name, page, date in html_items(folder):
                if options.split in ("all", parity(name)):
                    score.take(name, date, first_article(analyze(options.binary, unpacked(page, scratch))))
            rows.append(score.row())


def listed_pages(options, rows):
    truth = os.path.join(options.pages or "", "truth.tsv")
    if not options.pages or not os.path.exists(truth):
        return print("no listed pages: name their folder with --pages")
    for split, label in (("dev", "odd"), ("test", "even")):
        if options.split not in ("all", label):
            continue
        score = Score(f"crawled pages, {split} half", options.verbose and split == "dev", lenient=False)
        with tempfile.TemporaryDirectory() as scratch:
            for line in open(truth, encoding="utf-8").read().splitlines()[1:]:
                name, published, modified, half, address = line.split("\t")[:5]
                if half == split:
                    path = os.path.join(options.pages, name)
                    article = first_article(analyze_at(options.binary, path, address, scratch))
                    score.take(name, None if published == "-" else published, article)
        rows.append(score.row())


def days(value):
    """First and last day of an EDTF value, as ordinals."""
    import datetime

    def ends(part):
        numbers = [int(n) for n in part.split("-")]
        if len(numbers) == 3:
            day = datetime.date(*numbers).toordinal()
            return day, day
        year, month = numbers[0], numbers[1] if len(numbers) > 1 else None
        first = datetime.date(year, month or 1, 1)
        last = datetime.date(year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
        return first.toordinal(), last.toordinal() - 1

    parts = [part for part in value.split("/")]
    if ".." in parts or "" in parts:
        return None
    return ends(parts[0])[0], ends(parts[-1])[1]


def crawled(options, rows, inferred):
    folder = options.ant or os.environ.get("ISNAD_ANT_PAGES", "")
    if not folder or not os.path.isdir(folder):
        return print("no pages of the ANT corpus: name their folder with --ant")
    names = [n for n in sorted(os.listdir(folder)) if options.split in ("all", parity(n))]
    names = names[::max(1, len(names) // options.sample)][:options.sample]
    score = Score("ANT, the date line of the crawler", options.verbose)
    right = wrong = 0
    widths, exact = [], 0
    kinds = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name in names:
            text = open(os.path.join(folder, name), encoding="utf-8").read()
            stamp = name.rsplit("-", 1)[1][:8]
            truth = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}"
            path = os.path.join(scratch, "page.txt")
            if options.with_line:
                with open(path, "w", encoding="utf-8") as page:
                    page.write(text)
                score.take(name, truth, first_article(analyze(options.binary, path)))
            with open(path, "w", encoding="utf-8") as page:
                page.write(text.split("\n", 1)[1])
            article = first_article(analyze(options.binary, path)) or {}
            found = article.get("reference_date") or next(
                (c for c in article.get("date_candidates") or [] if c["basis"] == "inferred"), None)
            ends = found and days(found["value"])
            if not ends:
                continue
            day = days(truth)[0]
            inside = ends[0] <= day <= ends[1]
            right += inside
            wrong += not inside
            reason = re.sub("\u00ab.*?\u00bb ", "", found["why"].split(";")[0])
            kind = kinds.setdefault(found["basis"] + ": " + re.sub(".* is named", "an event is named", reason)[:40], [0, 0])
            kind[not inside] += 1
            widths.append(ends[1] - ends[0] + 1)
            exact += ends[0] == ends[1]
            if options.verbose and not inside:
                print(f"inferred: {name}: {found['value']} ({found['basis']}: {found['why']})", flush=True)
    rows.append(score.row())
    if right + wrong:
        narrow = sum(w <= 31 for w in widths)
        inferred.append(f"| ANT without its date line | {len(names)} | {(right + wrong) / len(names):.3f} | "
                        f"{right / (right + wrong):.3f} | {statistics.median(widths):.0f} | {exact} | {narrow} |")
    for kind, (good, bad) in sorted(kinds.items(), key=lambda item: -sum(item[1])):
        print(f"  {good:5d} right {bad:4d} wrong  {kind}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--ant")
    parser.add_argument("--html", action="append")
    parser.add_argument("--pages")
    parser.add_argument("--split", choices=["even", "odd", "all"], default="even")
    parser.add_argument("--sample", type=int, default=1000, help="pages of ANT that are read")
    parser.add_argument("--no-line", dest="with_line", action="store_false", help="ANT: the inference alone")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--out", help="write the report there")
    options = parser.parse_args()
    rows, inferred = [], []
    fixtures(options, rows)
    html_sets(options, rows)
    listed_pages(options, rows)
    crawled(options, rows, inferred)
    report = ["# Dates of publication", "",
              "Made by `quality/dates.py`; sets without a split count their even half. P: right among those published.", "",
              "| pages | with a date | P | coverage | right | wrong | not published |", "|---|---|---|---|---|---|---|"]
    report += [row for row in rows if row]
    if inferred:
        report += ["", "# Inferred reference dates", "",
                   "| pages | read | inferred | true day within | median width in days | exact days | at most 31 days |",
                   "|---|---|---|---|---|---|---|"] + inferred
    print("\n".join(report))
    if options.out:
        pathlib.Path(options.out).write_text("\n".join(report) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
