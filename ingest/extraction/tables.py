"""Tables of names and posts, however they are laid out: with a header or without, by posts, people or bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.dates import date_mentions
from ingest.extraction.cells import Cell, Grid, Row, grids
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import (
    STAND_IN,
    Seat,
    Span,
    asides,
    bodies,
    drafted,
    holders,
    listing,
    portfolio,
    remarked,
    seats,
    span,
)
from ingest.extraction.posts import Post
from ingest.names import NAME, Mention

HEADERS = (
    (
        "until",
        r"(?:to|until|end(?:ed|s)?|left|ceased|resigned|retired|finish(?:ed)?|end date|left (?:post|office)|"
        r"date (?:left|ended|to))",
    ),
    (
        "since",
        r"(?:since|from|start(?:ed|s)?|start(?:ing)? date|appointed|in post(?: since)?|took (?:up(?: post)?|office)|"
        r"(?:date )?(?:appointed|of appointment|started|from)|appointment(?: date)?|began|joined|"
        r"in (?:post|role|office) since|effective(?: from| date)?|elected)",
    ),
    (
        "period",
        r"(?:years?|period|dates?|term(?: of office)?|tenure|(?:years )?in office|served|when|in post|dates? in post|"
        r"time)",
    ),
    (
        "remark",
        r"(?:last inspect\w+|overall|judge?ment|outcome|result|score|status|.*ofsted.*|rating|ward|division|party|"
        r"group|grade|salary|tel.*|phone.*|e-?mail|contact|initials?|level|no\.?|#)",
    ),
    ("portfolio", r"(?:(?:cabinet )?portfolio|responsib\w+(?: for)?|brief|area of responsibility|remit)"),
    ("post", r"(?:posts?|roles?|positions?|(?:job )?titles?|job|office|capacity|designation|function|rank|occupation)"),
    (
        "body",
        r"(?:(?:local )?authorit(?:y|ies)|councils?|organisations?|organization|employer|bod(?:y|ies)|agency|trust|"
        r"area|representing|company|service|borough|county|partner|institution|where)",
    ),
    (
        "name",
        r"(?:(?:full )?names?|(?:current |present )?(?:post[ -]?)?holders?(?: of post)?|officers?|councillors?|"
        r"members?|who|person|staff|attendees?|postholder name|name of .*|employee|incumbent|lead(?: officer)?|"
        r"title and name)",
    ),
)
HEADING = 120
GONE = re.compile(rf"\((?P<name>{NAME}) (?=(?:left|retired|resigned|until)\b)")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: `kind` is name, post, portfolio, body, since, until, period or "" for remarks.

    `seat` is the post whose holders a column of names lists, where its header tells it.
    """

    kind: str
    seat: Seat | None = None


def tables(context: Context, posts: Sequence[Post]) -> Iterator[tuple[Grid, list[Draft]]]:
    """Every table of people in posts, with the tenures that it states."""
    for grid in grids(context):
        columns, rows = _columns(context, posts, grid)
        if any(each.kind == "name" for each in columns):
            yield grid, [draft for row in rows for draft in _of_row(context, posts, grid, columns, row)]


def _columns(context: Context, posts: Sequence[Post], grid: Grid) -> tuple[list[Column], Sequence[Row]]:
    """The columns of a grid by its header or, where it has none, by what most of their cells hold; and its rows."""
    header = [_by_header(context, posts, cell) for cell in grid.rows[0].cells]
    named = [each for each in header if each and each.kind]
    has_people = any(holders(context, cell) for cell in grid.rows[0].cells)
    if len(named) >= min(2, len(header)) and not has_people:
        rows: Sequence[Row] = grid.rows[1:]
        columns = [
            _by_content(context, posts, [row.cells[i] for row in rows])
            if each is None or (each.kind == "" and each.seat is None)
            else each
            for i, each in enumerate(header)
        ]
        return _once(columns), rows
    rows = grid.rows
    width = len(rows[0].cells)
    return _once([_by_content(context, posts, [row.cells[i] for row in rows]) for i in range(width)]), rows


def _once(columns: list[Column]) -> list[Column]:
    """Of two columns of posts, the second is remarks."""
    found: list[Column] = []
    for each in columns:
        again = each.kind in {"post", "portfolio"} and any(other.kind in {"post", "portfolio"} for other in found)
        found.append(Column("") if again else each)
    return found


def _by_header(context: Context, posts: Sequence[Post], cell: Cell) -> Column | None:
    words = cell.words.strip(" :*").lower()
    for kind, pattern in HEADERS:
        if re.fullmatch(pattern, words):
            return Column(kind)
    found = [each for each in seats(context, posts, cell) if each.at - cell.start < 25 and len(words) < 70]
    return Column("name", found[0]) if found else None


