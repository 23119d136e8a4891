"""Sources are ASCII: letters have names, words live in lexicon/, tests read their Arabic from tables."""
import re

import check

NAMED = re.compile(r"\\u0[67][0-9a-fA-F]{2}")


def files(root):
    yield from check.sources(root, "*.cpp", "*.h", "CMakeLists.txt", "*.cmake", below=("src", "tests", "fuzz", "bench", "cmake"))
    for name in ("CMakeLists.txt", "CMakePresets.json", "run", ".ci/run"):
        if (root / name).is_file():
            yield name, root / name


def faults_of(root):
    faults = []
    for name, path in files(root):
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
            bad = next((i for i, byte in enumerate(line) if byte > 126 or (byte < 32 and byte != 9)), None)
            if bad is not None:
                faults.append(f"{name}:{number}:{bad + 1}: byte 0x{line[bad]:02X} is not printable ASCII")
            elif name.startswith("src/") and NAMED.search(line.decode("ascii")):
                faults.append(f"{name}:{number}: Arabic in an escape: name the letter (text/letters.h) or use a table")
    return faults


CASES = [
    ("clean sources", {"src/a/a.cpp": "int a = 1;\n\t// tab\n", "CMakeLists.txt": "project(x)\n"}, None),
    ("Arabic in a comment", {"src/a/a.cpp": "int a;\n// \u0627\n"}, "src/a/a.cpp:2:4"),
    ("Arabic in a header of the tests", {"tests/a.h": "\u0627"}, "tests/a.h:1:1"),
    ("a typographic quote in CMake", {"cmake/a.cmake": "# \u201c"}, "cmake/a.cmake:1:3"),
    ("a carriage return", {"src/a/a.h": "int a;\r\n"}, "byte 0x0D"),
    ("Arabic in an escape", {"src/a/a.cpp": 'auto a = U"\\u0627";\n'}, "Arabic in an escape"),
    ("Arabic in a table", {"src/a/a_test.tsv": "\u0627\n"}, None),
]

if __name__ == "__main__":
    check.main(faults_of, CASES)
