"""Tenures that a text lays out instead of telling them, and what its layout rules out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extraction.attendance import answered, attending
from ingest.extraction.cells import Grid
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.headed import headed
from ingest.extraction.labels import below_each_other, beside_label
from ingest.extraction.posts import Post
from ingest.extraction.records import records
from ingest.extraction.tables import tables

FIRM = 0.85


def laid_out(context: Context, posts: Sequence[Post], grids: Sequence[tuple[Grid, list[Draft]]]) -> Iterator[Draft]:
    """Tenures of tables, forms, lists and charts; what stands in a table is read as a table only."""
    for _, stated in grids:
        yield from stated
    spans = [(grid.start, grid.end) for grid, stated in grids if stated]
    told = [
        *records(context, posts),
        *attending(context, posts),
        *answered(context, posts),
        *headed(context, posts),
        *beside_label(context, posts),
    ]
    taken = {each.at for each in told}
    told += [each for each in below_each_other(context, posts) if each.at not in taken]
    yield from (each for each in told if not any(low <= each.at < high for low, high in spans))


def consistent(context: Context, posts: Sequence[Post], drafts: Sequence[Draft], rows: Sequence[Draft]) -> list[Draft]:
    """The drafts without what joins the name of one row with the post of another."""
    inside = [(grid.start, grid.end) for grid, _ in tables(context, posts)]
    holders: dict[int, set[int]] = defaultdict(set)
    held: dict[int, set[int]] = defaultdict(set)
    for row in (*rows, *(each for each in drafts if not _crosses(context, each))):
        holders[row.at].add(row.person.start)
        held[row.person.start].add(row.at)
    return [
        each
        for each in drafts
        if not _crosses(context, each)
        or not (_within(inside, each) or holders[each.at] - {each.person.start} or held[each.person.start] - {each.at})
    ]


def merged(drafts: Sequence[Draft], rows: Sequence[Draft]) -> list[Draft]:
    """Both, each tenure of a place once: what a table says counts more, what another list says fills gaps."""
    firm = {_place(each) for each in rows if each.confidence >= FIRM}
    soft = {_place(each): each for each in rows if each.confidence < FIRM}
    kept = [each for each in drafts if _place(each) not in firm]
    filled = [_filled(each, soft[_place(each)]) if _place(each) in soft else each for each in kept]
    known = {_place(each) for each in kept}
    once = {(_place(each), each.role, each.org): each for each in reversed(rows) if _place(each) not in known}
    return filled + list(reversed(once.values()))


def _within(spans: Sequence[tuple[int, int]], draft: Draft) -> bool:
    return any(low <= place < high for low, high in spans for place in (draft.at, draft.person.start))


def _place(draft: Draft) -> tuple[str, int]:
    return draft.person.key, draft.at


def _filled(draft: Draft, row: Draft) -> Draft:
    """The draft with what its row tells besides."""
    status = row.status if draft.status == "held" else draft.status
    interim = draft.interim or row.interim
    return replace(draft, start=draft.start or row.start, end=draft.end or row.end, interim=interim, status=status)


def _crosses(context: Context, draft: Draft) -> bool:
    """Whether the name, where the quote has it, stands on another line than the post."""
    is_quoted = draft.begin <= draft.person.start < draft.finish
    return is_quoted and context.paragraph(draft.at) != context.paragraph(draft.person.start)
