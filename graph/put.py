"""All Cypher that writes nodes and relationships of the present graph; of its past, `graph.history` has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from graph.identities import Changed
from graph.mapping import Edge, Rows
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
DROP_FACTS = "UNWIND $given.gone AS id MATCH (fact:Fact {id: id}) DETACH DELETE fact"
LOOSEN_FACTS = """
UNWIND $given.loosened AS row
MATCH (fact:Fact {id: row.id})
CALL (fact, row) {
  MATCH (fact)-[edge]->(thing:Entity) WHERE [type(edge), thing.id] IN row.links
  DELETE edge
}
CALL (fact, row) {
  MATCH (fact)<-[edge:SUPPORTS]-(claim:Claim) WHERE claim.id IN row.claims
  DELETE edge
}
"""
PUT_FACTS = """
UNWIND $given.facts AS row
MERGE (fact:Fact {id: row.id})
SET fact = row.properties, fact:$(row.labels)
WITH fact, row
CALL (fact, row) {
  UNWIND row.links AS link
  MATCH (thing:Entity {id: link[1]})
  MERGE (fact)-[:$(link[0])]->(thing)
}
CALL (fact, row) {
  UNWIND row.claims AS id
  MATCH (claim:Claim {id: id})
  MERGE (claim)-[:SUPPORTS]->(fact)
}
"""
DROP_SAME_AS = """
UNWIND $given.parted AS row MATCH (:Person {id: row.member})-[edge:SAME_AS]->(:Person {id: row.head}) DELETE edge
"""
PUT_SAME_AS = """
UNWIND $given.joined AS row
MATCH (member:Person {id: row.member}) MATCH (head:Person {id: row.head})
MERGE (member)-[edge:SAME_AS]->(head)
SET edge.reason = row.reason, edge.score = row.score, edge.by = row.by
"""
DROP_DECISIONS = "UNWIND $given.undecided AS id MATCH (decision:Decision {id: id}) DELETE decision"
PUT_DECISIONS = """
UNWIND $given.decided AS row
MERGE (decision:Decision {id: row.id})
SET decision.one = row.one, decision.other = row.other, decision.verdict = row.verdict, decision.reason = row.reason,
  decision.score = row.score, decision.by = row.by, decision.decidedAt = $given.now
"""
PUT_FORMS = """
UNWIND $given.forms AS row
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


@dataclass(frozen=True, slots=True)
class Write:
    """Statements that write, in their order, and the values that they take from `$given` by name."""

    statements: tuple[str, ...]
    given: Mapping[str, Any]


def write(transaction: ManagedTransaction, *parts: Write) -> None:
    """Run all statements of some parts in one round trip; what parts give under one name goes together.

    A statement of several parts runs once, in the last one's place. The text depends on no value, nor do the types of
    its parameters, so that its plan is kept.
    """
    told = [each for part in parts for each in part.statements]
    order = reversed(dict.fromkeys(reversed(told)))
    given: dict[str, Any] = {}
    for name, value in (pair for part in parts for pair in part.given.items()):
        given[name] = [*given.get(name, ()), *value] if isinstance(value, list) else value
    run(transaction, "".join(f"CALL () {{\n{each}\n}}\n" for each in order), given=given)


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


def facts_changed(old: Mapping[str, FactRecord], new: Mapping[str, FactRecord]) -> Write:
    """Facts in the place of others, by id: those that stay are changed in place, by no more than what differs."""
    written = [each for key, each in new.items() if each != old.get(key)]
    loosened = [_loosened(old[each.id], each) for each in written if each.id in old]
    return Write(
        (DROP_FACTS, LOOSEN_FACTS, PUT_FACTS),
        {
            "gone": sorted(old.keys() - new.keys()),
            "loosened": [each for each in loosened if each["links"] or each["claims"]],
            "facts": [_added(old.get(each.id), each) for each in written],
        },
    )


def joins_changed(changed: Changed, now: datetime) -> Write:
    """Which names stand for one person, all forms of each person's name, and the decisions on them."""
    given = {"parted": changed.parted, "joined": changed.joined, "forms": changed.forms}
    decided = decisions_changed(changed.undecided, changed.decided, now)
    statements = (DROP_SAME_AS, PUT_SAME_AS, PUT_FORMS, *decided.statements)
    return Write(statements, {**given, **decided.given})


def decisions_changed(stale: Iterable[str], fresh: Iterable[Decision], now: datetime) -> Write:
    """Decisions, and those that are no longer made."""
    decided = [
        {"id": each.id, "one": each.a, "other": each.b, "verdict": each.verdict, "reason": each.reason}
        | {"score": each.score, "by": each.by}
        for each in fresh
    ]
    return Write((DROP_DECISIONS, PUT_DECISIONS), {"undecided": sorted(stale), "decided": decided, "now": now})


def unmentioned(transaction: ManagedTransaction, ids: Iterable[str]) -> set[str]:
    """Those of some things that no document mentions any more."""
    found = transaction.run(UNMENTIONED, ids=sorted(ids))
    return {record["id"] for record in found}


def drop_orphans(transaction: ManagedTransaction, ids: Iterable[str]) -> None:
    """Take out things that no document mentions any more: first posts and people, then their organisations."""
    given = sorted(ids)
    for _ in ("people and posts", "their organisations", "what succeeded them"):
        run(transaction, DROP_ORPHANS, ids=given)


def _added(old: FactRecord | None, new: FactRecord) -> Mapping[str, Any]:
    """A fact with those of its links and claims that it did not have."""
    links, claims = (set(old.links), set(old.claims)) if old else (set(), set())
    return {
        "id": new.id,
        "labels": labels_of(new.label),
        "properties": {**new.properties, "id": new.id},
        "links": [[_type(name), target] for name, target in new.links if (name, target) not in links],
        "claims": [each for each in new.claims if each not in claims],
    }


def _loosened(old: FactRecord, new: FactRecord) -> Mapping[str, Any]:
    """The links and claims that a fact no longer has."""
    links = [[_type(name), target] for name, target in old.links if (name, target) not in new.links]
    return {"id": new.id, "links": links, "claims": sorted(set(old.claims) - set(new.claims))}


def _type(name: str) -> str:
    return names().relationships[name].type


def _put_edges(transaction: ManagedTransaction, edges: Iterable[Edge]) -> None:
    known = {each.type: each for each in names().relationships.values()}
    for kind, group in _grouped(edges, lambda edge: edge.type):
        ends = {"source": labels_of(known[kind].domain[0])[-1], "target": labels_of(known[kind].range)[-1]}
        given = [{"source": each.source, "target": each.target, "properties": each.properties} for each in group]
        run(transaction, PUT_EDGES.format(type=kind, **ends), rows=given)


def _grouped(items: Iterable[Item], key: Callable[[Item], Any]) -> list[tuple[Any, list[Item]]]:
    return [(each, list(group)) for each, group in groupby(sorted(items, key=key), key)]
