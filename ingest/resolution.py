"""From names in claims to the entities they stand for: councils by the register, people, trusts, bodies and posts.

A pure step: the same document and claims always give the same reading. Whether two people of different documents are
one is not decided here but by recorded decisions in the graph (`graph.resolve`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from graph.edtf import bounds
from graph.model import Claim, Document, Entity, Reading, ResolvedClaim, TrustStatement
from graph.ontology import concepts
from ingest.registers import Council, register

TRUST_WORDS = re.compile(r"\b(trust|community interest company|children first|achieving for children)\b", re.IGNORECASE)
BODY_WORDS = re.compile(
    r"\b(nhs|hospital|police|constabulary|department|ministry|ofsted|commission|academy|school|college|university|"
    r"service|group|board|partnership|party|association|union|agency|charity|foundation|ltd|limited|plc)\b",
    re.IGNORECASE,
)
COUNCIL_WORDS = re.compile(
    r"\b(the|london borough of|royal borough of|city of|borough|city|county|district|metropolitan|council|"
    r"unitary|authority|mbc|mdc|cc)\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(r"(the )?(uk |british |central )?(government|ministers?|whitehall|officials)", re.IGNORECASE)
EDUCATION = re.compile(
    r"(the )?(education secretary|secretary of state for education|children.s minister)", re.IGNORECASE
)
SAME_BODY = {"dfe": "Department for Education", "department of education": "Department for Education"}


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, apostrophes dropped: the readable tail of an id."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "unnamed"


def resolve(document: Document, claims: Iterable[Claim]) -> Reading:
    """Name the entities that a document's claims are about, each once, with every form of name that was seen.

    From here on the document, too, goes by its id in the graph.
    """
    found: dict[str, Entity] = {}
    home = f"document/{document.id}"
    day = bounds(document.published).earliest
    on = day.isoformat() if day else None
    resolved = tuple(
        ResolvedClaim(claim=claim.model_copy(update={"document": home}), about=_about(claim, found, on))
        for claim in claims
    )
    return Reading(
        document=document.model_copy(update={"id": home}),
        claims=resolved,
        entities=tuple(found[key] for key in sorted(found)),
    )


def _about(claim: Claim, found: dict[str, Entity], on: str | None) -> dict[str, tuple[str, ...]]:
    about: dict[str, tuple[str, ...]] = {}
    for name, entity in _mentions(claim, on):
        _remember(entity, found)
        about[name] = tuple(dict.fromkeys((*about.get(name, ()), entity.id)))
    return about


def _mentions(claim: Claim, on: str | None) -> Iterator[tuple[str, Entity]]:
    """Pairs of the ontology's property and the entity that a claim's statement has for it."""
    statement = claim.statement
    if statement.type == "tenure":
        yield "aboutPerson", person(statement.person)
        if statement.org:
            employer = organisation(statement.org, on)
            yield "aboutOrganisation", employer
            yield "aboutRole", post(statement.role, employer)
    elif statement.type == "inspection":
        yield "aboutOrganisation", organisation(statement.org, on)
        yield from (("aboutInspector", person(name)) for name in statement.inspector)
    elif statement.type == "direction":
        yield "aboutOrganisation", organisation(statement.org, on)
        if statement.issuer and not UNNAMED.fullmatch(statement.issuer):
            yield "aboutIssuer", issuer(statement.issuer, on)
        if statement.person:
            yield "aboutPerson", person(statement.person)
    else:
        yield from _of_trust(statement, on)


def _of_trust(statement: TrustStatement, on: str | None) -> Iterator[tuple[str, Entity]]:
    councils = [organisation(name, on) for name in statement.councils]
    yield from (("aboutCouncil", each) for each in councils)
    if statement.name:
        yield "aboutTrust", trust(statement.name)
    elif councils:
        tails = "-".join(council.id.removeprefix("council/") for council in councils)
        names = " and ".join(council.name for council in councils)
        yield "aboutTrust", Entity(id=f"trust/of-{tails}", label="Trust", name=f"children’s trust of {names}")


def _remember(entity: Entity, found: dict[str, Entity]) -> None:
    known = found.get(entity.id)
    names = dict.fromkeys((*(known.names if known else ()), *entity.names, entity.name))
    chosen = known or entity
    found[entity.id] = chosen.model_copy(update={"names": tuple(name for name in names if name != chosen.name)})


def person(name: str) -> Entity:
    """A person by full name; one name is one person until a decision says otherwise."""
    return Entity(id=f"person/{slug(name)}", label="Person", name=name)


def trust(name: str) -> Entity:
    """A children's trust or council company by name."""
    bare = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    return Entity(id=f"trust/{slug(bare)}", label="Trust", name=bare)


def organisation(name: str, on: str | None = None) -> Entity:
    """A council by the register, a trust or body by its name, or a council that the register does not know.

    `on` is a day (YYYY-MM-DD) that tells an abolished council from the one that bears its name today.
    """
    council = register().find(name, on)
    if council:
        return _registered(council, name)
    if BODY_WORDS.search(name) or name.lower() in SAME_BODY:
        return _body(name)
    if TRUST_WORDS.search(name):
        return trust(name)
    bare = " ".join(COUNCIL_WORDS.sub(" ", name).split()) or name
    return Entity(id=f"council/{slug(bare)}", label="Council", name=name)


def issuer(name: str, on: str | None = None) -> Entity:
    """Who directs: a minister acts for the department; only a council by the register is one."""
    if EDUCATION.fullmatch(name):
        return _body("Department for Education")
    council = register().find(name, on)
    return _registered(council, name) if council else _body(name)


def _registered(council: Council, written: str) -> Entity:
    known = {"gssCode": council.gss, "validFrom": council.valid_from, "validTo": council.valid_to}
    properties: dict[str, str | int | bool] = {key: str(value) for key, value in known.items() if value}
    names = tuple(dict.fromkeys((*council.names, written)))
    return Entity(id=council.id, label="Council", name=council.name, names=names, properties=properties)


def _body(name: str) -> Entity:
    full = SAME_BODY.get(name.lower(), re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))
    if re.search(r"children.s (services )?trust", full, re.IGNORECASE):
        return trust(full)
    return Entity(id=f"organisation/{slug(full)}", label="Organisation", name=full)


def post(role: str, employer: Entity) -> Entity:
    """A role at one organisation; whether it has one holder at a time comes from the ontology's role scheme."""
    tail = employer.id if employer.label == "Organisation" else employer.id.split("/", 1)[1]
    return Entity(
        id=f"role/{tail.replace('/', '-')}/{slug(role)}",
        label="Role",
        name=f"{role} at {employer.name}",
        properties={"roleKind": role, "soleHolder": role in _sole_roles(), "postIn": employer.id},
    )


@cache
def _sole_roles() -> frozenset[str]:
    return frozenset(concept.notation for concept in concepts("role") if concept.sole_holder)
