#!/usr/bin/python3
"""Writes the table places_cldr: Arabic names of subdivisions and cities from CLDR, as cleaned as a rule can.

    places_from_cldr.py OUT.tsv

Reads the CLDR and iso-codes files that the distribution installs (unicode-cldr-core, iso-codes) and, beside the
repository's own tables, lexicon/cldr/words.tsv (class nouns, adjectives, common words) and lexicon/cldr/corrections.tsv
(a code, or `xx-*` for all codes of a country, with a name, or `-` to drop). Names that stand in countries.tsv or
places.tsv are left out: ours win. The output depends on these files only and is sorted.
"""

import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CLDR = Path("/usr/share/unicode/cldr/common")
ISO = Path("/usr/share/iso-codes/json/iso_3166-2.json")
LEXICON = Path(__file__).resolve().parents[2] / "lexicon"

ALEF, TEH_MARBUTA, YEH, WAW = "\u0627", "\u0629", "\u064a", "\u0648"
ARTICLE = "\u0627\u0644"
FOLDS = str.maketrans({
    "\u0623": ALEF, "\u0625": ALEF, "\u0622": ALEF, "\u0671": ALEF, "\u0629": "\u0647", "\u0649": YEH,
    "\u0624": "\u0621", "\u0626": "\u0621"})
PERSIAN = str.maketrans({"\u06cc": YEH, "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06d5": "\u0647", "\u067e": "\u0628",
                         "\u06af": "\u063a", "\u0686": "\u062a\u0634", "\u0698": "\u062c", "\u06a4": "\u0641", "-": " ", "\u2013": " "})
# Letters that Arabic writers exchange for one foreign sound; see text/transliteration.h, which this only approaches.
SKELETON = str.maketrans({"\u063a": "\u0643", "\u062c": "\u0643", "\u0642": "\u0643", "\u062b": "\u062a", "\u0637": "\u062a",
                          "\u0635": "\u0633", "\u0630": "\u0632", "\u0638": "\u0632", "\u0636": "\u062f", "\u062d": "\u0647"})
SHORT = 4  # letters of a one-word name, without article, up to which it counts as a common word


def table_rows(path):
    """The rows of a lexicon table as dictionaries; none when the file is absent."""
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def key(name):
    name = "".join(c for c in name if unicodedata.category(c) not in ("Mn", "Cf") and c != "\u0640")
    return " ".join(re.split(r"[\s\-]+", name.translate(FOLDS).strip()))


def skeleton(name):
    words = []
    for word in key(name).split():
        word = word.removeprefix(ARTICLE).translate(SKELETON)
        rest = re.sub("[" + ALEF + WAW + YEH + "\u0621]", "", word[1:])
        words.append(re.sub(r"(.)\1+", r"\1", word[:1] + rest))
    return "".join(words)


def clean(name):
    """The name as written: no notes, footnote digits, Persian letters, marks; empty when it is not written in Arabic."""
    name = name.split(":")[-1]
    name = re.split("[\u060c,]", name)[0]
    name = re.sub(r"\([^)]*\)", "", name)
    name = "".join(c for c in name if unicodedata.category(c) not in ("Mn", "Cf", "No") and c != "\u0640")
    name = " ".join(name.translate(PERSIAN).split())
    return name if re.fullmatch(r"[\u0621-\u063a\u0641-\u064a ]+", name) else ""


