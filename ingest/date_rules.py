"""The rules for dates: each a pattern and what its match means, a moment, two, or nothing.

Earlier rules win where two overlap. A group `lead` is a preposition that must stand before and is no part of the date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.moments import (
    FIRST_MONTH,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    Moment,
    Precision,
    full_year,
    month_number,
    number,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a relative date is relative to: publication, the date told before; and whether it lies ahead.

    `latest` is the last month that can be that of publication, where only bounds of it are known.
    """

    published: Moment | None
    latest: Moment | None
    told: Moment | None
    same_sentence: Moment | None
    ahead: bool


UNTIL = re.compile(r"\b(?:until|till)\s+$", re.IGNORECASE)
Value = Moment | tuple[Moment, Moment] | str | None
Make = Callable[[re.Match[str], Setting], Value]

DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
MONTH_NAMES = "|".join((*MONTHS, *(f"{name[:3]}\\b\\.?" for name in MONTHS), "sept\\b\\.?"))
MONTH = rf"(?P<m>{MONTH_NAMES})"
YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
TO = r"\s*(?:-|–|—|to|until|till|and|through)\s*"
COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
SEASON = rf"(?P<s>{'|'.join(SEASONS)})"
PART = (
    r"(?:(?:the\s+)?(?P<part>very\s+end|end|close|start|beginning|turn|middle|early|late|mid|latter\s+part|"
    r"(?:first|second|third|fourth|last|final)\s+(?:week|days)|first\s+half|second\s+half)(?:\s+of|\s+in)?(?:\s+|-))"
)
NOT_YEARS = re.compile(
    r"(?:\b(?:act|acts|regulations|order|rules|section|page|paragraph|no\.?|number|room|ref|tel|phone|\W0)\s*(?:\([^)]*\)\s*)?|[£$€#/.]\s?|\d,?)$",
    re.IGNORECASE,
)
COUNTED = "children|young|staff|cases|people|pupils|homes|families|words|social|referrals|pounds"
NOT_COUNTED = rf"(?!\d|[,.]\d|\s*(?:%|per\s?cent|{COUNTED})\b)"


def _day(match: re.Match[str], month: int, year: int, group: str = "d") -> Moment:
    return Moment(year, month, int(match[group]))


def _full(match: re.Match[str], _: Setting) -> Value:
    return _day(match, month_number(match["m"]), int(match["y"]))


def _days(match: re.Match[str], _: Setting) -> Value:
    last = _day(match, month_number(match["m"]), int(match["y"]))
    return _day(match, last.month or 1, last.year, "d0"), last


def _days_over_months(match: re.Match[str], _: Setting) -> Value:
    last = _day(match, month_number(match["m"]), int(match["y"]))
    first = month_number(match["m0"])
    return _day(match, first, last.year - (first > (last.month or 12)), "d0"), last


def _full_range(match: re.Match[str], _: Setting) -> Value:
    first = Moment(int(match["y0"]), month_number(match["m0"]), int(match["d0"]))
    return first, _day(match, month_number(match["m"]), int(match["y"]))


def _figures(match: re.Match[str], _: Setting) -> Value:
    return Moment(full_year(match["y"]), int(match["mm"]), int(match["d"]))


def _month(match: re.Match[str], _: Setting) -> Value:
    return Moment(int(match["y"]), month_number(match["m"]))


def _month_range(match: re.Match[str], _: Setting) -> Value:
    last = Moment(int(match["y"]), month_number(match["m"]))
    first = month_number(match["m0"])
    return Moment(int(match["y0"]) if match["y0"] else last.year - (first > (last.month or 12)), first), last


def _open(match: re.Match[str], _: Setting) -> Value:
    month = f"-{month_number(match['m']):02}" if match["m"] else ""
    return f"{match['y']}{month}/.."


def _year_range(match: re.Match[str], _: Setting) -> Value:
    first = int(match["y"])
    last = full_year(match["y2"], first)
    return (Moment(first), Moment(last)) if first < last else None


