"""What a document's places say together: who left before it was published holds the post no longer at any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ingest.extraction.drafts import Draft
from ingest.moments import days

Spell = tuple[str, str, str | None, bool]


def settled(drafts: Iterable[Draft], published: str | None) -> tuple[Draft, ...]:
    """The drafts, those held ones `ended` whose person left the same post, for the same time, before publication."""
    told = tuple(drafts)
    left: dict[Spell, list[str]] = defaultdict(list)
    for draft in told:
        if draft.end and _is_over(draft.end, published):
            left[_spell(draft)].append(draft.end)
    return tuple(_settled(draft, left.get(_spell(draft), [])) for draft in told)


def _settled(draft: Draft, ends: list[str]) -> Draft:
    if draft.status != "held" or not ends or (draft.start and _is_later(draft.start, ends)):
        return draft
    return replace(draft, status="ended")


def _spell(draft: Draft) -> Spell:
    return draft.person.key, draft.role, draft.org, draft.interim


def _is_over(end: str, published: str | None) -> bool:
    last, day = days(end), days(published)
    return last is not None and day is not None and last[1] < day[0]


def _is_later(start: str, ends: list[str]) -> bool:
    """Whether the person came back after every end that is told."""
    first, lasts = days(start), [days(end) for end in ends]
    return first is not None and all(last is not None and last[1] <= first[0] for last in lasts)
