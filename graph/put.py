"""All Cypher that writes nodes and relationships of the present graph; of its past, `graph.history` has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from graph.database import rows as database_rows
from graph.identities import Changed
from graph.mapping import Edge, Node, Rows
from graph.namekeys import PLACES_AND_KEYS
from graph.ontology import names
from graph.records import FactRecord
from graph.resolve import Decision
from graph.schema import LOCK
from graph.stored import STORED
from graph.terms import labels_of

Item = TypeVar("Item")
NAMES = ("name", "alternativeName")
TAKE_TURN = f"MERGE (lock:{LOCK} {{id: 'load'}}) SET lock.turn = coalesce(lock.turn, 0) + 1, lock.changed = datetime()"
FORGET_CLAIMS = "MATCH (:Document {id: $given.document})<-[:STATED_IN]-(claim:Claim) DETACH DELETE claim"
FORGET_MENTIONS = "MATCH (:Document {id: $given.document})-[mention:MENTIONS]->() DELETE mention"
FORGET_DOCUMENT = "MATCH (document:Document {id: $given.document}) DETACH DELETE document"
PUT_NODES = """
UNWIND $given.{root} AS row
MERGE (node:{root} {{id: row.id}})
ON CREATE SET node += row.named
SET node += row.properties, node:$(row.labels)
"""
PUT_EDGES = """
UNWIND $given.{type} AS row
MATCH (source:{source} {{id: row.source}})
MATCH (target:{target} {{id: row.target}})
MERGE (source)-[edge:{type}]->(target)
SET edge += row.properties
"""
UNMENTIONED = """
MATCH (thing:Entity&!Fact) WHERE thing.id IN $ids AND NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
RETURN thing.id AS id
"""
# What a new document calls a thing as another one does changes nothing; people have few mentions, and other forms too.
NAME = f"""
UNWIND $ids AS id
MATCH (thing:Entity {{id: id}})
WITH thing, thing.name AS was
CALL (thing) {{
  WITH thing
  WHERE $new IS NULL OR thing:Person OR NOT EXISTS {{
    MATCH (:Document {{id: $new}})-[own:MENTIONS]->(thing)
    MATCH (thing)<-[other:MENTIONS]-(:Document)
    WHERE other <> own AND other.nameGiven = own.nameGiven
      AND coalesce(other.formsGiven, []) = coalesce(own.formsGiven, [])
  }}
  MATCH (thing)<-[mention:MENTIONS]-(:Document)
  WITH thing, min(mention.nameGiven) AS name, collect(mention.formsGiven) AS given
  SET thing.name = name, thing.alternativeName =
    COLLECT {{ UNWIND given AS forms UNWIND forms AS form
      WITH DISTINCT form WHERE form <> name RETURN form ORDER BY form }}
}}
RETURN thing.id AS id, was, thing.name AS name, thing:Person AS person, {PLACES_AND_KEYS}
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
UNWIND $given.orphans AS id
MATCH (thing:Entity&!Fact {id: id})
WHERE NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
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

    A statement of several parts runs in the last one's place. The text depends on no value, nor do the types of its
    parameters, so that its plan is kept.
    """
    order = [
        each
        for number, part in enumerate(parts, 1)
        for each in part.statements
        if not any(each in later.statements for later in parts[number:])
    ]
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


def document_in_turn(transaction: ManagedTransaction, document_id: str) -> dict[str, Any] | None:
    """As `take_turn`, and what the graph then has of a document: its properties and claims; None when it has none."""
    found = database_rows(transaction, f"CALL () {{ {TAKE_TURN} }} {STORED}", {"document": document_id})
    return next(iter(found), None)


def forgotten(document: str, *, wholly: bool) -> Write:
    """A document without its claims and its naming of things, or `wholly` gone."""
    last = (FORGET_DOCUMENT,) if wholly else ()
    return Write((FORGET_CLAIMS, FORGET_MENTIONS, *last), {"document": document})


def document_told(rows: Rows) -> Write:
    """Nodes and edges of a document; what it calls a thing that it mentions names only one that is not there yet."""
    mentioned = {edge.target for edge in rows.edges if edge.type == "MENTIONS"}
    nodes = _grouped(rows.nodes, lambda node: node.labels[-1])
    edges = _grouped(rows.edges, lambda edge: edge.type)
    given = {root: [_node_row(each, each.id in mentioned) for each in group] for root, group in nodes}
    return Write(_put_all(), given | {kind: [_edge_row(each) for each in group] for kind, group in edges})


def name_things(transaction: ManagedTransaction, ids: Iterable[str], new: str | None) -> list[dict[str, Any]]:
    """Name things by what the documents that mention them call them: the barest name, and all other forms.

    `new` is the id of a document that the graph did not have before, where nothing else changed. Returns for each what
    it was and is called, and what `graph.namekeys` wants to know.
    """
    return database_rows(transaction, NAME, {"ids": sorted(ids), "new": new})


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


def orphans_dropped(ids: Iterable[str]) -> Write:
    """Without things that no document mentions any more: posts and people, their organisations, what succeeded them."""
    return Write((DROP_ORPHANS,) * 3, {"orphans": sorted(ids)})


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


@cache
def _put_all() -> tuple[str, ...]:
    """The statements that write nodes of each top class and edges of each type, none left out: one text, one plan."""
    known = names()
    roots = sorted({lineage[-1] for lineage in known.labels.values()})
    ends = {each.type: (each.domain[0], each.range) for each in known.relationships.values()}
    edges = (
        PUT_EDGES.format(type=kind, source=labels_of(source)[-1], target=labels_of(target)[-1])
        for kind, (source, target) in sorted(ends.items())
    )
    return (*(PUT_NODES.format(root=root) for root in roots), *edges)


def _node_row(node: Node, mentioned: bool) -> Mapping[str, Any]:
    named = {name: value for name, value in node.properties.items() if mentioned and name in NAMES}
    others = {name: value for name, value in node.properties.items() if name not in named}
    return {"id": node.id, "labels": list(node.labels), "named": named, "properties": others}


def _edge_row(edge: Edge) -> Mapping[str, Any]:
    return {"source": edge.source, "target": edge.target, "properties": edge.properties}


def _grouped(items: Iterable[Item], key: Callable[[Item], Any]) -> list[tuple[Any, list[Item]]]:
    return [(each, list(group)) for each, group in groupby(sorted(items, key=key), key)]
