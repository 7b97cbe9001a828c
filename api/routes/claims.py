"""A claim: one document's word, with the selectors that find it again."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from api.annotations import annotation
from api.dependencies import Graph
from api.facts import claim_line
from api.formats import OF_ENTITY, graph_part
from api.highlighting import surroundings
from api.models.documents import ClaimAnswer
from api.negotiation import MEDIA_TYPES, chosen_format
from api.rendering import as_json, page
from api.saying import sureness
from graph.database import Database
from graph.lookup import ClaimPage, named
from graph.lookup import claim as find_claim
from graph.picture import web_address


def router() -> APIRouter:
    """`/claims/{id}`."""
    routes = APIRouter(tags=["documents"])
    routes.get(
        "/claims/{id:path}",
        summary="A claim and its place in its document",
        operation_id="claim",
        response_model=ClaimAnswer,
        responses={200: {"content": {MEDIA_TYPES[each]: {} for each in OF_ENTITY if each != "json"}}},
    )(claim)
    return routes


def claim(
    request: Request,
    db: Graph,
    identity: Annotated[
        str,
        Path(alias="id", description="The claim's id, with or without “claim/”.", examples=["0f3a5b7c9d1e2f40"]),
    ],
) -> Response:
    """As JSON with a Web Annotation, as RDF, as a network, or as a page with the words in their paragraph."""
    found = find_claim(db, identity)
    chosen = chosen_format(request, *OF_ENTITY)
    if chosen == "html":
        return _page(request, db, found)
    if chosen == "json":
        told = {**found.claim, "document": found.document, "annotation": annotation(found)}
        return as_json(ClaimAnswer.model_validate(told))
    return graph_part(db, [found.claim["id"]], chosen, found.claim["id"].replace("/", "-"))


def _page(request: Request, db: Database, found: ClaimPage) -> Response:
    """The quote once, in its paragraph, with what it is taken to say, by whom and how surely."""
    told = found.claim["properties"]
    before, after = surroundings(found.text, int(told["startOffset"]), int(told["endOffset"]))
    return page(
        request,
        "claim.html.jinja",
        claim=found.claim,
        line=claim_line(found.claim),
        before=before,
        after=after,
        document=found.document,
        source=web_address(found.document.get("url")),
        sureness=sureness(float(told.get("confidence") or 0)),
        facts=named(db, found.claim["facts"]),
    )
