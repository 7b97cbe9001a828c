"""Facts: what all claims about one key support together. Pure; neither the order of claims nor repetition matters."""

from __future__ import annotations

from collections.abc import Iterable

from graph.events import events
from graph.records import ClaimRecord, FactRecord, World
from graph.tenures import tenures


def facts(claims: Iterable[ClaimRecord], world: World | None = None) -> tuple[FactRecord, ...]:
    """The facts that claims support, by id; each has the claims that support it, and there is none without.

    `world` tells of posts and names, and which names stand for one person. A claim whose post or organisation is not
    told makes no fact.
    """
    known, told = world or World(), list(claims)
    found = {each.id: each for each in (*tenures(told, known), *events(told, known))}
    return tuple(found[key] for key in sorted(found))
