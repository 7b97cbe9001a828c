"""Lines beneath a name and its post that tell since when: "Ann Lee, chair" above "Joined in May 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.layout import Paragraph
from ingest.extraction.periods import split

SINCE = re.compile(
    r"\W*(?:joined|appointed|elected|re-elected|in (?:the )?post|in office|started|took up (?:the )?post|since|from|"
    r"with us)\b[^.;\n]{0,24}?$",
    re.IGNORECASE,
)
LONGEST = 110  # letters of a line that is no sentence


def since_beneath(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts; of those without a date that stand in a line of their own, the start that the line below tells."""
    below = {above.start: line for above, line in pairwise(context.paragraphs)}
    return [_dated(context, each, below) for each in drafts]


def _dated(context: Context, draft: Draft, below: dict[int, Paragraph]) -> Draft:
    line = context.paragraph(draft.person.start)
    under = below.get(line.start)
    if draft.start or draft.end or draft.status == "ended" or under is None or line.end - line.start > LONGEST:
        return draft
    is_next = context.text.count("\n", line.end, under.start) == 1
    date = next(iter(context.dates_in(under.start, under.end)), None)
    if not is_next or date is None or not SINCE.fullmatch(context.text[under.start : date.start]):
        return draft
    return replace(draft, start=split(date)[0])
