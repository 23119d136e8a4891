"""Classes of cases in which Recognizers-Text follows other conventions than TIMEX3 and the guidelines of Isnad.

A class is a name, a reason and a rule over what the case expects and what is found; no rule looks at a place or a file. The rules
are tried in order, and only for cases that do not agree.
"""
import re

from recognizers_judge import beside, core, number_of, shared, span_of, words_in
from recognizers_values import Reference, clock_of, date_of

MONTHS = "يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
WEEKDAYS = "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
UNITS = ("ثاني", "ثوان", "دقيق", "دقائق", "ساع", "يوم", "أيام", "سبوع", "أسابيع", "شهر", "أشهر", "شهور", "عام", "أعوام", "سنة", "سنوات", "سنين", "سنت",
         "عقد", "عقود", "قرن", "غد", "أمس", "ليل", "صباح", "مساء", "ظهر", "فجر", "ميلاد", "عيد")
ONES = ("واحد", "اثن", "ثاني", "ثلاث", "ثالث", "أربع", "رابع", "خمس", "خامس", "ست", "سادس", "سبع", "سابع", "ثمان", "ثامن", "تسع", "تاسع", "عشر", "عاشر",
        "أحد", "حادي", "ألف", "مائة", "ربع")
VAGUE = ("بضع", "عدة", "بعض", "قليل", "عديد")


def bare(word):
    """A word without its conjunction, preposition and article."""
    for prefix in ("وال", "بال", "لل", "ال", "و", "ل", "ب", "ف"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix):]
    return word


def is_number_word(word):
    return bool(re.fullmatch(r"[\d٠-٩.:/-]+", word)) or bare(word).startswith(ONES)


def content(result, text):
    span = core(text, span_of(result, text))
    return [text[slice(*word)].strip(".,،!؟?") for word in words_in(text, span)]


def each_wrong(case, rule, found):
    return bool(case.results) and any(rule(result, case, found) for result in case.results)


def bare_number(result, case, found):
    """Only numbers, with nothing that says what they number."""
    words = [word for word in content(result, case.text) if word]
    named = [word for word in words if word in MONTHS or word in WEEKDAYS or (any(unit in word for unit in UNITS) and not is_number_word(word))]
    return case.kind == "times" and bool(words) and not named and any(is_number_word(word) for word in words) and all(
        is_number_word(word) or len(bare(word)) <= 3 for word in words)


def bare_beside(result, case, found):
    """A day or an hour that is only a number, beside a time that is one: "on the 15th, 8 in the evening"."""
    reference = Reference(result)
    text = case.text[slice(*span_of(result, case.text))]
    if result["Text"] not in case.text:  # the words of the result are not those of the case
        text = re.sub(r":\d\d\s*$", "", result["Text"])
    pieces = re.search(r"(?:في|من|إلى|،|^)\s*(?:ال)?[\d٠-٩]{1,2}(?=\s*(?:،|الساعة|إلى|في|من|$))|(?:في|من|إلى)\s+ال\w+ة\s*$|(?:في|من)\s+[\d٠-٩]{1,2}\s*$", text)
    return case.kind == "times" and bool(pieces) and reference.kind in ("datetime", "datetimerange", "time", "timerange", "set", "date", "daterange")


def vague_amount(result, case, found):
    return case.kind == "times" and any(word in result["Text"] for word in VAGUE)


def to_the_second(result, case, found):
    """The value carries the minute of the message: "in 5 minutes", "the rest of today"."""
    reference = Reference(result)
    counted = re.search(r"T\d\d:\d\d:\d\d", reference.timex)
    items = beside(case.text, result, found["times"])
    return bool(counted) and not any(clock_of(item["value"]) for item in items)


def in_units(result, case, found):
    """"In ten days", said with the word for "inside"."""
    text = case.text[slice(*span_of(result, case.text))] if result["Text"] in case.text else result["Text"]
    inside = text.startswith(("في ", "خلال ", "منذ ")) or re.search(r"(?:في|خلال|منذ) +" + re.escape(text[:12]), case.text)
    return bool(inside) and any(item["type"] == "DURATION" for item in beside(case.text, result, found["times"]))


def from_now(result, case, found):
    return "من الآن" in result["Text"] and Reference(result).kind in ("date", "datetime")


def of_the_story(result, case, found):
    return any(word in result["Text"] for word in ("التالي", "السابق")) and bool(
        beside(case.text, result, found["times"]))


def week_of_month(result, case, found):
    return bool(re.search(r"-W0\d\)?$", Reference(result).timex)) and bool(re.match(r"[\dX]{4}-\d\d-W", Reference(result).timex))


def rest_of(result, case, found):
    text = result["Text"]
    return any(word in text for word in ("بقية", "باقي", "نهاية")) and "عطلة" not in text


def no_such_day(result, case, found):
    """The value is a day that its month does not have."""
    values = [Reference(result).timex, *Reference(result).points()]
    return any(re.fullmatch(r"\d{4}-\d\d-\d\d", value) and date_of(value) is None for value in values)


def hour_of_part(result, case, found):
    """The middle of the morning as ten o'clock, that of the afternoon as two."""
    text = result["Text"]
    return "منتصف" in text and any(part in text for part in ("صباح", "الظهر")) and bool(re.fullmatch(r"T\d\d", Reference(result).timex))


