"""Feasts by which English texts tell a date: the day or month of a year on which each falls."""

from __future__ import annotations

from datetime import date, timedelta

from ingest.moments import Moment

MONTHS = {"christmas": 12, "michaelmas": 9, "the new year": 1}
DAYS = {
    "new year's day": (1, 1),
    "twelfth night": (1, 5),
    "st david's day": (3, 1),
    "st patrick's day": (3, 17),
    "lady day": (3, 25),
    "st george's day": (4, 23),
    "may day": (5, 1),
    "midsummer day": (6, 24),
    "hallowe'en": (10, 31),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "st andrew's day": (11, 30),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
BY_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter day": 0,
    "easter monday": 1,
}
MONTHS_BY_EASTER = {"easter": 0, "whitsun": 49, "whitsuntide": 49}  # days from Easter Sunday
NAMES = tuple(sorted((*DAYS, *BY_EASTER, *MONTHS, *MONTHS_BY_EASTER), key=len, reverse=True))


def feast(name: str, year: int) -> Moment:
    """When a feast fell in a year: its day, or its month where the name is of a season; `name` is one of `NAMES`."""
    if name in MONTHS:
        return Moment(year, MONTHS[name])
    if name in DAYS:
        return Moment(year, *DAYS[name])
    day = _easter(year) + timedelta(days=(BY_EASTER | MONTHS_BY_EASTER)[name])
    return Moment(year, day.month, None if name in MONTHS_BY_EASTER else day.day)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    back = moon - weekday
    return date(year, 3 + (back + 40) // 44, back + 28 - 31 * ((3 + (back + 40) // 44) // 4))
