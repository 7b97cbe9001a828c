"""Documents into the graph and out again: claims replaced, facts derived anew for the keys they touch, all in one
transaction; what was known before is kept as the past (`graph.history`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from neo4j import ManagedTransaction
from rdflib import Dataset

from graph import history, put, stored
from graph.database import Database
from graph.edtf import bounds
from graph.identities import Settled, settle
from graph.mapping import Node, Rows, to_rows
from graph.model import WhoheldError
from graph.published import Part, parts, told_by_days, told_now
from graph.records import ClaimRecord, FactRecord, Scope, World

WEIGHT = ("claimCount", "confidence")


class NotOneDocument(WhoheldError):
    """A dataset to load that does not describe just one document."""


class UnknownDocument(WhoheldError):
    """A document to retract that the graph does not have."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What loading or retracting a document changed: the names of facts, in order."""

    document: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Former:
    """What the version of a document that another one replaces said: its claims, the ids of the facts and the past
    versions of facts that they supported, and of the things that it named."""

    claims: tuple[ClaimRecord, ...] = ()
    facts: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


def load(database: Database, document_dataset: Dataset, at: datetime | None = None) -> Difference:
    """Put a document in the place of its former version; the same version with the same claims changes nothing.

    `at` is when it is loaded, by default now. Raises `NotOneDocument` unless the dataset describes just one document.
    """
    return load_rows(database, to_rows(document_dataset), at)


def load_rows(database: Database, told: Rows, at: datetime | None = None) -> Difference:
    """As `load`, of what a dataset says in rows."""
    documents = {node.id for node in told.nodes if "Document" in node.labels}
    if len(documents) != 1:
        raise NotOneDocument(f"The graph to load describes {len(documents)} documents: load them one at a time")
    (document,) = documents
    return database.write(lambda transaction: _replace(transaction, document, told, at or datetime.now(UTC)))


def retract(database: Database, document_id: str, at: datetime | None = None) -> Difference:
    """Take out a document, its claims, and just the facts and entities that nothing else supports.

    Raises `UnknownDocument` when the graph does not have it.
    """
    return database.write(lambda transaction: _replace(transaction, document_id, None, at or datetime.now(UTC)))


def resettle(transaction: ManagedTransaction, people: set[str], now: datetime) -> Difference:
    """Within a transaction, decide anew who some people are, after a decision by hand, and derive their facts."""
    claims = stored.claims_about(transaction, ("ABOUT_PERSON", "ABOUT_INSPECTOR"), "Claim", people)
    return _derive(transaction, "", list(claims.values()), Former(), now)


def _replace(transaction: ManagedTransaction, document: str, told: Rows | None, now: datetime) -> Difference:
    put.take_turn(transaction)
    known = stored.document(transaction, document)
    if known is None and told is None:
        raise UnknownDocument(f"The graph has no “{document}”: give the id of a document that was loaded")
    if told and known is not None and _as_stored(known) == _as_told(told):
        return Difference(document, unchanged=True)
    former = Former() if known is None else _former(transaction, document)
    called = stored.names(transaction, former.named | _mentioned(told))
    if known is not None:
        history.keep_version(transaction, document, now)
        put.forget_claims(transaction, document)
    if told:
        history.bring_back(transaction, (node.id for node in told.nodes if "Entity" in node.labels))
        put.put_document(transaction, told)
    else:
        put.forget_document(transaction, document)
    after = stored.claims_of(transaction, document)
    named = set(former.named)
    if told:
        named |= {edge.target for edge in told.edges if edge.type == "MENTIONS" and edge.source == document}
    put.name_things(transaction, named)
    renamed = {key for key, name in stored.names(transaction, named).items() if called.get(key, name) != name}
    about = stored.claims_about(transaction, (stored.ABOUT_TYPES,), "Claim", renamed)
    touched = [*former.claims, *after, *about.values()]
    difference = _derive(transaction, document, touched, former, now)
    if left := put.unmentioned(transaction, named):
        history.part_with(transaction, left)
        put.drop_orphans(transaction, left)
    return difference


def _former(transaction: ManagedTransaction, document: str) -> Former:
    return Former(
        tuple(stored.claims_of(transaction, document)),
        frozenset(stored.supported_by(transaction, document)),
        frozenset(history.versions_of(transaction, document)),
        frozenset(stored.mentioned(transaction, document)),
    )


def _mentioned(told: Rows | None) -> set[str]:
    return {node.id for node in told.nodes if "Entity" in node.labels} if told else set()


