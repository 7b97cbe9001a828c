"""Inspections and visits that only a date tells: "the most recent one was on 4 May", "good again three weeks ago"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Span

from graph.model import InspectionKind
from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.deciding.eventdates import EventDates
from ingest.extraction.gradewords import GRADE, Grade, grade_of
from ingest.extraction.grading import is_strand_after
from ingest.extraction.happened import inspected
from ingest.extraction.sightings import Sighting, overlap

GRADED = frozenset({"inspection", "home_inspection"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_dated(
    context: Context, dates: EventDates, sentence: Span, events: Sequence[Sighting], grades: Sequence[Sighting]
) -> list[Sighting]:
    """The events of a sentence, dated where they lack a date, and one more for each date that none of them has."""
    found = list(events)
    for each, name in dates.of("inspection", sentence.start_char, sentence.end_char):
        kind = cast("InspectionKind", name)
        for value in each.values if inspected(context, each.date) else ():
            if any(_has(other, value) for other in (*found, *grades)):
                continue
            place = next((place for place, other in enumerate(found) if _lacks(other, kind)), None)
            if place is not None:
                found[place] = replace(found[place], kind=kind, date=value)
            elif org := context.org_at(each.date.start):
                begin, finish = min(each.date.start, sentence.start_char), sentence.end_char
                grade = _grade_behind(context, sentence, each.date) if kind in GRADED else None
                found.append(Sighting(org, each.date.start, begin, finish, kind, value, None, grade, back=False))
    return found


def _has(told: Sighting, value: str) -> bool:
    """Whether an event is told at that date already, of whatever kind its words make it."""
    known = told.date or told.published
    return bool(known) and overlap(known, value)


def _lacks(told: Sighting, kind: InspectionKind) -> bool:
    return not told.date and not told.published and told.kind in {None, kind}


def _grade_behind(context: Context, sentence: Span, date: DateMention) -> Grade | None:
    """The grade that is all that a sentence behind says: “March 2014. Two weeks, eleven inspectors. Good.”"""
    paragraph = context.paragraph(date.start)
    later = next((each.start for each in context.dates_in(date.end, paragraph.end)), paragraph.end)
    match = GRADE.search(context.text, sentence.end_char, later)
    if match is None or is_strand_after(context, match.end()):
        return None
    words = context.sentence(match.start())
    return None if any(each.tag_ in FINITE for each in words) else grade_of(match)
