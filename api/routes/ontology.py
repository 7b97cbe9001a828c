"""The ontology as it is."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from graph.ontology import ONTOLOGY_PATH


def router() -> APIRouter:
    """`/ontology`."""
    routes = APIRouter(tags=["ontology"])
    routes.get(
        "/ontology",
        summary="Classes, properties, concepts and shapes",
        operation_id="ontology",
        response_class=FileResponse,
        responses={200: {"content": {"text/turtle": {"schema": {"type": "string"}}}}},
    )(ontology)
    return routes


async def ontology() -> FileResponse:
    """The one source of every name in the graph: OWL, SKOS and SHACL, as Turtle."""
    return FileResponse(ONTOLOGY_PATH, media_type="text/turtle; charset=utf-8")
