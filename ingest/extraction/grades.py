"""Overall grades in prose: "was rated inadequate in May", "its 'good' rating", "from inadequate to good"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from ingest.dates import DateMention
from ingest.extraction.antecedents import SERVED
from ingest.extraction.attach import affected, alongside
from ingest.extraction.context import Context
from ingest.extraction.gradewords import COURSE, GRADE, LEFT, Grade, grade_of
from ingest.extraction.grading import (
    AFTER_GRADE,
    RATINGS,
    apposed,
    beside,
    body_graded,
    graded_words,
    grading,
    is_negated,
    is_strand,
    is_told,
)
from ingest.extraction.homes import kind_of
from ingest.extraction.sightings import Sighting
from ingest.extraction.when import INSPECTION_DAYS, dates_above, dates_of, is_ahead, is_publication, listed, verb_of
from ingest.moments import number
from ingest.names import Mention

YEARS_AFTER = re.compile(
    r"\b(?P<n>\w+) years? (?:after|since) (?:being|having been|it was|it had been|they were|becoming|it became|it got|"
    r"getting|winning|earning) [^.;,]*$",
    re.IGNORECASE,
)
TELLS = frozenset({"tell", "find", "say", "conclude", "rule", "report", "state"})
AGAIN = re.compile(
    r"\b(?:(?:just |exactly )?(?:as|like) (?:it|they|the \w+) (?:had been|was|were|had|did|had done)"
    r"|the (?:first|previous|last|other|second)(?: one| time| of them)?,? (?:was|came|had come|being|had been)"
    r"|(?:kept|keeping|retained|retaining|held on to|repeated|got|given|earned) (?:that|the|the same|this|its|their) "
    r"(?:grade|rating|verdict|judgement|mark)(?: again)?)(?: back)? (?:in|on|from|at|since)\b"
)


def graded(context: Context, sentence: Span) -> Iterator[Sighting]:
    """The overall grades that a sentence gives a body's services, with their dates."""
    course = COURSE.search(context.text, sentence.start_char, sentence.end_char)
    if course:
        yield from _of_course(context, sentence, course)
    for match in GRADE.finditer(context.text, sentence.start_char, sentence.end_char):
        if course and course.start() <= match.start() < course.end():
            continue
        span = context.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            for found in _of_grade(context, span, grade_of(match)):
                yield found
                yield from _same_grade(context, sentence, found, span.end_char)


def _of_course(context: Context, sentence: Span, course: re.Match[str]) -> Iterator[Sighting]:
    """“from inadequate in 2011 to good in May 2014”: two inspections."""
    at = context.sentence(course.start())
    token = next(each for each in at if each.idx + len(each) > course.start())
    org = affected(context, verb_of(token), "nsubj", "nsubjpass", "dobj")
    if org is None or not context.is_factual(verb_of(token)):
        return
    for name in ("before", "after"):
        found = GRADE.search(context.text, course.start(name), course.end(name))
        span = context.doc.char_span(course.start(name), course.end(name), alignment_mode="expand")
        if found and span is not None:
            near = beside(context, span)
            date = near[0].edtf if near else None
            yield Sighting(
                org,
                found.start(),
                sentence.start_char,
                sentence.end_char,
                "inspection",
                date,
                None,
                grade_of(found),
                judged=True,
            )


def _of_grade(context: Context, span: Span, grade: Grade) -> Iterator[Sighting]:
    """What a grade tells: one inspection, or one for each body or date of a row."""
    trigger = grading(context, span, grade)
    if trigger is None or not is_told(context, trigger) or is_negated(span):
        return
    words = graded_words(context, trigger, span)
    if is_strand(context, trigger, span, words):
        return
    org = apposed(context, span) or body_graded(context, trigger, span)
    if org is None:
        return
    dates = _dates(context, span, trigger)
    dates = dates or dates_above(context, span.start_char)
    if dates and all(is_ahead(context, each) for each in dates):
        return
    visits = [each for each in dates if not is_publication(context, each)]
    days = _years_before(context, span) or listed(context, visits, INSPECTION_DAYS)
    published = next((each.edtf for each in dates if is_publication(context, each)), None)
    kind = kind_of(context, span, words)
    bodies = _row(context, trigger, span) or ([org] if apposed(context, span) else alongside(context, org, span.sent))
    for body, date in pairs(bodies, days):
        yield Sighting(
            body,
            span.start_char,
            span.sent.start_char,
            span.sent.end_char,
            kind,
            date,
            published,
            grade,
            judged=True,
        )


