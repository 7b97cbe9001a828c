"""The application: routes made from the catalogue, one shape of errors, pages and their stylesheet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api.cross_origin import CrossOrigin
from api.dependencies import Mask, as_it_is
from api.errors import add_error_handlers
from api.freshness import Freshness
from api.limits import RequestLimits
from api.models.problems import Problem
from api.observing import Measures, Observing
from api.rendering import STATIC
from api.routes import (
    about,
    ask,
    claims,
    cypher,
    decisions,
    docs,
    documents,
    entities,
    export,
    graph,
    health,
    identities,
    metrics,
    ontology,
    queries,
    reconcile,
    start,
)
from api.security import SecurityHeaders
from api.settings import Settings
from graph.database import Database
from graph.ontology import ontology as ontology_graph

DESCRIPTION = (
    "Who held which post, which council was inspected with what result, and which direction followed. Every row "
    "carries its dates as known (EDTF) and the words of the documents that state it. Names are resolved as people "
    "write them; an unknown one is answered with the nearest, an ambiguous one with the choices."
)
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": description}
    for status, description in {
        400: "The request can't be read.",
        403: "Something that needs a key, without one that opens it.",
        404: "Unknown: the nearest names are in `choices`.",
        406: "What is asked for can't be had in this format.",
        409: "Ambiguous: `choices` has what the name can be.",
        413: "The body of the request is too large.",
        414: "The address is too long.",
        415: "The body is of a kind that is not taken here.",
        422: "A parameter can't be used: `errors` says which and what is accepted.",
        429: "Too many requests of one client: `Retry-After` says in how many seconds to ask again.",
        503: "The database does not answer.",
    }.items()
}


class Application(FastAPI):
    """FastAPI, whose OpenAPI document says that errors are problem documents."""

    def openapi(self) -> dict[str, Any]:
        """The document, in which each error has RFC 9457's media type, or is a page for a browser."""
        schema = super().openapi()
        described = {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}},
            "text/html": {"schema": {"type": "string"}},
        }
        operations = (operation for methods in schema["paths"].values() for operation in methods.values())
        for responses in (operation["responses"] for operation in operations):
            for status in ERRORS:
                responses[str(status)]["content"] = described
        return schema

    def build_middleware_stack(self) -> ASGIApp:
        """The stack with the observer around it, also around what answers when the application fails."""
        settings: Settings = self.state.settings
        return Observing(CrossOrigin(super().build_middleware_stack(), settings.origins), self.state.measures)


def create_app(database: Database, settings: Settings | None = None, mask: Mask = as_it_is) -> FastAPI:
    """The application over a connected graph, which stays the caller's to close.

    `mask` is what extraction is given of a text of a media type: as long, with spaces for what it passes over.
    Raises `InvalidQuery` when a file of the catalogue is wrong, so that a server with a broken query never starts.
    """
    app = Application(
        title="whoheld",
        version=version("whoheld"),
        description=DESCRIPTION,
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        responses=ERRORS,
    )
    app.state.database = database
    app.state.settings = settings or Settings()
    app.state.mask = mask
    app.state.measures = Measures()
    app.state.routes = []  # all routes flat, to tell which methods an address answers
    _add_middleware(app, app.state.settings, database)
    add_error_handlers(app)
    for room in (
        start,
        about,
        ask,
        queries,
        decisions,
        entities,
        documents,
        claims,
        identities,
        export,
        cypher,
        graph,
        ontology,
        health,
        metrics,
        reconcile,
        docs,
    ):
        router = room.router()
        app.include_router(router)
        app.state.routes += router.routes
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _add_middleware(app: FastAPI, settings: Settings, database: Database) -> None:
    """Limits within, so that what they refuse has the headers too; each that is added goes around those before."""
    app.add_middleware(Freshness, database=database)
    app.add_middleware(RequestLimits, settings=settings)
    app.add_middleware(SecurityHeaders)


@asynccontextmanager
async def _lifespan(_: FastAPI) -> AsyncIterator[None]:
    """Read the ontology before the first request, which would else wait for it."""
    ontology_graph()
    yield
