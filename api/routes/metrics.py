"""Figures for Prometheus: how the server answers, and how much is in the graph.

They name no person, but tell what is asked how often, which versions run and how the process fares, and cost a look at
the whole graph: on a server that others reach they want a key.
"""

from __future__ import annotations

import logging
from typing import Annotated

from anyio import move_on_after, to_thread
from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from api.access import needs
from api.dependencies import Graph
from api.observing import Measures
from graph.condition import Condition, condition
from graph.database import CONNECTIONS, Database

PATIENCE = 5.0  # seconds for the graph; Prometheus itself waits 10, and wants the other figures then above all
EXAMPLE = (
    'whoheld_http_requests_total{method="GET",route="/queries/who-held",status="200"} 42.0\nwhoheld_graph_up 1.0\n'
)

logger = logging.getLogger("whoheld.api")


def router() -> APIRouter:
    """`/metrics`."""
    routes = APIRouter(tags=["health"])
    routes.get(
        "/metrics",
        summary="Figures for Prometheus",
        operation_id="metrics",
        response_class=PlainTextResponse,
        responses={200: {"content": {"text/plain": {"example": EXAMPLE}}}},
    )(metrics)
    return routes


async def metrics(request: Request, db: Graph, _: Annotated[None, Depends(needs("read"))]) -> Response:
    """Requests and their durations; connections to Neo4j; nodes of the graph and its newest change; what is running."""
    measures: Measures = request.app.state.measures
    known = None
    with move_on_after(PATIENCE):
        known = await to_thread.run_sync(_ask, db, abandon_on_cancel=True)
    text = b"".join(generate_latest(each) for each in (measures.registry, _of_pool(db.in_use), _of_graph(known)))
    return Response(text, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4, "Cache-Control": "no-store"})


def _ask(db: Database) -> Condition | None:
    """None when the graph does not tell, with the reason in the log: the other figures are wanted all the more then."""
    try:
        return condition(db, PATIENCE)
    except Exception as error:  # also what the driver raises when a query takes too long
        logger.warning("The graph's figures can't be had: %s", error)
        return None


def _of_pool(in_use: int) -> CollectorRegistry:
    """The connections to Neo4j: when all are in use, requests wait for one."""
    registry = CollectorRegistry()
    Gauge("whoheld_database_connections_in_use", "Connections to Neo4j in use.", registry=registry).set(in_use)
    Gauge("whoheld_database_connections_most", "Connections to Neo4j at most.", registry=registry).set(CONNECTIONS)
    return registry


def _of_graph(known: Condition | None) -> CollectorRegistry:
    """The graph's figures as they are now; when it does not answer, none but that."""
    registry = CollectorRegistry()
    Gauge("whoheld_graph_up", "1 when Neo4j answers, else 0.", registry=registry).set(known is not None)
    if known is None:
        return registry
    nodes = Gauge("whoheld_graph_nodes", "Nodes of the graph by class.", ("label",), registry=registry)
    for label, number in known.counts.items():
        nodes.labels(label).set(number)
    if known.changed is not None:
        name, meaning = "whoheld_graph_changed_timestamp_seconds", "When what is known last changed, since 1970."
        Gauge(name, meaning, registry=registry).set(known.changed)
    return registry
