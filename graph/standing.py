"""The facts of some keys, and what was told of them by days, as the graph has them: read in one round trip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

from neo4j import ManagedTransaction, Record
from rdflib import XSD

from graph.ontology import names
from graph.published import Part, moment
from graph.records import ClaimRecord, FactRecord, Scope
from graph.stored import names_of_types
from graph.terms import Value, labels_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

DAYS = ", ".join(  # as text, which Python reads far faster than the driver makes its own dates
    f"{each.name}: toString(fact.{each.name})"
    for each in sorted(names().properties.values(), key=lambda each: each.name)
    if each.datatype == XSD.date and any("Fact" in labels_of(label) for label in each.domain)
)
# From the keys, never from their claims: a claim may support hundreds of versions, and a key has them all.
STANDING = f"""
CALL () {{
  CALL () {{
    UNWIND $given.posts AS id
    MATCH (:Role {{id: id}})<-[:IN_ROLE|CONCERNS]-(fact:Fact)
    RETURN fact
    UNION
    UNWIND $given.keys AS id
    MATCH (:Entity {{id: id}})<-[:IN_ROLE|INSPECTED|ADDRESSEE|DELEGATE|CONCERNS]-(fact:Fact)
    WHERE EXISTS {{ (fact)<-[:SUPPORTS]-(claim:Claim) WHERE claim.id IN $given.claims }}
    RETURN fact
    UNION
    UNWIND $given.people AS id
    MATCH (:Person {{id: id}})<-[:CONCERNS]-(fact:Conflict {{conflictKind: 'name'}})
    WHERE EXISTS {{ (fact)<-[:SUPPORTS]-(claim:Claim) WHERE claim.id IN $given.naming }}
    RETURN fact
    UNION
    UNWIND $given.facts AS id
    MATCH (fact:Fact {{id: id}})
    RETURN fact
  }}
  RETURN collect([fact.id, fact {{.*, {DAYS}}},
    [(fact)-[link]->(thing:Entity) | [type(link), thing.id]], [(fact)<-[:SUPPORTS]-(claim:Claim) | claim.id]]) AS facts
}}
CALL () {{
  CALL () {{
    UNWIND $given.posts AS id
    MATCH (:Role {{id: id}})<-[:IN_ROLE_THEN|CONCERNS_THEN]-(past:PastFact)
    WHERE past.knownBy = 'published' AND (past.knownUntil IS NULL OR past.knownUntil >= $given.since)
    RETURN past
    UNION
    UNWIND $given.keys AS id
    MATCH (:Entity {{id: id}})
      <-[:IN_ROLE_THEN|INSPECTED_THEN|ADDRESSEE_THEN|DELEGATE_THEN|CONCERNS_THEN]-(past:PastFact)
    WHERE past.knownBy = 'published' AND (past.knownUntil IS NULL OR past.knownUntil >= $given.since)
    WITH DISTINCT past
    WHERE EXISTS {{ (past)<-[:SUPPORTS_THEN]-(claim:Claim) WHERE claim.id IN $given.claims }}
    RETURN past
    UNION
    UNWIND $given.people AS id
    MATCH (:Person {{id: id}})<-[:CONCERNS_THEN]-(past:PastConflict {{conflictKind: 'name', knownBy: 'published'}})
    WHERE past.knownUntil IS NULL OR past.knownUntil >= $given.since
    WITH DISTINCT past
    WHERE EXISTS {{ (past)<-[:SUPPORTS_THEN]-(claim:Claim) WHERE claim.id IN $given.naming }}
    RETURN past
    UNION
    UNWIND $given.versions AS version
    MATCH (past:PastFact {{version: version, knownBy: 'published'}})
    WHERE past.knownUntil IS NULL OR past.knownUntil >= $given.since
    RETURN past
  }}
  RETURN collect([past.version, past.id, past.key, past.knownFrom.epochSeconds]) AS versions
}}
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
    """Claims taken out, and ids of the facts, and of the versions by what had come out, that they supported."""

    facts: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()
    claims: tuple[ClaimRecord, ...] = ()


Standing = tuple[Mapping[str, FactRecord], tuple[Version, ...]]


def ask_what_stands(
    transaction: ManagedTransaction, scope: Scope, anew: Iterable[Part], lost: Lost, since: date | None
) -> Callable[[], Standing]:
    """Ask for the facts, and what was told by each day from `since` on, of posts of one holder and of other parts that
    are made anew; and for what those claims supported that are `lost`. The answer can wait while others are worked
    out."""
    given = {
        "posts": sorted(scope.posts),
        "keys": sorted(_things(scope)),
        "claims": _claims(part for part in anew if not part.scope.posts and not part.scope.people),
        "people": sorted(scope.people),
        "naming": _claims(part for part in anew if part.scope.people),
        "facts": sorted(lost.facts),
        "versions": sorted(lost.versions),
        "since": moment(since or date.min),
    }
    result = transaction.run(STANDING, given=given)
    return lambda: _told(result.single(strict=True))


def _told(row: Record) -> Standing:
    return {each[0]: _fact(*each) for each in row["facts"]}, tuple(_version(*each) for each in row["versions"])


def _version(version: str, key_id: str, key: str, seconds: int) -> Version:
    return Version(version, key_id, key, EPOCH + timedelta(seconds=seconds))


def _fact(key: str, stored: Mapping[str, Any], links: list[list[str]], claims: list[str]) -> FactRecord:
    """A fact of what its node holds, its links by their relationship types, and the claims that support it."""
    said = {name: _value(name, value) for name, value in stored.items() if value is not None and name != "id"}
    named = tuple(sorted((names_of_types()[kind], target) for kind, target in links))
    return FactRecord(key, key.split("/", 1)[0].capitalize(), said, named, tuple(sorted(claims)))


def _value(name: str, value: Value) -> Value:
    return date.fromisoformat(str(value)) if names().properties[name].datatype == XSD.date else value


def _claims(parts: Iterable[Part]) -> list[str]:
    return sorted({claim.id for part in parts for claim in part.claims})


def _things(scope: Scope) -> set[str]:
    """What the facts of the keys are linked to, but for posts of one holder, and people: of what their other claims
    support only their names are made anew."""
    alone = [each.name for each in fields(scope) if each.name not in ("posts", "shared", "people")]
    return {key for name in alone for key in getattr(scope, name)} | {post for post, _ in scope.shared}
