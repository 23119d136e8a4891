"""Golden texts: pages, and beside each the page as Isnad reads it, in a form that people can check and differences can show.

    golden.py check  PROGRAM LEXICON    compares <stage>/<name>.txt with <stage>/<name>.golden
    golden.py update PROGRAM LEXICON    writes the .golden files; look at the difference before you keep it

The pages are invented. In a .golden every line of the page stands with its kind in the margin (chrome in square brackets) and marks in place:
⟦name|type⟧, ⟨time|TYPE value⟩, ⟪quantity|low..high unit⟫, ⌈mention|kind = who⌉, ❲statement|kind stance, speaker <- carriers❳ and
⦅event|TYPE actors -> recipients⦆. The folder (stage) says which layers are shown. dossier/<name>/ holds the pages of one dossier.
"""
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
STAGES = {"analyze": ("names", "times", "quantities"), "articles": (), "names": ("names",), "times": ("times",),
          "quantities": ("quantities",), "mentions": ("mentions",), "statements": ("statements",), "events": ("events",)}
SIGNS = {"names": "⟦⟧", "times": "⟨⟩", "quantities": "⟪⟫", "mentions": "⌈⌉", "statements": "❲❳", "events": "⦅⦆"}
MARGIN = 12


def number(value):
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else repr(value)


def names_of(page, entity):
    """The fullest spellings of one entity, several, or none."""
    ids = entity if isinstance(entity, list) else [entity] if entity else []
    known = {item["id"]: item["ar"] for item in page["entities"]}
    return " + ".join(known[one] for one in ids)


def who(page, agent):
    """Who an agent is, else their words, else '(elided)'."""
    if agent is None:
        return "?"
    words = page["text"][slice(*agent["span"])] if agent["span"] else "(elided)"
    return names_of(page, agent["entity"]) or ("unnamed: " + words if agent.get("unnamed") else words)


def statement_label(page, item):
    chain = [who(page, item["speaker"]), *(f"{link['kind']}: {link['text']}" for link in item["chain"])]
    return f"{item['kind']} {item['stance']}{' not' if item.get('negated') else ''}, {' <- '.join(chain)}"


def event_label(page, item):
    roles = names_of(page, item["actor"]) or "?"
    if item["recipient"]:
        roles += " -> " + names_of(page, item["recipient"])
    values = [item["type"], item.get("mode"), roles, item.get("date")]
    values += [v for v in (item["polarity"], item["factuality"][0]["value"]) if v not in ("positive", "certain")]
    return ", ".join(filter(None, values))


def label(page, layer, item):
    if layer == "names":
        return item["type"]
    if layer == "mentions":
        return f"{item['kind']} = {names_of(page, item['entity']) or '?'}"
    if layer == "statements":
        return statement_label(page, item)
    if layer == "events":
        return event_label(page, item)
    if layer == "times":
        return " ".join(filter(None, (item["type"], item["value"] or "?", item.get("mod"))))
    low, high = item["low"], item["high"]
    interval = number(low) if low == high else f"{number(low)}..{number(high)}"
    return " ".join(filter(None, (interval, item["unit"])))


def marks(page, layers):
    """{offset: what to write there}: closing marks before opening ones, the longer opened first."""
    closing, opening = {}, {}
    for article in page["articles"]:
        for rank, layer in enumerate(layers):
            for item in article[layer]:
                begin, end = item["span"]
                opening.setdefault(begin, []).append((-end, rank, layer))
                closing.setdefault(end, []).append((-begin, -rank, layer, label(page, layer, item)))
    at = {}
    for offset in sorted(set(opening) | set(closing)):
        closed = "".join(f"|{text}{SIGNS[layer][1]}" for _, _, layer, text in sorted(closing.get(offset, [])))
        opened = "".join(SIGNS[layer][0] for _, _, layer in sorted(opening.get(offset, [])))
        at[offset] = closed + opened
    return at