def _derive(
    transaction: ManagedTransaction,
    document: str,
    touched: list[ClaimRecord],
    former: Former,
    now: datetime,
) -> Difference:
    """Decide who is who and derive all facts of the keys that claims touch, or that a decision moved."""
    settled = settle(transaction, stored.people_in(touched), now)
    claims, world, scope = _in_scope(transaction, touched, settled)
    since = _since(touched, document, settled)
    anew = _to_derive(claims, touched, world, scope, since)
    told = [(part, told_by_days(part, world, since)) for part in anew]
    new = {each.id: each for part, days in told for each in told_now(part, days, world)}
    about = {claim.id for part in anew for claim in part.claims}
    old = {
        key: each
        for key, each in stored.facts(transaction, former.facts, about).items()
        if key in former.facts or _of_scope(str(each.properties["key"]), scope, world)
    }
    stale = [each for key, each in old.items() if each != new.get(key)]
    fresh = [each for key, each in new.items() if each != old.get(key)]
    put.put_facts(transaction, stale, fresh)
    history.record(transaction, stale, fresh, now)
    versions = [each for _, days in told for each in days]
    history.record_published(
        transaction, versions, about, former.versions, lambda key: _of_scope(key, scope, world), since
    )
    return _difference(document, old, new)


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


def _in_scope(
    transaction: ManagedTransaction, touched: list[ClaimRecord], settled: Settled
) -> tuple[list[ClaimRecord], World, Scope]:
    """All claims about the keys touched, the world they are in, and the keys."""
    moved = [claim for claim in settled.claims.values() if stored.people_in([claim]) & settled.moved]
    about = [*touched, *moved]
    posts = {str(claim.one("aboutRole")) for claim in about if claim.one("aboutRole")}
    bodies = {
        str(claim.one("aboutOrganisation")) for claim in about if claim.label in ("InspectionClaim", "DirectionClaim")
    }
    trusts = {str(claim.one("aboutTrust")) for claim in about if claim.one("aboutTrust")}
    known = stored.things(transaction, about, settled.things)
    sole = {post for post in posts if post in known and known[post].sole}
    found = dict(settled.claims)
    found |= stored.claims_about(transaction, ("ABOUT_ROLE",), "TenureClaim", sole)
    found |= stored.claims_about(transaction, ("ABOUT_ORGANISATION",), "InspectionClaim|DirectionClaim", bodies)
    found |= stored.claims_about(transaction, ("ABOUT_TRUST",), "TrustClaim", trusts)
    world = _world(transaction, found.values(), settled)
    people = stored.people_in(touched) | settled.moved
    heads = frozenset(world.canonical(person) for person in people) | people
    shared = frozenset(
        (post, head)
        for claim in found.values()
        if (post := str(claim.one("aboutRole"))) in posts - sole
        and (head := world.canonical(str(claim.one("aboutPerson")))) in heads
    )
    return list(found.values()), world, Scope(frozenset(sole), shared, frozenset(bodies), frozenset(trusts), heads)


def _world(transaction: ManagedTransaction, claims: Iterable[ClaimRecord], settled: Settled) -> World:
    """Things by id and who stands for whom: as just decided, and as recorded of those who were not looked at."""
    told = list(claims)
    others = sorted(stored.people_in(told) - settled.people)
    recorded = stored.read(
        transaction,
        stored.HEADS,
        people=others,
    )
    heads = {row["a"]: row["b"] for row in recorded}
    more = {*heads.values(), *settled.same.values()}
    return World(stored.things(transaction, told, settled.things, more), heads | dict(settled.same))


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


def _as_stored(known: Mapping[str, Any]) -> object:
    """What the graph holds of a document, in the form of `_as_told`."""
    claims = {each["properties"]["id"]: (each["properties"], _pairs(each["about"])) for each in known["claims"]}
    return _timeless(known["properties"]), claims


def _as_told(told: Rows) -> object:
    about: dict[str, list[list[str]]] = {}
    for edge in told.edges:
        about.setdefault(edge.source, []).append([edge.type, edge.target])
    (document,) = [node for node in told.nodes if "Document" in node.labels]
    claims = {
        node.id: (_with_id(node), _pairs(pair for pair in about.get(node.id, []) if pair[0] != "STATED_IN"))
        for node in told.nodes
        if "Claim" in node.labels
    }
    return _timeless(_with_id(document)), claims


def _with_id(node: Node) -> dict[str, Any]:
    return {"id": node.id, **node.properties}


def _timeless(properties: Mapping[str, Any]) -> dict[str, Any]:
    """A document's properties but for when it was fetched: fetching it again makes no other version."""
    return {name: value for name, value in properties.items() if name not in ("retrieved", "loaded")}


def _pairs(pairs: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(pair) for pair in pairs))


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
