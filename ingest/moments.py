"""Arithmetic on dates known to a day, a month, a season or a year: the words of `ingest.dates` in numbers."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade"]

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
UP_TO_TWENTY = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
NUMBERS = {word: value for value, word in enumerate(UP_TO_TWENTY, 1)} | {"a": 1, "an": 1, "a couple of": 2, "a few": 3}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, and its month (21 to 24 a season) and day as far as known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    @property
    def known_month(self) -> int:
        """The month for comparing: of a season its first, of a bare year December."""
        return FIRST_MONTH.get(self.month or 12, self.month or 12)

    @property
    def first_day(self) -> date:
        """The earliest day that this can mean."""
        return date(self.year, FIRST_MONTH.get(self.month or 1, self.month or 1), self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that this can mean."""
        if self.day:
            return self.first_day
        if self.month is None:
            return date(self.year, 12, 31)
        after = (date(self.year, self.known_month, 28) + timedelta(days=4 + 61 * (self.month > 12))).replace(day=1)
        return after - timedelta(days=1)

    def to(self, precision: Precision) -> Moment:
        """The same, no finer than asked."""
        if precision == "day":
            return self
        return Moment(self.year, self.month if precision == "month" else None)

    def plus_years(self, count: int) -> Moment:
        """The year that lies `count` years later (or earlier)."""
        return Moment(self.year + count)

    def plus_months(self, count: int) -> Moment:
        """The month that lies `count` months later, the year alone where no month is known."""
        if self.month is None or self.month > 12:
            return Moment(self.year)
        index = self.year * 12 + self.month - 1 + count
        return Moment(index // 12, index % 12 + 1)

    def plus_days(self, count: int) -> Moment:
        """The day that lies `count` days later; as vague as this where no day is known."""
        if self.day is None:
            return self
        moved = self.first_day + timedelta(days=count)
        return Moment(moved.year, moved.month, moved.day)


def moment(edtf: str | None) -> Moment | None:
    """The first moment of an EDTF date or interval, None for none or an open start."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return Moment(year or 0, month, day)


def last_moment(edtf: str | None) -> Moment | None:
    """The last moment that an EDTF date or interval names."""
    return moment((edtf or "").split("/")[-1]) or moment(edtf)


def days(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day that a date or interval can mean; None for no date, open ends as far as dates go."""
    first, last = moment(edtf), last_moment(edtf)
    if not edtf or last is None:
        return None
    if edtf.endswith("/.."):
        return last.first_day, date.max
    return (first.first_day if first else date.min), last.last_day


def precision(edtf: str) -> Precision:
    """How finely the first part of a date is known."""
    parts = edtf.split("/", maxsplit=1)[0].split("-")
    if parts[0].endswith("X"):
        return "decade"
    if len(parts) == 1:
        return "year"
    return "day" if len(parts) > 2 else ("season" if int(parts[1]) > 12 else "month")


def valid(when: Moment) -> bool:
    """Whether the calendar has it and it is of the times that such documents speak of."""
    if not 1900 <= when.year <= 2099:
        return False
    if when.month is None or when.month > 12:
        return when.day is None
    return when.day is None or 1 <= when.day <= calendar.monthrange(when.year, when.month)[1]


def month_number(word: str) -> int:
    """The number of a month's name or its abbreviation."""
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def number(word: str) -> int | None:
    """A small number in figures or words."""
    word = " ".join(word.lower().split())
    return int(word) if word.isdigit() else NUMBERS.get(word)


def full_year(text: str, like: int | None = None) -> int:
    """A year of four figures, or of two in the century of `like` (or the nearest past one)."""
    if len(text) == 4:
        return int(text)
    century = (like or 2000) // 100 * 100
    year = century + int(text)
    return year - 100 if like is None and int(text) > 60 else year
