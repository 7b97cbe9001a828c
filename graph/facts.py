"""Facts: what all claims about one key support together. Pure; neither the order of claims nor repetition matters."""

from __future__ import annotations

from collections.abc import Iterable

from graph.conflicts import conflicts, of_names
from graph.events import event_fact, events
from graph.records import ClaimRecord, FactRecord, Scope, World, ordered
from graph.tenures import holdings, tenure


def facts(
    claims: Iterable[ClaimRecord], world: World | None = None, scope: Scope | None = None
) -> tuple[FactRecord, ...]:
    """The facts that claims support, and the conflicts among them, by id; each has the claims that support it.

    `world` tells of posts and names, and which names stand for one person. With a `scope` only the facts of its keys
    are derived; the claims must have all that are about them. A claim whose post or organisation is not told makes no
    fact.
    """
    known, told = world or World(), ordered(claims)
    within = told if scope is None else [claim for claim in told if scope.has(claim, known)]
    posts, happened = list(holdings(within, known)), list(events(within, known))
    found = [tenure(each, known) for post in posts for each in post]
    found += [event_fact(each, known) for each in happened]
    found += conflicts(posts, happened, known)
    found += of_names(told, known, None if scope is None else scope.people)
    return tuple(sorted(found, key=lambda each: each.id))
