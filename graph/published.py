"""What the documents loaded now told by each day: facts with the moments from which and to which they did. Pure.

Each key is gone through by itself, and of a body each stretch of time by itself, day by day as claims came out; so a
document changes nothing but what was told, from its own day on, of the stretches and posts that it speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any

from graph.conflicts import at_one_time, of_names
from graph.edtf import bounds
from graph.events import strands
from graph.facts import facts
from graph.records import ClaimRecord, FactRecord, Scope, World
from graph.roll import Maker, Roll, in_order
from graph.stored import people_of
from graph.tenures import holdings_of

Told = tuple[FactRecord, datetime | None, datetime | None]  # a fact, from when, until when it was told
State = tuple[date | None, Mapping[str, FactRecord]]  # a day, and the facts by the documents out by then


@dataclass(frozen=True, slots=True)
class Part:
    """A key, or a stretch of what is told of it, with all claims about it: no other claim changes its facts."""

    scope: Scope
    claims: tuple[ClaimRecord, ...]


def as_published(claims: Iterable[ClaimRecord], world: World, scope: Scope, since: date | None = None) -> list[Told]:
    """What the documents out by each day from `since` on told of the keys in scope: facts with the moments from which
    and to which they did; no moment from which for those that the documents out before told already."""
    return [each for part in parts(claims, world, scope) for each in told_by_days(part, world, since)]


def told_by_days(part: Part, world: World, since: date | None) -> list[Told]:
    """As `as_published`, of one part."""
    return list(told_of(_states(part, world, since)))


def told_now(part: Part, told: Iterable[Told], world: World) -> Iterable[FactRecord]:
    """The facts that all claims about a part support, given what was `told_by_days`."""
    if all(out(claim) for claim in part.claims):
        return [fact for fact, _, until in told if until is None]
    return facts(part.claims, world, part.scope)


def parts(claims: Iterable[ClaimRecord], world: World, scope: Scope) -> Iterator[Part]:
    """The keys in scope, those of bodies by their stretches of time, each with its claims."""
    told = list(claims)
    about = _by_key(told, world)
    yield from (_part(about["post", post], posts=frozenset({post})) for post in sorted(scope.posts))
    yield from (_part(about["pair", *pair], shared=frozenset({pair})) for pair in sorted(scope.shared))
    for body in sorted(scope.organisations):
        yield from (_part(each, organisations=frozenset({body})) for each in strands(about["body", body]))
    yield from (_part(about["trust", trust], trusts=frozenset({trust})) for trust in sorted(scope.trusts))
    yield from (_part(about["person", person], people=frozenset({person})) for person in sorted(scope.people))


def moment(day: date) -> datetime:
    """The moment at which a day begins."""
    return datetime.combine(day, time(), UTC)


def _part(claims: Iterable[ClaimRecord], **scope: frozenset[Any]) -> Part:
    return Part(Scope(**scope), tuple(claims))


def _by_key(claims: Iterable[ClaimRecord], world: World) -> Mapping[tuple[str, ...], list[ClaimRecord]]:
    """Claims by each key that they are about."""
    found: dict[tuple[str, ...], list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        for person in {world.canonical(each) for each in people_of(claim)}:
            found["person", person].append(claim)
        post, person = claim.one("aboutRole") or "", world.canonical(claim.one("aboutPerson") or "")
        if claim.label == "TenureClaim":
            found["post", post].append(claim)
            found["pair", post, person].append(claim)
        elif claim.label == "TrustClaim":
            found["trust", claim.one("aboutTrust") or ""].append(claim)
        else:
            found["body", claim.one("aboutOrganisation") or ""].append(claim)
    return found


def told_of(states: Iterable[State]) -> Iterator[Told]:
    """Facts by days as facts with the moments from which and to which they were told."""
    told: dict[str, tuple[FactRecord, datetime | None]] = {}
    for day, now in states:
        at = moment(day) if day else None
        for key, (fact, start) in list(told.items()):
            if (other := now.get(key)) is not fact and other != fact:
                yield fact, start, at
                del told[key]
        told |= {key: (fact, at) for key, fact in now.items() if key not in told}
    yield from ((fact, start, None) for fact, start in told.values())


def _states(part: Part, world: World, since: date | None) -> Iterator[State]:
    """The facts of a part by each day on which claims about it came out; by the last one before `since` as by None."""
    scope = part.scope
    if scope.people and not any(of_names(part.claims, world, scope.people)):
        return  # no form of a name that differs from another one now differed from it when fewer were told
    if scope.posts or scope.shared:
        post = next(iter(scope.posts), None) or next(post for post, _ in scope.shared)
        yield from _states_of_post(post, part.claims, world, since)
        return
    known: list[ClaimRecord] = []
    for day, new in come_out(part.claims, since):
        known += new
        yield day, {fact.id: fact for fact in facts(known, world, scope)}


def _states_of_post(post: str, claims: Iterable[ClaimRecord], world: World, since: date | None) -> Iterator[State]:
    """As `_states`; what stays as it is from day to day is made only once."""
    roll, maker = Roll(world), Maker(world)
    for day, new in come_out((claim for claim in claims if claim.one("aboutPerson")), since):
        roll.add(new)
        held = holdings_of(world.thing(post), in_order(roll.by_person))
        found = [fact for holding in held for fact in maker.of_one(holding)]
        found += [maker.of_two(*pair) for pair in at_one_time(held)]
        yield day, {fact.id: fact for fact in found}


def come_out(claims: Iterable[ClaimRecord], since: date | None) -> Iterator[tuple[date | None, list[ClaimRecord]]]:
    """Claims by the day on which they came out; all from before `since` together, as of None."""
    dated = {claim.id: (day, claim) for claim in claims if (day := out(claim))}
    known = [(None if since and day < since else day, claim) for day, claim in dated.values()]
    known.sort(key=lambda each: (each[0] or date.min, each[1].id))
    for day, group in groupby(known, key=lambda each: each[0]):
        yield day, [claim for _, claim in group]


def out(claim: ClaimRecord) -> date | None:
    """The day by which a claim's document had surely come out; None where nothing tells."""
    return bounds(claim.source.published).latest
