"""The picture of what surrounds an entity."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse

from api.dependencies import Graph, Limits
from graph.answer import BadParameter
from graph.lookup import entity
from graph.neighbourhood import neighbourhood
from graph.picture import POLICY, picture


def router() -> APIRouter:
    """`/graph/{id}`."""
    routes = APIRouter(tags=["graph"])
    routes.get(
        "/graph/{id:path}",
        summary="A picture of what surrounds an entity",
        operation_id="graph",
        response_class=HTMLResponse,
    )(graph)
    return routes


def graph(
    db: Graph,
    limits: Limits,
    identity: Annotated[str, Path(alias="id", description="The entity's id.", examples=["council/E08000032"])],
    depth: Annotated[int, Query(ge=1, description="Steps from the entity.", examples=[1])] = 1,
    download: Annotated[
        bool, Query(description="As a file to keep or publish, which links only to the sources.", examples=[True])
    ] = False,
) -> HTMLResponse:
    """One HTML page that needs no network: click a shape or a line for its facts and quotes."""
    if depth > limits.depth_most:
        raise BadParameter("depth", f"give a number of steps from 1 to {limits.depth_most}")
    around = neighbourhood(db, identity, depth, limits.nodes_most)
    title = f"{entity(db, identity).name} and what surrounds it"
    headers = {"Content-Security-Policy": POLICY}
    if download:
        headers["Content-Disposition"] = f'attachment; filename="{identity.replace("/", "-")}.html"'
    return HTMLResponse(picture(around, title, base=None if download else ""), headers=headers)
