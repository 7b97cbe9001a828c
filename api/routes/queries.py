"""The canned queries: one route each, made from the catalogue, so that nothing is registered twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.dependencies import Graph, Limits
from api.errors import NotInThisFormat, problem_of
from api.formats import NETWORKS, graph_part, ids_of, lines
from api.models.problems import Problem
from api.models.rows import Queries
from api.negotiation import MEDIA_TYPES, chosen_format
from api.queries import (
    ANSWER_PARAMETERS,
    OFFERED,
    answer_model,
    entity_links,
    envelope,
    meaning,
    openapi_parameters,
    permalink,
)
from api.rendering import as_json, page, when
from api.settings import Settings
from api.tables import table
from graph.answer import Answer, BadParameter, answer, find_query, prepare, stream
from graph.catalogue import Query, catalogue
from graph.database import Database
from graph.model import WhoheldError
from graph.ontology import concepts


def router() -> APIRouter:
    """`/queries` and a route for each query of the catalogue; any other name is answered with the nearest."""
    routes = APIRouter(tags=["queries"])
    routes.get(
        "/queries",
        summary="The canned queries",
        operation_id="queries",
        response_model=Queries,
        responses={200: {"content": {"text/html": {}}}},
    )(queries)
    for query in catalogue().values():
        _add(routes, query, Settings())
    routes.get("/queries/{name}", include_in_schema=False)(unknown)
    return routes


def _add(routes: APIRouter, query: Query, limits: Settings) -> None:
    routes.get(
        f"/queries/{query.name}",
        summary=query.title,
        description=query.meaning,
        operation_id=query.name,
        response_model=answer_model(query),
        responses={200: {"content": {MEDIA_TYPES[each]: {} for each in OFFERED if each != "json"}}},
        openapi_extra={"parameters": openapi_parameters(query, limits.rows_default, limits.rows_most)},
    )(_handler(query))


def queries(request: Request) -> Response:
    """Every query with its parameters and columns."""
    listed = tuple(meaning(query) for query in catalogue().values())
    if chosen_format(request, "json", "html") == "json":
        return as_json(Queries(queries=listed))
    return page(request, "queries.html.jinja", queries=listed)


def unknown(name: str) -> None:
    """Answers any name that the catalogue does not have with the nearest ones."""
    find_query(name)


def _handler(query: Query) -> Callable[..., Response]:
    """The route's function: reads its parameters from the catalogue's header, not from a signature."""

    def respond(request: Request, db: Graph, limits: Limits) -> Response:
        chosen = chosen_format(request, *OFFERED)
        if chosen == "html":
            return _page(request, db, query, limits)
        if chosen in ("csv", "jsonl") and "limit" not in request.query_params:
            ready = prepare(db, query.name, _given(request), cursor=request.query_params.get("cursor"))
            return lines(query.columns, stream(db, ready), chosen, query.name, {})
        rows = limits.rows_most if chosen in NETWORKS else limits.rows_default
        answered = _answer(request, db, query, _limit(request, limits, rows))
        headers = _next_link(request, answered)
        if chosen == "json":
            return as_json(envelope(answered, with_cypher=_with_cypher(request)), headers)
        if chosen in ("csv", "jsonl"):
            return lines(answered.columns, answered.rows, chosen, query.name, headers)
        return graph_part(db, _present(answered), chosen, query.name, headers)

    return respond


def _answer(request: Request, db: Database, query: Query, rows: int) -> Answer:
    return answer(db, query.name, _given(request), rows, request.query_params.get("cursor"))


def _given(request: Request) -> dict[str, str]:
    return {name: value for name, value in request.query_params.items() if name not in ANSWER_PARAMETERS}


def _with_cypher(request: Request) -> bool:
    asked = request.query_params.get("include", "")
    if asked not in ("", "cypher"):
        raise BadParameter("include", f"“{asked}” can't be added; give cypher or leave it out")
    return asked == "cypher"


def _present(answered: Answer) -> set[str]:
    """The ids of an answer, which as RDF or as a network can be had of the present only."""
    if answered.parameters["known_at"]:
        raise NotInThisFormat("What was known before is given as rows only: ask for json, csv, jsonl or html")
    return ids_of(answered)


def _limit(request: Request, limits: Settings, default: int) -> int:
    """The rows asked for, by default those that the format is given."""
    text = request.query_params.get("limit")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= limits.rows_most):
        raise BadParameter("limit", f"“{text}” rows can't be had at once; give a number from 1 to {limits.rows_most}")
    return int(text)


def _next_link(request: Request, answered: Answer) -> dict[str, str]:
    """RFC 8288's link to the page that follows."""
    return {"Link": f'<{_next(request, answered)}>; rel="next"'} if answered.next else {}


def _next(request: Request, answered: Answer) -> str:
    url = request.url.include_query_params(cursor=answered.next)
    return f"{url.path}?{url.query}"


def _page(request: Request, db: Database, query: Query, limits: Settings) -> Response:
    """The form, with the answer beneath when what is needed was given, or with what is wrong."""
    given = request.query_params
    if any(each.required and not given.get(each.name, "").strip() for each in query.parameters):
        return _show(request, query)
    try:
        answered = _answer(request, db, query, _limit(request, limits, limits.rows_default))
    except WhoheldError as error:
        problem = problem_of(request, error)
        if problem.status >= 500:
            raise
        return _show(request, query, problem=problem)
    return _show(request, query, answered)


def _asked(answered: Answer) -> list[str]:
    """What was asked for, in words: names and dates, and by when it was known."""
    said = {"known_at": "as known by {}", "known_by": "by what was {}"}
    return [said.get(parameter, "{}").format(when(name)) for parameter, name in answered.names.items()]


def _show(request: Request, query: Query, answered: Answer | None = None, problem: Problem | None = None) -> Response:
    schemes: dict[str, Any] = {each.scheme: concepts(each.scheme) for each in query.parameters if each.scheme}
    return page(
        request,
        "query.html.jinja",
        status=problem.status if problem else 200,
        query=query,
        given=request.query_params,
        schemes=schemes,
        problem=problem,
        table=table(answered.columns, answered.rows) if answered else None,
        links=entity_links(answered) if answered else (),
        names=_asked(answered) if answered else (),
        downloads=[(each, _as(request, each)) for each in OFFERED if each != "html"],
        answered=answered,
        next_href=_next(request, answered) if answered and answered.next else None,
        permalink=permalink(answered) if answered else None,
    )


def _as(request: Request, chosen: str) -> str:
    url = request.url.include_query_params(format=chosen)
    return f"{url.path}?{url.query}"
