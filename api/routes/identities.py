"""What an identity of the graph leads to: https://w3id.org/whoheld/id/… names a thing, and this says where it is told.

A thing in the world is no document: the answer is “see other” (303), to its page or its data (Cool URIs, W3C).
"""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse

from api.rendering import place_of


def router() -> APIRouter:
    """`/id/{id}`."""
    routes = APIRouter(tags=["entities"])
    routes.get(
        "/id/{id:path}",
        summary="Where a thing is told of",
        operation_id="identity",
        status_code=303,
        response_class=RedirectResponse,
    )(identity)
    return routes


def identity(
    request: Request,
    identity: Annotated[str, Path(alias="id", description="The thing's id.", examples=["council/E08000032"])],
) -> RedirectResponse:
    """To the entity, document or claim, in the format that the request asks for."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(place_of(identity) + query, 303, headers={"Vary": "Accept"})
