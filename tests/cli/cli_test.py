"""The program from outside: bad input beside good, exit states, the JSON against its schema, the commands of the documents.

    cli_test.py PROGRAM LEXICON SOURCE_DIR MEGABYTES
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed: skipped")
    sys.exit(77)

PROGRAM, LEXICON, SOURCE = (pathlib.Path(path).resolve() for path in sys.argv[1:4])
MEGABYTES = int(sys.argv[4])
SCHEMA = jsonschema.Draft202012Validator(json.loads((SOURCE / "docs/formats/analyze.schema.json").read_text(encoding="utf-8")))
GOOD_PAGE = SOURCE / "examples/02-difaf-toll.txt"


def isnad(*words, lexicon=LEXICON, **more):
    environment = {**os.environ, "ISNAD_LEXICON": str(lexicon), "NO_COLOR": "1"}
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, env=environment, timeout=300, **more)


def spans_in(value, key=""):
    """Every span in a JSON value: what stands under a key that is called so, and the evidence of a why."""
    if key in ("span", "trigger") and isinstance(value, list):
        yield value
    elif key == "spans":
        yield from value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from spans_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_in(inner)


class Output(unittest.TestCase):
    def read(self, ran):
        """The JSON lines of a run, each valid by the schema and with its spans inside the page."""
        pages = [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]
        for page in pages:
            errors = [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in SCHEMA.iter_errors(page)]
            self.assertEqual(errors, [], page["source"]["path"])
            for begin, end in spans_in(page):
                self.assertTrue(0 <= begin <= end <= page["source"]["chars"], (page["source"], begin, end))
        return pages

    def check_texts(self, page, text):
        """What a layer says stands at a span does stand there."""
        self.assertEqual(page["source"]["chars"], len(text))
        entities = {entity["id"] for entity in page["entities"]}
        for article in page["articles"]:
            for part in filter(None, (article["title"], article["deck"])):
                self.assertEqual(text[slice(*part["span"])], part["text"])
            for layer in ("names", "times", "quantities", "mentions", "statements", "events"):
                for item in article[layer]:
                    self.assertEqual(text[slice(*item["span"])], item["text"])
            for name in article["names"]:
                self.assertIn(name["entity"], entities)


class BadInput(Output):
    """One call with everything that can be wrong with a file: each is noted with its place, and the good page is read."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        cls.good = root / "good.txt"
        cls.good.write_bytes(GOOD_PAGE.read_bytes())
        cls.bad = {"empty.txt": ("empty", b""), "binary.bin": ("binary", bytes(range(256)) * 64),
                   "invalid.txt": ("invalid_utf8", "قال الوزير ".encode() * 200 + b"\xd8\x28" + "إن الأمر انتهى.\n".encode() * 100)}
        for name, (_, content) in cls.bad.items():
            (root / name).write_bytes(content)
        letter = root / "letter.txt"
        with open(letter, "wb") as out:
            for _ in range(MEGABYTES):
                out.write("ا".encode() * (1 << 19))
        cls.folder_input = root / "folder"
        cls.folder_input.mkdir()
        cls.missing = root / "missing.txt"
        cls.inputs = [root / name for name in cls.bad] + [letter, cls.folder_input, cls.missing, cls.good]
        cls.ran = isnad("analyze", "--json", *cls.inputs)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_exit_status_says_that_input_had_problems(self):
        self.assertEqual(self.ran.returncode, 1, self.ran.stderr.decode())

    def test_every_input_has_its_line_in_order(self):
        self.assertEqual([page["source"]["path"] for page in self.read(self.ran)], list(map(str, self.inputs)))

    def test_every_problem_is_told_with_its_place(self):
        notes = self.ran.stderr.decode("utf-8")
        pages = {pathlib.Path(page["source"]["path"]).name: page for page in self.read(self.ran)}
        for name, (code, _) in self.bad.items():
            self.assertIn(code, [problem["code"] for problem in pages[name]["problems"]], name)
        for path in (*self.inputs[:3], self.folder_input, self.missing):
            self.assertIn(str(path), notes)
            problems = pages[path.name]["problems"]
            self.assertTrue(problems, path)
            self.assertEqual(problems[0]["place"]["path"], str(path))
        self.assertEqual(pages["invalid.txt"]["problems"][0]["place"]["byte"], self.bad["invalid.txt"][1].index(b"\xd8\x28"))

    def test_the_good_page_is_read_as_if_alone(self):
        alone = isnad("analyze", "--json", self.good)
        self.assertEqual(alone.returncode, 0, alone.stderr.decode())
        self.assertEqual(self.ran.stdout.splitlines()[-1] + b"\n", alone.stdout)

    def test_one_letter_gives_one_long_nothing(self):
        page = self.read(self.ran)[len(self.bad)]
        self.assertEqual(page["source"]["chars"], MEGABYTES << 19)


