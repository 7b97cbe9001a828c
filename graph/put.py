"""All Cypher that writes nodes and relationships of the present graph; of its past, `graph.history` has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from graph.mapping import Edge, Node, Rows
from graph.ontology import names
from graph.records import FactRecord
from graph.resolve import Decision
from graph.schema import LOCK
from graph.terms import labels_of

Item = TypeVar("Item")
TAKE_TURN = f"MERGE (lock:{LOCK} {{id: 'load'}}) SET lock.turn = coalesce(lock.turn, 0) + 1, lock.changed = datetime()"
FORGET_CLAIMS = "MATCH (:Document {id: $document})<-[:STATED_IN]-(claim:Claim) DETACH DELETE claim"
FORGET_MENTIONS = "MATCH (:Document {id: $document})-[mention:MENTIONS]->() DELETE mention"
FORGET_DOCUMENT = "MATCH (document:Document {id: $document}) DETACH DELETE document"
PUT_NODES = "UNWIND $rows AS row MERGE (node:{root} {{id: row.id}}) SET node += row.properties SET node:{labels}"
PUT_EDGES = """
UNWIND $rows AS row
MATCH (source:{source} {{id: row.source}})
MATCH (target:{target} {{id: row.target}})
MERGE (source)-[edge:{type}]->(target)
SET edge += row.properties
"""
UNMENTIONED = """
MATCH (thing:Entity&!Fact) WHERE thing.id IN $ids AND NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
RETURN thing.id AS id
"""
NAME = """
MATCH (thing:Entity) WHERE thing.id IN $ids
MATCH (thing)<-[mention:MENTIONS]-(:Document)
WITH thing, min(mention.nameGiven) AS name, collect(mention.formsGiven) AS given
SET thing.name = name, thing.alternativeName =
  COLLECT { UNWIND given AS forms UNWIND forms AS form
    WITH DISTINCT form WHERE form <> name RETURN form ORDER BY form }
"""
DROP_FACTS = "MATCH (fact:Fact) WHERE fact.id IN $ids DETACH DELETE fact"
DROP_SAME_AS = (
    "UNWIND $rows AS row MATCH (:Person {id: row.member})-[edge:SAME_AS]->(:Person {id: row.head}) DELETE edge"
)
PUT_SAME_AS = """
UNWIND $rows AS row
MATCH (member:Person {id: row.member}) MATCH (head:Person {id: row.head})
MERGE (member)-[edge:SAME_AS]->(head)
SET edge.reason = row.reason, edge.score = row.score, edge.by = row.by
"""
DROP_DECISIONS = "MATCH (decision:Decision) WHERE decision.id IN $ids DELETE decision"
PUT_DECISIONS = """
UNWIND $rows AS row
MERGE (decision:Decision {id: row.id})
SET decision.one = row.one, decision.other = row.other, decision.verdict = row.verdict, decision.reason = row.reason,
  decision.score = row.score, decision.by = row.by, decision.decidedAt = $now
"""
PUT_FORMS = """
UNWIND $rows AS row
MATCH (person:Person {id: row.id})
WHERE coalesce(person.alternativeName, []) <> row.names
SET person.alternativeName = row.names
"""
DROP_ORPHANS = """
MATCH (thing:Entity&!Fact) WHERE thing.id IN $ids
  AND NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
  AND NOT EXISTS { (thing)<-[:POST_IN|NAMED_AT|SUCCEEDED_BY]-(:Entity) }
  AND NOT EXISTS { (thing)<-[]-(:PastFact) }
DETACH DELETE thing
"""


def run(transaction: ManagedTransaction, cypher: str, **parameters: object) -> None:
    """Run a statement whose rows nobody needs."""
    transaction.run(cypher, parameters).consume()


def take_turn(transaction: ManagedTransaction) -> None:
    """Wait until no other transaction writes to the graph."""
    run(transaction, TAKE_TURN)


def forget_claims(transaction: ManagedTransaction, document: str) -> None:
    """Take out a document's claims and its naming of things."""
    run(transaction, FORGET_CLAIMS, document=document)
    run(transaction, FORGET_MENTIONS, document=document)


