"""What was known before: past versions of facts, of documents with their claims, and of what only they told of.

A past version of a fact is a node of its own (`PastFact`, `PastTenure`, …) with the properties of the fact, joined by
relationships of the same names with `_THEN` behind; so the present graph never shows them, and `past` turns a query on
the present into the same query on what was known at a time. There are two ways of knowing: `ingested`, by what had
been loaded at a moment, and `published`, by those of the documents loaded now that had come out by a day.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from neo4j import ManagedTransaction

from graph.database import Database, rows
from graph.model import WhoheldError
from graph.ontology import names
from graph.published import Told, moment
from graph.records import FactRecord
from graph.standing import Version
from graph.terms import labels_of
from graph.turn import take_turn
from graph.writing import Write

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
MATCH (document:Document {id: $given.document})
WHERE EXISTS { (document)<-[:STATED_IN]-(:Claim)-[:SUPPORTS_THEN]->(:PastFact) }
CREATE (former:FormerDocument)
SET former = properties(document), former.text = null, former.until = $given.now
WITH document, former
MATCH (document)<-[:STATED_IN]-(claim:Claim)-[:SUPPORTS_THEN]->(past:PastFact {knownBy: 'ingested'})
WITH former, claim, collect(past) AS versions
CREATE (copy:FormerClaim)-[:STATED_IN]->(former)
SET copy = properties(claim)
FOREACH (past IN versions | CREATE (copy)-[:SUPPORTS_THEN]->(past))
"""
OPEN = "OpenFact"  # beside its others, the label of the one ingested version of a fact that holds now: found at any age
CLOSE = f"""
UNWIND $given.closed AS id
MATCH (past:{OPEN} {{id: id}})
SET past.knownUntil = $given.now
REMOVE past:{OPEN}
"""
UNMARKED = f"RETURN COUNT {{ (:Fact) }} <> COUNT {{ (:{OPEN}) }} AS some"
MARK = f"""
MATCH (past:PastFact&!{OPEN}) WHERE past.knownBy = 'ingested' AND past.knownUntil IS NULL
WITH past LIMIT $limit
SET past:{OPEN}
RETURN count(past) AS marked
"""
BATCH = 10_000
CREATE = """
UNWIND $given.created AS row
CREATE (past:PastFact:$(row.labels))
SET past = row.properties, past.knownFrom = datetime(row.from), past.knownUntil = datetime(row.until)
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
UNWIND $given.changed AS row
MATCH (past:PastFact {version: row.was})
SET past = row.properties, past.knownFrom = datetime(row.from), past.knownUntil = datetime(row.until)
WITH past, row
CALL (past, row) {
  OPTIONAL MATCH (past)-[edge]->(target)
  WITH past, row, collect([type(edge), target.id]) AS there,
    collect(CASE WHEN NOT [type(edge), target.id] IN [link IN row.links | [link.type, link.target]] THEN edge END)
      AS gone
  FOREACH (edge IN gone | DELETE edge)
  WITH past, [link IN row.links WHERE NOT [link.type, link.target] IN there] AS links
  UNWIND links AS link
  MATCH (target:Entity {id: link.target})
  CREATE (past)-[:$(link.type)]->(target)
}
CALL (past, row) {
  OPTIONAL MATCH (past)<-[edge:SUPPORTS_THEN]-(claim)
  WITH past, row, collect(claim.id) AS there, collect(CASE WHEN NOT claim.id IN row.claims THEN edge END) AS gone
  FOREACH (edge IN gone | DELETE edge)
  WITH past, [id IN row.claims WHERE NOT id IN there] AS claims
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})
  CREATE (claim)-[:SUPPORTS_THEN]->(past)
}
"""
DROP = "UNWIND $given.dropped AS version MATCH (past:PastFact {version: version}) DETACH DELETE past"
PART = """
UNWIND $given.parted_with AS id
MATCH (thing:Entity&!Fact {id: id})
WHERE NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
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
UNWIND $given.entities AS id
MATCH (thing:FormerEntity {id: id})
SET thing:$(thing.was)
REMOVE thing:FormerEntity, thing.was
"""


