"""Short ways to write the claims that tests of facts and decisions work on."""

from collections.abc import Mapping
from dataclasses import replace

from graph.records import ClaimRecord, Source, Thing, World
from graph.terms import Value

DIRECTOR, MEMBER = "role/aldermere/director", "role/aldermere/member"
COUNCIL, TRUST = "council/aldermere", "trust/of-aldermere"


def _thing(entity_id: str) -> Thing:
    return Thing(entity_id, entity_id.rsplit("/", maxsplit=1)[-1].replace("-", " ").title())


def world(*people: str, **same: str) -> World:
    """A council with a sole post and a shared one, and people named by the tails of their ids."""
    things = {
        COUNCIL: Thing(COUNCIL, "Aldermere"),
        TRUST: Thing(TRUST, "Aldermere Trust"),
        DIRECTOR: Thing(DIRECTOR, "director at Aldermere", "director", sole=True, post_in=COUNCIL),
        MEMBER: Thing(MEMBER, "member at Aldermere", "member", sole=False, post_in=COUNCIL),
    }
    return World(things | {f"person/{each}": _thing(f"person/{each}") for each in people}, same)


def named(names: Mapping[str, str]) -> World:
    """The same council with people of given names, by the tails of their ids."""
    people = {f"person/{tail}": Thing(f"person/{tail}", name) for tail, name in names.items()}
    return World({**world().things, **people})


def in_document(document: str, claim: ClaimRecord, **told: str | bool | None) -> ClaimRecord:
    """The claim as one of a document; `told` may have its `published`, `publisher` and whether it `corrects`."""
    return replace(claim, source=Source(f"document/{document}", **told))  # type: ignore[arg-type]


def elsewhere(number: int, person: str, **properties: str | bool | float) -> ClaimRecord:
    """A claim of a director at another council."""
    made = tenure(number, person, "role/elsewhere/director", **properties)
    return replace(made, about={**made.about, "aboutOrganisation": ("council/elsewhere",)})


def tenure(number: int, person: str, role: str = DIRECTOR, **properties: str | bool | float) -> ClaimRecord:
    """A claim of a tenure; `as_of` and the like in the ontology's spelling."""
    about = {"aboutPerson": (f"person/{person}",), "aboutRole": (role,), "aboutOrganisation": (COUNCIL,)}
    said: dict[str, Value] = {"status": "held", "interim": False, "confidence": 0.8, **properties}
    return ClaimRecord(f"claim/{number:03}", "TenureClaim", said, about)


def inspection(number: int, kind: str = "inspection", **properties: str) -> ClaimRecord:
    """A claim of an inspection of the council."""
    said: dict[str, Value] = {"kind": kind, "confidence": 0.8, **properties}
    return ClaimRecord(f"claim/{number:03}", "InspectionClaim", said, {"aboutOrganisation": (COUNCIL,)})


def direction(number: int, kind: str, person: str | None = None, **properties: str) -> ClaimRecord:
    """A claim of a direction to the council."""
    about = {"aboutOrganisation": (COUNCIL,)} | ({"aboutPerson": (f"person/{person}",)} if person else {})
    said: dict[str, Value] = {"kind": kind, "confidence": 0.8, **properties}
    return ClaimRecord(f"claim/{number:03}", "DirectionClaim", said, about)


def trust(number: int, status: str, **properties: str) -> ClaimRecord:
    """A claim of the trust that serves the council."""
    about = {"aboutTrust": (TRUST,), "aboutCouncil": (COUNCIL,)}
    said: dict[str, Value] = {"status": status, "confidence": 0.8, **properties}
    return ClaimRecord(f"claim/{number:03}", "TrustClaim", said, about)
