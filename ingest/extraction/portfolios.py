"""Cabinet posts told by what they answer for: "who looks after children’s services in the cabinet"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.politicians import politicians
from ingest.extraction.seats import CABINET_CHILDREN, council, place_in
from ingest.extraction.syntax import person_at, subject
from ingest.extraction.telling import Telling

ANSWERING = frozenset("be look oversee handle hold take have".split())
CHILDREN = r"(?:the (?:council|city|county|borough)[’']s )?(?:children|families|young people)\b"
ANSWERS = re.compile(
    rf"(?:\w+ )?(?:(?:is|was|be|been|made|now) (?:\w+ )?(?:responsible for|in charge of|answerable for)"
    rf"|look\w* after|over(?:see|saw|seen|seeing)\w*|handl\w+|(?:takes?|took|has|had) (?:charge|care) of) {CHILDREN}",
    re.IGNORECASE,
)


def answering(context: Context, verb: Token) -> Telling | None:
    """A politician whom the clause makes answer for children: a councillor, or one told to be of the cabinet."""
    if verb.lemma_ not in ANSWERING or not ANSWERS.match(context.text, verb.idx, verb.sent.end_char):
        return None
    person = person_at(context, subject(verb))
    if person is None or not (_is_of_cabinet(context, verb) or person.key in politicians(context)):
        return None
    return Telling(person, CABINET_CHILDREN, place_in(context, verb) or council(context, verb), "held")


def _is_of_cabinet(context: Context, verb: Token) -> bool:
    rest = re.split(r"[;.]|, (?:and|but|said)\b", context.text[verb.idx : verb.sent.end_char])[0]
    return "cabinet" in rest.lower()
