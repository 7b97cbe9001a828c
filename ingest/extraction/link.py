"""A holder joined to a post, and the verbs and nouns that join them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ingest.extraction.posts import Post
from ingest.names import Mention

APPOINT = frozenset(
    """appoint name make promote hire recruit elect confirm choose select install instal bring draft second parachute
    unveil reappoint designate announce nominate engage poach lure put""".split()
)
SERVE = frozenset(
    """serve work act spend join start begin finish return come arrive step take become remain stay continue be leave
    resign retire
    quit replace follow take go move stand fill cover deputise double depart double serve succeed move rise""".split()
)
HOLD = frozenset("hold take fill occupy assume leave vacate relinquish quit resign combine cover".split())
JOB = frozenset(
    "post role job position title duty duties responsibility brief portfolio capacity place spell stint seat".split()
)


@dataclass(frozen=True, slots=True)
class Link:
    """A holder found for a post: the frame that found it, the verb that joins them where there is one."""

    person: Mention
    post: Post
    frame: str
    confidence: float
    begin: int
    finish: int
    verb: Token | None = None
    ended: bool = False
    coming: bool = False
