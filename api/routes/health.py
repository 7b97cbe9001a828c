"""Whether the process lives, and whether the graph can be asked: two questions that an operator asks apart."""

from fastapi import APIRouter

from api.dependencies import Graph
from api.models.dataset import Health, Readiness
from graph.condition import check_schema
from graph.overview import counts


def router() -> APIRouter:
    """`/healthz` and `/readyz`."""
    routes = APIRouter(tags=["health"])
    routes.get("/healthz", summary="Is the process alive?", operation_id="healthz")(healthz)
    routes.get("/readyz", summary="Can the graph be asked?", operation_id="readyz")(readyz)
    return routes


async def healthz() -> Health:
    """Answers as long as the process does; asks nothing of the database."""
    return Health(status="ok")


def readyz(db: Graph) -> Readiness:
    """Counts the graph's nodes; 503 when the database does not answer, or lacks constraints or indexes."""
    check_schema(db)
    return Readiness(status="ok", counts=counts(db))
