"""What the derivation of facts works on: claims and things as the graph holds them, and facts as they will be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce

from graph.edtf import Bounds, as_edtf, bounds
from graph.terms import Value

SUREST, LEAST_DOUBT = 0.99, 0.009  # how sure a fact can be; the doubt beneath which it is


@dataclass(frozen=True, slots=True)
class Source:
    """What facts need to know of a document: when it came out (EDTF), who published it, whether it corrects one."""

    id: str = ""
    published: str | None = None
    publisher: str | None = None
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim: `label` its class, `properties` by ontology name, `about` the ids that each about-property names."""

    id: str
    label: str
    properties: Mapping[str, Value] = field(default_factory=dict)
    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: Source = field(default_factory=Source)

    def __hash__(self) -> int:
        """By its id, so that what is made of claims can be kept by them; equal ones are equal in all they say."""
        return hash(self.id)

    def text(self, name: str) -> str | None:
        """A property as text, None where the claim does not say."""
        value = self.properties.get(name)
        return value if value is None or type(value) is str else str(value)

    def span(self, name: str) -> Bounds:
        """The days that a date property allows."""
        return bounds(self.text(name))

    def one(self, name: str) -> str | None:
        """The first id of an about-property, None where the claim names none."""
        found = self.about.get(name, ())
        return found[0] if len(found) == 1 else min(found, default=None)


@dataclass(frozen=True, slots=True)
class Thing:
    """What facts need to know of an entity; `sole` is whether a post has one holder at a time."""

    id: str
    name: str
    role_kind: str | None = None
    sole: bool = False
    post_in: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The keys that facts are derived for: posts of one holder; people at shared posts; bodies; trusts; people's names.

    `shared` has pairs of a post and the id that stands for a person.
    """

    posts: frozenset[str] = frozenset()
    shared: frozenset[tuple[str, str]] = frozenset()
    organisations: frozenset[str] = frozenset()
    trusts: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def has(self, claim: ClaimRecord, world: World) -> bool:
        """Whether a claim is about one of the keys, its people's names apart."""
        if claim.label == "TenureClaim":
            post, person = claim.one("aboutRole"), claim.one("aboutPerson")
            return post in self.posts or (post, world.canonical(person or "")) in self.shared
        if claim.label == "TrustClaim":
            return claim.one("aboutTrust") in self.trusts
        return claim.one("aboutOrganisation") in self.organisations


@dataclass(frozen=True, slots=True)
class FactRecord:
    """A fact: `links` are pairs of an ontology property and the id it leads to, `claims` the ids that support it."""

    id: str
    label: str
    properties: Mapping[str, Value]
    links: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]

    @property
    def name(self) -> str:
        """How the fact reads."""
        return str(self.properties["name"])


@dataclass(frozen=True, slots=True)
class World:
    """The things that claims are about, and for each name that was decided to be another's, whose."""

    things: Mapping[str, Thing] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)

    def canonical(self, entity_id: str) -> str:
        """The id that stands for an entity after all decisions."""
        return self.same.get(entity_id, entity_id)

    def thing(self, entity_id: str) -> Thing:
        """The entity, or one that is named by its id where nothing else is known."""
        return self.things.get(entity_id) or Thing(entity_id, entity_id.split("/", 1)[-1].replace("-", " "))


def fact(
    label: str,
    key: str,
    properties: Mapping[str, Value | None],
    links: Iterable[tuple[str, str]],
    claims: list[ClaimRecord],
) -> FactRecord:
    """A fact with what all facts have; its id depends on nothing but its key."""
    known = {name: value for name, value in properties.items() if value is not None}
    doubt, told = 1.0, ordered(claims)
    for claim in told:
        sure = claim.properties.get("confidence", 0.5)
        doubt *= 1 - (sure if isinstance(sure, float) else float(str(sure)))
        if doubt < LEAST_DOUBT:
            break  # the rest cannot make it surer than facts ever are
    common: dict[str, Value] = {"key": key, "claimCount": len(claims), "confidence": min(round(1 - doubt, 4), SUREST)}
    return FactRecord(
        _id_of(label, key),
        label,
        known | common,
        tuple(sorted(set(links))),
        tuple(sorted(claim.id for claim in claims) if len(told) < len(claims) else [claim.id for claim in told]),
    )


@lru_cache(maxsize=2_000)
def _id_of(label: str, key: str) -> str:
    return f"{label.lower()}/{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def ordered(claims: Iterable[ClaimRecord]) -> list[ClaimRecord]:
    """Claims by id, each once: so that the order in which they came never matters."""
    found = {claim.id: claim for claim in claims}
    return [found[key] for key in sorted(found)]


def dated(name: str, value: str | None) -> dict[str, Value | None]:
    """A date property with its bounds beside it."""
    span = bounds(value)
    return {name: value, f"{name}Earliest": span.earliest, f"{name}Latest": span.latest}


def agreed(values: Iterable[str | None]) -> str | None:
    """The tightest date that all allow; where two contradict each other, the shortest interval that has them all."""
    known = sorted({value for value in values if value}, key=lambda value: (bounds(value).days, value))
    spans = [bounds(value) for value in known]
    if not spans:
        return None
    if all(one.overlaps(other) for one in spans for other in spans):
        span = reduce(Bounds.meet, spans)
    else:
        span = reduce(Bounds.join, spans)
    return next((value for value in known if bounds(value) == span), as_edtf(span))
