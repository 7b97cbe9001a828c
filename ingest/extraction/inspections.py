"""Claims of inspections and visits, by nouns ("a focused visit"), verbs ("Ofsted inspected") and grades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import InspectionKind
from ingest.extraction import letters
from ingest.extraction.attach import is_named
from ingest.extraction.context import Context
from ingest.extraction.deciding.concerns import Concerns
from ingest.extraction.deciding.eventdates import EventDates
from ingest.extraction.gradelists import listed_grades
from ingest.extraction.grades import graded
from ingest.extraction.gradewords import LEFT
from ingest.extraction.homes import of_area
from ingest.extraction.ordinals import by_ordinal, kind_of_word
from ingest.extraction.sightings import Sighting, alike, join, joined
from ingest.extraction.visitdates import with_dated
from ingest.extraction.visitlists import listed_visits
from ingest.extraction.visits import by_noun, by_verb
from ingest.trained import Offer

SHORT = re.compile(r"\b(?:for|spent|stayed|lasted) (?:one|two|three|1|2|3) days?\b|\b(?:one|two|three)-day\b")
LEAVING = re.compile(rf"(?:\bfrom (?:an? |being |the )?[‘“\"']?|{LEFT.pattern})$")
GRADED: frozenset[InspectionKind | None] = frozenset({None, "inspection", "home_inspection"})


def offers(context: Context, dates: EventDates) -> Iterator[Offer]:
    """Every inspection or visit that the document tells of as having been, each once."""
    forms = [*letters.sightings(context)]
    prose = [*sightings(context, dates.beside([day for each in forms for day in (each.date, each.published)]))]
    is_form = letters.is_form(context)
    if not is_form:
        prose = Concerns(context, prose).settle()
    if is_form:
        prose = [each for each in prose if each.date or each.published or not each.judged]
    told = letters.of_form(context, [*forms, *prose])
    for each in joined(told):
        kind = kind_of(context, each)
        named = is_form or is_named(context, each.org, each.begin, each.finish)
        certainty = 0.55 + 0.25 * named + 0.1 * bool(each.date) + 0.05 * is_form
        claim = context.claim(each.statement(kind), each.begin, each.finish, certainty)
        at_date = dates.features("inspection", kind, each.date)
        yield claim, {"owned": each.owned, "ahead": each.ahead, **at_date}


def sightings(context: Context, dates: EventDates) -> Iterator[Sighting]:
    """What each sentence tells of inspections."""
    last: list[Sighting] = []
    for sentence in context.sentences:
        grades = [*graded(context, sentence)]
        others = [*by_ordinal(context, sentence)]
        framed = [*by_noun(context, sentence), *by_verb(context, sentence)]
        events = with_dated(context, dates, sentence, framed, [*grades, *others])
        found = [of_area(context, each) for each in (*_in_sentence(context, events, grades), *others)]
        last, told = _continued(context, last, found)
        yield from told
    yield from last
    yield from listed_grades(context)
    yield from listed_visits(context)


def _continued(context: Context, last: list[Sighting], found: list[Sighting]) -> tuple[list[Sighting], list[Sighting]]:
    """What is open after a sentence, and what is told: a grade without a date is of the dated inspection just told."""
    for grade in [each for each in found if each.judged and not each.date and not each.published]:
        near = [
            each for each in last if each.date and not each.judgement and each.kind in GRADED and alike(each, grade)
        ]
        close = (
            near and grade.begin - near[-1].finish < 4 and context.paragraph(grade.at) == context.paragraph(near[-1].at)
        )
        if close:
            last = [join(each, grade) if each == near[-1] else each for each in last]
            found = [each for each in found if each != grade]
    return found, last


def _in_sentence(context: Context, events: list[Sighting], grades: list[Sighting]) -> Iterator[Sighting]:
    """The events of a sentence, each with the grade that is told of it."""
    pairs = sorted((abs(event.at - grade.at), i, j) for i, event in enumerate(events) for j, grade in enumerate(grades))
    taken: dict[int, int] = {}  # where the noun of the event is that a grade went to: a row of dates shares it
    for _, i, j in pairs:
        event, grade = events[i], grades[j]
        if grade.kind == "home_inspection" and event.kind == "inspection":
            event = replace(event, kind="home_inspection")
        if (
            taken.get(j, event.at) == event.at
            and not event.judgement
            and event.kind in GRADED
            and alike(event, grade)
            and not _is_left(context, grade)
        ):
            events[i] = join(event, grade)
            taken[j] = event.at
    yield from (grade for j, grade in enumerate(grades) if j not in taken)
    yield from events


def _is_left(context: Context, grade: Sighting) -> bool:
    """Whether a grade is the one before: "from inadequate to …", "stripped of its good rating"."""
    return bool(LEAVING.search(context.text, max(0, grade.at - 30), grade.at))


def kind_of(context: Context, each: Sighting) -> InspectionKind:
    """Its kind; that of "a visit" is that of visits told before, else other; of inspectors' coming an inspection."""
    if each.kind:
        return each.kind
    word = context.text[each.at : each.at + 7].lower()
    is_noun = any(token.idx == each.at and token.pos_ == "NOUN" for token in context.sentence(each.at))
    is_noun = word.startswith("visit") and word != "visited" and is_noun
    start = max(0, each.at - 700) if word.startswith("visit") else context.paragraph(each.at).start
    before = context.text[start : each.at]
    named = [
        match.group().lower()
        for match in re.finditer(r"(?i)monitoring|focus+ed visit|\binspection|re-?inspection", before)
    ]
    if each.judgement and not is_noun:
        return "inspection"
    if SHORT.search(context.text, each.begin, each.finish) and not each.judgement:
        return "monitoring_visit" if named and named[-1].startswith("monitoring") else "focused_visit"
    if word == "visited" and not named:
        return "other"
    if is_noun:
        visits = [name for name in named if not name.endswith("inspection")]
        return kind_of_word(visits[-1]) if visits else "other"
    return kind_of_word(named[-1]) if named else "inspection"
