#!/usr/bin/env python3
"""Check that expected.json and README.md quote the example pages exactly."""
import datetime
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def read(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return f.read()


def main():
    exp = json.loads(read("expected.json"))
    names = sorted(n for n in os.listdir(HERE) if re.match(r"\d\d-.*\.txt$", n))
    text = {n: read(n) for n in names}
    flat = {n: " ".join(t.split()) for n, t in text.items()}
    bad = []
    if [p["page"] for p in exp["pages"]] != names:
        bad.append("pages and files differ")
    for p in exp["pages"]:
        n = p["page"]
        if p["article_count"] != len(p["articles"]):
            bad.append(f"{n}: article_count")
        starts = [" ".join(x.split()[:4]) for x in text[n].split("\n")]
        ends = [" ".join(x.split()[-4:]) for x in text[n].split("\n")]
        for a in p["articles"]:
            if a["first_words"] not in starts or a["last_words"] not in ends:
                bad.append(f"{n}: article edges {a['first_words']}")
            if a["reference_date"]:
                datetime.date.fromisoformat(a["reference_date"])
        for zone in ("headlines", "subheadings", "bylines", "captions", "chrome"):
            bad += [f"{n}: {zone}: {w}" for w in p[zone] if w not in starts]
    for kind in ("names", "times", "not_times", "quantities"):
        seen = set()
        for e in exp[kind]:
            key = (e["page"], e["text"], e["occurrence"])
            if text[e["page"]].count(e["text"]) < e["occurrence"]:
                bad.append(f"{kind}: {key} does not occur")
            if key in seen:
                bad.append(f"{kind}: {key} twice")
            seen.add(key)
            if kind == "quantities" and None not in (e["low"], e["high"]) and e["low"] > e["high"]:
                bad.append(f"{kind}: {key} bounds")
    for g in exp["planted"]:
        for a in g["at"]:
            if a["text"] not in text[a["page"]]:
                bad.append(f"{g['id']}: «{a['text']}» not in {a['page']}")
    by_number = {n[:2]: n for n in names}
    for num, quote in re.findall(r"(?:\| |<br>)(\d\d): «(.*?)»(?=<br>| \|)", read("README.md")):
        if quote not in flat[by_number[num]]:
            bad.append(f"README: «{quote}» not in page {num}")
    day = {"الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الخميس": 3, "الجمعة": 4, "السبت": 5, "الأحد": 6}
    month = {w: m for m, ws in {
        1: "يناير جانفي", 2: "فبراير فيفري شباط", 3: "مارس آذار", 4: "أبريل أفريل نيسان",
        5: "مايو ماي أيار", 6: "يونيو جوان حزيران", 11: "نوفمبر"}.items() for w in ws.split()}
    dated = re.compile("(%s) ,? ?(\\d{1,2})[ /]+(%s)(?:[ /]+\\w+)?[ /]+(2026)" % ("|".join(day), "|".join(month)))
    weekdays = 0
    for n, t in flat.items():
        for d, dd, m, y in dated.findall(t.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))):
            weekdays += 1
            if datetime.date(int(y), month[m], int(dd)).weekday() != day[d]:
                bad.append(f"{n}: {d} {dd} {m} {y} is another weekday")
    print("\n".join(bad) if bad else
          f"ok: {len(names)} pages, {len(exp['names'])} names, {len(exp['times'])} times, "
          f"{len(exp['quantities'])} quantities, {len(exp['planted'])} planted groups, {weekdays} dated weekdays")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
