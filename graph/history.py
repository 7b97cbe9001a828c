"""What was known before: past versions of facts, of documents with their claims, and of what only they told of.

A past version of a fact is a node of its own (`PastFact`, `PastTenure`, …) with the properties of the fact, joined by
relationships of the same names with `_THEN` behind; so the present graph never shows them, and `past` turns a query on
the present into the same query on what was known at a time. There are two ways of knowing: `ingested`, by what had
been loaded at a moment, and `published`, by those of the documents loaded now that had come out by a day.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from neo4j import ManagedTransaction

from graph.edtf import bounds
from graph.facts import facts
from graph.model import WhoheldError
from graph.ontology import names
from graph.put import run
from graph.records import ClaimRecord, FactRecord, Scope, World
from graph.stored import people_in, read
from graph.terms import labels_of

INGESTED, PUBLISHED = "ingested", "published"
FACT_LINKS = (
    "HOLDER", "IN_ROLE", "INSPECTED", "INSPECTED_BY", "ADDRESSEE", "ISSUER", "APPOINTS", "DELEGATE", "DELEGATED_BY",
    "CONCERNS", "SUPPORTS",
)  # fmt: skip
FACT_LABELS = ("Fact", "Tenure", "Inspection", "Direction", "Delegation", "Conflict")
FORMER = {"Claim": "Claim|FormerClaim", "Document": "Document|FormerDocument"} | {
    label: f"{label}|FormerEntity" for label in ("Entity", "Person", "Organisation", "Council", "Trust", "Role")
}
PATTERN = re.compile(r"\((\w*):(\w+)(\s*\{[^}]*\})?\)")
LINK = re.compile(rf"(?<=[:|])({'|'.join(FACT_LINKS)})\b")
TEXT = re.compile(r"'(?:[^'\\]|\\.)*'|//[^\n]*")
VALID = (
    "{name}.knownBy = $known_by AND {name}.knownFrom <= $known_at "
    "AND ({name}.knownUntil IS NULL OR {name}.knownUntil > $known_at)"
)

Known = tuple[FactRecord, str, datetime, datetime | None]  # a fact, how it is known, from when, until when
Told = tuple[FactRecord, datetime | None, datetime | None]  # a fact, from when, until when it was told

PRESENT = re.compile(rf":\s*(?:{'|'.join(FACT_LABELS)})\b")


class NoPast(WhoheldError):
    """A query that cannot be asked of what was known."""


KEEP_VERSION = """
MATCH (document:Document {id: $document})
WHERE EXISTS { (document)<-[:STATED_IN]-(:Claim)-[:SUPPORTS_THEN]->(:PastFact) }
CREATE (former:FormerDocument)
SET former = properties(document), former.text = null, former.until = $now
WITH document, former
MATCH (document)<-[:STATED_IN]-(claim:Claim)-[:SUPPORTS_THEN]->(past:PastFact {knownBy: 'ingested'})
WITH former, claim, collect(past) AS versions
CREATE (copy:FormerClaim)-[:STATED_IN]->(former)
SET copy = properties(claim)
FOREACH (past IN versions | CREATE (copy)-[:SUPPORTS_THEN]->(past))
"""
CLOSE = """
MATCH (past:PastFact {knownBy: 'ingested'}) WHERE past.id IN $ids AND past.knownUntil IS NULL
SET past.knownUntil = $now
"""
CREATE = "UNWIND $rows AS row CREATE (past:PastFact:$(row.labels)) SET past = row.properties"
LINKS = """
UNWIND $rows AS row
MATCH (past:PastFact {version: row.version})
MATCH (target:Entity {id: row.target})
CREATE (past)-[:$(row.type)]->(target)
"""
SUPPORT = """
UNWIND $rows AS row
MATCH (past:PastFact {version: row.version})
MATCH (claim:Claim {id: row.claim})
CREATE (claim)-[:SUPPORTS_THEN]->(past)
"""
PUBLISHED_OF = """
CALL () {
  MATCH (claim:Claim)-[:SUPPORTS_THEN]->(past:PastFact {knownBy: 'published'}) WHERE claim.id IN $claims
  RETURN past
  UNION
  MATCH (past:PastFact {knownBy: 'published'}) WHERE past.version IN $gone
  RETURN past
}
WITH past WHERE past.knownUntil IS NULL OR past.knownUntil >= $since
RETURN DISTINCT past.version AS version, past.id AS id, past.knownFrom AS known_from
"""
SUPPORTED_THEN = """
MATCH (:Document {id: $document})<-[:STATED_IN]-(:Claim)-[:SUPPORTS_THEN]->(past:PastFact {knownBy: 'published'})
RETURN DISTINCT past.version AS version
"""
DROP = "MATCH (past:PastFact) WHERE past.version IN $versions DETACH DELETE past"
PART = """
MATCH (thing:Entity&!Fact) WHERE thing.id IN $ids
  AND NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
  AND NOT EXISTS { (thing)<-[:POST_IN|NAMED_AT|SUCCEEDED_BY]-(:Entity) }
  AND EXISTS { (thing)<-[]-(:PastFact) }