def kept_version(document: str, now: datetime) -> Write:
    """Before a document's claims are forgotten: keep those that past facts quote, with their document."""
    return Write((KEEP_VERSION,), {"document": document, "now": now})


def parted_with(ids: Iterable[str]) -> Write:
    """Without things in the present that only the past tells of: people and posts first, then their organisations."""
    return Write((PART,) * 2, {"parted_with": sorted(ids)})


def brought_back(ids: Iterable[str]) -> Write:
    """Things that a document tells of again, in the present."""
    return Write((BRING_BACK,), {"entities": sorted(ids)})


def closed_and_begun(old: Mapping[str, FactRecord], new: Mapping[str, FactRecord], now: datetime) -> Write:
    """Facts by id that held until now, and others that hold from now on; those that stay as they are go on."""
    closed = [key for key, each in old.items() if each != new.get(key)]
    begun: list[Known] = [(each, INGESTED, now, None) for key, each in new.items() if each != old.get(key)]
    created = [_row(each, _version(*each)) for each in begun]
    return Write((CLOSE, CREATE), {"closed": closed, "created": created, "now": now})


def mark_open(database: Database) -> None:
    """Mark what is known now of facts that an earlier version of whoheld stored without the mark."""
    if database.read(UNMARKED)[0]["some"]:
        while database.write(_mark_some):
            pass


def _mark_some(transaction: ManagedTransaction) -> int:
    take_turn(transaction)
    return int(rows(transaction, MARK, {"limit": BATCH})[0]["marked"])


def by_days(told: Iterable[Told], there: Collection[Version], lost: Collection[str], since: date | None) -> Write:
    """What the documents loaded now told by each day from `since` on (`graph.published`), in the place of versions
    that are `there`; of these those that are `lost` are no longer supported as they were, or put in anew."""
    begin = moment(since or date.min)
    known_before = {each.id: each.known_from for each in there if each.known_from < begin}
    known = [(fact, PUBLISHED, start or known_before.get(fact.id, begin), end) for fact, start, end in told]
    wanted = {_version(*each): each for each in known}
    kept = {each.version for each in there} & wanted.keys() - set(lost)
    stale = {(each.id, each.known_from): each.version for each in there if each.version not in kept}
    fresh = {(each[0].id, each[2]): _row(each, version) for version, each in wanted.items() if version not in kept}
    return Write(
        (DROP, CHANGE, CREATE),
        {
            "dropped": sorted(stale[each] for each in stale.keys() - fresh.keys()),
            "changed": [{"was": stale[each], **fresh[each]} for each in sorted(stale.keys() & fresh.keys())],
            "created": [fresh[each] for each in sorted(fresh.keys() - stale.keys())],
        },
    )


def _version(fact: FactRecord, known_by: str, since: datetime, until: datetime | None) -> str:
    content = (
        f"{fact.id}|{known_by}|{since.isoformat()}|{until}|{sorted(fact.properties.items())}|{fact.links}|{fact.claims}"
    )
    return hashlib.sha256(content.encode()).hexdigest()[:24]


def _row(known: Known, version: str) -> Mapping[str, Any]:
    """A version as it is written: moments as text, as the driver takes a hundred times as long to send one as such."""
    fact, known_by, since, until = known
    told = {**fact.properties, "id": fact.id, "version": version, "knownBy": known_by}
    types = names().relationships
    labels = [f"Past{each}" for each in labels_of(fact.label) if each in FACT_LABELS and each != "Fact"]
    return {
        "labels": [*labels, OPEN] if known_by == INGESTED and until is None else labels,
        "properties": told,
        "from": since.isoformat(),
        "until": until and until.isoformat(),
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
