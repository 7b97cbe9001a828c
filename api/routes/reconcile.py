"""The Reconciliation API 0.2, by which OpenRefine and its like match a table's names to the graph's entities."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from importlib.metadata import version
from typing import Annotated, Any, TypeVar
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.exceptions import HTTPException

from api import reconciled_properties as properties
from api import reconciling
from api.dependencies import Graph
from api.facts import grouped
from api.facts import properties as told
from api.reconcile_models import (
    MOST_QUERIES,
    Candidate,
    Candidates,
    Extension,
    ExtensionColumn,
    ExtensionQuery,
    Proposal,
    ReconciliationQuery,
    ServiceManifest,
    SuggestedEntities,
    SuggestedProperties,
    SuggestedTypes,
)
from api.rendering import page
from graph.answer import AmbiguousName, BadParameter, Found, UnknownName, answer, find_entities, resolve_entity
from graph.database import Database
from graph.lookup import entity, entity_with_facts
from graph.names import NAMESPACE

FORM = "application/x-www-form-urlencoded"
SEARCHED = 60
EXAMINED = 10
MOST_CANDIDATES = 50
SUGGESTED = 20
Parsed = TypeVar("Parsed")
IDENTITY = re.compile(rf"(?:{re.escape(NAMESPACE)})?((?:person|council|trust|organisation|role)/\S+)")
GSS = re.compile(r"[EW]\d{8}")
BATCH = TypeAdapter(dict[str, ReconciliationQuery])
EXTENSION = TypeAdapter(ExtensionQuery)
STYLE = (
    "body{font:14px/1.4 system-ui,sans-serif;margin:10px;color:#1c1c1c;background:#fff}h1{font-size:17px;margin:0}"
    "h2{font-size:13px;margin:10px 0 2px}p,ul,dl{margin:4px 0}ul{padding-left:18px}dt{float:left;margin-right:6px}"
    "dd{margin:0}dt,.kind{color:#5a5a5a}"
)
DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
FRAMED = f"default-src 'none'; style-src 'sha256-{DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors *"

ANSWERS = ServiceManifest | Extension | dict[str, Candidates]
BODY: dict[str, Any] = {
    "requestBody": {
        "description": "A form with `queries` or `extend`, each JSON.",
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {
                        "queries": {"type": "string", "description": "A batch of queries by keys of your own."},
                        "extend": {"type": "string", "description": "Ids, and properties to fetch of them."},
                    },
                },
                "example": {"queries": '{"q0": {"query": "Bradford Council", "type": "Council"}}'},
            }
        },
    }
}


async def _form(request: Request) -> Mapping[str, str]:
    """The fields of a body that is a form, each once."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send a form ({FORM}) with queries or extend.")
    body = await request.body()  # which the server's limit of bodies bounds
    try:
        fields = parse_qs(body.decode(errors="replace"), max_num_fields=10)
    except ValueError as error:
        raise BadParameter("queries", "a form has at most ten fields") from error
    return {name: values[0] for name, values in fields.items()}


Form = Annotated[Mapping[str, str], Depends(_form)]
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
    found = sorted(_find(db, prefix, reconciling.ROOTS, most), key=lambda each: (-each.score, each.name, each.id))
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
        groups=grouped(found),
        style=STYLE,
    )


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
        return _json(_extended(db, _parsed(EXTENSION, "extend", extend)))
    batch = _parsed(BATCH, "queries", queries)
    if len(batch) > MOST_QUERIES:
        message = f"a batch has at most {MOST_QUERIES} queries, this one has {len(batch)}; send them in several"
        raise BadParameter("queries", message)
    matcher = Matcher(db)
    return JSONResponse({key: _plain(Candidates(result=matcher.candidates(each))) for key, each in batch.items()})


def _parsed(form: TypeAdapter[Parsed], field: str, text: str) -> Parsed:
    """The JSON of a parameter; raises `BadParameter` that says where it is wrong."""
    try:
        return form.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = " at " + ".".join(str(part) for part in first["loc"]) if first["loc"] else ""
        raise BadParameter(field, f"this can't be read{place}: {first['msg']}") from error


