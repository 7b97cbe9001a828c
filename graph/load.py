"""Documents into the graph and out again: claims replaced, facts derived anew, all in one transaction.

All Cypher that writes nodes and relationships is here, with the reads that a writing transaction needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from neo4j import ManagedTransaction
from rdflib import Dataset

from graph.database import Database, rows
from graph.facts import facts
from graph.mapping import Edge, Node, Rows, to_rows
from graph.model import WhoheldError
from graph.ontology import names
from graph.records import ClaimRecord, FactRecord, Thing, World
from graph.resolve import Decision, decisions, joined, kept, mentions
from graph.schema import LOCK
from graph.terms import labels_of

Item = TypeVar("Item")
Touched = set[tuple[str, str]]
WEIGHT = ("claimCount", "confidence")
PERSON = ("ABOUT_PERSON", "ABOUT_INSPECTOR")

TAKE_TURN = f"MERGE (lock:{LOCK} {{id: 'load'}}) SET lock.turn = coalesce(lock.turn, 0) + 1"
STORED = """
MATCH (document:Document {id: $document})
RETURN properties(document) AS properties, [(document)<-[:STATED_IN]-(claim:Claim) | {
  properties: properties(claim),
  about: [(claim)-[about]->(thing:Entity) WHERE type(about) <> 'SUPPORTS' | [type(about), thing.id]]
}] AS claims
"""
TOUCHED = """
MATCH (:Document {id: $document})<-[:STATED_IN]-(claim:Claim)-[about]->(thing:Entity|Fact)
RETURN DISTINCT type(about) AS type, thing.id AS id
"""
FORGET_CLAIMS = "MATCH (:Document {id: $document})<-[:STATED_IN]-(claim:Claim) DETACH DELETE claim"
FORGET_DOCUMENT = "MATCH (document:Document {id: $document}) DETACH DELETE document"
KNOWN_NAMES = """
MATCH (thing:Entity) WHERE thing.id IN $ids
RETURN thing.id AS id, thing.name AS name, coalesce(thing.alternativeName, []) AS others
"""
PUT_NODES = "UNWIND $rows AS row MERGE (node:{root} {{id: row.id}}) SET node += row.properties SET node:{labels}"
PUT_EDGES = """
UNWIND $rows AS row
MATCH (source:{source} {{id: row.source}})
MATCH (target:{target} {{id: row.target}})
MERGE (source)-[edge:{type}]->(target)
SET edge += row.properties
"""
SAME_AS = """
MATCH (person:Person)-[edge:SAME_AS]-(other:Person) WHERE person.id IN $people
RETURN DISTINCT startNode(edge).id AS member, endNode(edge).id AS head, edge.reason AS reason, edge.score AS score
"""
PEOPLE_AT = """
MATCH (role:Role)<-[:ABOUT_ROLE]-(:TenureClaim)-[:ABOUT_PERSON]->(person:Person) WHERE role.id IN $ids
RETURN DISTINCT person.id AS id
"""
PLACES = """
MATCH (person:Person)<-[:ABOUT_PERSON|ABOUT_INSPECTOR]-(:Claim)-[about]->(thing:Entity)
WHERE person.id IN $people AND type(about) <> 'SUPPORTS'
RETURN DISTINCT type(about) AS type, thing.id AS id
"""
CLAIMS = """
MATCH (thing:Entity)<-[:{types}]-(claim:{label}) WHERE thing.id IN $ids
WITH DISTINCT claim
RETURN claim.id AS id, labels(claim) AS labels, properties(claim) AS properties,
  [(claim)-[about]->(other:Entity) WHERE type(about) <> 'SUPPORTS' | [type(about), other.id]] AS about
"""
THINGS = """
MATCH (thing:Entity) WHERE thing.id IN $ids
OPTIONAL MATCH (thing)-[:POST_IN]->(organisation:Organisation)
RETURN thing.id AS id, thing.name AS name, thing.roleKind AS role_kind,
  coalesce(thing.soleHolder, false) AS sole, min(organisation.id) AS post_in
"""
FACTS = """
MATCH (fact:Fact) WHERE fact.id IN $ids
RETURN fact.id AS id, properties(fact) AS properties,
  [(fact)-[link]->(thing:Entity) | [type(link), thing.id]] AS links,
  [(fact)<-[:SUPPORTS]-(claim:Claim) | claim.id] AS claims
