"""Plain text of a TimeML file, as the offsets of timex50.json refer to it.

The corpus is timex_dahmri (github dahmri/Enhancing-HeidelTime-for-Time-expression-Annotation-in-
Arabic-News @09f0141e, folder Corpus_test). Its files hold no header and no creation time: everything
between the tags <TimeML> and </TimeML> is running text, with TIMEX3 tags of a rule system inside.
"""

from __future__ import annotations

import hashlib
import html
import re

_BODY = re.compile(r"<TimeML\b[^>]*>(.*)</TimeML\s*>", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def timex_text(data: bytes) -> str:
    """Return the plain text of the bytes of one .tml file.

    The text is what stands between the end of the first <TimeML> tag and the last </TimeML>. In this
    order: the bytes are decoded as UTF-8 (a byte order mark inside the text is kept as the one code
    point U+FEFF); carriage returns are dropped; tags are removed and their content kept, with nothing
    put in their place; character entities are decoded; the white space that str.strip() knows is
    removed at both ends of the whole. Nothing else is changed: inner line breaks, double blanks,
    tatweel and marks stay. Offsets count code points of this string, end exclusive.
    """
    whole = data.decode("utf-8").replace("\r", "")
    found = _BODY.search(whole)
    if found is None:
        raise ValueError("no <TimeML> element")
    return html.unescape(_TAG.sub("", found.group(1))).strip()


def hashes(data: bytes) -> tuple[str, str]:
    """Return the fields `sha256` (of the bytes) and `text_sha256` (of the plain text in UTF-8)."""
    text = timex_text(data).encode("utf-8")
    return hashlib.sha256(data).hexdigest(), hashlib.sha256(text).hexdigest()
