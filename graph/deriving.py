"""Facts derived anew for the keys that some claims touch, and no others: what is read, what it means now, and what is
written, in few round trips; what was known before is kept as the past (`graph.history`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from neo4j import ManagedTransaction

from graph.edtf import bounds
from graph.history import by_days, closed_and_begun
from graph.identities import Settled, kin, settle
from graph.published import Part, Told, parts, told_by_days, told_now
from graph.put_derived import facts_changed, joins_changed
from graph.reach import Known, keys_of, reached
from graph.records import ClaimRecord, FactRecord, Scope, World
from graph.sparing import Share, share_of, spared
from graph.standing import Lost, ask_what_stands
from graph.stored import people_in, people_of
from graph.writing import write

WEIGHT = ("claimCount", "confidence")


@dataclass(frozen=True, slots=True)
class Difference:
    """What loading or retracting a document changed: the names of facts, in order."""

    document: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: bool = False


def derive(
    transaction: ManagedTransaction, document: str, touched: list[ClaimRecord], lost: Lost, now: datetime
) -> Difference:
    """Decide who is who and derive all facts of the keys that claims touch, or that a decision moved."""
    known, settled = _known(transaction, touched)
    world, scope = _in_scope(touched, known, settled)
    since = _since(touched, document, settled)
    anew = _to_derive(known.claims.values(), touched, world, scope, since)
    stands = ask_what_stands(transaction, scope, anew, lost, since)
    shares = [share for part in anew if (share := share_of(part, document, lost.claims, world, since))]
    new, told = _derived(anew, shares, world, since)
    found, there = stands()

    def goes(key: str) -> bool:
        return _of_scope(key, scope, world) and not spared(key, shares)

    old = {key: each for key, each in found.items() if key in lost.facts or goes(_key(each))}
    versions = [each for each in there if each.version in lost.versions or goes(each.key)]
    write(
        transaction,
        joins_changed(settled.changed, now),
        facts_changed(old, new),
        closed_and_begun(old, new, now),
        by_days(told, versions, lost.versions, since),
    )
    return _difference(document, old, new)


def _known(transaction: ManagedTransaction, touched: list[ClaimRecord]) -> tuple[Known, Settled]:
    """All about the keys that claims touch or a decision on their people moves, and what is decided on these."""
    keys = keys_of(touched, kin(transaction, people_in(touched)))
    known = reached(transaction, keys)
    settled = settle(keys.people, known)
    if more := keys_of(_moved(known, settled)).beyond(keys):
        known |= reached(transaction, more)
    return known, settled


def _moved(known: Known, settled: Settled) -> list[ClaimRecord]:
    return [claim for claim in known.claims.values() if not settled.moved.isdisjoint(people_of(claim))]


def _derived(
    anew: Iterable[Part], shares: Iterable[Share], world: World, since: date | None
) -> tuple[Mapping[str, FactRecord], tuple[Told, ...]]:
    """The facts of parts, by id, and what was told of them by days; of some posts only those of some holders."""
    by_post = {frozenset({share.post}): share for share in shares}
    told = [
        (part, share.told if (share := by_post.get(part.scope.posts)) else told_by_days(part, world, since))
        for part in anew
    ]
    facts = {each.id: each for part, days in told for each in told_now(part, days, world)}
    return facts, tuple(each for _, days in told for each in days)


def _to_derive(
    claims: Iterable[ClaimRecord], touched: Iterable[ClaimRecord], world: World, scope: Scope, since: date | None
) -> list[Part]:
    """The parts of the scope that claims touched, be they there or gone; all where more than they changed."""
    there, ids = {claim.id: claim for claim in claims}, {claim.id for claim in touched}
    found = parts({claim.id: claim for claim in (*touched, *there.values())}.values(), world, scope)
    return [
        Part(part.scope, tuple(there[claim.id] for claim in part.claims if claim.id in there))
        for part in found
        if since is None or any(claim.id in ids for claim in part.claims)
    ]


def _since(touched: list[ClaimRecord], document: str, settled: Settled) -> date | None:
    """The day from which a document can change what was told by days; None where more than it changed."""
    days = [bounds(claim.source.published).latest for claim in touched]
    if settled.moved or any(claim.source.id != document for claim in touched) or not all(days):
        return None
    return min((day for day in days if day), default=None)


def _in_scope(touched: list[ClaimRecord], known: Known, settled: Settled) -> tuple[World, Scope]:
    """The world that claims are in, and the keys to derive: those touched, and those of people who were moved."""
    recorded = {key: join["head"] for key, join in known.joins.items() if key not in settled.people}
    world = World(known.things, recorded | dict(settled.same))
    keys = keys_of([*touched, *_moved(known, settled)])
    sole = frozenset(post for post in keys.posts if world.thing(post).sole)
    people = people_in(touched) | settled.moved
    heads = frozenset(world.canonical(person) for person in people) | people
    shared = frozenset(
        (post, head)
        for claim in known.claims.values()
        if (post := str(claim.one("aboutRole"))) in keys.posts - sole
        and (head := world.canonical(str(claim.one("aboutPerson")))) in heads
    )
    return world, Scope(sole, shared, keys.bodies, keys.trusts, heads)


def _key(fact: FactRecord) -> str:
    return str(fact.properties["key"])


def _of_scope(key: str, scope: Scope, world: World) -> bool:
    """Whether a fact is, by its key, of one of the keys in scope, so that it goes when it is not derived again."""
    kind, *rest = key.split("|")
    if kind == "tenure":
        return rest[1] in scope.posts or _at_shared(rest[1], rest[0], scope, world)
    if kind == "delegation":
        return rest[0] in scope.trusts
    if kind in ("inspection", "direction"):
        return rest[0] in scope.organisations
    return _conflict_of_scope(rest, scope, world)


def _at_shared(post: str, holder: str, scope: Scope, world: World) -> bool:
    return bool({holder, world.canonical(holder)} & scope.people) and any(post == each for each, _ in scope.shared)


def _conflict_of_scope(key: list[str], scope: Scope, world: World) -> bool:
    """Whether a conflict, by its key, is on a post, a body, a trust or a name in scope."""
    kind, *rest = key
    if kind == "name" and len(rest) == 1:
        return rest[0] in scope.people
    if rest[0] == "tenure":
        return rest[2] in scope.posts or _at_shared(rest[2], rest[1], scope, world)
    return rest[1] in scope.organisations or rest[1] in scope.trusts


def _difference(document: str, old: Mapping[str, FactRecord], new: Mapping[str, FactRecord]) -> Difference:
    common = old.keys() & new.keys()
    return Difference(
        document,
        added=_named(new[key] for key in new.keys() - old.keys()),
        changed=_named(new[key] for key in common if _said(new[key]) != _said(old[key])),
        removed=_named(old[key] for key in old.keys() - new.keys()),
    )


def _said(fact: FactRecord) -> object:
    """What a fact says, however many claims say so."""
    return {name: value for name, value in fact.properties.items() if name not in WEIGHT}, fact.links


def _named(found: Iterable[FactRecord]) -> tuple[str, ...]:
    return tuple(sorted(each.name for each in found))