OPTIONAL MATCH (thing)-[edge:SAME_AS|SUCCEEDED_BY]-()
DELETE edge
WITH DISTINCT thing, [label IN labels(thing) WHERE label <> 'FormerEntity'] AS given
SET thing.was = given
REMOVE thing:$(given)
SET thing:FormerEntity
"""
BRING_BACK = """
MATCH (thing:FormerEntity) WHERE thing.id IN $ids
SET thing:$(thing.was)
REMOVE thing:FormerEntity, thing.was
"""


def keep_version(transaction: ManagedTransaction, document: str, now: datetime) -> None:
    """Before a document's claims are forgotten: keep those that past facts quote, with their document."""
    run(transaction, KEEP_VERSION, document=document, now=now)


def part_with(transaction: ManagedTransaction, ids: Iterable[str]) -> None:
    """Take things that only the past tells of out of the present."""
    given = sorted(ids)
    for _ in ("people and posts", "their organisations"):
        run(transaction, PART, ids=given)


def bring_back(transaction: ManagedTransaction, ids: Iterable[str]) -> None:
    """Put things that a document tells of again back into the present."""
    run(transaction, BRING_BACK, ids=sorted(ids))


def record(
    transaction: ManagedTransaction, stale: Iterable[FactRecord], fresh: Iterable[FactRecord], now: datetime
) -> None:
    """Note that facts held until now, and that others hold from now on."""
    run(transaction, CLOSE, ids=[each.id for each in stale], now=now)
    _create(transaction, [(each, INGESTED, now, None) for each in fresh])


def record_published(
    transaction: ManagedTransaction,
    told: Iterable[Told],
    claims: Iterable[ClaimRecord],
    gone: Iterable[str],
    since: date | None,
) -> None:
    """Put in place what the documents loaded now told by each day from `since` on (`as_published`).

    `claims` are all in scope, `gone` the versions that only claims that are gone support.
    """
    moment = _moment(since) if since else _moment(date.min)
    given = {"claims": [claim.id for claim in claims], "gone": list(gone), "since": moment}
    there = {row["version"]: row for row in read(transaction, PUBLISHED_OF, **given)}
    begun = {row["id"]: row["known_from"].astimezone(UTC) for row in there.values() if row["known_from"] < moment}
    known = [(fact, PUBLISHED, start or begun.get(fact.id, moment), end) for fact, start, end in told]
    wanted = {_version(*each): each for each in known}
    run(transaction, DROP, versions=sorted(there.keys() - wanted.keys()))
    _create(transaction, [each for key, each in wanted.items() if key not in there])


def versions_of(transaction: ManagedTransaction, document: str) -> list[str]:
    """The versions, by what had come out, that a document's claims support."""
    return [row["version"] for row in read(transaction, SUPPORTED_THEN, document=document)]


def as_published(claims: Iterable[ClaimRecord], world: World, scope: Scope, since: date | None) -> list[Told]:
    """What the documents out by each day from `since` on told of the keys in scope: facts with the moments from which
    and to which they did; no moment from which for those that the documents out before told already. Pure."""
    return [each for part, about in _parts(claims, world, scope) for each in _told(part, about, world, since)]


