"""The facts of some keys, and what was told of them by days, as the graph has them: read in one round trip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime

from neo4j import ManagedTransaction

from graph.database import rows
from graph.published import moment
from graph.records import FactRecord, Scope
from graph.stored import fact_of

# From the keys, never from their claims: a claim may support hundreds of versions, and a key has them all.
STANDING = """
CALL () {
  CALL () {
    UNWIND $given.keys AS id
    MATCH (:Entity {id: id})<-[:IN_ROLE|INSPECTED|ADDRESSEE|DELEGATE|CONCERNS]-(fact:Fact)
    WHERE EXISTS { (fact)<-[:SUPPORTS]-(claim:Claim) WHERE claim.id IN $given.claims }
    RETURN fact
    UNION
    UNWIND $given.facts AS id
    MATCH (fact:Fact {id: id})
    RETURN fact
  }
  RETURN collect([fact.id, properties(fact),
    [(fact)-[link]->(thing:Entity) | [type(link), thing.id]], [(fact)<-[:SUPPORTS]-(claim:Claim) | claim.id]]) AS facts
}
CALL () {
  CALL () {
    UNWIND $given.keys AS id
    MATCH (:Entity {id: id})
      <-[:IN_ROLE_THEN|INSPECTED_THEN|ADDRESSEE_THEN|DELEGATE_THEN|CONCERNS_THEN]-(past:PastFact {knownBy: 'published'})
    WHERE past.knownUntil IS NULL OR past.knownUntil >= $given.since
    WITH DISTINCT past
    WHERE EXISTS { (past)<-[:SUPPORTS_THEN]-(claim:Claim) WHERE claim.id IN $given.claims }
    RETURN past
    UNION
    UNWIND $given.versions AS version
    MATCH (past:PastFact {version: version, knownBy: 'published'})
    WHERE past.knownUntil IS NULL OR past.knownUntil >= $given.since
    RETURN past
  }
  RETURN collect([past.version, past.id, past.key, past.knownFrom]) AS versions
}
RETURN facts, versions
"""


@dataclass(frozen=True, slots=True)
class Version:
    """What was told from a moment on, of a fact with that id and key."""

    version: str
    id: str
    key: str
    known_from: datetime


@dataclass(frozen=True, slots=True)
class Lost:
    """Ids of the facts, and of the versions by what had come out, that claims supported which were taken out."""

    facts: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()


def standing(
    transaction: ManagedTransaction, scope: Scope, claims: Iterable[str], lost: Lost, since: date | None
) -> tuple[Mapping[str, FactRecord], tuple[Version, ...]]:
    """The facts, and what was told by each day from `since` on, of keys in scope that some of the claims support; and
    what those claims supported that are `lost`."""
    given = {
        "keys": sorted(_things(scope)),
        "claims": sorted(claims),
        "facts": sorted(lost.facts),
        "versions": sorted(lost.versions),
        "since": moment(since or date.min),
    }
    (row,) = rows(transaction, STANDING, {"given": given})
    found = [fact_of(*each) for each in row["facts"]]
    versions = (Version(version, key_id, key, begun.astimezone(UTC)) for version, key_id, key, begun in row["versions"])
    return {each.id: each for each in found}, tuple(versions)


def _things(scope: Scope) -> set[str]:
    """What the facts of the keys are linked to."""
    alone = [each.name for each in fields(scope) if each.name != "shared"]
    return {key for name in alone for key in getattr(scope, name)} | {post for post, _ in scope.shared}