def _financial_year(match: re.Match[str], _: Setting) -> Value:
    first, last = int(match["y"]), full_year(match["y2"], int(match["y"]))
    return (Moment(first, 4), Moment(last, 3)) if last == first + 1 else None


def _quarter(match: re.Match[str], _: Setting) -> Value:
    word = match["q"].lower()
    start = 3 * (int(word) if word.isdigit() else ORDINALS[word]) - 2
    return Moment(int(match["y"]), start), Moment(int(match["y"]), start + 2)


def _part_of_year(match: re.Match[str], _: Setting) -> Value:
    part, year = match["part"].lower(), int(match["y"])
    if part.endswith("end") or part == "close":
        return Moment(year, 12)
    return Moment(year, 1) if part in {"start", "beginning", "turn"} else Moment(year)


def _season(match: re.Match[str], _: Setting) -> Value:
    return Moment(int(match["y"]), SEASONS[match["s"].lower()])


def _decade(match: re.Match[str], _: Setting) -> Value:
    return f"{match['y'][:3]}X"


def _year(match: re.Match[str], _: Setting) -> Value:
    return None if NOT_YEARS.search(match.string[: match.start()][-25:]) else Moment(int(match["y"]))


def _year_of(which: str, setting: Setting) -> Moment | None:
    """The year that "last", "this", "next", "that", "the following" says."""
    which = " ".join(which.lower().split())
    if which in {"last", "this", "next"}:
        return setting.published and setting.published.plus_years({"last": -1, "this": 0, "next": 1}[which])
    return setting.told and setting.told.plus_years(_step(which))


def _step(which: str) -> int:
    if which.endswith(("following", "next", "after")):
        return 1
    return -1 if which.endswith(("previous", "before")) else 0


def _placed(match: re.Match[str], year: Moment | None) -> Value:
    """The month or season, and day if one is told, in a year."""
    groups = match.groupdict()
    if year is None:
        return None
    month = month_number(groups["m"]) if groups.get("m") else SEASONS[groups["s"].lower()]
    last = Moment(year.year, month, int(groups["d"]) if groups.get("d") else None)
    return (Moment(year.year, month, int(groups["d0"])), last) if groups.get("d0") else last


def _in_year_of(match: re.Match[str], setting: Setting) -> Value:
    return _placed(match, _year_of(match["which"], setting))


def _nearest(match: re.Match[str], setting: Setting) -> Value:
    """A month, day or season without a year: of the year told in the sentence, else the nearest past or coming one."""
    groups = match.groupdict()
    month = month_number(groups["m"]) if groups.get("m") else SEASONS[groups["s"].lower()]
    if setting.same_sentence and not setting.ahead:
        anchor = setting.same_sentence
        apart = FIRST_MONTH.get(month, month) - (1 if anchor.month is None else anchor.known_month)
        return _placed(match, Moment(anchor.year + (apart < -6)))
    now = setting.published
    if now is None:
        return None
    day = int(groups["d"]) if groups.get("d") else None
    there = (FIRST_MONTH.get(month, month), day or (now.day or 1))
    bound = setting.latest or now
    here = (bound.known_month, bound.day or (31 if day else 1))
    if setting.ahead:
        return _placed(match, Moment(now.year + (there < here)))
    return _placed(match, Moment(now.year - (there > here)))


def _last_or_next(match: re.Match[str], setting: Setting) -> Value:
    """“last May”, “next spring”: the nearest before or after this month; “this May” is of this year."""
    now, which = setting.published, match["which"].lower()
    if now is None:
        return None
    month = month_number(match["m"]) if match["m"] else SEASONS[match["s"].lower()]
    place = FIRST_MONTH.get(month, month)
    if which == "this":
        return Moment(now.year, month)
    if which == "next":
        return Moment(now.year + (place <= now.known_month), month)
    return Moment(now.year - (place >= now.known_month), month)


