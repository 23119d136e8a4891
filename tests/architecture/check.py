"""What the checks of this folder share: the sources of a tree, and a self-test that plants mistakes."""
import pathlib
import sys
import tempfile

SKIPPED = 77  # ctest counts this exit status as skipped


def sources(root, *patterns, below=("src", "tests", "fuzz", "bench")):
    """Files below the folders of the project, in order, as (path relative to the root, path)."""
    for folder in below:
        for pattern in patterns:
            for path in sorted((root / folder).rglob(pattern)):
                if path.is_file():
                    yield path.relative_to(root).as_posix(), path


def plant(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def self_test(faults_of, cases):
    """Each case is (what it shows, {file: content}, what a fault must say, or None when there must be none)."""
    wrong = 0
    for shows, files, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            plant(pathlib.Path(folder), files)
            faults = faults_of(pathlib.Path(folder))
        right = not faults if expected is None else any(expected in fault for fault in faults)
        if not right:
            wrong += 1
            print(f"self-test: {shows}: expected {expected!r}, got {faults}")
    print(f"self-test: {len(cases) - wrong} of {len(cases)} cases right")
    return 1 if wrong or not cases else 0


def main(faults_of, cases):
    """The command line of every check: ROOT, or --self-test."""
    if len(sys.argv) != 2:
        print(f"usage: {sys.argv[0]} ROOT | --self-test", file=sys.stderr)
        sys.exit(2)
    if sys.argv[1] == "--self-test":
        sys.exit(self_test(faults_of, cases))
    faults = faults_of(pathlib.Path(sys.argv[1]))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)
