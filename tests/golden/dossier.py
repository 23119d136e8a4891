"""Golden dossiers: what Isnad tells of several pages together, in a form that people can check and differences can show.

    dossier.py check  PROGRAM LEXICON EXAMPLES    compares the dossier of EXAMPLES/*.txt with dossier/examples.golden, and
                                                  that of every folder dossier/<name>/*.txt with dossier/<name>.golden
    dossier.py update PROGRAM LEXICON EXAMPLES    writes the .golden files; look at the difference before you keep it
"""
import json
import os
import pathlib
import subprocess
import sys

import golden

HERE = pathlib.Path(__file__).resolve().parent / "dossier"


class Dossier:
    def __init__(self, content):
        self.all = content
        self.name_of = {document["id"]: f"{pathlib.Path(document['path']).stem}#{document['article']}" for document in content["documents"]}
        self.entity = {entity["id"]: entity["ar"] for entity in content["entities"]}

    def words(self, words):
        return f"{self.name_of[words['document']]} «{words['text']}»"

    def stories(self):
        for story in self.all["stories"]:
            yield f"== story: {self.words(story['title'])}"
            for episode in story["episodes"]:
                days = f"{episode['from']}..{episode['to']}" if episode["from"] else "no day"
                yield f"   episode {days}: {', '.join(self.name_of[document] for document in episode['documents'])}"

    def account(self, account):
        chain = " <- ".join(" + ".join(self.entity[one] for one in link["entities"]) or link["text"] or "(elided)" for link in account["chain"])
        as_of = f" as of {account['as_of']}" if "as_of" in account else ""
        return f"   {account['value']}{' (vague)' if 'vague' in account else ''}{as_of} | {self.words(account)} | {chain} | origin {account['origin']}"

    def claims(self):
        for claim in self.all["claims"]:
            about = claim["about"]
            what = "; ".join(filter(None, (about["subject"], about["property"], about.get("population"), about.get("unit"), about.get("time"))))
            yield f"{claim['relation']} {claim['kind']}: {what} [{claim['origins']} origins] {claim['why']['what']}"
            yield from map(self.account, claim["accounts"])

    def timeline(self):
        for entry in self.all["timeline"]:
            mark = entry["status"] + (", background" if entry["background"] else "")
            yield f"{entry['date']} {mark} [{entry['origins']}] {self.words(entry['text'])}"

    def entities(self):
        for entity in self.all["entities"]:
            if len(entity["spellings"]) > 1:
                yield f"{entity['type']}: {' = '.join(entity['spellings'])}"

    def copies(self):
        for pair in self.all["copies"]:
            names = " -> ".join(self.name_of[document] for document in pair["documents"])
            yield f"{pair['kind']}: {names}, resemblance {pair['resemblance']:.2f}, containment {pair['containment']:.2f}"

    def lines(self):
        yield from self.stories()
        for title in ("copies", "claims", "timeline", "entities"):
            yield from ("", f"== {title}", *getattr(self, title)())


def golden_of(program, lexicon, pages):
    ran = subprocess.run([program, "dossier", "--json", "--quiet", *(page.name for page in pages)], cwd=pages[0].parent, timeout=300,
                         capture_output=True, env={**os.environ, "ISNAD_LEXICON": lexicon})
    if not ran.stdout:
        raise SystemExit(f"{pages[0].parent}: no output: {ran.stderr.decode(errors='replace')}")
    return "\n".join(Dossier(json.loads(ran.stdout)).lines()) + "\n"


def main():
    if len(sys.argv) != 5 or sys.argv[1] not in ("check", "update"):
        sys.exit(__doc__)
    program, lexicon, examples = (str(pathlib.Path(path).resolve()) for path in sys.argv[2:])
    cases = {"examples": sorted(pathlib.Path(examples).glob("*.txt"))}
    cases |= {folder.name: sorted(folder.glob("*.txt")) for folder in sorted(HERE.glob("*/"))}
    wrong = 0
    for name, pages in cases.items():
        found, file = golden_of(program, lexicon, pages), HERE / f"{name}.golden"
        if sys.argv[1] == "update":
            file.write_text(found, encoding="utf-8")
        else:
            wrong += not golden.check(file, found)
    print(f"{len(cases)} dossiers, {wrong} differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    HERE.mkdir(exist_ok=True)
    main()
