"""How many instructions each stage of reading takes, by valgrind: the same on a busy machine as on a quiet one.

    instructions.py PROGRAM LEXICON FOLDER [FILE]

Runs PROGRAM analyze on the texts of FOLDER in one thread, once and twice over, and counts what the second reading spends inside each
stage's function, for each byte of text: tables are made and forms are known by then. Writes FILE (a table) when given.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

STAGES = ["normalise", "article::find_articles_in_text", "words::find_words", "times::find", "quantities::find_quantities",
          "names::find_names", "linking::link_names", "speech::find_mentions", "speech::find_statements", "events::find_events"]


def counts(program, lexicon, texts, times):
    with tempfile.TemporaryDirectory() as work:
        pages = pathlib.Path(work) / "pages"
        pages.mkdir()
        for time in range(times):
            for text in texts:
                shutil.copy(text, pages / f"{time}-{text.name}")
        out = f"{work}/callgrind"
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, "analyze", "--json", "--quiet",
                        "--threads", "1", str(pages)], env={"ISNAD_LEXICON": lexicon}, capture_output=True, check=False)
        shown = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", out], capture_output=True, text=True, check=True)
    found = dict.fromkeys(STAGES, 0)
    for line in shown.stdout.splitlines():
        for stage in STAGES:
            if f":isnad::{stage}(" in line:
                found[stage] = max(found[stage], int(re.match(r"\s*([\d,]+)", line).group(1).replace(",", "")))
    return found


def main():
    program, lexicon, folder = sys.argv[1:4]
    texts = sorted(pathlib.Path(folder).glob("*.txt"))
    size = sum(path.stat().st_size for path in texts)
    once, twice = (counts(program, lexicon, texts, times) for times in (1, 2))
    rows = [f"{stage}\t{(twice[stage] - once[stage]) / size:.0f}" for stage in STAGES]
    text = "\n".join(["# made by bench/instructions.py", "stage\tinstructions a byte of text", *rows]) + "\n"
    print(text, end="")
    if len(sys.argv) > 4:
        pathlib.Path(sys.argv[4]).write_text(text, encoding="utf-8")
    return 0 if all(twice.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