def _told(part: Scope, about: list[ClaimRecord], world: World, since: date | None) -> Iterator[Told]:
    days = sorted({day for claim in about if (day := _out(claim))})
    before = [day for day in days if since and day < since]
    open_since: dict[str, tuple[FactRecord, datetime | None]] = {}
    if before:
        open_since = {fact.id: (fact, None) for fact in _by(before[-1], part, about, world)}
    for day in days[len(before) :]:
        now = {fact.id: fact for fact in _by(day, part, about, world)}
        for key, (fact, start) in list(open_since.items()):
            if now.get(key) != fact:
                yield fact, start, _moment(day)
                del open_since[key]
        open_since |= {key: (fact, _moment(day)) for key, fact in now.items() if key not in open_since}
    yield from ((fact, start, None) for fact, start in open_since.values())


def _by(day: date, part: Scope, about: list[ClaimRecord], world: World) -> tuple[FactRecord, ...]:
    """The facts of a key by the documents that had come out by a day."""
    return facts([claim for claim in about if (out := _out(claim)) and out <= day], world, part)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _parts(claims: Iterable[ClaimRecord], world: World, scope: Scope) -> Iterator[tuple[Scope, list[ClaimRecord]]]:
    """Each key by itself with its claims, so that only its own documents' days are gone through."""
    told = list(claims)
    by_person: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in told:
        for person in people_in([claim]):
            by_person[world.canonical(person)].append(claim)
    for part in _keys_of(scope):
        if part.people:
            (person,) = part.people
            yield part, by_person.get(person, [])
        else:
            yield part, [claim for claim in told if part.has(claim, world)]


def _keys_of(scope: Scope) -> Iterator[Scope]:
    """Each key by itself, so that only its own documents' days are gone through."""
    yield from (Scope(posts=frozenset({post})) for post in sorted(scope.posts))
    yield from (Scope(shared=frozenset({pair})) for pair in sorted(scope.shared))
    yield from (Scope(organisations=frozenset({body})) for body in sorted(scope.organisations))
    yield from (Scope(trusts=frozenset({trust})) for trust in sorted(scope.trusts))
    yield from (Scope(people=frozenset({person})) for person in sorted(scope.people))


def _out(claim: ClaimRecord) -> date | None:
    """The day by which a claim's document had surely come out; None where nothing tells."""
    return bounds(claim.source.published).latest


def _version(fact: FactRecord, known_by: str, since: datetime, until: datetime | None) -> str:
    content = (
        f"{fact.id}|{known_by}|{since.isoformat()}|{until}|{sorted(fact.properties.items())}|{fact.links}|{fact.claims}"
    )
    return hashlib.sha256(content.encode()).hexdigest()[:24]


def _create(transaction: ManagedTransaction, known: Iterable[Known]) -> None:
    nodes, links, claims = [], [], []
    types = {name: each.type for name, each in names().relationships.items()}
    for fact, known_by, since, until in known:
        version = _version(fact, known_by, since, until)
        told: Mapping[str, Any] = {**fact.properties, "id": fact.id, "version": version, "knownBy": known_by}
        labels = [f"Past{each}" for each in labels_of(fact.label) if each in FACT_LABELS and each != "Fact"]
        nodes.append({"labels": labels, "properties": {**told, "knownFrom": since, "knownUntil": until}})
        links += [{"version": version, "target": target, "type": f"{types[name]}_THEN"} for name, target in fact.links]
        claims += [{"version": version, "claim": claim} for claim in fact.claims]
    if nodes:
        run(transaction, CREATE, rows=nodes)
        run(transaction, LINKS, rows=links)
        run(transaction, SUPPORT, rows=claims)


def past(cypher: str) -> str:
    """A query on the present graph as one on what was known: it takes `$known_by` and `$known_at` beside its own.

    Raises `NoPast` for a query that names facts in another way than `(name:Label)`.
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    count = 0

    def node(match: re.Match[str]) -> str:
        nonlocal count
        name, label, fields = match[1], match[2], match[3] or ""
        if label in FORMER:
            return f"({name}:{FORMER[label]}{fields})"
        if label not in FACT_LABELS:
            return match[0]
        count += not name
        name = name or f"version{count}"
        return f"({name}:Past{label}{fields} WHERE {VALID.format(name=name)})"

    hidden = TEXT.sub(keep, cypher)
    turned = LINK.sub(r"\1_THEN", PATTERN.sub(node, hidden))
    if left := PRESENT.search(turned):
        raise NoPast(f"“{left[0]}” cannot be asked of the past: write each fact as (name:Label) or (name:Label {{…}})")
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], turned)