class Matcher:
    """Finds the candidates of one batch's queries, and remembers for its length what it read."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[str, properties.Known] = {}
        self._forms: dict[tuple[str, str], frozenset[str]] = {}

    def candidates(self, query: ReconciliationQuery) -> tuple[Candidate, ...]:
        """The entities that the name may stand for, best first."""
        types = reconciling.classes("queries", query.types)
        wanted = self._wanted(query)
        found = _find(self._db, query.query, reconciling.searched(types, query.type_strict), SEARCHED)
        judged = [
            reconciling.judged(each, query.query, reconciling.of_types(each, types, query.type_strict), {})
            for each in found
        ]
        if query.type_strict == "all":
            judged = [each for each in judged if each.of_type is not False]
        return reconciling.candidates(self._examined(judged, query.query, wanted), min(query.limit, MOST_CANDIDATES))

    def _examined(
        self, judged: list[reconciling.Judged], text: str, wanted: Mapping[str, frozenset[str]]
    ) -> list[reconciling.Judged]:
        """The same; of those nearest by name it is told whether they have the properties, the rest is left out."""
        if not wanted:
            return judged
        nearest = sorted(judged, key=lambda each: (not each.exact, -each.score))
        kept = nearest[: max(EXAMINED, sum(each.exact for each in judged))]
        return [reconciling.judged(each.found, text, each.of_type, self._has(each.found, wanted)) for each in kept]

    def _has(self, found: Found, wanted: Mapping[str, frozenset[str]]) -> dict[str, bool]:
        known = self._read(found.id)
        return {
            name: reconciling.has(known, properties.find_property("queries", name), forms)
            for name, forms in wanted.items()
        }

    def _read(self, identity: str) -> properties.Known:
        if identity not in self._known:
            self._known[identity] = _known(self._db, identity)
        return self._known[identity]

    def _wanted(self, query: ReconciliationQuery) -> dict[str, frozenset[str]]:
        """Each property given with all forms of its values."""
        given = reconciling.given_values(query.properties)
        written = {name: [self._written(name, text) for text in texts] for name, texts in given.items()}
        return {name: frozenset().union(*forms) for name, forms in written.items()}

    def _written(self, name: str, text: str) -> frozenset[str]:
        """How a value can be written; what names one entity stands for its id too."""
        if (name, text) not in self._forms:
            wanted = properties.find_property("queries", name)
            resolved = _resolved(self._db, text, wanted.type) if wanted.type else frozenset()
            self._forms[name, text] = reconciling.text_forms(text) | resolved
        return self._forms[name, text]


def _resolved(db: Database, text: str, label: str) -> frozenset[str]:
    with suppress(UnknownName, AmbiguousName):
        return frozenset({resolve_entity(db, text, label)})
    return frozenset()


def _find(db: Database, text: str, labels: tuple[str, ...], most: int) -> tuple[Found, ...]:
    """Entities of the classes whose names are like the text, or the one that has it as id."""
    if by_id := _by_id(db, text.strip()):
        return (by_id,)
    found = (each for label in labels for each in find_entities(db, text, label, most))
    return tuple({each.id: each for each in found}.values())


def _by_id(db: Database, text: str) -> Found | None:
    written = f"council/{text.upper()}" if GSS.fullmatch(text.upper()) else text
    if match := IDENTITY.fullmatch(written):
        with suppress(UnknownName):
            return reconciling.named(entity(db, match[1]), text)
    return None


def _known(db: Database, identity: str) -> properties.Known:
    found = entity_with_facts(db, identity)
    career = answer(db, "career", {"person": found.id}).rows if found.label == "Person" else ()
    return properties.Known(found, career)


def _extended(db: Database, query: ExtensionQuery) -> Extension:
    """The properties' values; of an id that nothing is known by there are none."""
    asked = [properties.find_property("extend", each.id) for each in query.properties]
    rows: dict[str, dict[str, Any]] = {identity: {each.id: () for each in asked} for identity in query.ids}
    for identity, row in rows.items():
        with suppress(UnknownName):
            known = _known(db, identity)
            row.update({each.id: each.values(known) for each in asked if each.is_of(known.page.label)})
    return Extension(meta=tuple(_column(each) for each in asked), rows=rows)


def _column(each: properties.Property) -> ExtensionColumn:
    return ExtensionColumn(id=each.id, name=each.name, type=properties.type_id(each.type) if each.type else None)


def _json(model: BaseModel) -> JSONResponse:
    return JSONResponse(_plain(model))


def _plain(model: BaseModel) -> Any:  # noqa: ANN401 (JSON's types)
    """The model in JSON's types without what is not known, for which the specification has no null."""
    return model.model_dump(mode="json", by_alias=True, exclude_none=True)
