"""Lines beneath a name and its post that tell from when to when: "Joined in May 2016", "Resigned on: 3 May 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import REMARK, Span, remarked
from ingest.extraction.layout import Paragraph
from ingest.extraction.periods import split

SINCE = re.compile(
    r"\W*(?:date (?:of appointment|appointed|joined|started|from)|appointment date|start(?:ing)? date|joined|appointed|"
    r"elected|re-elected|in (?:the )?post|in office|started|took up (?:the )?post|since|from|with us|"
    r"term(?: of office)?|tenure|period(?: of office| in post)?|served)\b[^.;\n]{0,24}?$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\W*(?:date (?:of (?:resignation|leaving|cessation)|resigned|left|ended|to)|end(?:ing)? date|resigned|retired|"
    r"left|ceased|until|stood down|stepped down)\b[^.;\n]{0,24}?$",
    re.IGNORECASE,
)
TO = re.compile(r"\s*(?:[-–—]|to|until|till)\s*")
FIELD = re.compile(r"\W*[A-Z][\w’' /-]{1,40}: ")
LONGEST = 110  # letters of a line that is no sentence
MOST = 8
OPENING = 8


def since_beneath(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts; those that stand in lines of their own with what the lines below tell of start and end."""
    below = {above.start: line for above, line in pairwise(context.paragraphs)}
    return [_dated(context, each, below) for each in drafts]


def _dated(context: Context, draft: Draft, below: dict[int, Paragraph]) -> Draft:
    if draft.start and draft.end:
        return draft
    when = _behind(context, draft)
    when = _told(context, _under(context, draft, below)) if when == Span() else when
    is_other = draft.start and when.start and draft.start != when.start
    if is_other or (draft.status == "ended" and not when.end) or when == Span():
        return draft
    status = "ended" if when.end else draft.status
    return replace(draft, start=draft.start or when.start, end=draft.end or when.end, status=status)


def _behind(context: Context, draft: Draft) -> Span:
    """What the rest of an item tells whose name and post stand first: "Ann Lee (chair)    appointed 1 May 2019"."""
    line = context.paragraph(draft.person.start)
    is_item = draft.person.start - line.start <= OPENING and draft.person.start <= draft.at < line.end
    low = max(draft.person.end, draft.at)
    remark = REMARK.search(context.text, low, line.end) if is_item else None
    if remark is None or remark.start() - low > LONGEST or _is_told(context, draft.person.end, remark.start()):
        return Span()
    return remarked(context, context.text[low : line.end])


def _is_told(context: Context, start: int, end: int) -> bool:
    """Whether words are of a sentence: they have a verb with a tense."""
    return any(start <= token.idx < end and token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in context.doc)


def _under(context: Context, draft: Draft, below: dict[int, Paragraph]) -> Iterator[Paragraph]:
    """The lines directly below a name and its post: the first, and those that follow as long as all are fields."""
    named, titled = context.paragraph(draft.person.start), context.paragraph(draft.at)
    line = titled if below.get(named.start) == titled else named
    for count in range(MOST):
        under = below.get(line.start)
        is_next = under is not None and context.text.count("\n", line.end, under.start) == 1
        if under is None or not is_next or line.end - line.start > LONGEST:
            return
        if count and not (FIELD.match(context.text, line.start, line.end) or _cue(context, line)):
            return
        yield under
        line = under


def _told(context: Context, lines: Iterable[Paragraph]) -> Span:
    start = end = None
    for line in lines:
        cue = _cue(context, line)
        first, last = _both(context, line) if cue else (None, None)
        if cue == "until":
            end = end or last
        elif cue:
            start, end = start or first, end or (last if last != first else None)
    return Span(start, end)


def _both(context: Context, line: Paragraph) -> tuple[str, str]:
    """The first and last date of a line's period: "June 2018 to 31 May 2021"."""
    date, *more = context.dates_in(line.start, line.end)
    is_period = more and TO.fullmatch(context.text, date.end, more[0].start)
    return split(date)[0], split(more[0] if is_period else date)[1]


def _cue(context: Context, line: Paragraph) -> str:
    """Whether the words before the first date of a line tell that somebody came or went on it."""
    date = next(iter(context.dates_in(line.start, line.end)), None)
    if date is None:
        return ""
    before = context.text[line.start : date.start]
    return "since" if SINCE.fullmatch(before) else "until" if UNTIL.fullmatch(before) else ""
