"""Dates as the evaluation compares them: by the first and the last day that they can mean.

It reads more forms than the graph takes ("2018-10-XX") and lets "about" and "perhaps" pass for the date itself.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

Days = tuple[date, date]
QUALIFIERS = re.compile(r"[~?%]")
UNKNOWN_PARTS = re.compile(r"-(?:XX|uu)", re.IGNORECASE)
DECADE = re.compile(r"(\d{3})X")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@lru_cache(maxsize=10_000)
def days(edtf: str | None) -> Days | None:
    """The first and last day of a date; None for none, for one open on both sides, and for what is no date."""
    text = QUALIFIERS.sub("", edtf or "").strip()
    if "/" not in text:
        return _point(text)
    left, right = (_point(end) for end in text.split("/", 1))
    if not left and not right:
        return None
    return left[0] if left else date.min, right[1] if right else date.max


def contradict(one: str | None, other: str | None) -> bool:
    """Whether both dates are known and no day fits both."""
    first, second = days(one), days(other)
    return bool(first and second and (first[1] < second[0] or second[1] < first[0]))


def _point(text: str) -> Days | None:
    known = UNKNOWN_PARTS.sub("", text)
    decade = DECADE.fullmatch(known)
    if decade:
        return date(int(decade[1]) * 10, 1, 1), date(int(decade[1]) * 10 + 9, 12, 31)
    try:
        return _span(*map(int, known.split("-")))
    except (ValueError, TypeError):
        return None


def _span(year: int, month: int | None = None, day: int | None = None) -> Days:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    first, last = SEASONS.get(month, (month, month))
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