def _row(context: Context, trigger: Token, span: Span) -> list[Mention]:
    """The bodies of “five councils inadequate: A, B and C”, “three of them – A, B and C – were” and “Good: A, B”."""
    plural = any(
        child.tag_ in {"NNS", "CD", "PRP"} and not context.mention(child)
        for child in trigger.children
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}
    )
    labels = re.match(r"[’'”\"]?: ", context.text[span.end_char : span.end_char + 3])
    start = span.end_char if labels else span.sent.start_char
    named = [each for each in context.orgs_in(start, span.sent.end_char) if each.kind in SERVED]
    row = alongside(context, named[0], span.sent) if named and (plural or labels) else []
    return row if labels or len(row) > 1 else []


def _years_before(context: Context, span: Span) -> list[str]:
    """The year of “three years after being rated good, it was judged inadequate in May 2021”."""
    opening = YEARS_AFTER.search(context.text[span.sent.start_char : span.start_char])
    later = context.dates_in(span.end_char, span.sent.end_char)
    years = number(opening["n"]) if opening else None
    return [str(int(later[0].edtf[:4]) - years)] if years and later and later[0].edtf[:4].isdigit() else []


def pairs(bodies: list[Mention], days: list[str]) -> list[tuple[Mention, str | None]]:
    """Which body has which date: each its own where there are as many, else all have all."""
    if len(bodies) == len(days):
        return [*zip(bodies, days, strict=True)]
    return [(body, date) for body in bodies for date in days] or [(body, None) for body in bodies]


def _dates(context: Context, span: Span, trigger: Token) -> list[DateMention]:
    """The dates of a grading: beside the grade, else of its clause or of the noun for it, and no other grade's."""
    if LEFT.search(context.text[max(0, span.start_char - 30) : span.start_char]):
        return []
    if any(child.lower_ in {"now", "currently"} for child in trigger.children):
        return beside(context, span)
    near = beside(context, span)
    if near:
        return [*near, *(each for each in dates_of(context, trigger) if each.start > near[0].start)]
    nouns = [child for child in trigger.children if child.dep_ == "nsubj" and child.lemma_.lower() in RATINGS]
    above = [trigger.head] if trigger.dep_ == "ccomp" and trigger.head.lemma_ in TELLS else []
    for word in (trigger, *nouns, *above):
        found = [
            each
            for each in dates_of(context, word)
            if not is_ahead(context, each) and not _of_another(context, span, each)
        ]
        if found:
            return found
    return []


def _same_grade(context: Context, sentence: Span, found: Sighting, start: int) -> Iterator[Sighting]:
    """The inspection of “as it had been in 2016”, “(the first was in 2018)”, “and kept the grade in 2019”."""
    for match in AGAIN.finditer(context.text, start, sentence.end_char):
        if GRADE.search(context.text, start, match.start()):
            return
        dates = [each for each in context.dates_in(match.start(), sentence.end_char) if each.start - match.end() < 30]
        if dates and not is_ahead(context, dates[0]):
            yield replace(found, date=dates[0].edtf, published=None, at=match.start())
            return


def _of_another(context: Context, span: Span, date: DateMention) -> bool:
    """Whether a date is another grade's: the other stands between it and the grade, or right before the date."""
    first, last = sorted(((span.start_char, span.end_char), (date.start, date.end)))
    if GRADE.search(context.text, first[1], last[0]):
        return True
    before = [*GRADE.finditer(context.text, span.sent.start_char, date.start)][-1:]
    return any(
        each.end() <= span.start_char and AFTER_GRADE.fullmatch(context.text[each.end() : date.start])
        for each in before
    )
