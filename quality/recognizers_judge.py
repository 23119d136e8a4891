"""Whether what Isnad finds in a case is what Recognizers-Text expects: spans, kinds, values."""
import re

from recognizers_values import DAY, HOUR_OF_PART, Reference, clock_of, date_of, ends_of, part_of, seconds_of, stretch_of

# Words that TIMEX3 leaves outside a span, and that bind two times to a range.
OUTSIDE = {"من", "في", "إلى", "الى", "حتى", "بين", "ما", "و", "منذ", "قبل", "بعد", "خلال", "عند", "على", "لمدة", "مدة", "طوال",
           "بتاريخ", "ابتداء", "بحلول", "لا", "يتجاوز", "أو", "بعده", "وقت", "موعد", "تاريخ", "يوم", "الساعة", "حوالي", "حول",
           "كامل", "كاملة", "تنتهي", "ينتهي", "مع", "تساوي", "يساوي", "نسبة", "بنسبة", "تمام", "غضون", "أثناء", "وحتى", "-", "–", ",", "،", "."}
KINDS = {"date": {"DATE"}, "daterange": {"DATE", "DURATION"}, "time": {"TIME"}, "timerange": {"TIME"},
         "datetime": {"TIME", "DATE"}, "datetimerange": {"TIME", "DATE", "DURATION"}, "duration": {"DURATION"}, "set": {"SET"},
         "datetimealt": {"DATE", "TIME"}}


def unmarked(text):
    """The text without vowel signs, and the place of each of its letters."""
    kept = [(at, c) for at, c in enumerate(text) if not 0x064B <= ord(c) <= 0x0652]
    return "".join(c for _, c in kept), [at for at, _ in kept]


def span_of(result, text):
    """Where a result stands in the text: by its words, with or without vowel signs, else by its offsets."""
    words = result["Text"].strip()
    if re.fullmatch(r"\d+\.0", words) and words not in text:  # "4.0" for the 4 of the text
        words = words[:-2]
    plain, places = unmarked(text)
    bare = unmarked(words)[0].replace("إ", "ا").replace("أ", "ا")
    found = plain.replace("إ", "ا").replace("أ", "ا").find(bare) if text.find(words) < 0 and bare else -1
    if found >= 0:
        return places[found], places[found + len(bare) - 1] + 1
    start = int(result.get("Start", 0))
    at = text.find(words, max(0, start - 3))
    at = at if at >= 0 else text.find(words)
    if at >= 0:
        return at, at + len(words)
    end = result.get("End")
    return start, int(end) + 1 if end is not None else start + int(result.get("Length", len(words)))


def words_in(text, span):
    """(begin, end) of each word of a stretch."""
    out, begin = [], None
    for at in range(span[0], span[1] + 1):
        inside = at < span[1] and at < len(text) and not text[at].isspace()
        if inside and begin is None:
            begin = at
        elif not inside and begin is not None:
            out.append((begin, at))
            begin = None
    return out


def core(text, span):
    """The span without the words at its ends that TIMEX3 leaves outside; one word is left at least."""
    words = words_in(text, span)
    while len(words) > 1 and text[slice(*words[0])] in OUTSIDE:
        words.pop(0)
    while len(words) > 1 and text[slice(*words[-1])] in OUTSIDE:
        words.pop()
    return (words[0][0], words[-1][1]) if words else span