class Examples(Output):
    def test_every_example_is_sound(self):
        paths = sorted((SOURCE / "examples").glob("*.txt"))
        ran = isnad("analyze", "--json", *paths)
        self.assertEqual(ran.returncode, 0, ran.stderr.decode())
        pages = self.read(ran)
        self.assertEqual(len(pages), len(paths))
        for page, path in zip(pages, paths):
            text = path.read_bytes().decode("utf-8")
            self.check_texts(page, text.removeprefix("\ufeff"))
            self.assertTrue(page["articles"] or page["problems"], path)
        self.assertGreater(sum(len(page["articles"]) > 0 for page in pages), len(pages) / 2)

    def test_standard_input_and_file_give_the_same(self):
        by_pipe = isnad("analyze", "--json", "-", input=GOOD_PAGE.read_bytes())
        by_file = isnad("analyze", "--json", GOOD_PAGE)
        self.assertEqual(by_pipe.returncode, 0)
        one, other = self.read(by_pipe)[0], self.read(by_file)[0]
        self.assertEqual(one.pop("source")["path"], "-")
        other.pop("source")
        self.assertEqual(one, other)

    def test_a_byte_order_mark_is_no_part_of_the_page(self):
        page = self.read(isnad("analyze", "--json", "-", input=b"\xef\xbb\xbf" + GOOD_PAGE.read_bytes()))[0]
        self.check_texts(page, GOOD_PAGE.read_text(encoding="utf-8"))

    def test_the_same_input_gives_the_same_bytes(self):
        self.assertEqual(isnad("analyze", "--json", GOOD_PAGE).stdout, isnad("analyze", "--json", GOOD_PAGE).stdout)

    def test_the_reading_view_into_a_pipe_has_no_colour(self):
        ran = isnad("analyze", GOOD_PAGE)
        self.assertEqual(ran.returncode, 0, ran.stderr.decode())
        self.assertTrue(ran.stdout.decode("utf-8").strip())
        self.assertNotIn(b"\x1b[", ran.stdout)


class Status(unittest.TestCase):
    def test_usage(self):
        for words in ((), ("analyze",), ("analyse", GOOD_PAGE), ("analyze", "--no-such", GOOD_PAGE), ("analyze", "--now", "soon", GOOD_PAGE),
                      ("analyze", "--now", "2025-02-30", GOOD_PAGE), ("analyze", "--lang", "xx", GOOD_PAGE)):
            ran = isnad(*words)
            self.assertEqual(ran.returncode, 2, words)
            self.assertTrue(ran.stderr, words)
            self.assertFalse(ran.stdout, words)

    def test_help_and_version(self):
        for words in (("--help",), ("analyze", "--help"), ("--version",)):
            ran = isnad(*words)
            self.assertEqual(ran.returncode, 0, words)
            self.assertTrue(ran.stdout, words)
        self.assertIn(b"Examples", isnad("analyze", "--help").stdout)

    def test_a_missing_lexicon_is_the_environment(self):
        ran = isnad("analyze", GOOD_PAGE, lexicon=pathlib.Path("/nonexistent/lexicon.bin"))
        self.assertEqual(ran.returncode, 3)
        self.assertIn(b"/nonexistent/lexicon.bin", ran.stderr)

    def test_a_file_that_is_no_lexicon(self):
        ran = isnad("analyze", GOOD_PAGE, lexicon=GOOD_PAGE)
        self.assertEqual(ran.returncode, 3)
        self.assertIn(b"no compiled lexicon", ran.stderr)

    def test_a_full_disk_is_the_environment(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            ran = subprocess.run([PROGRAM, "analyze", "--json", GOOD_PAGE], stdout=full, stderr=subprocess.PIPE, timeout=60,
                                 env={**os.environ, "ISNAD_LEXICON": str(LEXICON)})
        self.assertEqual(ran.returncode, 3)

    def test_quiet_keeps_the_status_and_drops_the_notes(self):
        ran = isnad("analyze", "--quiet", "/nonexistent/page.txt")
        self.assertEqual(ran.returncode, 1)
        self.assertEqual(ran.stderr, b"")

    def test_a_faulty_table_of_the_user_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            table = pathlib.Path(folder) / "persons.tsv"
            table.write_text("# table: persons\n# about: x\n# source: x\n# licence: Apache-2.0\nwrong\n", encoding="utf-8")
            ran = isnad("analyze", "--lexicon", folder, GOOD_PAGE)
        self.assertEqual(ran.returncode, 1)
        self.assertIn(b"persons.tsv:5", ran.stderr)


class Documents(unittest.TestCase):
    """Blocks of shell commands that stand behind a line `<!-- test -->` do what they show (`<!-- test: exit 1 -->`)."""

    BLOCK = re.compile(r"^<!-- test(?:: exit (\d))? -->\n+```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)

    def furnish(self, folder):
        """What a reader finds in the folder of the project after a build; what the commands write stays in it."""
        for shared in ("examples", "lexicon", "docs", "quality", "models"):
            os.symlink(SOURCE / shared, folder / shared)
        (folder / "build/release").mkdir(parents=True)
        for built in ("isnad", "isnad-lexicon", "lexicon.bin"):
            os.symlink(PROGRAM.parent / built, folder / "build/release" / built)

    def test_commands_of_the_documents(self):
        for path in (*sorted(SOURCE.glob("*.md")), *sorted((SOURCE / "docs").glob("*.md"))):
            for expected, commands in self.BLOCK.findall(path.read_text(encoding="utf-8")):
                with self.subTest(document=path.name, commands=commands), tempfile.TemporaryDirectory() as folder:
                    self.furnish(pathlib.Path(folder))
                    environment = {**os.environ, "ISNAD_LEXICON": str(LEXICON), "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}
                    ran = subprocess.run(["sh", "-e"], input=commands.encode(), cwd=folder, env=environment, capture_output=True, timeout=120)
                    self.assertEqual(ran.returncode, int(expected or 0), ran.stderr.decode())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
