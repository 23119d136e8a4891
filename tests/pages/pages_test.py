"""Floors for the articles, kinds and texts of the page fixtures: pages_test.py PROGRAM LEXICON. The figures are those of quality/extraction.py."""
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FLOORS = {"pages/dev": (0.97, 0.98), "pages/held": (0.98, 0.93)}  # F1 of pages with an article, share of right kinds


def main():
    program, lexicon = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.md"
        subprocess.run([sys.executable, str(HERE.parent.parent / "quality/extraction.py"), "--binary", program, "--lexicon", lexicon, "--no-speed",
                        "--data", "", "--peers", folder, "--python", "/bin/false", "--out", str(report)], check=True, stdout=subprocess.DEVNULL)
        text = report.read_text(encoding="utf-8")
    faults = 0
    for folder, (least_f1, least_kinds) in FLOORS.items():
        part = text.split(f"## {folder}\n", 1)[1].split("\n## ", 1)[0]
        f1 = float(re.search(r"\| with article \| \d+ \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|", part)[1])
        right, all_pages = map(int, re.search(r"\| kind \| (\d+) of (\d+) \|", part).groups())
        print(f"{folder}: F1 of articles {f1:.3f} (floor {least_f1}), kinds {right} of {all_pages} (floor {least_kinds:.0%})")
        faults += f1 < least_f1 or right < least_kinds * all_pages
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
