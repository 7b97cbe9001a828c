"""What a relative date means: from the day of publication, or from the date told before."""

from __future__ import annotations

import re
from datetime import date

from ingest.date_told import Setting, Value
from ingest.feasts import feast
from ingest.moments import (
    FIRST_MONTH,
    SEASONS,
    WEEKDAYS,
    Moment,
    Precision,
    month_number,
    number,
    valid,
)

EARLY = 4  # the month from which "last" is of the year before, where only a year of publication is known
STEPS = {"last": -1, "this": 0, "next": 1, "before last": -2}


def _year_of(which: str, setting: Setting) -> Moment | None:
    """The year that "last", "this", "next", "that", "the following" says."""
    which = " ".join(which.lower().split())
    if which in STEPS:
        return setting.published and setting.published.plus_years(STEPS[which])
    return setting.told and setting.told.plus_years(_step(which))


def _step(which: str) -> int:
    if which.endswith(("following", "next", "after")):
        return 1
    return -1 if which.endswith(("previous", "before")) else 0


def _month_of(match: re.Match[str], suffix: str = "") -> int:
    """The month or season that a match names."""
    groups = match.groupdict()
    word = groups.get(f"m{suffix}")
    return month_number(word) if word else SEASONS[groups["s"].lower()]


def _placed(match: re.Match[str], year: Moment | None) -> Value:
    """The month or season, and day if one is told, in a year; of a range its first part too."""
    groups = match.groupdict()
    if year is None:
        return None
    month = _month_of(match)
    last = Moment(year.year, month, int(groups["d"]) if groups.get("d") else None)
    if not (groups.get("d0") or groups.get("m0")):
        return last
    first = _month_of(match, "0") if groups.get("m0") else month
    return Moment(year.year - (first > month), first, int(groups["d0"]) if groups.get("d0") else None), last


def in_year_of(match: re.Match[str], setting: Setting) -> Value:
    """ "June of last year", "4 May this year"."""
    return _placed(match, _year_of(match["which"], setting))


def nearest(match: re.Match[str], setting: Setting) -> Value:
    """A month, day or season without a year: of the year told in the sentence, else the nearest past or coming one."""
    groups = match.groupdict()
    month = _month_of(match)
    if setting.same_sentence and not setting.ahead and not setting.since:
        anchor = setting.same_sentence
        apart = FIRST_MONTH.get(month, month) - (1 if anchor.month is None else anchor.known_month)
        return _placed(match, Moment(anchor.year + (apart < (0 if setting.onward else -6))))
    now = setting.published
    if now is None:
        return None
    day = int(groups["d"]) if groups.get("d") else None
    year = _nearest_year(month, day, now, setting.latest or now, setting)
    return _placed(match, Moment(_year_of_weekday(match, month, day, year)))


def _year_of_weekday(match: re.Match[str], month: int, day: int | None, year: int) -> int:
    """The year next to one in which a day falls on the weekday that it is told with, "Monday 16 March"."""
    weekday = match.group().split()[0].rstrip(",").lower()
    if weekday not in WEEKDAYS or day is None:
        return year
    near = (each for each in (year, year + 1, year - 1) if valid(Moment(each, month, day)))
    fits = (each for each in near if date(each, month, day).weekday() == WEEKDAYS.index(weekday))
    return next(fits, year)


def adjacent(match: re.Match[str], setting: Setting) -> Value:
    """ "In late May and June": the two as one time, if the one follows the other."""
    follows = (_month_of(match) - _month_of(match, "0")) % 12 == 1
    return nearest(match, setting) if follows else None


def _nearest_year(month: int, day: int | None, now: Moment, bound: Moment, setting: Setting) -> int:
    place = FIRST_MONTH.get(month, month)
    there, here = (place, day or (now.day or 1)), (bound.known_month, bound.day or (31 if day else 1))
    gap = (place - bound.known_month) % 12
    coming = month < 13 and setting.likely and (0 < gap <= setting.likely or (gap == 0 and there > here))
    ahead = setting.ahead or coming
    return now.year + (there < here) if ahead else now.year - (there > here)