def shared(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covers(span, chosen):
    """Whether items that overlap a span share half of what they and it take; prepositions between two items belong to neither."""
    covered = sum(shared(span, item["span"]) for item in chosen)
    outside = sum(item["span"][1] - item["span"][0] for item in chosen) - covered
    gaps = sum(max(0, b["span"][0] - a["span"][1]) for a, b in zip(chosen, chosen[1:]))
    size = span[1] - span[0]
    return covered / (size - min(gaps, size - 1) + outside) >= 0.5


def beside(text, result, items):
    """The items that overlap a result by half, together: they may be one or, of a range or a repeated hour, several."""
    whole = span_of(result, text)
    span = core(text, whole)
    chosen = [item for item in items if shared(span, item["span"])]
    if not chosen:
        return []
    if covers(span, chosen) or covers(whole, chosen):
        return chosen
    # One range may hold two results.
    ranges = [item for item in chosen if "/" in item["value"] and shared(span, item["span"]) == span[1] - span[0]]
    return ranges[:1]


def same_clock(expected, value, words=""):
    """Noon is MI and midnight a NI whose words say the middle of it; both stand for their hour."""
    clock, wanted = clock_of(value) or HOUR_OF_PART.get(part_of(value)), clock_of(expected)
    if clock is None and part_of(value) == "NI" and "منتصف" in words:
        clock = (0, 0, 0)
    if wanted is None:
        return part_of(expected) is None or part_of(expected) == part_of(value)
    return clock is not None and clock[:2] == wanted[:2]


def iso_clock(text):
    """"2016-11-07 22:00:00" or "22:00:00" in the spelling of TIMEX3."""
    day, _, time = text.strip().rpartition(" ")
    return (day, "T" + time) if ":" in time else (text.strip(), "")


def point_agrees(reference, value):
    """A day, a time, or a day with a time."""
    for point in reference.points():
        day, time = iso_clock(point)
        stretch = stretch_of(value) if not value.startswith("T") else None
        wanted = date_of(day) if day else None
        if wanted and not (stretch and stretch[0] <= wanted < stretch[1] and fits_unit(reference, value, stretch)):
            continue
        if not wanted and not value.startswith("T"):
            continue
        if not time or same_clock(time, value, reference.text):
            return True
    both = value.startswith("T") and reference.timex.startswith("T")
    return value == reference.timex or (both and same_clock(reference.timex, value, reference.text))


def fits_unit(reference, value, stretch):
    """A point that is told by weeks, months or years may be given in that unit."""
    if stretch[1] - stretch[0] <= DAY:
        return True
    return any(unit in reference.text for unit in ("سبوع", "أسابيع", "شهر", "أشهر", "شهور", "عام", "سنة", "سنوات", "سنين", "عقد", "قرن"))


def ends_agree(expected, stretch):
    """The last day of a stretch may be told as the last or as the one behind it."""
    wanted = date_of(expected)
    return wanted is not None and wanted in (stretch[0], stretch[1], stretch[1] - DAY)


def fine(items):
    """Of several items those that say most: with a time of day, else days."""
    clocks = [item for item in items if clock_of(item["value"])] or [item for item in items if part_of(item["value"])]
    days = [item for item in items if stretch_of(item["value"]) and (stretch_of(item["value"])[1] - stretch_of(item["value"])[0]) == DAY]
    return clocks if len(items) > 1 and clocks else days if len(items) > 1 and days else items


def after_units(reference, items):
    """"After three years" may be the year in which they end."""
    stretch = stretch_of(items[0]["value"]) if len(items) == 1 else None
    ends = [date_of(iso_clock(last)[0]) for _, last in reference.ranges() if last]
    return stretch is not None and fits_unit(reference, items[0]["value"], stretch) and reference.timex.startswith("(") and \
        reference.text.startswith("بعد") and any(end and stretch[0] <= end < stretch[1] for end in ends)


def range_agrees(reference, items):
    if after_units(reference, items):
        return True
    items = fine(items)
    first, last = ends_of(items[0]["value"])[0], ends_of(items[-1]["value"])[1]
    if reference.timex and len(items) == 1 and items[0]["value"] == reference.timex:
        return True
    if len(items) == 1 and items[0]["type"] == "DURATION":
        return reference.length() is not None and seconds_of(items[0]["value"]) == reference.length()
    for begin, end in reference.ranges():
        days = [iso_clock(part)[0] if "-" in part else "" for part in (begin, end)]
        times = [iso_clock(part)[1] for part in (begin, end)]
        if not day_ends(days, first, last):
            continue
        if "T" not in reference.timex or reference.timex.startswith("P"):
            return True
        if part_of(reference.timex):
            if part_of(first) == part_of(reference.timex):
                return True
        elif all(not time or same_clock(time, value) for time, value in zip(times, (first, last))):
            return True
    if not reference.ranges() and reference.timex:
        season = reference.timex.split("-")[-1]
        return items[0]["value"].split("-")[-1] == season and (len(reference.timex) <= 2 or items[0]["value"] == reference.timex)
    return bool(reference.timex) and part_of(reference.timex) is not None and reference.timex == first


def day_ends(days, first, last):
    """Whether the days of a range, where it has any, are those of the values."""
    if not any(days):
        return first.startswith("T") or "T" in first
    begin, end = stretch_of(first), stretch_of(last)
    if begin is None or end is None:
        return False
    if days[0] and days[1]:
        return date_of(days[0]) == begin[0] and (ends_agree(days[1], end) or date_of(days[1]) == end[0])
    return ends_agree(days[0], (begin[0], end[1])) if days[0] else ends_agree(days[1], (begin[0], end[1]))


def clean_set(timex):
    return timex.removeprefix("XXXX-XX-XX")


def value_agrees(reference, items):
    value = items[0]["value"]
    if reference.kind == "duration":
        wanted = reference.length()
        return wanted is not None and seconds_of(value) == wanted
    if reference.kind == "set":
        sets = [item["value"] for item in items if item["type"] == "SET"] or [value]
        clocks = [item["value"] for item in items if item["type"] == "TIME"]
        if clocks and sets[0] != clocks[0]:  # "every Sunday", "at 9"
            joined = (sets[0] if sets[0].startswith("X") else "") + clocks[0]
            days = [clean_set(timex).partition("T")[0] for timex in (joined, reference.timex)]
            return days[0] == days[1] and same_clock(reference.timex, joined)
        return sets[0] == reference.timex or clean_set(sets[0]) == clean_set(reference.timex)
    if reference.kind in ("daterange", "timerange", "datetimerange"):
        return range_agrees(reference, items) or (not reference.ranges() and point_agrees(reference, value))
    if "/" in value and reference.kind in ("date", "time", "datetime"):
        return any(point_agrees(reference, end) for end in ends_of(value))
    if reference.kind == "date" and len(items) > 1:
        value = fine(items)[-1]["value"]
    if len(items) == 2 and reference.kind == "datetime":
        day, time = sorted((item["value"] for item in items), key=lambda text: text.startswith("T"))
        value = day[:10] + time if time.startswith("T") else fine(items)[0]["value"]
    return point_agrees(reference, value)


def time_agrees(result, text, items):
    chosen = beside(text, result, items)
    if not chosen:
        return False
    reference = Reference(result)
    if not {item["type"] for item in chosen} & KINDS.get(reference.kind, {"DATE", "TIME", "DURATION", "SET"}):
        return False
    return not (reference.has_value and (reference.resolved or reference.timex)) or value_agrees(reference, chosen)


def number_of(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def close(a, b):
    return a is not None and b is not None and abs(a - b) <= 1e-9 + 1e-6 * abs(b)


def number_agrees(result, text, found):
    value = (result.get("Resolution") or {}).get("value", "")
    kind = result.get("TypeName", "")
    span = core(text, span_of(result, text)) if kind != "ordinal" else span_of(result, text)
    if kind == "numberrange":
        items = [item for item in found["quantities"] if shared(span, item["span"])]
        if value[1:-1].partition(",")[0] == value[1:-1].partition(",")[2]:  # "equals 20" is the number itself
            items += [item for item in found["numbers"] if shared(span, item["span"])]
        return any(interval_agrees(value, item) for item in items + both_ends(items))
    if kind == "percentage":
        wanted = number_of(value.rstrip("%"))
        items = [item for item in found["quantities"] if item["unit"] == "percent"]
    else:
        wanted, items = number_of(value), found["numbers"]
    for item in items:
        half = shared(span, item["span"]) * 2 >= max(span[1] - span[0], item["span"][1] - item["span"][0])
        if half and close(item["low"], wanted) and (kind != "ordinal" or item["ordinal"] or item["definite"]):
            return True
    return False


def both_ends(items):
    """"More than 100 and less than 300": two open intervals are one closed one."""
    return [{"low": a["low"], "high": b["high"]} for a in items for b in items
            if a["high"] is None and b["high"] is not None and not b["low"] and a["low"] is not None]


def interval_agrees(value, item):
    """"[20,30)": whether an end belongs to it, Isnad does not say."""
    low, _, high = value[1:-1].partition(",")
    low, high = number_of(low), number_of(high)
    same_low = close(item["low"], low) if low is not None else item["low"] in (0, None) or item["low"] == -float("inf")
    return same_low and (close(item["high"], high) if high is not None else item["high"] is None)


def agrees(case, found):
    """Whether each expected result is found, and nothing when nothing is expected."""
    if case.kind == "times":
        return all(time_agrees(result, case.text, found["times"]) for result in case.results) if case.results else not found["times"]
    results = [result for result in case.results if result.get("Text")]
    if not results:
        layer = {"NumberRangeModel": "quantities", "PercentModel": "quantities"}.get(case.name, "numbers")
        wanted = [item for item in found[layer] if "Ordinal" not in case.name or item["ordinal"]]
        if case.name == "NumberModel":
            wanted = [item for item in wanted if not item["ordinal"]]
        if case.name == "PercentModel":
            wanted = [item for item in wanted if item["unit"] == "percent"]
        if case.name == "NumberRangeModel":
            wanted = [item for item in wanted if item["low"] != item["high"]]
        return not wanted
    return all(number_agrees(result, case.text, found) for result in results)
