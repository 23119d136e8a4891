"""The house of DESIGN.md: includes point down only, rooms on one floor do not know each other, every include is there."""
import pathlib
import re

import check

# Floors, lowest first. Rooms of one floor are siblings.
FLOORS = [
    ["base"], ["text"], ["model"], ["lexicon"],
    ["source", "article", "language", "linking", "copies", "stories", "claims", "store", "search", "watch"],
    ["engine"], ["views"], ["serve"], ["apps"],
]
LANGUAGE_FLOORS = [["words"], ["varieties", "names", "times", "quantities"], ["speech"], ["events"]]
# System headers that only some rooms may see.
KEPT = {"sys/socket.h": {"watch"}, "netdb.h": {"watch"}, "curl/curl.h": {"watch"}, "boost/beast": {"serve"},
        "boost/asio": {"serve"}, "sqlite3.h": {"store", "search"}, "CLI/": {"apps"}}

FLOOR = {room: i for i, floor in enumerate(FLOORS) for room in floor}
LANGUAGE_FLOOR = {room: i for i, floor in enumerate(LANGUAGE_FLOORS) for room in floor}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
TEST_ONLY = ("tests/",)


def fault_of_rooms(here, there):
    """Why a file in the folder `here` may not include one in `there` (tuples of folder names), or None."""
    if here[0] == there[0] == "language" and len(here) > 1 and len(there) > 1 and here[1] != there[1]:
        if here[1] in LANGUAGE_FLOOR and there[1] in LANGUAGE_FLOOR and LANGUAGE_FLOOR[there[1]] < LANGUAGE_FLOOR[here[1]]:
            return None
        return f"language/{here[1]} may not know language/{there[1]}"
    if here[0] == there[0] == "source" and there[1:2] == ("streams",) != here[1:2]:
        return "source may not know source/streams, which is above it"
    if here[0] == there[0] or FLOOR[there[0]] < FLOOR[here[0]]:
        return None
    how = "a sibling" if FLOOR[there[0]] == FLOOR[here[0]] else "above it"
    return f"{here[0]} may not know {there[0]}, which is {how}"


def faults_of_include(root, name, quote, target):
    here = pathlib.PurePosixPath(name).parts[1:-1]
    if quote == "<":
        for header, rooms in KEPT.items():
            if target.startswith(header) and here[0] not in rooms:
                yield f"<{target}> is kept to {', '.join(sorted(rooms))}"
        return
    if name.endswith("_test.cpp") and target.startswith(TEST_ONLY):
        if not (root / target).is_file():
            yield f'"{target}" is not there'
        return
    there = pathlib.PurePosixPath(target).parts[:-1]
    if not there or there[0] not in FLOOR:
        yield f'"{target}" is no path from src/ that begins with a room'
        return
    if not (root / "src" / target).is_file():
        yield f'"{target}" is not there'
    fault = fault_of_rooms(here, there)
    if fault:
        yield fault


def faults_of(root):
    faults = []
    for name, path in check.sources(root, "*.cpp", "*.h", below=("src",)):
        parts = pathlib.PurePosixPath(name).parts
        if len(parts) < 3 or parts[1] not in FLOOR:
            faults.append(f"{name}: lies in no room")
            continue
        if parts[1] == "language" and (len(parts) < 4 or parts[2] not in LANGUAGE_FLOOR):
            faults.append(f"{name}: lies in no sub-room of language")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            found = INCLUDE.match(line)
            if found:
                faults += [f"{name}:{number}: {what}" for what in faults_of_include(root, name, *found.groups())]
    return faults


BASE = {"src/base/a.h": "", "src/text/a.h": "", "src/article/a.h": "", "src/source/a.h": "", "src/engine/a.h": "",
        "src/language/words/a.h": "", "src/language/names/a.h": "", "src/language/times/a.h": "", "tests/tsv_cases.h": ""}
CASES = [
    ("a tree in order", {**BASE, "src/article/b.cpp": '#include "text/a.h"\n#include <vector>\n#include "article/a.h"\n'}, None),
    ("a room above", {**BASE, "src/text/b.cpp": '#include "engine/a.h"\n'}, "src/text/b.cpp:1: text may not know engine"),
    ("a sibling", {**BASE, "src/article/b.cpp": '\n#include "source/a.h"\n'}, "src/article/b.cpp:2: article may not know source, which is a sibling"),
    ("a missing header", {**BASE, "src/text/b.cpp": '#include "base/none.h"\n'}, "is not there"),
    ("a path without a room", {**BASE, "src/text/b.cpp": '#include "a.h"\n'}, "no path from src/"),
    ("times know words", {**BASE, "src/language/times/b.cpp": '#include "language/words/a.h"\n'}, None),
    ("times know names", {**BASE, "src/language/times/b.cpp": '#include "language/names/a.h"\n'}, "language/times may not know language/names"),
    ("words know times", {**BASE, "src/language/words/b.cpp": '#include "language/times/a.h"\n'}, "language/words may not know language/times"),
    ("streams know source", {**BASE, "src/source/streams/b.cpp": '#include "source/a.h"\n'}, None),
    ("source knows streams", {**BASE, "src/source/streams/a.h": "", "src/source/b.cpp": '#include "source/streams/a.h"\n'},
     "source may not know source/streams"),
    ("a test sees the tables", {**BASE, "src/text/b_test.cpp": '#include "tests/tsv_cases.h"\n'}, None),
    ("code sees the tests", {**BASE, "src/text/b.cpp": '#include "tests/tsv_cases.h"\n'}, "no path from src/"),
    ("a stray file", {**BASE, "src/helpers/b.cpp": ""}, "lies in no room"),
    ("a socket", {**BASE, "src/engine/b.cpp": "#  include <sys/socket.h>\n"}, "is kept to watch"),
]

if __name__ == "__main__":
    check.main(faults_of, CASES)