def last_or_next(match: re.Match[str], setting: Setting) -> Value:
    """“last May”, “next spring”: the nearest before or after this month; “this May” is of this year."""
    now, which = setting.published, " ".join(match["which"].lower().split())
    if now is None:
        return None
    month = _month_of(match)
    place = FIRST_MONTH.get(month, month)
    if which == "this":
        return Moment(now.year, month)
    if which == "next":
        return Moment(now.year + (place <= now.known_month), month)
    gone = place >= (now.known_month if now.month else EARLY)
    return Moment(now.year - gone - (which == "before last"), month)


def told_month(match: re.Match[str], setting: Setting) -> Value:
    """“that June”, “the following April”, “the previous May” from the date told before."""
    told, which = setting.told, match["which"].lower()
    if told is None:
        return None
    month = _month_of(match)
    return Moment(_told_year(told, FIRST_MONTH.get(month, month), _step(which)), month)


def _told_year(told: Moment, month: int, step: int) -> int:
    """The year of the month that is the next one after what was told, the last one before it, or of the same year."""
    if step > 0:
        return told.year + (told.month is None or month <= told.known_month)
    return told.year - (step < 0 and (told.month is None or month >= told.known_month))


def told_day(match: re.Match[str], setting: Setting) -> Value:
    """ "The 7th": a day of the month told before; where none is told, the nearest one by when the text came out."""
    told, now, day = setting.told, setting.published, int(match["d"])
    if told and told.month:
        return Moment(told.year, told.month, day) if told.month < 13 else None
    if now is None or now.month is None or now.day is None:
        return None
    month = now.known_month - (day > now.day and not setting.ahead) + (day < now.day and setting.ahead)
    return Moment(now.year + (month > 12) - (month < 1), (month - 1) % 12 + 1, day)


def told_days(match: re.Match[str], setting: Setting) -> Value:
    """ "From the 8th to the 19th": days of the month told before."""
    last = told_day(match, setting)
    return (Moment(last.year, last.month, int(match["d0"])), last) if isinstance(last, Moment) else None


def week(match: re.Match[str], setting: Setting) -> Value:
    """The month of "last week", of "Tuesday of last week" the day."""
    now = setting.published and setting.published.plus_days(7 * STEPS[" ".join(match["which"].lower().split())])
    groups = match.groupdict()
    if now and now.day and groups.get("w"):
        return now.plus_days(WEEKDAYS.index(groups["w"].lower()) - now.first_day.weekday())
    return now and now.to("month")


def this_month(match: re.Match[str], setting: Setting) -> Value:
    """ "Last month", "the 4th of this month"."""
    found = setting.published and setting.published.plus_months(STEPS[" ".join(match["which"].lower().split())])
    day = match.groupdict().get("d")
    return Moment(found.year, found.month, int(day)) if found and day else found


def this_year(match: re.Match[str], setting: Setting) -> Value:
    """ "Last year", "the end of this year"."""
    year = _year_of(match["which"], setting)
    ending = (match.groupdict().get("part") or "").lower()
    return Moment(year.year, 12) if year and ending.endswith("end") else year


def last_financial_year(match: re.Match[str], setting: Setting) -> Value:
    """ "The last financial year": April to March."""
    now = setting.published
    if now is None or now.month is None:
        return None
    first = now.year - (now.known_month < 4) + STEPS[match["which"].lower()]
    return Moment(first, 4), Moment(first + 1, 3)


def end_of_this(match: re.Match[str], setting: Setting) -> Value:
    """ "The end of the month": of the month told in the sentence, else of that of publication."""
    told = None if setting.ahead else setting.same_sentence
    now = told or setting.published
    if now is None or match["unit"].lower() == "month":
        return now and now.to("month")
    if setting.past and setting.told and not told and setting.told.year < now.year:
        return Moment(setting.told.year, 12)
    is_past = not (told or setting.ahead or setting.likely or setting.until)
    return Moment(now.year - is_past, 12)


def turn_of_year(_: re.Match[str], setting: Setting) -> Value:
    """ "The turn of the year": the nearest January."""
    now = setting.published
    return now and Moment(now.year + (setting.ahead or (setting.likely > 0 and now.known_month > 9)), 1)


