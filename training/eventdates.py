"""What the model of the dates of inspections and directions learns from: the dates of annotated documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dates import DateMention
from ingest.evaluation.days import days
from ingest.evaluation.tellings import Telling
from ingest.extraction.context import Context
from ingest.extraction.deciding.eventdates import NEITHER, PUBLISHED, event, values
from ingest.extraction.deciding.eventwording import wordings
from training.examples import Lesson

BEFORE, BEHIND = 60, 160  # characters around a quote in which the date of its fact may stand
QUOTES = ("quote", "quote2")


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact of the readers, and where the text says so."""

    telling: Telling
    places: tuple[tuple[int, int], ...]
    is_wanted: bool


def of_event_dates(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """How each date is worded, and of what it is; without those of which the readers leave it open."""
    context = lesson.context
    facts = [
        _Fact(each, tuple(_places(context, each)), each in lesson.wanted)
        for each in (*lesson.wanted, *lesson.optional)
        if each.type in {"inspection", "direction"}
    ]
    for date, wording in zip(context.dates, wordings(context), strict=True):
        verdict = _verdict(facts, date, values(context, date))
        if verdict:
            yield wording, verdict


def _places(context: Context, fact: Telling) -> Iterator[tuple[int, int]]:
    for quote in filter(None, map(fact.text, QUOTES)):
        start = context.document.text.find(quote)
        if start >= 0:
            yield context.place(start) - BEFORE, context.place(start + len(quote) - 1) + BEHIND


def _verdict(facts: list[_Fact], date: DateMention, parts: list[str]) -> str | None:
    """Of what a date is; None where only a fact that is told elsewhere, or that is not wanted, has the same day."""
    found = [(each, name) for each in facts if (name := _as_date_of(each.telling, [date.edtf, *parts]))]
    here = [(each, name) for each, name in found if any(low <= date.start < high for low, high in each.places)]
    wanted = sorted((name == PUBLISHED, name) for each, name in here if each.is_wanted)
    if wanted:
        return wanted[0][1]
    return None if found else NEITHER


def _as_date_of(fact: Telling, parts: list[str]) -> str | None:
    told = set(map(days, parts)) - {None}
    if any(days(each) in told for each in fact.texts("date")):
        return event("inspection" if fact.type == "inspection" else "direction", fact.text("kind") or "")
    return PUBLISHED if any(days(each) in told for each in fact.texts("published")) else None
