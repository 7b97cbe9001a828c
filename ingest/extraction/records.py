"""Forms and moves: one person's post told by labelled lines, "Name: … / Post: … / From: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extraction.cells import Cell
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import Span, bodies, drafted, holders, remarks, seats, span
from ingest.extraction.posts import Post
from ingest.extraction.tables import HEADERS
from ingest.names import Mention

LABEL = re.compile(r"^[ \t•*–-]*(?P<label>[A-Z][\w’' /-]{1,40}?) ?:[ \t]*(?P<value>\S.*)$", re.MULTILINE)
MOVE = {
    "from": "left",
    "previously": "left",
    "previous post": "left",
    "old post": "left",
    "old job": "left",
    "leaves": "left",
    "was": "left",
    "to": "taken",
    "new post": "taken",
    "new job": "taken",
    "new role": "taken",
    "joins": "taken",
    "now": "taken",
    "moves to": "taken",
    "appointed to": "taken",
    "goes to": "taken",
}
STARTS = re.compile(
    r"(?:start(?:s|ed|ing)?|from|takes up post|with effect from|when|date)(?: date| on)?", re.IGNORECASE
)
FAR = 260


def records(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of every block of labelled lines about one person."""
    block: list[tuple[str, Cell]] = []
    for match in LABEL.finditer(context.text):
        label = match["label"].strip().lower()
        value = Cell(match.start("value"), match.end("value"), match["value"].rstrip())
        kind = _kind(label, value, posts)
        far = bool(block) and context.text.count("\n", block[-1][1].end, match.start()) > 2
        if block and (far or (kind == "name" and any(each == "name" for each, _ in block))):
            yield from _read(context, posts, block)
            block = []
        block.append((kind, value))
    yield from _read(context, posts, block)


def _kind(label: str, value: Cell, posts: Sequence[Post]) -> str:
    has_post = any(value.start <= each.mention.start < value.end for each in posts)
    if has_post and label in MOVE:
        return MOVE[label]
    kind = next((kind for kind, pattern in HEADERS if re.fullmatch(pattern, label)), "")
    return "since" if not kind and STARTS.fullmatch(label) else kind


def _read(context: Context, posts: Sequence[Post], block: Sequence[tuple[str, Cell]]) -> Iterator[Draft]:
    kinds = dict(reversed(block))
    if not kinds.keys() & {"post", "left", "taken"}:
        return
    people = holders(context, kinds["name"]) if "name" in kinds else _above(context, block[0][1])
    if len(people) != 1:
        return
    reach = (min(people[0].start, block[0][1].start), block[-1][1].end)
    place = bodies(context, kinds["body"]) if "body" in kinds else ()
    when = _when(context, kinds)
    note = remarks(kinds["name"], people) if "name" in kinds else ""
    for kind in ("post", "taken", "left"):
        for told in seats(context, posts, kinds[kind], is_post=kind == "post") if kind in kinds else ():
            seat = told if told.is_told else told.of(place)
            if kind == "left":
                yield from drafted(people[0], replace(seat, ended=True, coming=False), reach, Span())
            else:
                yield from drafted(people[0], seat, reach, when, note if kind == "post" else "")


def _when(context: Context, kinds: dict[str, Cell]) -> Span:
    since = span(context, kinds["since"].words, "start") if "since" in kinds else Span()
    until = span(context, kinds["until"].words, "end") if "until" in kinds else Span()
    period = span(context, kinds["period"].words) if "period" in kinds else Span()
    return Span(since.start or period.start, until.end or period.end)


def _above(context: Context, first: Cell) -> list[Mention]:
    """The person whose name is the line above a block of labelled lines."""
    above = [each for each in context.paragraphs if first.start - FAR < each.start and each.end < first.start][-2:]
    for line in reversed(above):
        found = holders(context, Cell(line.start, line.end, context.text[line.start : line.end]))
        if found and line.end - line.start < 60:
            return found
    return []
