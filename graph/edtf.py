"""Dates as known (EDTF levels 0 and 1): the first and last day that they allow, and how they read in words.

Points are parsed by the `edtf` package, but for plain years, months and days, which are read here. Three readings are
our own: an empty end of an interval ("2019/") is unknown and, like an open one (".."), allows every day; a date marked
approximate ("~", "%") may miss by one of its units, so that "2019-06~" allows May to July; a winter ends in the year
after the one it is named by.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date, timedelta
from functools import lru_cache
from time import struct_time
from typing import NamedTuple

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from graph.model import WhoheldError

POINT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?|-2[1-4])?[~?%]?|\d{3}X|\d\dXX|\d{4}-XX|\d{4}-(\d\d|XX)-XX")
PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
OPEN = ("", "..")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


class BadDate(WhoheldError):
    """A string that is no EDTF date of level 0 or 1."""


class Bounds(NamedTuple):
    """The first and the last day that a date allows; None where it is open or not known."""

    earliest: date | None = None
    latest: date | None = None

    def overlaps(self, other: Bounds) -> bool:
        """Whether some day is allowed by both."""
        return not (before(self.latest, other.earliest) or before(other.latest, self.earliest))

    def gap(self, other: Bounds) -> timedelta:
        """How far the two lie apart: nothing where some day is allowed by both."""
        early, late = (self, other) if before(self.latest, other.earliest) else (other, self)
        return max(late.earliest - early.latest, timedelta()) if late.earliest and early.latest else timedelta()

    def meet(self, other: Bounds) -> Bounds:
        """The days that both allow; only for bounds that overlap."""
        first = [day for day in (self.earliest, other.earliest) if day]
        last = [day for day in (self.latest, other.latest) if day]
        return Bounds(max(first, default=None), min(last, default=None))

    def join(self, other: Bounds) -> Bounds:
        """The days from the first that either allows to the last."""
        first = min(self.earliest, other.earliest) if self.earliest and other.earliest else None
        return Bounds(first, max(self.latest, other.latest) if self.latest and other.latest else None)

    @property
    def days(self) -> int:
        """How many days lie between the two ends: 0 for one day, very many where an end is open."""
        return (self.latest - self.earliest).days if self.earliest and self.latest else date.max.toordinal()


def before(first: date | None, second: date | None) -> bool:
    """Whether both days are known and the first lies before the second."""
    return first is not None and second is not None and first < second


def is_valid(edtf: str) -> bool:
    """Whether a string is an EDTF date that `bounds` understands."""
    try:
        bounds(edtf)
    except BadDate:
        return False
    return True


@lru_cache(maxsize=10_000)
def bounds(edtf: str | None) -> Bounds:
    """The first and last day that a date allows, none for None; raises `BadDate` when it is no EDTF date."""
    if edtf is None:
        return Bounds()
    first, last = _ends(edtf)
    found = Bounds(_days(first, edtf).earliest, _days(last, edtf).latest)
    if before(found.latest, found.earliest):
        raise BadDate(f"The date “{edtf}” ends before it begins: put the earlier end first")
    return found


@lru_cache(maxsize=10_000)
def in_words(edtf: str | None) -> str:
    """A date for people: "1 July 2019", "October 2021", "autumn 2020", "about June 2019", "2016–2020", or "".

    Raises `BadDate` when it is no EDTF date of level 0 or 1.
    """
    if not edtf:
        return ""
    bounds(edtf)
    if "/" not in edtf:
        return _point_in_words(edtf)
    first, last = _ends(edtf)
    if first in OPEN and last in OPEN:
        return "at a time not known"
    if first in OPEN or last in OPEN:
        return f"until {_point_in_words(last)}" if first in OPEN else f"from {_point_in_words(first)}"
    return _interval_in_words(_point_in_words(first), _point_in_words(last))


def as_edtf(span: Bounds) -> str | None:
    """The shortest EDTF date that has just these bounds; None when there are none."""
    if span.earliest is None and span.latest is None:
        return None
    if span.earliest and span.latest:
        for size in (4, 7, 10):
            point = span.earliest.isoformat()[:size]
            if bounds(point) == span:
                return point
    return f"{_shortest(span.earliest, first=True)}/{_shortest(span.latest, first=False)}"


def _ends(edtf: str) -> tuple[str, str]:
    parts = edtf.split("/")
    if len(parts) > 2 or edtf in OPEN or parts == ["", ""]:
        raise BadDate(_advice(edtf))
    return parts[0], parts[-1]


def _advice(edtf: str) -> str:
    return f"“{edtf}” is no date: write 2019-07-01, 2019-07, 2019, 2019-21 (spring), 2016/2020, 2019/.. or 2019-06~"


def _days(point: str, whole: str) -> Bounds:
    if point in OPEN:
        return Bounds()
    if not POINT.fullmatch(point):
        raise BadDate(_advice(whole))
    bare, qualifier = (point[:-1], point[-1]) if point[-1] in QUALIFIERS else (point, "")
    try:
        span = _strict(bare)
        return _padded(span, bare.count("-")) if qualifier in ("~", "%") else span
    except (EDTFParseException, ValueError, OverflowError):
        raise BadDate(_advice(whole)) from None


def _strict(bare: str) -> Bounds:
    return _plain(bare) if PLAIN.fullmatch(bare) else parsed_strictly(bare)


def _plain(bare: str) -> Bounds:
    """A year, a month or a day, which nearly all dates are: the parser takes some 20 ms for each."""
    year, month = int(bare[:4]), int(bare[5:7] or 1)
    if bare[8:]:
        day = date(year, month, int(bare[8:]))
        return Bounds(day, day)
    last = month if bare[5:7] else 12
    return Bounds(date(year, month, 1), date(year, last, monthrange(year, last)[1]))


def parsed_strictly(bare: str) -> Bounds:
    """The days of a point without a qualifier, as the `edtf` package reads it; raises what it raises."""
    parsed = parse_edtf(bare)
    first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    if bare[5:] == "24":
        last = date(first.year + 1, 2, monthrange(first.year + 1, 2)[1])
    return Bounds(first, last)


def _day(moment: struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _padded(span: Bounds, precision: int) -> Bounds:
    """Wider by one unit on both sides: the span itself for a year, month or season, one day for a day."""
    if span.earliest is None or span.latest is None:
        return span
    day_before, day_after = span.earliest - timedelta(days=1), span.latest + timedelta(days=1)
    if precision == 2:
        return Bounds(day_before, day_after)
    months = (span.latest.year - span.earliest.year) * 12 + span.latest.month - span.earliest.month + 1
    first = day_before.year * 12 + day_before.month - months
    last = day_after.year * 12 + day_after.month + months - 2
    year, month = last // 12, last % 12 + 1
    return Bounds(date(first // 12, first % 12 + 1, 1), date(year, month, monthrange(year, month)[1]))


def _point_in_words(point: str) -> str:
    qualifier = QUALIFIERS.get(point[-1], "")
    year, *rest = point.rstrip("~?%").split("-")
    rest = [part for part in rest if part != "XX"]
    if "X" in year:
        words = f"{year.replace('X', '0')}s"
    elif not rest:
        words = year
    elif rest[0] in SEASONS:
        words = f"{SEASONS[rest[0]]} {year}"
    else:
        words = " ".join([*(str(int(day)) for day in rest[1:]), month_name[int(rest[0])], year])
    return qualifier + words


def _interval_in_words(first: str, last: str) -> str:
    """Joined by a dash, closed up between years, and without saying month and year twice."""
    if first == last:
        return first
    if first.isdigit() and last.isdigit():
        return f"{first}–{last}"
    own, other = first.split(" "), last.split(" ")
    if len(own) == len(other) == 3 and own[1:] == other[1:]:
        return f"{own[0]}–{last}"
    if len(own) == len(other) and own[-1] == other[-1]:
        return f"{' '.join(own[:-1])} – {last}"
    return f"{first} – {last}"


def _shortest(day: date | None, *, first: bool) -> str:
    if day is None:
        return ".."
    for size in (4, 7):
        point = day.isoformat()[:size]
        span = bounds(point)
        if day == (span.earliest if first else span.latest):
            return point
    return day.isoformat()
