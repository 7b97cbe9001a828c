"""How a text words a date that may begin or end a tenure: the words around it, with all names in them made alike.

"Ann Lee, Bury's director since 2013" reads "b_PERSON b_, b_BODY b_POST b_since THE_DATE", whoever it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.deciding.timings import PRONOUNS, Timing, Told
from ingest.extraction.deciding.wording import Name, Names
from ingest.extraction.posts import Post

MODEL = "time_wording"
BEFORE, BEHIND = 24, 14  # words
DATE = "THE_DATE"


def wordings(told: Told, timings: Sequence[Timing]) -> list[str]:
    """The words around each date, parted by blanks: those before it begin with "b_", those behind with "a_"."""
    names = Names(told.context, told.posts)
    return [" ".join(_around(told, timing, names)) for timing in timings]


def _around(told: Told, timing: Timing, names: Names) -> Iterator[str]:
    date, doc = timing.date, told.context.doc
    span = doc.char_span(date.start, date.end, alignment_mode="expand")
    last = ""
    if span is None:
        return
    for token in doc[max(0, span.start - BEFORE) : span.end + BEHIND]:
        word = _word(told, timing, names, token)
        if word != last or word.islower():
            yield ("b_" if token.i < span.start else "a_" if token.i >= span.end else "") + word
        last = word
    yield f"PART_{timing.part}"


def _word(told: Told, timing: Timing, names: Names, token: Token) -> str:
    if timing.date.start <= token.idx < timing.date.end:
        return DATE
    if token.lower_ in PRONOUNS and token.idx in told.of_person(timing.tenure[0]):
        return "OWN" if token.lower_ in {"his", "her"} else "PRONOUN"
    found = names.words[token.i]
    return found if isinstance(found, str) else _alike(told, timing, found)


def _alike(told: Told, timing: Timing, found: Name) -> str:
    """What stands for a name: whether it is the tenure's own person, post or body, or another."""
    person, role, body = timing.tenure
    if isinstance(found, DateMention):
        return "A_DATE"
    if isinstance(found, Post):
        return "POST" if found.role == role or found.start in told.seats(timing.tenure) else "A_POST"
    if found.kind == "person":
        return "PERSON" if found.key == person else "A_PERSON"
    return "BODY" if found.name == body else "A_BODY"
