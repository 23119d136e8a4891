"""Sources are formatted by clang-format 14 and .clang-format. Skipped with a message where that version is absent."""
import pathlib
import re
import shutil
import subprocess
import sys

import check

STYLE = pathlib.Path(__file__).resolve().parents[2] / ".clang-format"


def program():
    """The path of clang-format 14, or None: other versions break lines otherwise."""
    for name in ("clang-format-14", "clang-format"):
        path = shutil.which(name)
        if path and re.search(r"version 14\.", subprocess.run([path, "--version"], capture_output=True, text=True).stdout):
            return path
    return None


def faults_of(root):
    files = [str(path) for _, path in check.sources(root, "*.cpp", "*.h")]
    if not files:
        return []
    ran = subprocess.run([program(), "--dry-run", "--Werror", "--ferror-limit=1", f"--style=file:{STYLE}", *files],
                         capture_output=True, text=True)
    places = re.findall(r"^(.*?:\d+):\d+: error:", ran.stderr, re.MULTILINE)
    faults = [f"{pathlib.Path(place).relative_to(root)}: is not formatted (clang-format -i)" for place in places]
    return faults if faults or ran.returncode == 0 else [ran.stderr.strip()]


CASES = [
    ("formatted", {"src/a/a.cpp": "int f(int a) { return a; }\n"}, None),
    ("unformatted", {"src/a/a.cpp": "int f( int a ){return a;}\n"}, "src/a/a.cpp:1"),
    ("unformatted in the tests", {"src/a/a.h": "int a;\n", "tests/a.h": "int   a;\n"}, "tests/a.h:1"),
]

if __name__ == "__main__":
    if program() is None:
        print("clang-format 14 is not installed: skipped")
        sys.exit(check.SKIPPED)
    check.main(faults_of, CASES)
