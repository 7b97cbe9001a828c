"""Who is who in the graph after a document came or went: which people to look at again, and what is decided anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from graph.likeness import alike, surname_keys
from graph.reach import Known
from graph.records import ClaimRecord, Thing, World
from graph.resolve import AUTOMATIC, Decision, decisions, joined, kept, mentions
from graph.stored import people_in, people_of, read

AROUND = """
CALL () {
  UNWIND $people AS id
  MATCH (person:Person {id: id})
  RETURN collect(person) AS people
}
CALL (people) {
  UNWIND people AS person
  OPTIONAL MATCH (person)<-[:KEY_OF]-(key:NameKey)
  RETURN collect(DISTINCT key.place) AS places, collect(DISTINCT key.word) AS words
}
RETURN
  [person IN people | person.name] AS names,
  COLLECT { UNWIND people AS person MATCH (person)-[:SAME_AS]-(other:Person) RETURN DISTINCT other.id } AS joined,
  COLLECT { UNWIND people AS person MATCH (person)<-[:NAME_OF]-(:NameKey)-[:NAME_OF]->(other:Person)
    RETURN DISTINCT other.id } AS same,
  COLLECT { UNWIND places AS place UNWIND words AS word
    MATCH (key:NameKey {id: place + '|' + word})-[:KEY_OF]->(other:Person) WHERE place <> ''
    RETURN DISTINCT [other.id, other.name] } AS nearby,
  COLLECT { UNWIND $people AS id MATCH (decision:Decision {one: id}) WHERE decision.by <> 'automatic'
    RETURN decision.other } AS decided,
  COLLECT { UNWIND $people AS id MATCH (decision:Decision {other: id}) WHERE decision.by <> 'automatic'
    RETURN decision.one } AS deciding
"""
Join = Mapping[str, Any]  # that a name is another one's person, as the relationship has it


@dataclass(frozen=True, slots=True)
class Changed:
    """What is to be written of it: joins and decisions that no longer hold, new ones, and the forms of names."""

    parted: list[Join] = field(default_factory=list)
    joined: list[Join] = field(default_factory=list)
    forms: list[Mapping[str, Any]] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    decided: list[Decision] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Settled:
    """The people looked at, who stands for whom, whose person is no longer what it was, and what is to be written."""

    people: frozenset[str]
    same: Mapping[str, str]
    moved: frozenset[str]
    changed: Changed


def settle(people: frozenset[str], known: Known) -> Settled:
    """Decide anew on people who have all with them that may be one of them. Pure."""
    claims = [claim for claim in known.claims.values() if not people.isdisjoint(people_of(claim))]
    made = [each for each in known.decisions.values() if each.by != AUTOMATIC]
    decided = decisions(claims, World(known.things), made)
    decided = tuple(each for each in decided if each.a in people and each.b in people)
    same = joined(decided, mentions(claims))
    before = [join for member, join in known.joins.items() if member in people]
    wanted: list[Join] = [{"member": member, "head": head, **_why(each)} for member, head, each in kept(decided, same)]
    parted = [row for row in before if row not in wanted]
    fresh = [row for row in wanted if row not in before]
    forms = _forms(claims, known.things, people & people_in(claims), same)
    return Settled(
        people, same, _moved(people, same, before), Changed(parted, fresh, forms, *_recorded(known, decided, same))
    )


def kin(transaction: ManagedTransaction, touched: Iterable[str]) -> frozenset[str]:
    """The people touched, those who may be one with them, and everybody joined to either."""
    found: set[str] = set()
    new = set(touched)
    while new:
        found |= new
        new = _around(transaction, new) - found
    return frozenset(found)


def _around(transaction: ManagedTransaction, people: set[str]) -> set[str]:
    """Everybody joined to the people or decided on with them; of the same name; or of a like one at their place."""
    (row,) = read(transaction, AROUND, people=sorted(people))
    mine: dict[str, set[str]] = defaultdict(set)
    for name in row["names"]:
        for key in surname_keys(name):
            mine[key].add(name)
    alike_there = {
        other
        for other, name in row["nearby"]
        if any(alike(name, each) for key in surname_keys(name) for each in mine.get(key, ()))
    }
    return {*row["joined"], *row["decided"], *row["deciding"], *row["same"]} | alike_there


def _why(decision: Decision) -> dict[str, Any]:
    return {"reason": decision.reason, "score": decision.score, "by": decision.by}


def _recorded(known: Known, decided: Iterable[Decision], same: Mapping[str, str]) -> tuple[list[str], list[Decision]]:
    """The decisions to take out and to keep; an unsure one is kept only while nothing else has settled the pair."""
    stored = known.decisions
    wanted = {
        each.id: each
        for each in decided
        if each.verdict != "unsure" or each.by != AUTOMATIC or same.get(each.a, each.a) != same.get(each.b, each.b)
    }
    stale = sorted(key for key, each in stored.items() if key not in wanted and each.by == AUTOMATIC)
    return stale, [each for key, each in wanted.items() if stored.get(key) != each]


def _forms(
    claims: Iterable[ClaimRecord], known: Mapping[str, Thing], people: Iterable[str], same: Mapping[str, str]
) -> list[Mapping[str, Any]]:
    """For each person every other form of name: as written of them, and of those that they were decided to be."""
    forms = {person: {known[person].name} for person in people if person in known}
    for claim in claims:
        if (person := claim.one("aboutPerson")) in forms and (written := claim.text("personAsWritten")):
            forms[str(person)].add(written)
    for member, head in same.items():
        if member in forms and head in forms:
            forms[head] |= forms[member]
    return [{"id": person, "names": sorted(told - {known[person].name})} for person, told in sorted(forms.items())]


def _moved(people: frozenset[str], same: Mapping[str, str], before: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Everybody whose group of names, or whose first name in it, is not what it was."""
    old = {row["member"]: row["head"] for row in before}
    groups = []
    for heads in (old, dict(same)):
        whose: dict[str, set[str]] = {}
        for person in people | old.keys():
            whose.setdefault(heads.get(person, person), set()).add(person)
        groups.append({person: (head, frozenset(group)) for head, group in whose.items() for person in group})
    return frozenset(person for person in groups[0] if groups[0][person] != groups[1].get(person))