"""
FACTS_OF = """
MATCH (claim:Claim)-[:SUPPORTS]->(fact:Fact) WHERE claim.id IN $claims
RETURN DISTINCT fact.id AS id
"""
DROP_FACTS = "MATCH (fact:Fact) WHERE fact.id IN $ids DETACH DELETE fact"
DROP_SAME_AS = (
    "UNWIND $rows AS row MATCH (:Person {id: row.member})-[edge:SAME_AS]->(:Person {id: row.head}) DELETE edge"
)
PUT_SAME_AS = """
UNWIND $rows AS row
MATCH (member:Person {id: row.member}) MATCH (head:Person {id: row.head})
MERGE (member)-[edge:SAME_AS]->(head)
SET edge.reason = row.reason, edge.score = row.score, edge.by = row.by, edge.decidedAt = $now
"""
PUT_NAMES = "UNWIND $rows AS row MATCH (person:Person {id: row.id}) SET person.alternativeName = row.names"
DROP_ORPHANS = """
MATCH (thing:Entity&!Fact) WHERE thing.id IN $ids
  AND NOT EXISTS { (thing)<-[]-(:Claim) } AND NOT EXISTS { (thing)<-[:POST_IN|SUCCEEDED_BY]-(:Entity) }
DETACH DELETE thing
"""


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


def load(database: Database, document_dataset: Dataset) -> Difference:
    """Put a document in the place of its former version; the same version with the same claims changes nothing.

    Raises `NotOneDocument` unless the dataset describes exactly one document.
    """
    told = to_rows(document_dataset)
    documents = {node.id for node in told.nodes if "Document" in node.labels}
    if len(documents) != 1:
        raise NotOneDocument(f"The graph to load describes {len(documents)} documents: load them one at a time")
    (document,) = documents
    return database.write(lambda transaction: _replace(transaction, document, told))


def retract(database: Database, document_id: str) -> Difference:
    """Take out a document, its claims, and just the facts and entities that nothing else supports.

    Raises `UnknownDocument` when the graph does not have it.
    """
    return database.write(lambda transaction: _replace(transaction, document_id, None))


def _replace(transaction: ManagedTransaction, document: str, told: Rows | None) -> Difference:
    _run(transaction, TAKE_TURN)
    stored = _stored(transaction, document)
    if stored is None and told is None:
        raise UnknownDocument(f"The graph has no “{document}”: give the id of a document that was loaded")
    if told and stored == _wanted(told):
        return Difference(document, unchanged=True)
    touched = _touched(transaction, document)
    _run(transaction, FORGET_CLAIMS, document=document)
    if told:
        _put(transaction, told)
    else:
        _run(transaction, FORGET_DOCUMENT, document=document)
    difference = _derive(transaction, document, touched | _touched(transaction, document))
    things = sorted(key for _, key in touched)
    for _ in ("posts", "their organisations"):
        _run(transaction, DROP_ORPHANS, ids=things)
    return difference


def _stored(transaction: ManagedTransaction, document: str) -> object:
    """What the graph holds of a document, in the form of `_wanted`; None when it holds nothing."""
    for row in _rows(transaction, STORED, document=document):
        claims = {each["properties"]["id"]: (each["properties"], _pairs(each["about"])) for each in row["claims"]}
        return _timeless(row["properties"]), claims
    return None


def _wanted(told: Rows) -> object:
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
    return {name: value for name, value in properties.items() if name != "retrieved"}


def _pairs(pairs: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(pair) for pair in pairs))


def _rows(transaction: ManagedTransaction, cypher: str, **parameters: object) -> list[dict[str, Any]]:
    return rows(transaction, cypher, parameters)


def _run(transaction: ManagedTransaction, cypher: str, **parameters: object) -> None:
    transaction.run(cypher, parameters).consume()


def _touched(transaction: ManagedTransaction, document: str) -> Touched:
    return {(row["type"], row["id"]) for row in _rows(transaction, TOUCHED, document=document)}


def _put(transaction: ManagedTransaction, told: Rows) -> None:
    """Nodes and edges of a document; entities keep the names that other documents gave them."""
    things = [node.id for node in told.nodes if "Entity" in node.labels]
    known = {row["id"]: row for row in _rows(transaction, KNOWN_NAMES, ids=things)}
    for labels, nodes in _grouped(told.nodes, lambda node: node.labels):
        put = PUT_NODES.format(root=labels[-1], labels=":".join(labels))
        given = [{"id": node.id, "properties": _merged(node, known.get(node.id))} for node in nodes]
        _run(transaction, put, rows=given)
    _put_edges(transaction, told.edges)


def _merged(node: Node, known: Mapping[str, Any] | None) -> dict[str, Any]:
    """Of all names that documents give, the first in the alphabet, which is the barest, names the thing."""
    if "Entity" not in node.labels:
        return dict(node.properties)
    mine = node.properties.get("alternativeName")
    forms = {str(node.properties["name"]), *(mine if isinstance(mine, list) else ())}
    named = min(str(node.properties["name"]), known["name"]) if known else str(node.properties["name"])
    forms |= {known["name"], *known["others"]} if known else set()
    return {**node.properties, "name": named, "alternativeName": sorted(forms - {named})}


def _put_edges(transaction: ManagedTransaction, edges: Iterable[Edge]) -> None:
    known = {each.type: each for each in names().relationships.values()}
    for kind, group in _grouped(edges, lambda edge: edge.type):
        ends = {"source": labels_of(known[kind].domain[0])[-1], "target": labels_of(known[kind].range)[-1]}
        given = [{"source": each.source, "target": each.target, "properties": each.properties} for each in group]
        _run(transaction, PUT_EDGES.format(type=kind, **ends), rows=given)


def _grouped(items: Iterable[Item], key: Callable[[Item], Any]) -> list[tuple[Any, list[Item]]]:
    return [(each, list(group)) for each, group in groupby(sorted(items, key=key), key)]


def _derive(transaction: ManagedTransaction, document: str, touched: Touched) -> Difference:
    """Decide who is who and derive all facts that share a post, a body or a person with what was touched."""
    people = _kin(transaction, touched)
    scope = touched | {(row["type"], row["id"]) for row in _rows(transaction, PLACES, people=sorted(people))}
    claims = _claims(transaction, scope, people)
    world = _world(transaction, claims, people)
    old_ids = {row["id"] for row in _rows(transaction, FACTS_OF, claims=[claim.id for claim in claims])}
    old = _old_facts(transaction, old_ids | _ids(touched, "SUPPORTS"))
    new = {each.id: each for each in facts(claims, world)}
    _run(transaction, DROP_FACTS, ids=[each.id for each in old.values() if each != new.get(each.id)])
    _put_facts(transaction, [each for each in new.values() if each != old.get(each.id)])
    return _difference(document, old, new)


def _ids(touched: Touched, *types: str) -> set[str]:
    return {key for kind, key in touched if kind in types}


def _kin(transaction: ManagedTransaction, touched: Touched) -> set[str]:
    """The people touched, and all whose names were or may now be decided to be theirs."""
    posts = _ids(touched, "ABOUT_ROLE")
    there = {row["id"] for row in _rows(transaction, PEOPLE_AT, ids=sorted(posts))}
    evidence = _claims(transaction, {("ABOUT_ROLE", post) for post in posts}, set())
    things = _things(transaction, evidence)
    alike = {each for pair in decisions(evidence, World(things)) for each in (pair.a, pair.b)}
    found = {key for key in _ids(touched, *PERSON) if key.startswith("person/")} | alike
    found |= _joined_to(transaction, there)
    while more := _joined_to(transaction, found) - found:
        found |= more
    return found


def _joined_to(transaction: ManagedTransaction, people: set[str]) -> set[str]:
    """Both ends of every recorded decision on one of the people."""
    return {row[end] for row in _rows(transaction, SAME_AS, people=sorted(people)) for end in ("member", "head")}


def _claims(transaction: ManagedTransaction, scope: Touched, people: set[str]) -> list[ClaimRecord]:
    """All claims about the posts, bodies and trusts of a scope, and about people."""
    wanted = [
        ("ABOUT_ROLE", "TenureClaim", _ids(scope, "ABOUT_ROLE")),
        ("ABOUT_ORGANISATION", "InspectionClaim|DirectionClaim", _ids(scope, "ABOUT_ORGANISATION")),
        ("ABOUT_TRUST", "TrustClaim", _ids(scope, "ABOUT_TRUST")),
        ("|".join(PERSON), "Claim", people),
    ]
    found = {}
    for types, label, ids in wanted:
        for row in _rows(transaction, CLAIMS.format(types=types, label=label), ids=sorted(ids)) if ids else ():
            found[row["id"]] = _claim(row)
    return list(found.values())


def _claim(row: Mapping[str, Any]) -> ClaimRecord:
    about: dict[str, tuple[str, ...]] = {}
    for kind, target in sorted(row["about"]):
        name = _names_of_types()[kind]
        about[name] = (*about.get(name, ()), target)
    label = max(row["labels"], key=lambda each: len(labels_of(each)))
    return ClaimRecord(row["id"], label, row["properties"], about)


@cache
def _names_of_types() -> dict[str, str]:
    return {each.type: each.name for each in names().relationships.values()}


def _things(transaction: ManagedTransaction, claims: Iterable[ClaimRecord]) -> dict[str, Thing]:
    ids = sorted({target for claim in claims for targets in claim.about.values() for target in targets})
    return {row["id"]: Thing(**row) for row in _rows(transaction, THINGS, ids=ids)}


def _world(transaction: ManagedTransaction, claims: list[ClaimRecord], people: set[str]) -> World:
    """Things by id and who stands for whom, after deciding anew on the people; the decisions are recorded."""
    things = _things(transaction, claims)
    recorded = _rows(transaction, SAME_AS, people=sorted(key for key in things if key.startswith("person/")))
    settled = {row["member"]: row["head"] for row in recorded if row["member"] not in people}
    decided = [each for each in decisions(claims, World(things)) if each.a in people and each.b in people]
    same = joined(decided, mentions(claims))
    wanted = [{"member": member, "head": head} | _why(decision) for member, head, decision in kept(decided, same)]
    before = [row for row in recorded if row["member"] in people]
    stale = [row for row in before if row not in [{key: each[key] for key in row} for each in wanted]]
    fresh = [row for row in wanted if {key: row[key] for key in ("member", "head", "reason", "score")} not in before]
    _run(transaction, DROP_SAME_AS, rows=stale)
    _run(transaction, PUT_SAME_AS, rows=fresh, now=datetime.now(UTC))
    _run(transaction, PUT_NAMES, rows=_forms(claims, things, people, same))
    return World(things, settled | same)


def _why(decision: Decision) -> dict[str, Any]:
    return {"reason": decision.reason, "score": decision.score, "by": decision.by}


def _forms(
    claims: list[ClaimRecord], things: Mapping[str, Thing], people: set[str], same: Mapping[str, str]
) -> list[dict[str, Any]]:
    """For each person every other form of name: as written of them, and of those that they were decided to be."""
    forms = {person: {things[person].name} for person in people if person in things}
    for claim in claims:
        if (person := claim.one("aboutPerson")) in forms and (written := claim.text("personAsWritten")):
            forms[str(person)].add(written)
    for member, head in same.items():
        forms[head] |= forms[member]
    return [{"id": person, "names": sorted(told - {things[person].name})} for person, told in sorted(forms.items())]


def _old_facts(transaction: ManagedTransaction, ids: set[str]) -> dict[str, FactRecord]:
    found = {}
    for row in _rows(transaction, FACTS, ids=sorted(ids)):
        label = row["id"].split("/", 1)[0].capitalize()
        properties = {name: value for name, value in row["properties"].items() if name != "id"}
        links = tuple(sorted((_names_of_types()[kind], target) for kind, target in row["links"]))
        found[row["id"]] = FactRecord(row["id"], label, properties, links, tuple(sorted(row["claims"])))
    return found


def _put_facts(transaction: ManagedTransaction, fresh: list[FactRecord]) -> None:
    """Write facts that are new, or other than before."""
    types = {name: each.type for name, each in names().relationships.items()}
    nodes = [Node(each.id, labels_of(each.label), dict(each.properties)) for each in fresh]
    edges = [Edge(types[name], each.id, target) for each in fresh for name, target in each.links]
    edges += [Edge(types["supports"], claim, each.id) for each in fresh for claim in each.claims]
    for labels, group in _grouped(nodes, lambda node: node.labels):
        given = [{"id": node.id, "properties": node.properties} for node in group]
        _run(transaction, PUT_NODES.format(root="Fact", labels=":".join(labels)), rows=given)
    _put_edges(transaction, edges)


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
