"""The dates of directions and notices that frames leave without one, though their sentence tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.deciding.eventdates import EventDates, event
from ingest.extraction.happened import happened
from ingest.extraction.imposed import ENDED, Imposed
from ingest.extraction.sightings import overlap

SURE = 0.6
"""Chance of a date: a wrong one makes another instrument of one that was rightly told, so a guess is not enough. Nor
are instruments told by dates alone, as visits are: of those, cross-validated, four in ten were none."""


def with_dated(context: Context, dates: EventDates, sentence: Span, told: Sequence[Imposed]) -> list[Imposed]:
    """What a sentence tells, dated where it lacks a date that the sentence has for its kind."""
    found = list(told)
    for each, kind in dates.of("direction", sentence.start_char, sentence.end_char):
        if each.chances[event("direction", kind)] < SURE or not _is_of_start(context, sentence, each.date):
            continue
        for value in each.values:
            own = [place for place, other in enumerate(found) if other.kind == kind]
            lacking = [place for place in own if not found[place].date]
            if lacking and not any(overlap(found[place].date, value) for place in own if found[place].date):
                found[lacking[0]] = replace(found[lacking[0]], date=value)
    return found


def _is_of_start(context: Context, sentence: Span, date: DateMention) -> bool:
    """Whether a date tells when an instrument was given, not when it ended or is to end."""
    if date.relation in {"by", "until"} or ENDED.search(context.text[sentence.start_char : date.start]):
        return False
    return happened(context, date)