def _by_content(context: Context, posts: Sequence[Post], cells: Sequence[Cell]) -> Column:
    told = [cell for cell in cells if cell.words]
    if not told:
        return Column("")
    people = sum(bool(holders(context, cell)) for cell in told)
    posts_ = sum(any(each.at - cell.start < 30 for each in seats(context, posts, cell)) for cell in told)
    dates = sum(bool(date_mentions(cell.words, None)) and len(cell.words) < 40 for cell in told)
    named = sum(bool(context.orgs_in(cell.start, cell.end)) and not holders(context, cell) for cell in told)
    most = max(people, posts_, dates, named)
    if most < 0.5 * len(told):
        return Column("name") if people and people >= 0.3 * len(told) else Column("")
    return Column("post" if posts_ == most else "name" if people == most else "period" if dates == most else "body")


def _of_row(context: Context, posts: Sequence[Post], grid: Grid, columns: list[Column], row: Row) -> Iterator[Draft]:
    cells = list(zip(columns, row.cells, strict=False))
    note = _note(cells)
    told, beside = _row_seats(context, posts, cells), _beside_post(context, cells)
    place = next((bodies(context, cell) for column, cell in cells if column.kind == "body"), ())
    for number, (column, cell) in enumerate(cells):
        people = _people(context, cell) if column.kind == "name" else []
        if not people:
            continue
        when = _when(context, _of_one(cells, number))
        for seat in [column.seat] if column.seat else told or _headed(context, posts, grid):
            owner = place or (seat.orgs if seat.is_told else ()) or _body_above(context, grid, seat)
            for person, behind in zip(people, asides(cell, people), strict=True):
                own = span(context, behind.removesuffix(")"))
                time = _timed(column, Span(when.start or own.start or beside.start, when.end or own.end or beside.end))
                own_seat = _sided(column, seat).of(owner)
                yield from drafted(person, own_seat, (row.start, row.end), time, f"{behind} {note}")


def _people(context: Context, cell: Cell) -> list[Mention]:
    """Those whom a cell of a column of names names: holders, or who left a post that is vacant."""
    people = holders(context, cell)
    gone = GONE.search(cell.words) if not people else None
    return (
        [Mention(cell.start, cell.end, gone["name"], gone["name"], "person", gone["name"].lower())] if gone else people
    )


def _beside_post(context: Context, cells: list[tuple[Column, Cell]]) -> Span:
    """The time that a remark in the cell of the post tells."""
    cell = next((cell for column, cell in cells if column.kind == "post" and cell.words), None)
    return remarked(context, cell.words) if cell else Span()


def _of_one(cells: list[tuple[Column, Cell]], number: int) -> list[tuple[Column, Cell]]:
    """The cells of a row that tell of one of its names: what stands between two others tells of these."""
    named = [place for place, (column, _) in enumerate(cells) if column.kind == "name"]
    end = next((place for place in named if place > number), named[-1])
    return [*cells[: named[0]], *cells[number:end], *cells[named[-1] :]]


def _sided(column: Column, seat: Seat) -> Seat:
    return replace(seat, coming=False) if column.seat and seat.coming else seat


def _timed(column: Column, time: Span) -> Span:
    """The one date of a change ends the time of the person before."""
    if column.seat and column.seat.ended and time.start and not time.end:
        return Span(None, time.start)
    return time


def _row_seats(context: Context, posts: Sequence[Post], cells: list[tuple[Column, Cell]]) -> list[Seat]:
    for column, cell in cells:
        if column.kind in {"post", "portfolio"} and cell.words:
            found = seats(context, posts, cell, is_post=column.kind == "post")
            if found:
                return found
            if column.kind == "portfolio" and len(cell.words) < 90:
                return [Seat(portfolio(cell.words), (), cell.start, written=cell.words)]
    return []


def _when(context: Context, cells: list[tuple[Column, Cell]]) -> Span:
    start = end = None
    for column, cell in cells:
        if column.kind in {"since", "until", "period"}:
            side = {"since": "start", "until": "end"}.get(column.kind, "")
            told = span(context, cell.words, side)
            start, end = start or told.start, end or told.end
    return Span(start, end)


def _note(cells: list[tuple[Column, Cell]]) -> str:
    told = [cell.words.lstrip("( ") for column, cell in cells if column.kind in {"", "period"}]
    return " ".join(each for each in told if STAND_IN.match(each))


def _headed(context: Context, posts: Sequence[Post], grid: Grid) -> list[Seat]:
    """The post whose holders a table lists, told in a line above it."""
    above = [each for each in context.paragraphs if each.end <= grid.start][-3:]
    for line in reversed(above):
        inside = [each for each in posts if line.start <= each.mention.start < line.end]
        is_long = line.end - line.start >= HEADING and (line != above[-1] or len({each.role for each in inside}) > 1)
        if inside and not is_long and not context.people_in(line.start, line.end):
            post = listing(inside)
            return [Seat(post.role, post.orgs, post.mention.start, post.mention.interim, is_told=post.is_explicit)]
    return []


def _body_above(context: Context, grid: Grid, seat: Seat) -> tuple[str, ...]:
    """The body whose table it is: the one that the heading right above it names."""
    if seat.role in {"inspector", "education secretary", "children's minister"}:
        return ()
    above = [each for each in context.paragraphs if each.end <= grid.start][-2:]
    for line in reversed(above):
        named = context.orgs_in(line.start, line.end)
        if named and line.end - line.start < 120:
            return (named[-1].name,)
        if line.end - line.start >= 120:
            break
    return ()
