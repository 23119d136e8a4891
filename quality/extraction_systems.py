"""The sets of pages and the systems that quality/extraction.py measures."""
import collections
import gzip
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE.parent / "bench" / "peers"
PUBLISHED = ["rs_trafilatura", "trafilatura", "go_trafilatura", "readability_js"]
WITH_ARTICLE = ("article", "live blog")

# id; html: path; text: what should be found ("" for none); truth: dict of a fixture or None; development: may be looked at
Item = collections.namedtuple("Item", "id html text truth development")
Set = collections.namedtuple("Set", "name items measure")


# ---- sets

def development(name):
    """Whether a page of an outside set is for development."""
    return int(hashlib.sha1(name.encode()).hexdigest()[-1], 16) % 2 == 1


def unpacked(source, folder, name):
    """The page as a plain file."""
    if source.suffix != ".gz":
        return str(source)
    target = folder / (name + ".html")
    target.write_bytes(gzip.decompress(source.read_bytes()))
    return str(target)


def outside_sets(data, scratch):
    """The sets of others."""
    out = []
    path = data / "article-extraction-benchmark"
    if path.is_dir():
        gold = json.loads((path / "ground-truth.json").read_text(encoding="utf-8"))
        out.append(Set("article-extraction-benchmark", [
            Item(name, unpacked(path / "html" / (name + ".html.gz"), scratch, "aeb-" + name), gold[name]["articleBody"],
                 None, development(name)) for name in sorted(gold)], "shingles"))
    path = data / "wcxb"
    if path.is_dir():
        items = []
        for file in sorted((path / "ground-truth").glob("*.json")):
            text = json.loads(file.read_text(encoding="utf-8"))["ground_truth"]["main_content"]
            page = unpacked(path / "html" / (file.stem + ".html.gz"), scratch, "wcxb-" + file.stem)
            items.append(Item(file.stem, page, text, None, development(file.stem)))
        out.append(Set("wcxb", items, "words"))
    path = data / "arabic_pages"
    if path.is_dir():
        gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))
        out.append(Set("arabic_pages", [Item(name, str(path / "html" / (name + ".html")), gold[name]["articleBody"], None,
                                             True) for name in sorted(gold)], "words"))
    return out


def fixture_text(truth):
    """What should be found in a fixture: deck, body, and the posts of a live blog."""
    if truth["kind"] not in WITH_ARTICLE:
        return ""
    parts = [truth["deck"] or ""]
    parts += [part if isinstance(part, str) else part["text"] for part in truth["body"]]
    for post in truth["posts"]:
        parts += [post["title"] or ""] + post["body"]
    return "\n".join(parts)


def fixtures(folder):
    """The pages of a folder of tests/pages."""
    items = []
    for file in sorted(folder.glob("*.json")):
        truth = json.loads(file.read_text(encoding="utf-8"))
        items.append(Item(file.stem, str(file.with_suffix(".html")), fixture_text(truth), truth, folder.name == "dev"))
    return Set("pages/" + folder.name, items, "words")


# ---- systems: each gives {path: result}; a result has text and may have title, authors, published, language, kind

