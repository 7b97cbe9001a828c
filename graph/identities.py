"""Who is who in the graph after a document came or went: which people to look at again, and what is decided anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from neo4j import ManagedTransaction

from graph.likeness import alike, name_key, surname_keys
from graph.put import put_decisions, put_joins
from graph.records import ClaimRecord, Thing, World
from graph.resolve import AUTOMATIC, Decision, decisions, joined, kept, mentions
from graph.stored import claims_about, read, things

SAME_AS = """
MATCH (person:Person)-[edge:SAME_AS]-(:Person) WHERE person.id IN $people
RETURN DISTINCT startNode(edge).id AS member, endNode(edge).id AS head,
  edge.reason AS reason, edge.score AS score, edge.by AS by
"""
SAME_NAME = "MATCH (person:Person) WHERE person.nameKey IN $keys RETURN person.id AS id"
AROUND = """
RETURN
  COLLECT { MATCH (person:Person) WHERE person.id IN $people RETURN person.name } AS names,
  COLLECT { MATCH (person:Person)-[:SAME_AS]-(other:Person) WHERE person.id IN $people RETURN DISTINCT other.id }
    AS joined,
  COLLECT { MATCH (person:Person)-[:NAMED_AT]->(organisation:Organisation) WHERE person.id IN $people
    WITH DISTINCT organisation MATCH (organisation)<-[:NAMED_AT]-(other:Person) RETURN [other.id, other.name] }
    AS nearby,
  COLLECT { MATCH (decision:Decision) WHERE decision.one IN $people AND decision.by <> 'automatic'
    RETURN decision.other } AS decided,
  COLLECT { MATCH (decision:Decision) WHERE decision.other IN $people AND decision.by <> 'automatic'
    RETURN decision.one } AS deciding
"""
DECIDED = """
MATCH (decision:Decision) WHERE decision.one IN $people AND decision.other IN $people
RETURN decision.id AS id, decision.one AS one, decision.other AS other, decision.verdict AS verdict,
  decision.reason AS reason, decision.score AS score, decision.by AS by
"""


@dataclass(frozen=True, slots=True)
class Settled:
    """The people looked at, the claims about them, who stands for whom, and whose person is no longer what it was."""

    people: frozenset[str]
    claims: Mapping[str, ClaimRecord]
    things: Mapping[str, Thing]
    same: Mapping[str, str]
    moved: frozenset[str]


def settle(transaction: ManagedTransaction, touched: Iterable[str], now: datetime) -> Settled:
    """Decide anew on the people touched and all that may be one with them; the decisions are recorded."""
    people = _kin(transaction, set(touched))
    claims = claims_about(transaction, ("ABOUT_PERSON", "ABOUT_INSPECTOR"), "Claim", people)
    known = things(transaction, claims.values())
    stored = {row["id"]: _decision(row) for row in read(transaction, DECIDED, people=sorted(people))}
    made = [each for each in stored.values() if each.by != AUTOMATIC]
    decided = decisions(claims.values(), World(known), made)
    decided = tuple(each for each in decided if each.a in people and each.b in people)
    same = joined(decided, mentions(claims.values()))
    before = read(transaction, SAME_AS, people=sorted(people))
    wanted = [{"member": member, "head": head} | _why(each) for member, head, each in kept(decided, same)]
    put_joins(
        transaction,
        [row for row in before if row not in wanted],
        [row for row in wanted if row not in before],
        _forms(claims.values(), known, people, same),
    )
    _record(transaction, stored, decided, same, now)
    return Settled(frozenset(people), claims, known, same, _moved(people, same, before))


def _kin(transaction: ManagedTransaction, touched: set[str]) -> set[str]:
    """The people touched, those who may be one with them, and everybody joined to either."""
    found: set[str] = set()
    new = set(touched)
    while new:
        found |= new
        new = _around(transaction, new) - found
    return found


def _around(transaction: ManagedTransaction, people: set[str]) -> set[str]:
    """Everybody joined to the people or decided on with them; of the same name; or of a like one at their place."""
    (row,) = read(transaction, AROUND, people=sorted(people))
    same = {each["id"] for each in read(transaction, SAME_NAME, keys=sorted({name_key(name) for name in row["names"]}))}
    mine: dict[str, set[str]] = defaultdict(set)
    for name in row["names"]:
        for key in surname_keys(name):
            mine[key].add(name)
    alike_there = {
        other
        for other, name in row["nearby"]
        if any(alike(name, each) for key in surname_keys(name) for each in mine.get(key, ()))
    }
    return {*row["joined"], *row["decided"], *row["deciding"]} | same | alike_there


def _decision(row: Mapping[str, Any]) -> Decision:
    return Decision(row["one"], row["other"], row["verdict"], row["reason"], row["score"], row["by"])


def _why(decision: Decision) -> dict[str, Any]:
    return {"reason": decision.reason, "score": decision.score, "by": decision.by}


def _record(
    transaction: ManagedTransaction,
    stored: Mapping[str, Decision],
    decided: Iterable[Decision],
    same: Mapping[str, str],
    now: datetime,
) -> None:
    """Keep each decision; an unsure one only while nothing else has settled the pair."""
    wanted = {
        each.id: each
        for each in decided
        if each.verdict != "unsure" or each.by != AUTOMATIC or same.get(each.a, each.a) != same.get(each.b, each.b)
    }
    stale = [key for key, each in stored.items() if key not in wanted and each.by == AUTOMATIC]
    fresh = [each for key, each in wanted.items() if stored.get(key) != each]
    if stale or fresh:
        put_decisions(transaction, stale, fresh, now)


def _forms(
    claims: Iterable[ClaimRecord], known: Mapping[str, Thing], people: set[str], same: Mapping[str, str]
) -> list[dict[str, Any]]:
    """For each person every other form of name: as written of them, and of those that they were decided to be."""
    forms = {person: {known[person].name} for person in people if person in known}
    for claim in claims:
        if (person := claim.one("aboutPerson")) in forms and (written := claim.text("personAsWritten")):
            forms[str(person)].add(written)
    for member, head in same.items():
        if member in forms and head in forms:
            forms[head] |= forms[member]
    return [{"id": person, "names": sorted(told - {known[person].name})} for person, told in sorted(forms.items())]


def _moved(people: set[str], same: Mapping[str, str], before: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Everybody whose group of names, or whose first name in it, is not what it was."""
    old = {row["member"]: row["head"] for row in before}
    groups = []
    for heads in (old, dict(same)):
        whose: dict[str, set[str]] = {}
        for person in people | old.keys():
            whose.setdefault(heads.get(person, person), set()).add(person)
        groups.append({person: (head, frozenset(group)) for head, group in whose.items() for person in group})
    return frozenset(person for person in groups[0] if groups[0][person] != groups[1].get(person))
