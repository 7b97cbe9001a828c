"""A role that a verb tells of a person, and the tenure that it makes with the dates of the verb's clause."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.periods import timed
from ingest.extraction.syntax import is_future, is_past
from ingest.names import Mention


@dataclass(frozen=True, slots=True)
class Telling:
    """A role that a verb tells of a person, before its dates are known; `kind` is "held", "start" or "end"."""

    person: Mention
    role: str
    org: str | None
    kind: str
    interim: bool = False
    confidence: float = 0.75


def draft_of(context: Context, verb: Token, telling: Telling) -> Draft:
    """The tenure that a verb tells."""
    period = timed(context, verb, telling.kind)
    sentence = verb.sent
    over = telling.kind == "end" or (telling.kind == "held" and not period.start and is_past(verb))
    ended = over or bool(period.end and is_past(verb))
    return Draft(
        person=telling.person,
        role=telling.role,
        org=telling.org,
        begin=sentence.start_char,
        finish=sentence.end_char,
        confidence=telling.confidence,
        interim=telling.interim,
        status="appointed" if is_future(verb) and telling.kind != "end" else "ended" if ended else "held",
        start=period.start,
        end=period.end,
        at=verb.idx,
    )
