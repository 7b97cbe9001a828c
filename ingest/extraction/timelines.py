"""Timelines: lines that open with a date, or stand under one, tell what happened on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.extraction.cells import BULLET
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.layout import Paragraph
from ingest.extraction.periods import split
from ingest.moments import days

SEPARATOR = re.compile(r"\)?\]?(?: ?[:|]| [–—-] |\t| {2,}|\. (?=[A-Z]))")
LEAVING = re.compile(
    r"\b(?:left|leav\w+|resign\w*|retire[sd]?|quits?|depart\w*|stepp?(?:s|ed)? (?:down|aside)|st(?:oo|an)ds? down|goes|"
    r"went|removed|sacked|dismissed|suspended|dies|died|replaced by|succeeded by|out\b|ends?\b)",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:joins?|joined|appoint\w*|starts?|started|begins?|began|becom\w+|became|takes?|took|arriv\w+|named|promoted|"
    r"elected|succeeds?|replaces?|returns?|recruited|made|confirmed|installed|comes|came|as|new|moves)\b",
    re.IGNORECASE,
)
GIVEN_UP = re.compile(r"\b(?:from|replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|after)\s+(?:\w+\s+)?$")
ACTING = re.compile(  # "the minister, Al Roe, appoints Ann Lee"
    r"[\w’'-]+(?: [A-Z][\w’'-]+)*,? (?:appoints|names|issue[sd]|directs|announce[sd]|orders|signs|signed|tells|told|"
    r"says|said|sends|agrees|agreed|writes|wrote|visits)\b"
)
LEAST = 3
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """What a timeline tells of one date, by offsets; `opening` is where the words after the date begin."""

    start: int
    opening: int
    end: int
    date: str


def entries(context: Context) -> list[Entry]:
    """The entries of a document's timeline; none where fewer than three lines open with a date."""
    today = days(context.document.published)
    found = [each for each in _entries(context) if not (today and (when := days(each.date)) and when[0] >= today[0])]
    return found if len(found) >= LEAST else []


def _entries(context: Context) -> Iterator[Entry]:
    lines = context.paragraphs
    for index, line in enumerate(lines):
        bullet = BULLET.match(context.text[line.start : line.end])
        low = line.start + (bullet.end() if bullet and not context.text[line.start].isdigit() else 0)
        date = next((each for each in context.dates_in(line.start, line.end) if each.start - low <= 4), None)
        if date is None or date.edtf.endswith("/.."):
            continue
        separator = SEPARATOR.match(context.text, date.end, line.end)
        if separator:
            yield Entry(line.start, separator.end(), line.end, split(date)[0])
        elif not context.text[date.end : line.end].strip(" :.–-") and line.end - line.start < 30:
            below = list(_below(context, lines[index : index + 1 + LONGEST]))
            if below:
                yield Entry(line.start, line.end, below[-1].end, split(date)[0])


def _below(context: Context, lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The lines directly below the first; the one after an empty line where none is."""
    for before, line in pairwise(lines):
        if context.text.count("\n", before.end, line.start) > (2 if before == lines[0] else 1):
            return
        yield line
        if context.text.count("\n", before.end, line.start) > 1:
            return


def dated(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts; those without dates that an entry of a timeline tells begin or end on its date."""
    told = entries(context)
    return [_dated(context, each, told) if told else each for each in drafts]


def _dated(context: Context, draft: Draft, told: list[Entry]) -> Draft:
    entry = next((each for each in told if each.start <= draft.at < each.end), None)
    place = draft.person.start
    if entry is None or not entry.start <= place < entry.end:
        place = draft.begin
        entry = next((each for each in told if each.start <= place < each.end and draft.finish <= each.end), None)
    if entry is None or (draft.start and draft.end) or (draft.start or draft.end) not in {None, entry.date}:
        return draft
    side = _side(context, entry, place)
    if side == "end":
        return replace(draft, start=None, end=entry.date, status="ended")
    if side == "start" and draft.status != "ended":
        return replace(draft, start=entry.date, end=None)
    return draft


def _side(context: Context, entry: Entry, place: int) -> str:
    """Whether the clause around a person tells of coming or going."""
    low = max(entry.opening, *(context.text.rfind(mark, entry.opening, place) + 1 for mark in (";", ". ")))
    high = min([entry.end, *(at for mark in (";", ". ") if (at := context.text.find(mark, place, entry.end)) > 0)])
    before, after = context.text[low:place], context.text[place:high]
    if GIVEN_UP.search(before) or LEAVING.search(after.split(", ")[0]):
        return "end"
    if ACTING.match(context.text[place:high]):
        return ""
    return "start" if COMING.search(before + " " + after) else ""
