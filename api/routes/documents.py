"""A document: its text with every quote marked, and the claims that were read from it."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from api.dependencies import Graph, Limits, Masked
from api.facts import claim_lines, properties
from api.formats import OF_ENTITY, graph_part
from api.highlighting import passed_over, segments
from api.models.documents import DocumentLine, DocumentModel, Documents
from api.negotiation import MEDIA_TYPES, chosen_format
from api.rendering import as_json, document_address, page
from graph.lookup import document as find_document
from graph.lookup import documents as find_documents
from graph.picture import web_address
from graph.quotes import one_line


def router() -> APIRouter:
    """`/documents` and `/documents/{id}`."""
    routes = APIRouter(tags=["documents"])
    routes.get(
        "/documents",
        summary="The documents",
        operation_id="documents",
        response_model=Documents,
        responses={200: {"content": {"text/html": {}}}},
    )(documents)
    routes.get(
        "/documents/{id:path}",
        summary="A document, its text and its claims",
        operation_id="document",
        response_model=DocumentModel,
        responses={200: {"content": {MEDIA_TYPES[each]: {} for each in OF_ENTITY if each != "json"}}},
    )(document)
    return routes


def documents(
    request: Request,
    db: Graph,
    limits: Limits,
    q: Annotated[str, Query(description="Words of the title, id or publisher.", examples=["bradford"])] = "",
    limit: Annotated[int, Query(ge=1, description="How many at most.", examples=[100])] = 100,
    cursor: Annotated[
        str, Query(description="The `next` of the page before.", examples=["document/2019-07_council_press"])
    ] = "",
) -> Response:
    """Every document with the number of its claims, page by page."""
    most = min(limit, limits.rows_most)
    found = find_documents(db, q, most + 1, cursor or None)
    following = found[most - 1]["id"] if len(found) > most else None
    lines = tuple(DocumentLine(**each, href=document_address(each["id"])) for each in found[:most])
    next_href = f"{request.url.path}?{request.url.include_query_params(cursor=following).query}" if following else None
    if chosen_format(request, "json", "html") == "json":
        headers = {"Link": f'<{next_href}>; rel="next"'} if next_href else {}
        return as_json(Documents(q=q, documents=lines, next=following), headers)
    return page(request, "documents.html.jinja", q=q, documents=lines, next_href=next_href)


def document(
    request: Request,
    db: Graph,
    mask: Masked,
    identity: Annotated[
        str,
        Path(
            alias="id",
            description="The document's id, with or without “document/”.",
            examples=["2019-07_council_press"],
        ),
    ],
) -> Response:
    """As JSON, as RDF, as a network, or as a page with the quotes marked in the text."""
    found = find_document(db, identity)
    chosen = chosen_format(request, *OF_ENTITY)
    if chosen == "json":
        return as_json(DocumentModel.model_validate(asdict(found)))
    if chosen != "html":
        facts = (fact for claim in found.claims for fact in claim["facts"])
        ids = [found.id, *(claim["id"] for claim in found.claims), *facts]
        return graph_part(db, ids, chosen, found.id.replace("/", "-"))
    text = str(found.properties.get("text") or "")
    over = passed_over(text, mask(text, str(found.properties.get("mediaType") or "")))
    return page(
        request,
        "document.html.jinja",
        title=one_line(found.properties.get("title") or found.id),
        properties=properties(found.properties),
        source=web_address(found.properties.get("url")),
        segments=segments(text, found.claims, over),
        passed_over=bool(over),
        claims=claim_lines(found),
    )
