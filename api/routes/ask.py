"""The question box."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.dependencies import Graph, Limits
from api.models.questions import AskedModel, Reading
from api.negotiation import chosen_format
from api.queries import column_meanings, entity_links
from api.rendering import address, as_json, page
from api.tables import table
from graph.answer import BadParameter
from graph.ask import Asked
from graph.ask import ask as ask_in_words
from graph.readings import Reading as GraphReading


def router() -> APIRouter:
    """`/ask`."""
    routes = APIRouter(tags=["ask"])
    routes.get(
        "/ask",
        summary="Ask in words",
        operation_id="ask",
        response_model=AskedModel,
        responses={200: {"content": {"text/html": {}}}},
    )(ask)
    return routes


def ask(
    request: Request,
    db: Graph,
    limits: Limits,
    q: Annotated[str, Query(description="The question.", examples=["who held DCS at Bradford when"])],
) -> Response:
    """Answers when every word of the question is understood; else says why not and offers what it could mean."""
    if len(q) > limits.question_longest:
        raise BadParameter("q", f"a question has at most {limits.question_longest} characters")
    asked = ask_in_words(db, q, limit=limits.rows_default)
    readings = tuple(_reading(each) for each in asked.alternatives)
    if chosen_format(request, "json", "html") == "json":
        return as_json(_model(asked, readings))
    answered = asked.answer
    return page(
        request,
        "answer.html.jinja",
        asked=asked,
        alternatives=readings,
        table=table(answered.columns, answered.rows) if answered else None,
        links=entity_links(answered) if answered else (),
        query_href=_query_address(asked.query, asked.parameters) if asked.query else None,
        next_href=_query_address(asked.query, {**asked.parameters, "cursor": answered.next})
        if answered and answered.next
        else None,
    )


def _reading(reading: GraphReading) -> Reading:
    return Reading(**asdict(reading), href=_query_address(reading.query, reading.parameters))


def _query_address(query: str | None, parameters: dict[str, str]) -> str:
    return address(query or "", "queries", **parameters)


def _model(asked: Asked, alternatives: tuple[Reading, ...]) -> AskedModel:
    answered = asked.answer
    return AskedModel(
        question=asked.question,
        query=asked.query,
        parameters=asked.parameters,
        understood=asked.understood,
        alternatives=alternatives,
        reason=asked.reason,
        columns=column_meanings(answered.columns) if answered else (),
        rows=tuple(answered.rows) if answered else (),
        next=answered.next if answered else None,
    )