class Words:
    """The word lists that the cleaning goes by."""

    def __init__(self):
        rows = table_rows(LEXICON / "cldr" / "words.tsv")
        kinds = {kind: {key(row["ar"]) for row in rows if row["kind"] == kind}
                 for kind in ("class_noun", "suffix", "adjective", "opener", "compass", "common")}
        self.class_nouns, self.suffixes = kinds["class_noun"], kinds["suffix"]
        self.adjectives, self.openers = kinds["adjective"], kinds["opener"]
        self.compass, self.common = kinds["compass"], kinds["common"]
        for name in ("given_names", "surnames", "function_words", "titles", "name_nouns", "months", "weekdays", "numbers", "time_units",
                     "time_words", "units", "verbs_of_saying"):
            for row in table_rows(LEXICON / (name + ".tsv")):
                self.common |= {key(word) for word in row["ar"].split("|") if " " not in word}

    def stands_alone(self, words):
        first = key(words[0])
        if first in self.compass:
            return len(words) > 1
        return first not in self.adjectives and first not in self.openers and len("".join(words)) > 1

    def bare(self, name):
        """The key of the name without its class nouns, whether or not it can stand alone."""
        words = key(name).split()
        while len(words) > 1 and words[0] in self.class_nouns:
            words = words[1:]
        return " ".join(words)

    def stripped(self, name):
        """The name without class nouns at either end, unless the rest cannot stand alone."""
        words = name.split()
        while len(words) > 1 and key(words[0]) in self.class_nouns and self.stands_alone(words[1:]):
            words = words[1:]
        while len(words) > 1 and key(words[-1]) in self.suffixes:
            words = words[:-1]
        if key(words[0]) not in self.class_nouns:
            words = words[:1] + [word for word in words[1:] if key(word) not in self.class_nouns]
        return " ".join(words)

    def is_ambiguous(self, name):
        words = key(name).split()
        if words[0] in self.compass:
            return True
        if len(words) == 1:
            bare = words[0].removeprefix(ARTICLE)
            return (len(bare) <= SHORT or words[0] in self.common or bare in self.common or words[0] in self.adjectives
                    or ARTICLE + words[0] in self.adjectives)
        return all(word in self.adjectives or word in self.class_nouns or word in self.common
                   or word.removeprefix(ARTICLE) in self.common for word in words)


def ours():
    """Keys of our own names, and skeletons with their country, so that another spelling of one place is left out too."""
    names, skeletons = set(), set()
    for table in ("countries", "places"):
        for row in table_rows(LEXICON / (table + ".tsv")):
            for name in row["ar"].split("|"):
                names.add(key(name))
                skeletons.add((row.get("country", ""), skeleton(name)))
    return names, skeletons


def subdivisions():
    """(code, Arabic, English, kind, country) of every subdivision that CLDR names in Arabic."""
    english = {row["code"].lower().replace("-", ""): row["name"] for row in json.loads(ISO.read_text(encoding="utf-8"))["3166-2"]}
    for node in ElementTree.parse(CLDR / "subdivisions" / "en.xml").iter("subdivision"):
        english[node.get("type")] = node.text
    for node in ElementTree.parse(CLDR / "subdivisions" / "ar.xml").iter("subdivision"):
        code = node.get("type")
        if code in english:
            yield code[:2] + "-" + code[2:], node.text, english[code], "subdivision", code[:2]


def cities():
    english = {node.get("type"): node.findtext("exemplarCity") for node in ElementTree.parse(CLDR / "main" / "en.xml").iter("zone")}
    for node in ElementTree.parse(CLDR / "main" / "ar.xml").iter("zone"):
        zone, name = node.get("type"), node.findtext("exemplarCity")
        if name and not zone.startswith("Etc/"):
            last = zone.split("/")[-1]
            yield "city-" + last.lower().replace("_", "-"), name, english.get(zone) or last.replace("_", " "), "city", ""


def rows_of(words, corrections):
    names, skeletons = ours()
    found = {}
    for code, raw, english, kind, country in sorted([*subdivisions(), *cities()]):
        name = corrections.get(code) or corrections.get(code.split("-")[0] + "-*") or words.stripped(clean(raw))
        english = re.sub("[\u00b9\u00b2\u00b3]| (County|District|Region|Division|Province)$", "", english).strip()
        if not name or name == "-" or key(name) in names or words.bare(name) in names or (country, skeleton(name)) in skeletons:
            continue
        if kind == "city" and any(skeleton(name) == known for _, known in skeletons):
            continue
        flags = "ambiguous" if words.is_ambiguous(name) else ""
        if key(name) in found:
            if found[key(name)][4] != country:
                found[key(name)][4] = ""
            continue
        found[key(name)] = [name, code, english, kind, country, flags, "", ""]
    return sorted(found.values(), key=lambda row: (row[1], row[0]))


HEADER = """\
# table: places_cldr
# about: subdivisions and cities that places.tsv lacks; generated by src/lexicon/places_from_cldr.py, not to be edited
# source: Unicode CLDR (common/subdivisions, common/main) and iso-codes, with lexicon/cldr/corrections.tsv
# licence: Unicode-DFS-2016
"""


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip().splitlines()[2].strip(), file=sys.stderr)
        return 2
    corrections = {row["code"]: row["ar"] for row in table_rows(LEXICON / "cldr" / "corrections.tsv")}
    rows = rows_of(Words(), corrections)
    text = HEADER + "\t".join(["ar", "id", "en", "kind", "country", "flags", "wikidata", "example"]) + "\n"
    text += "".join("\t".join(row) + "\n" for row in rows)
    Path(arguments[1]).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
