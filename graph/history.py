"""What was known before: past versions of facts, of documents with their claims, and of what only they told of.

A past version of a fact is a node of its own (`PastFact`, `PastTenure`, …) with the properties of the fact, joined by
relationships of the same names with `_THEN` behind; so the present graph never shows them, and `past` turns a query on
the present into the same query on what was known at a time. There are two ways of knowing: `ingested`, by what had
been loaded at a moment, and `published`, by those of the documents loaded now that had come out by a day.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from neo4j import ManagedTransaction

from graph.model import WhoheldError
from graph.ontology import names
from graph.published import Told, moment
from graph.put import run
from graph.records import FactRecord
from graph.stored import read
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
CREATE = """
UNWIND $rows AS row
CREATE (past:PastFact:$(row.labels))
SET past = row.properties
WITH past, row
CALL (past, row) {
  UNWIND row.links AS link
  MATCH (target:Entity {id: link.target})
  CREATE (past)-[:$(link.type)]->(target)
}
CALL (past, row) {
  UNWIND row.claims AS id
  MATCH (claim:Claim {id: id})
  CREATE (claim)-[:SUPPORTS_THEN]->(past)
}
"""
CHANGE = """
UNWIND $rows AS row
MATCH (past:PastFact {version: row.was})
SET past = row.properties
WITH past, row
CALL (past, row) {
  MATCH (past)-[edge]->(target)
  WHERE NOT any(link IN row.links WHERE link.target = target.id AND link.type = type(edge))
  DELETE edge
}
CALL (past, row) {
  WITH past, row, COLLECT { MATCH (past)-[edge]->(target) RETURN [type(edge), target.id] } AS there
  UNWIND [link IN row.links WHERE NOT [link.type, link.target] IN there] AS link
  MATCH (target:Entity {id: link.target})
  CREATE (past)-[:$(link.type)]->(target)
}
CALL (past, row) {
  MATCH (past)<-[edge:SUPPORTS_THEN]-(claim)
  WHERE NOT claim.id IN row.claims
  DELETE edge
}
CALL (past, row) {
  WITH past, row, COLLECT { MATCH (past)<-[:SUPPORTS_THEN]-(claim) RETURN claim.id } AS there
  UNWIND [id IN row.claims WHERE NOT id IN there] AS id
  MATCH (claim:Claim {id: id})
  CREATE (claim)-[:SUPPORTS_THEN]->(past)
}
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
RETURN DISTINCT past.version AS version, past.id AS id, past.key AS key, past.knownFrom AS known_from
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
    claims: Iterable[str],
    lost: Collection[str],
    within: Callable[[str], bool],
    since: date | None,
) -> None:
    """Put in place what the documents loaded now told by each day from `since` on (`graph.published`).

    `claims` are the ids of those that it was derived from, `lost` the versions that a claim supported which has been
    taken out, or put in anew; of what they support, `within` tells by a fact's key whether it was derived anew.
    """
    begin = moment(since or date.min)
    given = {"claims": sorted(claims), "gone": sorted(lost), "since": begin}
    found = read(transaction, PUBLISHED_OF, **given)
    there = {row["version"]: row for row in found if row["version"] in lost or within(row["key"])}
    begun = {row["id"]: row["known_from"].astimezone(UTC) for row in there.values() if row["known_from"] < begin}
    known = [(fact, PUBLISHED, start or begun.get(fact.id, begin), end) for fact, start, end in told]
    wanted = {_version(*each): each for each in known}
    kept = there.keys() & wanted.keys() - set(lost)
    stale = {(row["id"], row["known_from"].astimezone(UTC)): key for key, row in there.items() if key not in kept}
    fresh = {(each[0].id, each[2]): each for key, each in wanted.items() if key not in kept}
    run(transaction, DROP, versions=sorted(stale[each] for each in stale.keys() - fresh.keys()))
    if changed := [{"was": stale[each], **_row(fresh[each])} for each in sorted(stale.keys() & fresh.keys())]:
        run(transaction, CHANGE, rows=changed)
    _create(transaction, [fresh[each] for each in sorted(fresh.keys() - stale.keys())])


def versions_of(transaction: ManagedTransaction, document: str) -> list[str]:
    """The versions, by what had come out, that a document's claims support."""
    return [row["version"] for row in read(transaction, SUPPORTED_THEN, document=document)]


def _version(fact: FactRecord, known_by: str, since: datetime, until: datetime | None) -> str:
    content = (
        f"{fact.id}|{known_by}|{since.isoformat()}|{until}|{sorted(fact.properties.items())}|{fact.links}|{fact.claims}"
    )
    return hashlib.sha256(content.encode()).hexdigest()[:24]


def _create(transaction: ManagedTransaction, known: Iterable[Known]) -> None:
    if rows := [_row(each) for each in known]:
        run(transaction, CREATE, rows=rows)


def _row(known: Known) -> Mapping[str, Any]:
    fact, known_by, since, until = known
    told = {**fact.properties, "id": fact.id, "version": _version(*known), "knownBy": known_by}
    types = names().relationships
    return {
        "labels": [f"Past{each}" for each in labels_of(fact.label) if each in FACT_LABELS and each != "Fact"],
        "properties": {**told, "knownFrom": since, "knownUntil": until},
        "links": [{"target": target, "type": f"{types[name].type}_THEN"} for name, target in fact.links],
        "claims": list(fact.claims),
    }


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
