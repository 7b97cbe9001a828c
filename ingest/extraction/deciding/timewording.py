"""How a text words a date that may begin or end a tenure: the words around it, with all names in them made alike.

"Ann Lee, Bury's director since 2013" reads "b_PERSON b_, b_BODY b_POST b_since THE_DATE", whoever it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.deciding.timings import PRONOUNS, Timing, Told
from ingest.extraction.deciding.wording import Name, Names, around, of_another
from ingest.extraction.posts import Post

MODEL = "time_wording"
BEFORE, BEHIND = 24, 14  # words
DATE = "THE_DATE"


def wordings(told: Told, timings: Sequence[Timing]) -> list[str]:
    """The words around each date, parted by blanks: those before it begin with "b_", those behind with "a_"."""
    names = Names(told.context, told.posts)
    return [" ".join(_around(told, timing, names)) for timing in timings]


def _around(told: Told, timing: Timing, names: Names) -> Iterator[str]:
    reach = (timing.date.start, timing.date.end)
    for part, word in around(names, reach, (BEFORE, BEHIND), partial(_word, told, timing)):
        yield part + word
    yield f"PART_{timing.part}"


def _word(told: Told, timing: Timing, token: Token, found: Name | str) -> str:
    if timing.date.start <= token.idx < timing.date.end:
        return DATE
    if token.lower_ in PRONOUNS and token.idx in told.of_person(timing.tenure[0]):
        return "OWN" if token.lower_ in {"his", "her"} else "PRONOUN"
    if isinstance(found, str):
        return found
    other = of_another(found)
    return other.removeprefix("A_") if _is_own(told, timing, found) else other


def _is_own(told: Told, timing: Timing, found: Name) -> bool:
    """Whether a name is the tenure's own person, post or body."""
    person, role, body = timing.tenure
    if isinstance(found, DateMention):
        return False
    if isinstance(found, Post):
        return found.role == role or found.start in told.seats(timing.tenure)
    return found.key == person if found.kind == "person" else found.name == body
