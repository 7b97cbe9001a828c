"""The whole graph as a file, sent while it is read."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse

from api.access import needs
from api.dependencies import Graph
from api.formats import RDF
from graph.dataset import MEDIA_TYPES
from graph.export import export

MEANINGS = {
    "ttl": "Turtle. It knows no named graphs, so which document says what is in the claims alone.",
    "nq": "N-Quads: each document and its claims in a named graph, what they support in the default graph. "
    "`whoheld ingest` puts it back.",
    "jsonld": "JSON-LD with named graphs, one value.",
    "graphml": "GraphML for Gephi, yEd, R or networkx: every node and relationship, without the documents' texts.",
}


def router() -> APIRouter:
    """`/export.ttl`, `.nq`, `.jsonld` and `.graphml`."""
    routes = APIRouter(tags=["dataset"])
    for suffix, media_type in MEDIA_TYPES.items():
        routes.get(
            f"/export.{suffix}",
            summary=f"The whole graph ({suffix})",
            description=MEANINGS[suffix],
            operation_id=f"export_{suffix}",
            response_class=StreamingResponse,
            responses={200: {"content": {media_type: {}}}},
        )(_dump(suffix, media_type))
    return routes


def _dump(suffix: str, media_type: str) -> Callable[..., StreamingResponse]:
    def dump(db: Graph, _: Annotated[None, Depends(needs("read"))]) -> StreamingResponse:
        headers = {"Content-Disposition": f'attachment; filename="whoheld.{suffix}"'}
        return StreamingResponse(export(db, RDF.get(suffix, suffix)), media_type=media_type, headers=headers)

    return dump
