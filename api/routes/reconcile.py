"""The Reconciliation API 0.2, by which OpenRefine and its like match a table's names to the graph's entities."""

from __future__ import annotations

import base64
import hashlib
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel

from api import reconciled_properties as properties
from api import reconciling
from api.dependencies import Graph
from api.fact_lines import TITLES, in_time
from api.facts import properties as told
from api.reconcile_form import BODY, Form, read_batch, read_extension
from api.reconcile_matching import Matcher, extended, find
from api.reconcile_models import (
    Candidates,
    Extension,
    Proposal,
    ServiceManifest,
    SuggestedEntities,
    SuggestedProperties,
    SuggestedTypes,
)
from api.rendering import page
from graph.answer import BadParameter
from graph.database import Database
from graph.lookup import EntityPage, entity_with_facts
from graph.quotes import one_line

SUGGESTED = 20
STYLE = (
    "body{font:14px/1.4 system-ui,sans-serif;margin:10px;color:#1c1c1c;background:#fff}h1{font-size:17px;margin:0}"
    "h2{font-size:13px;margin:10px 0 2px}p,ul,dl{margin:4px 0}ul{padding-left:18px}dt{float:left;margin-right:6px}"
    "dd{margin:0}dt,.kind{color:#5a5a5a}"
)
DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
FRAMED = f"default-src 'none'; style-src 'sha256-{DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors *"

ANSWERS = ServiceManifest | Extension | dict[str, Candidates]
Prefix = Annotated[str, Query(max_length=500, description="What somebody has typed so far.", examples=["brad"])]
Cursor = Annotated[int, Query(ge=0, le=500, description="How many to leave out at the beginning.", examples=[20])]


def router() -> APIRouter:
    """`/reconcile` and what its manifest names."""
    routes = APIRouter(prefix="/reconcile", tags=["reconcile"])
    described: dict[str, Any] = {"response_model": ANSWERS}
    routes.get("", summary="Match names: manifest, or queries", operation_id="reconcile", **described)(by_address)
    routes.post("", summary="Match names, or fetch", operation_id="reconcile-form", openapi_extra=BODY, **described)(
        by_form
    )
    for name, model, answered in (
        ("entity", SuggestedEntities, suggest_entity),
        ("property", SuggestedProperties, suggest_property),
        ("type", SuggestedTypes, suggest_type),
    ):
        summary = f"Complete the name of {'an' if name == 'entity' else 'a'} {name}"
        path, operation = f"/suggest/{name}", f"suggest-{name}"
        routes.get(path, summary=summary, operation_id=operation, response_model=model)(answered)
    routes.get("/preview", summary="An entity in a small frame", operation_id="preview", response_class=HTMLResponse)(
        preview
    )
    routes.get(
        "/extend/propose", summary="What can be fetched", operation_id="propose-properties", response_model=Proposal
    )(propose)
    return routes


def by_address(
    request: Request,
    db: Graph,
    queries: Annotated[
        str,
        Query(
            description="A batch of queries by keys of your own, as JSON.",
            examples=['{"q0": {"query": "Bradford Council", "type": "Council"}}'],
        ),
    ] = "",
    extend: Annotated[
        str,
        Query(
            description="Ids, and properties to fetch of them, as JSON.",
            examples=['{"ids": ["council/E08000032"], "properties": [{"id": "gssCode"}]}'],
        ),
    ] = "",
) -> JSONResponse:
    """Without parameters what the service is; with `queries` candidates for names; with `extend` what is known."""
    if not queries and not extend:
        return _json(reconciling.manifest(str(request.base_url).rstrip("/"), version("whoheld")))
    return _answer(db, queries, extend)


def by_form(db: Graph, form: Form) -> JSONResponse:
    """With `queries` candidates for names; with `extend` what is known of entities."""
    return _answer(db, form.get("queries", ""), form.get("extend", ""))


def suggest_entity(db: Graph, prefix: Prefix = "", cursor: Cursor = 0) -> JSONResponse:
    """Entities whose names are like what was typed, or begin so, the best first."""
    most = cursor + SUGGESTED
    found = sorted(find(db, prefix, reconciling.ROOTS, most), key=lambda each: (-each.score, each.name, each.id))
    return _json(SuggestedEntities(result=tuple(reconciling.suggested(each) for each in found[cursor:most])))


def suggest_property(prefix: Prefix = "", cursor: Cursor = 0) -> JSONResponse:
    """Properties that can be given with a query, or fetched."""
    fitting = [each for each in properties.properties() if reconciling.begins(prefix, each.id, each.name)]
    offered = tuple(each.proposed() for each in fitting[cursor : cursor + SUGGESTED])
    return _json(SuggestedProperties(result=offered))


def suggest_type(prefix: Prefix = "", cursor: Cursor = 0) -> JSONResponse:
    """Classes of entities."""
    offered = [reconciling.entity_type(each) for each in properties.TYPES]
    fitting = [each for each in offered if reconciling.begins(prefix, each.id, each.name)]
    return _json(SuggestedTypes(result=tuple(fitting[cursor : cursor + SUGGESTED])))


def preview(
    request: Request,
    db: Graph,
    identity: Annotated[str, Query(alias="id", description="The entity's id.", examples=["council/E08000032"])],
) -> HTMLResponse:
    """Its name, its class and what is known in a few lines; any page may show it in a frame."""
    found = entity_with_facts(db, identity)
    headers = {"Content-Security-Policy": FRAMED}
    return page(
        request,
        "preview.html.jinja",
        headers=headers,
        entity=found,
        properties=told(found.properties),
        groups=_names_by_kind(found),
        style=STYLE,
    )


def _names_by_kind(found: EntityPage) -> list[tuple[str, list[str]]]:
    """The facts' names under the titles that the entity's own page has, oldest first."""
    facts = in_time(found.facts)
    told = [
        (title, [one_line(each["name"]) for each in facts if each["label"] == kind]) for kind, title in TITLES.items()
    ]
    return [(title, lines) for title, lines in told if lines]


def propose(
    label: Annotated[str, Query(alias="type", description="The class.", examples=["Council"])] = "",
    limit: Annotated[int | None, Query(ge=1, description="How many at most.", examples=[10])] = None,
) -> JSONResponse:
    """The properties that entities of a class may have; every property when no class is given."""
    asked = reconciling.classes("type", [label])[0] if label else None
    found = tuple(each.proposed() for each in properties.properties_of(asked)[:limit])
    return _json(Proposal(type=label or None, limit=limit, properties=found))


def _answer(db: Database, queries: str, extend: str) -> JSONResponse:
    if bool(queries) == bool(extend):
        raise BadParameter("queries", "give either queries or extend, one of the two")
    if extend:
        return _json(extended(db, read_extension(extend)))
    matcher, batch = Matcher(db), read_batch(queries)
    return JSONResponse({key: _plain(Candidates(result=matcher.candidates(each))) for key, each in batch.items()})


def _json(model: BaseModel) -> JSONResponse:
    return JSONResponse(_plain(model))


def _plain(model: BaseModel) -> Any:  # noqa: ANN401 (JSON's types)
    """The model in JSON's types without what is not known, for which the specification has no null."""
    return model.model_dump(mode="json", by_alias=True, exclude_none=True)
