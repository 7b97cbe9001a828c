"""All that deriving anew must know of the graph, read in one round trip: the claims about some keys, the things that
these are about, who was joined to whom, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from neo4j import ManagedTransaction
from rdflib import XSD

from graph.ontology import names
from graph.records import ClaimRecord, Source, Thing
from graph.resolve import Decision
from graph.stored import ABOUT_TYPES, names_of_types, people_in

OF_NO_USE = frozenset(  # to facts
    "startOffset endOffset page method methodVersion organisationAsWritten roleAsWritten issuerAsWritten "
    "inspectorAsWritten councilAsWritten".split()
)


def _said_by(label: str) -> tuple[str, ...]:
    """What facts need of claims of a class: days beside an EDTF date say no more than it does, and cost much to read;
    so do the words, but for those of a visit, which tell what its date is of."""
    said = [each for each in names().properties.values() if {label, "Claim"} & set(each.domain)]
    unused = OF_NO_USE if label == "InspectionClaim" else OF_NO_USE | {"quote"}
    return tuple(sorted(each.name for each in said if each.datatype != XSD.date and each.name not in unused))


SAYING = {label: _said_by(label) for label, above in sorted(names().labels.items()) if above[1:] == ("Claim",)}
SAID = " ".join(  # values without their names, which would be read anew with each claim
    f"WHEN claim:{label} THEN ['{label}', {', '.join(f'claim.{name}' for name in said)}]"
    for label, said in SAYING.items()
)
JOIN = ("member", "head", "reason", "score", "by")
REACHED = f"""
CALL () {{
  CALL () {{
    UNWIND $given.people AS id
    MATCH (:Person {{id: id}})<-[:ABOUT_PERSON|ABOUT_INSPECTOR]-(claim:Claim)
    RETURN claim
    UNION
    UNWIND $given.posts AS id
    MATCH (:Role {{id: id, soleHolder: true}})<-[:ABOUT_ROLE]-(claim:TenureClaim)
    RETURN claim
    UNION
    UNWIND $given.bodies AS id
    MATCH (:Organisation {{id: id}})<-[:ABOUT_ORGANISATION]-(claim:InspectionClaim|DirectionClaim)
    RETURN claim
    UNION
    UNWIND $given.trusts AS id
    MATCH (:Entity {{id: id}})<-[:ABOUT_TRUST]-(claim:TrustClaim)
    RETURN claim
  }}
  RETURN collect(claim) AS found
}}
CALL (found) {{
  UNWIND found AS claim
  RETURN collect([claim.id, CASE {SAID} END]) AS claims
}}
CALL (found) {{
  UNWIND range(0, size(found) - 1) AS place
  WITH found[place] AS claim, place
  MATCH (claim)-[about:STATED_IN|{ABOUT_TYPES}]->(thing)
  WITH thing, type(about) AS kind, collect(place) AS places
  RETURN collect([kind, thing.id, places]) AS about, collect(DISTINCT thing) AS near
}}
CALL (near) {{
  CALL (near) {{
    UNWIND near AS thing
    RETURN thing
    UNION
    UNWIND $given.things AS id
    MATCH (thing:Entity {{id: id}})
    RETURN thing
  }}
  RETURN collect(thing) AS things
}}
CALL (things) {{
  UNWIND things AS person
  MATCH (person:Person)-[edge:SAME_AS]->(head:Person)
  RETURN collect([person.id, head.id, edge.reason, edge.score, edge.by, head.name]) AS joins
}}
RETURN claims, about, joins,
  [each IN things WHERE each:Document | [each.id, each.published, each.publisher, each.corrects]] AS documents,
  [each IN things WHERE each:Entity | [each.id, each.name, each.roleKind, coalesce(each.soleHolder, false),
    [(each)-[:POST_IN]->(organisation:Organisation) | organisation.id]]] AS things,
  COLLECT {{
    MATCH (decision:Decision) WHERE decision.one IN $given.people AND decision.other IN $given.people
    RETURN [decision.id, decision.one, decision.other, decision.verdict, decision.reason, decision.score, decision.by]
  }} AS decisions
"""


@dataclass(frozen=True, slots=True)
class Keys:
    """Ids of what claims are looked up by, and of `things` to know even where no claim is about them any more."""

    people: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    trusts: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()

    def beyond(self, other: Keys) -> Keys:
        """Those that another one does not have."""
        return Keys(*(getattr(self, each.name) - getattr(other, each.name) for each in fields(self)))

    def __bool__(self) -> bool:
        """Whether there can be claims about them."""
        return bool(self.people or self.posts or self.bodies or self.trusts)


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph holds: claims, things, whose person each name was joined to and why, and decisions, by id."""

    claims: Mapping[str, ClaimRecord]
    things: Mapping[str, Thing]
    joins: Mapping[str, Mapping[str, Any]]
    decisions: Mapping[str, Decision]

    def __or__(self, other: Known) -> Known:
        return Known(
            {**self.claims, **other.claims},
            {**self.things, **other.things},
            {**self.joins, **other.joins},
            {**self.decisions, **other.decisions},
        )


def keys_of(claims: Iterable[ClaimRecord], people: Iterable[str] = ()) -> Keys:
    """The keys that claims are about, with some people in the place of those whom they name."""
    told = list(claims)
    return Keys(
        frozenset(people),
        _named(told, "aboutRole"),
        _named((each for each in told if each.label in ("InspectionClaim", "DirectionClaim")), "aboutOrganisation"),
        _named(told, "aboutTrust"),
        frozenset(target for claim in told for targets in claim.about.values() for target in targets) | people_in(told),
    )


def reached(transaction: ManagedTransaction, keys: Keys) -> Known:
    """All claims about the keys, and what goes with them; about a post that several may hold those of the people."""
    given = {each.name: sorted(getattr(keys, each.name)) for each in fields(keys)}
    given["things"] = sorted(keys.things | keys.people)
    row = transaction.run(REACHED, given=given).single(strict=True)
    sources = {each[0]: Source(each[0], each[1], each[2], bool(each[3])) for each in row["documents"]}
    heads = {each[1]: Thing(each[1], each[5]) for each in row["joins"]}
    return Known(
        {each.id: each for each in _claims(row["claims"], row["about"], sources)},
        {**heads, **{each[0]: _thing(*each) for each in row["things"]}},
        {each[0]: dict(zip(JOIN, each[:5], strict=True)) for each in row["joins"]},
        {each[0]: Decision(*each[1:]) for each in row["decisions"]},
    )


def _named(claims: Iterable[ClaimRecord], about: str) -> frozenset[str]:
    return frozenset(found for claim in claims if (found := claim.one(about)))


def _thing(key: str, name: str, role_kind: str | None, sole: bool, post_in: list[str]) -> Thing:
    return Thing(key, name, role_kind, sole, min(post_in, default=None))


def _claims(told: list[Any], links: list[Any], sources: Mapping[str, Source]) -> Iterator[ClaimRecord]:
    """Claims of their ids and values, and of what each kind of link leads to from the places of some of them."""
    about: list[dict[str, tuple[str, ...]]] = [{} for _ in told]
    stated = [Source() for _ in told]
    for kind, target, places in sorted(links):
        if kind == "STATED_IN":
            for place in places:
                stated[place] = sources[target]
            continue
        name, alone = names_of_types()[kind], (target,)
        for place in places:
            others = about[place].get(name)
            about[place][name] = (*others, target) if others else alone
    for (key, (label, *said)), things, source in zip(told, about, stated, strict=True):
        properties = {name: value for name, value in zip(SAYING[label], said, strict=True) if value is not None}
        yield ClaimRecord(key, label, properties, things, source)
