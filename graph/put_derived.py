"""All Cypher that writes what is derived in the present graph: facts, who is one person, decisions on that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from graph.identities import Changed
from graph.ontology import names
from graph.records import FactRecord
from graph.resolve import Decision
from graph.terms import labels_of
from graph.writing import Write

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
