"""The gold of statements, speakers, chains and mentions (docs/annotation/statements.md): reads and checks its files.

    statement_gold.py FILE...        says what is wrong, with the line; exit 1 if anything is

Spans are [begin, end) in code points of the text of the file.
"""
import dataclasses
import pathlib
import re
import sys

SECTIONS = ("text", "entities", "mentions", "statements")
TYPES = {"person", "organisation", "place", "group", "unnamed"}
KINDS = {"direct", "mixed", "indirect"}
CLASSES = {"say", "add", "announce", "assert", "deny", "accuse", "demand", "warn", "admit", "promise", "praise", "criticise",
           "claim", "relay", "evidential", "no-comment"}
LINKS = {"spokesman", "statement", "interview", "press_conference", "agency", "broadcaster", "paper", "platform", "outlet"}
FACTS = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "UU"}
MENTIONS = {"role", "counterpart", "pair", "noun", "pronoun", "speaker"}
FIELDS = {"cue", "class", "speaker", "elided", "who", "addressee", "chain", "fact", "optional"}


@dataclasses.dataclass
class Statement:
    kind: str
    span: tuple
    line: int
    cue: tuple = None
    klass: str = None
    speaker: tuple = None
    elided: bool = False
    who: tuple = ()
    addressee: tuple = None
    chain: tuple = ()  # pairs of kind and span
    fact: str = None
    optional: bool = False


@dataclasses.dataclass
class Mention:
    kind: str
    span: tuple
    who: tuple


@dataclasses.dataclass
class Article:
    path: pathlib.Path
    head: dict
    text: str
    entities: dict = dataclasses.field(default_factory=dict)  # id: (type, names)
    mentions: list = dataclasses.field(default_factory=list)
    statements: list = dataclasses.field(default_factory=list)
    wrong: list = dataclasses.field(default_factory=list)  # pairs of line and words


def places(text, words):
    """Where words stand in a text, all of them; `first … last` is the shortest stretch from the one to the other."""
    first, _, last = (part.strip() for part in words.partition("…"))
    found = []
    at = text.find(first) if first else -1
    while at >= 0:
        end = at + len(first)
        if last:
            to = text.find(last, end)
            end = to + len(last) if to >= 0 else -1
        if end >= 0:
            found.append((at, end))
        at = text.find(first, at + 1)
    return found


def distance(span, other):
    return max(other[0] - span[1], span[0] - other[1], 0)


class Reader:
    def __init__(self, path):
        self.lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
        self.starts = {line[5:].strip(): number for number, line in enumerate(self.lines) if line.startswith("---- ")}
        head = dict(line[2:].split(" ", 1) for line in self.lines if re.match(r"@ \w+ ", line))
        text = "\n".join(line for _, line in self.section("text")).strip("\n") + "\n"
        self.article = Article(pathlib.Path(path), head, text)

    def section(self, name):
        start = self.starts.get(name)
        if start is None:
            return []
        ends = [other for other in self.starts.values() if other > start] + [len(self.lines)]
        return [(number + 1, self.lines[number]) for number in range(start + 1, min(ends))]

    def wrong(self, line, words):
        self.article.wrong.append((line, words))

    def read(self):
        for name in SECTIONS:
            if name not in self.starts:
                self.wrong(1, f"no section {name}")
        for key in ("id", "outlet", "date", "region", "annotator"):
            if key not in self.article.head:
                self.wrong(1, f"no @ {key}")
        self.read_entities()
        self.read_mentions()
        self.read_statements()
        return self.article

    def read_entities(self):
        for line, words in self.section("entities"):
            if not words.strip():
                continue
            parts = words.split(" ", 2)
            if len(parts) < 3 or not re.fullmatch(r"E\d+", parts[0]) or parts[1] not in TYPES:
                self.wrong(line, "an entity is: E1 type name ; name")
                continue
            self.article.entities[parts[0]] = (parts[1], [name.strip() for name in parts[2].split(";")])

    def those(self, line, words):
        ids = tuple(words.replace(",", " ").split())
        for identity in ids:
            if identity != "nobody" and identity not in self.article.entities:
                self.wrong(line, f"no entity {identity}")
        return tuple(identity for identity in ids if identity != "nobody")

    def read_mentions(self):
        for line, words in self.section("mentions"):
            if not words.strip():
                continue
            head, _, context = words.partition(":")
            kind, *ids = head.split()
            shown = re.fullmatch(r"(.*?)\[(.+?)\](.*)", context.strip())
            if kind not in MENTIONS or not ids or not shown:
                self.wrong(line, "a mention is: kind E1: words [mention] words")
                continue
            before, mention, after = shown.groups()
            found = places(self.article.text, before + mention + after)
            if len(found) != 1:
                self.wrong(line, f"found {len(found)} times: {before + mention + after}")
                continue
            begin = found[0][0] + len(before)
            self.article.mentions.append(Mention(kind, (begin, begin + len(mention)), self.those(line, " ".join(ids))))

    def read_statements(self):
        statement = None
        for line, words in self.section("statements"):
            if not words.strip():
                statement = None
                continue
            key, colon, value = words.partition(":")
            key, value = key.strip(), value.strip()
            if colon and key in KINDS:
                statement = self.new_statement(line, key, value)
            elif statement is None or key not in FIELDS:
                self.wrong(line, f"not a field of a statement: {words}")
            else:
                self.set_field(statement, line, key, value)
        for statement in self.article.statements:
            self.check(statement)
        self.article.statements.sort(key=lambda statement: statement.span)

    def new_statement(self, line, kind, content):
        found = places(self.article.text, content)
        if len(found) != 1:
            self.wrong(line, f"found {len(found)} times: {content}")
        statement = Statement(kind, found[0] if found else (0, 0), line)
        self.article.statements.append(statement)
        return statement

    def nearest(self, statement, line, words):
        found = places(self.article.text, words)
        if not found:
            self.wrong(line, f"not in the text: {words}")
            return None
        return min(found, key=lambda span: distance(span, statement.span))

    def set_field(self, statement, line, key, value):
        if key in ("cue", "speaker", "addressee"):
            setattr(statement, key, self.nearest(statement, line, value))
        elif key in ("elided", "optional"):
            setattr(statement, key, value == "yes")
        elif key == "who":
            statement.who = self.those(line, value)
        elif key == "class":
            statement.klass = value
        elif key == "fact":
            statement.fact = value
        elif key == "chain":
            links = [link.strip().partition(" ") for link in value.split(" ; ") if link.strip()]
            if any(kind not in LINKS for kind, _, _ in links):
                self.wrong(line, f"a link is: kind words, of the kinds {sorted(LINKS)}")
            statement.chain = tuple((kind, self.nearest(statement, line, words)) for kind, _, words in links)

    def check(self, statement):
        if statement.klass not in CLASSES and statement.cue:
            self.wrong(statement.line, f"class {statement.klass} is none of {sorted(CLASSES)}")
        if statement.fact not in FACTS:
            self.wrong(statement.line, f"fact {statement.fact} is none of {sorted(FACTS)}")
        if statement.speaker and statement.elided:
            self.wrong(statement.line, "a speaker in the clause and an elided one")


def read(path):
    return Reader(path).read()


def main():
    bad = 0
    for path in sys.argv[1:]:
        article = read(path)
        for line, words in article.wrong:
            bad += 1
            print(f"{path}:{line}: {words}")
    print(f"{len(sys.argv) - 1} files, {bad} things wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
