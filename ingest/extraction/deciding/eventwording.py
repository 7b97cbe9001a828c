"""How a text words a date that may be of an inspection or a direction: the words around it, with names made alike.

"The most recent one took place on January 16" reads "b_the b_most b_recent b_one b_took b_place b_on THE_DATE".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.deciding.wording import Name, Names, around
from ingest.names import Mention

MODEL = "event_wording"
BEFORE, BEHIND = 24, 14  # words


def wordings(context: Context) -> list[str]:
    """The words around each date, parted by blanks: those before it begin with "b_", those behind with "a_"."""
    names = Names(context, ())
    return [" ".join(_around(names, date)) for date in context.dates]


def _around(names: Names, date: DateMention) -> Iterator[str]:
    words = around(names, (date.start, date.end), (BEFORE, BEHIND), partial(_word, date))
    yield from (part + word for part, word in words)


def _word(date: DateMention, token: Token, found: Name | str) -> str:
    if date.start <= token.idx < date.end:
        return "THE_DATE"
    if isinstance(found, str):
        return found
    return f"A_{found.kind.upper()}" if isinstance(found, Mention) else "A_DATE"
