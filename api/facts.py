"""An entity's properties and a document's claims in words, as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.highlighting import anchor
from api.queries import Link
from api.rendering import address, place_of, when, words
from api.saying import from_to
from graph.catalogue import catalogue
from graph.lookup import DocumentPage, EntityPage
from graph.ontology import names

UNSHOWN = frozenset(
    ("id", "name", "key", "text", "claimCount", "confidence", "title", "sha256", "source", "url", "postIn", "nameKey")
)
CALLED = {
    "alternativeName": "also called",
    "gssCode": "GSS code",
    "publishedBasis": "dated by",
    "roleKind": "kind of post",
    "soleHolder": "one holder at a time",
}
CLAIMS = {
    "TenureClaim": "Post",
    "InspectionClaim": "Inspection",
    "DirectionClaim": "Direction",
    "TrustClaim": "Trust",
}


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in the list beside its document's text; `facts` are the pages of what it supports."""

    anchor: str
    title: str
    note: str
    links: tuple[Link, ...]
    href: str
    facts: tuple[str, ...]


def offers(page: EntityPage) -> tuple[Link, ...]:
    """The queries that take an entity of this class, each once."""
    classes = names().labels.get(page.label, (page.label,))
    found = (
        Link(query.title, address(query.name, "queries", **{parameter.name: page.id}))
        for query in catalogue().values()
        for parameter in query.parameters
        if (parameter.required and parameter.class_ in classes)
        or (parameter.class_ == "Entity" and "Entity" in classes)
    )
    return tuple({offer.text: offer for offer in reversed(tuple(found))}.values())[::-1]


def properties(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What there is to say of an entity or a document beside its name, dates in words."""
    return tuple(
        (CALLED.get(name) or words(name), _text(value))
        for name, value in sorted(values.items())
        if value not in (None, "", [], False) and name not in UNSHOWN and not name.endswith(("Earliest", "Latest"))
    )


def claim_lines(page: DocumentPage) -> tuple[ClaimLine, ...]:
    """The document's claims in the text's order."""
    return tuple(claim_line(claim) for claim in page.claims)


def claim_line(claim: Mapping[str, Any]) -> ClaimLine:
    """A claim in a few words, with links to what it is about and to the facts that it supports, disputes last."""
    facts = sorted(claim["facts"], key=lambda each: (str(each).startswith("conflict/"), each))
    return ClaimLine(
        anchor(claim["id"]),
        CLAIMS.get(claim["label"], words(claim["label"])),
        _claim_note(claim["properties"]),
        tuple(Link(str(each["name"] or each["id"]), address(each["id"])) for each in _distinct(claim["about"])),
        place_of(claim["id"]),
        tuple(address(each) for each in facts),
    )


def _distinct(about: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What a claim is about, the person first; its organisation only where no post at it says the same."""
    ordered = sorted(about, key=lambda each: each["relation"] != "ABOUT_PERSON")
    post = any(each["relation"] == "ABOUT_ROLE" for each in ordered)
    told = {each["id"]: each for each in ordered if not (post and each["relation"] == "ABOUT_ORGANISATION")}
    return list(told.values())


def _claim_note(values: Mapping[str, Any]) -> str:
    attested = f"in post {when(values['asOf'])}" if values.get("asOf") and not values.get("start") else ""
    parts = [
        from_to(values),
        attested,
        "interim" if values.get("interim") else "",
        *(_text(values.get(name)) for name in ("kind", "judgement", "status")),
        f"report published {when(values['published'])}" if values.get("published") else "",
    ]
    return ", ".join(part for part in parts if part)


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_text(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return when(value).replace("_", " ") if value is not None else ""
