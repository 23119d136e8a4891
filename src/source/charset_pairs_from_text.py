#!/usr/bin/env python3
"""Counts which letters follow which in Arabic text and writes charset_pairs.cpp.

usage: charset_pairs_from_text.py OUT.cpp FILE...    (UTF-8 text files)

The table drives the detection of character sets (charset_letters.h). Only counts of pairs of classes leave this
program. Classes are those of `class_of` in charset_letters.cpp and must be changed with it.
"""

import math
import sys

LETTERS = [chr(c) for c in range(0x0621, 0x063B)] + [chr(c) for c in range(0x0641, 0x064B)]
MARK, OTHER_ARABIC, ARABIC_SIGN, BOUNDARY, LATIN, ACCENTED, SYMBOL, NOTHING = range(36, 44)
CLASSES = 44
BOUNDARIES = set("\u00A0\u00AB\u00BB\u2018\u2019\u201C\u201D\u201E\u2013\u2014\u2026\u2022\u200C\u200D\u200E\u200F")
CLASS_OF = {letter: number for number, letter in enumerate(LETTERS)}

# How many members a class has, roughly, so that a wide class is no cheap refuge for wrong readings.
MEMBERS = {MARK: 3, OTHER_ARABIC: 6, ARABIC_SIGN: 3, BOUNDARY: 2, ACCENTED: 12, SYMBOL: 30, NOTHING: 2000}

# Latin text beside the Arabic, from what French, German, Spanish and Turkish have in common.
LATIN_ROWS = {
    BOUNDARY: {LATIN: 0.45, ACCENTED: 0.012, BOUNDARY: 0.5, SYMBOL: 0.01},
    LATIN: {LATIN: 0.77, ACCENTED: 0.04, BOUNDARY: 0.18, SYMBOL: 0.002},
    ACCENTED: {LATIN: 0.75, ACCENTED: 0.03, BOUNDARY: 0.2, SYMBOL: 0.002},
    SYMBOL: {LATIN: 0.2, ACCENTED: 0.01, BOUNDARY: 0.7, SYMBOL: 0.05},
}


def class_of(c):
    point = ord(c)
    if c in CLASS_OF:
        return CLASS_OF[c]
    if 0x064B <= point <= 0x0652 or point in (0x0640, 0x0670):
        return MARK
    if point in (0x060C, 0x061B, 0x061F) or 0x0660 <= point <= 0x066C:
        return ARABIC_SIGN
    if 0x0600 <= point <= 0x06FF:
        return OTHER_ARABIC
    if c.isascii():
        return LATIN if c.isalnum() else NOTHING if point == 0x7F or (point < 0x20 and c not in "\t\n\r\f") else BOUNDARY
    if c in BOUNDARIES:
        return BOUNDARY
    if 0x00C0 <= point <= 0x024F and point not in (0xD7, 0xF7):
        return ACCENTED
    return NOTHING if 0x80 <= point <= 0x9F or point == 0xFFFD else SYMBOL


def main():
    counts = [[0.0] * CLASSES for _ in range(CLASSES)]
    for name in sys.argv[2:]:
        classes = [class_of(c) for c in "\n" + open(name, encoding="utf-8", errors="replace").read() + "\n"]
        for first, second in zip(classes, classes[1:]):
            counts[first][second] += 1
    rows = []
    for first in range(CLASSES):
        total = sum(counts[first])
        shares = [(counts[first][second] + 0.2) / (total + 0.2 * CLASSES) for second in range(CLASSES)]
        shares[NOTHING] = min(shares[NOTHING], 1e-6)
        latin = LATIN_ROWS.get(first)
        if latin:
            shares = [0.5 * share + 0.5 * latin.get(second, 0) for second, share in enumerate(shares)]
        rows.append([math.log(max(share, 1e-6) / MEMBERS.get(second, 1)) for second, share in enumerate(shares)])
    with open(sys.argv[1], "w", encoding="ascii") as out:
        out.write("// Written by charset_pairs_from_text.py from counts of pairs in Arabic news; not to be edited.\n")
        out.write('#include "source/charset_pairs.h"\n\nnamespace isnad::source::letter_pairs {\n\n')
        out.write("const std::array<std::array<std::int8_t, classes>, classes> scores{{\n")
        for row in rows:
            out.write("{{" + ",".join(str(max(-120, round(score * 8))) for score in row) + "}},\n")
        out.write("}};\n\n}  // namespace isnad::source::letter_pairs\n")


main()
