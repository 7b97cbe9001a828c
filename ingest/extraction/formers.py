"""Holders with their years in brackets: lists of them below their post, rows of them behind it.

"Former leaders" above "* Ann Lee (2009–13)"; "Chairs ..... Bo Diaz (2016–19), Cy Ash (2019– )".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.date_rules import MONTH_NAMES
from ingest.extraction.canonical import canonical
from ingest.extraction.cells import BULLET, Cell, labelled
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import Seat, Span, asides, drafted, holders, listing, span
from ingest.extraction.layout import Paragraph
from ingest.extraction.posts import Post

MONTH = rf"(?:{MONTH_NAMES})"
HOW = r"(?:interim|acting|temporary|permanent|executive|non-executive|agency|in post|re-?elected|throughout)"
CUE = r"(?:appointed|elected|join(?:ed|s)|start(?:ed|s)|since|from|until|till|to|resigned|retired|left|ceased|died)"
YEARS = re.compile(
    rf"\s*,?\s*\(\s*(?:{HOW}\b[,;:]?\s*(?:and )?)*"
    rf"(?:{CUE} [^()\d]{{0,40}}?\d|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH} )?\d{{2,4}}(?:[./]\d{{1,2}}[./]\d{{2,4}})?"
    rf"(?: {MONTH}(?: \d{{4}})?)?\s?(?:[-–—]|to\b))[^()\n]*\)?",
    re.IGNORECASE,
)
SEVERAL = re.compile(  # what `posts` passes over: a post in the plural without a body
    r"(?:(?:the|all|our|list of|former|previous|past|earlier|recent|successive|independent) )*"
    r"(?P<post>leaders|chairs|chairmen|vice-chairs|mayors)\b"
    r"(?: of the (?P<body>council|trust|company|board|authority))?"
    r"(?:[,:]? (?:of|since|from|\(|and present|past and present)[^.]{0,60})?[:.]?",
    re.IGNORECASE,
)
LIST = re.compile(r":$|\b(?:following|these|below|list|successive)\b", re.IGNORECASE)
HEADING = 90
SENTENCE = 140
REACH = 14


def formers(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of everybody in such a list or row."""
    for label, value in labelled(context):
        seat = _several(context, label)
        yield from _row(context, value, seat) if seat else ()
    for index, line in enumerate(context.paragraphs):
        cell = _cell(context, line)
        if YEARS.search(cell.words) and not _names_post(posts, cell):
            seat = _heading(context, posts, index)
            yield from _row(context, cell, seat) if seat else ()


def _row(context: Context, cell: Cell, seat: Seat) -> Iterator[Draft]:
    """Those of a row whose years stand behind their names."""
    people = holders(context, cell)
    for person, behind in zip(people, asides(cell, people), strict=True):
        years = YEARS.match(behind)
        when = span(context, years.group().rstrip(") ")) if years else Span()
        if years and (when.start or when.end):
            reach = (person.start, person.end + years.end())
            yield from drafted(person, seat, reach, when, years.group())


def _cell(context: Context, line: Paragraph) -> Cell:
    words = context.text[line.start : line.end]
    bullet = BULLET.match(words)
    low = bullet.end() if bullet else 0
    return Cell(line.start + low, line.end, words[low:].rstrip())


def _names_post(posts: Sequence[Post], cell: Cell) -> bool:
    """Whether a line names a post before its years, and so is no item of a list."""
    years = YEARS.search(cell.words)
    low, high = cell.start, cell.start + (years.start() if years else 0)
    return any(low <= each.start < high for each in posts)


def _heading(context: Context, posts: Sequence[Post], index: int) -> Seat | None:
    """The post that a list is headed by: the nearest one told before it, if only items lie between."""
    for line in reversed(context.paragraphs[max(0, index - REACH) : index]):
        words = context.text[line.start : line.end]
        if YEARS.search(words) and not _names_post(posts, _cell(context, line)):
            continue
        if len(words) > SENTENCE or context.people_in(line.start, line.end):
            return None
        if found := _headed(context, posts, line, words):
            return found
        if len(words) > HEADING:
            return None
    return None


def _headed(context: Context, posts: Sequence[Post], line: Paragraph, words: str) -> Seat | None:
    inside = [each for each in posts if line.start <= each.mention.start < line.end]
    if not inside:
        return _several(context, Cell(line.start, line.end, words.strip(" =#*")))
    if words.endswith(".") and not LIST.search(words):
        return None
    post = listing(inside)
    return Seat(post.role, post.orgs, post.mention.start, post.mention.interim, is_told=post.is_explicit)


def _several(context: Context, cell: Cell) -> Seat | None:
    """The post that several have held, by its name in the plural."""
    match = SEVERAL.fullmatch(cell.words)
    if match is None:
        return None
    role = canonical(match["post"].lower().removesuffix("s").replace("chairmen", "chair"), "any")
    named = context.orgs_in(cell.start, cell.end)
    is_of_council = role in {"leader of the council", "mayor"} or match["body"] in {"council", "authority"}
    org = named[-1] if named else context.org_at(cell.end, "the council" if is_of_council else "the trust")
    org = org or context.org_at(cell.end)
    if org is None:
        return None
    return Seat(f"{role} of trust" if org.kind == "trust" else role, (org.name,), cell.start, is_told=True)