def of_mine(result, case, found):
    return any(word.strip("؟.!") in ("يومي", "أسبوعي", "اسبوعي", "شهري") for word in result["Text"].split())


def month_first(result, case, found):
    match = re.search(r"(?<![\d.])(\d\d?)/(\d\d?)(?!\d)", result["Text"])
    return case.kind == "times" and bool(match) and int(match.group(2)) <= 31 and int(match.group(1)) <= 12


def nth_weekday(result, case, found):
    text = result["Text"]
    return any(day in text for day in [*WEEKDAYS, "جمعة"]) and any(bare(word).startswith(("أول", "ثاني", "ثالث", "رابع", "خامس")) for word in text.split())


def american(result, case, found):
    return bool(re.search(r"-WXX-\d-\d", Reference(result).timex)) and "WXX" in Reference(result).timex


def last_month_name(result, case, found):
    return any(month in result["Text"] for month in MONTHS) and any(word in result["Text"] for word in ("الماضي", "القادم", "المقبل"))


def words_of_year(result, case, found):
    """Decades and years spelled as English says them: "the two thousands", "nineteen ninety-nine"."""
    return any(word in result["Text"] for word in ("ألفين", "تسعة عشر", "ألف و")) and not re.search(r"\d{3}", result["Text"])


def relative_ordinal(result, case, found):
    return (result.get("TypeName") or "").endswith("relative")


def cardinal_as_ordinal(result, case, found):
    span = span_of(result, case.text)
    wanted = number_of((result.get("Resolution") or {}).get("value"))
    return result.get("TypeName") == "ordinal" and any(
        shared(span, item["span"]) and item["low"] == wanted and not item["ordinal"] for item in found["numbers"])


def off_by_ten(result, case, found):
    """The reference lost noughts of the words."""
    wanted = number_of((result.get("Resolution") or {}).get("value"))
    span = span_of(result, case.text)
    for item in found["numbers"]:
        if wanted and item["low"] and shared(span, item["span"]) and item["low"] > 0 < wanted:
            ratio = item["low"] / wanted if item["low"] > wanted else wanted / item["low"]
            if ratio >= 9.99 and abs(ratio / 10 ** round(len(str(int(ratio))) - 1) - 1) < 1e-6:
                return True
    return False


def typed_backwards(result, case, found):
    return case.kind == "numbers" and "^" in result["Text"] and bool(re.search(r"-\^|--", result["Text"]))


def glued_letters(case, found):
    """Nothing is expected of a number that letters touch."""
    return case.kind == "numbers" and not [r for r in case.results if r.get("Text")] and bool(re.search(r"[\d٠-٩][\u0621-\u064AA-Za-z]", case.text))


def over_results(rule):
    return lambda case, found: each_wrong(case, rule, found)


CONVENTIONS = {
    "number alone as day or hour": ("\"I will be back at 7\", \"on 15\": in news a number without unit, month or weekday is no time", over_results(bare_number)),
    "number as day or hour beside a time": ("\"on 15 at 8 in the evening\": the same inside a longer time", over_results(bare_beside)),
    "vague amounts are three": ("\"a few days\" is P3D there; TIMEX3 keeps it open", over_results(vague_amount)),
    "counted to the second of the message": ("\"in 5 minutes\" adds to the clock of the message; an article has a day at most", over_results(to_the_second)),
    "calques of \"in ten days\"": ("the Arabic words say within or since: a DURATION", over_results(in_units)),
    "\"from now\" as past": ("\"a month from now\" looks ahead in Arabic; the translated cases look back", over_results(from_now)),
    "counted from the story": ("\"the following month\" counts from what was told, not from the report", over_results(of_the_story)),
    "weeks of a month": ("TIMEX3 has no such value; the month and its part are given", over_results(week_of_month)),
    "rest and end of a period": ("\"rest of the week\" is from today to its end there; TIMEX3 gives the period with mod END", over_results(rest_of)),
    "days that no month has": ("30 February, 31 November: no value is right", over_results(no_such_day)),
    "hours for the middle of morning and afternoon": ("ten and two o'clock are the assistant's choice; TIMEX3 says MO or AF", over_results(hour_of_part)),
    "\"my day\", \"my week\"": ("of a user who talks of a calendar; the same letters are an adjective in news", over_results(of_mine)),
    "month before day": ("the order of the United States; Arabic pages write the day first", over_results(month_first)),
    "nth weekday of the current month": ("\"the second Sunday\" without a month", over_results(nth_weekday)),
    "holidays of the United States": ("days that other countries hold on other dates", over_results(american)),
    "\"last\" before a month's name": ("the month of the year before; in news the latest one", over_results(last_month_name)),
    "years in words as in English": ("\"the two thousands\", \"nineteen ninety-nine\"", over_results(words_of_year)),
    "last, next, previous are ordinals": ("relative ordinals are no numbers in news", over_results(relative_ordinal)),
    "cardinals called ordinals": ("three trillion is no ordinal in Arabic", over_results(cardinal_as_ordinal)),
    "noughts lost": ("the value differs from its own words by a power of ten", over_results(off_by_ten)),
    "typed from right to left": ("powers whose parts stand in reverse", over_results(typed_backwards)),
    "letters that touch digits": ("\"29kl\" is no number there", glued_letters),
}
