"""Values of Recognizers-Text and of TIMEX3 on one scale: stretches of days, times of day, seconds."""
import datetime
import re

DAY = datetime.timedelta(days=1)
YEAR = 365 * 86400
UNITS = {"Y": YEAR, "M": YEAR / 12, "W": 7 * 86400, "D": 86400}
CLOCK_UNITS = {"H": 3600, "M": 60, "S": 1}


def seconds_of(duration):
    """"P3Y6M", "PT1.5H": seconds, a year of 365 days, a month its twelfth; None when it is no duration or vague."""
    match = re.fullmatch(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?", duration or "")
    if not match or duration == "P":
        return None
    total = 0.0
    for part, units in ((match.group(1), UNITS), (match.group(2), CLOCK_UNITS)):
        for amount, unit in re.findall(r"([\d.]+)([A-Z])", part or ""):
            total += float(amount) * units[unit]
    return round(total, 3)


def date_of(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def month_after(year, month, months):
    """The first day of the month so many months later; None beyond the calendar."""
    index = year * 12 + month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, 1) if 12 <= index < 9999 * 12 else None


def stretch_of(value):
    """(first day, day behind the last) of a TIMEX3 date value, or None: "2016-11-07", "2016-W45", "2016-Q3", "198"."""
    value = re.sub(r"T.*$", "", value)
    day = date_of(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    if day:
        return day, day + DAY
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        try:
            monday = datetime.date.fromisocalendar(int(match.group(1)), int(match.group(2)), 1)
        except ValueError:
            return None
        return (monday + 5 * DAY, monday + 7 * DAY) if match.group(3) else (monday, monday + 7 * DAY)
    sizes = {"Q": 3, "H": 6}
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        year, size, nth = int(match.group(1)), sizes[match.group(2)], int(match.group(3))
        return month_after(year, 1, size * (nth - 1)), month_after(year, 1, size * nth)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(match.group(1)), int(match.group(2))
        return (month_after(year, month, 0), month_after(year, month, 1)) if 1 <= month <= 12 and year else None
    if re.fullmatch(r"\d{2,4}", value) and int(value):
        size = 10 ** (4 - len(value))
        first, last = int(value) * size, (int(value) + 1) * size
        return (datetime.date(max(first, 1), 1, 1), datetime.date(last, 1, 1)) if last < 9999 else None
    return None


def clock_of(value):
    """(hour, minute, second) behind the T of a value, or None."""
    match = re.search(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?", value)
    return tuple(int(part or 0) for part in match.groups()) if match else None


def part_of(value):
    """The part of the day behind the T of a value: MO, AF, EV, NI, MI, DT."""
    match = re.search(r"T(MO|AF|EV|NI|MI|DT)", value)
    return match.group(1) if match else None


# Hours that a part of the day alone stands for.
HOUR_OF_PART = {"MI": (12, 0, 0)}


def ends_of(value):
    """Both ends of a range "a/b", or the value twice."""
    first, _, last = value.partition("/")
    return (first, last or first)


class Reference:
    """What one result of a case says: days, hours, length, repetition. Past and future readings stand side by side."""

    def __init__(self, result):
        value = result.get("Value") or {}
        resolution = result.get("Resolution") or {}
        self.text = result["Text"].strip()
        kind = result.get("TypeName") or result.get("Type") or ""
        self.kind = kind.split(".")[-1]
        self.readings, self.timexes = [], []
        if isinstance(resolution, dict):
            for reading in resolution.get("values", []) if isinstance(resolution.get("values"), list) else []:
                self.readings.append(reading)
                self.timexes.append(reading.get("timex", ""))
        if "Timex" in value:
            self.timexes.append(value["Timex"])
            self.readings += [value.get("PastResolution") or {}, value.get("FutureResolution") or {}]
        self.timex = next(iter(self.timexes), "")
        self.has_value = bool(self.timexes)
        no_date = "0001-01-01"
        self.resolved = [reading for reading in self.readings if reading and reading.get("value") != "not resolved" and no_date not in reading.values()]

    def points(self):
        """Texts of the day, or of day and time, that the result may mean."""
        out = set()
        for reading in self.resolved:
            for key in ("date", "dateTime", "time", "value"):
                if reading.get(key):
                    out.add(reading[key])
        return out

    def ranges(self):
        """(first, last) as texts, either empty when the result leaves that end open."""
        out = set()
        for reading in self.resolved:
            first = [reading[key] for key in ("startDate", "startDateTime", "startTime", "start") if reading.get(key)]
            last = [reading[key] for key in ("endDate", "endDateTime", "endTime", "end") if reading.get(key)]
            if first or last:
                out.add(((first or [""])[0], (last or [""])[0]))
        return out

    def length(self):
        """The duration of the result itself or the third part of a range, in seconds, or None."""
        if self.timex.startswith("("):
            return seconds_of(self.timex.strip("()").split(",")[-1])
        return seconds_of(self.timex)
