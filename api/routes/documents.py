"""A document: its text with every quote marked, and the claims that were read from it."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from api.dependencies import Graph
from api.facts import claim_lines, properties
from api.highlighting import segments
from api.models import DocumentModel
from api.negotiation import chosen_format
from api.rendering import as_json, page
from graph.lookup import document as find_document
from graph.picture import web_address
from graph.quotes import one_line


def router() -> APIRouter:
    """`/documents/{id}`."""
    routes = APIRouter(tags=["documents"])
    routes.get(
        "/documents/{id:path}",
        summary="A document, its text and its claims",
        operation_id="document",
        response_model=DocumentModel,
        responses={200: {"content": {"text/html": {}}}},
    )(document)
    return routes


def document(
    request: Request,
    db: Graph,
    identity: Annotated[
        str,
        Path(
            alias="id",
            description="The document's id, with or without “document/”.",
            examples=["2019-07_council_press"],
        ),
    ],
) -> Response:
    """As JSON, or as a page with the quotes marked in the text."""
    found = find_document(db, identity)
    if chosen_format(request, "json", "html") == "json":
        return as_json(DocumentModel.model_validate(asdict(found)))
    return page(
        request,
        "document.html.jinja",
        title=one_line(found.properties.get("title") or found.id),
        properties=properties(found.properties),
        source=web_address(found.properties.get("url")),
        segments=segments(str(found.properties.get("text") or ""), found.claims),
        claims=claim_lines(found),
    )
