"""Decisions on who is who: listed for everybody, made and undone with a key, on any server."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response
from pydantic import Field

from api.access import needs
from api.dependencies import Graph
from api.models.decisions import Decided, Decisions
from api.rendering import as_json
from graph.decide import decide, listed, undo
from graph.model import Value

MayWrite = Annotated[None, Depends(needs("write", always=True))]


class Made(Value):
    """A decision to record: whether the persons `one` and `other` are the same, by whom, and why."""

    one: str = Field(description="A person's id.", examples=["person/ann-lee-of-leeds"])
    other: str = Field(description="Another person's id.", examples=["person/anne-lee-of-kirklees"])
    verdict: Literal["same", "different", "unsure"] = Field(description="What is decided.", examples=["same"])
    by: str = Field(min_length=1, description="Who decides.", examples=["Jo Reader"])
    reason: str = Field(default="", description="Why.", examples=["both pages tell of her move"])


def router() -> APIRouter:
    """`/decisions` and `/decisions/{id}`."""
    routes = APIRouter(tags=["decisions"])
    routes.get("/decisions", summary="Who is who, and why", operation_id="decisions", response_model=Decisions)(show)
    routes.post(
        "/decisions", summary="Decide who is who", operation_id="decide", response_model=Decided, status_code=201
    )(make)
    routes.delete("/decisions/{id:path}", summary="Take back a decision", operation_id="undo", response_model=Decided)(
        take_back
    )
    return routes


def show(
    db: Graph,
    verdict: Annotated[
        Literal["same", "different", "unsure"] | None, Query(description="Only this verdict.", examples=["unsure"])
    ] = None,
    person: Annotated[
        str | None, Query(description="Only those about this person's id.", examples=["person/ann-lee-of-leeds"])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Decisions at most.", examples=[100])] = 100,
    skip: Annotated[int, Query(ge=0, description="How many to pass over.", examples=[0])] = 0,
) -> Response:
    """Decisions with their reasons and some words of both sides; unsure ones first, the surest of each first."""
    return as_json(Decisions(decisions=listed(db, verdict, person, limit, skip)))


def make(db: Graph, made: Made, _: MayWrite) -> Response:
    """Record a decision; facts follow at once. The answer tells which changed."""
    difference = decide(db, [made.one, made.other], made.verdict, made.by, made.reason)
    return as_json(Decided.of(difference), status=201)


def take_back(
    db: Graph,
    _: MayWrite,
    identity: Annotated[
        str, Path(alias="id", description="The decision's id.", examples=["decision/0123456789abcdef"])
    ],
) -> Response:
    """Undo a decision by hand, which restores what was before it."""
    return as_json(Decided.of(undo(db, identity)))
