"""What a document's places say together: who left before it was published holds the post no longer at any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.edtf import Bounds, bounds
from ingest.extraction.drafts import Draft

Spell = tuple[str, str, str | None, bool]


def settled(drafts: Iterable[Draft], published: str | None) -> tuple[Draft, ...]:
    """The drafts, those held ones `ended` whose person left the same post, for the same time, before publication."""
    told = tuple(drafts)
    left: dict[Spell, list[Bounds]] = defaultdict(list)
    for draft in told:
        if draft.end and _is_over(bounds(draft.end), published):
            left[_spell(draft)].append(bounds(draft.end))
    return tuple(_settled(draft, left.get(_spell(draft), [])) for draft in told)


def _settled(draft: Draft, ends: list[Bounds]) -> Draft:
    if draft.status != "held" or not ends or (draft.start and _is_later(draft.start, ends)):
        return draft
    return replace(draft, status="ended")


def _spell(draft: Draft) -> Spell:
    return draft.person.key, draft.role, draft.org, draft.interim


def _is_over(end: Bounds, published: str | None) -> bool:
    day = bounds(published).earliest
    return end.latest is not None and day is not None and end.latest < day


def _is_later(start: str, ends: list[Bounds]) -> bool:
    """Whether the person came back after every end that is told."""
    first = bounds(start).earliest
    return first is not None and all(end.latest is not None and end.latest <= first for end in ends)
