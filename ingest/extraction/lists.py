"""Names and posts in lists and tables: holders with their years under a heading, a column of directors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.extraction.careers import careers
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import LEFT, listing
from ingest.extraction.formers import formers
from ingest.extraction.forms import named
from ingest.extraction.laidout import laid_out
from ingest.extraction.layout import Paragraph
from ingest.extraction.periods import split
from ingest.extraction.posts import Post
from ingest.extraction.tables import tables
from ingest.extraction.teams import teams
from ingest.names import Mention

SEPARATOR = re.compile(r"^\s*(?:\((?P<how>[^)]{3,90})\))?\s*(?:[.…·]{2,}|[:–—-]|\t| {2,}|,)\s*")
BULLET = re.compile(r"^(?:[\s•*·◼–-]|\(?[a-z0-9]{1,2}[.)]|[AQ]\d{1,2}[.)])*")
IN_ROW = re.compile(
    r"[\s,(–-]*(?:(?:interim|acting|temporary|permanent|from|since|until|till|to|in|for|appointed|joined|started|left|served|"
    r"spring|summer|autumn|winter|early|late|mid|about|c\.?)[\s,(–-]*)*"
)
GONE = re.compile(r"\b(?:left|retired|resigned|until)\b")
FORMER_POST = re.compile(r"\((?:acting up|interim|acting)\b.*\bfrom\b", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:[(:–—-]|\.{2,}| {2,}|\t)")
LED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:\.{4,}|…{2,}|_{4,})")
REACH = 12


def listed(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures in forms, in lists of past and present holders, and in tables with a column for the holder."""
    yield from named(context, posts)
    yield from teams(context, posts)
    grids = list(tables(context, posts))
    yield from laid_out(context, posts, grids)
    inside = [(grid.start, grid.end) for grid, stated in grids if stated]
    for draft in (*_holders_in_list(context, posts), *formers(context, posts), *careers(context, posts)):
        if not any(low <= draft.person.start < high or low <= draft.at < high for low, high in inside):
            yield draft


def _holders_in_list(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    for index, line in _rows(context):
        person = _opening_person(context, line)
        if person is None:
            yield from _dates_first(context, posts, index)
            continue
        how = _how(context, posts, person, line)
        heading = _heading(context, posts, index) if how is not None else None
        if heading is None:
            continue
        start, end = _period(context, person, line)
        for org in heading.orgs or (None,):
            yield Draft(
                person=person,
                role=heading.role,
                org=org,
                begin=person.start,
                finish=line.end,
                confidence=0.85,
                interim=bool(re.search(r"interim|acting|temporary", how or "", re.IGNORECASE)),
                status="ended" if end else "held",
                start=start,
                end=end,
                at=person.start,
            )


def _how(context: Context, posts: Sequence[Post], person: Mention, line: Paragraph) -> str | None:
    """What stands between a name and its dates; None where they are no item of a list."""
    separator = SEPARATOR.match(context.text[person.end : line.end])
    dates = context.dates_in(person.end, line.end)
    if separator is None or not dates:
        return None
    behind = person.end + separator.end()
    low = behind if FORMER_POST.search(separator.group()) else person.end
    if _has_post(posts, line.start, person.end) or _has_post(posts, low, line.end):
        return None
    between = context.text[behind : max(behind, dates[0].start)]
    if separator.group().strip() == "," and not IN_ROW.fullmatch(between):
        return None  # a sentence that begins with a name: "Ann Lee, who has run it since May"
    return f"{separator.group('how') or ''} {between if IN_ROW.fullmatch(between) else ''}"


def _rows(context: Context) -> Iterator[tuple[int, Paragraph]]:
    """The lines with their places; those joined that have leaders behind each name, apart again."""
    for index, line in enumerate(context.paragraphs):
        people = context.people_in(line.start, line.end)
        opening = [each.start for each in people if LED.match(context.text, each.end, line.end)]
        if len(opening) < 2:
            yield index, line
            continue
        for low, high in pairwise([line.start, *opening[1:], line.end]):
            yield index, Paragraph(low, high, False)


def _dates_first(context: Context, posts: Sequence[Post], index: int) -> Iterator[Draft]:
    """A line like "2010–2014  Ann Voss (interim)" under a post."""
    paragraph = context.paragraphs[index]
    dates = context.dates_in(paragraph.start, paragraph.end)
    people = context.people_in(paragraph.start, paragraph.end)
    if (
        len(people) != 1
        or not dates
        or dates[0].start - paragraph.start > 8
        or _has_post(posts, paragraph.start, paragraph.end)
    ):
        return
    between = context.text[dates[-1].end : people[0].start]
    heading = _heading(context, posts, index)
    if heading is None or not re.fullmatch(r"\s*(?:(?:[-–—]|to) ?(?:present|date|now))?[\s:–—,-]*", between):
        return
    first, last = split(dates[0])[0], split(dates[-1])[1]
    is_span = len(dates) > 1 or first != last
    for org in heading.orgs or (None,):
        yield Draft(
            person=people[0],
            role=heading.role,
            org=org,
            begin=paragraph.start,
            finish=paragraph.end,
            confidence=0.85,
            interim=bool(re.search(r"interim|acting", context.text[people[0].end : paragraph.end], re.IGNORECASE)),
            status="ended" if is_span else "held",
            start=first,
            end=last if is_span else None,
            at=people[0].start,
        )


def _opening_person(context: Context, paragraph: Paragraph) -> Mention | None:
    bullet = BULLET.match(context.text[paragraph.start : paragraph.end])
    opening = paragraph.start + (bullet.end() if bullet else 0)
    return next((each for each in context.people_in(paragraph.start, paragraph.end) if each.start == opening), None)


def _has_post(posts: Sequence[Post], start: int, end: int) -> bool:
    return any(start <= each.start < end for each in posts)


def _heading(context: Context, posts: Sequence[Post], index: int) -> Post | None:
    """The post that a list is headed by: the nearest one told before it, if only list lines lie between."""
    for back in range(1, REACH):
        if index - back < 0:
            return None
        paragraph = context.paragraphs[index - back]
        inside = [each for each in posts if paragraph.start <= each.start < paragraph.end]
        opening = _opening_person(context, paragraph)
        if opening and ITEM.match(context.text, opening.end, paragraph.end):
            continue
        if inside:
            return listing(inside)
        if not context.people_in(paragraph.start, paragraph.end) and paragraph.end - paragraph.start > 60:
            return None
    return None


def _period(context: Context, person: Mention, paragraph: Paragraph) -> tuple[str | None, str | None]:
    start = end = None
    for date in context.dates_in(person.end, paragraph.end):
        first, last = split(date)
        before = context.text[person.end : date.start]
        if date.relation == "until" or LEFT.search(before) or GONE.search(before[-25:]):
            end = end or last
        elif first != last:
            start, end = start or first, end or last
        else:
            start = start or first
    return start, end
