"""What a date told in full means: a pattern's match as a moment, two, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.moments import ORDINALS, SEASONS, Moment, full_year, month_number


@dataclass(frozen=True, slots=True)
class Setting:
    """What a relative date is relative to: publication, the date told before; and whether it lies ahead.

    `latest` is the last month that can be that of publication, where only bounds of it are known; `beside` is the date
    told before in the sentence, `same_sentence` such a date with a year of its own, `onward` whether it opens a span
    ("between …"). `ahead`, `past`: what the verbs of its clause say; where they say nothing, it lies ahead rather than
    not if it is within so many months as are `likely`. `until`, `since`: what lasts until or by it, or has since it.
    """

    published: Moment | None
    latest: Moment | None
    told: Moment | None
    same_sentence: Moment | None
    beside: Moment | None
    onward: bool
    ahead: bool
    likely: int
    until: bool
    since: bool
    past: bool


Value = Moment | tuple[Moment, Moment] | str | None
Make = Callable[[re.Match[str], Setting], Value]

NOT_YEARS = re.compile(
    r"(?:\b(?:act|acts|regulations|order|rules|section|page|paragraph|no\.?|number|room|ref|tel|phone|\W0)\s*"
    r"(?:\([^)]*\)\s*)?|[£$€#/.] ?|\d,?)\Z",
    re.IGNORECASE,
)


def _day(match: re.Match[str], month: int, year: int, group: str = "d") -> Moment:
    return Moment(year, month, int(match[group]))


def short_year(match: re.Match[str], _: Setting) -> Value:
    """ "September ’22", "4 May ’19"."""
    day = match["d"]
    return Moment(full_year(match["yy"]), month_number(match["m"]), int(day) if day else None)


def full(match: re.Match[str], _: Setting) -> Value:
    """A day: "4 July 2019"."""
    return _day(match, month_number(match["m"]), int(match["y"]))


def days(match: re.Match[str], _: Setting) -> Value:
    """Days of one month: "4 and 5 December 2018"."""
    last = _day(match, month_number(match["m"]), int(match["y"]))
    return _day(match, last.month or 1, last.year, "d0"), last


def days_over_months(match: re.Match[str], _: Setting) -> Value:
    """ "23 January to 3 February 2023"."""
    last = _day(match, month_number(match["m"]), int(match["y"]))
    first = month_number(match["m0"])
    return _day(match, first, last.year - (first > (last.month or 12)), "d0"), last


def full_range(match: re.Match[str], _: Setting) -> Value:
    """Two days, each with its year."""
    first = Moment(int(match["y0"]), month_number(match["m0"]), int(match["d0"]))
    return first, _day(match, month_number(match["m"]), int(match["y"]))


def figures(match: re.Match[str], _: Setting) -> Value:
    """ "04/07/2019", "2019-07-04"."""
    return Moment(full_year(match["y"]), int(match["mm"]), int(match["d"]))


def month(match: re.Match[str], _: Setting) -> Value:
    """ "June 2016", "the end of June 2016"."""
    return Moment(int(match["y"]), month_number(match["m"]))


def month_range(match: re.Match[str], _: Setting) -> Value:
    """ "May to July 2018"."""
    last = Moment(int(match["y"]), month_number(match["m"]))
    first = month_number(match["m0"])
    return Moment(int(match["y0"]) if match["y0"] else last.year - (first > (last.month or 12)), first), last


def open_ended(match: re.Match[str], _: Setting) -> Value:
    """ "2016 – present", "from 2016 on"."""
    month = f"-{month_number(match['m']):02}" if match.groupdict().get("m") else ""
    return f"{match['y']}{month}/.."


def year_range(match: re.Match[str], _: Setting) -> Value:
    """ "2014–17"."""
    first = int(match["y"])
    last = full_year(match["y2"].strip("’'"), first)
    return (Moment(first), Moment(last)) if first < last else None


def financial_year(match: re.Match[str], _: Setting) -> Value:
    """ "2018/19": April to March, of schools September to August."""
    first, last = int(match["y"]), full_year(match["y2"], int(match["y"]))
    school = (match.groupdict().get("kind") or "").lower() in {"academic", "school"}
    return (Moment(first, 9 if school else 4), Moment(last, 8 if school else 3)) if last == first + 1 else None


def quarter(match: re.Match[str], _: Setting) -> Value:
    """ "The last quarter of 2019"."""
    word = match["q"].lower()
    start = 3 * (int(word) if word.isdigit() else ORDINALS[word]) - 2
    return Moment(int(match["y"]), start), Moment(int(match["y"]), start + 2)


def part_of_year(match: re.Match[str], _: Setting) -> Value:
    """ "The end of 2017" is its December; "late 2017" the year."""
    part, year = match["part"].lower(), int(match["y"])
    if part.endswith("end") or part == "close" or part.startswith(("last", "final")):
        return Moment(year, 12)
    return Moment(year, 1) if part in {"start", "beginning", "turn"} else Moment(year)


def season(match: re.Match[str], _: Setting) -> Value:
    """ "The autumn of 2016"."""
    return Moment(int(match["y"]), SEASONS[match["s"].lower()])


def decade(match: re.Match[str], _: Setting) -> Value:
    """ "The 1990s"."""
    return f"{match['y'][:3]}X"


def year(match: re.Match[str], _: Setting) -> Value:
    """A year alone, unless it numbers a law or a page."""
    return None if NOT_YEARS.search(match.string[: match.start()][-25:]) else Moment(int(match["y"]))