def _told_month(match: re.Match[str], setting: Setting) -> Value:
    """“that June”, “the following April”, “the previous May” from the date told before."""
    told, which = setting.told, match["which"].lower()
    if told is None:
        return None
    month = month_number(match["m"]) if match["m"] else SEASONS[match["s"].lower()]
    place, step = FIRST_MONTH.get(month, month), _step(which)
    if step > 0:
        return Moment(told.year + (told.month is None or place <= told.known_month), month)
    return Moment(told.year - (step < 0 and (told.month is None or place >= told.known_month)), month)


def _week(match: re.Match[str], setting: Setting) -> Value:
    days = {"last": -7, "this": 0, "next": 7}[match["which"].lower()]
    return setting.published and setting.published.plus_days(days).to("month")


def _this_month(match: re.Match[str], setting: Setting) -> Value:
    months = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    found = setting.published and setting.published.plus_months(months)
    return Moment(found.year, found.month, int(match["d"])) if found and match["d"] else found


def _this_year(match: re.Match[str], setting: Setting) -> Value:
    year = _year_of(match["which"], setting)
    ending = (match["part"] or "").lower()
    return Moment(year.year, 12) if year and ending.endswith("end") else year


def _end_of_this(match: re.Match[str], setting: Setting) -> Value:
    now = setting.published
    return now and (Moment(now.year, 12) if match["unit"].lower() == "year" else now.to("month"))


def _weekday(match: re.Match[str], setting: Setting) -> Value:
    now = setting.published
    if now is None or now.day is None:
        return now
    which, wanted = (match["which"] or "").lower(), WEEKDAYS.index(match["w"].lower())
    back = (now.first_day.weekday() - wanted) % 7
    if which == "next" or (setting.ahead and which != "last"):
        return now.plus_days(7 - back if back else 7)
    return now.plus_days(-(back or 7 if which == "last" else back))


def _day_word(match: re.Match[str], setting: Setting) -> Value:
    word = match["word"].lower()
    return setting.published and setting.published.plus_days({"yesterday": -1, "tomorrow": 1}.get(word.split()[-1], 0))


def _shift(base: Moment | None, count: int | None, unit: str) -> Value:
    if base is None or count is None:
        return None
    unit = unit.lower()
    if unit.startswith("year"):
        return base.plus_years(count)
    if unit.startswith("month"):
        return base.plus_months(count)
    days = {"day": 1, "wee": 7, "for": 14}[unit[:3]] * count
    return base.plus_days(days).to("day" if unit.startswith("day") else "month")


def _ago(match: re.Match[str], setting: Setting) -> Value:
    return _shift(setting.published, -(number(match["n"]) or 0), match["unit"])


def _later(match: re.Match[str], setting: Setting) -> Value:
    sign = 1 if match["way"].lower() in {"later", "after", "on"} else -1
    return _shift(setting.told, sign * (number(match["n"]) or 0), match["unit"])


def _same(match: re.Match[str], setting: Setting) -> Value:
    unit = match["unit"].lower()
    grain: Precision = "day" if unit in {"day", "date"} else ("year" if unit == "year" else "month")
    return setting.told and setting.told.to(grain)


def _next_unit(match: re.Match[str], setting: Setting) -> Value:
    return _shift(setting.told, _step(match["which"].lower().strip()), match["unit"])


def _holiday(match: re.Match[str], setting: Setting) -> Value:
    now = setting.published
    if now is None:
        return None
    christmas = match["word"].lower() == "christmas"
    if setting.ahead or UNTIL.search(match.string, 0, match.start()):
        return Moment(now.year, 12) if christmas else Moment(now.year + 1, 1)
    return Moment(now.year - (now.known_month < 12), 12) if christmas else Moment(now.year, 1)


