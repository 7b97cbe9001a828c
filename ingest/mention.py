"""A name at a place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["person", "council", "trust", "organisation"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place: `text` as written, `name` the document's fullest form, `key` alike for one bearer."""

    start: int
    end: int
    text: str
    name: str
    kind: MentionKind
    key: str
