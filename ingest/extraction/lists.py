"""Names and posts in lists and tables: holders with their years under a heading, a column of directors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.forms import named
from ingest.extraction.layout import Paragraph
from ingest.extraction.periods import split
from ingest.extraction.posts import Post
from ingest.names import Mention

SEPARATOR = re.compile(r"^\s*(?:\((?P<how>[^)]{3,30})\))?\s*(?:[.…·]{2,}|[:–—-]|\t| {2,}|,)\s*")
BULLET = re.compile(r"^(?:[\s•*·◼–-]|\(?[a-z0-9]{1,2}[.)])*")
REACH = 12
VERB_IN_LINE = re.compile(r"\b(?:is|was|were|has|had|have|will|said|says|appointed|told|means|must|should)\b")
COLUMN = re.compile(r" {2,}|\t+")


def listed(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures in forms, in lists of past and present holders, and in tables with a column for the holder."""
    yield from named(context, posts)
    yield from _holders_in_list(context, posts)
    yield from _careers(context, posts)
    yield from _tables(context, posts)


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


# Careers: posts with their years, line by line, of the one person whom the document is about


def _careers(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    person = _subject_of_document(context)
    for post in posts if person else ():
        line = context.paragraph(post.mention.start)
        dates = context.dates_in(line.start, line.end)
        if not dates or line.end - line.start > 200 or context.people_in(line.start, line.end):
            continue
        before = context.text[line.start : post.mention.start]
        opens = len(before.split()) <= 2 or (dates[0].start - line.start <= 3 and dates[0].end < post.mention.start)
        if person and opens and not VERB_IN_LINE.search(context.text[line.start : line.end]):
            start, end = _years(context, dates[0].start, dates[-1].end)
            for org in post.orgs or (None,):
                yield Draft(
                    person=person,
                    role=post.role,
                    org=org,
                    begin=line.start,
                    finish=line.end,
                    confidence=0.8,
                    interim=post.mention.interim,
                    status="ended" if end else "held",
                    start=start,
                    end=end,
                    at=post.mention.start,
                )


def _subject_of_document(context: Context) -> Mention | None:
    """The person whom the first lines name, when nobody is named more often."""
    if not context.people or not context.paragraphs:
        return None
    first = context.people[0]
    opening = context.paragraphs[min(4, len(context.paragraphs) - 1)].end
    counts = Counter(each.key for each in context.people)
    return first if first.start < opening and counts[first.key] == max(counts.values()) else None


def _years(context: Context, begin: int, finish: int) -> tuple[str | None, str | None]:
    dates = context.dates_in(begin, finish)
    first, last = split(dates[0])
    if first != last or len(dates) > 1:
        return first, split(dates[-1])[1]
    return (None, last) if dates[0].relation == "until" else (first, None)


# Tables


def _tables(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    for post in posts:
        paragraph = context.paragraph(post.start)
        cells = _cells(context, paragraph)
        column = next((i for i, cell in enumerate(cells) if cell[0] <= post.mention.start < cell[1]), None)
        if len(cells) < 2 or column is None or context.people_in(paragraph.start, paragraph.end):
            continue
        for row in context.paragraphs[context.paragraphs.index(paragraph) + 1 :][:60]:
            found = _cells(context, row)
            if len(found) < len(cells):
                break
            yield from _of_row(context, post, found, column)


def _cells(context: Context, paragraph: Paragraph) -> list[tuple[int, int]]:
    words = context.text[paragraph.start : paragraph.end]
    cells, at = [], 0
    for gap in COLUMN.finditer(words):
        cells.append((paragraph.start + at, paragraph.start + gap.start()))
        at = gap.end()
    return [*cells, (paragraph.start + at, paragraph.end)]


def _of_row(context: Context, post: Post, cells: list[tuple[int, int]], column: int) -> Iterator[Draft]:
    people = context.people_in(*cells[column])
    orgs = context.orgs_in(*cells[0])
    if len(people) == 1 and orgs and orgs[0].start == cells[0][0]:
        words = context.text[slice(*cells[column])]
        yield Draft(
            person=people[0],
            role=post.role,
            org=orgs[0].name,
            begin=cells[0][0],
            finish=cells[column][1],
            confidence=0.85,
            interim=bool(re.search(r"interim|acting", words, re.IGNORECASE)),
            at=people[0].start,
        )
