#!/usr/bin/env python3
"""Peers of Python: one JSON object a line for each page named on the lines of stdin.

    lxml_peers.py readability   what readability-lxml (Debian: python3-readability) takes for the article
    lxml_peers.py text          all visible text of the page, the baseline

Run by quality/extraction.py.
"""
import json
import logging
import re
import sys

import lxml.html

BLOCKS = set("address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
             "li main nav ol p pre section table td th tr ul".split())
UNSEEN = {"script", "style", "noscript", "template", "head", "select", "textarea"}


def decoded(data):
    """The characters of a page: its declared charset, else UTF-8."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:4096], re.IGNORECASE)
    try:
        return data.decode(declared[1].decode() if declared else "utf-8", errors="replace")
    except LookupError:
        return data.decode("utf-8", errors="replace")


def text_of(tree):
    """The text of a tree with a line break where a block begins or ends."""
    parts = []

    def walk(node):
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            return
        block = node.tag in BLOCKS
        parts.append("\n" if block else "")
        parts.append(node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        parts.append("\n" if block else "")

    walk(tree)
    return "".join(parts)


def readability(html):
    """Title and article text."""
    import readability as package  # only this peer needs it
    document = package.Document(html)
    return {"title": document.short_title() or None, "text": text_of(lxml.html.fromstring(document.summary()))}


def all_text(html):
    """All visible text."""
    tree = lxml.html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", html))
    return {"title": None, "text": text_of(tree)}


def main():
    """Reads the paths, writes the objects."""
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(20000)
    extract = {"readability": readability, "text": all_text}[sys.argv[1]]
    for path in sys.stdin.read().splitlines():
        try:
            with open(path, "rb") as file:
                result = extract(decoded(file.read()))
        except Exception as error:  # a peer that fails on a page has found nothing there
            result = {"text": "", "error": str(error)}
        print(json.dumps({"path": path, **result}))


if __name__ == "__main__":
    main()