def run_child(command, paths, by_stdin, environment=None):
    """The standard output of a program and the seconds of user time it took."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as given:
        if by_stdin:
            given.write(("\n".join(paths) + "\n").encode())
            given.seek(0)
        else:
            command = command + paths
        child = subprocess.Popen(command, stdin=given, stdout=out, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return out.read().decode("utf-8", errors="replace"), usage.ru_utime, child.returncode


class Child:
    """A system that is a program: asked once for results, then twice over the same pages for its warm speed."""

    def __init__(self, name, command, by_stdin, read, environment=None):
        self.name, self.command, self.by_stdin, self.read, self.environment = name, command, by_stdin, read, environment

    def results(self, paths):
        """({path: result}, seconds of user time)."""
        out, seconds, status = run_child(self.command, paths, self.by_stdin, self.environment)
        found = {}
        for line in out.split("\n"):
            if line.startswith("{"):
                path, result = self.read(json.loads(line))
                found[path] = result
        if not found:
            raise RuntimeError(f"{self.name}: no output (exit status {status})")
        return found, seconds

    def speed(self, paths, seconds):
        """Pages a second of user time, without start-up."""
        _, twice, _ = run_child(self.command, paths + paths, self.by_stdin, self.environment)
        return len(paths) / max(twice - seconds, 1e-3)


def isnad_text(analysis, article, parts):
    """The text of the parts of an article in page order."""
    text, spans = analysis["source"].get("text", ""), []
    if "body" in parts:
        spans += article["spans"]
    if "subheadings" in parts:
        spans += [heading["span"] for heading in article["subheadings"]]
    for part in ("deck", "title"):
        if part in parts and article[part]:
            spans.append(article[part]["span"])
    return "\n".join(text[begin:end] for begin, end in sorted(set(map(tuple, spans))))


def isnad_result(parts):
    """Reads a line of `isnad analyze --json`."""
    def read(analysis):
        articles = [article for article in analysis["articles"] if article["kind"] != "list"]
        main = articles[0] if articles else None
        joined = [article for article in articles if article["role"] == "main" or article["kind"] == "live post"]
        result = {"text": "\n".join(isnad_text(analysis, article, parts | ({"title"} if article["kind"] == "live post"
                                                                           else set())) for article in joined),
                  "kind": analysis["source"].get("kind"), "second": []}
        if main:
            dates = {key: main.get(key) or {} for key in ("published", "modified")}
            result.update(title=(main["title"] or {}).get("text"), authors=main["authors"], language=main["language"],
                          section=main.get("section"), canonical=main.get("canonical"), outlet=main["outlet"],
                          published=dates["published"].get("moment") or dates["published"].get("value"),
                          modified=dates["modified"].get("moment") or dates["modified"].get("value"),
                          captions=len(main["captions"]), deck=(main["deck"] or {}).get("text"),
                          second=[(article["title"] or {}).get("text") for article in articles
                                  if article["role"] == "second" and article["kind"] == "article"])
        return analysis["source"]["path"], result
    return read


def peer_result(line):
    """Reads a line of a peer."""
    return line["path"], line


def extract_result(line):
    """Reads a line of isnad-extract."""
    return line["path"], {"text": "\n".join(block["text"] for block in line.get("blocks", []))}


def say(message):
    """A message for who runs this."""
    print(message, file=sys.stderr)


def systems(options, parts):
    """The systems that can run here."""
    environment = dict(os.environ, **({"ISNAD_LEXICON": options.lexicon} if options.lexicon else {}))
    out = [Child("Isnad", [options.binary, "analyze", "--json", "--quiet"], False, isnad_result(parts), environment)]
    peers = pathlib.Path(options.peers)
    if (peers / "node_modules" / "linkedom").is_dir():
        script = peers / "readability.mjs"
        if peers.resolve() != PEERS:  # packages are looked up beside the script
            script.write_bytes((PEERS / "readability.mjs").read_bytes())
        out.append(Child("readability.js", ["node", str(script)], True, peer_result))
    else:
        say(f"readability.js skipped: run `npm install` in {peers} first")
    python = options.python
    for name, argument, module in (("readability-lxml", "readability", "readability"), ("all text", "text", "lxml.html")):
        if subprocess.run([python, "-c", "import " + module], stderr=subprocess.DEVNULL, check=False).returncode:
            say(f"{name} skipped: {python} has no module {module}")
        else:
            out.append(Child(name, [python, str(PEERS / "lxml_peers.py"), argument], True, peer_result))
    return out


def published_outputs(data):
    """{system: {id: text}} of the outputs that lie with the first set."""
    out = {}
    for name in PUBLISHED:
        file = data / "article-extraction-benchmark" / "output" / (name + ".json")
        if file.exists():
            content = json.loads(file.read_text(encoding="utf-8"))
            out[f"{name.replace('_', '-')} (published)"] = {
                key: value["articleBody"] for key, value in content["output"].items()}
    return out
