"""Grades in rows and asides, each beside its date: "2016 Inadequate", "it had been adequate (March 2013)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.gradewords import GRADE, grade_of
from ingest.extraction.grading import REPORTS, is_strand_after
from ingest.extraction.sightings import Sighting

RATED = r"(?:it was |we were |they were |was |were )?(?:rated |judged |graded |found )?(?:to be )?(?:overall )?"
AFTER_DATE = re.compile(rf"\)?\s*(?:[:|,–—-]\s*)?{RATED}[‘“\"']?", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[’”\"']?\s*\((?:in )?")
ABOUT = re.compile(rf"{REPORTS.pattern}|\b(?:rat(?:ed|ings?)|judged|judge?ments?|graded?|verdicts?)\b", re.IGNORECASE)
NEAR = 600
LEAST = 2


def listed_grades(context: Context) -> list[Sighting]:
    """The inspections of a list of grades with dates, of the body that the text is about there; one alone is none."""
    found = [*_listed(context)]
    return found if len(found) >= LEAST else []


def _listed(context: Context) -> Iterator[Sighting]:
    for match in GRADE.finditer(context.text):
        date = _before(context, match.start()) or _in_brackets(context, match.end())
        if date is None or is_strand_after(context, match.end()):
            continue
        if not ABOUT.search(context.text, max(0, match.start() - NEAR), match.start()):
            continue
        org = context.org_at(match.start())
        if org:
            begin, finish = min(date.start, match.start()), max(date.end, match.end())
            yield Sighting(
                org, match.start(), begin, finish, "inspection", date.edtf, None, grade_of(match), judged=True
            )


def _before(context: Context, start: int) -> DateMention | None:
    """The date that opens a line, right before its grade."""
    line = context.paragraph(start)
    near = [each for each in context.dates_in(line.start, start) if each.end <= start][-1:]
    return next((each for each in near if _opens(context, line.start, each, start)), None)


def _opens(context: Context, line: int, date: DateMention, start: int) -> bool:
    return len(context.text[line : date.start].strip(" •*-–(|")) == 0 and bool(
        AFTER_DATE.fullmatch(context.text, date.end, start)
    )


def _in_brackets(context: Context, end: int) -> DateMention | None:
    """The date in brackets right after a grade."""
    bracket = IN_BRACKETS.match(context.text, end)
    if bracket is None:
        return None
    near = context.dates_in(bracket.end(), bracket.end() + 30)[:1]
    return next((each for each in near if each.start == bracket.end() and context.text.startswith(")", each.end)), None)
