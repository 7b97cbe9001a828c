"""Lists of who was there, who sent apologies, who gets a copy; and questions whose answer is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.extraction.cells import BULLET, Cell
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import drafted, holders, remarks, seats, span
from ingest.extraction.layout import Paragraph
from ingest.extraction.posts import Post

SECTION = re.compile(
    r"(?:(?:(?:also|members|officers|those|councillors|staff) )?present|(?:also |officers )?in attendance|attendees|"
    r"attended by|attendance|(?:not present|absent|apologies)(?: (?:for absence|received|from|were received from))*|"
    r"officers|invitees|observers|guests|members(?: of the (?:board|panel|committee))?|board members|"
    r"the (?:board|panel|team)|c\.?c\.?|copy to|copied to|copies to|circulation|distribution(?: list)?|contacts?|"
    r"contact officers?|speakers|witnesses|signed(?: by)?|in the \(?\w+\)? room|on the call|by (?:phone|teams|video))"
    r"\s*(?::|$|(?<=from)\s|\t| {2,})",
    re.IGNORECASE,
)
ITEM = re.compile(r"[;\n]")
INITIALS = re.compile(r"^\s*[A-Z]{2,3}\s+(?=[A-Z][a-z])|\s*\([A-Z]{2,3}\)(?=\s|$)")
LEAD = re.compile(r"[\s,:–—(-]+")
IDLE = 2
WHO = re.compile(
    r"^(?:(?:and|so|but) )?who(?:[’']s| is| was| are| were|\b(?= (?:leads|runs|heads|chairs)))", re.IGNORECASE
)
ANSWER = re.compile(r"(?:A\d*[:.]\s*|\W+)?(?:It is |That is |This is |It[’']s |That[’']s )?")
HELD = re.compile(r"\.? ?(?:S?[Hh]e|They) (?:has|have|held|took|did|had|was|began|started|joined)\b")
BEFORE = re.compile(r"\b(?:was|were|before|previous|former|predecessor)\b", re.IGNORECASE)


def attending(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of those listed as present, absent or copied to: whoever sends apologies holds the post still."""
    open_ = 0
    for line in context.paragraphs:
        words = context.text[line.start : line.end]
        section = SECTION.match(words)
        low = line.start + (section.end() if section else 0)
        if section:
            open_ = IDLE + 1
        if not open_ or len(words) > 1200:
            open_ = 0
            continue
        told = list(_items(context, posts, low, line.end))
        yield from told
        open_ = IDLE + 1 if told or section else open_ - 1


def _items(context: Context, posts: Sequence[Post], low: int, high: int) -> Iterator[Draft]:
    at = low
    for piece in ITEM.split(context.text[low:high]):
        start, end = at, at + len(piece)
        at = end + 1
        bullet = BULLET.match(piece)
        start += bullet.end() if bullet else 0
        mark = INITIALS.match(context.text[start:end])
        start += mark.end() if mark and mark.start() == 0 else 0
        cell = Cell(start, end, context.text[start:end].rstrip(" .,"))
        if len(cell.words) < 160:
            yield from _item(context, posts, cell)


def _item(context: Context, posts: Sequence[Post], cell: Cell) -> Iterator[Draft]:
    people = holders(context, cell)
    if len(people) != 1 or people[0].start - cell.start > 30:
        return
    low = people[0].end
    mark = INITIALS.match(context.text, low, cell.end)
    lead = LEAD.match(context.text, mark.end() if mark else low, cell.end)
    if lead is None or not lead.group():
        return
    words = context.text[lead.end() : cell.end].rstrip(" .,)")
    if words.count("(") > words.count(")"):
        words += ")"
    rest = Cell(lead.end(), cell.end, words)
    for seat in seats(context, posts, rest, is_post="," in lead.group() or "(" in lead.group() or "  " in lead.group()):
        if seat.at - rest.start <= 20:
            yield from drafted(people[0], seat, (cell.start, cell.end), span(context, ""), "", 0.75)


def answered(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """ "Who is the director?" – "Ann Lee." A question without a post is about the one asked for before."""
    asked: Post | None = None
    for question, answer in pairwise(context.paragraphs):
        words = context.text[question.start : question.end]
        if not words.endswith("?"):
            continue
        asked = next((each for each in posts if question.start <= each.mention.start < question.end), asked)
        if asked and WHO.match(re.sub(r"^(?:\W|Q\d*\b|\d+)*", "", words)):
            yield from _answer(context, posts, asked, question, answer)


def _answer(
    context: Context, posts: Sequence[Post], asked: Post, question: Paragraph, answer: Paragraph
) -> Iterator[Draft]:
    line = context.text[answer.start : answer.end]
    opening = ANSWER.match(line)
    low = answer.start + (opening.end() if opening else 0)
    cell = Cell(low, answer.end, context.text[low : answer.end])
    seat = seats(context, posts, Cell(asked.mention.start, asked.end, context.text[asked.mention.start : asked.end]))[
        :1
    ]
    for person in holders(context, cell)[:1] if seat else ():
        first, second, *_ = [*re.split(r"(?<=[a-z\d])[.!?](?: |$)", remarks(cell, [person])), ""]
        words = first if first.strip() else second if HELD.match(second) else ""
        over = bool(BEFORE.search(context.text[question.start : question.end]))
        reach = (question.start, min(answer.end, person.end + len(first) + len(words)))
        yield from drafted(person, replace(seat[0], ended=over), reach, span(context, words), "", 0.75)
