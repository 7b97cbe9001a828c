"""When a fact was and how sure that is, as a person writes it; and its days for a chart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.edtf import Bounds, in_words
from graph.tenures import period

Values = Mapping[str, Any]
SURENESS = ((0.95, "almost certainly"), (0.8, "very probably"), (0.65, "probably"), (0.5, "more likely than not"))


def lasted(values: Values) -> str:
    """A fact's time in words: "1 July 2019 – October 2021", "interim, until about June 2019", "in post in 2020"."""
    start, end = values.get("start") or values.get("date"), values.get("end")
    parts = [name for name in ("interim", "planned") if values.get(name) or values.get("status") == name]
    if start or end:
        parts.append(_from_to(start, end, point="date" in values))
    if "endEarliest" not in values and "endLatest" not in values and (seen := _seen(values)):
        parts.append(seen)
    return ", ".join(part for part in parts if part)


def exact(values: Values) -> str | None:
    """The same as EDTF, None when no date is known."""
    start, end = values.get("start") or values.get("date"), values.get("end")
    if "date" in values and not end:
        return str(start)
    if start or end:
        return " to ".join([str(start or ".."), str(end or "..")])
    return None


def sureness(confidence: float) -> str:
    """How likely a claim is to be read rightly, in words."""
    return next((words for least, words in SURENESS if confidence >= least), "perhaps")


def possible_days(values: Values) -> Bounds:
    """The widest days that the documents allow."""
    if told := values.get("possibleOn"):
        return _span(str(told))
    return Bounds(_day(values, "startEarliest") or _day(values, "dateEarliest"), _day(values, "endLatest"))


def certain_days(values: Values) -> tuple[Bounds, ...]:
    """The days on which it certainly was; of a direction or a trust without an end the day of its beginning."""
    if "possibleOn" in values:
        return tuple(_span(str(each)) for each in values.get("certainOn") or ())
    first, last = _day(values, "dateLatest"), _day(values, "endEarliest")
    if first is None or values.get("status") == "planned":
        return ()
    return (Bounds(first, last if last and last >= first else first),)


def event_days(values: Values) -> Bounds:
    """The days on which an event can have been, by its own date or by its report's; no bounds when no date is known."""
    name = "date" if values.get("date") else "published"
    return _bounds(values, name)


def first_day(values: Values) -> str:
    """What a fact is sorted by in time; what has no date comes last."""
    names = ("startEarliest", "startLatest", "dateEarliest", "publishedEarliest", "attestedEarliest", "endEarliest")
    return next((str(values[name]) for name in names if values.get(name)), "9999")


def _from_to(start: str | None, end: str | None, *, point: bool) -> str:
    between = [_between(each) for each in (start, end)]
    if any(between):
        first, last = (told or in_words(each) for told, each in zip(between, (start, end), strict=True))
        return ", ".join(f"{word} {told}" for word, told in (("from", first), ("until", last)) if told)
    return in_words(start) if point and not end else period(start, end)


def _between(edtf: str | None) -> str:
    """ "between 2016 and 2018" for a point in time of which only an interval is known."""
    first, _, last = (edtf or "").partition("/")
    if not last or ".." in (first, last):
        return ""
    return f"between {in_words(first)} and {in_words(last)}"


def _seen(values: Values) -> str:
    """The days on which documents show the holder in post, where none tells when that ended."""
    span = _bounds(values, "attested")
    if span.earliest is None or span.latest is None:
        return ""
    if values.get("start"):
        return f"still in post {_on(span.latest)}"
    if span.days == 0:
        return f"in post {_on(span.latest)}"
    return f"in post by {in_words(span.earliest.isoformat())} and {_on(span.latest)}"


def _on(day: date) -> str:
    """A day on which a holder is shown; the graph has a month's or a year's first day for the whole of it."""
    if day.day == 1:
        return f"in {in_words(day.isoformat()[: 4 if day.month == 1 else 7])}"
    return f"on {in_words(day.isoformat())}"


def _bounds(values: Values, name: str) -> Bounds:
    return Bounds(_day(values, f"{name}Earliest"), _day(values, f"{name}Latest"))


def _day(values: Values, name: str) -> date | None:
    return date.fromisoformat(str(values[name])) if values.get(name) else None


def _span(text: str) -> Bounds:
    first, last = (None if each in ("", "..") else date.fromisoformat(each) for each in text.split("/"))
    return Bounds(first, last)
