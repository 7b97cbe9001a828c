"""Names and posts in lists and tables: holders with their years under a heading, a column of directors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extraction.careers import careers
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.forms import named
from ingest.extraction.laidout import laid_out
from ingest.extraction.layout import Paragraph
from ingest.extraction.periods import split
from ingest.extraction.posts import Post
from ingest.extraction.tables import tables
from ingest.extraction.teams import teams
from ingest.names import Mention

SEPARATOR = re.compile(r"^\s*(?:\((?P<how>[^)]{3,30})\))?\s*(?:[.…·]{2,}|[:–—-]|\t| {2,}|,)\s*")
BULLET = re.compile(r"^(?:[\s•*·◼–-]|\(?[a-z0-9]{1,2}[.)])*")
IN_ROW = re.compile(
    r"[\s,(–-]*(?:(?:interim|acting|temporary|permanent|from|since|until|till|to|in|for|appointed|joined|started|left|served|"
    r"spring|summer|autumn|winter|early|late|mid|about|c\.?)[\s,(–-]*)*"
)
REACH = 12


def listed(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures in forms, in lists of past and present holders, and in tables with a column for the holder."""
    yield from named(context, posts)
    yield from teams(context, posts)
    grids = list(tables(context, posts))
    yield from laid_out(context, posts, grids)
    inside = [(grid.start, grid.end) for grid, stated in grids if stated]
    for draft in (*_holders_in_list(context, posts), *careers(context, posts)):
        if not any(low <= draft.person.start < high or low <= draft.at < high for low, high in inside):
            yield draft


def _holders_in_list(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    for index, paragraph in enumerate(context.paragraphs):
        person = _opening_person(context, paragraph)
        if person is None:
            yield from _dates_first(context, posts, index)
            continue
        separator = SEPARATOR.match(context.text[person.end : paragraph.end])
        dates = context.dates_in(person.end, paragraph.end)
        if separator is None or not dates or _has_post(posts, paragraph):
            continue
        behind = person.end + separator.end()
        if separator.group().strip() == "," and not IN_ROW.fullmatch(
            context.text[behind : max(behind, dates[0].start)]
        ):
            continue  # a sentence that begins with a name: "Ann Lee, who has run it since May"
        heading = _heading(context, posts, index)
        if heading is None:
            continue
        start, end = _period(context, person, paragraph)
        how = separator.group("how") or ""
        for org in heading.orgs or (None,):
            yield Draft(
                person=person,
                role=heading.role,
                org=org,
                begin=person.start,
                finish=paragraph.end,
                confidence=0.85,
                interim=bool(re.search(r"interim|acting|temporary", how, re.IGNORECASE)),
                status="ended" if end else "held",
                start=start,
                end=end,
                at=person.start,
            )


def _dates_first(context: Context, posts: Sequence[Post], index: int) -> Iterator[Draft]:
    """A line like "2010–2014  Ann Voss (interim)" under a post."""
    paragraph = context.paragraphs[index]
    dates = context.dates_in(paragraph.start, paragraph.end)
    people = context.people_in(paragraph.start, paragraph.end)
    if len(people) != 1 or not dates or dates[0].start - paragraph.start > 8 or _has_post(posts, paragraph):
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


def _has_post(posts: Sequence[Post], paragraph: Paragraph) -> bool:
    return any(paragraph.start <= each.start < paragraph.end for each in posts)


def _heading(context: Context, posts: Sequence[Post], index: int) -> Post | None:
    """The post that a list is headed by: the nearest one told before it, if only list lines lie between."""
    for back in range(1, REACH):
        if index - back < 0:
            return None
        paragraph = context.paragraphs[index - back]
        inside = [each for each in posts if paragraph.start <= each.start < paragraph.end]
        if inside:
            return inside[-1]
        if not context.people_in(paragraph.start, paragraph.end) and paragraph.end - paragraph.start > 60:
            return None
    return None


def _period(context: Context, person: Mention, paragraph: Paragraph) -> tuple[str | None, str | None]:
    start = end = None
    for date in context.dates_in(person.end, paragraph.end):
        first, last = split(date)
        before = context.text[max(person.end, date.start - 25) : date.start]
        if date.relation == "until" or re.search(r"\b(?:left|retired|resigned|until)\b", before):
            end = end or last
        elif first != last:
            start, end = start or first, end or last
        else:
            start = start or first
    return start, end
