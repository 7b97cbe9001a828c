"""What a writing transaction needs to know of the graph as it stands: claims, things, facts, who was joined to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from neo4j import ManagedTransaction

from graph import ontology
from graph.database import rows
from graph.records import ClaimRecord, Source, Thing
from graph.terms import narrowest

STORED = """
MATCH (document:Document {id: $document})
RETURN properties(document) AS properties, [(document)<-[:STATED_IN]-(claim:Claim) | {
  properties: properties(claim),
  about: [(claim)-[about]->(thing:Entity) WHERE type(about) STARTS WITH 'ABOUT' | [type(about), thing.id]]
}] AS claims
"""
ABOUT_TYPES = "|".join(
    f"ABOUT_{each}" for each in ("PERSON", "ROLE", "ORGANISATION", "ISSUER", "INSPECTOR", "TRUST", "COUNCIL")
)
RECORD = f"""
WITH DISTINCT claim
MATCH (claim)-[:STATED_IN]->(document:Document)
RETURN claim.id AS id, labels(claim) AS labels, properties(claim) AS properties,
  [(claim)-[about:{ABOUT_TYPES}]->(other:Entity) | [type(about), other.id]] AS about,
  document {{.id, .published, .publisher, .corrects}} AS source
"""
CLAIMS_OF = f"MATCH (:Document {{id: $document}})<-[:STATED_IN]-(claim:Claim) {RECORD}"
CLAIMS = "MATCH (thing:Entity)<-[:{types}]-(claim:{label}) WHERE thing.id IN $ids " + RECORD
THINGS = """
MATCH (thing:Entity) WHERE thing.id IN $ids
OPTIONAL MATCH (thing)-[:POST_IN]->(organisation:Organisation)
RETURN thing.id AS id, thing.name AS name, thing.roleKind AS role_kind,
  coalesce(thing.soleHolder, false) AS sole, min(organisation.id) AS post_in
"""
SUPPORTED = """
MATCH (document:Document {id: $document})
RETURN
  COLLECT { MATCH (document)<-[:STATED_IN]-(:Claim)-[:SUPPORTS]->(fact:Fact) RETURN DISTINCT fact.id } AS facts,
  COLLECT { MATCH (document)<-[:STATED_IN]-(:Claim)-[:SUPPORTS_THEN]->(past:PastFact {knownBy: 'published'})
    RETURN DISTINCT past.version } AS versions,
  COLLECT { MATCH (document)-[:MENTIONS]->(thing:Entity) RETURN thing.id } AS named
"""


def read(transaction: ManagedTransaction, cypher: str, **parameters: object) -> list[dict[str, Any]]:
    """The rows of a query in the transaction."""
    return rows(transaction, cypher, parameters)


def claims_of(transaction: ManagedTransaction, document_id: str) -> list[ClaimRecord]:
    """The claims that a document makes."""
    return [_claim(row) for row in read(transaction, CLAIMS_OF, document=document_id)]


def supported(transaction: ManagedTransaction, document_id: str) -> dict[str, frozenset[str]]:
    """What a document's claims support, as ids of `facts`, and `versions` by what had come out; and whom it `named`."""
    (row,) = read(transaction, SUPPORTED, document=document_id)
    return {name: frozenset(ids) for name, ids in row.items()}


def claims_about(
    transaction: ManagedTransaction, types: Iterable[str], label: str, ids: Iterable[str]
) -> dict[str, ClaimRecord]:
    """The claims of a class that are about things, by relationships of given types."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    found = read(transaction, CLAIMS.replace("{types}", "|".join(types)).replace("{label}", label), ids=wanted)
    return {row["id"]: _claim(row) for row in found}


def things(
    transaction: ManagedTransaction,
    claims: Iterable[ClaimRecord],
    known: Mapping[str, Thing] | None = None,
    more: Iterable[str] = (),
) -> dict[str, Thing]:
    """What claims are about, and `more` things, by id; those `known` already are not read again."""
    have = dict(known or {})
    wanted = {target for claim in claims for targets in claim.about.values() for target in targets} | set(more)
    if missing := sorted(wanted - have.keys()):
        have |= {row["id"]: Thing(**row) for row in read(transaction, THINGS, ids=missing)}
    return have


def people_in(claims: Iterable[ClaimRecord]) -> set[str]:
    """The ids of everybody whom claims are about."""
    return {person for claim in claims for person in people_of(claim)}


def people_of(claim: ClaimRecord) -> tuple[str, ...]:
    """The ids of those whom a claim is about."""
    return (*claim.about.get("aboutPerson", ()), *claim.about.get("aboutInspector", ()))


def about_of(pairs: Iterable[list[str]]) -> dict[str, tuple[str, ...]]:
    """What a claim is about, by about-property, of pairs of a relationship type and an id."""
    about: dict[str, tuple[str, ...]] = {}
    for kind, target in sorted(pairs):
        name = names_of_types()[kind]
        about[name] = (*about.get(name, ()), target)
    return about


def _claim(row: Mapping[str, Any]) -> ClaimRecord:
    told = row["source"]
    source = Source(told["id"], told["published"], told["publisher"], bool(told["corrects"]))
    return ClaimRecord(row["id"], narrowest(row["labels"]), row["properties"], about_of(row["about"]), source)


@cache
def names_of_types() -> dict[str, str]:
    """The ontology's name of each type of relationship."""
    return {each.type: each.name for each in ontology.names().relationships.values()}
