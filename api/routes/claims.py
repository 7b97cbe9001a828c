"""A claim: one document's word, with the selectors that find it again."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse, Response

from api.annotations import annotation
from api.dependencies import Graph
from api.formats import OF_ENTITY, graph_part
from api.models.documents import ClaimAnswer
from api.negotiation import MEDIA_TYPES, chosen_format
from api.rendering import as_json, document_address
from graph.lookup import claim as find_claim


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
    """As JSON with a Web Annotation, as RDF or as a network; a browser is led to the words in the document."""
    found = find_claim(db, identity)
    chosen = chosen_format(request, *OF_ENTITY)
    if chosen == "html":
        place = document_address(found.document["id"], found.claim["id"])
        return RedirectResponse(place, 303, headers={"Vary": "Accept"})
    if chosen == "json":
        told = {**found.claim, "document": found.document, "annotation": annotation(found)}
        return as_json(ClaimAnswer.model_validate(told))
    return graph_part(db, [found.claim["id"]], chosen, found.claim["id"].replace("/", "-"))
