"""The start page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import Graph
from api.rendering import page
from graph.catalogue import Query, catalogue
from graph.overview import overview
from graph.phrases import tidy


def router() -> APIRouter:
    """`/`."""
    routes = APIRouter()
    routes.get("/", include_in_schema=False, response_class=HTMLResponse)(start)
    return routes


def start(request: Request, db: Graph) -> HTMLResponse:
    """The question box, questions to begin with, how much is in the graph, and its newest documents."""
    most_telling = sorted(catalogue().values(), key=lambda query: -query.question[0].count("{"))
    return page(request, "start.html.jinja", overview=overview(db), examples=[example(each) for each in most_telling])


def example(query: Query) -> str:
    """A query's question with its parameters' examples filled in."""
    text = query.question[0]
    for parameter in query.parameters:
        text = text.replace(f"{{{parameter.name}}}", parameter.example)
    return tidy(text)
