"""Documents into the graph and out again: claims replaced, facts derived anew for the keys they touch, all in one
transaction; what was known before is kept as the past (`graph.history`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from neo4j import ManagedTransaction
from rdflib import Dataset

from graph import history, put, stored
from graph.database import Database
from graph.deriving import Difference, derive
from graph.mapping import Node, Rows, to_rows
from graph.model import WhoheldError
from graph.namekeys import key_people, unkey_people
from graph.naming import name_things, orphans_dropped, unmentioned
from graph.standing import Lost
from graph.writing import write

__all__ = ["Difference", "NotOneDocument", "UnknownDocument", "load", "load_rows", "resettle", "retract"]


class NotOneDocument(WhoheldError):
    """A dataset to load that does not describe just one document."""


class UnknownDocument(WhoheldError):
    """A document to retract that the graph does not have."""


@dataclass(frozen=True, slots=True)
class Former:
    """What the version of a document that another one replaces said: its claims with what these supported, and the ids
    of the things that it named."""

    lost: Lost = field(default_factory=Lost)
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
    return derive(transaction, "", list(claims.values()), Lost(), now)


def _replace(transaction: ManagedTransaction, document: str, told: Rows | None, now: datetime) -> Difference:
    known = put.document_in_turn(transaction, document)
    if known is None and told is None:
        raise UnknownDocument(f"The graph has no “{document}”: give the id of a document that was loaded")
    if told and known is not None and _as_stored(known) == _as_told(told):
        return Difference(document, unchanged=True)
    former = Former() if known is None else _former(transaction, document)
    if known is not None:
        write(transaction, history.kept_version(document, now), put.forgotten(document, wholly=told is None))
    if told:
        things = (node.id for node in told.nodes if "Entity" in node.labels)
        write(transaction, history.brought_back(things), put.document_told(told))
    after = stored.claims_of(transaction, document) if told else []
    named = former.named | _mentioned(told, document)
    names = name_things(transaction, named, document if known is None else None)
    key_people(transaction, (row for row in names if row["person"]))
    renamed = {row["id"] for row in names if row["name"] != row["was"]}
    about = stored.claims_about(transaction, (stored.ABOUT_TYPES,), "Claim", renamed)
    touched = [*former.lost.claims, *after, *about.values()]
    difference = derive(transaction, document, touched, former.lost, now)
    if left := unmentioned(transaction, named):
        unkey_people(transaction, left)
        write(transaction, history.parted_with(left), orphans_dropped(left))
    return difference


def _former(transaction: ManagedTransaction, document: str) -> Former:
    found = stored.supported(transaction, document)
    claims = tuple(stored.claims_of(transaction, document))
    return Former(Lost(found["facts"], found["versions"], claims), found["named"])


def _mentioned(told: Rows | None, document: str) -> set[str]:
    edges = told.edges if told else ()
    return {edge.target for edge in edges if edge.type == "MENTIONS" and edge.source == document}


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