def forget_document(transaction: ManagedTransaction, document: str) -> None:
    """Take out a document that has no claims any more."""
    run(transaction, FORGET_DOCUMENT, document=document)


def put_document(transaction: ManagedTransaction, told: Rows) -> None:
    """Nodes and edges of a document."""
    for labels, nodes in _grouped(told.nodes, lambda node: node.labels):
        given = [{"id": node.id, "properties": dict(node.properties)} for node in nodes]
        run(transaction, PUT_NODES.format(root=labels[-1], labels=":".join(labels)), rows=given)
    _put_edges(transaction, told.edges)


def name_things(transaction: ManagedTransaction, ids: Iterable[str]) -> None:
    """Name things by what the documents that mention them call them: the barest name, and all other forms."""
    run(transaction, NAME, ids=sorted(ids))


def put_facts(transaction: ManagedTransaction, stale: Iterable[FactRecord], fresh: Iterable[FactRecord]) -> None:
    """Take out facts that no longer hold as they are, and write those that are new or other than before."""
    written = list(fresh)
    types = {name: each.type for name, each in names().relationships.items()}
    run(transaction, DROP_FACTS, ids=[each.id for each in stale])
    nodes = [Node(each.id, labels_of(each.label), dict(each.properties)) for each in written]
    edges = [Edge(types[name], each.id, target) for each in written for name, target in each.links]
    edges += [Edge(types["supports"], claim, each.id) for each in written for claim in each.claims]
    put_document(transaction, Rows(tuple(nodes), tuple(edges)))


def put_joins(
    transaction: ManagedTransaction,
    stale: list[Mapping[str, Any]],
    fresh: list[Mapping[str, Any]],
    forms: list[dict[str, Any]],
) -> None:
    """Write which names stand for one person, and all forms of each person's name."""
    if stale:
        run(transaction, DROP_SAME_AS, rows=stale)
    if fresh:
        run(transaction, PUT_SAME_AS, rows=fresh)
    run(transaction, PUT_FORMS, rows=forms)


def put_decisions(
    transaction: ManagedTransaction, stale: Iterable[str], fresh: Iterable[Decision], now: datetime
) -> None:
    """Write decisions, and take out those that are no longer made."""
    given = [
        {"id": each.id, "one": each.a, "other": each.b, "verdict": each.verdict, "reason": each.reason}
        | {"score": each.score, "by": each.by}
        for each in fresh
    ]
    run(transaction, DROP_DECISIONS, ids=sorted(stale))
    run(transaction, PUT_DECISIONS, rows=given, now=now)


def unmentioned(transaction: ManagedTransaction, ids: Iterable[str]) -> set[str]:
    """Those of some things that no document mentions any more."""
    found = transaction.run(UNMENTIONED, ids=sorted(ids))
    return {record["id"] for record in found}


def drop_orphans(transaction: ManagedTransaction, ids: Iterable[str]) -> None:
    """Take out things that no document mentions any more: first posts and people, then their organisations."""
    given = sorted(ids)
    for _ in ("people and posts", "their organisations", "what succeeded them"):
        run(transaction, DROP_ORPHANS, ids=given)


def _put_edges(transaction: ManagedTransaction, edges: Iterable[Edge]) -> None:
    known = {each.type: each for each in names().relationships.values()}
    for kind, group in _grouped(edges, lambda edge: edge.type):
        ends = {"source": labels_of(known[kind].domain[0])[-1], "target": labels_of(known[kind].range)[-1]}
        given = [{"source": each.source, "target": each.target, "properties": each.properties} for each in group]
        run(transaction, PUT_EDGES.format(type=kind, **ends), rows=given)


def _grouped(items: Iterable[Item], key: Callable[[Item], Any]) -> list[tuple[Any, list[Item]]]:
    return [(each, list(group)) for each, group in groupby(sorted(items, key=key), key)]
