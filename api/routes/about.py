"""What this is, how dates and certainty work, how often it is right, and what documents disagree on: for people."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.dependencies import Graph
from api.rendering import page
from api.tables import quotes
from graph.answer import answer, find_query

RIGHT, FOUND = 88, 69  # of a hundred claims and facts of documents set aside, from docs/accuracy.md
DATES = ("2019-07-01", "2019-07", "2019", "2019-22", "2019-06~", "2016/2018", "../2019-06-30", "2021-12-01/..")
A_PAGE = 25


def router() -> APIRouter:
    """`/about` and `/conflicts`."""
    routes = APIRouter()
    routes.get("/about", include_in_schema=False)(about)
    routes.get("/conflicts", include_in_schema=False)(conflicts)
    return routes


def about(request: Request) -> Response:
    """What a reader should know before relying on anything here."""
    return page(request, "about.html.jinja", right=RIGHT, found=FOUND, dates=DATES)


def conflicts(
    request: Request,
    db: Graph,
    kind: Annotated[str, Query()] = "",
    state: Annotated[str, Query()] = "",
    cursor: Annotated[str, Query()] = "",
) -> Response:
    """What documents disagree on, open disputes first, each with the words that cannot all be right."""
    asked = find_query("conflicts")
    answered = answer(db, asked.name, {"kind": kind, "state": state}, A_PAGE, cursor or None)
    following = request.url.include_query_params(cursor=answered.next) if answered.next else None
    return page(
        request,
        "conflicts.html.jinja",
        choices={each.name: each.choices for each in asked.parameters if each.name in ("kind", "state")},
        given={"kind": kind, "state": state},
        conflicts=[(row, quotes(row["sources"])) for row in answered.rows],
        next_href=f"{following.path}?{following.query}" if following else None,
    )
