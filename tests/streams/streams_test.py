"""Containers from outside: a crawl in bounded memory, killed and resumed to the same bytes; directories, standard input, fields.

    streams_test.py PROGRAM LEXICON SOURCE_DIR MEGABYTES RESIDENT_MEGABYTES
"""
import gzip
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import make_warc

PROGRAM, LEXICON, SOURCE = (pathlib.Path(path).resolve() for path in sys.argv[1:4])
MEGABYTES, RESIDENT = float(sys.argv[4]), int(sys.argv[5])
EXAMPLES = sorted((SOURCE / "examples").glob("*.txt"))[:4]
ENVIRONMENT = {**os.environ, "ISNAD_LEXICON": str(LEXICON), "NO_COLOR": "1"}
ATTEMPTS = 10  # a quick machine may end a run before it can be stopped


def isnad(*words, **more):
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, env=ENVIRONMENT, timeout=600, **more)


def lines_of(ran):
    return [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()


class Crawl(unittest.TestCase):
    """A web archive of the size given, read once without a break; the other runs must end with the same bytes."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name)
        cls.warc = cls.root / "crawl.warc.gz"
        make_warc.write(cls.warc, MEGABYTES)
        cls.whole = cls.root / "whole.jsonl"
        ran = isnad("analyze", "--json", "--quiet", "--output", cls.whole, cls.warc)
        cls.resident = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        assert ran.returncode == 0, ran.stderr.decode()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def start(self, output, *more):
        return subprocess.Popen([PROGRAM, "analyze", "--json", "--quiet", "--output", str(output), *more, str(self.warc)], env=ENVIRONMENT,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait_for_journal(self, output, process):
        """Until some pages are written for good, or the run is over."""
        journal = output.with_name(output.name + ".position")
        while process.poll() is None and not journal.exists():
            time.sleep(0.01)

    def test_memory_is_bounded(self):
        self.assertLess(self.resident, RESIDENT)

    def test_every_page_has_its_line(self):
        pages = [json.loads(line) for line in self.whole.read_text(encoding="utf-8").splitlines()]
        self.assertGreater(len(pages), MEGABYTES * 5)
        self.assertTrue(all(page["source"]["part"].startswith("record ") and page["source"]["address"] for page in pages))
        self.assertGreater(sum(len(page["articles"]) for page in pages), len(pages) * 0.9)
        numbers = [int(page["source"]["part"].split()[1]) for page in pages]
        self.assertEqual(numbers, sorted(set(numbers)))

    def killed_in_the_middle(self, output):
        """Whether a run, killed and gone on with and killed again, was stopped before its end."""
        for path in (output, output.with_name(output.name + ".position")):
            path.unlink(missing_ok=True)
        for share in (0.1, 0.3):
            process = self.start(output, "--resume")
            self.wait_for_journal(output, process)
            while process.poll() is None and output.stat().st_size < share * self.whole.stat().st_size:
                time.sleep(0.002)
            process.kill()
            process.wait()
        return output.stat().st_size < self.whole.stat().st_size

    def test_killed_and_resumed(self):
        output = self.root / "killed.jsonl"
        self.assertTrue(any(self.killed_in_the_middle(output) for _ in range(ATTEMPTS)))
        refused = self.start(output)
        self.assertEqual(refused.wait(), 2)
        last = self.start(output, "--resume", "--threads", "1")
        self.assertEqual(last.wait(), 0)
        self.assertEqual(output.read_bytes(), self.whole.read_bytes())
        self.assertEqual(self.start(output, "--resume").wait(), 0)
        self.assertEqual(output.read_bytes(), self.whole.read_bytes())

    def interrupted(self, output):
        """The status of a run that is told to stop as soon as it has a journal."""
        for path in (output, output.with_name(output.name + ".position")):
            path.unlink(missing_ok=True)
        process = self.start(output)
        self.wait_for_journal(output, process)
        process.send_signal(signal.SIGINT)
        return process.wait()

    def test_interrupted_and_resumed(self):
        output = self.root / "interrupted.jsonl"
        statuses = (self.interrupted(output) for _ in range(ATTEMPTS))
        self.assertEqual(next((status for status in statuses if status != 0), 0), 130)
        written = output.read_bytes()
        self.assertTrue(written.endswith(b"\n") and self.whole.read_bytes().startswith(written))
        self.assertEqual(self.start(output, "--resume").wait(), 0)
        self.assertEqual(output.read_bytes(), self.whole.read_bytes())

    def test_a_changed_input_is_not_gone_on_with(self):
        output = self.root / "changed.jsonl"
        copy = self.root / "copy.warc.gz"
        copy.write_bytes(self.warc.read_bytes()[:2_000_000])
        first = isnad("analyze", "--json", "--output", output, copy)
        self.assertIn(first.returncode, (0, 1))
        copy.write_bytes(copy.read_bytes()[:1_000_000])
        again = isnad("analyze", "--json", "--output", output, "--resume", copy)
        self.assertEqual(again.returncode, 2)
        self.assertIn(b"other inputs", again.stderr)


class Forms(InFolder):
    def test_a_directory_is_its_files(self):
        for path in EXAMPLES:
            (self.root / path.name).write_bytes(path.read_bytes())
        (self.root / ".hidden").write_text("x")
        by_folder, by_files = isnad("analyze", "--json", self.root), isnad("analyze", "--json", *sorted(self.root.glob("*.txt")))
        self.assertEqual(by_folder.returncode, 0)
        self.assertEqual(by_folder.stdout, by_files.stdout)

    def test_records_with_names_of_their_own(self):
        path = self.root / "news.jsonl.gz"
        with gzip.open(path, "wt", encoding="utf-8") as out:
            for example in EXAMPLES:
                out.write(json.dumps({"contents": example.read_text(encoding="utf-8"), "where": "http://news.example/" + example.name,
                                      "when": "2026-03-12"}) + "\n")
        plain = isnad("analyze", "--json", path)
        self.assertEqual([page["problems"][0]["code"] for page in lines_of(plain)], ["no_text"] * len(EXAMPLES))
        ran = isnad("analyze", "--json", "--fields", "text=contents,url=where,date=when", path)
        self.assertEqual(ran.returncode, 0, ran.stderr.decode())
        for page, example in zip(lines_of(ran), EXAMPLES):
            self.assertEqual(page["source"]["address"], "http://news.example/" + example.name)
            self.assertEqual(page["source"]["text"], example.read_text(encoding="utf-8").removeprefix("\ufeff"))
        self.assertEqual(isnad("analyze", "--fields", "body=text", path).returncode, 2)

    def test_standard_input_may_be_a_container(self):
        archive = self.root / "x.warc"
        make_warc.write(archive, 0.4, plain=True)
        by_pipe = isnad("analyze", "--json", "-", input=archive.read_bytes())
        by_file = isnad("analyze", "--json", archive)
        self.assertEqual(by_pipe.returncode, 0, by_pipe.stderr.decode())
        self.assertEqual(by_pipe.stdout.replace(b'"path":"-"', b'"path":"x"'),
                         by_file.stdout.replace(json.dumps(str(archive)).encode(), b'"x"'))

    def test_a_dossier_of_a_container(self):
        subprocess.run(["tar", "-czf", self.root / "x.tar.gz", "-C", SOURCE / "examples", *[path.name for path in EXAMPLES]], check=True)
        by_tar, by_files = isnad("dossier", "--json", self.root / "x.tar.gz"), isnad("dossier", "--json", *EXAMPLES)
        self.assertEqual(by_tar.returncode, 0, by_tar.stderr.decode())
        one, other = json.loads(by_tar.stdout), json.loads(by_files.stdout)
        self.assertEqual([claim["relation"] for claim in one["claims"]], [claim["relation"] for claim in other["claims"]])

    def test_names_cannot_steer_the_terminal(self):
        path = self.root / "\x1b[2Jx.jsonl"
        path.write_text("no json\n")
        ran = isnad("analyze", "--json", self.root)
        self.assertEqual(ran.returncode, 1)
        self.assertNotIn(b"\x1b", ran.stderr + ran.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
