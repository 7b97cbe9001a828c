"""Queries of one's own, which only read."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api.access import needs
from api.dependencies import Graph, Limits
from api.formats import lines
from api.models.cypher import CypherAnswer, CypherQuery
from api.negotiation import MEDIA_TYPES, Format, chosen_format
from api.rendering import as_json
from graph.answer import BadParameter
from graph.catalogue import Column
from graph.cypher import Limits as CypherLimits
from graph.cypher import Table, read_cypher

OFFERED: tuple[Format, ...] = ("json", "csv", "jsonl")


def router() -> APIRouter:
    """`/cypher`."""
    routes = APIRouter(tags=["cypher"])
    routes.post(
        "/cypher",
        summary="Ask in Cypher",
        operation_id="cypher",
        response_model=CypherAnswer,
        responses={200: {"content": {MEDIA_TYPES[each]: {} for each in OFFERED if each != "json"}}},
    )(cypher)
    return routes


def cypher(
    request: Request, db: Graph, limits: Limits, asked: CypherQuery, _: Annotated[None, Depends(needs("cypher"))]
) -> Response:
    """Reads the graph by a query of your own, within limits of time, rows and memory.

    The query is planned first, and refused if it would write, read files or addresses, or call a procedure that is not
    known to be harmless. The schema and worked queries are in docs/cypher.md.
    """
    chosen = chosen_format(request, *OFFERED)
    if asked.limit > limits.cypher_rows:
        raise BadParameter("limit", f"give a number from 1 to {limits.cypher_rows}")
    allowed = CypherLimits(rows=asked.limit, seconds=limits.cypher_seconds)
    found = read_cypher(db, asked.query, asked.parameters, allowed)
    if chosen == "json":
        return as_json(_model(found, with_plan=asked.plan))
    columns = [Column(name=name, meaning=name) for name in found.columns]
    headers = {"X-Truncated": "true"} if found.truncated else {}
    return lines(columns, found.rows, chosen, "cypher", headers)


def _model(found: Table, *, with_plan: bool) -> CypherAnswer:
    plan = asdict(found.plan) if with_plan else None
    return CypherAnswer.model_validate(
        {
            "columns": found.columns,
            "rows": found.rows,
            "truncated": found.truncated,
            "milliseconds": found.milliseconds,
            "plan": plan,
        }
    )
