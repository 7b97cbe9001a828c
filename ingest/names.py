"""People and organisations in a parsed text: which words name them, and the fullest form of each name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

MentionKind = Literal["person", "council", "trust", "organisation"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place: `text` as written there, `name` the fullest form in the document, `key` alike for alike bearers."""

    start: int
    end: int
    text: str
    name: str
    kind: MentionKind
    key: str


def organisations(doc: Doc) -> tuple[Mention, ...]:
    """Councils, trusts and other bodies named in the text, in order."""
    return ()


def people(doc: Doc, orgs: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """People named in the text, in order: by a title, or a full name, or the surname of one seen in full."""
    return ()
