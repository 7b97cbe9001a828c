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
from graph.likeness import name_key, words
from graph.model import Claim, Document, Entity, Reading, ResolvedClaim, TrustStatement
from graph.ontology import concepts
from graph.resolve import sphere_of
from ingest.registers import Council, register

TRUST_WORDS = re.compile(r"\b(trust|community interest company|children first|achieving for children)\b", re.IGNORECASE)
BODY_WORDS = re.compile(
    r"\b(nhs|hospital|police|constabulary|department|ministry|ofsted|commission|academy|school|college|university|"
    r"service|group|board|partnership|party|association|union|agency|government|charity|foundation|ltd|limited|plc)\b",
    re.IGNORECASE,
)
COUNCIL_WORDS = re.compile(
    r"\b(the|london borough of|royal borough of|city of|borough|city|county|district|metropolitan|council|"
    r"unitary|authority|mbc|mdc|cc)\b",
    re.IGNORECASE,
)
COUNCIL = re.compile(r"\bcouncil\b", re.IGNORECASE)
UNNAMED = re.compile(r"(the )?(uk |british |central )?(government|ministers?|whitehall|officials)", re.IGNORECASE)
EDUCATION = re.compile(
    r"(the )?(education secretary|secretary of state for education|children.s minister)", re.IGNORECASE
)
OFFICE = re.compile(  # of a minister of the Crown, told by its field: not a union's or a company's secretary
    r"(the )?((communities|children.s|schools|home|health|justice|housing|local government|levelling up) secretary|"
    r"secretary of state for [\w', -]+|(children.s|schools|education|communities|local government|housing|home office|"
    r"health|prime) minister|minister for [\w', -]+|chancellor of the exchequer)",
    re.IGNORECASE,
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
    told = tuple(claims)
    resolved = tuple(
        ResolvedClaim(
            claim=claim.model_copy(update={"document": home}), about=_about(_in_office(claim, told), found, on)
        )
        for claim in told
    )
    return Reading(
        document=document.model_copy(update={"id": home}),
        claims=resolved,
        entities=tuple(found[key] for key in sorted(found)),
    )


def _successors(entity: Entity) -> Iterator[Entity]:
    """The councils that took the place of one, and of those in turn."""
    for council_id in entity.successors:
        council = register().get(council_id)
        if council:
            after = _registered(council, council.name)
            yield from (after, *_successors(after))


def _in_office(claim: Claim, claims: Iterable[Claim]) -> Claim:
    """The claim with the body for which an issuer acts who is a person that the document tells the office of."""
    issuer = claim.statement.issuer if claim.statement.type == "direction" else None
    if not issuer:
        return claim
    for other in claims:
        told = other.statement
        body = employer_of(told.role, told.org) if told.type == "tenure" else None
        if told.type == "tenure" and body and words(told.person)[-2:] == words(issuer)[-2:]:
            return claim.model_copy(update={"statement": claim.statement.model_copy(update={"issuer": body})})
    return claim


def employer_of(role: str, org: str | None) -> str | None:
    """The body in which a post is: as told, or, of a minister whose department is not told, the one that has it."""
    if org or not (EDUCATION.fullmatch(role) or OFFICE.fullmatch(role)):
        return org
    return "Department for Education" if EDUCATION.fullmatch(role) else "HM Government"


def _about(claim: Claim, found: dict[str, Entity], on: str | None) -> dict[str, tuple[str, ...]]:
    about: dict[str, tuple[str, ...]] = {}
    for name, entity in _mentions(claim, on):
        _remember(entity, found)
        for after in _successors(entity):
            _remember(after, found)
        if name:
            about[name] = tuple(dict.fromkeys((*about.get(name, ()), entity.id)))
    return about


def _mentions(claim: Claim, on: str | None) -> Iterator[tuple[str, Entity]]:
    """Pairs of the ontology's property and the entity that a claim's statement has for it; no property for one that
    is only named in passing, as inspectors' own body."""
    statement = claim.statement
    if statement.type == "tenure":
        body = employer_of(statement.role, statement.org)
        employer = organisation(body, on) if body else None
        yield "aboutPerson", person(statement.person, employer, statement.role, claim.document)
        if employer:
            yield "aboutOrganisation", employer
            yield "aboutRole", post(canonical(statement.role), employer)
    elif statement.type == "inspection":
        yield "aboutOrganisation", organisation(statement.org, on)
        if statement.inspector:
            yield "", _body("Ofsted")
        yield from (("aboutInspector", person(name, _body("Ofsted"), "inspector")) for name in statement.inspector)
    elif statement.type == "direction":
        addressee = organisation(statement.org, on)
        yield "aboutOrganisation", addressee
        if statement.issuer and not UNNAMED.fullmatch(statement.issuer):
            yield "aboutIssuer", issuer(statement.issuer, on)
        if statement.person:
            yield "aboutPerson", person(statement.person, addressee)
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


def person(name: str, employer: Entity | None, role: str | None = None, document: str = "") -> Entity:
    """A person as named at one organisation, or, where none is told, in one document.

    That two of them are one person is decided in the graph (`graph.resolve`); a councillor and an officer of one name
    at one council are two.
    """
    where = f"of-{_tail(employer)}" if employer else f"in-{slug(document)}"
    title = "councillor-" if sphere_of(role) == "member" else ""
    known: dict[str, str | int | bool] = {"nameKey": name_key(name)}
    known |= {"namedAt": employer.id} if employer else {}
    person_id = f"person/{title}{name_key(name)}-{where}"
    return Entity(id=person_id, label="Person", name=_untitled(name), names=(name,), properties=known)


def _tail(employer: Entity) -> str:
    """An organisation in the id of a person: a council of the register goes by its place."""
    return slug(COUNCIL.sub("", employer.name)) if "gssCode" in employer.properties else employer.id.split("/", 1)[1]


def _untitled(name: str) -> str:
    """A name without Cllr, Dr and the like before it, unless it would be left with one word."""
    bare = re.sub(
        r"^((mrs?|ms|miss|dr|cllr|coun|councillor|sir|dame|professor|prof)\.?\s+)+", "", name, flags=re.IGNORECASE
    )
    return bare if " " in bare else name


def trust(name: str) -> Entity:
    """A children's trust or council company by name; the same words in another order name the same one."""
    bare = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    return Entity(id=f"trust/{'-'.join(sorted(slug(bare).split('-')))}", label="Trust", name=bare)


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
    return Entity(
        id=council.id,
        label="Council",
        name=council.name,
        names=names,
        properties=properties,
        successors=council.successors,
    )


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


def canonical(role: str) -> str:
    """A role by the notation of the ontology's concept that has such a label, or else as it is."""
    return _labels().get(" ".join(role.lower().replace("’", "'").split()), role)


@cache
def _labels() -> dict[str, str]:
    return {
        label.lower(): concept.notation
        for concept in concepts("role")
        for label in (*concept.alternatives, concept.label, concept.notation)
    }


@cache
def _sole_roles() -> frozenset[str]:
    return frozenset(concept.notation for concept in concepts("role") if concept.sole_holder)
