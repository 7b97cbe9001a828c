"""The picture of what surrounds an entity, of a canned query's answer, or of what a search finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from api.dependencies import Graph, Limits
from api.negotiation import MEDIA_TYPES, chosen_format
from api.rendering import when
from api.settings import Settings
from graph.answer import BadParameter, answer
from graph.database import Database
from graph.lookup import entity
from graph.neighbourhood import Neighbourhood, neighbourhood
from graph.picture import POLICY, SERVED_POLICY, Served, drawing, picture, picture_data, svg
from graph.subjects import of_answer, of_search

READ_MOST = 2000  # nodes that are looked at, of which the most connected are drawn
SHOWN_DEPTHS = 3
OWN = ("query", "q", "depth", "download", "format")
Depth = Annotated[int, Query(ge=1, description="Steps around it.", examples=[1])]
Download = Annotated[
    bool, Query(description="As a file to keep or publish, which links only to the sources.", examples=[True])
]
FORMAT = {
    "name": "format",
    "in": "query",
    "description": "Instead of the Accept header: svg is the picture alone, json what the page draws and tells.",
    "schema": {"type": "string", "enum": ["html", "svg", "json"]},
    "example": "svg",
}
AS_A_FILE = {
    "name": "download",
    "in": "query",
    "description": "As a file to keep or publish, which links only to the sources.",
    "schema": {"type": "boolean", "default": False},
    "example": True,
}
EXTRA: dict[str, Any] = {"openapi_extra": {"parameters": [FORMAT]}}
EXTRA_OF: dict[str, Any] = {"openapi_extra": {"parameters": [AS_A_FILE, FORMAT]}}
CONTENT: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/html": {}, "image/svg+xml": {}, "application/json": {}}}
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a picture is of, with its title, the name of its file, and how many steps around it go."""

    title: str
    name: str
    around: Neighbourhood
    depth: int | None = None


def router() -> APIRouter:
    """`/graph` and `/graph/{id}`."""
    routes = APIRouter(tags=["graph"])
    routes.get(
        "/graph",
        summary="A picture of a query's answer or of what a search finds",
        operation_id="graph-of",
        response_class=HTMLResponse,
        responses=CONTENT,
        **EXTRA_OF,
    )(graph_of)
    routes.get(
        "/graph/{id:path}",
        summary="A picture of what surrounds an entity",
        operation_id="graph",
        response_class=HTMLResponse,
        responses=CONTENT,
        **EXTRA,
    )(graph)
    return routes


def graph(
    request: Request,
    db: Graph,
    limits: Limits,
    identity: Annotated[str, Path(alias="id", description="The entity's id.", examples=["council/E08000032"])],
    depth: Depth = 1,
    download: Download = False,
) -> Response:
    """One page: click a shape or a line for its facts and quotes, choose a day, take it away as one file."""
    _check(depth, limits)
    around = neighbourhood(db, identity, depth, READ_MOST)
    title = f"{entity(db, identity).name} and what surrounds it"
    return _respond(request, limits, Subject(title, identity, around, depth), download=download)


def graph_of(
    request: Request,
    db: Graph,
    limits: Limits,
    query: Annotated[
        str, Query(description="A canned query, with its own parameters beside it.", examples=["who-held"])
    ] = "",
    q: Annotated[str, Query(description="Words to search for, instead of a query.", examples=["walker"])] = "",
    depth: Depth = 1,
) -> Response:
    """The same page of the facts that a query's rows are, or of what surrounds those whose names have the words."""
    _check(depth, limits)
    if bool(query) == bool(q.strip()):
        raise BadParameter("query", "give a canned query with its parameters, or words to search for as q")
    subject = _of_query(request, db, query, limits) if query else _of_words(db, q.strip(), depth)
    return _respond(request, limits, subject, download=request.query_params.get("download") == "true")


def _of_query(request: Request, db: Database, query: str, limits: Settings) -> Subject:
    given = {name: value for name, value in request.query_params.items() if name not in OWN}
    if given.get("known_at"):
        raise BadParameter("known_at", "a picture is of what is known now; the rows of the query can be had as of then")
    answered = answer(db, query, given, limits.rows_most)
    asked = ", ".join(when(name) for name in answered.names.values())
    title = f"{answered.title}: {asked}" if asked else answered.title
    return Subject(title, query, of_answer(db, answered, READ_MOST))


def _of_words(db: Database, words: str, depth: int) -> Subject:
    return Subject(f"What “{words}” finds", f"search-{words}", of_search(db, words, depth, READ_MOST), depth)


def _check(depth: int, limits: Settings) -> None:
    if depth > limits.depth_most:
        raise BadParameter("depth", f"give a number of steps from 1 to {limits.depth_most}")


def _respond(request: Request, limits: Settings, subject: Subject, *, download: bool) -> Response:
    chosen = chosen_format(request, "html", "svg", "json")
    most = limits.nodes_most
    if chosen == "json":
        return JSONResponse(picture_data(drawing(subject.around, most), base=""), headers={"Vary": "Accept"})
    name = re.sub(r"[^A-Za-z0-9.]+", "-", subject.name).strip("-") or "picture"
    attached = {"Content-Disposition": f'attachment; filename="{name}.{chosen}"'} if download else {}
    if chosen == "svg":
        policy = "default-src 'none'; frame-ancestors *"
        headers = {"Content-Security-Policy": policy, "Vary": "Accept", **attached}
        return Response(
            svg(drawing(subject.around, most), subject.title), media_type=MEDIA_TYPES["svg"], headers=headers
        )
    page = picture(
        drawing(subject.around, most),
        subject.title,
        base=None if download else "",
        served=None if download else _served(request, subject),
    )
    policy = POLICY if download else SERVED_POLICY
    return HTMLResponse(page, headers={"Content-Security-Policy": policy, "Vary": "Accept", **attached})


def _served(request: Request, subject: Subject) -> Served:
    """The addresses beside a picture: its own, the file's, the SVG's, and those with other numbers of steps."""
    depths = range(1, SHOWN_DEPTHS + 1) if subject.depth else ()
    return Served(
        address=_with(request),
        download=_with(request, download="true"),
        svg=_with(request, format="svg", download="true"),
        depths=tuple((each, _with(request, depth=str(each)), each == subject.depth) for each in depths),
    )


def _with(request: Request, **parameters: str) -> str:
    url = request.url.remove_query_params(["download", "format"]).include_query_params(**parameters)
    return f"{url.path}?{url.query}" if url.query else url.path
