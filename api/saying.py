"""When a fact was and how sure that is, as a person writes it; and its days for a chart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from typing import Any

from graph.edtf import Bounds, in_words
from graph.presence import Presence, Span, presence
from graph.tenures import period, start_in_words

Values = Mapping[str, Any]
SURENESS = ((0.95, "almost certainly"), (0.8, "very probably"), (0.65, "probably"), (0.5, "more likely than not"))


def lasted(values: Values) -> str:
    """A fact's time in words: "1 July 2019 – October 2021", "interim, until about June 2019", "in post in 2020"."""
    parts = [name for name in ("interim", "planned") if values.get(name) or values.get("status") == name]
    parts.append(from_to(values))
    if "endEarliest" not in values and "endLatest" not in values and (seen := _seen(values)):
        parts.append(seen)
    return ", ".join(part for part in parts if part)


def from_to(values: Values) -> str:
    """When it began and ended in words, or the day of what has just one; nothing where neither is known."""
    start, end = values.get("start") or values.get("date"), values.get("end")
    if not start and not end:
        return ""
    between = [_between(each) for each in (start, end)]
    if any(between):
        first, last = between[0] or start_in_words(start), between[1] or in_words(end)
        return ", ".join(f"{word} {told}" for word, told in (("from", first), ("until", last)) if told)
    return in_words(start) if "date" in values and not end else period(start, end)


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


def possible_days(fact: Values) -> Bounds:
    """The widest days that the documents allow for a fact."""
    return reduce(Bounds.join, map(_span, _presence(fact).possible))


def certain_days(fact: Values) -> tuple[Bounds, ...]:
    """The days on which it certainly held."""
    return tuple(map(_span, _presence(fact).certain))


def event_days(values: Values) -> Bounds:
    """The days on which an event can have been, by its own date or by its report's; no bounds when no date is known."""
    name = "date" if values.get("date") else "published"
    return _bounds(values, name)


def first_day(values: Values) -> str:
    """What a fact is sorted by in time; what has no date comes last."""
    names = ("startEarliest", "startLatest", "dateEarliest", "publishedEarliest", "attestedEarliest", "endEarliest")
    return next((str(values[name]) for name in names if values.get(name)), "9999")


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


def _presence(fact: Values) -> Presence:
    return presence(fact["label"], fact["properties"], stated=fact["stated"])


def _span(span: Span) -> Bounds:
    first, last = (date.fromisoformat(each) if each else None for each in span)
    return Bounds(first, last)
