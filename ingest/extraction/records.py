"""Forms and moves: one person's post told by labelled lines, "Name: … / Post: … / From: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extraction.cells import Cell
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import Seat, Span, bodies, drafted, holders, remarks, seats, span
from ingest.extraction.officers import company, officer
from ingest.extraction.posts import Post
from ingest.extraction.tables import HEADERS
from ingest.names import Mention
from ingest.namewords import INVERTED

LABEL = re.compile(
    r"^[ \t•*–-]*(?:(?P<label>[A-Z][\w’' /-]{1,40}?) ?:[ \t]*(?P<value>\S.*)"
    r"|(?P<event>(?:Appointed|Elected|Joined|Started|Resigned|Retired|Left|Ceased)(?: on| in)?)"
    r" (?P<day>(?=.*\d{4}$)\w.{3,20}))$",
    re.MULTILINE,
)
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
    r"(?:start(?:s|ed|ing)?|from|takes up post|with effect from|when|date|appointed|elected|joined)(?: date| on| in)?"
)
ENDS = re.compile(r"(?:date )?(?:resigned|retired|left|ceased|ended|ends|stood down|stepped down)(?: date| on| in)?")
FAR = 260


def records(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of every block of labelled lines about one person."""
    block: list[tuple[str, Cell]] = []
    for match in LABEL.finditer(context.text):
        label = (match["label"] or match["event"]).strip().lower()
        part = "value" if match["label"] else "day"
        value = Cell(match.start(part), match.end(part), match[part].rstrip())
        kind = "" if _is_aside(label, {each for each, _ in block}) else _kind(label, value, posts)
        far = bool(block) and context.text.count("\n", block[-1][1].end, match.start()) > 2
        if block and (far or kind == _opening(block)):
            yield from _read(context, posts, block)
            block = []
        block.append((kind, value))
    yield from _read(context, posts, block)


def _is_aside(label: str, kinds: set[str]) -> bool:
    """Whether a field tells nothing of a post that others told: what its holder lives on, when a form was signed."""
    return "post" in kinds and (label == "occupation" or (label == "date" and not kinds & {"left", "taken"}))


def _opening(block: Sequence[tuple[str, Cell]]) -> str:
    """With which field each record of a list begins."""
    return next((kind for kind, _ in block if kind in {"name", "post"}), "name")


def _kind(label: str, value: Cell, posts: Sequence[Post]) -> str:
    has_post = any(value.start <= each.mention.start < value.end for each in posts)
    if has_post and label in MOVE:
        return MOVE[label]
    kind = next((kind for kind, pattern in HEADERS if re.fullmatch(pattern, label)), "")
    if not kind or kind == "until":
        return "since" if STARTS.fullmatch(label) else "until" if ENDS.fullmatch(label) else kind
    return kind


def _read(context: Context, posts: Sequence[Post], block: Sequence[tuple[str, Cell]]) -> Iterator[Draft]:
    kinds = dict(reversed(block))
    if not kinds.keys() & {"post", "left", "taken"}:
        return
    people = _named(context, kinds["name"]) if "name" in kinds else _above(context, block[0][1])
    if len(people) != 1:
        return
    reach = (min(people[0].start, block[0][1].start), block[-1][1].end)
    place = bodies(context, kinds["body"]) if "body" in kinds else ()
    when = _when(context, kinds)
    owner = company(context) if kinds.keys() & {"since", "until"} else None
    note = remarks(kinds["name"], people) if "name" in kinds else ""
    for kind in ("post", "taken", "left"):
        for told in _seats(context, posts, kind, kinds[kind], owner) if kind in kinds else ():
            seat = told if told.is_told else told.of(place)
            if kind == "left":
                yield from drafted(people[0], replace(seat, ended=True, coming=False), reach, Span())
            else:
                yield from drafted(people[0], seat, reach, when, note if kind == "post" else "")


def _seats(context: Context, posts: Sequence[Post], kind: str, value: Cell, owner: str | None) -> Sequence[Seat]:
    held = officer(context, value, owner) if owner else None
    return [held] if held else seats(context, posts, value, is_post=kind == "post")


def _when(context: Context, kinds: dict[str, Cell]) -> Span:
    since = span(context, kinds["since"].words, "start") if "since" in kinds else Span()
    until = span(context, kinds["until"].words, "end") if "until" in kinds else Span()
    period = span(context, kinds["period"].words) if "period" in kinds else Span()
    return Span(since.start or period.start, until.end or period.end or since.end)


def _named(context: Context, value: Cell) -> Sequence[Mention]:
    """Whom a field or line of a name names, be it in capitals or with the surname first."""
    return holders(context, value) or [
        each
        for each in context.people_in(value.start, value.end)
        if each.text == value.words or INVERTED.match(value.words)
    ]


def _above(context: Context, first: Cell) -> Sequence[Mention]:
    """The person whose name is the line above a block of labelled lines."""
    above = [each for each in context.paragraphs if first.start - FAR < each.start and each.end < first.start][-2:]
    for line in reversed(above):
        cell = Cell(line.start, line.end, context.text[line.start : line.end])
        found = _named(context, cell)
        if found and line.end - line.start < 60:
            return found
    return []