def weekday(match: re.Match[str], setting: Setting) -> Value:
    """ "On Monday", "next Friday"."""
    now = setting.published
    if now is None or now.day is None:
        return now
    which, wanted = (match["which"] or "").lower(), WEEKDAYS.index(match["w"].lower())
    back = (now.first_day.weekday() - wanted) % 7
    until = setting.until and not setting.past
    if which == "next" or ((setting.ahead or until) and which != "last"):
        return now.plus_days(7 - back if back else 7)
    return now.plus_days(-(back if back > 1 else back + 7) if which == "last" else -back)


def day_word(match: re.Match[str], setting: Setting) -> Value:
    """ "Yesterday", "this morning"."""
    word = match["word"].lower()
    return setting.published and setting.published.plus_days({"yesterday": -1, "tomorrow": 1}.get(word.split()[-1], 0))


def _shift(base: Moment | None, count: int | None, unit: str) -> Moment | None:
    if base is None or count is None:
        return None
    unit = unit.lower()
    if unit.startswith(("year", "decade")):
        return base.plus_years(count * (10 if unit.startswith("d") and "y" not in unit else 1))
    if unit.startswith("month"):
        return base.plus_months(count)
    if base.month is None:
        return None
    days = {"day": 1, "wee": 7, "for": 14}[unit[:3]] * count
    return base.plus_days(days).to("day" if unit.startswith("day") else "month")


def ago(match: re.Match[str], setting: Setting) -> Value:
    """ "Two years ago"; "a year ago last month" is of that month."""
    then = _shift(setting.published, -(number(match["n"]) or 0), match["unit"])
    groups, now = match.groupdict(), setting.published
    if then is None or now is None or not (groups.get("grain") or groups.get("m")):
        return then
    if groups.get("grain"):
        month = now.plus_days(7 * STEPS[match["which"].lower()]) if groups["grain"].lower() == "week" else None
        month = month or now.plus_months(STEPS[match["which"].lower()])
        return Moment(month.year - (number(match["n"]) or 0), month.month)
    return Moment(then.year, month_number(match["m"]))


def later(match: re.Match[str], setting: Setting) -> Value:
    """ "Two years later", from the date told before."""
    sign = 1 if match["way"].lower() in {"later", "after", "on"} else -1
    return _shift(setting.told, sign * (number(match["n"]) or 0), match["unit"])


def apart(match: re.Match[str], setting: Setting) -> Value:
    """ "(in May,) two months after Ofsted came": when what follows happened, from the date told in the sentence."""
    sign = -1 if match["way"].lower() == "after" else 1
    return _shift(setting.beside, sign * (number(match["n"]) or 0), match["unit"])


def same(match: re.Match[str], setting: Setting) -> Value:
    """ "That year", "the same day", "that evening"."""
    unit = match["unit"].lower()
    grain: Precision = "year" if unit == "year" else "month" if unit in {"month", "week"} else "day"
    return setting.told and setting.told.to(grain)


def next_unit(match: re.Match[str], setting: Setting) -> Value:
    """ "The following month", "the week before"."""
    return _shift(setting.told, _step(match["which"].lower().strip()), match["unit"])


def festival(match: re.Match[str], setting: Setting) -> Value:
    """ "Easter", "last Christmas", "the new year of 2014": the month of the feast; "New Year's Eve": its day."""
    groups, now = match.groupdict(), setting.published
    name, which = _feast_name(match), (groups.get("which") or "").lower()
    if groups.get("y"):
        return feast(name, int(groups["y"]))
    if now is None:
        return None
    this = feast(name, now.year)
    months, is_later = this.known_month - now.known_month, (this.day or 0) > (now.day or 31)
    ahead = which == "next" or (which != "last" and (setting.ahead or (setting.until and not setting.past)))
    gone = months > 0 or (months == 0 and (which == "last" or is_later))
    over = months < 0 or (months == 0 and 0 < (this.day or 0) < (now.day or 0))
    return feast(name, now.year + over if ahead else now.year - gone)


def told_festival(match: re.Match[str], setting: Setting) -> Value:
    """ "That Christmas", "by the following Easter", from the date told before."""
    told, name = setting.told, _feast_name(match)
    if told is None:
        return None
    return feast(name, _told_year(told, feast(name, told.year).known_month, _step(match["which"].lower())))


def _feast_name(match: re.Match[str]) -> str:
    return " ".join(match["word"].lower().replace("’", "'").split())