def regions(page):
    """(begin, margin, article or None) of every part of the page, in page order."""
    out = [(chrome["span"][0], f"[{chrome['kind']}]", None) for chrome in page["chrome"]]
    for index, article in enumerate(page["articles"]):
        for kind in ("title", "deck"):
            if article[kind]:
                out.append((article[kind]["span"][0], kind, index))
        out += [(part["span"][0], "subheading", index) for part in article["subheadings"]]
        out += [(part["span"][0], "caption", index) for part in article["captions"]]
        out += [(span[0], "body", index) for span in article["spans"]]
    return sorted(out)


def head(index, article):
    lines = [f"== article {index + 1}: {article['role']}, {article['kind']}, {article['language']}"]
    date = article["reference_date"]
    lines.append(f"   reference date: {date['value']} ({date['basis']}: {date['why']})" if date else "   reference date: none")
    for key in ("outlet", "credit"):
        if article.get(key):
            lines.append(f"   {key}: {article[key]}")
    if article["authors"]:
        lines.append("   authors: " + "; ".join(article["authors"]))
    return lines


def render(text, page, layers):
    """The golden form of a page, as lines."""
    page["text"] = text
    at, out = marks(page, layers), []
    starts = regions(page)
    current, offset = None, 0
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        end = offset + len(line)
        parts = [part for part in starts if offset <= part[0] < end]
        for _, _, article in parts:
            if article is not None and article != current:
                out += ["", *head(article, page["articles"][article])]
                current = article
        marked = "".join(at.get(offset + i, "") + sign for i, sign in enumerate(line)).rstrip("\r\n")
        marked += at.get(end, "") if not line.endswith("\n") else ""
        margin = "+".join(dict.fromkeys(part[1] for part in parts)) or ("?" if line.strip() else "")
        out.append(f"{margin:{MARGIN}}| {marked}".rstrip())
        offset = end
    several = [entity for entity in page["entities"] if "names" in layers and len(entity["spellings"]) > 1]
    if several:
        out += ["", "== one entity, several spellings"]
        out += [f"   {entity['type']}: {' = '.join(entity['spellings'])}" for entity in several]
    if page["problems"]:
        out += ["", "== problems"]
        out += [f"   {problem['severity']}: {problem['code']}: {problem['what']}" for problem in page["problems"]]
    return out


def golden_of(program, lexicon, case):
    ran = subprocess.run([program, "analyze", "--json", "--quiet", case.name], cwd=case.parent, capture_output=True,
                         env={**os.environ, "ISNAD_LEXICON": lexicon}, timeout=120)
    if not ran.stdout:
        raise SystemExit(f"{case}: no output: {ran.stderr.decode(errors='replace')}")
    # Pages of this folder are valid UTF-8 without BOM.
    text = case.read_bytes().decode("utf-8")
    return "\n".join(render(text, json.loads(ran.stdout), STAGES[case.parent.name])) + "\n"


def check(case, found):
    golden = case.with_suffix(".golden")
    name = golden.relative_to(HERE).as_posix()
    if not golden.is_file():
        print(f"{name}: is not there; look at what `golden.py update` writes")
        return False
    expected = golden.read_text(encoding="utf-8")
    if expected == found:
        return True
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), found.splitlines(True), name, name + " (now)", n=1))
    return False


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("check", "update"):
        sys.exit(__doc__)
    program, lexicon = (str(pathlib.Path(path).resolve()) for path in sys.argv[2:])
    cases = sorted(case for stage in STAGES for case in (HERE / stage).glob("*.txt"))
    wrong = 0
    for case in cases:
        found = golden_of(program, lexicon, case)
        if sys.argv[1] == "update":
            case.with_suffix(".golden").write_text(found, encoding="utf-8")
        else:
            wrong += not check(case, found)
    print(f"{len(cases)} pages, {wrong} differ")
    sys.exit(1 if wrong or not cases else 0)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
