"""Careers: posts with their years, line by line, of the one person whom a page or a part of it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.dates import date_mentions
from ingest.extraction.cells import BULLET, Cell, Grid, grids
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import NOBODY, Seat, Span, bodies, drafted, holders, seats, span
from ingest.extraction.layout import Paragraph
from ingest.extraction.posts import Post
from ingest.extraction.tables import HEADERS
from ingest.names import Mention

CLAUSE = re.compile(r"\b(?:is|was|were|has|had|have|will|said|says|appointed|told|means|must|should|who|which)\b")
OPENING = re.compile(
    r"(?:(?:about|profile|cv|curriculum vitae|biography|meet)\b[\w ]{0,30}[:–-] *|(?:about|meet) )", re.IGNORECASE
)
LETTERS = re.compile(r"(?:,? (?:[A-Z]{2,}|[A-Z][a-z]*[A-Z]\w*)(?: ?\([A-Z][\w ]*\))?)+$")
LONGEST = 200
FIRST_LINES = 5
REACH = 14


def careers(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of every line that has a post and its years and names nobody."""
    subject = _subject(context)
    tabled = [draft for grid in grids(context) for draft in _of_grid(context, posts, grid, subject)]
    yield from tabled
    places = {each.at for each in tabled}
    lines = [found for line in context.paragraphs if (found := _candidate(context, posts, line))]
    for cell, seat, when in lines if len(lines) > 1 else ():
        person = _above(context, cell.start) or subject
        if person and seat.at not in places:
            yield from drafted(person, seat, (cell.start, cell.end), when, "", 0.8)


def _candidate(context: Context, posts: Sequence[Post], line: Paragraph) -> tuple[Cell, Seat, Span] | None:
    """A line that has a post and its years, and names nobody."""
    words = context.text[line.start : line.end]
    is_talk = CLAUSE.search(words) or NOBODY.search(words) or words.endswith("?")
    if len(words) > LONGEST or is_talk or context.people_in(line.start, line.end):
        return None
    bullet = BULLET.match(words)
    low = line.start + (bullet.end() if bullet and not words[:4].isdigit() else 0)
    return _of_line(context, posts, Cell(low, line.end, context.text[low : line.end]))


def _of_line(context: Context, posts: Sequence[Post], cell: Cell) -> tuple[Cell, Seat, Span] | None:
    """The post and the time of a career's line: its years stand first, or behind the post."""
    dates = date_mentions(cell.words, context.document.published)
    told = seats(context, posts, Cell(cell.start, cell.end, cell.words))
    if not dates or not told:
        return None
    place = told[0].at - cell.start
    first = re.match(r"\W*(?:from |since )?", cell.words)
    is_dated = first is not None and dates[0].start <= first.end() + 1 and dates[0].end <= place
    if not is_dated and (place > 14 or dates[0].start < place):
        return None
    return cell, told[0], span(context, cell.words)


def _of_grid(context: Context, posts: Sequence[Post], grid: Grid, subject: Mention | None) -> Iterator[Draft]:
    """The rows of a table of posts and years without a column of names."""
    kinds = [
        next((kind for kind, form in HEADERS if re.fullmatch(form, cell.words.strip(" :").lower())), "")
        for cell in grid.rows[0].cells
    ]
    if "post" not in kinds or "name" in kinds or not {"since", "until", "period"} & set(kinds):
        return
    for row in grid.rows[1:]:
        cells = dict(zip(kinds, row.cells, strict=False))
        told = seats(context, posts, cells["post"], is_post=True)
        person = subject
        if not told or person is None or any(holders(context, cell) for cell in row.cells):
            continue
        orgs = bodies(context, cells["body"]) if "body" in cells else ()
        since = span(context, cells["since"].words, "start") if "since" in cells else Span()
        until = span(context, cells["until"].words, "end") if "until" in cells else Span()
        period = span(context, cells["period"].words) if "period" in cells else Span()
        when = Span(since.start or period.start, until.end or period.end)
        for seat in told:
            yield from drafted(person, seat.of(orgs), (row.start, row.end), when)


def _above(context: Context, place: int) -> Mention | None:
    """The person whose name is a line of its own above."""
    index = context.paragraphs.index(context.paragraph(place))
    for before in reversed(context.paragraphs[max(0, index - REACH) : index]):
        words = context.text[before.start : before.end]
        if len(words) > LONGEST:
            return None
        found = _named(context, before)
        if found:
            return found
    return None


def _named(context: Context, line: Paragraph) -> Mention | None:
    words = context.text[line.start : line.end]
    opening = OPENING.match(words)
    low = line.start + (opening.end() if opening else 0)
    named = LETTERS.sub("", context.text[low : line.end])
    found = holders(context, Cell(low, low + len(named), named))
    return found[0] if len(found) == 1 and len(named) - len(found[0].text) < 14 else None


def _subject(context: Context) -> Mention | None:
    """The person whom the first lines name, when nobody is named more often."""
    for line in context.paragraphs[:FIRST_LINES]:
        found = _named(context, line)
        if found:
            return found
    if not context.people or not context.paragraphs:
        return None
    first = context.people[0]
    opening = context.paragraphs[min(FIRST_LINES - 1, len(context.paragraphs) - 1)].end
    counts = Counter(each.key for each in context.people)
    return first if first.start < opening and counts[first.key] == max(counts.values()) else None
