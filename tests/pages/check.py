#!/usr/bin/env python3
"""Checks the page fixtures: every text of the ground truth must stand in its page.

Usage: check.py [FOLDER ...]   (default: the folders dev and held beside this file)

For every NAME.html there must be a NAME.json with the agreed keys. Title, deck, paragraphs, captions, posts
and further articles are looked up in the visible text of the page (white space collapsed; block elements
separate words, inline elements do not; scripts, styles and hidden elements are skipped). Where the truth says
"source": "json-ld", the body is looked up in the page's articleBody instead. Exit status 1 if anything is missing.
"""
import html.parser
import json
import os
import re
import sys

KINDS = {"article", "live blog", "list", "ticker", "gallery", "error", "wall"}
LANGUAGES = {"ar", "fa", "ur", "en"}
KEYS = ["kind", "layout", "title", "body", "captions", "deck", "authors", "published", "modified", "outlet",
        "section", "keywords", "canonical", "language", "second", "posts"]
INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
          "sub", "sup", "time", "u", "wbr"}
SKIPPED = {"script", "style", "template", "select", "textarea", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr"}


class Visible(html.parser.HTMLParser):
    """Collects the visible text of a page and its JSON-LD scripts."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.linked, self.hidden, self.in_json = [], [], [], False

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag not in INLINE:
            self.parts.append(" ")
        self.in_json = tag == "script" and values.get("type") == "application/ld+json"
        if self.in_json:
            self.linked.append("")
        style = re.sub(r"\s", "", values.get("style") or "").lower()
        if tag not in VOID and (self.hidden or tag in SKIPPED or "hidden" in values or "display:none" in style):
            self.hidden.append(tag)

    def handle_startendtag(self, tag, attrs):
        if tag not in INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.parts.append(" ")
        if tag in self.hidden:
            while self.hidden.pop() != tag:
                pass
        self.in_json = False

    def handle_data(self, data):
        if self.in_json:
            self.linked[-1] += data
        elif not self.hidden:
            self.parts.append(data)


def collapse(text):
    """Text with each run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def decoded(data):
    """The characters of a page: its declared charset, else UTF-8."""
    match = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    return data.decode(match.group(1).decode() if match else "utf-8")


def article_bodies(value):
    """Every articleBody inside a JSON-LD value."""
    if isinstance(value, list):
        return "".join(article_bodies(item) + " " for item in value)
    if isinstance(value, dict):
        return " ".join(article_bodies(item) if key != "articleBody" else item for key, item in value.items())
    return ""


def paragraph(item):
    """The text of a body item: a string, or a sub-heading {"sub": true, "text": ...}."""
    return item if isinstance(item, str) else item["text"]


def faults_of_page(page):
    """The faults of one page as a list of sentences."""
    with open(page, "rb") as file:
        parser = Visible()
        parser.feed(decoded(file.read()))
        parser.close()
    with open(page[:-5] + ".json", encoding="utf-8") as file:
        truth = json.load(file)
    faults = ["key missing: " + key for key in KEYS if key not in truth]
    if faults:
        return faults
    if truth["kind"] not in KINDS or truth["language"] not in LANGUAGES:
        faults.append("unknown kind or language")
    if truth["kind"] == "article" and not truth["body"]:
        faults.append("article without body")
    text = collapse("".join(parser.parts))
    linked = " ".join(article_bodies(json.loads(script)) for script in parser.linked)
    body_text = collapse(linked) if truth.get("source") == "json-ld" else text
    wanted = [(truth["title"], text), (truth["deck"], text)]
    wanted += [(paragraph(item), body_text) for item in truth["body"]]
    wanted += [(caption, text) for caption in truth["captions"]]
    for part in truth["second"] + truth["posts"]:
        wanted += [(part.get("title"), text)] + [(paragraph(item), text) for item in part["body"]]
    faults += ["not in the page: " + item[:70] for item, where in wanted if item and collapse(item) not in where]
    return faults


def main(folders):
    """Checks all pages of the folders; returns the exit status."""
    pages, bad = 0, 0
    for folder in folders:
        names = sorted(os.listdir(folder))
        for name in names:
            if name.endswith(".json") and name[:-5] + ".html" not in names:
                print(f"{folder}/{name}: no page")
                bad += 1
            if not name.endswith(".html"):
                continue
            pages += 1
            found = faults_of_page(os.path.join(folder, name)) if name[:-5] + ".json" in names else ["no truth"]
            bad += bool(found)
            for fault in found:
                print(f"{folder}/{name}: {fault}")
    print(f"{pages} pages checked, {bad} faulty")
    return 1 if bad or not pages else 0


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1:] or [os.path.join(here, "dev"), os.path.join(here, "held")]))
