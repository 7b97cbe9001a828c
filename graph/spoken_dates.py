"""Dates as people write them in a question or a form, as EDTF: "3 May 2020", "in 2018", "from 2016 to 2020"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from graph.edtf import bounds, is_valid

MONTHS = (
    *enumerate(calendar.month_name[1:], 1),
    *enumerate(calendar.month_abbr[1:], 1),
    (9, "Sept"),
)
ACCEPTED = (
    "a day (2020-05-03), a month (2020-05), a year (2020), an interval (2016/2020, 2019/..) or words (3 May 2020)"
)

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_IN = r"(?:(?:in|over|during|within|for)\s+)?(?:the\s+)?"
_MONTH = rf"(?:{'|'.join(sorted((name for _, name in MONTHS), key=len, reverse=True))})\.?"
_DAY = r"(?:\d{1,2})(?:st|nd|rd|th)?"
_POINT = (
    rf"(?:{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}(?!\d)|\d{4})"
)
_WRITTEN = re.compile(r"\b(?:(?:on|in|at|as of|during|from)\s+)?((?:\d{4}[\d-]*|\.\.)/(?:\d{4}[\d-]*|\.\.)?)(?!\S)")
_INTERVAL = re.compile(
    r"\b(?:(?:in|during|over|for)\s+(?:the\s+)?(?:period|years|time)\s+)?"
    rf"(?:between|from|during)?\s*({_POINT})\s*(?:and|to|until|till|–|-)\s*({_POINT})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(rf"\b(since|after|before|until|till|up to|by)\s+({_POINT})\b", re.IGNORECASE)
_AT = re.compile(rf"\b(?:(?:on|in|at|as of|as at|during)\s+)?(?:the\s+)?({_POINT})(?![\w/-])", re.IGNORECASE)
_EDGE = re.compile(rf"\b(?:(?:on|at|by)\s+)?the\s+(start|beginning|end)\s+of\s+({_POINT})(?![\w/-])", re.IGNORECASE)
_SEASON = re.compile(rf"\b{_IN}(\d{{4}})[-/–](\d{{2}})(?![\w/-])", re.IGNORECASE)
_DECADE = re.compile(rf"\b{_IN}(\d{{3}}0)s\b", re.IGNORECASE)
_RECENT = re.compile(
    rf"\b{_IN}(?:last|past)\s+(?:(\d{{1,2}}|{'|'.join(NUMBERS)})\s+)?year(s?)\b|\b(this)\s+year\b", re.IGNORECASE
)
_NOW = re.compile(
    r"\b(?:right now|now|nowadays|these days|today|current|currently|at present|at the moment)\b", re.IGNORECASE
)


def as_edtf(text: str) -> str | None:
    """The date that a text is, EDTF or in words, as EDTF; None when it is none."""
    bare = text.strip()
    if is_valid(bare):
        return bare
    found = find_date(bare)
    return found[0] if found and not found[1].strip() else None


def find_date(question: str, today: date | None = None) -> tuple[str, str] | None:
    """The date that a question names, as EDTF, and the question without it; None when it names none.

    "now" is `today`.
    """
    for pattern, to_edtf in _READERS:
        if (found := pattern.search(question)) and (edtf := to_edtf(found)):
            return edtf, _without(question, found)
    for pattern, from_today in ((_RECENT, _recent), (_NOW, _now)):
        if today and (found := pattern.search(question)):
            return from_today(found, today), _without(question, found)
    return None


def _without(question: str, found: re.Match[str]) -> str:
    return " ".join(f"{question[: found.start()]} {question[found.end() :]}".split())


def _written(found: re.Match[str]) -> str | None:
    return found[1] if is_valid(found[1]) else None


def _interval(found: re.Match[str]) -> str | None:
    first, last = _point(found[1]), _point(found[2])
    return f"{first}/{last}" if first and last and first <= last else None


def _open(found: re.Match[str]) -> str | None:
    point = _point(found[2])
    if point is None:
        return None
    days, word = bounds(point), found[1].lower()
    if word == "after" and days.latest:
        return f"{days.latest + timedelta(days=1)}/.."
    if word == "before" and days.earliest:
        return f"../{days.earliest - timedelta(days=1)}"
    return f"{point}/.." if word == "since" else f"../{point}"


def _edge(found: re.Match[str]) -> str | None:
    """The first or the last day of a month or a year."""
    point = _point(found[2])
    days = bounds(point) if point else None
    day = days and (days.latest if found[1].lower() == "end" else days.earliest)
    return day.isoformat() if day else None


def _season(found: re.Match[str]) -> str | None:
    """Two years in a row, as councils and schools count them: "2018-19"; 2011-12 is a month."""
    first = int(found[1])
    in_a_row = (first + 1) % 100 == int(found[2]) and ("-" not in found[0] or int(found[2]) > 12)
    return f"{first}/{first + 1}" if in_a_row else None


def _decade(found: re.Match[str]) -> str | None:
    return f"{found[1]}/{int(found[1]) + 9}"


def _recent(found: re.Match[str], today: date) -> str:
    """This year, the year before, or the last so many years up to today."""
    number, several, this = found.groups()
    if this or not (number or several):
        return f"{today.year - (0 if this else 1):04}"
    years = int(number) if (number or "").isdigit() else NUMBERS.index((number or "one").lower()) + 1
    day = min(today.day, calendar.monthrange(today.year - years, today.month)[1])
    return f"{today.replace(year=today.year - years, day=day).isoformat()}/{today.isoformat()}"


def _now(_: re.Match[str], today: date) -> str:
    return today.isoformat()


def _at(found: re.Match[str]) -> str | None:
    return _point(found[1])


def _point(text: str) -> str | None:
    """One day, month or year as EDTF; None for a day that no calendar has."""
    words = re.findall(r"[a-z]{3,}|\d+", text.lower())
    if "-" in text:
        edtf = text
    elif "/" in text:
        day, month, year = (int(part) for part in text.split("/"))
        edtf = f"{year:04}-{month:02}-{day:02}"
    else:
        named = next((number for word in words if (number := _month(word))), None)
        numbers = [word for word in words if word.isdigit()]
        parts = [numbers[-1], f"{named:02}" if named else None, f"{int(numbers[0]):02}" if len(numbers) > 1 else None]
        edtf = "-".join(part for part in parts if part)
    return edtf if is_valid(edtf) else None


def _month(word: str) -> int | None:
    return next((number for number, name in MONTHS if name.lower() == word), None)


_READERS = (
    (_SEASON, _season),
    (_WRITTEN, _written),
    (_DECADE, _decade),
    (_EDGE, _edge),
    (_INTERVAL, _interval),
    (_OPEN, _open),
    (_AT, _at),
)
