"""How far Isnad reads dates, times and numbers as Microsoft's Recognizers-Text does: its Arabic cases (MIT licence).

    recognizers.py --program build/release/isnad-expressions --lexicon build/release/lexicon.bin [--specs DIR] [--out DIR]
                   [--development] [--all]

DIR (or ISNAD_RECOGNIZERS) holds Specs/DateTime/Arabic and Specs/Number/Arabic; without it nothing is measured and the report
stays as it is. Each case is a sentence with a reference date and the spans, types and values that are expected. Cases that
stand in several files (an extractor and its parser) count once for each type, those with values first.

A case agrees when each of its results does, and a case without results when nothing is found. Spans are compared without
prepositions, which TIMEX3 leaves outside; half an overlap is enough. Values are brought to one scale (recognizers_values.py):
a result may be read back or ahead, as the reference does; a range may be one value or two. What does not agree is sorted by
the rules of CONVENTIONS: classes of cases in which the conventions of a chat assistant are not those of TIMEX3 or of news.
The rest is wrong. No rule names a case.

Cases at odd places of their files have served development from the beginning; those at places that four divides were a test
until 22 November 2026 and have joined it since, as rules had come to fit the odd half. The remaining quarter (places 2, 6,
10 ...) only tests: its cases are never listed, by no option. --development lists what is wrong among the others and counts
only them.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import subprocess
import sys

from recognizers_conventions import CONVENTIONS
from recognizers_judge import agrees

HERE = pathlib.Path(__file__).resolve().parent
NUMBERS = {"NumberModel", "NumberRangeModel", "OrdinalModel", "OrdinalModelSuppressExtendedTypes", "PercentModel"}
SAMPLES = 40
PARTS = ("development", "joined", "test")

# name: file without ending; place: from 1; kind: times or numbers
Case = collections.namedtuple("Case", "name place kind text date results")


def part_of_split(case):
    """Which of PARTS a case belongs to."""
    return "development" if case.place % 2 else "joined" if case.place % 4 == 0 else "test"


def order_of(path):
    """Files with values first."""
    return (0 if path.stem.endswith(("Parser",)) or path.stem in NUMBERS else 1 if path.stem.endswith("Model") else 2, path.stem)


def types_of(case):
    return tuple(sorted({(result.get("TypeName") or result.get("Type") or "").split(".")[-1] for result in case["Results"]}))


def cases_of(specs):
    """Each distinct input once for each type, and the number of all cases."""
    out, seen, every = [], set(), 0
    files = [*specs.glob("Specs/DateTime/Arabic/*.json"), *specs.glob("Specs/Number/Arabic/*.json")]
    for path in sorted(files, key=order_of):
        kind = "numbers" if path.stem in NUMBERS else "times"
        for place, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig")), 1):
            every += 1
            date = ((case.get("Context") or {}).get("ReferenceDateTime") or "")[:10]
            suppressed = path.stem == "OrdinalModelSuppressExtendedTypes"
            key = kind, suppressed, case["Input"].strip(), types_of(case) or path.stem
            if key in seen:
                continue
            seen.add(key)
            out.append(Case(path.stem, place, kind, case["Input"], date, case["Results"]))
    return out, every


def read(options, cases):
    """What Isnad finds, a case each."""
    lines = [case.date + "\t" + " ".join(case.text.splitlines()) for case in cases]
    ran = subprocess.run([options.program, options.lexicon], input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8")
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    if len(found) != len(cases):
        sys.exit(f"the program read {len(found)} of {len(cases)} cases: {ran.stderr[-500:]}")
    return found


def verdict(case, found):
    """"agrees", the name of a convention, or "wrong"."""
    if agrees(case, found):
        return "agrees"
    return next((name for name, (_, rule) in CONVENTIONS.items() if rule(case, found)), "wrong")


def shares(verdicts):
    agreed, wrong = verdicts.count("agrees"), verdicts.count("wrong")
    other = len(verdicts) - agreed - wrong
    rest = agreed + wrong
    return [str(len(verdicts)), str(other), str(agreed), str(wrong), f"{100 * agreed / rest:.1f}" if rest else ""]


def shown_result(result):
    value = result.get("Value") or result.get("Resolution") or ""
    if isinstance(value, dict):
        values = value.get("values")
        value = value.get("Timex") or (values[0].get("timex", "") if isinstance(values, list) and values else value.get("value", ""))
    return f"{result['Text'].strip()} = {value}"


def shown_found(case, found):
    layers = ("times",) if case.kind == "times" else ("quantities", "numbers")
    out = []
    for layer in layers:
        for item in found[layer]:
            text = case.text[slice(*item["span"])]
            value = item["value"] if layer == "times" else f"{item['low']}..{item['high']}"
            out.append(f"{text} = {value}" + (f" {item['type']}" if layer == "times" else ""))
    return "; ".join(out)


def cell(text):
    return str(text).replace("|", "/").replace("\n", " ")


def report(cases, found, verdicts, every):
    lines = ["# Quality: the Arabic cases of Recognizers-Text", "",
             "[Recognizers-Text](https://github.com/microsoft/Recognizers-Text) of Microsoft reads dates, times and numbers in chat;"
             f" its {every} Arabic cases (MIT licence) are {len(cases)} when each distinct input counts once for a type. Made by"
             " `quality/recognizers.py`, which says what agrees. Cases at odd places of their files served development from the"
             " beginning (\"development\"); those at places that four divides were only counted until 22 November 2026 and serve it since"
             " (\"joined\"); the remaining quarter is only counted (\"test\"). The last column is the share that agrees among cases without another convention; those"
             f" with one are {100 * sum(said not in ('agrees', 'wrong') for said in verdicts) / every:.1f} % of the {every}.", "",
             "| | cases | other convention | agree | wrong | % |", "|---|---|---|---|---|---|"]
    def row(name, chosen):
        lines.append("| " + " | ".join([name, *shares([verdicts[i] for i in chosen])]) + " |")
    indices = range(len(cases))
    for kind in ("times", "numbers"):
        for part in PARTS:
            row(f"{kind}, {part}", [i for i in indices if cases[i].kind == kind and part_of_split(cases[i]) == part])
        row(f"**{kind}**", [i for i in indices if cases[i].kind == kind])
    row("**all**", list(indices))
    lines += ["", "## Files", "", "| | cases | other convention | agree | wrong | % |", "|---|---|---|---|---|---|"]
    for name in sorted({case.name for case in cases}):
        row(name, [i for i in indices if cases[i].name == name])
    lines += ["", "## Other conventions", "", "| class | cases | why |", "|---|---|---|"]
    for name, (why, _) in CONVENTIONS.items():
        lines.append(f"| {name} | {verdicts.count(name)} | {why} |")
    wrong = [i for i in indices if verdicts[i] == "wrong" and part_of_split(cases[i]) != "test"]
    wrong.sort(key=lambda i: hashlib.sha1(f"{cases[i].name}{cases[i].place}".encode()).hexdigest())
    lines += ["", f"## {min(SAMPLES, len(wrong))} of {len(wrong)} wrong cases of development and what joined it, drawn by hash", "",
              "The cases are quoted from Recognizers-Text, copyright Microsoft, MIT licence.", "",
              "| case | expected | found |", "|---|---|---|"]
    for i in wrong[:SAMPLES]:
        expected = "; ".join(map(shown_result, cases[i].results))
        lines.append("| " + " | ".join(map(cell, (cases[i].text.strip(), expected, shown_found(cases[i], found[i])))) + " |")
    return "\n".join(lines) + "\n"


def options_of(about):
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/release/isnad-expressions")
    options.add_argument("--lexicon", default="build/release/lexicon.bin")
    options.add_argument("--specs", default=os.environ.get("ISNAD_RECOGNIZERS"))
    options.add_argument("--out", type=pathlib.Path, default=HERE)
    options.add_argument("--development", action="store_true", help="list the wrong cases that serve development")
    options.add_argument("--kind", choices=["times", "numbers"])
    options = options.parse_args()
    if not options.specs:
        print("recognizers: skipped: the cases are not here (--specs DIR or ISNAD_RECOGNIZERS)")
        sys.exit(0)
    return options


def main():
    options = options_of(__doc__)
    cases, every = cases_of(pathlib.Path(options.specs))
    found = read(options, cases)
    verdicts = [verdict(case, one) for case, one in zip(cases, found)]
    if options.development:
        for case, one, said in zip(cases, found, verdicts):
            if part_of_split(case) != "test" and said != "agrees" and (not options.kind or case.kind == options.kind):
                expected = "; ".join(map(shown_result, case.results))
                print(f"{said}\t{case.name} {case.place}\t{case.text.strip()}\t{expected}\t{shown_found(case, one)}")
    else:
        (options.out / "recognizers.md").write_text(report(cases, found, verdicts, every), encoding="utf-8")
    for kind in ("times", "numbers"):
        for part in PARTS[:2] if options.development else PARTS:
            chosen = [said for case, said in zip(cases, verdicts) if case.kind == kind and part_of_split(case) == part]
            print(kind, part, *shares(chosen), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
