"""Visits told as rows of dates: in a sentence, or below a line on visits (“Monitoring visits:”, “4–5 June 2019: …”)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import InspectionKind
from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.gradewords import GRADE
from ingest.extraction.layout import COLUMNS, Paragraph
from ingest.extraction.ordinals import kind_of_word
from ingest.extraction.sightings import Sighting
from ingest.extraction.when import is_ahead

OPENING = re.compile(
    r"[ \t•*–—|(-]*(?:\d{1,2}(?:[.)]| *\||(?= {2,})) *)?"
    r"(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|\d(?:st|nd|rd|th))"
    r"(?: (?:monitoring |focus+ed )?visit)?[ \t]*[:,|–-]?[ \t]*)?(?:on )?"
)
VISITS = re.compile(r"(?i)\b(?P<kind>monitoring|focus+ed)(?: [\w-]+)? visits?\b")
SO_FAR = re.compile(
    r"(?i)\b(?:our |earlier |previous |the )?visits (?:so far|to date|made|before)\b|\b(?:earlier|previous) visits\b"
)
OTHERWISE = re.compile(
    r"(?i)\b(?:will|due|planned|next|forthcoming|to be|schedule|commissioner|peer|councillors?|minister)\b"
)
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|latest|most recent|final|next|other|others|one)"
)
NEXT = re.compile(
    rf"\s*(?:\([^()\n]{{3,70}}\))?\s*[,;]?\s*(?:(?:and|then|again|most recently|lastly|finally|before that|followed by|"
    rf"(?:and, )?after [\w’' ]{{3,25}},),?\s+){{0,3}}(?:(?:a|the) (?:{ORDINAL})\s+)?"
    r"(?:(?:in|on|during|from|was on|were on)\s+)?(?:the )?"
)
FINE = frozenset({"day", "month"})


def listed_visits(context: Context) -> Iterator[Sighting]:
    """The visits of each list of dates below a line that speaks of visits."""
    kind: InspectionKind | None = None
    rows: list[tuple[Paragraph, DateMention]] = []
    for line in context.paragraphs:
        if not context.text[line.start : line.end].strip():
            continue
        date = _dated(context, line)
        if date is not None:
            rows.append((line, date))
            continue
        yield from _told(context, kind, rows)
        words = context.text[line.start : line.end]
        is_head = not rows and COLUMNS.search(words) and not VISITS.search(words)
        rows, kind = [], kind if is_head else _announced(words, context.document.title)
    yield from _told(context, kind, rows)


def in_row(context: Context, days: Sequence[DateMention], end: int) -> list[DateMention]:
    """Dates of visits, and those that go on their row: “in May, on 3 July and, after a pause, in October 2018”."""
    row = sorted(days, key=lambda each: each.start)
    for each in context.dates_in(row[0].end, end) if row else ():
        before = max((other for other in row if other.end <= each.start), key=lambda other: other.end)
        if each not in row and NEXT.fullmatch(context.text, before.end, each.start):
            row.append(each)
    return sorted(row, key=lambda each: each.start)


def _announced(words: str, title: str) -> InspectionKind | None:
    """The kind of visit that a line, or the title for it, speaks of last, where the line can head a list of them."""
    found = [*VISITS.finditer(words)] or [*VISITS.finditer(title if SO_FAR.search(words) else "")]
    return None if not found or OTHERWISE.search(words) else kind_of_word(found[-1]["kind"].lower())


def _dated(context: Context, line: Paragraph) -> DateMention | None:
    """The date that a line opens with, alone or behind the visit's number."""
    near = context.dates_in(line.start, line.end)[:1]
    return next((each for each in near if OPENING.fullmatch(context.text, line.start, each.start)), None)


def _told(
    context: Context, kind: InspectionKind | None, rows: Sequence[tuple[Paragraph, DateMention]]
) -> Iterator[Sighting]:
    """Rows of one kind of visit; a grade among them makes the list one of something else."""
    if kind is None or any(GRADE.search(context.text, line.start, line.end) for line, _ in rows):
        return
    for line, date in rows:
        org = context.org_at(date.start)
        if org and date.precision in FINE and not is_ahead(context, date):
            yield Sighting(org, date.start, line.start, line.end, kind, date.edtf, back=False)
