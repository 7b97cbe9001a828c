"""A name beside or below its post without a sentence: "Leader: Ann Lee", "Bo Diaz – Head of Care", charts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extraction.cells import BULLET, Cell, labelled, runs
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import NOBODY, Seat, Span, asides, bodies, drafted, holders, remarks, seats, span
from ingest.extraction.posts import Post
from ingest.names import Mention

LONGEST = 100
CLAUSE = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|said|says|told|became|becomes|left|leaves|joined|who|which|that|must|"
    r"should|appointed|named|resigned|retire[sd]?)\b"
)
TENURE = re.compile(
    r"^\W*(?:(?:in post|appointed|elected|interim|acting|labour|conservative|liberal democrat|green|independent)\W+)*"
    r"(?:since|from|until|to|appointed|elected|joined|joins|starts|resigned|retired|left|ceased|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"^\W*(?:in post |appointed |elected )*(?:since|from|until|appointed|elected|\d{4} ?(?:[-–]|to))", re.IGNORECASE
)


def beside_label(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of lines with a label and a value, of which one is the post and the other the name."""
    for label, value in labelled(context):
        told = seats(context, posts, label)
        if told and told[0].at - label.start <= 30 and len(label.words) < LONGEST and not CLAUSE.search(label.words):
            yield from _of(context, value, told, (label.start, value.end))
            continue
        people = holders(context, label)
        if people and not CLAUSE.search(value.words[:60]) and len(label.words) < 60:
            found = seats(context, posts, value)
            found = found if found and found[0].at - value.start <= 25 else []
            note = remarks(label, people)
            when = span(context, value.words[: LONGEST * 2])
            for seat in found:
                for person in people:
                    yield from drafted(person, seat, (label.start, value.end), when, note, 0.8)
            continue
        yield from _of_body(context, posts, label, value)


def _of(context: Context, value: Cell, told: Sequence[Seat], reach: tuple[int, int]) -> Iterator[Draft]:
    people = holders(context, value)
    for person, behind in zip(people, asides(value, people), strict=True):
        when = span(context, behind.split(";")[0]) if TENURE.match(behind) else Span()
        for seat in told:
            yield from drafted(person, seat, reach, when, behind[:40], 0.8)


def _of_body(context: Context, posts: Sequence[Post], label: Cell, value: Cell) -> Iterator[Draft]:
    """ "Bury: Ann Lee, Director of Children's Services": the label is whose post it is."""
    orgs = bodies(context, label) if context.orgs_in(label.start, label.end) else ()
    people = holders(context, value)
    if not orgs or len(label.words) > 60 or len(people) != 1:
        return
    rest = Cell(people[0].end, value.end, context.text[people[0].end : value.end])
    for seat in seats(context, posts, rest):
        if seat.at - rest.start <= 14:
            owned = seat if seat.is_told else seat.of(orgs)
            yield from drafted(people[0], owned, (label.start, value.end), Span(), "", 0.8)


# Lines below each other


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that is a name or a post and nothing else."""

    cell: Cell
    people: tuple[Mention, ...] = ()
    seats: tuple[Seat, ...] = ()


def below_each_other(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of blocks where the name stands on one line and the post on the next, or the other way round."""
    for block in _blocks(context):
        entries = [_entry(context, posts, cell) for cell in block]
        first = next((each for each in entries if each.people or each.seats), None)
        if first is not None:
            yield from _paired(context, entries, bool(first.people))


def _blocks(context: Context) -> Iterator[list[Cell]]:
    """Blocks of lines; single short lines with empty lines between make one block."""
    single: list[Cell] = []
    for run in runs(context):
        cells = [_cell(context, *line) for line in run]
        if len(cells) == 1 and len(cells[0].words) < LONGEST:
            single.append(cells[0])
            continue
        if single:
            yield single
            single = []
        yield cells
    if single:
        yield single


def _cell(context: Context, start: int, end: int) -> Cell:
    words = context.text[start:end]
    bullet = BULLET.match(words)
    low = bullet.end() if bullet else 0
    return Cell(start + low, start + len(words.rstrip()), words[low:].rstrip())


def _entry(context: Context, posts: Sequence[Post], cell: Cell) -> Entry:
    if len(cell.words) > LONGEST or cell.words.endswith(("?", "!", ":")) or CLAUSE.search(cell.words):
        return Entry(cell)
    people = holders(context, cell)
    rest = remarks(cell, people)
    if people and (
        re.fullmatch(r"(?:,? \(?(?:[A-Z]{2,}|[OCM]BE|[A-Z][a-z]+)\)?)*[,.]?", rest)
        or (TENURE.match(rest) and len(rest) < 50)
    ):
        return Entry(cell, people=tuple(people))
    if people or context.people_in(cell.start, cell.end):
        return Entry(cell)
    found = seats(context, posts, cell)
    return Entry(cell, seats=tuple(found) if found and found[0].at - cell.start <= 12 else ())


def _paired(context: Context, entries: Sequence[Entry], name_first: bool) -> Iterator[Draft]:
    head: Entry | None = None
    used = True
    for index, entry in enumerate(entries):
        opens = entry.people if name_first else entry.seats
        fills = entry.seats if name_first else entry.people
        if opens:
            head, used = entry, False
        elif fills and head is not None and (not used or name_first):
            one, other = (head, entry) if name_first else (entry, head)
            for person, behind in zip(one.people, asides(one.cell, one.people), strict=True):
                when = _since(context, entries, index, behind)
                for seat in other.seats:
                    yield from drafted(person, seat, (head.cell.start, entry.cell.end), when, behind[:40], 0.75)
            used = True
        elif NOBODY.match(entry.cell.words) or len(entry.cell.words) > 60:
            head = None


def _since(context: Context, entries: Sequence[Entry], index: int, behind: str) -> Span:
    if TENURE.match(behind):
        return span(context, behind)
    rest = entries[index + 1].cell.words if index + 1 < len(entries) else ""
    return span(context, rest if SINCE.match(rest) and len(rest) < 50 else "")
