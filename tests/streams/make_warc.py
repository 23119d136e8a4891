"""Writes a web archive of made-up news pages: the same bytes for the same arguments, whatever the machine.

    make_warc.py FILE MEGABYTES [--plain] [--seed N]

MEGABYTES are those of the records before compression; each record is a gzip member of its own unless --plain is given. Pages are
like crawled ones: a few sentences of text among ten times as much markup, styles and scripts. Beside pages there are records
that a reader has to pass over: requests, pictures, pages that are gone.
"""
import argparse
import pathlib
import random
import zlib

SENTENCES = (pathlib.Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").split("\n")[:-1]
DATE = "2025-10-{:02}T{:02}:{:02}:00Z"


def words(rng, alphabet, count, least=3, most=12):
    return ["".join(rng.choices(alphabet, k=rng.randint(least, most))) for _ in range(count)]


class Frames:
    """Markup around the text, made once: what differs between pages is drawn from it."""

    def __init__(self, rng):
        names = words(rng, "abcdefghijklmnopqrstuvwxyz-", 400)
        self.styles = ["<style>" + "".join(f".{a}{{margin:{rng.randint(0, 40)}px;color:#{rng.randrange(1 << 24):06x}}}" for a in rng.choices(names, k=240))
                       + "</style>" for _ in range(12)]
        self.scripts = ["<script>window.__state={" + ",".join(f'"{a}":[{rng.random():.6f},"{b}",{rng.randint(0, 10**6)}]'
                        for a, b in zip(rng.choices(names, k=500), rng.choices(names, k=500))) + "};</script>" for _ in range(24)]
        sections = ["سياسة", "اقتصاد", "رياضة", "ثقافة", "صحة", "محليات"]
        self.menus = ['<nav class="menu"><ul>' + "".join(f'<li class="{a}"><a href="/{a}/{i}" data-{b}="{rng.randint(0, 999)}">{section}</a></li>'
                      for i, (a, b) in enumerate(zip(rng.choices(names, k=6), rng.choices(names, k=6))) for section in (sections[i],)) + "</ul></nav>"
                      for _ in range(8)]
        self.footers = ['<footer class="site-footer">' + "".join(f'<div class="{a} {b}"><span><img src="/img/{a}.svg" alt="" width="16" height="16"></span></div>'
                        for a, b in zip(rng.choices(names, k=60), rng.choices(names, k=60))) + "</footer>" for _ in range(8)]

    def page(self, rng, number):
        day = number % 28 + 1
        title = rng.choice(SENTENCES).rstrip(".")
        paragraphs = [" ".join(rng.choices(SENTENCES, k=rng.randint(2, 4))) for _ in range(rng.randint(6, 18))]
        text = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
        return (f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>'
                f'<meta property="article:published_time" content="{DATE.format(day, number % 24, number % 60)}">'
                + "".join(rng.choices(self.styles, k=1)) + "".join(rng.choices(self.scripts, k=2)) + "</head><body>" + rng.choice(self.menus)
                + f"<article><h1>{title}</h1>\n<div class=\"entry-content\">{text}</div></article>"
                + rng.choice(self.footers) + rng.choice(self.scripts) + "</body></html>\n").encode()


def record(kind, address, content_type, content, number):
    date = DATE.format(number % 28 + 1, 12, number % 60)
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: {date}\r\nContent-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n")
    return head.encode() + content + b"\r\n\r\n"


def response(address, status, content_type, body, number):
    head = f"HTTP/1.1 {status}\r\nServer: made\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return record("response", address, "application/http; msgtype=response", head.encode() + body, number)


def records(seed):
    rng = random.Random(seed)
    frames = Frames(rng)
    number = 0
    while True:
        number += 1
        address = f"https://news{number % 17}.example/{number}"
        yield record("request", address, "application/http; msgtype=request", f"GET /{number} HTTP/1.1\r\nHost: news.example\r\n\r\n".encode(), number)
        if number % 23 == 0:
            yield response(address, "404 Not Found", "text/html", b"<html><p>404</p></html>", number)
        elif number % 31 == 0:
            yield response(address, "200 OK", "image/png", bytes(range(256)) * 20, number)
        else:
            yield response(address, "200 OK", "text/html; charset=utf-8", frames.page(rng, number), number)


def gzipped(content):
    member = zlib.compressobj(3, zlib.DEFLATED, 31)
    return member.compress(content) + member.flush()


def write(path, megabytes, plain=False, seed=1):
    """Writes the archive and returns the number of bytes before compression."""
    size = 0
    with open(path, "wb") as out:
        for content in records(seed):
            out.write(content if plain else gzipped(content))
            size += len(content)
            if size >= megabytes * 1_000_000:
                return size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file")
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(write(given.file, given.megabytes, given.plain, given.seed), "bytes")
