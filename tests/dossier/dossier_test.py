"""`isnad dossier` from outside: its JSON against the schema, the same bytes for any number of threads, hostile pages beside good ones.

    dossier_test.py PROGRAM LEXICON SOURCE_DIR MEGABYTES
"""
import html.parser
import json
import os
import pathlib
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
SCHEMA = jsonschema.Draft202012Validator(json.loads((SOURCE / "docs/formats/dossier.schema.json").read_text(encoding="utf-8")))
PAGES = sorted((SOURCE / "examples").glob("*.txt"))
if MEGABYTES < 10:
    PAGES = PAGES[:7]  # under sanitizers, which take many times as long
SAID = "قال الوزير أحمد السالمي إن السد انهار فجر الثلاثاء وإن 14 شخصا قتلوا في مدينة صفاقس."
RIGHT_TO_LEFT_OVERRIDE, POP = "‮", "‬"


def isnad(*words, **more):
    environment = {**os.environ, "ISNAD_LEXICON": str(LEXICON), "NO_COLOR": "1"}
    return subprocess.run([PROGRAM, "dossier", *map(str, words)], capture_output=True, env=environment, timeout=600, **more)


class Told(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ran = isnad("--json", "--quiet", *PAGES)
        cls.dossier = json.loads(cls.ran.stdout)

    def test_keeps_to_the_schema(self):
        errors = [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in SCHEMA.iter_errors(self.dossier)]
        self.assertEqual(errors[:5], [])

    def words_told(self):
        for story in self.dossier["stories"]:
            yield story["title"]
            yield from (episode["title"] for episode in story["episodes"])
        for claim in self.dossier["claims"]:
            yield from claim["accounts"]
        yield from (entry["text"] for entry in self.dossier["timeline"])

    def test_what_it_says_stands_there_does_stand_there(self):
        text_of = {document["id"]: pathlib.Path(document["path"]).read_bytes().decode("utf-8") for document in self.dossier["documents"]}
        told = list(self.words_told())
        self.assertGreater(len(told), 50)
        for words in told:
            self.assertEqual(text_of[words["document"]][slice(*words["span"])], words["text"])

    def test_every_document_is_in_one_episode_of_one_story(self):
        told = [document for story in self.dossier["stories"] for episode in story["episodes"] for document in episode["documents"]]
        self.assertEqual(sorted(told), sorted(document["id"] for document in self.dossier["documents"]))
        for story in self.dossier["stories"]:
            inside = {document for episode in story["episodes"] for document in episode["documents"]}
            self.assertEqual(inside, set(story["documents"]))

    def test_counts_of_origins_are_those_of_the_accounts(self):
        for claim in self.dossier["claims"]:
            self.assertEqual(claim["origins"], len({account["origin"] for account in claim["accounts"]}))
            if claim["relation"] != "single":
                self.assertGreaterEqual(len(claim["accounts"]), 2, claim)


class Determinism(unittest.TestCase):
    def test_same_bytes_for_any_number_of_threads_and_twice(self):
        first = isnad("--json", "--quiet", "--threads", 1, *PAGES).stdout
        for threads in (1, 2, 8):
            self.assertEqual(isnad("--json", "--quiet", "--threads", threads, *PAGES).stdout, first)

    def test_same_page_and_summary_for_any_number_of_threads(self):
        with tempfile.TemporaryDirectory() as folder:
            made = []
            for threads in (1, 8):
                file = pathlib.Path(folder) / f"{threads}.html"
                ran = isnad("--quiet", "--threads", threads, "--html", file, *PAGES)
                made.append((ran.stdout, file.read_bytes()))
        self.assertEqual(made[0], made[1])

    def test_order_of_arrival_changes_no_copy(self):
        def ties(pages):
            return {(pair["kind"], frozenset(pair["documents"])) for pair in json.loads(isnad("--json", "--quiet", *pages).stdout)["copies"]}
        self.assertEqual(ties(PAGES), ties(PAGES[::-1]))
        self.assertTrue(ties(PAGES))

    def test_the_same_page_twice_counts_once(self):
        once, twice = (json.loads(isnad("--json", "--quiet", *pages).stdout) for pages in (PAGES[:3], [*PAGES[:3], PAGES[0]]))
        self.assertEqual([d["id"] for d in once["documents"]], [d["id"] for d in twice["documents"]])
        self.assertIn("same_document", [problem["code"] for problem in twice["problems"]])


class Harmless(html.parser.HTMLParser):
    """What of a page a browser would run or load."""

    def __init__(self):
        super().__init__()
        self.found, self.targets, self.links = [], set(), set()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("script", "iframe", "object", "embed", "img", "link", "base", "form") or any(name.startswith("on") for name in given):
            self.found.append((tag, attributes))
        for name in ("src", "href", "action"):
            if given.get(name) and not given[name].startswith("#"):
                self.found.append((tag, attributes))
        self.targets.add(given.get("id"))
        self.links.add((given.get("href") or "")[1:])


class Hostile(unittest.TestCase):
    """One call with pages made to hurt: each is noted, the good pages are read, and what comes out is harmless."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        body = f"<p>{SAID}</p>" * 5
        pages = {
            "nested.html": "<html><body>" + "<div>" * 10_000 + body + "</div>" * 10_000 + "</body></html>",
            "script.html": f"<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></head><body><article><h1>انهيار &lt;script&gt;alert(1)&lt;/script&gt; السد في صفاقس</h1>{body}</article></body></html>",
            "script.txt": f"انهيار السد \"><script>alert('x')</script><img src=x onerror=alert(1)> في صفاقس\n\n{SAID}\n{SAID}\n",
            "bidi.txt": f"انهيار {RIGHT_TO_LEFT_OVERRIDE}dam{POP} السد في صفاقس\n\n{RIGHT_TO_LEFT_OVERRIDE}{SAID}\n{SAID}\n",
        }
        for name, content in pages.items():
            (root / name).write_text(content, encoding="utf-8")
        line = (SAID + "\n").encode()
        (root / "large.html").write_bytes(b"<html><body><article>" + b"<p>" + line * (MEGABYTES * (1 << 20) // len(line)) + b"</p></article></body></html>")
        cls.page = root / "out.html"
        inputs = [*(root / name for name in pages), root / "large.html", root / "missing.txt", *PAGES[:2]]
        cls.ran = isnad("--json", "--html", cls.page, *inputs)
        cls.dossier = json.loads(cls.ran.stdout)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_is_noted_and_ends(self):
        self.assertEqual(self.ran.returncode, 1, self.ran.stderr[-500:])
        noted = {(problem["code"], pathlib.Path(problem["place"].get("path", "")).name) for problem in self.dossier["problems"]}
        self.assertIn(("too_deep", "nested.html"), noted)
        self.assertIn(("bidi_controls", "bidi.txt"), noted)
        self.assertIn("missing.txt", self.ran.stderr.decode())

    def test_good_pages_are_read(self):
        paths = {pathlib.Path(document["path"]).name for document in self.dossier["documents"]}
        self.assertLessEqual({PAGES[0].name, PAGES[1].name, "nested.html", "script.html", "script.txt", "bidi.txt", "large.html"}, paths)

    def test_page_runs_and_loads_nothing(self):
        text = self.page.read_text(encoding="utf-8")
        parser = Harmless()
        parser.feed(text)
        self.assertEqual(parser.found, [])
        self.assertIn("alert(1)", text, "the title is shown as text")
        self.assertNotIn(RIGHT_TO_LEFT_OVERRIDE, text)
        self.assertLess(len(text), 60 << 20)

    def test_terminal_gets_no_override(self):
        ran = isnad("--quiet", pathlib.Path(self.folder.name) / "bidi.txt", PAGES[0])
        self.assertNotIn(RIGHT_TO_LEFT_OVERRIDE, ran.stdout.decode())


class Page(unittest.TestCase):
    def test_every_line_leads_to_its_words(self):
        with tempfile.TemporaryDirectory() as folder:
            for lang in ("ar", "en"):
                file = pathlib.Path(folder) / f"{lang}.html"
                self.assertEqual(isnad("--quiet", "--lang", lang, "--html", file, *PAGES).returncode, 0)
                parser = Harmless()
                parser.feed(file.read_text(encoding="utf-8"))
                self.assertEqual(parser.found, [])
                self.assertEqual(parser.links - parser.targets - {""}, set())
                self.assertGreater(len(parser.links), 100)

    def test_an_unwritable_place_is_told(self):
        ran = isnad("--html", "/nowhere/at/all.html", PAGES[0])
        self.assertEqual(ran.returncode, 3)
        self.assertIn("/nowhere/at/all.html", ran.stderr.decode())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
