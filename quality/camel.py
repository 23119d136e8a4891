#!/usr/bin/env python3
"""Names on the CAMeL split of ANERcorp: trains the tagger's program on the training part and scores it on the test part.

    camel.py --train PROGRAM --lexicon FILE [--anercorp DIR] [--out FILE]

DIR, or ISNAD_ANERCORP, holds camel_split_reconstructed_train.txt and _test.txt (a word and its IOB2 tag a line, sentences parted
by empty lines; CC BY-SA, no copy here); without it nothing is measured. The program of models/train_names.cpp scores whole names:
same words, same type. Twenty sentences of the corpus make a document. The shipped model is another one: it is not trained on
ANERcorp and follows our own conventions (models/name_tags.md).
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SETTINGS = ["outside=-0.75", "looks=2", "jackknife=3"]
TYPES = {"PERS": "persons", "ORG": "organisations", "LOC": "places", "MISC": "other"}


def conll(source, target):
    """The program takes the corpus as it is, but for carriage returns."""
    target.write_bytes(source.read_bytes().replace(b"\r", b""))
    return target


def report(line):
    values = dict(re.findall(r"(\w+) (\d+\.\d+)", line))
    rows = "".join(f"| {name} | {values[key]} |\n" for key, name in TYPES.items())
    return (f"""# Quality: names on the CAMeL split of ANERcorp

Made by `quality/camel.py`: the program of `models/train_names.cpp` with the settings `{' '.join(SETTINGS)}`, trained on the training
part, scored on the test part (25,008 tokens), whole names. The settings were chosen by cross-validation on the training part.

| | F1 |
|---|---|
| **all** | **{values['F1']}** (precision {values['P']}, recall {values['R']}) |
{rows}
For comparison: a plain conditional random field 72.9; AraBERT and CAMeLBERT 81 to 83.
""")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", required=True, help="the program train-names")
    parser.add_argument("--lexicon", required=True)
    parser.add_argument("--anercorp", type=pathlib.Path, default=os.environ.get("ISNAD_ANERCORP"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).with_name("camel.md"))
    options = parser.parse_args()
    if not options.anercorp:
        print("camel.py: ISNAD_ANERCORP is not set: nothing measured", file=sys.stderr)
        return 0
    folder = pathlib.Path(options.anercorp)
    with tempfile.TemporaryDirectory() as work:
        parts = {part: conll(folder / f"camel_split_reconstructed_{part}.txt", pathlib.Path(work) / f"{part}.conll")
                 for part in ("train", "test")}
        done = subprocess.run([options.train, options.lexicon, f"train={parts['train']}", f"dev={parts['test']}", *SETTINGS],
                              capture_output=True, text=True, check=True)
    options.out.write_text(report(done.stdout.splitlines()[0]), encoding="utf-8")
    print(done.stdout.splitlines()[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