YEARS = r"(?P<which>last|this|next|that|the\s+same|the\s+following|the\s+previous|the\s+next)\s+year\b"
TOLD = r"(?P<which>that(?:\s+same)?|the\s+same|the\s+following|the\s+next|the\s+previous)"
UNIT = r"(?P<unit>years?|months?|weeks?|days?|fortnight)"
NTH = r"(?:st|nd|rd|th)?"
DAY0 = rf"(?P<d0>\d{{1,2}}){NTH}"
MONTH0 = rf"(?P<m0>{MONTH_NAMES})"
YEAR0 = r"(?P<y0>(?:19|20)\d\d)"
NO_AMOUNT = r"\b(?!\s*(?:%|per|of))"
WEEKDAY_NAME = rf"(?P<w>{'|'.join(WEEKDAYS)})\b"
NO_CLAUSE = r"\b(?!\s+(?:the|it|he|she|they|his|her|its|being|a)\b)"


def _lead(words: str) -> str:
    return rf"\b(?P<lead>(?:{words})\s+)"


RULES: tuple[tuple[str, Make], ...] = (
    # Several days and ranges of full dates
    (rf"{DAY0}\s+{MONTH0},?\s+{YEAR0}{TO}{WEEKDAY}{DAY}\s+{MONTH},?\s+{YEAR}", _full_range),
    (rf"{DAY0}\s+{MONTH0}{TO}{WEEKDAY}{DAY}\s+{MONTH},?\s+{YEAR}", _days_over_months),
    (rf"{DAY0}(?:,\s*\d{{1,2}}{NTH})*,?{TO}{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}", _days),
    (rf"{MONTH}\s+{DAY0}{TO}{DAY},?\s+{YEAR}", _days),
    # One day
    (rf"{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}", _full),
    (rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}", _full),
    (r"(?P<y>(?:19|20)\d\d)-(?P<mm>[01]\d)-(?P<d>[0-3]\d)(?!\d)", _figures),
    (r"(?<![\d/])(?P<d>[0-3]?\d)[/.](?P<mm>[01]?\d)[/.](?P<y>(?:19|20)\d\d|\d\d)(?![\d/])", _figures),
    # Months from and to
    (rf"{MONTH0},?\s+{YEAR0}\s*(?:-|–|—|to|until|till)\s*{MONTH},?\s+{YEAR}", _month_range),
    (rf"{_lead('between')}{MONTH0},?\s+{YEAR0}\s+and\s+{MONTH},?\s+{YEAR}", _month_range),
    (rf"{MONTH0}(?P<y0>){TO}{MONTH},?\s+{YEAR}", _month_range),
    (rf"(?:{MONTH}\s+)?{YEAR}\s*(?:-|–|—|to)\s*(?:present|date|now|today|the present(?: day)?)\b", _open),
    # "of last year", "that year"
    (rf"{DAY0}{TO}{DAY}\s+{MONTH},?\s+(?:of\s+)?{YEARS}", _in_year_of),
    (rf"{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+(?:of\s+)?{YEARS}", _in_year_of),
    (rf"{MONTH}\s+{DAY0}{TO}{DAY},?\s+(?:of\s+)?{YEARS}", _in_year_of),
    (rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+(?:of\s+)?{YEARS}", _in_year_of),
    (rf"{PART}?{MONTH},?\s+(?:of\s+)?{YEARS}", _in_year_of),
    (rf"(?:the\s+)?{SEASON},?\s+(?:of\s+)?{YEARS}", _in_year_of),
    # Months, seasons, quarters, parts of years
    (rf"{PART}?{MONTH},?\s+(?:of\s+)?{YEAR}", _month),
    (rf"{PART}?(?:the\s+)?{SEASON}\s+(?:term\s+)?(?:of\s+)?{YEAR}", _season),
    (rf"(?:the\s+)?(?P<q>first|second|third|fourth|final|last)\s+quarter\s+of\s+{YEAR}", _quarter),
    (rf"\bQ(?P<q>[1-4])\s+(?:of\s+)?{YEAR}", _quarter),
    (rf"(?:the\s+)?(?:early\s+|late\s+|mid-?)?{YEAR}s\b", _decade),
    # Years from and to
    (rf"(?:(?:financial|municipal)\s+year\s+)?{YEAR}\s?/\s?(?P<y2>(?:20)?\d\d)(?![\d/])", _financial_year),
    (rf"(?:financial|municipal)\s+year\s+{YEAR}\s?[-–]\s?(?P<y2>(?:20)?\d\d)(?!\d)", _financial_year),
    (rf"{YEAR}\s?(?:-|–|—)\s?(?P<y2>(?:19|20)\d\d|\d\d)(?![\d-])", _year_range),
    (rf"{_lead('from')}{YEAR}\s+(?:to|until|till)\s+(?P<y2>(?:19|20)\d\d)(?!\d)", _year_range),
    (rf"{_lead('between')}{YEAR}\s+(?:and|to)\s+(?P<y2>(?:19|20)\d\d)(?!\d)", _year_range),
    (rf"{PART}{YEAR}", _part_of_year),
    # Without a year
    (rf"{DAY0}{TO}{DAY}\s+{MONTH}\b", _nearest),
    (rf"{MONTH}\s+{DAY0}{TO}{DAY}{NO_AMOUNT}", _nearest),
    (rf"{WEEKDAY}\b{DAY}\s+(?:of\s+)?{MONTH}\b", _nearest),
    (rf"{_lead('the')}{DAY}\s+of\s+(?P<which>this|last|next)\s+month\b", _this_month),
    (rf"{WEEKDAY}{MONTH}\s+{DAY}{NO_AMOUNT}", _nearest),
    (rf"\b(?P<which>last|this|next)\s+(?:{MONTH}|{SEASON})\b", _last_or_next),
    (rf"\b{TOLD}\s+(?:{MONTH}|{SEASON})\b", _told_month),
    (rf"{_lead('in|by|since|until|till|during|before|after')}{PART}?{MONTH}\b(?!\s+\d)", _nearest),
    (rf"{_lead('from|and|for|the|every')}{PART}?{MONTH}\b(?=[\s.,;:)’'])(?!\s+(?:\d|(?-i:[A-Z])))", _nearest),
    (rf"{PART}(?:the\s+)?(?:{MONTH}|{SEASON})\b", _nearest),
    (rf"{_lead('in|by|since|until|after|during')}(?:the\s+)?{SEASON}\b(?!\s+of|\s+term)", _nearest),
    # Relative to the day of publication
    (r"\b(?:the\s+end\s+of\s+|earlier\s+|later\s+)?(?P<which>last|this|next)\s+week\b", _week),
    (rf"\b{PART}?(?:earlier\s+|later\s+)?(?P<which>last|this|next)\s+month\b(?P<d>)", _this_month),
    (rf"\b{PART}?(?:earlier\s+|later\s+)?{YEARS}", _this_year),
    (r"(?:the\s+)end\s+of\s+the\s+(?P<unit>year|month)\b", _end_of_this),
    (rf"\b(?P<which>last|next|this)\s+{WEEKDAY_NAME}", _weekday),
    (rf"{_lead('on|was')}(?P<which>){WEEKDAY_NAME}", _weekday),
    (r"\b(?P<word>yesterday|today|tomorrow|tonight|this morning|this afternoon)\b", _day_word),
    (rf"\b{COUNT}\s+{UNIT}\s+ago\b", _ago),
    (r"\b(?P<word>Christmas|the\s+new\s+year)\b", _holiday),
    # Relative to the date told before
    (rf"\b{COUNT}\s+{UNIT}\s+(?P<way>later|earlier|before|after|previously){NO_CLAUSE}", _later),
    (r"\b(?:that|the)\s+same\s+(?P<unit>year|month|week|day|date)\b", _same),
    (r"\b(?:later\s+|earlier\s+)?that\s+(?P<unit>year|month|week|day)\b", _same),
    (r"\bthe\s+(?P<which>following|next|previous)\s+(?P<unit>month|week|day)\b", _next_unit),
    (rf"\bthe\s+(?P<unit>year|month|week|day)\s+(?P<which>before|after){NO_CLAUSE}", _next_unit),
    # A year alone
    (rf"(?<![\w£$€/.,-]){YEAR}{NOT_COUNTED}(?![-/]\d)", _year),
)
